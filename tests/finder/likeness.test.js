// Run with: node --test tests/finder
import assert from "node:assert/strict";
import { test } from "node:test";
import { DOUBT, isAcross, likeness, profile, ranked, silosOf } from "../../docs/assets/finder/likeness.js";
import { numbers } from "./numbers.js";

const SIZE = 12;
const SEEDS = 100;

/** Six questions and two silos with random values, and weights from how many take each option. */
function atlas(seed) {
  const next = numbers(seed);
  const questions = [5, 2, 3, 3, 3, 2].map((options, q) => {
    const values = [...Array.from({ length: options }, (_, n) => [`o${n}`, `O ${n}`]), ["not-stated", "Not stated"], ["not-coded", "Not coded"]];
    const of = Array.from({ length: SIZE }, () => {
      const taken = Array.from({ length: options }, (_, n) => n).filter(() => next(3) === 0);
      return taken.length ? taken : [options + next(2)];
    });
    return { id: `q${q}`, name: `Q ${q}`, options, values, of };
  });
  const silo = (id) => ({
    id, name: id, values: [["a", "A"], ["b", "B"], ["c", "C"]], wider: [[0], [0, 1], [2]], of: [],
    given: Array.from({ length: SIZE }, () => [0, 1, 2].filter(() => next(3) === 0)),
  });
  const weights = Object.fromEntries(questions.map(({ id, options, of }) => {
    const placed = of.filter((values) => values[0] < options).length;
    return [id, Array.from({ length: options }, (_, n) => Math.log2(1 + placed / Math.max(1, of.filter((v) => v.includes(n)).length)))];
  }));
  return { questions, silos: [silo("communities"), silo("issues")], weights };
}

/** Every pair of every random atlas. */
function* pairs() {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const all = atlas(seed);
    for (let a = 0; a < SIZE; a += 1) for (let b = a + 1; b < SIZE; b += 1) yield { ...all, a, b };
  }
}

const between = ({ questions, weights }, a, b) => likeness(questions, weights, profile(questions, a), profile(questions, b));

test("likeness is within 0 and 1, and the same from both sides and every time", () => {
  for (const pair of pairs()) {
    const [there, back] = [between(pair, pair.a, pair.b), between(pair, pair.b, pair.a)];
    assert.ok(there.value >= 0 && there.value <= 1 + 1e-12, String(there.value));
    assert.ok(Math.abs(there.value - back.value) < 1e-12);
    assert.deepEqual(there, between(pair, pair.a, pair.b));
  }
});

test("from what is said to be the same and to differ, the number comes out", () => {
  for (const pair of pairs()) {
    const { value, shared, notKnown } = between(pair, pair.a, pair.b);
    assert.deepEqual([...shared.map(({ question }) => question), ...notKnown].sort(), [0, 1, 2, 3, 4, 5]);
    let sum = 0;
    for (const { question, same, onlyFirst, onlySecond } of shared) {
      const weight = (options) => options.reduce((total, n) => total + pair.weights[`q${question}`][n], 0);
      sum += weight(same) / weight([...same, ...onlyFirst, ...onlySecond]);
      assert.deepEqual([...same, ...onlyFirst].sort(), profile(pair.questions, pair.a)[question]);
      assert.deepEqual([...same, ...onlySecond].sort(), profile(pair.questions, pair.b)[question]);
    }
    const expected = shared.length ? ((sum / (shared.length + DOUBT)) * (6 + DOUBT)) / 6 : 0;
    assert.ok(Math.abs(value - expected) < 1e-12);
  }
});

test("a likeness on one question never outranks a good one on five", () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const all = atlas(seed);
    const ours = profile(all.questions, 0);
    const found = ranked(all.questions, all.weights, ours).map(({ programme, value }) => {
      const { shared } = likeness(all.questions, all.weights, ours, profile(all.questions, programme));
      return { value, on: shared.length, good: shared.reduce((sum, one) => sum + one.likeness, 0) / shared.length >= 0.5 };
    });
    const ones = found.filter(({ on }) => on === 1).map(({ value }) => value);
    const fives = found.filter(({ on, good }) => on >= 5 && good).map(({ value }) => value);
    assert.ok(!ones.length || !fives.length || Math.max(...ones) < Math.min(...fives), `seed ${seed}`);
  }
  const { questions, weights } = atlas(1);
  const whole = questions.map(() => [0]);
  const one = likeness(questions, weights, whole, questions.map((_, n) => (n ? [] : [0])));
  const five = likeness(questions, weights, whole, questions.map((_, n) => (n === 5 ? [] : n % 2 ? [0, 1] : [0])));
  assert.ok(one.shared.length === 1 && five.shared.length === 5 && one.value < five.value);
});

test("what shares a community or an issue, or a wider term of one, is never elsewhere", () => {
  let across = 0;
  for (const { silos, a, b } of pairs()) {
    const [ours, theirs] = [silosOf(silos, a), silosOf(silos, b)];
    const shares = silos.some(({ given, wider }) => given[a].some((x) => given[b].some((y) => wider[x].includes(y) || wider[y].includes(x))));
    const known = [ours, theirs].every(({ communities, issues }) => communities.length + issues.length > 0);
    assert.equal(isAcross(silos, ours, theirs), known && !shares);
    across += Number(isAcross(silos, ours, theirs));
  }
  assert.ok(across > 0);
});

test("silos and labels play no part in likeness and order", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { questions, silos, weights } = atlas(seed);
    const labels = { id: "labels", name: "Label", values: [["l", "L"]], of: Array.from({ length: SIZE }, () => [0]) };
    const alone = ranked(questions, weights, profile(questions, 0));
    const among = [...silos, labels, ...questions].filter(({ options }) => options !== undefined);
    assert.deepEqual(ranked(among, weights, profile(among, 0)), alone);
  }
});
