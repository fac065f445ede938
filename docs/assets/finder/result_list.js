// @ts-check
// The list of what passes: a card for each record, ten at first, and on paper all.
import { many } from "../words.js";
import { button, element } from "./element.js";

const FIRST = 10; // results shown at once: a click waits for no more than a window or two shows
const STEP = 25; // results that "show more" adds

/** Shows records in the order given; which ones, and what a card has, is not its business. */
export class ResultList {
  /**
   * @param {(record: number) => HTMLElement} made the card of the record at a position
   * @param {DOMStringMap} words
   * @param {string} look the class of the list
   */
  constructor(made, words, look) {
    this.made = made;
    this.passing = /** @type {number[]} */ ([]);
    this.cards = /** @type {Map<number, HTMLElement>} */ (new Map());
    this.list = element("ul", { class: `${look} pm-finder-list` });
    this.more = button("", () => this.showMore());
    this.nothing = element("p", { class: "pm-finder-nothing" }, words.nothing ?? "");
    window.addEventListener("beforeprint", () => this.passing.length && this.show(this.passing, Infinity));
  }

  /** What belongs on the page, in its order. */
  get parts() {
    return [this.nothing, this.list, this.more];
  }

  /**
   * @param {number[]} passing
   * @param {number} first how many stand there at once
   */
  show(passing, first = FIRST) {
    this.passing = passing;
    this.list.replaceChildren(...passing.slice(0, first).map((p) => this.card(p)));
    this.nothing.hidden = passing.length > 0;
    this.tellMore(this.list.children.length);
  }

  /** Takes the list off the page, where the list of the page itself stands instead. */
  clear() {
    this.passing = [];
    this.list.replaceChildren();
    this.nothing.hidden = this.more.hidden = true;
  }

  showMore() {
    const shown = this.list.children.length;
    const added = this.passing.slice(shown, shown + STEP).map((p) => this.card(p));
    this.list.append(...added);
    this.tellMore(shown + added.length);
    added[0]?.querySelector("a")?.focus();
  }

  /** @param {number} shown */
  tellMore(shown) {
    const left = this.passing.length - shown;
    this.more.hidden = left <= 0;
    this.more.textContent = left > STEP
      ? many(STEP, "Show {n} more of {left}", "Show {n} more of {left}", { left })
      : many(left, "Show {n} more", "Show {n} more");
  }

  /**
   * The card of a record, made once.
   * @param {number} record
   */
  card(record) {
    const made = this.cards.get(record) ?? this.made(record);
    this.cards.set(record, made);
    return made;
  }
}
