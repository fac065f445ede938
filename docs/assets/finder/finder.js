// @ts-check
// The finder: narrows the list of programmes that the page already has. The list of the page
// stays as it is until something is chosen; then the results take its place.
import { read, write } from "./address.js";
import { containing, folded, outcome } from "./counting.js";
import { rose } from "./rose.js";
import { bibtex, csv, save, table } from "./taking.js";

const FIRST = 50; // results shown before "show more"

const place = document.querySelector("[data-finder]");
if (place instanceof HTMLElement) void start(place);

/** @param {HTMLElement} place */
async function start(place) {
  const data = await (await fetch(place.dataset.finder ?? "")).json();
  const finder = new Finder(place, data);
  window.addEventListener("popstate", () => finder.open(location.search));
  finder.open(location.search);
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Holds the state of one finder and shows it; what passes is decided in counting.js. */
class Finder {
  /**
   * @param {HTMLElement} place
   * @param {any} data
   */
  constructor(place, data) {
    this.data = data;
    this.words = place.dataset;
    this.dimensions = /** @type {import("./counting.js").Dimension[]} */ (data.dimensions);
    this.texts = data.programmes.map((/** @type {string[]} */ p) => folded(p.slice(0, 4).join(" ")));
    this.state = read("", []);
    this.shown = FIRST;
    this.list = /** @type {HTMLElement} */ (document.querySelector("[data-whole-list]"));
    this.results = element("ul", { class: "pm-list" });
    this.live = element("p", { class: "pm-meta", role: "status" });
    this.more = element("button", { type: "button", class: "pm-button" }, this.words.more ?? "");
    this.more.addEventListener("click", () => this.showMore());
    this.counters = /** @type {Map<string, {row: HTMLElement, box: HTMLInputElement, number: HTMLElement}>} */ (new Map());
    this.form = this.makeForm();
    place.append(this.form, this.live, this.results, this.more);
    place.hidden = false;
  }

  makeForm() {
    const form = element("form", { class: "pm-finder-form", role: "search" });
    this.search = /** @type {HTMLInputElement} */ (element("input", { type: "search", name: "q", id: "finder-words" }));
    this.sort = /** @type {HTMLSelectElement} */ (element("select", { id: "finder-sort", name: "sort" }));
    for (const sort of ["trend", "name", "placed"]) {
      this.sort.append(element("option", { value: sort }, this.words[`sort${sort}`] ?? sort));
    }
    const top = element("div", { class: "pm-finder-top" },
      element("label", { for: "finder-words" }, this.words.search ?? ""), this.search,
      element("label", { for: "finder-sort" }, this.words.sort ?? ""), this.sort);
    const facets = element("div", { class: "pm-finder-facets" }, ...this.dimensions.map((d) => this.makeFacet(d)));
    const clear = element("button", { type: "button", class: "pm-button" }, this.words.clear ?? "");
    clear.addEventListener("click", () => this.change({ chosen: {}, words: "", sort: this.state.sort }));
    const take = element("div", { class: "pm-finder-take" }, element("span", {}, this.words.take ?? ""),
      ...["CSV", "JSON", "BibTeX"].map((format) => this.makeTake(format)));
    form.append(top, facets, element("div", { class: "pm-finder-bottom" }, clear, take));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.change(this.fromForm()));
    return form;
  }

  /** @param {import("./counting.js").Dimension} dimension */
  makeFacet(dimension) {
    const box = element("details", { class: "pm-finder-facet", ...(dimension.facet ? { "data-facet": dimension.facet } : {}) });
    const values = dimension.values.map(([value, name], position) => {
      const id = `f-${dimension.id}-${value}`;
      const check = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", id, name: dimension.id, value }));
      const number = element("span", { class: "pm-finder-count" });
      const row = element("li", position >= (dimension.options ?? Infinity) ? { class: "pm-finder-state" } : {},
        check, element("label", { for: id }, name, " ", number));
      this.counters.set(id, { row, box: check, number });
      return row;
    });
    box.append(element("summary", {}, dimension.name), element("fieldset", {},
      element("legend", {}, dimension.words ?? dimension.name), element("ul", {}, ...values)));
    return box;
  }

  /** @param {string} format */
  makeTake(format) {
    const button = element("button", { type: "button", class: "pm-button" }, format);
    button.addEventListener("click", () => void this.take(format));
    return button;
  }

  /** @returns {import("./address.js").State} */
  fromForm() {
    /** @type {import("./counting.js").Chosen} */
    const chosen = {};
    for (const { box } of this.counters.values()) {
      if (box.checked) (chosen[box.name] ??= []).push(box.value);
    }
    return { chosen, words: this.search?.value ?? "", sort: this.sort?.value ?? "trend" };
  }

  /** @param {string} query */
  open(query) {
    this.state = read(query, this.dimensions.map(({ id }) => id));
    this.fill();
    this.show();
  }

  /** @param {import("./address.js").State} state */
  change(state) {
    this.state = state;
    history.replaceState(null, "", location.pathname + write(state) + location.hash);
    this.fill();
    this.show();
  }

  /** The state into the form. */
  fill() {
    for (const { box } of this.counters.values()) {
      box.checked = (this.state.chosen[box.name] ?? []).includes(box.value);
    }
    if (this.search && this.search.value.trim() !== this.state.words.trim()) this.search.value = this.state.words;
    if (this.sort) this.sort.value = this.state.sort;
    for (const facet of this.form.querySelectorAll("details")) {
      if (facet.querySelector("input:checked")) facet.open = true;
    }
  }

  show() {
    const allowed = containing(this.texts, this.state.words);
    const { passing, counts } = outcome(this.dimensions, this.state.chosen, allowed);
    this.passing = this.sorted(passing);
    this.shown = FIRST;
    for (const dimension of this.dimensions) {
      dimension.values.forEach(([value], position) => {
        const counter = this.counters.get(`f-${dimension.id}-${value}`);
        const count = counts[dimension.id][position];
        if (!counter) return;
        counter.number.textContent = String(count);
        counter.row.classList.toggle("pm-finder-none", count === 0 && !counter.box.checked);
      });
    }
    const idle = write({ ...this.state }) === "";
    this.list.hidden = !idle;
    this.results.hidden = idle;
    this.live.textContent = (this.words.found ?? "{n}").replace("{n}", String(passing.length)).replace("{all}", String(this.texts.length));
    this.results.replaceChildren(...(idle ? [] : this.passing.slice(0, FIRST).map((p) => this.card(p))));
    this.more.hidden = idle || this.passing.length <= FIRST;
  }

  showMore() {
    const from = this.shown;
    this.shown += FIRST;
    const added = (this.passing ?? []).slice(from, this.shown).map((p) => this.card(p));
    this.results.append(...added);
    this.more.hidden = this.shown >= (this.passing ?? []).length;
    added[0]?.querySelector("a")?.focus();
  }

  /** @param {number[]} passing */
  sorted(passing) {
    const name = (/** @type {number} */ p) => folded(this.data.programmes[p][1]);
    const trend = this.dimensions.find(({ id }) => id === "trend");
    const questions = this.dimensions.filter(({ options }) => options !== undefined);
    const placed = (/** @type {number} */ p) =>
      questions.filter((q) => q.of[p].some((value) => value < (q.options ?? 0))).length;
    const before = {
      name: () => 0,
      trend: (/** @type {number} */ a, /** @type {number} */ b) => (trend?.of[a][0] ?? 0) - (trend?.of[b][0] ?? 0),
      placed: (/** @type {number} */ a, /** @type {number} */ b) => placed(b) - placed(a),
    }[this.state.sort] ?? (() => 0);
    return [...passing].sort((a, b) => before(a, b) || (name(a) < name(b) ? -1 : 1));
  }

  /** @param {number} position */
  card(position) {
    const [id, name, facts, summary] = this.data.programmes[position];
    return element("li", { class: "pm-row" }, rose(this.data.rose, (q) => this.answer(q, position), 44),
      element("div", {}, element("a", { class: "pm-row-title", href: `${id}/` }, name),
        element("p", { class: "pm-meta" }, facts), element("p", { class: "pm-line" }, summary)));
  }

  /**
   * @param {string} question
   * @param {number} position
   */
  answer(question, position) {
    const dimension = this.dimensions.find(({ id }) => id === question);
    const values = dimension?.of[position] ?? [];
    const options = values.filter((value) => value < (dimension?.options ?? 0));
    return { options, state: options.length ? "placed" : (dimension?.values[values[0]][0] ?? "not-coded") };
  }

  /** @param {string} format */
  async take(format) {
    const passing = this.passing ?? [];
    const base = new URL("./", location.href).href.split("?")[0];
    if (format === "BibTeX") {
      const keys = new Set(passing.flatMap((p) => this.data.programmes[p][4]));
      const file = await (await fetch(this.words.bibliography ?? "")).text();
      return save("peermap-sources.bib", "application/x-bibtex", bibtex(file, keys));
    }
    const { header, rows } = table(this.dimensions, this.data.programmes, passing, base);
    if (format === "CSV") return save("peermap-programmes.csv", "text/csv", csv(header, rows));
    const records = rows.map((row) => Object.fromEntries(row.map((value, i) => [header[i], value])));
    return save("peermap-programmes.json", "application/json", JSON.stringify(records, null, 2) + "\n");
  }
}
