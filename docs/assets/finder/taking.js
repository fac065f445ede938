// @ts-check
// A result set as a file to take along: CSV, JSON, or its sources as BibTeX, RIS or CSL-JSON.
import { save } from "../save.js";
import { isTranslated, say } from "../words.js";
import { ENGLISH_FIELDS } from "./headings.js";

/** The formats of a result set, by the names of their buttons. */
export const formats = () => ["CSV", ...(isTranslated ? [ENGLISH_FIELDS] : []), "JSON", "BibTeX", "RIS", "CSL-JSON"];

/** What would start a formula in a spreadsheet. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;
const QUOTED = /[",\n]/; // what a cell must stand in quotes for

/** @typedef {[string, string, string, string, string[]]} Row id, name, facts, summary, sources */

/** @param {string} text */
export function cell(text) {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
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
 * @param {Row[]} programmes
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
 * The same for readers: headings and values in the language of the page.
 * @param {import("./counting.js").Dimension[]} dimensions
 * @param {Row[]} programmes
 * @param {number[]} at
 * @param {string} base the address of the folder of programmes
 */
export function readersTable(dimensions, programmes, at, base) {
  const header = [say("Name"), say("Address"), ...dimensions.map(({ name }) => name), say("Sources")];
  const rows = at.map((position) => {
    const [id, name, , , sources] = programmes[position];
    const values = dimensions.map((d) => d.of[position].map((v) => d.values[v][1]).join("; "));
    return [name, `${base}${id}/`, ...values, sources.join("; ")];
  });
  return { header, rows };
}

/**
 * The same as records, with a list of ids for each dimension.
 * @param {import("./counting.js").Dimension[]} dimensions
 * @param {Row[]} programmes
 * @param {number[]} at
 * @param {string} base the address of the folder of programmes
 */
export function records(dimensions, programmes, at, base) {
  return at.map((position) => {
    const [id, name, , , sources] = programmes[position];
    const values = dimensions.map((d) => [d.id, d.of[position].map((v) => d.values[v][0])]);
    return { id, name, address: `${base}${id}/`, ...Object.fromEntries(values), sources };
  });
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
 * The records of some keys, as they stand in an RIS file; the key stands in the field ID.
 * @param {string} file
 * @param {Set<string>} keys
 */
export function ris(file, keys) {
  return file
    .split(/\r?\n(?=TY {2}- )/)
    .filter((record) => keys.has(/^ID {2}- (.*?)\s*$/m.exec(record)?.[1] ?? ""))
    .map((record) => record.replace(/\s*$/, "\n").replace(/^ER {2}-\n$/m, "ER  - \n"))
    .join("\n");
}

/**
 * The items of some keys, as they stand in a CSL-JSON file.
 * @param {string} file
 * @param {Set<string>} keys
 */
export function csl(file, keys) {
  return json(JSON.parse(file).filter((/** @type {{id: string}} */ { id }) => keys.has(id)));
}

/** @param {unknown} value */
function json(value) {
  return JSON.stringify(value, null, 2) + "\n";
}

/** How references are picked out of which file of the site. */
const PICKED = {
  "BibTeX": { file: "bibliography", ending: "bib", type: "application/x-bibtex", pick: bibtex },
  "RIS": { file: "ris", ending: "ris", type: "application/x-research-info-systems", pick: ris },
  "CSL-JSON": { file: "csl", ending: "csl.json", type: "application/vnd.citationstyles.csl+json", pick: csl },
};

/** Formats in which references can be had. */
export const PICKS = /** @type {(keyof typeof PICKED)[]} */ (Object.keys(PICKED));

/**
 * Saves the references of some keys.
 * @param {keyof typeof PICKED} format
 * @param {Record<string, string | undefined>} files addresses of the bibliography in its formats
 * @param {Set<string>} keys
 * @param {string} name of the file, without its ending
 */
export async function takeReferences(format, files, keys, name) {
  const { file, ending, type, pick } = PICKED[format];
  save(`${name}.${ending}`, type, pick(await text(files[file]), keys));
}

/**
 * A file of the site as text.
 * @param {string | undefined} address
 */
export async function text(address) {
  const answer = await fetch(address ?? "");
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

/**
 * Saves the programmes at the given positions, or their sources.
 * @param {string} format one of `formats`
 * @param {Record<string, string | undefined>} files addresses of the bibliography in its formats
 * @param {import("./counting.js").Dimension[]} dimensions
 * @param {Row[]} programmes
 * @param {number[]} at
 */
export async function take(format, files, dimensions, programmes, at) {
  const picked = PICKS.find((known) => known === format);
  if (picked) return takeReferences(picked, files, new Set(at.flatMap((p) => programmes[p][4])), "peermap-sources");
  const base = new URL("./", location.href).href.split("?")[0];
  if (format === "JSON") return save("peermap-programmes.json", "application/json", json(records(dimensions, programmes, at, base)));
  const made = isTranslated && format !== ENGLISH_FIELDS ? readersTable : table;
  const { header, rows } = made(dimensions, programmes, at, base);
  return save("peermap-programmes.csv", "text/csv", csv(header, rows));
}
