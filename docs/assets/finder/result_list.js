// @ts-check
// The list of what passes: a card for each record, twenty-five at first, and on paper all.
import { button, element, phrase } from "./element.js";

const FIRST = 25; // results shown before "show more", and by it
const WINDOW = 8; // of them those that a window shows; the others follow in the next frame

/** Shows records in the order given; which ones, and what a card has, is not its business. */
export class ResultList {
  /**
   * @param {(record: number) => HTMLElement} made the card of the record at a position
   * @param {DOMStringMap} words
   * @param {string} look the class of the list
   */
  constructor(made, words, look) {
    this.made = made;
    this.words = words;
    this.passing = /** @type {number[]} */ ([]);
    this.cards = /** @type {Map<number, HTMLElement>} */ (new Map());
    this.list = element("ul", { class: `${look} pm-finder-list` });
    this.more = button(words.more ?? "", () => this.showMore());
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
    const [now, then] = [passing.slice(0, first), first === FIRST ? WINDOW : first];
    this.passing = passing;
    this.list.replaceChildren(...now.slice(0, then).map((p) => this.card(p)));
    this.nothing.hidden = passing.length > 0;
    this.tellMore(now.length);
    if (now.length > then) requestAnimationFrame(() => setTimeout(() => this.fill(passing, now.slice(then))));
  }

  /**
   * The rest of what stands there at first, unless something else does by now.
   * @param {number[]} passing
   * @param {number[]} rest
   */
  fill(passing, rest) {
    if (passing === this.passing && this.list.children.length === WINDOW) this.list.append(...rest.map((p) => this.card(p)));
  }

  /** Takes the list off the page, where the list of the page itself stands instead. */
  clear() {
    this.passing = [];
    this.list.replaceChildren();
    this.nothing.hidden = this.more.hidden = true;
  }

  showMore() {
    const shown = this.list.children.length;
    const added = this.passing.slice(shown, shown + FIRST).map((p) => this.card(p));
    this.list.append(...added);
    this.tellMore(shown + added.length);
    added[0]?.querySelector("a")?.focus();
  }

  /** @param {number} shown */
  tellMore(shown) {
    const left = this.passing.length - shown;
    this.more.hidden = left <= 0;
    this.more.textContent = phrase(this.words.more, { n: Math.min(FIRST, left), left });
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
