// @ts-check
// The orders in which a list may stand: reckoned once, so that a click sorts nothing.
import { alphabet } from "../words.js";
import { questionsOf } from "./likeness.js";

/**
 * For each order the positions of all programmes in it; of equals the first by name.
 * @param {import("./counting.js").Dimension[]} dimensions
 * @param {string[][]} programmes id and name first
 * @returns {Record<string, number[]>}
 */
export function orders(dimensions, programmes) {
  const byName = alphabetical(programmes.map(([, name]) => name));
  const by = (/** @type {(p: number) => number} */ rank) => ranked(byName, rank);
  const trend = dimensions.find(({ id }) => id === "trend");
  const period = dimensions.find(({ id }) => id === "period");
  const questions = questionsOf(dimensions);
  const open = (/** @type {number} */ p) => questions.filter(({ of, options = 0 }) => !of[p].some((value) => value < options)).length;
  return {
    trend: by((p) => trend?.of[p][0] ?? 0),
    name: byName,
    placed: by(open),
    oldest: by((p) => period?.of[p][0] ?? 0),
    newest: by((p) => newest(period, p)),
  };
}

/**
 * The positions of some texts in the order of the alphabet of the page; of equals the first.
 * @param {string[]} texts
 */
export function alphabetical(texts) {
  const compared = alphabet();
  return texts.map((_, n) => n).sort((a, b) => compared(texts[a], texts[b]) || a - b);
}

/**
 * An order by a rank, the smallest first; of equals the first in the order that is given.
 * @param {number[]} order positions
 * @param {(position: number) => number} rank
 */
export function ranked(order, rank) {
  const ranks = new Map(order.map((position) => [position, rank(position)]));
  return [...order].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/**
 * The latest period first; where none is given, last.
 * @param {import("./counting.js").Dimension | undefined} period
 * @param {number} programme
 */
function newest(period, programme) {
  if (!period) return 0;
  const at = period.of[programme][0];
  return period.values[at][0] === "not-given" ? 1 : -at;
}

/**
 * The records that pass, in an order.
 * @param {number[]} order positions of all records
 * @param {number[]} passing positions of those that pass
 */
export function ordered(order, passing) {
  const passes = new Uint8Array(order.length);
  for (const p of passing) passes[p] = 1;
  return order.filter((p) => passes[p]);
}
