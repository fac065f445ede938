// @ts-check
// A description of one's own: what was answered, and how it stands in an address. No page.
import { isAcross, ranked } from "./likeness.js";

/**
 * @typedef {import("./likeness.js").Dimension} Dimension
 *
 * @typedef {object} Description
 * @property {Record<string, string[]>} answers options by question; `unknown` alone for
 *   "I don't know"; a question left open is absent
 * @property {Record<string, string[]>} own ids of `labels`, `communities` and `issues`
 * @property {boolean} elsewhereFirst
 *
 * @typedef {object} Found
 * @property {number} programme
 * @property {number} value how alike, 0 to 1
 * @property {boolean} isAcross
 * @property {boolean} isCalledOtherwise
 */

export const UNKNOWN = "unknown";
export const OWN = ["labels", "communities", "issues"];

/**
 * The values that an address can name, by question and by what one can say of oneself.
 * @param {Dimension[]} dimensions
 * @returns {Record<string, string[]>}
 */
export function sayable(dimensions) {
  const asked = dimensions.filter(({ id, options }) => options !== undefined || OWN.includes(id));
  return Object.fromEntries(asked.map(({ id, values, options }) => {
    const ids = values.slice(0, options).map(([value]) => value).filter((value) => value !== "not-given");
    return [id, options === undefined ? ids : [...ids, UNKNOWN]];
  }));
}

/**
 * @param {string} query
 * @param {Dimension[]} dimensions
 * @returns {Description}
 */
export function readDescription(query, dimensions) {
  const given = new URLSearchParams(query);
  /** @type {Description} */
  const description = { answers: {}, own: { labels: [], communities: [], issues: [] }, elsewhereFirst: given.get("first") === "elsewhere" };
  for (const [id, values] of Object.entries(sayable(dimensions))) {
    const ids = given.getAll(id).flatMap((text) => text.split(","));
    const known = values.filter((value) => ids.includes(value));
    if (OWN.includes(id)) description.own[id] = known;
    else if (known.length) description.answers[id] = known.includes(UNKNOWN) ? [UNKNOWN] : known;
  }
  return description;
}

/**
 * @param {Description} description
 * @returns {string} the query with its question mark; empty where nothing is said
 */
export function writeDescription({ answers, own, elsewhereFirst }) {
  const parts = [...Object.entries(answers), ...OWN.map((id) => /** @type {const} */ ([id, own[id]]))]
    .filter(([, values]) => values.length)
    .map(([id, values]) => `${id}=${values.map(encodeURIComponent).join(",")}`);
  if (elsewhereFirst) parts.push("first=elsewhere");
  return parts.length ? `?${parts.join("&")}` : "";
}

/**
 * The answers as positions of options, question by question.
 * @param {Description} description
 * @param {Dimension[]} questions
 * @returns {import("./likeness.js").Profile}
 */
export function ownProfile({ answers }, questions) {
  return questions.map(({ id, values, options }) =>
    values.slice(0, options).flatMap(([value], position) => ((answers[id] ?? []).includes(value) ? [position] : [])));
}

/**
 * The communities and issues one names, as positions.
 * @param {Description} description
 * @param {Dimension[]} dimensions
 */
function ownSilos({ own }, dimensions) {
  const named = (/** @type {string} */ id) => positionsIn(dimensions.find((d) => d.id === id), own[id]);
  return { communities: named("communities"), issues: named("issues") };
}

/**
 * @param {Dimension | undefined} dimension
 * @param {string[]} ids
 */
function positionsIn(dimension, ids) {
  return (dimension?.values ?? []).flatMap(([value], position) => (ids.includes(value) ? [position] : []));
}

/**
 * How many programmes take one of the given options, take others only, or are not known.
 * @param {Dimension} question
 * @param {number[]} taken
 */
export function standing({ of, options = 0 }, taken) {
  const counts = { same: 0, other: 0, unknown: 0 };
  for (const values of of) {
    if (!values.some((value) => value < options)) counts.unknown += 1;
    else if (values.some((value) => taken.includes(value))) counts.same += 1;
    else counts.other += 1;
  }
  return counts;
}

/**
 * Of the programmes whose peers are called so, how many are placed on a question, and how many
 * take each of its options.
 * @param {Dimension} question
 * @param {Dimension | undefined} labels
 * @param {string[]} own
 */
export function amongOwn({ of, options = 0 }, labels, own) {
  const wanted = positionsIn(labels, own);
  const called = of.filter((values, n) => labels?.of[n].some((v) => wanted.includes(v)) && values.some((v) => v < options));
  const takes = Array.from({ length: options }, (_, option) => called.filter((values) => values.includes(option)).length);
  return { placed: called.length, takes };
}

/**
 * Whether one may tell what stands elsewhere: it takes a community or an issue of one's own.
 * @param {Description} description
 */
export function canTellElsewhere({ own }) {
  return own.communities.length + own.issues.length > 0;
}

/**
 * The programmes that are alike in anything, most alike first, or first those across silos.
 * @param {Description} description
 * @param {Dimension[]} dimensions
 * @param {Record<string, number[]>} weights
 * @returns {Found[]}
 */
export function alike(description, dimensions, weights) {
  const questions = dimensions.filter(({ options }) => options !== undefined);
  const labels = dimensions.find(({ id }) => id === "labels");
  const [ours, called] = [ownSilos(description, dimensions), positionsIn(labels, description.own.labels)];
  const [communities, issues] = ["communities", "issues"].map((id) => dimensions.find((d) => d.id === id)?.given ?? []);
  const found = ranked(questions, weights, ownProfile(description, questions)).map(({ programme, value }) => ({
    programme, value,
    isAcross: isAcross(dimensions, ours, { communities: communities[programme] ?? [], issues: issues[programme] ?? [] }),
    isCalledOtherwise: called.length > 0 && !labels?.of[programme].some((value) => called.includes(value)),
  }));
  if (!description.elsewhereFirst) return found;
  return [...found.filter((one) => one.isAcross), ...found.filter((one) => !one.isAcross)];
}
