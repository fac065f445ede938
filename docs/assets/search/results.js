// @ts-check
// What the index answered, as the page shows it: merged, counted, cut and marked; pure, no page.
import { words } from "./words.js";

/**
 * @typedef {object} Hit a page that was found
 * @property {string} id
 * @property {number} score
 * @property {() => Promise<any>} data
 * @property {string[]} [matchedMetaFields] which of title and authors have a word of the query
 * @property {string} [as] the other name under which it was found
 *
 * @typedef {{get: (id: string) => string | undefined}} KindOf the kind of a page by its id
 *
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

/**
 * Pages found under other names and not under the words themselves, best first; a page that has
 * several names is shown under the one that comes first.
 * @param {Hit[]} own
 * @param {{name: string, hits: Hit[]}[]} others
 * @returns {Hit[]}
 */
export function merged(own, others) {
  const seen = new Set(own.map(({ id }) => id));
  /** @type {Hit[]} */
  const found = [];
  for (const { name, hits } of others) {
    for (const hit of hits.filter(({ id }) => !seen.has(id))) {
      seen.add(hit.id);
      found.push({ ...hit, as: name });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

const NAMED = 2; // as much more a page weighs whose title has a word of the query
const ON_THE_MAP = 3; // the same for what the map and its words are made of
const TOGETHER = 1.5; // and for a page that has the words side by side
const MAP = new Set(["Question", "Option", "Trend", "Label"]);

/**
 * Best first, where the score of the index counts more for pages that are named by the words.
 * @param {Hit[]} hits
 * @param {Set<string>} together ids of the pages with the words side by side
 * @param {KindOf} kindOf
 * @returns {Hit[]}
 */
export function ranked(hits, together, kindOf) {
  return hits
    .map((hit) => ({ ...hit, score: hit.score * weight(hit, kindOf.get(hit.id) ?? "") * (together.has(hit.id) ? TOGETHER : 1) }))
    .sort((a, b) => b.score - a.score);
}

/**
 * A reference is named by its authors; words of its title say less, for titles are long.
 * @param {Hit} hit
 * @param {string} kind
 */
function weight({ matchedMetaFields: fields = [] }, kind) {
  if (kind === "Reference") return fields.includes("authors") ? NAMED : 1;
  if (!fields.includes("title")) return 1;
  return MAP.has(kind) ? ON_THE_MAP : NAMED;
}

/**
 * Loaded results with those first whose title is what was looked for and nothing else.
 * @template {{data: any}} Loaded
 * @param {Loaded[]} loaded
 * @param {string} query
 * @returns {Loaded[]}
 */
export function titledFirst(loaded, query) {
  const title = words(query).join(" ");
  const isTitled = (/** @type {Loaded} */ { data }) => words(data.meta.title).join(" ") === title;
  return [...loaded.filter(isTitled), ...loaded.filter((one) => !isTitled(one))];
}

/**
 * How many pages of each kind were found.
 * @param {Hit[]} hits
 * @param {KindOf} kindOf
 * @returns {Map<string, number>}
 */
export function counts(hits, kindOf) {
  const found = new Map();
  for (const { id } of hits) {
    const kind = kindOf.get(id) ?? "";
    found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  return found;
}

/**
 * An excerpt of Pagefind in pieces: it marks words with `<mark>` and writes < and > as entities.
 * @param {string} excerpt
 * @returns {Part[]}
 */
export function parts(excerpt) {
  const text = (/** @type {string} */ piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt
    .split(/<\/?mark>/u)
    .map((piece, n) => ({ text: text(piece), marked: n % 2 === 1 }))
    .filter((part) => part.text);
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
  const end = ends.find((one) => whole.startsWith(one) && /[.?!]$/u.test(whole.slice(0, one.length + 1).trim()));
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
  const before = anchors.filter((a) => a.element !== "main" && a.element !== "h1" && a.location <= location);
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
    all.reduce((/** @type {number} */ sum, /** @type {any} */ word) => sum + word.balanced_score, 0);
  const best = new Set([...sections].sort((a, b) => weight(b) - weight(a)).slice(0, most));
  return sections.filter((section) => best.has(section));
}
