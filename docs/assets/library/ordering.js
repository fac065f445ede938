// @ts-check
// The orders in which references may stand, and what of them is searched for words. Pure.
import { alphabetical, ranked } from "../finder/ordering.js";

/**
 * @typedef {[
 *   key: string, author: string, year: string, title: string, container: string,
 *   others: string, uses: number, language: string, marks: string[],
 * ]} Row a reference as in `library-rows.json`, where they stand by author
 */

export const SORTS = ["author", "newest", "oldest", "title", "used"];

/**
 * For each order the positions of all references in it; of equals the first by author. Each order
 * is reckoned when it is first asked for.
 * @param {Row[]} rows by author
 * @returns {Record<string, number[]>}
 */
export function orders(rows) {
  const author = rows.map((_, n) => n);
  const by = (/** @type {(row: Row) => number} */ rank) => () => ranked(author, (n) => rank(/** @type {Row} */ (rows[n])));
  return remembered({
    author: () => author,
    newest: by((row) => -yearOf(row, -Infinity)),
    oldest: by((row) => yearOf(row, Infinity)),
    title: () => alphabetical(rows.map(([, , , title]) => title.replace(/^[^\p{L}\p{N}]+/u, ""))),
    used: by(([, , , , , , uses]) => -uses),
  });
}

/**
 * Values that are made when they are first read.
 * @param {Record<string, () => number[]>} makers
 */
function remembered(makers) {
  const made = /** @type {Record<string, number[]>} */ ({});
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(made, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return made;
}

/**
 * The year of a reference; where none is given, the reference comes last.
 * @param {Row} row
 * @param {number} missing
 */
function yearOf([, , year], missing) {
  const number = Number.parseInt(year, 10);
  return Number.isNaN(number) ? missing : number;
}

/**
 * Authors, year, title and where it appeared, as one text to be searched.
 * @param {Row} row
 */
export function searched([key, author, year, title, container, others]) {
  return [author, others, year, title, container, key].join(" ");
}
