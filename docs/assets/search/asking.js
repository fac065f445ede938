// @ts-check
// What to ask of the index for a query, and the answer in one piece. It is told what Pagefind is,
// and how to get the pages that say a name.
import { folded } from "../folded.js";
import { saying } from "./excerpts.js";
import { merged, ranked } from "./results.js";
import { alternatives, hasWords, isLike, isQuoted, spaced } from "./words.js";

/**
 * @typedef {import("./results.js").Hit} Hit
 * @typedef {import("./results.js").KindOf} KindOf
 * @typedef {import("./words.js").Synonyms} Synonyms
 * @typedef {import("./words.js").Alternative} Alternative
 * @typedef {Alternative & {hits: Hit[]}} Other another name with the pages that say it
 * @typedef {{search: (query: string) => Promise<{results: Hit[]}>}} Pagefind
 *
 * @typedef {object} Named the pages that say a name: how many times, and which in their title
 * @property {Record<string, number>} pages
 * @property {string[]} titled
 *
 * @typedef {object} Names what the site knows of the names of labels
 * @property {(label: string) => Promise<Record<string, Named>>} of the names of a label that some
 *   page says, by their words
 * @property {(id: string) => Promise<any>} page what the index holds of a page
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
 * @param {Names} known
 * @returns {Promise<Answer>}
 */
export async function answer(pagefind, query, synonyms, kindOf, known) {
  const names = alternatives(query, synonyms);
  const words = isQuoted(query) ? query : spaced(query);
  const together = new Set(
    (await hits(pagefind, `"${words.replaceAll('"', "")}"`)).map(({ id }) => id),
  );
  const own = ranked(await hits(pagefind, words), together, kindOf);
  const unknown = own.length && !isQuoted(query) ? await unknownWords(pagefind, query) : [];
  const kept = unknown.length ? [] : own;
  const others = names.length ? await named(pagefind, names, kindOf, known) : [];
  const otherwise = await calledOtherwise(kept, others, known);
  const same = kept.filter(({ id }) => !otherwise.has(id));
  return { own: same, other: merged(same, others), names, unknown };
}

/**
 * Pages that were found with the words only because the index takes words of one stem for one, as
 * *navigation* for *navigator*, while what they do say is another of the names.
 * @param {Hit[]} own
 * @param {Other[]} others
 * @param {Names} known
 * @returns {Promise<Set<string>>} their ids
 */
async function calledOtherwise(own, others, known) {
  const found = new Set();
  for (const { words, given, labels, hits: all } of others) {
    if (given.every((word) => words.includes(word))) continue;
    const said = await Promise.all(labels.map((label) => pagesWith(known, label, given)));
    const isGiven = (/** @type {string} */ id) => said.some(({ pages }) => id in pages);
    const their = new Set(all.map(({ id }) => id));
    for (const { id, data } of own.filter((hit) => their.has(hit.id) && !isGiven(hit.id))) {
      // a page that says a name of several words may have them apart
      if (given.length === 1 || !hasWords((await data()).content, given)) found.add(id);
    }
  }
  return found;
}

/**
 * What the index has for a query. Pagefind lets go of the data of a result when nobody holds that
 * very object any more, so whatever is made of a hit goes on holding it.
 * @param {Pagefind} pagefind
 * @param {string} query
 * @returns {Promise<Hit[]>}
 */
const hits = async (pagefind, query) =>
  (await pagefind.search(query)).results.map((origin) => ({ ...origin, origin }));

/**
 * @param {Names} known
 * @param {string} label
 * @param {string[]} words of a name of the label
 * @returns {Promise<Named>}
 */
const pagesWith = async (known, label, words) =>
  (await known.of(label))[words.join(" ")] ?? { pages: {}, titled: [] };

/**
 * The pages with each of the other names, and with the rest of the query where there is more.
 * @param {Pagefind} pagefind
 * @param {Alternative[]} names
 * @param {KindOf} kindOf
 * @param {Names} known
 * @returns {Promise<Other[]>}
 */
async function named(pagefind, names, kindOf, known) {
  const found = [];
  const rests = new Map();
  for (const rest of new Set(names.map((name) => name.rest).filter(Boolean)))
    rests.set(rest, new Map((await hits(pagefind, rest)).map(({ id, score }) => [id, score])));
  for (const name of names) {
    const { pages, titled } = await pagesWith(known, name.label, name.words);
    const score =
      rests.get(name.rest) ??
      new Map(Object.entries(pages).map(([id, times]) => [id, times / (times + 1)]));
    const inTitle = new Set(titled);
    const those = Object.keys(pages)
      .filter((id) => score.has(id))
      .map((id) => ({
        id,
        score: score.get(id),
        data: async () => saying(await known.page(id), name.words),
        matchedMetaFields: inTitle.has(id) ? ["title"] : [],
      }));
    found.push({ ...name, hits: ranked(those, new Set(), kindOf) });
  }
  return found;
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
