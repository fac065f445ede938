// Reads {dimensions, pairs} from standard input, pairs of choices for rows and columns, and answers
// the matrices that matrix.js makes of them.
import { readFileSync } from "node:fs";
import { lines, matrix, shade, side } from "../../docs/assets/finder/matrix.js";

const { dimensions, pairs } = JSON.parse(readFileSync(0, "utf8"));

process.stdout.write(JSON.stringify(pairs.map(([rows, columns]) => {
  const [down, across] = [rows, columns].map((choice) => lines(side(dimensions, choice, "trend")));
  const cells = matrix(down, across);
  const most = Math.max(...cells.flat().map(({ count }) => count));
  return {
    rows: down.map(({ dimension, id, total }) => [dimension.id, id, total]),
    columns: across.map(({ dimension, id, total }) => [dimension.id, id, total]),
    cells: cells.map((row) => row.map(({ count, open, state }) => [count, open, state, shade(count, most)])),
  };
})));
