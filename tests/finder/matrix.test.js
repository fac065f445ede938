// Run with: node --test tests/finder
import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, filters, lines, matrix, readView, shade, side, table, writeView } from "../../docs/assets/finder/matrix.js";
import { svg } from "../../docs/assets/finder/drawing.js";
import { picture } from "../../docs/assets/finder/matrix_picture.js";
import { numbers } from "./numbers.js";

const STATES = [["not-stated", "Not stated"], ["not-coded", "Not coded"], ["our-reading", "In our reading only"]];

/** A question and a trend with random values for `size` programmes. */
function dimensions(seed, size) {
  const next = numbers(seed);
  const question = (id) => {
    const options = Array.from({ length: 1 + next(4) }, (_, n) => [`o${n}`, `Option ${n}`]);
    const of = Array.from({ length: size }, () => {
      const taken = options.map((_, n) => n).filter(() => next(3) === 0);
      return taken.length ? taken : [options.length + next(3)];
    });
    return { id, name: id, options: options.length, values: [...options, ...STATES], of };
  };
  const trend = { id: "trend", name: "Trend", values: [["t0", "T 0"], ["t1", "T 1"]], of: Array.from({ length: size }, () => [next(2)]) };
  return [question("q1"), question("q2"), trend];
}

const has = (dimension, record, value) => dimension.of[record].some((v) => dimension.values[v][0] === value);

test("a cell counts the programmes that have both, and each state of an empty cell is what it says", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const all = dimensions(seed, 8);
    for (const [rows, columns] of [[all[0], all[2]], [all[2], all[1]], [all[0], all[1]]]) {
      for (const row of lines([rows])) {
        for (const column of lines([columns])) {
          const { count, state } = cell(row, column);
          const records = rows.of.map((_, n) => n);
          const both = records.filter((n) => has(rows, n, row.id) && has(columns, n, column.id));
          assert.equal(count, both.length);
          const may = (line, n) => has(line.dimension, n, line.id) || (line.isOption && has(line.dimension, n, "not-coded"));
          const open = records.filter((n) => may(row, n) && may(column, n)).length - count;
          const isSought = !row.isState && !column.isState && (row.isOption || column.isOption);
          assert.equal(state, count ? "found" : !isSought ? "none" : open ? "not coded" : "looked for", `seed ${seed}`);
        }
      }
    }
  }
});

test("the options of a question and its states hold every programme", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const [question] = dimensions(seed, 12);
    const held = lines([question]).map(({ having }) => having);
    for (let n = 0; n < 12; n += 1) assert.ok(held.some((having) => having[n]));
  }
});

test("not stated and not coded have their row even where nobody is in them", () => {
  const question = { id: "q", name: "Q", options: 1, values: [["o0", "O"], ...STATES], of: [[0], [0]] };
  assert.deepEqual(lines([question]).map(({ id }) => id), ["o0", "not-stated", "not-coded"]);
});

test("a number leads to its programmes, and a cell that is not all coded to those nobody has coded", () => {
  const question = { id: "q", name: "Q", options: 2, values: [["o0", "O"], ["o1", "P"], ...STATES], of: [[0], [3]] };
  const trend = { id: "trend", name: "Trend", values: [["t0", "T"], ["t1", "U"]], of: [[0], [1]] };
  const [first] = lines([question]);
  const [t0, t1] = lines([trend]);
  assert.equal(filters(first, t0, cell(first, t0)), "?q=o0&trend=t0");
  assert.equal(filters(first, t1, cell(first, t1)), "?q=not-coded&trend=t1");
  const second = lines([question])[1];
  assert.equal(cell(second, t0).state, "looked for");
  assert.equal(filters(second, t0, cell(second, t0)), "");
  assert.equal(filters(first, first, cell(first, first)), "", "two values of one dimension are no filter");
});

test("the address gives back the view it was made of, and the first view has none", () => {
  const views = [
    { of: "programmes", rows: "questions", columns: "trend", cell: "" },
    { of: "references", rows: "functions", columns: "issues", cell: "functions.navigation,issues.cancer" },
  ];
  for (const view of views) assert.deepEqual(readView(writeView(view)), view);
  assert.equal(writeView(views[0]), "");
});

test("an unknown dimension gives way to that of the first view", () => {
  const all = dimensions(1, 3);
  assert.deepEqual(side(all, "nonsense", "trend").map(({ id }) => id), ["trend"]);
  assert.deepEqual(side(all, "questions", "trend").map(({ id }) => id), ["q1", "q2"]);
});

test("the file keeps the states apart that are both zero", () => {
  const question = { id: "q", name: "Q", options: 1, values: [["o0", "O"], ...STATES], of: [[2], [1]] };
  const trend = { id: "trend", name: "Trend", values: [["t0", "T"], ["t1", "U"]], of: [[0], [1]] };
  const { rows } = table(lines([question]), lines([trend]));
  assert.deepEqual(rows.slice(0, 2), [["q", "o0", "trend", "t0", "0", "not coded"], ["q", "o0", "trend", "t1", "0", "looked for"]]);
});

test("a name with marks stays text in the picture, and the largest number has the largest bubble", () => {
  const [question, , trend] = dimensions(3, 9);
  question.values[0][1] = `<script>"&`;
  const ink = { paper: "#fff", ink: "#000", soft: "#555", edge: "#888", facet: () => "#123456" };
  const drawn = svg(picture("A & B", lines([question]), lines([trend]), ink, { "looked for": "looked", "not coded": "not" }));
  assert.ok(!drawn.includes("<script>"));
  assert.ok(drawn.includes("&lt;script&gt;&quot;&amp;"));
  const most = Math.max(...matrix(lines([question]), lines([trend])).flat().map(({ count }) => count));
  assert.equal(shade(most, most), 10);
  assert.equal(shade(0, most), 0);
});
