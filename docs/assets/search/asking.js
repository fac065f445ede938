// @ts-check
// What to ask of the index for a query, and the answer in one piece. It is told what Pagefind is.
import { merged, ranked } from "./results.js";
import { alternatives, folded, hasWords, isLike, isQuoted, spaced } from "./words.js";

/**
 * @typedef {import("./results.js").Hit} Hit
 * @typedef {import("./results.js").KindOf} KindOf
 * @typedef {import("./words.js").Synonyms} Synonyms
 * @typedef {import("./words.js").Alternative} Alternative
 * @typedef {{search: (query: string) => Promise<{results: Hit[]}>}} Pagefind
 *
 * @typedef {object} Answer
 * @property {Hit[]} own pages with the words themselves
 * @property {Hit[]} other pages under other names
 * @property {Alternative[]} names the other names
 * @property {string[]} unknown words that no page has
 */

/**
 * @param {Pagefind} pagefind
 * @param {string} query
 * @param {Synonyms[]} synonyms none where only the words themselves are looked for
 * @param {KindOf} kindOf
 * @returns {Promise<Answer>}
 */
export async function answer(pagefind, query, synonyms, kindOf) {
  const names = alternatives(query, synonyms);
  const words = isQuoted(query) ? query : spaced(query);
  const together = new Set(
    (await hits(pagefind, `"${words.replaceAll('"', "")}"`)).map(({ id }) => id),
  );
  const own = ranked(await hits(pagefind, words), together, kindOf);
  const unknown = own.length && !isQuoted(query) ? await unknownWords(pagefind, query) : [];
  const kept = unknown.length ? [] : own;
  const others = [];
  for (const name of names)
    others.push({ ...name, hits: await named(pagefind, name, kindOf) });
  const otherwise = await calledOtherwise(kept, others);
  const same = kept.filter(({ id }) => !otherwise.has(id));
  return { own: same, other: merged(same, others), names, unknown };
}

/**
 * Pages that were found with the words only because the index takes words of one stem for one, as
 * *navigation* for *navigator*, while what they do say is another of the names.
 * @param {Hit[]} own
 * @param {(Alternative & {hits: Hit[]})[]} others
 * @returns {Promise<Set<string>>} their ids
 */
async function calledOtherwise(own, others) {
  const ours = new Set(own.map(({ id }) => id));
  const found = new Set();
  for (const { name, given, hits: all } of others) {
    if (hasWords(name, given)) continue;
    for (const { id, data } of all.filter((hit) => ours.has(hit.id) && !found.has(hit.id))) {
      if (!hasWords((await data()).content, given)) found.add(id);
    }
  }
  return found;
}

/**
 * @param {Pagefind} pagefind
 * @param {string} query
 */
const hits = async (pagefind, query) => (await pagefind.search(query)).results;

/**
 * Pages with another name, its words side by side, and with the rest of the query.
 * @param {Pagefind} pagefind
 * @param {Alternative} alternative
 * @param {KindOf} kindOf
 * @returns {Promise<Hit[]>}
 */
async function named(pagefind, { query, phrase, alone }, kindOf) {
  const scored = ranked(await hits(pagefind, query), new Set(), kindOf);
  if (!phrase || !scored.length) return scored;
  const exact = new Map((await hits(pagefind, phrase)).map((hit) => [hit.id, hit]));
  return scored
    .filter(({ id }) => exact.has(id))
    .map((hit) => ({ ...hit, data: alone ? (exact.get(hit.id) ?? hit).data : hit.data }));
}

/**
 * The words of a query that no page has; for those the index answers with shorter ones that begin
 * alike.
 * @param {Pagefind} pagefind
 * @param {string} query
 */
async function unknownWords(pagefind, query) {
  const given = [...new Set(folded(query).match(/[\p{L}\p{N}]+/gu) ?? [])];
  const known = await Promise.all(given.map((word) => isKnown(pagefind, word)));
  return given.filter((_, n) => !known[n]);
}

/**
 * @param {Pagefind} pagefind
 * @param {string} word
 */
async function isKnown(pagefind, word) {
  if ((await hits(pagefind, `"${word}"`)).length) return true;
  const [first] = await hits(pagefind, word);
  if (!first) return false;
  const { content, locations } = await first.data();
  const found = content.split(/\s+/u);
  return (
    locations.length === 0 ||
    locations.some((/** @type {number} */ at) => isLike(word, found[at] ?? ""))
  );
}
