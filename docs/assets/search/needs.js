// @ts-check
// What a search needs, fetched when it is first needed: Pagefind, the kinds of pages, the synonyms,
// and of a label that is looked for the pages that say its names.

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
 * @property {import("./asking.js").Names} names
 */

import { root } from "../root.js";

const SIGNATURE = "pagefind_dcd".length; // what the file of a page begins with, once unpacked
// Long pages may come first too, and a title is weighed in results.js, by the kind of the page.
const RANKING = { pageLength: 0.3, metaWeights: { title: 1, authors: 1 } };

/** @type {Promise<Needs> | undefined} */
let fetched;

/** Fetched once; rejects where the site has no index, is not served, or the connection broke. */
export function needs() {
  fetched ??= fetchNeeds();
  return fetched;
}

/** Has everything fetched anew when it is next needed. */
export function forget() {
  fetched = undefined;
}

/** @returns {Promise<Needs>} */
async function fetchNeeds() {
  const [pagefind, kinds, synonyms] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root()).href),
    /** @type {Promise<Kind[]>} */ (json(new URL("pagefind/kinds.json", root()))),
    json(new URL("assets/search/synonyms.json", root())),
  ]);
  await pagefind.destroy(); // it asks for nothing twice, not even for what did not arrive
  await pagefind.options({ ranking: RANKING });
  await pagefind.init();
  const names = { of: once(namesOf), page: once(pageIn(pagefind)) };
  return { pagefind, synonyms, kinds, kindOf: kindsOfPages(kinds), names };
}

/** @param {string} label */
const namesOf = (label) => json(new URL(`pagefind/names/${label}.json`, root()));

/**
 * How to get what the index holds of a page: its own file. Where a browser cannot unpack that,
 * Pagefind can, at the price of its whole index.
 * @param {any} pagefind
 * @returns {(id: string) => Promise<any>}
 */
function pageIn(pagefind) {
  if (globalThis.DecompressionStream) return packedPage;
  const all = once(async () => (await pagefind.search(null)).results);
  return async (id) =>
    (await all("")).find((/** @type {{id: string}} */ hit) => hit.id === id).data();
}

/** @param {string} id */
async function packedPage(id) {
  const response = await answered(new URL(`pagefind/fragment/${id}.pf_fragment`, root()));
  const sent = new Uint8Array(await response.arrayBuffer());
  const isPacked = sent[0] === 0x1f; // a host may have said that it is, and then it no longer is
  const plain = isPacked ? await unpacked(sent) : sent;
  const held = JSON.parse(new TextDecoder().decode(plain.subarray(SIGNATURE)));
  return { ...held, url: new URL(held.url.replace(/^\//u, ""), root()).href };
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * What a function gives for a word, fetched once; what did not arrive is fetched again.
 * @template Found
 * @param {(word: string) => Promise<Found>} get
 * @returns {(word: string) => Promise<Found>}
 */
function once(get) {
  /** @type {Map<string, Promise<Found>>} */
  const known = new Map();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const found = get(word);
    known.set(word, found);
    found.catch(() => known.delete(word));
    return found;
  };
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
async function answered(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** @param {URL} address */
const json = async (address) => (await answered(address)).json();
