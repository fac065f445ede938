// @ts-check
// A result set as a file to take along: CSV, JSON, or the BibTeX of its sources.

/** What would start a formula in a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;

/** @param {string} text */
export function cell(text) {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * @param {string[]} header
 * @param {string[][]} rows
 */
export function csv(header, rows) {
  return [header, ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}

/**
 * A table of the programmes at the given positions, a column for each dimension.
 * @param {import("./counting.js").Dimension[]} dimensions
 * @param {[string, string, string, string, string[]][]} programmes
 * @param {number[]} at
 * @param {string} base the address of the folder of programmes
 */
export function table(dimensions, programmes, at, base) {
  const header = ["id", "name", "address", ...dimensions.map(({ id }) => id), "sources"];
  const rows = at.map((position) => {
    const [id, name, , , sources] = programmes[position];
    const values = dimensions.map((d) => d.of[position].map((v) => d.values[v][0]).join("; "));
    return [id, name, `${base}${id}/`, ...values, sources.join("; ")];
  });
  return { header, rows };
}

/**
 * The entries of some keys, as they stand in a BibTeX file.
 * @param {string} file
 * @param {Set<string>} keys
 */
export function bibtex(file, keys) {
  return file
    .split(/\n(?=@)/)
    .filter((entry) => keys.has(/^@\w+\{\s*([^,\s]+)/.exec(entry)?.[1] ?? ""))
    .map((entry) => entry.trim())
    .join("\n\n") + "\n";
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
