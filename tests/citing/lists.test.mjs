import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { keysIn } from "../../docs/assets/citing/basket.js";
import { inLanguageFirst, lettered, ordered, partOf, sortingKey, words } from "../../docs/assets/citing/order.js";
import { wantedRows } from "../../docs/assets/citing/rows.js";

const apa = { id: "apa", name: "APA", numbered: false, language: "en" };
const ama = { id: "ama", name: "AMA", numbered: true, language: "en" };
const entries = [
  { key: "b", entry: "Müller, B. (2020). <i>Peers &amp; care</i>.", text: "(Müller, 2020)" },
  { key: "a", entry: "Abel, A. (2019). Title.", text: "(Abel, 2019)" },
];

test("a list stands by author, or in the order of taking where a style numbers", () => {
  assert.deepEqual(ordered(entries, apa).map((e) => e.key), ["a", "b"]);
  assert.deepEqual(ordered(entries, ama).map((e) => e.key), ["b", "a"]);
});

test("the styles of the page's language come first, the others in their order", () => {
  const french = { id: "apa-fr", name: "APA", numbered: false, language: "fr-CA" };
  assert.deepEqual(inLanguageFirst([apa, ama, french], "fr").map((s) => s.id), ["apa-fr", "apa", "ama"]);
  assert.deepEqual(inLanguageFirst([apa, ama, french], "en").map((s) => s.id), ["apa", "ama", "apa-fr"]);
});

test("accents, case and punctuation play no part in the order", () => {
  assert.equal(sortingKey("<i>Étude</i>, “A–B”"), "etude a b");
  assert.equal(words("a &lt;b&gt; &amp;amp;"), "a <b> &amp;");
});

test("a key lies in the part that begins at or before it", () => {
  const first = ["a", "m", "t"];
  assert.deepEqual(["a", "c", "m", "s", "z"].map((key) => partOf(key, first)), [0, 0, 1, 1, 2]);
});

test("keys from an address are taken once, and only what may be a key", () => {
  assert.deepEqual(keysIn("barker2020, barker2020,../evil,<b>,o:1"), ["barker2020", "o:1"]);
});

test("a table is narrowed row by row, whatever stands in its cells", () => {
  const csv = 'key,title\na,"One, ""two""\nthree"\nb,Plain\n';
  assert.equal(wantedRows(csv, new Set(["a"])), 'key,title\na,"One, ""two""\nthree"\n');
  assert.equal(wantedRows(csv, new Set(["b"])), "key,title\nb,Plain\n");
});

for (const { what, entries: cases } of JSON.parse(readFileSync(new URL("letters.json", import.meta.url), "utf8"))) {
  test(`works of the same authors and year are told apart by letters: ${what}`, () => {
    const given = cases.map(([entry, text]) => ({ key: "k", entry, text }));
    assert.deepEqual(lettered(given).map((e) => e.entry), cases.map(([, , wanted]) => wanted));
  });
}
