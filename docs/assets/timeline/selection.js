// @ts-check
// What is chosen on the timeline, as the query of an address and back, and what passes it: pure.

export const KINDS = ["event", "programme", "publication"];
export const FACETS = ["trend", "option", "community", "issue"];

/**
 * @typedef {object} Selection
 * @property {string[]} show kinds of things, in the order of KINDS
 * @property {Record<string, string>} terms by facet the term chosen; nothing where any will do
 *
 * @typedef {object} Moment
 * @property {string} kind
 * @property {string} period
 * @property {string[]} terms
 */

/**
 * @param {string} query such as `?trend=trend:peer-support&show=event`
 * @param {(facet: string, term: string) => boolean} isKnown what is not is passed over
 * @returns {Selection}
 */
export function read(query, isKnown) {
  const given = new URLSearchParams(query);
  const named = (given.get("show") ?? "").split(",");
  const show = KINDS.filter((kind) => named.includes(kind));
  const terms = FACETS.map((facet) => [facet, given.get(facet) ?? ""]);
  return {
    show: show.length ? show : [...KINDS],
    terms: Object.fromEntries(terms.filter(([facet, term]) => term && isKnown(facet, term))),
  };
}

/**
 * @param {Selection} selection
 * @returns {string} the query with its question mark; empty when everything is shown
 */
export function write({ show, terms }) {
  const parts = FACETS.filter((facet) => terms[facet]).map(
    (facet) => `${facet}=${encodeURIComponent(terms[facet]).replaceAll("%3A", ":")}`,
  );
  if (show.length < KINDS.length) parts.push(`show=${show.join(",")}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

/**
 * Whether a thing is of a kind that is shown and has every term that is chosen.
 * @param {Moment} moment
 * @param {Selection} selection
 */
export function passes({ kind, terms }, selection) {
  return selection.show.includes(kind) && Object.values(selection.terms).every((term) => terms.includes(term));
}

/**
 * How many things of each kind fall into each period.
 * @param {Moment[]} moments
 * @returns {Map<string, number>} by `kind period`
 */
export function tally(moments) {
  const numbers = new Map();
  for (const { kind, period } of moments) {
    const key = `${kind} ${period}`;
    numbers.set(key, (numbers.get(key) ?? 0) + 1);
  }
  return numbers;
}
