// Run with: node --test tests/finder
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../../docs/assets/finder/address.js";
import { SORTS, orders, searched } from "../../docs/assets/library/ordering.js";
import { numbers } from "./numbers.js";

/** Random references by author; some share a title or a year, some have no year. */
function rows(seed, size) {
  const random = numbers(seed);
  const one = (/** @type {string[]} */ ...of) => of[random(of.length)];
  return Array.from({ length: size }, (_, n) =>
    [`key${n}`, `Author ${n}`, one("1999", "2020", "n.d.", "1845"), one("Écoute", "“ears", "Zeal", "drum"), "Journal", "", Number(one("0", "3", "12")), "", []]);
}

/** An order said the slow way: each pair that stands in it stands rightly. */
const isInOrder = (order, before) =>
  order.every((a, n) => n + 1 === order.length || before(a, order[n + 1]) || (!before(order[n + 1], a) && a < order[n + 1]));

test("each order has every reference once, and equals stand by author", () => {
  const bare = (text) => text.normalize("NFKD").replace(/[^\p{L}]/gu, "").toLowerCase();
  const year = ([, , text], missing) => (text === "n.d." ? missing : Number(text));
  for (let seed = 1; seed <= 60; seed += 1) {
    const found = rows(seed, 30);
    const made = orders(found);
    assert.deepEqual(Object.keys(made), SORTS);
    for (const order of Object.values(made)) assert.deepEqual([...order].sort((a, b) => a - b), found.map((_, n) => n));
    assert.ok(isInOrder(made.author, () => false));
    assert.ok(isInOrder(made.newest, (a, b) => year(found[a], 0) > year(found[b], 0)));
    assert.ok(isInOrder(made.oldest, (a, b) => year(found[a], 9999) < year(found[b], 9999)));
    assert.ok(isInOrder(made.title, (a, b) => bare(found[a][3]) < bare(found[b][3])));
    assert.ok(isInOrder(made.used, (a, b) => found[a][6] > found[b][6]));
  }
});

test("an order is reckoned once", () => {
  const made = orders(rows(1, 10));
  assert.equal(made.title, made.title);
});

test("the library's address gives back its state, and does not name the usual order", () => {
  for (const sort of SORTS) {
    const state = { chosen: { type: ["report", "thesis"] }, words: "peer support", sort };
    assert.deepEqual(read(write(state, SORTS), ["type"], SORTS), state);
  }
  assert.equal(write({ chosen: {}, words: "", sort: "author" }, SORTS), "");
  assert.equal(read("?sort=trend", [], SORTS).sort, "author");
});

test("words are looked for in authors, also those behind et al., year, title and journal", () => {
  const text = searched(["barker2020", "Barker et al.", "2020", "A Title", "A Journal", "Okafor Tremblay", 3, "", []]);
  for (const word of ["Barker", "Tremblay", "2020", "Title", "Journal", "barker2020"]) assert.ok(text.includes(word), word);
});
