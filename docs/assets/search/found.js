// @ts-check
// The part of the search page below its form: kinds to choose from, other names, lists of results.
import { tellMissing } from "../arriving.js";
import { element, phrase } from "../finder/element.js";
import { root } from "../root.js";
import { number, say } from "../words.js";
import { write } from "./address.js";
import { counts, titledFirst } from "./results.js";
import { result } from "./showing.js";

const STEP = 10; // results shown at first, and with every "show more"

/**
 * @typedef {import("./address.js").State} State
 *
 * @typedef {object} Waiting a result that is not shown yet
 * @property {Element} list
 * @property {import("./results.js").Hit} hit
 * @property {import("./needs.js").Kind} kind
 */

export class Found {
  /**
   * @param {HTMLElement} box
   * @param {(state: State) => void} go what a link to another state does
   * @param {() => Promise<import("./asking.js").Answer>} again what was found, of an index fetched anew
   */
  constructor(box, go, again) {
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (box.querySelector(`[data-part=${name}]`));
    this.say = box.dataset;
    this.go = go;
    this.again = again;
    this.names = part("names");
    this.kinds = part("kinds");
    this.own = part("own");
    this.other = part("other");
    this.more = part("more");
    this.more.addEventListener("click", () => void this.showMore());
    this.lost = element("p", { class: "pm-note", role: "alert" });
    this.lost.hidden = true;
    this.more.before(this.lost);
    /** @type {Waiting[]} */
    this.waiting = [];
  }

  clear() {
    for (const part of [this.names, this.kinds, this.own, this.other, this.more, this.lost])
      part.hidden = true;
  }

  /**
   * @param {State} state
   * @param {import("./asking.js").Answer} found
   * @param {import("./needs.js").Needs} needs
   */
  async show(state, found, { kinds, kindOf }) {
    this.lost.hidden = true;
    const isShown = (/** @type {{id: string}} */ { id }) =>
      !state.kind || kindOf.get(id) === state.kind;
    const own = found.own.filter(isShown);
    const other = found.other.filter(isShown);
    this.showNames(state, found);
    this.showKinds(state, kinds, counts([...found.own, ...found.other], kindOf));
    const lists = [
      this.list(this.own, own.length, phrase(this.say.own, { words: state.words.trim() })),
      this.list(this.other, other.length, this.say.other ?? ""),
    ];
    const [ownRows, otherRows] = [own, other].map((hits, n) =>
      hits.map((hit) => ({
        list: lists[n],
        hit,
        kind: /** @type {any} */ (kinds.find(({ kind }) => kind === kindOf.get(hit.id))),
      })),
    );
    // What is called otherwise is never only behind "show more": half of the first is for it.
    const few = STEP - Math.min(otherRows.length, STEP / 2);
    this.waiting = [...ownRows.slice(0, few), ...otherRows.slice(0, STEP / 2),
      ...ownRows.slice(few), ...otherRows.slice(STEP / 2)];
    await this.showNext(state.words);
    return { own: own.length, other: other.length };
  }

  /**
   * The other names looked for, and the way to leave them out or to take them in again.
   * @param {State} state
   * @param {import("./asking.js").Answer} found
   */
  showNames(state, { names }) {
    const hadFocus = this.names.contains(document.activeElement);
    const links = names.flatMap(({ name, label }) => [
      element("a", { href: new URL(`labels/${label}/`, root()).href }, name),
      ", ",
    ]);
    const way = this.link(
      { ...state, only: !state.only },
      state.only ? this.say.wide : this.say.only,
      state,
    );
    this.names.replaceChildren(
      ...(names.length ? [`${this.say.also} `, ...links.slice(0, -1), ` ${this.say.why} `] : []),
      way,
    );
    this.names.hidden = names.length === 0 && !state.only;
    if (hadFocus) way.focus();
  }

  /**
   * @param {State} state
   * @param {import("./needs.js").Kind[]} kinds
   * @param {Map<string, number>} numbers
   */
  showKinds(state, kinds, numbers) {
    const hadFocus = this.kinds.contains(document.activeElement);
    const all = [...numbers.values()].reduce((sum, one) => sum + one, 0);
    const rows = [
      { kind: "", names: this.say.all ?? "", n: all },
      ...kinds.map(({ kind, names }) => ({ kind, names, n: numbers.get(kind) ?? 0 })),
    ].filter((row) => row.n || row.kind === state.kind);
    const links = rows.map(({ kind, names, n }) => {
      const link = this.link({ ...state, kind }, names, state);
      link.append(" ", element("span", { class: "pm-count" }, number(n)));
      if (kind === state.kind) link.setAttribute("aria-current", "true");
      return link;
    });
    this.kinds
      .querySelector("ul")
      ?.replaceChildren(...links.map((link) => element("li", {}, link)));
    this.kinds.hidden = all === 0;
    if (hadFocus) links.find((link) => link.hasAttribute("aria-current"))?.focus();
  }

  /**
   * A link to another state of the page, which changes it in place.
   * @param {State} target
   * @param {string | undefined} pattern
   * @param {State} state
   */
  link(target, pattern, state) {
    const link = element(
      "a",
      { href: write(target) },
      phrase(pattern, { words: state.words.trim() }),
    );
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.go(target);
    });
    return link;
  }

  /**
   * A heading with an empty list under it.
   * @param {HTMLElement} part
   * @param {number} length
   * @param {string} heading
   */
  list(part, length, heading) {
    const list = element("ul", { class: "pm-found-list" });
    part.replaceChildren(
      element("h2", {}, heading, " ", element("span", { class: "pm-count" }, number(length))),
      list,
    );
    part.hidden = length === 0;
    return list;
  }

  /**
   * The next results; the first of them.
   * @param {string} title one with this title comes first
   */
  async showNext(title = "") {
    const waiting = this.waiting;
    const next = waiting.splice(0, STEP);
    this.more.hidden = waiting.length === 0;
    const loaded = await Promise.all(
      next.map(async (one) => ({ ...one, data: { ...(await one.hit.data()) } })),
    ).catch((fault) => {
      waiting.unshift(...next);
      throw fault;
    });
    const made = titledFirst(loaded, title).map(({ list, hit, kind, data }) => {
      const row = result(data, kind, hit.as ? phrase(this.say.as, { name: hit.as }) : "");
      list.append(row);
      return row;
    });
    return made[0];
  }

  async showMore() {
    try {
      (await this.showNext())?.querySelector("a")?.focus();
    } catch (fault) {
      console.warn(fault);
      this.more.hidden = true;
      tellMissing(this.lost, say("The next results did not arrive."), () => void this.showAnew());
    }
  }

  /** The next results, of an index fetched anew. */
  async showAnew() {
    const waiting = this.waiting;
    const { own, other } = await this.again().catch(() => ({ own: [], other: [] }));
    if (waiting !== this.waiting) return;
    const hits = new Map([...own, ...other].map((hit) => [hit.id, hit]));
    for (const one of waiting) one.hit = hits.get(one.hit.id) ?? one.hit;
    this.lost.hidden = true;
    await this.showMore();
  }
}
