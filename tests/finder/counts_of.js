// Reads {facets, chosen, words} from standard input and answers what counting.js makes of it: ids of
// the programmes that pass, and for each value of each dimension how many would pass with it.
import { readFileSync } from "node:fs";
import { folded } from "../../docs/assets/folded.js";
import { containing, outcome } from "../../docs/assets/finder/counting.js";

const { facets, chosen, words } = JSON.parse(readFileSync(0, "utf8"));
const texts = facets.programmes.map((programme) => folded(programme.join(" ")));
const { passing, counts } = outcome(facets.dimensions, chosen, containing(texts, words));

process.stdout.write(JSON.stringify({
  passing: passing.map((p) => facets.programmes[p][0]),
  counts: Object.fromEntries(facets.dimensions.map(({ id, values }) =>
    [id, Object.fromEntries(values.map(([value], n) => [value, counts[id][n]]))])),
}));
