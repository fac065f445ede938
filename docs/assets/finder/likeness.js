// @ts-check
// How alike two sets of answers are, on the map alone: the same computation as
// place/likeness.py and place/silos.py. The method page says it in words.

/**
 * @typedef {import("./counting.js").Dimension & {given?: number[][], wider?: number[][]}} Dimension
 *
 * @typedef {number[][]} Profile for each question the positions of the options taken; none where
 *   it is not known
 *
 * @typedef {object} Shared one question on which both are known: positions of options
 * @property {number} question position of the question
 * @property {number[]} same
 * @property {number[]} onlyFirst
 * @property {number[]} onlySecond
 * @property {number} likeness 0 to 1
 *
 * @typedef {object} Likeness
 * @property {number} value 0 to 1
 * @property {Shared[]} shared
 * @property {number[]} notKnown positions of the other questions
 *
 * @typedef {object} Silos
 * @property {number[]} communities positions of what one names itself, without wider terms
 * @property {number[]} issues
 */

export const DOUBT = 2;
const EQUAL = 1e-9; // values closer than this are the same but for rounding

/**
 * The dimensions that are questions of the map.
 * @param {Dimension[]} dimensions
 */
export function questionsOf(dimensions) {
  return dimensions.filter(({ options }) => options !== undefined);
}

/**
 * What a programme takes on a source, question by question.
 * @param {Dimension[]} questions
 * @param {number} programme
 * @returns {Profile}
 */
export function profile(questions, programme) {
  return questions.map(({ of, options }) => of[programme].filter((value) => value < (options ?? 0)));
}

/**
 * @param {Dimension[]} questions
 * @param {Record<string, number[]>} weights of each option, by question
 * @param {Profile} ours
 * @param {Profile} theirs
 * @returns {Likeness}
 */
export function likeness(questions, weights, ours, theirs) {
  const known = questions.map((_, n) => ours[n].length > 0 && theirs[n].length > 0);
  const all = questions.map((_, n) => n);
  const shared = all.filter((n) => known[n]).map((n) => onQuestion(questions, weights, n, ours[n], theirs[n]));
  return {
    value: joined(shared.map((one) => one.likeness), questions.length),
    shared,
    notKnown: all.filter((n) => !known[n]),
  };
}

/**
 * @param {Dimension[]} questions
 * @param {Record<string, number[]>} weights
 * @param {number} question
 * @param {number[]} ours
 * @param {number[]} theirs
 * @returns {Shared}
 */
function onQuestion(questions, weights, question, ours, theirs) {
  const { id, values } = questions[question];
  const same = ours.filter((option) => theirs.includes(option));
  const onlySecond = theirs.filter((option) => !ours.includes(option));
  const weight = (/** @type {number[]} */ options) => [...options]
    .sort((a, b) => (values[a][0] < values[b][0] ? -1 : 1))
    .reduce((sum, option) => sum + weights[id][option], 0);
  return {
    question, same, onlySecond,
    onlyFirst: ours.filter((option) => !theirs.includes(option)),
    likeness: weight(same) / weight([...ours, ...onlySecond]),
  };
}

/**
 * The likenesses on shared questions as one value; two more questions count as unlike.
 * @param {number[]} likenesses
 * @param {number} questions
 */
export function joined(likenesses, questions) {
  if (!likenesses.length) return 0;
  const sum = likenesses.reduce((a, b) => a + b, 0);
  return ((sum / (likenesses.length + DOUBT)) * (questions + DOUBT)) / questions;
}

/**
 * A whole number of hundred; a half goes to the even side, as on the pages of programmes.
 * @param {number} value
 */
export function percent(value) {
  const hundred = value * 100;
  const below = Math.floor(hundred);
  if (hundred - below !== 0.5) return Math.round(hundred);
  return below % 2 ? below + 1 : below;
}

/**
 * The silos that a programme names.
 * @param {Dimension[]} dimensions
 * @param {number} programme
 * @returns {Silos}
 */
export function silosOf(dimensions, programme) {
  const named = (/** @type {string} */ id) => dimensions.find((d) => d.id === id)?.given?.[programme] ?? [];
  return { communities: named("communities"), issues: named("issues") };
}

/**
 * No community and no issue in common, and of each at least one is known.
 * @param {Dimension[]} dimensions
 * @param {Silos} ours
 * @param {Silos} theirs
 */
export function isAcross(dimensions, ours, theirs) {
  if (![ours, theirs].every(({ communities, issues }) => communities.length + issues.length)) return false;
  return !/** @type {const} */ (["communities", "issues"]).some((id) =>
    inCommon(ours[id], theirs[id], dimensions.find((d) => d.id === id)?.wider ?? []));
}

/**
 * Whether two lists share a term, or one has a term that is wider than one of the other.
 * @param {number[]} ours
 * @param {number[]} theirs
 * @param {number[][]} wider
 */
function inCommon(ours, theirs, wider) {
  return ours.some((a) => theirs.some((b) => wider[a].includes(b) || wider[b].includes(a)));
}

/**
 * All programmes that are alike in anything, most alike first; of equals the first by id. Many take
 * the same options of a question, so each set of options is weighed once.
 * @param {Dimension[]} questions
 * @param {Record<string, number[]>} weights
 * @param {Profile} ours
 * @returns {{programme: number, value: number}[]}
 */
export function ranked(questions, weights, ours) {
  const weighed = questions.map((_, n) => weigher(questions, weights, n, ours[n]));
  const found = [];
  for (let programme = 0; programme < (questions[0]?.of.length ?? 0); programme += 1) {
    const shared = [];
    for (let n = 0; n < questions.length; n += 1) {
      const known = weighed[n](questions[n].of[programme]);
      if (known >= 0) shared.push(known);
    }
    const value = joined(shared, questions.length);
    if (value > 0) found.push({ programme, value });
  }
  const steps = (/** @type {number} */ value) => Math.round(value / EQUAL);
  return found.sort((a, b) => steps(b.value) - steps(a.value) || a.programme - b.programme);
}

/**
 * The likeness on one question with what another takes, kept by its options; -1 where not known.
 * @param {Dimension[]} questions
 * @param {Record<string, number[]>} weights
 * @param {number} question
 * @param {number[]} ours
 */
function weigher(questions, weights, question, ours) {
  const { options = 0 } = questions[question];
  const kept = new Map();
  return (/** @type {number[]} */ values) => {
    if (!ours.length) return -1;
    let key = 0;
    for (const value of values) if (value < options) key |= 1 << value;
    if (!kept.has(key)) {
      const theirs = values.filter((value) => value < options);
      kept.set(key, theirs.length ? onQuestion(questions, weights, question, ours, theirs).likeness : -1);
    }
    return kept.get(key);
  };
}
