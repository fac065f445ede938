// @ts-check
// Which records pass a selection, and how many would pass with each value: pure, no page.
// A record is a programme in the finder and a reference in the library.
import { folded } from "../folded.js";

/**
 * @typedef {object} Dimension
 * @property {string} id
 * @property {string} name
 * @property {[string, string][]} values id and name of each value
 * @property {number[][]} of for each record the positions of its values
 * @property {number} [options] how many of the values are options of the map
 * @property {string} [words] the wording of a question
 * @property {string} [facet]
 *
 * @typedef {Record<string, string[]>} Chosen ids of values by the id of their dimension
 *
 * @typedef {object} Outcome
 * @property {number[]} passing positions of the records that pass
 * @property {Record<string, number[]>} counts for each dimension how many pass with each value
 */

/**
 * Within a dimension any chosen value will do; across dimensions all must hold. The count of a
 * value is the number of records that pass everything else and have it.
 * @param {Dimension[]} dimensions
 * @param {Chosen} chosen
 * @param {boolean[]} allowed which records pass the search for words
 * @returns {Outcome}
 */
export function outcome(dimensions, chosen, allowed) {
  const wanted = dimensions.map((dimension) => positions(dimension, chosen[dimension.id] ?? []));
  const counts = dimensions.map((dimension) => new Array(dimension.values.length).fill(0));
  const passing = [];
  for (let record = 0; record < allowed.length; record += 1) {
    if (!allowed[record]) continue;
    const failed = failing(dimensions, wanted, record);
    if (failed === NONE) passing.push(record);
    if (failed === SEVERAL) continue;
    for (let d = 0; d < dimensions.length; d += 1) {
      if (failed !== NONE && failed !== d) continue;
      for (const value of dimensions[d].of[record]) counts[d][value] += 1;
    }
  }
  return {
    passing,
    counts: Object.fromEntries(dimensions.map((dimension, d) => [dimension.id, counts[d]])),
  };
}

const NONE = -1;
const SEVERAL = -2;

/**
 * The one dimension a record fails on, or NONE, or SEVERAL.
 * @param {Dimension[]} dimensions
 * @param {(Set<number> | null)[]} wanted
 * @param {number} record
 */
function failing(dimensions, wanted, record) {
  let failed = NONE;
  for (let d = 0; d < dimensions.length; d += 1) {
    const want = wanted[d];
    if (want === null || dimensions[d].of[record].some((value) => want.has(value))) continue;
    if (failed !== NONE) return SEVERAL;
    failed = d;
  }
  return failed;
}

/**
 * Positions of the chosen values; null where nothing is chosen. Unknown ids are passed over.
 * @param {Dimension} dimension
 * @param {string[]} ids
 */
export function positions(dimension, ids) {
  const found = ids.map((id) => dimension.values.findIndex(([value]) => value === id));
  const known = found.filter((position) => position >= 0);
  return known.length ? new Set(known) : null;
}

/**
 * Which texts have every word that was asked for.
 * @param {string[]} texts folded already
 * @param {string} query
 */
export function containing(texts, query) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return texts.map((text) => words.every((word) => text.includes(word)));
}
