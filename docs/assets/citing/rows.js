// @ts-check
// A CSV file narrowed to some of its rows. Pure: knows no page.

/** The header and the rows whose first cell is wanted; rows stay as they are, quotes and all.
 * @param {string} csv @param {Set<string>} wanted */
export function wantedRows(csv, wanted) {
  const rows = csv.match(/(?:"(?:[^"]|"")*"|[^"\n])+\n?/g) ?? [];
  const kept = rows.filter((row, n) => n === 0 || wanted.has(firstCell(row)));
  return kept.join("");
}

/** @param {string} row */
function firstCell(row) {
  const cell = /^(?:"((?:[^"]|"")*)"|([^,\n]*))/.exec(row);
  return (cell?.[1]?.replaceAll('""', '"') ?? cell?.[2] ?? "").replace(/^'/, "");
}
