// @ts-check
// The finder: narrows the list of programmes that the page already has. The list of the page
// stays as it is until something is chosen; then the results take its place.
import { read, write } from "./address.js";
import { containing, folded, outcome } from "./counting.js";
import { button, element, load, phrase } from "./element.js";
import { FacetForm, chosenList } from "./facet_form.js";
import { questionsOf } from "./likeness.js";
import { ordered, orders } from "./ordering.js";
import { ResultList } from "./result_list.js";
import { FORMATS, take } from "./taking.js";

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
    this.texts = /** @type {Promise<string[]> | undefined} */ (undefined);
    this.asked = 0;
    this.orders = orders(this.dimensions, data.programmes);
    this.state = read("", []);
    this.passing = /** @type {number[]} */ ([]);
    this.list = /** @type {HTMLElement} */ (document.querySelector("[data-whole-list]"));
    this.form = new FacetForm(this.dimensions, this.words, (state) => this.change(state));
    this.live = element("p", { class: "pm-finder-found", role: "status" });
    this.chosen = element("ul", { class: "pm-finder-chosen-list", "aria-label": this.words.chosen ?? "" });
    this.results = new ResultList(data, questionsOf(this.dimensions), this.words);
    this.form.form.addEventListener("focusin", () => void this.whole());
    this.form.form.addEventListener("pointerover", () => void this.whole());
    this.join(place);
  }

  /**
   * Form and results onto the page.
   * @param {HTMLElement} place
   */
  join(place) {
    const taking = element("p", { class: "pm-finder-take" }, element("span", {}, this.words.take ?? ""), " ",
      ...FORMATS.map((format) => button(format, () => void this.take(format))));
    place.append(this.form.form);
    this.list.before(element("div", { class: "pm-finder-top", id: "found", tabindex: "-1" }, this.live, taking), this.chosen, ...this.results.parts);
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

  /**
   * A choice is a step that *Back* undoes; words that are still being typed are not.
   * @param {import("./address.js").State} state
   */
  change(state) {
    const last = document.activeElement;
    const address = location.pathname + write(state) + location.hash;
    const isTyping = state.words !== this.state.words && state.words !== "";
    if (isTyping || write(state) === write(this.state)) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.state = state;
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
    this.passing = ordered(this.orders[this.state.sort], passing);
    this.form.count(this.dimensions, counts, passing.length);
    this.chosen.replaceChildren(...chosenList(this.dimensions, this.state, this.words, (state) => this.change(state)));
    this.chosen.hidden = !this.chosen.children.length;
    this.live.textContent = phrase(this.words.found, { n: passing.length, all: texts.length });
    this.list.hidden = !isIdle;
    if (isIdle) this.results.clear();
    else this.results.show(this.passing);
  }

  /** @param {string} format */
  async take(format) {
    await this.whole();
    await take(format, { ...this.words }, this.dimensions, this.data.programmes, this.passing);
  }
}

const place = document.querySelector("[data-finder]");
if (place instanceof HTMLElement) void start(place);
