// Run with: node --test tests/finder
import assert from "node:assert/strict";
import { test } from "node:test";
import { csl, records, ris } from "../../docs/assets/finder/taking.js";
import { ordered, orders } from "../../docs/assets/finder/ordering.js";
import { drawings } from "../../docs/assets/finder/rose.js";
import { roseAnswer, roseWords } from "../../docs/assets/finder/rose_answer.js";

const STATES = [["not-stated", "Not stated"], ["not-coded", "Not coded"], ["our-reading", "In our reading only"]];
const QUESTIONS = [
  { id: "q1", name: "Aims", options: 2, values: [["a", "Being There"], ["b", "Guiding"], ...STATES], of: [[0], [2], [4]], readings: [[1], [], [0]] },
  { id: "q2", name: "Space", options: 1, values: [["c", "Home"], ...STATES], of: [[0], [2], [1]], readings: [[], [], []] },
];
const PERIOD = { id: "period", name: "Began", values: [["1950", "1950s"], ["2000", "2000s"], ["not-given", "Not given"]], of: [[1], [0], [2]] };
const PROGRAMMES = [["p0", "Éclair"], ["p1", "zebra"], ["p2", "Drum"]];

test("the RIS of a result set has the records of its sources, whole, and no others", () => {
  const file = "TY  - JOUR\nID  - one\nTI  - On ID  - two\nER  - \n\nTY  - BOOK\nID  - two\nTI  - Two\nER  - \n";
  assert.equal(ris(file, new Set(["two"])), "TY  - BOOK\nID  - two\nTI  - Two\nER  - \n");
  assert.equal(ris(file, new Set(["one", "two"])).match(/^TY {2}- /gm)?.length, 2);
  assert.equal(ris(file, new Set()), "");
});

test("the CSL-JSON of a result set has the items of its sources and no others", () => {
  assert.deepEqual(JSON.parse(csl(`[{"id": "one"}, {"id": "two", "title": "T"}]`, new Set(["two"]))), [{ id: "two", title: "T" }]);
});

test("a record keeps each dimension as a list of ids", () => {
  const rows = [["p0", "N", "facts", "summary", ["s1", "s2"]]];
  assert.deepEqual(records([QUESTIONS[0]], rows, [0], "https://x.org/programmes/"),
    [{ id: "p0", name: "N", address: "https://x.org/programmes/p0/", q1: ["a"], sources: ["s1", "s2"] }]);
});

test("each order has every programme once; what has no year comes last, whichever end is first", () => {
  const found = orders([...QUESTIONS, PERIOD], PROGRAMMES);
  for (const order of Object.values(found)) assert.deepEqual([...order].sort(), [0, 1, 2]);
  assert.deepEqual(found.name, [2, 0, 1], "accents and capitals play no part");
  assert.deepEqual(found.oldest, [1, 0, 2]);
  assert.deepEqual(found.newest, [0, 1, 2]);
  assert.equal(found.placed[0], 0);
  assert.deepEqual(ordered(found.oldest, [0, 2]), [0, 2]);
});

test("a rose in words has options, readings of our own as such, and states", () => {
  assert.equal(roseWords(QUESTIONS, 0, "our reading"), "Aims: being there, guiding (our reading); Space: home");
  assert.equal(roseWords(QUESTIONS, 1, "our reading"), "Aims: not stated; Space: not coded");
  assert.equal(roseWords(QUESTIONS, 2, "our reading"), "Aims: being there (our reading); Space: not stated");
});

test("a rose draws what its words say: whole petals, outlines half filled, a band, dots", () => {
  const strokes = QUESTIONS.map(({ id }) => ({ id, facet: "f", heart: "H", hollow: "O", dots: "D", petals: ["P0", "P1"], halves: ["h0", "h1"], outlines: ["o0", "o1"] }));
  const drawn = (programme) => Object.fromEntries(drawings(strokes, (id) => roseAnswer(QUESTIONS, id, programme)).get("f"));
  assert.deepEqual(drawn(0), { "pm-heart": "HH", "pm-whole": "P0h1P0", "pm-outline": "o1" });
  assert.deepEqual(drawn(1), { "pm-hollow": "O", "pm-dots": "D" });
});
