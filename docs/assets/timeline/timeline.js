// @ts-check
// The timeline of all trends: everything is on the page already, this only narrows it.
import { phrase } from "../finder/element.js";
import { passedOver } from "../passed_over.js";
import { number } from "../words.js";
import { FACETS, KINDS, passes, read, tally, write } from "./selection.js";

/**
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {import("./selection.js").Moment & {row: HTMLElement, sign: Element | undefined}} Shown
 */

class Timeline {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
    this.live = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
    this.moments = this.found();
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", () => this.change());
    this.form.addEventListener("reset", () => setTimeout(() => this.change())); // after it is reset
    window.addEventListener("popstate", () => this.open());
  }

  /** @returns {Shown[]} events come first, as in the picture */
  found() {
    const signs = this.place.querySelectorAll(".pm-timeline-event");
    const options = /** @type {HTMLOptionElement[]} */ ([...this.form.querySelectorAll("option")]);
    const terms = options.map(({ value }) => value).filter(Boolean); // things name their places
    const rows = /** @type {HTMLElement[]} */ ([...this.place.querySelectorAll("[data-thing]")]);
    return rows.map((row, n) => ({
      row,
      sign: row.dataset.thing === "event" ? signs[n] : undefined,
      kind: row.dataset.thing ?? "",
      period: row.dataset.period ?? "",
      terms: (row.dataset.terms ?? "").split(" ").map((place) => terms[Number(place)] ?? ""),
    }));
  }

  /** Show what the address says. */
  open() {
    const terms = FACETS.map((facet) => [facet, [...this.select(facet).options].map((option) => option.value)]);
    const known = /** @type {Record<string, string[]>} */ (Object.fromEntries(terms));
    const selection = read(location.search, (facet, term) => known[facet].includes(term));
    for (const box of this.boxes()) box.checked = selection.show.includes(box.value);
    for (const facet of FACETS) this.select(facet).value = selection.terms[facet] ?? "";
    this.form.hidden = false;
    this.show(selection, passedOver(location.search, { show: KINDS, ...known }));
  }

  /** Show what the form says, and keep it in the address: a step that *Back* undoes. */
  change() {
    const selection = this.chosen();
    const address = location.pathname + write(selection) + location.hash;
    if (write(selection) !== location.search) history.pushState(null, "", address);
    this.show(selection);
  }

  /** @returns {Selection} where no kind is ticked, all are shown */
  chosen() {
    const ticked = this.boxes().filter((box) => box.checked).map((box) => box.value);
    if (!ticked.length) for (const box of this.boxes()) box.checked = true;
    const terms = FACETS.map((facet) => [facet, this.select(facet).value]).filter(([, term]) => term);
    return { show: ticked.length ? ticked : [...KINDS], terms: Object.fromEntries(terms) };
  }

  boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("input[name=show]")]);
  }

  /** @param {string} facet */
  select(facet) {
    return /** @type {HTMLSelectElement} */ (this.form.elements.namedItem(facet));
  }

  /**
   * @param {Selection} selection
   * @param {string} [unknown] a sentence on what the address names and there is not
   */
  show(selection, unknown = "") {
    const kept = this.moments.filter((moment) => passes(moment, selection));
    const shown = new Set(kept);
    for (const moment of this.moments) {
      moment.row.hidden = !shown.has(moment);
      moment.sign?.classList.toggle("pm-timeline-out", !shown.has(moment));
    }
    this.showPeriods(selection, tally(kept));
    this.showLists(selection, kept);
    this.tell(kept, unknown);
  }

  /**
   * Numbers and bars of the table; a column that is not shown goes.
   * @param {Selection} selection
   * @param {Map<string, number>} numbers
   */
  showPeriods({ show }, numbers) {
    for (const kind of KINDS) {
      const most = Math.max(1, ...[...numbers].filter(([key]) => key.startsWith(`${kind} `)).map(([, n]) => n));
      for (const cell of /** @type {NodeListOf<HTMLElement>} */ (this.place.querySelectorAll(`.pm-periods [data-kind=${kind}]`))) {
        cell.hidden = !show.includes(kind);
        const period = cell.closest("tr")?.dataset.period;
        if (period === undefined) continue;
        const size = numbers.get(`${kind} ${period}`) ?? 0;
        /** @type {HTMLElement} */ (cell.querySelector("span")).textContent = number(size);
        cell.querySelector("rect")?.setAttribute("width", `${Math.round((100 * size) / most)}%`);
      }
    }
  }

  /**
   * Lists say how many they show, and go when they show none.
   * @param {Selection} selection
   * @param {Shown[]} kept
   */
  showLists({ show }, kept) {
    for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (this.place.querySelectorAll("[data-fold]"))) {
      const kind = fold.dataset.fold ?? "";
      const size = kept.filter((moment) => moment.kind === kind).length;
      /** @type {HTMLElement} */ (fold.querySelector("[data-shown]")).textContent = number(size);
      fold.hidden = !show.includes(kind) || !size;
    }
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (this.place.querySelectorAll("ol.pm-events"))) {
      const none = !list.querySelector("li:not([hidden])");
      list.hidden = none;
      /** @type {HTMLElement} */ (list.previousElementSibling).hidden = none;
    }
    const picture = /** @type {HTMLElement} */ (this.place.querySelector(".pm-timeline"));
    picture.hidden = !show.includes("event");
  }

  /**
   * @param {Shown[]} kept
   * @param {string} unknown
   */
  tell(kept, unknown) {
    const words = this.live.dataset;
    const size = (/** @type {string} */ kind) => kept.filter((moment) => moment.kind === kind).length;
    const all = this.moments.length;
    const pattern = kept.length === all ? words.all : kept.length ? words.some : words.none;
    const said = phrase(pattern, {
      n: kept.length, all, events: size("event"), programmes: size("programme"), publications: size("publication"),
    });
    this.live.textContent = unknown ? `${said} ${unknown}` : said;
  }
}

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-timeline]"))) new Timeline(place).open();
