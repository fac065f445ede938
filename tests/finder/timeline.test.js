// @ts-check
// What is chosen on the timeline: kept in the address, and nothing passes that lacks a term.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS, passes, read, tally, write } from "../../docs/assets/timeline/selection.js";

const known = () => true;

test("an address gives the selection it was written from", () => {
  const selection = { show: ["event", "publication"], terms: { trend: "trend:peer-support", option: "functions:navigation" } };
  assert.equal(write(selection), "?trend=trend:peer-support&option=functions:navigation&show=event,publication");
  assert.deepEqual(read(write(selection), known), selection);
});

test("nothing chosen is everything, and leaves the address bare", () => {
  assert.deepEqual(read("", known), { show: KINDS, terms: {} });
  assert.equal(write({ show: [...KINDS], terms: {} }), "");
});

test("what nobody knows is passed over", () => {
  assert.deepEqual(read("?show=parties&issue=issue:gout", () => false), { show: KINDS, terms: {} });
});

test("a thing passes when it is shown and has every term", () => {
  const moment = { kind: "event", period: "1930", terms: ["trend:a", "issue:b"] };
  const chosen = (/** @type {string[]} */ show, /** @type {Record<string, string>} */ terms) => ({ show, terms });
  assert.ok(passes(moment, chosen(["event"], { trend: "trend:a", issue: "issue:b" })));
  assert.ok(!passes(moment, chosen(["event"], { trend: "trend:a", issue: "issue:c" })));
  assert.ok(!passes(moment, chosen(["programme"], {})));
});

test("a tally counts every thing once", () => {
  const of = (/** @type {string} */ kind, /** @type {string} */ period) => ({ kind, period, terms: [] });
  const numbers = tally([of("event", "1930"), of("event", "1930"), of("programme", "0")]);
  assert.deepEqual([...numbers], [["event 1930", 2], ["programme 0", 1]]);
});
