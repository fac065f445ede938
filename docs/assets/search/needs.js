// @ts-check
// What a search needs, fetched when it is first needed: Pagefind, the kinds of pages, the synonyms.

/**
 * @typedef {object} Kind a kind of page, with its name for one and for several
 * @property {string} kind
 * @property {string} name
 * @property {string} names
 * @property {string[] | null} pages ids of Pagefind; none for the one kind that the rest is of
 *
 * @typedef {object} Needs
 * @property {import("./asking.js").Pagefind} pagefind
 * @property {import("./words.js").Synonyms[]} synonyms
 * @property {Kind[]} kinds
 * @property {import("./results.js").KindOf} kindOf
 */

import { root } from "../root.js";

// Long pages may come first too, and a title is weighed in results.js, by the kind of the page.
const RANKING = { pageLength: 0.3, metaWeights: { title: 1, authors: 1 } };

/** @type {Promise<Needs> | undefined} */
let fetched;

/** Fetched once; rejects where the site has no index, or is not served. */
export function needs() {
  fetched ??= fetchNeeds();
  return fetched;
}

/** @returns {Promise<Needs>} */
async function fetchNeeds() {
  const [pagefind, kinds, synonyms] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root()).href),
    /** @type {Promise<Kind[]>} */ (json(new URL("pagefind/kinds.json", root()))),
    json(new URL("assets/search/synonyms.json", root())),
  ]);
  await pagefind.options({ ranking: RANKING });
  await pagefind.init();
  return { pagefind, synonyms, kinds, kindOf: kindsOfPages(kinds) };
}

/**
 * @param {Kind[]} kinds
 * @returns {import("./results.js").KindOf}
 */
function kindsOfPages(kinds) {
  const rest = kinds.find(({ pages }) => pages === null)?.kind;
  const named = new Map(kinds.flatMap(({ kind, pages }) => (pages ?? []).map((id) => [id, kind])));
  return { get: (id) => named.get(id) ?? rest };
}

/** @param {URL} address */
async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
