// Run with: node --test tests/finder
import assert from "node:assert/strict";
import { test } from "node:test";
import { factNames, isOnlyHere, optionSets, readCompared, table, verdict, writeCompared } from "../../docs/assets/finder/comparison.js";

const placement = (option, strength) => ({ option, name: option, strength, evidence: [{ source: "s2020", author_year: "S 2020", where: "p. 1", says: "", quote: "", strength }] });
const record = (id, facts, placements, state = "placed") => ({
  id, name: id, address: `programmes/${id}/`, summary: "",
  facts: Object.entries(facts).map(([name, words]) => ({ name, kind: "", items: words.map((w) => ({ words: w })) })),
  answers: [{ question: "functions", state, placements }],
});

test("same, partly the same, different, and not known for some are told apart", () => {
  assert.equal(verdict([["a", "b"], ["b", "a"]]), "same");
  assert.equal(verdict([["a", "b"], ["a"]]), "partly");
  assert.equal(verdict([["a"], ["b"]]), "differs");
  assert.equal(verdict([["a"], null]), "not-known");
});

test("only here is said of a value that stands out, never where something is not known", () => {
  assert.equal(isOnlyHere([["a", "b"], ["a"]], "b"), true);
  assert.equal(isOnlyHere([["a"], ["b"]], "b"), false, "where all differ it goes without saying");
  assert.equal(isOnlyHere([["a", "b"], ["a"], null], "b"), false);
});

test("an option in our reading only is shown and counts for nothing", () => {
  const records = [record("one", {}, [placement("navigation", "inferred")]), record("two", {}, [placement("navigation", "stated")])];
  assert.deepEqual(optionSets(records, "functions"), [null, ["navigation"]]);
});

test("facts that some record lacks keep their place between the others", () => {
  const records = [record("one", { Kind: ["a"], Issues: ["c"] }, []), record("two", { Kind: ["a"], Years: ["1999"], Issues: ["c"] }, [])];
  assert.deepEqual(factNames(records), ["Kind", "Years", "Issues"]);
});

test("the table has sources and strength, and a state stays a state", () => {
  const records = [record("one", { Kind: ["a"] }, [placement("navigation", "general")]), record("two", {}, [], "not stated")];
  const { header, rows } = table(records, [{ id: "functions", name: "Functions" }]);
  assert.deepEqual(header, ["point", "verdict", "one", "two"]);
  assert.deepEqual(rows, [["Kind", "not-known", "a", "not given"], ["Functions", "not-known", "navigation (general: s2020)", "not stated"]]);
});

test("an address names at most five programmes, each once, and what it names in vain is told", () => {
  const known = ["a", "b", "c", "d", "e", "f"];
  assert.deepEqual(readCompared("?p=a,b,a,zzz,c,d,e,f", known), { ids: ["a", "b", "c", "d", "e"], more: 1, unknown: ["zzz"], only: false });
  const state = { ids: ["a", "b"], more: 0, unknown: [], only: true };
  assert.deepEqual(readCompared(writeCompared(state), known), state);
});
