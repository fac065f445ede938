// @ts-check
// What is shown of a page that was found: its excerpts in pieces, and where they stand; pure.
import { words } from "./words.js";

/**
 * @typedef {object} Part a piece of an excerpt
 * @property {string} text
 * @property {boolean} marked
 *
 * @typedef {object} Anchor a place on a page: the words before it, and the words of its element
 * @property {string} element
 * @property {string} id
 * @property {string} [text]
 * @property {number} location
 */

const EXCERPT = 30; // words, as Pagefind has them
const BEFORE = 10; // of them before the name
const AT_WORD = /^([^\p{L}\p{M}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su; // what stands at its ends

/**
 * What is known of a page, with an excerpt around a name that it says, behind the title if it can be.
 * @param {any} data
 * @param {string[]} name its words, as from `words`
 */
export function saying(data, name) {
  const all = data.content.split(/\s+/u);
  const title = data.meta?.title ?? "";
  const behind = data.content.startsWith(title) ? title.split(/\s+/u).length : 0;
  const spots = spotsOf(all, name);
  const at = spots.find(({ from }) => from >= behind) ?? spots[0];
  if (!at) return data;
  const from = Math.max(0, Math.min(at.from - BEFORE, all.length - EXCERPT));
  const shown = all.slice(from, from + EXCERPT);
  const escaped = shown.map((/** @type {string} */ word) =>
    word.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );
  const marked = escaped.map((/** @type {string} */ word, /** @type {number} */ n) =>
    n >= at.from - from && n <= at.to - from ? `<mark>${word}</mark>` : word,
  );
  return {
    ...data,
    excerpt: marked.join(" "),
    plain_excerpt: shown.join(" "),
    locations: [at.from],
    sub_results: [],
  };
}

/**
 * Where a name stands among the words of a page, which may have several words in one piece.
 * @param {string[]} pieces
 * @param {string[]} name
 */
function spotsOf(pieces, name) {
  const all = pieces.flatMap((piece, at) => words(piece).map((word) => ({ word, at })));
  const last = name.length - 1;
  return all.flatMap(({ at }, n) =>
    name.every((word, m) => all[n + m]?.word === word) ? [{ from: at, to: all[n + last].at }] : [],
  );
}

/**
 * An excerpt of Pagefind in pieces: it marks words with `<mark>`, and the punctuation at them, which
 * is not marked here; it writes < and > as entities.
 * @param {string} excerpt
 * @returns {Part[]}
 */
export function parts(excerpt) {
  const text = (/** @type {string} */ piece) =>
    piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt
    .split(/<\/?mark>/u)
    .flatMap((piece, n) => (n % 2 ? around(text(piece)) : [{ text: text(piece), marked: false }]))
    .filter((part) => part.text);
}

/**
 * A marked word between the punctuation that stands at it.
 * @param {string} word
 * @returns {Part[]}
 */
function around(word) {
  const [, before = "", core = "", after = ""] = AT_WORD.exec(word) ?? [];
  return [before, core, after].map((piece, n) => ({ text: piece, marked: n === 1 }));
}

/**
 * An excerpt without the title, or the end of it, that it begins with: the title stands above it.
 * On a page the title ends with a mark of punctuation.
 * @param {Part[]} excerpt
 * @param {string} title
 * @returns {Part[]}
 */
export function withoutTitle(excerpt, title) {
  const whole = excerpt.map(({ text }) => text).join("");
  const ends = title.split(" ").map((_, n, all) => all.slice(n).join(" "));
  const end = ends.find(
    (one) => whole.startsWith(one) && /[.?!]$/u.test(whole.slice(0, one.length + 1).trim()),
  );
  let cut = end ? end.length + (/^[\s.]*/u.exec(whole.slice(end.length))?.[0].length ?? 0) : 0;
  return excerpt
    .map((part) => {
      const text = part.text.slice(cut);
      cut = Math.max(0, cut - part.text.length);
      return { ...part, text };
    })
    .filter((part) => part.text);
}

/**
 * Where on its page a word stands: the statement it is part of, else what begins last before it.
 * @param {Anchor[]} anchors
 * @param {number | undefined} location
 * @returns {string} with its number sign; empty at the beginning of the page
 */
export function place(anchors, location) {
  if (location === undefined) return "";
  const length = (/** @type {Anchor} */ { text }) => (text ?? "").split(/\s+/u).length;
  const before = anchors.filter(
    (a) => a.element !== "main" && a.element !== "h1" && a.location <= location,
  );
  const kept = before.filter((a) => a.element !== "span" || location < a.location + length(a));
  const last = kept.at(-1);
  return last ? `#${last.id}` : "";
}

/**
 * The parts of a page that say most of what was looked for, in the order of the page.
 * @param {any[]} sections Pagefind's `sub_results`
 * @param {number} most
 */
export function strongest(sections, most) {
  const weight = (/** @type {any} */ { weighted_locations: all }) =>
    all.reduce(
      (/** @type {number} */ sum, /** @type {any} */ word) => sum + word.balanced_score,
      0,
    );
  const best = new Set([...sections].sort((a, b) => weight(b) - weight(a)).slice(0, most));
  return sections.filter((section) => best.has(section));
}
