// @ts-check
// The orders in which a list of programmes may stand: reckoned once, so that a click sorts nothing.
import { folded } from "./counting.js";
import { questionsOf } from "./likeness.js";

/**
 * For each order the positions of all programmes in it; of equals the first by name.
 * @param {import("./counting.js").Dimension[]} dimensions
 * @param {string[][]} programmes id and name first
 * @returns {Record<string, number[]>}
 */
export function orders(dimensions, programmes) {
  const names = programmes.map(([, name]) => folded(name));
  const byName = programmes.map((_, p) => p).sort((a, b) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : a - b));
  const by = (/** @type {(p: number) => number} */ rank) => {
    const ranks = programmes.map((_, p) => rank(p));
    return [...byName].sort((a, b) => ranks[a] - ranks[b]);
  };
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
 * The programmes that pass, in an order.
 * @param {number[]} order positions of all programmes
 * @param {number[]} passing positions of those that pass
 */
export function ordered(order, passing) {
  const passes = new Uint8Array(order.length);
  for (const p of passing) passes[p] = 1;
  return order.filter((p) => passes[p]);
}
