// @ts-check
// A work that is not in the bibliography yet, as BibTeX, with the tags that its use gives it.
import { SUFFIX, names, oneLine } from "./words.js";

/**
 * @typedef {import("./draft.js").Source} Source
 */

const SIGNS = /** @type {Record<string, string>} */ ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "{": "(", "}": ")" });
const CONTAINERS = /** @type {Record<string, string>} */ ({ article: "journal", incollection: "booktitle", report: "institution", book: "publisher" });
export const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[!-~]+)$/i;

/**
 * @param {Source} source
 * @param {string} key
 * @param {string[]} tags
 */
export function bibtex(source, key, tags) {
  const doi = DOI.exec(oneLine(source.address))?.[1];
  const fields = [
    ["author", names(source.authors).map(author).join(" and ")],
    ["title", asBibtex(source.title)],
    [CONTAINERS[source.type] ?? "howpublished", asBibtex(source.container)],
    ["year", asBibtex(source.year)],
    [doi ? "doi" : "url", asBibtex(doi ?? source.address)],
    ["keywords", tags.join(", ")],
  ].filter(([, value]) => value);
  return [`@${source.type}{${key},`, ...fields.map(([name, value]) => `  ${name} = {${value}},`), "}"];
}

/**
 * A person with the family name first, perhaps with a suffix; what has no comma, or more of them, is
 * an organisation and stays whole.
 * @param {string} name
 */
function author(name) {
  const [family, givenName, suffix = "", ...more] = name.split(",").map(oneLine);
  const isPerson = family && givenName && !more.length && (!suffix || SUFFIX.test(suffix));
  if (!isPerson) return `{${asBibtex(name.replace(/^[\s,]+|[\s,]+$/g, "")) || "?"}}`;
  const parts = [family, ...(suffix ? [suffix] : []), givenName];
  return parts.map(asBibtex).join(", ").replace(/\band\b/gi, "{$&}");
}

/** @param {string} text */
function asBibtex(text) {
  return oneLine(text).replace(/[\\~^{}]/g, (sign) => SIGNS[sign]).replace(/[%&#_$]/g, "\\$&").replace(/@/g, "{@}");
}
