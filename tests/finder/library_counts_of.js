// Reads {library, values, rows, asked: [{chosen, words}]} from standard input and answers for each
// what the library makes of it: keys that pass, and how many would pass with each value.
import { readFileSync } from "node:fs";
import { folded } from "../../docs/assets/folded.js";
import { containing, outcome } from "../../docs/assets/finder/counting.js";
import { searched } from "../../docs/assets/library/ordering.js";

const { library, values, rows, asked } = JSON.parse(readFileSync(0, "utf8"));
const dimensions = library.dimensions.map((dimension) => ({ ...dimension, of: values[dimension.id] }));
const texts = rows.map((row) => folded(searched(row)));

process.stdout.write(JSON.stringify(asked.map(({ chosen, words }) => {
  const { passing, counts } = outcome(dimensions, chosen, containing(texts, words));
  return { passing: passing.map((n) => rows[n][0]), counts };
})));
