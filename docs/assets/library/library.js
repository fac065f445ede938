// @ts-check
// The library: narrows the list of references. What the first load has does not grow with them;
// their facets and titles arrive when somebody begins to choose.
import { folded } from "../folded.js";
import { many } from "../words.js";
import { load } from "../finder/element.js";
import { narrow } from "../finder/narrowing.js";
import { SORTS, orders, searched } from "./ordering.js";
import { referenceCard } from "./reference_card.js";
import { takes } from "./taking.js";

/**
 * The references as a list to narrow.
 * @param {DOMStringMap} words
 * @param {any} data as in `library.json`
 * @returns {import("../finder/narrowing.js").Listed}
 */
function references(words, data) {
  const rows = /** @type {import("./ordering.js").Row[]} */ ([]);
  return {
    size: data.total,
    dimensions: data.dimensions,
    counts: data.counts,
    sorts: SORTS,
    look: "pm-sources",
    whole: () => whole(words, data, rows),
    card: (reference) => referenceCard(/** @type {import("./ordering.js").Row} */ (rows[reference]), words),
    takes: takes(words, (reference) => rows[reference]?.[0] ?? ""),
    found: (n) => many(n, "{n} of {all} references", "{n} of {all} references", { all: data.total }),
    jump: (n) => many(n, "Show {n} reference", "Show {n} references"),
  };
}

/**
 * The rows of all references, and of each dimension the values that each has.
 * @param {DOMStringMap} words
 * @param {any} data
 * @param {import("./ordering.js").Row[]} rows filled here
 */
async function whole(words, data, rows) {
  const [values, arrived] = await Promise.all([load(words.values), load(words.rows)]);
  for (const dimension of data.dimensions) dimension.of = values[dimension.id];
  rows.splice(0, rows.length, ...arrived);
  return { texts: rows.map((row) => folded(searched(row))), orders: orders(rows) };
}

const place = document.querySelector("[data-library]");
if (place instanceof HTMLElement) void narrow(place, place.dataset.library, (data) => references(place.dataset, data));
