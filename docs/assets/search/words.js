// @ts-check
// The words somebody looks for, and what else the same or a related role is called: pure, no page.
import { folded } from "../folded.js";

/**
 * @typedef {object} Synonyms the names of a label, and the labels beside it, nearest first
 * @property {string} label
 * @property {string[]} names
 * @property {string[]} said the words of those names that some page says
 * @property {string[]} related
 *
 * @typedef {object} Match a name found in a query: places of its first word and after its last
 * @property {number} from
 * @property {number} to
 * @property {Synonyms[]} rows the labels that have the name
 *
 * @typedef {object} Alternative another name to look for in place of one in the query
 * @property {string} name as people write it
 * @property {string[]} words
 * @property {string} label the label it belongs to
 * @property {string} rest what else the query asks for; empty where it is nothing but a name
 * @property {string[]} given the words of the name that was given
 * @property {string[]} labels the labels that have the name that was given
 */

export const MOST = 10; // names looked for beside the one that was given
const WORD = /[\p{L}\p{N}]+/gu;
const DASHES = /\p{Pd}/gu;

/**
 * The words of a text, folded and without the *s* of a plural.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return (folded(text).match(WORD) ?? []).map((word) => word.replace(/(?<=...)s$/u, ""));
}

/**
 * A query as it is put to the index: a hyphen parts words, as the index has them.
 * @param {string} query
 */
export const spaced = (query) => query.replace(DASHES, " ").replace(/\s+/gu, " ").trim();

/** @param {string} query */
export const isQuoted = (query) => /^\s*".+"\s*$/u.test(query);

/**
 * The names of labels in a query, the longest where several begin at a word; none overlaps another.
 * @param {string} query
 * @param {Synonyms[]} synonyms
 * @returns {Match[]}
 */
export function matches(query, synonyms) {
  const given = words(query);
  const found = [];
  for (let from = 0; from < given.length; from += 1) {
    const match = longest(given, from, synonyms);
    if (!match) continue;
    found.push(match);
    from = match.to - 1;
  }
  return found;
}

/**
 * @param {string[]} given
 * @param {number} from
 * @param {Synonyms[]} synonyms
 * @returns {Match | undefined}
 */
function longest(given, from, synonyms) {
  for (let to = given.length; to > from; to -= 1) {
    const name = given.slice(from, to).join(" ");
    const rows = synonyms.filter(({ names }) =>
      names.some((other) => words(other).join(" ") === name),
    );
    if (rows.length) return { from, to, rows };
  }
  return undefined;
}

/**
 * What else to look for: other names of a label in the query, then names of the labels beside it.
 * A name that no page says, or that has the words already looked for in it, brings nothing new and
 * is left out.
 * @param {string} query
 * @param {Synonyms[]} synonyms
 * @returns {Alternative[]}
 */
export function alternatives(query, synonyms) {
  if (isQuoted(query)) return [];
  /** @type {Alternative[]} */
  const chosen = [];
  for (const match of matches(query, synonyms)) {
    const looked = [words(query).slice(match.from, match.to)];
    const [given] = looked;
    const [rest, labels] = [around(query, match), match.rows.map(({ label }) => label)];
    for (const { name, label } of match.rows.flatMap((row) => others(row, synonyms))) {
      const other = words(name);
      if (looked.some((one) => contains(other, one))) continue;
      looked.push(other);
      chosen.push({ name, words: other, label, rest, given, labels });
    }
  }
  return chosen.slice(0, MOST);
}

/**
 * Names beside those that match: of the label itself, of each label beside it the first, then all.
 * @param {Synonyms} row
 * @param {Synonyms[]} synonyms
 */
function others(row, synonyms) {
  const beside = row.related.flatMap((id) => synonyms.filter(({ label }) => label === id));
  const named = (/** @type {Synonyms} */ { names, said, label }) =>
    names
      .filter((name) => said.includes(words(name).join(" ")))
      .map((name) => ({ name, label }));
  const first = beside.flatMap((one) => named({ ...one, names: one.names.slice(0, 1) }));
  return [...named(row), ...first, ...beside.flatMap(named)];
}

/**
 * Whether the words of one name stand in another, side by side.
 * @param {string[]} name
 * @param {string[]} part
 */
const contains = (name, part) => ` ${name.join(" ")} `.includes(` ${part.join(" ")} `);

/**
 * Whether a text has every one of some words, as they are or in the plural.
 * @param {string} text
 * @param {string[]} given as from `words`
 */
export function hasWords(text, given) {
  const all = new Set(words(text));
  return given.every((word) => all.has(word));
}

/**
 * A query without the name that matched.
 * @param {string} query
 * @param {Match} match
 */
function around(query, { from, to }) {
  const given = query.match(WORD) ?? [];
  return [...given.slice(0, from), ...given.slice(to)].join(" ");
}

/**
 * Whether a word on a page is what was looked for, and not merely a shorter word that begins alike:
 * where the index does not know a word it answers with those.
 * @param {string} looked
 * @param {string} found
 */
export function isLike(looked, found) {
  const [first, second] = [folded(looked), folded(found)];
  const parts = second.match(WORD) ?? [];
  return parts.some((part) => common(first, part) >= (2 / 3) * first.length);
}

/**
 * How many letters two words have in common from their beginning.
 * @param {string} first
 * @param {string} second
 */
function common(first, second) {
  let length = 0;
  while (length < first.length && first[length] === second[length]) length += 1;
  return length;
}
