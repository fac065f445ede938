// @ts-check
// What the rose of a programme shows, as numbers and in words: pure, no page.
import { labelled, lowered } from "../words.js";
import { profile } from "./likeness.js";

/**
 * @typedef {import("./counting.js").Dimension & {readings?: number[][]}} Question `readings` are
 *   the options that a programme takes in our reading only
 *
 * @typedef {object} Answer
 * @property {number[]} options taken on a source
 * @property {number[]} readings taken in our reading only
 * @property {string} state `placed`, `not-stated`, `not-coded` or `our-reading`
 */

/**
 * What a programme takes on one question, for drawing its rose.
 * @param {Question[]} questions
 * @param {string} id
 * @param {number} programme
 * @returns {Answer}
 */
export function roseAnswer(questions, id, programme) {
  const at = questions.findIndex((question) => question.id === id);
  const options = profile(questions, programme)[at];
  const { values, of, readings } = questions[at];
  const state = options.length ? "placed" : values[of[programme][0]][0];
  return { options, readings: readings?.[programme] ?? [], state };
}

/**
 * The rose in words, for those who do not see it; the same as in the list of the page.
 * @param {Question[]} questions
 * @param {number} programme
 * @param {string} reading the words for *our reading*
 */
export function roseWords(questions, programme, reading) {
  return questions.map(({ id, name, values, of }) => {
    const { options, readings } = roseAnswer(questions, id, programme);
    const taken = [...options, ...readings].sort((a, b) => a - b).map((option) =>
      lowered(values[option][1]) + (readings.includes(option) ? ` (${reading})` : ""));
    return labelled(name, taken.join(", ") || lowered(values[of[programme][0]][1]));
  }).join("; ");
}
