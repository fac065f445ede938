// @ts-check
// A CSV file narrowed to some of its rows. Pure: knows no page.
import { isTranslated, say } from "../words.js";

/** The header and the rows whose first cell is wanted; rows stay as they are, quotes and all.
 * @param {string} csv @param {Set<string>} wanted */
export function wantedRows(csv, wanted) {
  const kept = rows(csv).filter((row, n) => n === 0 || wanted.has(firstCell(row)));
  return kept.join("");
}

/** The first cells of all rows below the header. @param {string} csv */
export function keysOf(csv) {
  return new Set(rows(csv).slice(1).map(firstCell));
}

/** The header and the rows of a table. @param {string} csv */
function rows(csv) {
  return csv.match(/(?:"(?:[^"]|"")*"|[^"\n])+\n?/g) ?? [];
}

/** The fields of the table of references as headings for readers, by name.
 * @returns {Record<string, string>} */
const headings = () => ({
  key: say("Key of the reference"), type: say("Type"), authors: say("Authors"), year: say("Year"), title: say("Title"),
  container: say("Appeared in"), volume: say("Volume"), number: say("Issue number"), pages: say("Pages"), doi: "DOI",
  url: say("Address"), tags: say("Tags"), lists: say("Reference lists"), notices: say("Notices"),
});

/**
 * The table of references with headings in the language of the page, where that is not English.
 * A field that is not known keeps its name.
 * @param {string} csv
 * @param {boolean} [isForReaders]
 */
export function headed(csv, isForReaders = isTranslated) {
  const end = csv.indexOf("\n");
  const names = headings();
  const fields = csv.slice(0, end).split(",").map((field) => names[field] ?? field);
  return isForReaders ? fields.join(",") + csv.slice(end) : csv;
}

/** @param {string} row */
function firstCell(row) {
  const cell = /^(?:"((?:[^"]|"")*)"|([^,\n]*))/.exec(row);
  return (cell?.[1]?.replaceAll('""', '"') ?? cell?.[2] ?? "").replace(/^'/, "");
}
