// @ts-check
// A result set of references to take along: as files, or in the basket.
import { basket, fill } from "../citing/basket.js";
import { say } from "../citing/copying.js";
import { wantedRows } from "../citing/rows.js";
import { phrase } from "../finder/element.js";
import { PICKS, save, takeReferences, text } from "../finder/taking.js";

const NAME = "peermap-references";

/**
 * What each button does with the references at some positions.
 * @param {DOMStringMap} words with the addresses of the bibliography in its formats
 * @param {(reference: number) => string} keyOf
 * @returns {Record<string, (passing: number[]) => unknown>}
 */
export function takes(words, keyOf) {
  const files = Object.fromEntries(PICKS.map((format) => [format, (/** @type {number[]} */ passing) =>
    takeReferences(format, { ...words }, new Set(passing.map(keyOf)), NAME)]));
  return {
    ...files,
    CSV: async (passing) => save(`${NAME}.csv`, "text/csv", wantedRows(await text(words.csv), new Set(passing.map(keyOf)))),
    [words.basket ?? ""]: (passing) => intoBasket(passing.map(keyOf), words),
  };
}

/**
 * All into the basket, which has room for so many; how many did not go in is said.
 * @param {string[]} keys
 * @param {DOMStringMap} words
 */
function intoBasket(keys, words) {
  fill([...basket(), ...keys]);
  const kept = new Set(basket());
  const left = keys.filter((key) => !kept.has(key)).length;
  say(phrase(left ? words.full : words.put, { n: kept.size, left }));
}
