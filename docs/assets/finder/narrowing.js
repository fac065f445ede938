// @ts-check
// Narrows the list that a page already has, in finder and library alike. The list of the page stays
// as it is until something is chosen; then the results take its place.
import { arrived, tellMissing, waitedFor } from "../arriving.js";
import { read, write } from "./address.js";
import { containing, outcome } from "./counting.js";
import { button, element, load } from "./element.js";
import { FacetForm, chosenList } from "./facet_form.js";
import { csvNote } from "./headings.js";
import { ordered } from "./ordering.js";
import { ResultList } from "./result_list.js";

/**
 * @typedef {import("./address.js").State} State
 *
 * @typedef {object} Whole what is needed once somebody begins to choose
 * @property {string[]} texts of each record what is searched for words, folded
 * @property {Record<string, number[]>} orders for each order the positions of all records in it
 *
 * @typedef {object} Listed what is narrowed
 * @property {number} size how many records there are
 * @property {import("./counting.js").Dimension[]} dimensions `of` may arrive with the whole
 * @property {Record<string, number[]>} counts of each value how many records have it
 * @property {string[]} sorts orders, the usual one first
 * @property {string} look the class of the list of results
 * @property {() => Promise<Whole>} whole fetches what the first load left out
 * @property {(record: number) => HTMLElement} card
 * @property {Record<string, (passing: number[]) => unknown>} takes what can be done with a result
 * @property {(n: number) => string} found how many were found, in words
 * @property {(n: number) => string} jump the same as a way to them
 */

/**
 * Puts form and results onto the page, and follows its address.
 * @param {HTMLElement} place
 * @param {string | undefined} address of what the first load needs
 * @param {(data: any) => Listed} listed
 */
export async function narrow(place, address, listed) {
  const line = element("p", { class: "pm-meta", hidden: "" });
  place.before(line);
  const data = await arrived(line, place.dataset.failed, () => load(address));
  const narrowing = new Narrowing(place, listed(data));
  window.addEventListener("popstate", () => narrowing.open(location.search));
  narrowing.open(location.search);
}

/** Holds the state of one list and shows what passes, which counting.js decides. */
class Narrowing {
  /**
   * @param {HTMLElement} place
   * @param {Listed} listed
   */
  constructor(place, listed) {
    this.listed = listed;
    this.words = place.dataset;
    this.fetched = /** @type {Promise<Whole> | undefined} */ (undefined);
    this.asked = 0;
    this.state = read("", [], listed.sorts);
    this.passing = /** @type {number[]} */ ([]);
    this.list = /** @type {HTMLElement} */ (document.querySelector("[data-whole-list]"));
    this.form = new FacetForm(listed.dimensions, this.words, listed.sorts, (state) => this.change(state), listed.jump);
    this.live = element("p", { class: "pm-finder-found", role: "status" });
    this.chosen = element("ul", { class: "pm-finder-chosen-list", "aria-label": this.words.chosen ?? "" });
    this.results = new ResultList(listed.card, this.words, listed.look);
    for (const sign of ["focusin", "pointerover"]) this.form.form.addEventListener(sign, () => void this.whole().catch(() => {}));
    this.join(place);
  }

  /**
   * Form and results onto the page.
   * @param {HTMLElement} place
   */
  join(place) {
    const taking = element("p", { class: "pm-finder-take" }, element("span", {}, this.words.take ?? ""), " ",
      ...Object.entries(this.listed.takes).map(([name, act]) => button(name, () => void this.take(act))), ...csvNote());
    place.append(this.form.form);
    this.list.before(element("div", { class: "pm-finder-top", id: "found", tabindex: "-1" }, this.live, taking), this.chosen, ...this.results.parts);
    place.hidden = false;
    place.parentElement?.setAttribute("data-open", "");
  }

  /** @param {string} query */
  open(query) {
    this.state = read(query, this.listed.dimensions.map(({ id }) => id), this.listed.sorts);
    void this.show();
  }

  /** What the first load left out: fetched when somebody is about to choose, and kept. */
  whole() {
    this.fetched ??= this.listed.whole().catch((fault) => {
      this.fetched = undefined;
      throw fault;
    });
    return this.fetched;
  }

  /** @param {State} state */
  query(state) {
    return write(state, this.listed.sorts);
  }

  /**
   * A choice is a step that *Back* undoes; words that are still being typed are not.
   * @param {State} state
   */
  change(state) {
    const last = document.activeElement;
    const address = location.pathname + this.query(state) + location.hash;
    const isTyping = state.words !== this.state.words && state.words !== "";
    if (isTyping || this.query(state) === this.query(this.state)) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.state = state;
    void this.show().then(() => {
      if (last instanceof HTMLElement && !last.isConnected) this.form.search.focus();
    });
  }

  /** Shows the state; of two that come soon after each other, the later. */
  async show() {
    this.form.fill(this.state);
    const asked = (this.asked += 1);
    if (this.query(this.state) === "") return this.showIdle();
    try {
      const whole = await waitedFor(this.live, this.whole(), () => asked === this.asked);
      if (asked === this.asked) this.showOutcome(whole);
    } catch {
      if (asked === this.asked) tellMissing(this.live, this.words.failed, () => void this.show());
    }
  }

  /** Nothing is chosen: the list of the page stands there. */
  showIdle() {
    this.passing = Array.from({ length: this.listed.size }, (_, record) => record);
    this.showCounts(this.listed.counts);
    this.list.hidden = false;
    this.results.clear();
  }

  /** @param {Whole} whole */
  showOutcome({ texts, orders }) {
    const { passing, counts } = outcome(this.listed.dimensions, this.state.chosen, containing(texts, this.state.words));
    this.passing = ordered(orders[this.state.sort], passing);
    this.showCounts(counts);
    this.list.hidden = true;
    this.results.show(this.passing);
  }

  /** @param {Record<string, number[]>} counts */
  showCounts(counts) {
    this.form.count(this.listed.dimensions, counts, this.passing.length);
    this.chosen.replaceChildren(...chosenList(this.listed.dimensions, this.state, this.words, (state) => this.change(state)));
    this.chosen.hidden = !this.chosen.children.length;
    this.live.textContent = this.listed.found(this.passing.length);
  }

  /** @param {(passing: number[]) => unknown} act */
  async take(act) {
    try {
      await this.whole();
      await act(this.passing);
      if (this.live.childElementCount) this.live.textContent = this.listed.found(this.passing.length);
    } catch {
      tellMissing(this.live, this.words.failed, () => void this.take(act));
    }
  }
}
