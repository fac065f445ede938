// @ts-check
// The state of a narrowed list as the query of its address, and back: so that a view can be cited.

/**
 * @typedef {object} State
 * @property {import("./counting.js").Chosen} chosen
 * @property {string} words
 * @property {string} sort
 */

/** Orders of the finder; the first of such a list is the one that an address need not name. */
export const SORTS = ["trend", "name", "placed", "oldest", "newest"];

/**
 * @param {string} query such as `?functions=navigation,advocacy&q=cancer`
 * @param {string[]} dimensions ids of the dimensions there are; anything else is passed over
 * @param {string[]} sorts orders there are, the usual one first
 * @returns {State}
 */
export function read(query, dimensions, sorts = SORTS) {
  const given = new URLSearchParams(query);
  /** @type {import("./counting.js").Chosen} */
  const chosen = {};
  for (const id of dimensions) {
    const values = given.getAll(id).flatMap((text) => text.split(",")).filter(Boolean);
    if (values.length) chosen[id] = [...new Set(values)].sort();
  }
  const sort = given.get("sort") ?? "";
  return { chosen, words: given.get("q") ?? "", sort: sorts.includes(sort) ? sort : sorts[0] };
}

/**
 * @param {State} state
 * @param {string[]} sorts orders there are, the usual one first
 * @returns {string} the query with its question mark; empty when nothing is chosen
 */
export function write({ chosen, words, sort }, sorts = SORTS) {
  const parts = Object.entries(chosen)
    .filter(([, values]) => values.length)
    .map(([id, values]) => `${id}=${[...values].sort().map(encodeURIComponent).join(",")}`);
  if (words.trim()) parts.push(`q=${encodeURIComponent(words.trim())}`);
  if (sort !== sorts[0]) parts.push(`sort=${sort}`);
  return parts.length ? `?${parts.join("&")}` : "";
}
