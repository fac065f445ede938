// @ts-check
// The state of the finder as the query of its address, and back: so that a view can be cited.

/**
 * @typedef {object} State
 * @property {import("./counting.js").Chosen} chosen
 * @property {string} words
 * @property {string} sort
 */

export const SORTS = ["trend", "name", "placed", "oldest", "newest"];

/**
 * @param {string} query such as `?functions=navigation,advocacy&q=cancer`
 * @param {string[]} dimensions ids of the dimensions there are; anything else is passed over
 * @returns {State}
 */
export function read(query, dimensions) {
  const given = new URLSearchParams(query);
  /** @type {import("./counting.js").Chosen} */
  const chosen = {};
  for (const id of dimensions) {
    const values = given.getAll(id).flatMap((text) => text.split(",")).filter(Boolean);
    if (values.length) chosen[id] = [...new Set(values)].sort();
  }
  const sort = given.get("sort") ?? "";
  return { chosen, words: given.get("q") ?? "", sort: SORTS.includes(sort) ? sort : SORTS[0] };
}

/**
 * @param {State} state
 * @returns {string} the query with its question mark; empty when nothing is chosen
 */
export function write({ chosen, words, sort }) {
  const parts = Object.entries(chosen)
    .filter(([, values]) => values.length)
    .map(([id, values]) => `${id}=${[...values].sort().map(encodeURIComponent).join(",")}`);
  if (words.trim()) parts.push(`q=${encodeURIComponent(words.trim())}`);
  if (sort !== SORTS[0]) parts.push(`sort=${sort}`);
  return parts.length ? `?${parts.join("&")}` : "";
}
