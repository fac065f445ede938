// @ts-check
// The finder: narrows the list of programmes that the page already has. The list of the page
// stays as it is until something is chosen; then the results take its place.
import { read, write } from "./address.js";
import { containing, folded, outcome } from "./counting.js";
import { roseAnswer } from "./description.js";
import { button, element, load, phrase } from "./element.js";
import { FacetForm, chosenList } from "./facet_form.js";
import { questionsOf } from "./likeness.js";
import { rose } from "./rose.js";
import { bibtex, csv, save, table } from "./taking.js";

const FIRST = 25; // results shown before "show more", and by it

/** @param {HTMLElement} place */
async function start(place) {
  const finder = new Finder(place, await load(place.dataset.finder));
  window.addEventListener("popstate", () => finder.open(location.search));
  finder.open(location.search);
}

/** Holds the state of one finder and shows what passes, which counting.js decides. */
class Finder {
  /**
   * @param {HTMLElement} place
   * @param {any} data
   */
  constructor(place, data) {
    this.data = data;
    this.words = place.dataset;
    this.dimensions = /** @type {import("./counting.js").Dimension[]} */ (data.dimensions);
    this.questions = questionsOf(this.dimensions);
    this.texts = /** @type {Promise<string[]> | undefined} */ (undefined);
    this.asked = 0;
    this.orders = orders(this.dimensions, data.programmes);
    this.state = read("", []);
    this.shown = FIRST;
    this.passing = /** @type {number[]} */ ([]);
    this.list = /** @type {HTMLElement} */ (document.querySelector("[data-whole-list]"));
    this.form = new FacetForm(this.dimensions, this.words, (state) => this.change(state));
    this.live = element("p", { class: "pm-finder-found", role: "status" });
    this.chosen = element("ul", { class: "pm-finder-chosen-list", "aria-label": this.words.chosen ?? "" });
    this.results = element("ul", { class: "pm-list" });
    this.more = button(this.words.more ?? "", () => this.showMore());
    const take = element("p", { class: "pm-finder-take" }, element("span", {}, this.words.take ?? ""), " ",
      ...["CSV", "JSON", "BibTeX"].map((format) => button(format, () => void this.take(format))));
    this.form.form.addEventListener("focusin", () => void this.whole());
    this.form.form.addEventListener("pointerover", () => void this.whole());
    place.append(this.form.form);
    this.list.before(element("div", { class: "pm-finder-top" }, this.live, take), this.chosen, this.results, this.more);
    place.hidden = false;
    place.parentElement?.setAttribute("data-open", "");
  }

  /** @param {string} query */
  open(query) {
    this.state = read(query, this.dimensions.map(({ id }) => id));
    void this.show();
  }

  /**
   * Summaries and sources, fetched when somebody is about to use the finder and kept; the texts to
   * be searched. Where they do not arrive, names and facts serve alone.
   */
  whole() {
    this.texts ??= load(this.words.summaries).catch(() => []).then((rows) => {
      this.data.programmes.forEach((/** @type {any[]} */ programme, /** @type {number} */ p) => programme.push(...(rows[p] ?? ["", []])));
      return this.data.programmes.map((/** @type {string[]} */ programme) => folded(programme.slice(0, 4).join(" ")));
    });
    return this.texts;
  }

  /** @param {import("./address.js").State} state */
  change(state) {
    const last = document.activeElement;
    this.state = state;
    history.replaceState(null, "", location.pathname + write(state) + location.hash);
    void this.show().then(() => {
      if (last instanceof HTMLElement && !last.isConnected) this.form.search.focus();
    });
  }

  /** Shows the state; of two that come soon after each other, the later. */
  async show() {
    this.form.fill(this.state);
    const isIdle = write(this.state) === "";
    const asked = (this.asked += 1);
    const texts = isIdle ? new Array(this.data.programmes.length).fill("") : await this.whole();
    if (asked === this.asked) this.showOutcome(texts, isIdle);
  }

