// @ts-check
// The search page: reads the address, asks the index, shows what was found. Without an index, or
// where this script does not run, the page's own words and lists remain.
import { tellMissing, waitedFor } from "../arriving.js";
import { phrase } from "../finder/element.js";
import { read, write } from "./address.js";
import { answer } from "./asking.js";
import { Found } from "./found.js";
import { forget, needs } from "./needs.js";

const PAUSE = 250; // milliseconds after a key before the index is asked

/** Holds the state of the page; what is found is decided in asking.js and shown by found.js. */
class Search {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.say = box.dataset;
    this.title = document.title;
    this.state = read("");
    this.turn = 0; // an answer that comes after a later question is passed over
    this.field = /** @type {HTMLInputElement} */ (box.querySelector("input[type=search]"));
    this.status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
    this.needed = /** @type {HTMLElement} */ (document.querySelector("[data-search-needs]"));
    this.found = new Found(
      box,
      (state) => this.change(state, "pushState"),
      () => this.again(),
    );
    box.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.change({ ...this.state, words: this.field.value }, "pushState");
    });
    this.field.addEventListener("input", () => this.wait());
    window.addEventListener("popstate", () => this.open());
    this.needed.hidden = true;
    this.open();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.change({ ...this.state, words: this.field.value }, "replaceState"),
      PAUSE,
    );
  }

  open() {
    this.state = read(location.search);
    this.field.value = this.state.words;
    void this.look();
  }

  /**
   * @param {import("./address.js").State} state
   * @param {"pushState" | "replaceState"} way
   */
  change(state, way) {
    clearTimeout(this.timer);
    const isSame = state.words.trim() === this.state.words.trim();
    this.state = isSame ? state : { ...state, only: false };
    history[way](null, "", location.pathname + write(this.state));
    void this.look();
  }

  async look() {
    const turn = (this.turn += 1);
    const words = this.state.words.trim();
    document.title = words ? `${words} · ${this.title}` : this.title;
    if (!words) return this.rest("");
    try {
      const isWanted = () => turn === this.turn;
      const needed = await waitedFor(this.status, needs(), isWanted);
      const isKind = needed.kinds.some(({ kind }) => kind === this.state.kind);
      const state = isKind ? this.state : { ...this.state, kind: "" };
      const found = await waitedFor(this.status, this.ask(words, needed), isWanted);
      if (!isWanted()) return undefined;
      const shown = await this.found.show(state, found, needed);
      if (!isWanted()) return undefined;
      this.needed.hidden = true;
      this.status.textContent = this.sentence(words, found, shown);
    } catch (fault) {
      console.warn(fault);
      if (turn === this.turn) this.miss();
    }
    return undefined;
  }

  /**
   * @param {string} words
   * @param {import("./needs.js").Needs} needed
   */
  ask(words, { pagefind, synonyms, kindOf, names }) {
    return answer(pagefind, words, this.state.only ? [] : synonyms, kindOf, names);
  }

  /** The same of an index fetched anew: of one Pagefind asks for no page twice. */
  async again() {
    forget();
    return this.ask(this.state.words.trim(), await needs());
  }

  /** Says that search cannot start, and lets it be tried again. */
  miss() {
    forget();
    this.found.clear();
    this.needed.hidden = false;
    tellMissing(this.status, this.say.missing, () => void this.look());
  }

  /** @param {string} words what is said where no results are shown */
  rest(words) {
    this.found.clear();
    this.status.textContent = words;
  }

  /**
   * @param {string} words
   * @param {import("./asking.js").Answer} found
   * @param {{own: number, other: number}} shown
   */
  sentence(words, { own: all, unknown }, { own, other }) {
    const none = all.length ? this.say.noneOfKind : this.say.none;
    const first = unknown.length ? this.say.unknown : own ? this.say.found : none;
    const values = { words, own, other, unknown: unknown.join(", ") };
    return [first, other ? this.say.foundOther : ""]
      .map((text) => phrase(text, values))
      .join(" ")
      .trim();
  }
}

const box = document.querySelector("[data-search]");
if (box instanceof HTMLElement) new Search(box);
