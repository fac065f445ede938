// Run with: node --test tests/words
import assert from "node:assert/strict";
import { test } from "node:test";

let turn = 0;

/** The words of a page in a language, whose script in the head has set a table. */
async function page(language, table) {
  Object.assign(globalThis, { document: { documentElement: { lang: language } }, peermapWords: table });
  turn += 1;
  return import(`../../docs/assets/words.js?${turn}`);
}

const FRENCH = {
  "Copy {name}": "Copier\u00a0: {name}",
  "{n} programme alike": ["{n} programme semblable", "{n} programmes semblables"],
  "{name}: {words}": "{name}\u00a0: {words}",
};

test("without a table everything is English", async () => {
  const { say, many, isTranslated } = await page("en", undefined);
  assert.equal(say("Copy {name}", { name: "APA" }), "Copy APA");
  assert.deepEqual([0, 1, 2].map((n) => many(n, "{n} programme alike", "{n} programmes alike")),
    ["0 programmes alike", "1 programme alike", "2 programmes alike"]);
  assert.equal(isTranslated, false);
});

test("in French none is one, as the catalogue has it, and a million is several", async () => {
  const { many, isTranslated } = await page("fr", FRENCH);
  const said = [0, 1, 2, 1e6].map((n) => many(n, "{n} programme alike", "{n} programmes alike"));
  assert.deepEqual(said, ["0 programme semblable", "1 programme semblable", "2 programmes semblables",
    "1\u00a0000\u00a0000 programmes semblables"]);
  assert.equal(isTranslated, true);
});

test("a language with three forms takes the one that its numbers ask for", async () => {
  const { many } = await page("pl", { "{n} programme": ["{n} program", "{n} programy", "{n} programów"] });
  assert.deepEqual([1, 2, 5, 22].map((n) => many(n, "{n} programme", "{n} programmes")),
    ["1 program", "2 programy", "5 programów", "22 programy"]);
});

test("what is not translated stays English, forms and all", async () => {
  const { say, many } = await page("fr", { "Print": "", "{n} reference": [] });
  assert.equal(say("Print"), "Print");
  assert.equal(say("constructor"), "constructor", "what every object has is no translation");
  assert.equal(many(0, "{n} reference", "{n} references"), "0 references");
});

test("a value that looks like a place is not filled again, and a place without value stays", async () => {
  const { say } = await page("fr", FRENCH);
  assert.equal(say("Copy {name}", { name: "{n} $& $1", n: 3 }), "Copier\u00a0: {n} $& $1");
  assert.equal(say("Copy {name}", {}), "Copier\u00a0: {name}");
});

test("numbers, lists, colons and the alphabet are those of the language", async () => {
  const english = await page("en", undefined);
  assert.equal(english.number(12345), "12,345");
  assert.equal(english.listed(["a", "b", "c"]), "a, b and c");
  assert.equal(english.labelled("Remove", "Éclair"), "Remove: Éclair");
  const french = await page("fr", FRENCH);
  assert.equal(french.number(12345), "12\u00a0345");
  assert.equal(french.listed(["a", "b", "c"]), "a, b et c");
  assert.equal(french.labelled("Retirer", "Éclair"), "Retirer\u00a0: Éclair");
  assert.deepEqual(["zone", "Été", "étage", "eau"].sort(french.alphabet()), ["eau", "étage", "Été", "zone"]);
});
