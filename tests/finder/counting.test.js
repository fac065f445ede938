// Run with: node --test tests/finder
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../../docs/assets/finder/address.js";
import { folded } from "../../docs/assets/folded.js";
import { containing, outcome } from "../../docs/assets/finder/counting.js";
import { bibtex, cell, csv } from "../../docs/assets/finder/taking.js";

/** Numbers that look random and are the same in every run. */
function* numbers(seed) {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Some dimensions with random values for `size` programmes. */
function atlas(seed, size) {
  const random = numbers(seed);
  const next = (n) => Math.floor(random.next().value * n);
  const dimensions = Array.from({ length: 2 + next(4) }, (_, d) => {
    const values = Array.from({ length: 1 + next(5) }, (_, v) => [`v${v}`, `Value ${v}`]);
    const of = Array.from({ length: size }, () => values.map((_, v) => v).filter(() => next(3) === 0));
    return { id: `d${d}`, name: `D${d}`, values, of: of.map((v) => (v.length ? v : [next(values.length)])) };
  });
  const chosen = Object.fromEntries(
    dimensions.map((d) => [d.id, d.values.map(([id]) => id).filter(() => next(3) === 0)]),
  );
  const allowed = Array.from({ length: size }, () => next(4) > 0);
  return { dimensions, chosen, allowed };
}

/** Whether a programme passes, said the slow way. */
const passes = (dimensions, chosen, programme) =>
  dimensions.every(({ id, values, of }) => {
    const wanted = chosen[id] ?? [];
    return wanted.length === 0 || of[programme].some((v) => wanted.includes(values[v][0]));
  });

test("what passes, and every count, is what counting one by one gives", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { dimensions, chosen, allowed } = atlas(seed, 30);
    const { passing, counts } = outcome(dimensions, chosen, allowed);
    const all = allowed.map((_, p) => p).filter((p) => allowed[p]);
    assert.deepEqual(passing, all.filter((p) => passes(dimensions, chosen, p)));
    for (const dimension of dimensions) {
      dimension.values.forEach(([value], position) => {
        const alone = { ...chosen, [dimension.id]: [value] };
        const expected = all.filter((p) => passes(dimensions, alone, p)).length;
        assert.equal(counts[dimension.id][position], expected, `${dimension.id} ${value}, seed ${seed}`);
      });
    }
  }
});

test("the address gives back the state it was made of", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const { dimensions, chosen } = atlas(seed, 3);
    const kept = Object.fromEntries(Object.entries(chosen).filter(([, v]) => v.length));
    const state = { chosen: kept, words: seed % 2 ? "pair aidant & co" : "", sort: seed % 3 ? "name" : "trend" };
    assert.deepEqual(read(write(state), dimensions.map(({ id }) => id)), state);
  }
});

test("an address with unknown names opens the whole list", () => {
  assert.deepEqual(read("?nonsense=1&sort=upwards", ["functions"]), { chosen: {}, words: "", sort: "trend" });
});

test("accents and capitals make no difference to a search, and all words must be there", () => {
  assert.deepEqual(containing([folded("Montréal, Québec"), folded("Toronto")], "QUEBEC montreal"), [true, false]);
});

test("no cell of a table starts a formula, and quotes are kept", () => {
  assert.equal(cell("=1+1"), "'=1+1");
  assert.equal(cell("＝1+1"), "'＝1+1");
  assert.equal(csv(["a"], [['say "x", y']]), 'a\n"say ""x"", y"\n');
});

test("the bibliography of a result set has its sources and no others", () => {
  const file = "@article{one,\n  title = {One},\n}\n\n@book{two,\n  title = {Two},\n}\n";
  assert.equal(bibtex(file, new Set(["two"])), "@book{two,\n  title = {Two},\n}\n");
});
