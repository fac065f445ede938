// @ts-check
// A CSV file narrowed to some of its rows. Pure: knows no page.
import { isTranslated, say } from "../words.js";

/** The header and the rows whose first cell is wanted; rows stay as they are, quotes and all.
 * @param {string} csv @param {Set<string>} wanted */
export function wantedRows(csv, wanted) {
  const rows = csv.match(/(?:"(?:[^"]|"")*"|[^"\n])+\n?/g) ?? [];
  const kept = rows.filter((row, n) => n === 0 || wanted.has(firstCell(row)));
  return kept.join("");
}

/** The fields of the table of references as headings for readers. */
const headings = () => [
  say("Key of the reference"), say("Type"), say("Authors"), say("Year"), say("Title"), say("Appeared in"), say("Volume"),
  say("Issue number"), say("Pages"), "DOI", say("Address"), say("Tags"), say("Reference lists"),
];

/**
 * The table of references with headings in the language of the page, where that is not English.
 * @param {string} csv
 * @param {boolean} [isForReaders]
 */
export function headed(csv, isForReaders = isTranslated) {
  const fields = csv.slice(0, csv.indexOf("\n")).split(",");
  const names = headings();
  return isForReaders && fields.length === names.length ? names.join(",") + csv.slice(csv.indexOf("\n")) : csv;
}

/** @param {string} row */
function firstCell(row) {
  const cell = /^(?:"((?:[^"]|"")*)"|([^,\n]*))/.exec(row);
  return (cell?.[1]?.replaceAll('""', '"') ?? cell?.[2] ?? "").replace(/^'/, "");
}
