// @ts-check
// The state of the search page as the query of its address, and back: so that it can be sent on.

/**
 * @typedef {object} State
 * @property {string} words
 * @property {string} kind empty for all kinds
 * @property {boolean} only whether other names of a role are left alone
 */

/**
 * @param {string} query such as `?q=promotora&kind=Programme`
 * @returns {State}
 */
export function read(query) {
  const given = new URLSearchParams(query);
  return {
    words: given.get("q") ?? "",
    kind: given.get("kind") ?? "",
    only: given.get("only") === "1",
  };
}

/**
 * @param {State} state
 * @returns {string} the query with its question mark; empty when there are no words
 */
export function write({ words, kind, only }) {
  if (!words.trim()) return "";
  const parts = new URLSearchParams({ q: words.trim() });
  if (kind) parts.set("kind", kind);
  if (only) parts.set("only", "1");
  return `?${parts}`;
}
