// @ts-check
// The finder: narrows the list of programmes.
import { folded } from "../folded.js";
import { many } from "../words.js";
import { SORTS } from "./address.js";
import { outcome } from "./counting.js";
import { load } from "./element.js";
import { questionsOf } from "./likeness.js";
import { narrow } from "./narrowing.js";
import { orders } from "./ordering.js";
import { programmeCard } from "./programme_card.js";
import { formats, take } from "./taking.js";

/**
 * The programmes as a list to narrow.
 * @param {DOMStringMap} words
 * @param {any} data as in `facets.json`
 * @returns {import("./narrowing.js").Listed}
 */
function programmes(words, data) {
  const size = data.programmes.length;
  const questions = questionsOf(data.dimensions);
  const taking = (/** @type {string} */ format) => (/** @type {number[]} */ passing) =>
    take(format, { ...words }, data.dimensions, data.programmes, passing);
  return {
    size,
    dimensions: data.dimensions,
    counts: outcome(data.dimensions, {}, new Array(size).fill(true)).counts,
    sorts: SORTS,
    look: "pm-list",
    whole: () => whole(words, data),
    card: (programme) => programmeCard(data, questions, words, programme),
    takes: Object.fromEntries(formats().map((format) => [format, taking(format)])),
    found: (n) => many(n, "{n} of {all} programmes", "{n} of {all} programmes", { all: size }),
    jump: (n) => many(n, "Show {n} programme", "Show {n} programmes"),
  };
}

/**
 * Summaries and sources, into the rows of the programmes.
 * @param {DOMStringMap} words
 * @param {any} data
 */
async function whole(words, data) {
  const rows = await load(words.summaries);
  data.programmes.forEach((/** @type {any[]} */ programme, /** @type {number} */ p) => programme.push(...rows[p]));
  const texts = data.programmes.map((/** @type {string[]} */ programme) => folded(programme.slice(0, 4).join(" ")));
  return { texts, orders: orders(data.dimensions, data.programmes) };
}

const place = document.querySelector("[data-finder]");
if (place instanceof HTMLElement) void narrow(place, place.dataset.finder, (data) => programmes(place.dataset, data));