  /**
   * @param {string[]} texts
   * @param {boolean} isIdle whether nothing is chosen, so that the list of the page stands there
   */
  showOutcome(texts, isIdle) {
    const { passing, counts } = outcome(this.dimensions, this.state.chosen, containing(texts, this.state.words));
    this.form.count(this.dimensions, counts);
    const order = this.orders[this.state.sort];
    this.passing = [...passing].sort((a, b) => order[a] - order[b]);
    this.shown = FIRST;
    this.chosen.replaceChildren(...chosenList(this.dimensions, this.state, this.words, (state) => this.change(state)));
    this.chosen.hidden = !this.chosen.children.length;
    this.live.textContent = phrase(this.words.found, { n: passing.length, all: texts.length });
    this.showResults(isIdle);
  }

  /** @param {boolean} isIdle */
  showResults(isIdle) {
    this.list.hidden = !isIdle;
    this.results.hidden = isIdle;
    this.results.replaceChildren(...(isIdle ? [] : this.passing.slice(0, FIRST).map((p) => this.card(p))));
    this.more.hidden = isIdle || this.passing.length <= FIRST;
  }

  showMore() {
    const added = this.passing.slice(this.shown, this.shown + FIRST).map((p) => this.card(p));
    this.shown += FIRST;
    this.results.append(...added);
    this.more.hidden = this.shown >= this.passing.length;
    added[0]?.querySelector("a")?.focus();
  }

  /** @param {number} position */
  card(position) {
    const [id, name, facts, summary] = this.data.programmes[position];
    return element("li", { class: "pm-row" },
      rose(this.data.rose, (question) => roseAnswer(this.questions, question, position), 44),
      element("div", {}, element("a", { class: "pm-row-title", href: `${id}/` }, name),
        element("p", { class: "pm-meta" }, facts), element("p", { class: "pm-line" }, summary)));
  }

  /** @param {string} format */
  async take(format) {
    await this.whole();
    const base = new URL("./", location.href).href.split("?")[0];
    if (format === "BibTeX") {
      const keys = new Set(this.passing.flatMap((p) => this.data.programmes[p][4]));
      const file = await (await fetch(this.words.bibliography ?? "")).text();
      return save("peermap-sources.bib", "application/x-bibtex", bibtex(file, keys));
    }
    const { header, rows } = table(this.dimensions, this.data.programmes, this.passing, base);
    if (format === "CSV") return save("peermap-programmes.csv", "text/csv", csv(header, rows));
    const records = rows.map((row) => Object.fromEntries(row.map((value, i) => [header[i], value])));
    return save("peermap-programmes.json", "application/json", JSON.stringify(records, null, 2) + "\n");
  }
}

/**
 * For each order the place of every programme in it, so that a click sorts whole numbers only.
 * @param {import("./counting.js").Dimension[]} dimensions
 * @param {string[][]} programmes
 * @returns {Record<string, number[]>}
 */
function orders(dimensions, programmes) {
  const names = programmes.map(([, name]) => folded(name));
  const byName = programmes.map((_, p) => p).sort((a, b) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : a - b));
  const trend = dimensions.find(({ id }) => id === "trend");
  const questions = questionsOf(dimensions);
  const open = (/** @type {number} */ p) => questions.filter(({ of, options }) => !of[p].some((value) => value < (options ?? 0))).length;
  const ranked = (/** @type {(p: number) => number} */ first) => {
    const keys = programmes.map((_, p) => first(p));
    const places = new Array(programmes.length);
    [...byName].sort((a, b) => keys[a] - keys[b]).forEach((p, n) => { places[p] = n; });
    return places;
  };
  return { name: ranked(() => 0), trend: ranked((p) => trend?.of[p][0] ?? 0), placed: ranked(open) };
}

const place = document.querySelector("[data-finder]");
if (place instanceof HTMLElement) void start(place);
