// Run with: node --test tests/words
// Tables for readers, on a page that is not English: the modules are asked for once its words are set.
import assert from "node:assert/strict";
import { test } from "node:test";

const peermapWords = { Name: "Nom", Address: "Adresse", Sources: "Sources", Year: "Année", Title: "Titre" };
Object.assign(globalThis, { document: { documentElement: { lang: "fr" } }, peermapWords });
const { formats, readersTable, table } = await import("../../docs/assets/finder/taking.js");
const { headed } = await import("../../docs/assets/citing/rows.js");
const comparison = await import("../../docs/assets/finder/comparison.js");
const matrix = await import("../../docs/assets/finder/matrix.js");

const DIMENSION = { id: "functions", name: "Fonctions", values: [["navigation", "Orientation"]], of: [[0]], options: 1 };
const PROGRAMMES = [["p0", "Éclair", "", "", ["s1", "s2"]]];

test("a result set has French headings and names, and beside it the fields that programs know", () => {
  assert.deepEqual(readersTable([DIMENSION], PROGRAMMES, [0], "https://x.org/"), {
    header: ["Nom", "Adresse", "Fonctions", "Sources"],
    rows: [["Éclair", "https://x.org/p0/", "Orientation", "s1; s2"]],
  });
  assert.deepEqual(table([DIMENSION], PROGRAMMES, [0], "https://x.org/"), {
    header: ["id", "name", "address", "functions", "sources"],
    rows: [["p0", "Éclair", "https://x.org/p0/", "navigation", "s1; s2"]],
  });
  assert.deepEqual(formats().slice(0, 3), ["CSV", "CSV with English field names", "JSON"]);
});

test("the table of references keeps its rows and gets headings; a field that is new keeps its name", () => {
  const fields = "key,type,authors,year,title,container,volume,number,pages,doi,url,tags,lists\n";
  const rows = 'a,book,"Abel, A.",2019,T,,,,,,,,\n';
  const lines = headed(fields + rows).split("\n");
  assert.deepEqual(lines[0].split(",").slice(3, 5), ["Année", "Titre"]);
  assert.equal(lines[1] + "\n", rows);
  assert.equal(headed("year,more\na,b\n"), "Année,more\na,b\n");
});

test("comparison and matrix say ids to programs and names to readers", () => {
  const [line] = matrix.lines([DIMENSION]);
  const cells = (wording) => matrix.table([line], [line], wording).rows[0];
  assert.deepEqual(cells(undefined), ["functions", "navigation", "functions", "navigation", "1", "found"]);
  const named = { header: [], named: ({ name }) => name, state: () => "trouvé" };
  assert.deepEqual(cells(named), ["Fonctions", "Orientation", "Fonctions", "Orientation", "1", "trouvé"]);

  const record = { id: "p0", name: "Éclair", facts: [], answers: [{ question: "functions", state: "placed", placements: [
    { option: "navigation", name: "Orientation", strength: "stated", evidence: [{ source: "s1", author_year: "Abel 2019" }] }] }] };
  const compared = (wording) => comparison.table([record], [DIMENSION], wording);
  assert.deepEqual(compared(undefined).rows[0].slice(2), ["navigation (stated: s1)"]);
  assert.deepEqual(compared(undefined).header, ["point", "verdict", "p0"]);
  const wording = { header: ["Point", "Constat"], record: ({ name }) => name, option: ({ name }) => name,
    source: (piece) => piece.author_year, word: () => "affirmé", pair: (name, words) => `${name} : ${words}` };
  assert.deepEqual(compared(wording).rows[0].slice(2), ["Orientation (affirmé : Abel 2019)"]);
  assert.deepEqual(compared(wording).header, ["Point", "Constat", "Éclair"]);
});
