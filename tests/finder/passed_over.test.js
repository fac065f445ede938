// @ts-check
// What an address names and there is not: said once each, and nothing of what nobody reads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { passedOver } from "../../docs/assets/passed_over.js";

const KNOWN = { functions: ["navigation", "advocacy"], spaces: ["community"] };

test("values that there are not are named, each once", () => {
  assert.equal(
    passedOver("?functions=navigation,dancing&spaces=moon&functions=dancing", KNOWN),
    "Unknown in the address, and passed over: dancing and moon.");
});

test("of an address that names only what there is nothing is said", () => {
  for (const query of ["", "?functions=", "?functions=advocacy,navigation", "?utm_source=mail"])
    assert.equal(passedOver(query, KNOWN), "");
});
