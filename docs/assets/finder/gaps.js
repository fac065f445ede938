// @ts-check
// The page of gaps: any two dimensions against each other. The matrix of the page stays as it is
// until another is chosen; what a cell means is decided in matrix.js.
import { arrived } from "../arriving.js";
import { passedOver } from "../passed_over.js";
import { save } from "../save.js";
import { inLanguage, lowered, say } from "../words.js";
import { png, svg } from "./drawing.js";
import { element, button, load, phrase } from "./element.js";
import { offerCsv } from "./headings.js";
import { COUNTED, FIRST, QUESTIONS, lines, readView, side, table, writeView } from "./matrix.js";
import { picture } from "./matrix_picture.js";
import { matrixTable } from "./matrix_table.js";
import { csv } from "./taking.js";

/** @param {HTMLElement} place */
async function start(place) {
  const page = new Gaps(place);
  window.addEventListener("popstate", () => void page.open(location.search));
  await page.open(location.search);
}

/**
 * @typedef {object} Data
 * @property {import("./counting.js").Dimension[]} dimensions
 * @property {string[][]} [programmes]
 * @property {string[][]} [references]
 */

const FEW = 6; // columns that fit a wide window

/** Holds the chosen view and shows it. */
class Gaps {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.words = place.dataset;
    this.view = { ...FIRST };
    this.form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
    this.live = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
    this.missing = element("p", { class: "pm-meta", hidden: "" });
    this.scroll = /** @type {HTMLElement} */ (place.querySelector(".pm-matrix-scroll"));
    this.take = /** @type {HTMLElement} */ (place.querySelector(".pm-gaps-take"));
    this.list = /** @type {HTMLElement} */ (place.querySelector(".pm-gaps-list"));
    this.data = /** @type {Record<string, Data>} */ ({});
    this.scroll.after(this.missing);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", () => void this.change({ ...this.fromForm(), cell: "" }));
    this.on("swap", () => void this.change({ ...this.view, rows: this.view.columns, columns: this.view.rows, cell: "" }));
    offerCsv(place, (isForPrograms) => this.saveCsv(isForPrograms));
    this.on("svg", () => save("peermap-gaps.svg", "image/svg+xml", svg(this.picture())));
    this.on("png", async () => save("peermap-gaps.png", "image/png", await png(this.picture())));
    this.scroll.addEventListener("keydown", (event) => this.step(event));
    this.scroll.addEventListener("click", (event) => this.openCell(event));
  }

  /**
   * @param {string} name
   * @param {() => unknown} act
   */
  on(name, act) {
    this.place.querySelector(`button[name=${name}]`)?.addEventListener("click", () => void act());
  }

  /** @param {string} query */
  async open(query) {
    this.view = readView(query);
    const first = !this.form.hidden || query.length > 1;
    await this.fetched();
    const sides = [QUESTIONS, ...this.dimensions.map(({ id }) => id)];
    this.fill();
    this.form.hidden = this.take.hidden = false;
    this.show(first, passedOver(query, { of: [...COUNTED], rows: sides, columns: sides }));
  }

  /** @param {import("./matrix.js").View} view */
  async change(view) {
    this.view = view;
    await this.fetched();
    this.fill();
    history.pushState(null, "", location.pathname + writeView(this.view) + location.hash);
    this.show(true);
  }

  /** The data of what is counted are there. */
  async fetched() {
    const { of } = this.view;
    const address = of === "references" ? this.words.references : this.words.gaps;
    this.data[of] ??= await arrived(this.missing, this.words.failed, () => load(address));
    this.missing.hidden = true;
  }

  /** @returns {import("./matrix.js").View} */
  fromForm() {
    const given = new FormData(this.form);
    const value = (/** @type {string} */ name) => String(given.get(name) ?? "");
    return { of: value("of"), rows: value("rows"), columns: value("columns"), cell: this.view.cell };
  }

  get dimensions() {
    return this.data[this.view.of].dimensions;
  }

  /** The view into the form; a dimension that is not there gives way to that of the first view. */
  fill() {
    for (const name of /** @type {const} */ (["rows", "columns"])) {
      const select = /** @type {HTMLSelectElement} */ (this.form.elements.namedItem(name));
      select.replaceChildren(
        element("option", { value: QUESTIONS }, this.words.questions ?? ""),
        ...this.dimensions.map(({ id, name: words }) => element("option", { value: id }, words)));
      const found = side(this.dimensions, this.view[name], FIRST[name]);
      this.view[name] = found.length > 1 ? QUESTIONS : found[0].id;
      select.value = this.view[name];
    }
    /** @type {HTMLSelectElement} */ (this.form.elements.namedItem("of")).value = this.view.of;
  }

  /**
   * @param {boolean} anew whether the table of the page gives way to another
   * @param {string} [unknown] a sentence on what the address names and there is not
   */
  show(anew, unknown = "") {
    this.rows = lines(side(this.dimensions, this.view.rows, FIRST.rows));
    this.columns = lines(side(this.dimensions, this.view.columns, FIRST.columns));
    const { total, said } = this.described();
    const corner = this.rows[0].dimension === this.rows[this.rows.length - 1].dimension ? this.rows[0].dimension.name : this.words.questions ?? "";
    const words = { caption: phrase(this.words.caption, said), corner, all: this.words.all ?? "",
      lookedFor: this.words.lookedFor ?? "", notCoded: this.words.notCoded ?? "" };
    if (anew) {
      this.scroll.toggleAttribute("data-few", this.columns.length <= FEW);
      this.scroll.replaceChildren(matrixTable(this.rows, this.columns, total, words, this.ways()));
      this.live.textContent = `${phrase(this.words.said, said)} ${unknown}`.trim();
      this.live.classList.toggle("pm-unseen", !unknown); // the caption says the rest to those who see it
    }
    this.showList();
  }

  /** What is counted by what, in words. */
  described() {
    const { rows = [], columns = [] } = this;
    const total = this.dimensions[0].of.length;
    const name = (/** @type {string} */ choice) =>
      within(choice === QUESTIONS ? this.words.questions ?? "" : side(this.dimensions, choice, FIRST.rows)[0].name);
    const what = (this.view.of === "references" ? this.words.whatReferences : this.words.whatProgrammes) ?? "";
    return { total, said: { what, rows: name(this.view.rows), columns: name(this.view.columns), total, down: rows.length, across: columns.length } };
  }

  /** @returns {import("./matrix_table.js").Ways} */
  ways() {
    const references = this.view.of === "references";
    const isListed = (/** @type {import("./matrix.js").Line} */ row, /** @type {import("./matrix.js").Line} */ column) =>
      references || row.dimension === column.dimension;
    return {
      page: (line) => pageOf(line, this.words),
      list: (query) => (references ? undefined : `${this.words.atProgrammes}${query}`),
      cell: (row, column) => (isListed(row, column) ? writeView({ ...this.view, cell: cellId(row, column) }) : undefined),
      facet: (id) => this.place.getAttribute(`data-facet-${id}`) ?? "",
    };
  }

  /** @param {MouseEvent} event */
  openCell(event) {
    const link = event.target instanceof Element ? event.target.closest("td a") : null;
    if (!(link instanceof HTMLAnchorElement) || !new URL(link.href).searchParams.has("cell") || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.view = readView(link.getAttribute("href") ?? "");
    history.pushState(null, "", location.pathname + writeView(this.view));
    this.showList();
    this.list.querySelector("h2")?.focus();
  }

  /** The records of the open cell, below the matrix, where no filter of the finder gives them. */
  showList() {
    const [row, column] = this.view.cell.split(",").map((id, n) => (n ? this.columns : this.rows)?.find((line) => lineId(line) === id));
    this.list.hidden = !(row && column);
    if (!row || !column || this.list.hidden) return;
    const both = [...row.having.keys()].filter((n) => row.having[n] & column.having[n]);
    const references = this.view.of === "references";
    const { what } = this.described().said;
    const name = phrase(this.words.listed, { what, row: row.name, column: column.name, n: both.length });
    const close = button(this.words.close ?? "", () => void this.change({ ...this.view, cell: "" }));
    this.list.replaceChildren(element("h2", { id: "gaps-list-name", tabindex: "-1" }, name),
      element("ul", { class: "pm-sources" }, ...both.map((n) => (references ? this.reference(n) : this.programme(n)))), close);
  }

  /** @param {number} position */
  programme(position) {
    const [id, name, facts] = this.data.programmes.programmes?.[position] ?? [];
    return element("li", {}, element("a", { href: `${this.words.atProgrammes}${id}/` }, name), " ", element("span", { class: "pm-meta" }, facts));
  }

  /** @param {number} position */
  reference(position) {
    const [key, author, title, container, language] = this.data.references.references?.[position] ?? [];
    return element("li", {}, element("a", { class: "pm-reference", href: `${this.words.atReferences}${key}/` },
      element("span", { class: "pm-author" }, author), " ", element("span", { class: "pm-title", ...inLanguage(language) }, title)),
    ...(container ? [" ", element("span", { class: "pm-meta" }, element("i", {}, container))] : []));
  }

  /**
   * Arrow keys move from number to number; Tab does so too, and needs more presses.
   * @param {KeyboardEvent} event
   */
  step(event) {
    const from = event.target instanceof Element ? event.target.closest("td, th") : null;
    const row = from?.closest("tr");
    const move = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!(from instanceof HTMLTableCellElement) || !row || !move || event.target === this.scroll) return;
    const rows = [...this.scroll.querySelectorAll("tr")];
    let [y, x] = [rows.indexOf(row) + move[0], from.cellIndex + move[1]];
    for (; rows[y]?.cells[x]; y += move[0], x += move[1]) {
      const link = rows[y].cells[x].querySelector("a");
      if (!link) continue;
      event.preventDefault();
      return link.focus();
    }
  }

  /** @param {boolean} isForPrograms */
  saveCsv(isForPrograms) {
    const { header, rows } = table(this.rows ?? [], this.columns ?? [], isForPrograms ? undefined : this.wording());
    save("peermap-gaps.csv", "text/csv", csv(header, rows));
  }

  /** A table as readers read it: names, and the words of the page. @returns {import("./matrix.js").Wording} */
  wording() {
    const states = { found: say("found"), "looked for": this.words.lookedFor, "not coded": this.words.notCoded, none: "" };
    return {
      header: [say("Rows by"), say("Row"), say("Columns by"), say("Column"), say("How many"), say("State")],
      named: ({ name }) => name, state: (state) => states[state] ?? state,
    };
  }

  picture() {
    const colours = getComputedStyle(document.documentElement);
    const colour = (/** @type {string} */ name) => colours.getPropertyValue(`--pm-${name}`).trim();
    const facet = (/** @type {string | undefined} */ id) => {
      const body = this.scroll.querySelector(`tbody[data-facet="${CSS.escape(id ?? "")}"]`);
      return (body ? getComputedStyle(body).getPropertyValue("--pm-facet").trim() : "") || colour("link");
    };
    const ink = { paper: colour("surface"), ink: colour("ink"), soft: colour("soft"), edge: colour("edge"), facet };
    const words = { "looked for": this.words.lookedFor ?? "", "not coded": this.words.notCoded ?? "" };
    const title = phrase(this.words.by, this.described().said);
    return picture(title, this.rows ?? [], this.columns ?? [], ink, words);
  }
}

/**
 * A name within a sentence: *Trend* as *trend*.
 * @param {string} name
 */
function within(name) {
  return lowered(name.slice(0, 1)) + name.slice(1);
}

/** @param {import("./matrix.js").Line} line */
function lineId({ dimension, id }) {
  return `${dimension.id}.${id}`;
}

/**
 * @param {import("./matrix.js").Line} row
 * @param {import("./matrix.js").Line} column
 */
function cellId(row, column) {
  return `${lineId(row)},${lineId(column)}`;
}

/**
 * Where a value has a page of its own.
 * @param {import("./matrix.js").Line} line
 * @param {DOMStringMap} words
 */
function pageOf({ dimension, id, isOption }, words) {
  if (isOption) return `${words.atQuestions}${dimension.id}/${id}/`;
  const at = { trend: words.atTrend, labels: words.atLabels }[dimension.id];
  return at && !id.startsWith("not-") ? `${at}${id}/` : undefined;
}

const place = document.querySelector("[data-gaps]");
if (place instanceof HTMLElement) void start(place);
