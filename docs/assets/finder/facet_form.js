// @ts-check
// The form of finder and library: words, order, and a group of boxes for each dimension. It folds away on
// a narrow window, where the results come first.
import { labelled, number, say } from "../words.js";
import { button, element } from "./element.js";

/**
 * @typedef {import("./counting.js").Dimension} Dimension
 * @typedef {import("./address.js").State} State
 *
 * @typedef {object} Box one value: its line, the box itself, its number
 * @property {HTMLElement} row
 * @property {HTMLInputElement} box
 * @property {HTMLElement} number
 * @property {number} count as it is shown
 */

const WIDE = "(min-width: 60rem)"; // as in finder.css

/** Shows a state and tells the next one; what passes is not its business. */
export class FacetForm {
  /**
   * @param {Dimension[]} dimensions
   * @param {DOMStringMap} words
   * @param {string[]} sorts
   * @param {(state: State) => void} change
   * @param {(n: number) => string} jump what the way to the results says
   */
  constructor(dimensions, words, sorts, change, jump) {
    this.words = words;
    this.wayTo = jump;
    this.boxes = /** @type {Map<string, Box>} */ (new Map());
    this.search = /** @type {HTMLInputElement} */ (element("input", { type: "search", name: "q", id: "finder-words" }));
    this.sort = /** @type {HTMLSelectElement} */ (element("select", { id: "finder-sort", name: "sort" },
      ...sorts.map((sort) => element("option", { value: sort }, words[`sort${sort}`] ?? sort))));
    this.folds = dimensions.map((dimension) => this.makeFacet(dimension));
    this.summary = element("summary", {}, words.narrow ?? "");
    this.jump = button("", () => this.toResults(), { class: "pm-finder-jump" });
    this.whole = /** @type {HTMLDetailsElement} */ (element("details", { class: "pm-finder-fold" }, this.summary,
      element("div", { class: "pm-finder-facets" }, ...this.folds), this.jump));
    this.form = this.makeForm(change);
    const wide = window.matchMedia(WIDE);
    this.whole.open = wide.matches;
    wide.addEventListener("change", () => { this.whole.open = wide.matches; });
  }

  /** @param {(state: State) => void} change */
  makeForm(change) {
    const form = element("form", { class: "pm-finder-form", role: "search", "aria-label": this.words.name ?? "" },
      element("div", { class: "pm-finder-field" }, element("label", { for: "finder-words" }, this.words.search ?? ""), this.search),
      element("div", { class: "pm-finder-field" }, element("label", { for: "finder-sort" }, this.words.sort ?? ""), this.sort),
      this.whole);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => change(this.state()));
    return form;
  }

  /** @param {Dimension} dimension */
  makeFacet(dimension) {
    const values = dimension.values.map((_, position) => this.makeBox(dimension, position));
    const name = dimension.facet ? [element("span", { class: "pm-sign", "data-facet": dimension.facet }), " ", dimension.name] : [dimension.name];
    const asked = dimension.words ? [" ", element("span", { class: "pm-finder-asked" }, dimension.words)] : [];
    return /** @type {HTMLDetailsElement} */ (element("details", { class: "pm-finder-facet", ...(dimension.facet ? { "data-facet": dimension.facet } : {}) },
      element("summary", {}, element("span", {}, ...name, ...asked), " ", element("span", { class: "pm-finder-chosen" })),
      element("fieldset", {}, element("legend", { class: "pm-unseen" }, dimension.words ?? dimension.name), element("ul", {}, ...values))));
  }

  /**
   * @param {Dimension} dimension
   * @param {number} position
   */
  makeBox(dimension, position) {
    const [value, name] = dimension.values[position];
    const id = boxId(dimension.id, value);
    const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", id, name: dimension.id, value }));
    const number = element("span", { class: "pm-finder-count" });
    const row = element("li", position >= (dimension.options ?? Infinity) ? { class: "pm-finder-state", "data-state": value } : {},
      box, element("label", { for: id }, element("span", {}, name), " ", number));
    this.boxes.set(id, { row, box, number, count: -1 });
    return row;
  }

  /** @returns {State} */
  state() {
    /** @type {import("./counting.js").Chosen} */
    const chosen = {};
    for (const { box } of this.boxes.values()) {
      if (box.checked) (chosen[box.name] ??= []).push(box.value);
    }
    return { chosen, words: this.search.value, sort: this.sort.value };
  }

  /**
   * The state into the form. A group with a choice opens, and tells how many there are.
   * @param {State} state
   */
  fill({ chosen, words, sort }) {
    for (const { box } of this.boxes.values()) box.checked = (chosen[box.name] ?? []).includes(box.value);
    if (this.search.value.trim() !== words.trim()) this.search.value = words;
    this.sort.value = sort;
    let all = 0;
    for (const fold of this.folds) {
      const chosenHere = fold.querySelectorAll("input:checked").length;
      all += chosenHere;
      fold.open ||= chosenHere > 0;
      const told = /** @type {HTMLElement} */ (fold.querySelector(".pm-finder-chosen"));
      told.textContent = chosenHere ? number(chosenHere) : "";
    }
    this.summary.textContent = all ? `${this.words.narrow} (${number(all)})` : this.words.narrow ?? "";
  }

  /**
   * The number of records that would pass with each value, and of those that do.
   * @param {Dimension[]} dimensions
   * @param {Record<string, number[]>} counts
   * @param {number} passing
   */
  count(dimensions, counts, passing) {
    this.jump.textContent = this.wayTo(passing);
    for (const dimension of dimensions) {
      dimension.values.forEach(([value], position) => {
        const shown = /** @type {Box} */ (this.boxes.get(boxId(dimension.id, value)));
        const count = counts[dimension.id][position];
        if (count !== shown.count) shown.number.textContent = number(count);
        shown.count = count;
        shown.row.classList.toggle("pm-finder-none", count === 0 && !shown.box.checked);
      });
    }
  }

  /** On a narrow window the facets fold away, and what was found stands at the top. */
  toResults() {
    this.whole.open = false;
    document.getElementById("found")?.focus();
    document.getElementById("found")?.scrollIntoView();
  }
}

/**
 * What is chosen, each with a button that takes it away.
 * @param {Dimension[]} dimensions
 * @param {State} state
 * @param {DOMStringMap} words
 * @param {(state: State) => void} change
 */
export function chosenList(dimensions, state, words, change) {
  const items = dimensions.flatMap((dimension) => (state.chosen[dimension.id] ?? []).map((value) => {
    const name = dimension.values.find(([id]) => id === value)?.[1] ?? say("“{id}” (unknown, passed over)", { id: value });
    const less = { ...state.chosen, [dimension.id]: state.chosen[dimension.id].filter((other) => other !== value) };
    const drop = { class: "pm-chip", "aria-label": labelled(words.drop ?? "", `${dimension.name}, ${name}`) };
    return element("li", {}, button(`${labelled(dimension.name, name)} ×`, () => change({ ...state, chosen: less }), drop));
  }));
  const clear = button(words.clear ?? "", () => change({ chosen: {}, words: "", sort: state.sort }), { class: "pm-finder-clear" });
  return items.length || state.words.trim() ? [...items, element("li", {}, clear)] : [];
}

/**
 * @param {string} dimension
 * @param {string} value
 */
function boxId(dimension, value) {
  return `f-${dimension}-${value}`;
}
