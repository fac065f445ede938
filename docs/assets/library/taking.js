// @ts-check
// A result set of references to take along: as files, or in the basket.
import { basket, fill } from "../citing/basket.js";
import { inBasket } from "../citing/basket_button.js";
import { announce } from "../citing/copying.js";
import { headed, wantedRows } from "../citing/rows.js";
import { ENGLISH_FIELDS } from "../finder/headings.js";
import { save } from "../save.js";
import { isTranslated, many } from "../words.js";
import { PICKS, takeReferences, text } from "../finder/taking.js";

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
  const table = async (/** @type {number[]} */ passing) => wantedRows(await text(words.csv), new Set(passing.map(keyOf)));
  const saved = (/** @type {string} */ csv) => save(`${NAME}.csv`, "text/csv", csv);
  return {
    ...files,
    CSV: async (passing) => saved(headed(await table(passing))),
    ...(isTranslated ? { [ENGLISH_FIELDS]: async (/** @type {number[]} */ passing) => saved(await table(passing)) } : {}),
    [words.basket ?? ""]: (passing) => intoBasket(passing.map(keyOf)),
  };
}

/**
 * All into the basket, which has room for so many; how many did not go in is said.
 * @param {string[]} keys
 */
function intoBasket(keys) {
  fill([...basket(), ...keys]);
  const kept = new Set(basket());
  const left = keys.filter((key) => !kept.has(key)).length;
  const missing = many(left, "The basket is full: {n} of this list is not in it.", "The basket is full: {n} of this list are not in it.");
  announce([inBasket(kept.size), ...(left ? [missing] : [])].join(" "));
}
