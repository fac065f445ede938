// @ts-check
// What the index answered, as the page shows it: ranked, merged and counted; pure, no page.
import { words } from "./words.js";

/**
 * @typedef {object} Hit a page that was found
 * @property {string} id
 * @property {number} score
 * @property {() => Promise<any>} data
 * @property {string[]} [matchedMetaFields] which of title and authors have a word of the query
 * @property {object} [origin] what Pagefind gave, which has to be held as long as `data` is wanted
 * @property {string} [as] the other name under which it was found
 *
 * @typedef {{get: (id: string) => string | undefined}} KindOf the kind of a page by its id
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
    .map((hit) => ({
      ...hit,
      score:
        hit.score * weight(hit, kindOf.get(hit.id) ?? "") * (together.has(hit.id) ? TOGETHER : 1),
    }))
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
