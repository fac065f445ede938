// @ts-check
// How a list of formatted references is put in order. Pure: knows no page.

/**
 * @typedef {{ id: string, name: string, numbered: boolean, language: string }} Style
 * @typedef {{ key: string, entry: string, text: string }} Entry
 */

/** Words of formatted HTML; our own files hold only i, b, sup, sub, a and four entities.
 * @param {string} html */
export function words(html) {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&#39;/g, "'")
    .replace(/&#34;/g, '"')
    .replace(/&amp;/g, "&");
}

/** The letters and digits of an entry without accents: `sorting_key` in Python is the same.
 * @param {string} html */
export function sortingKey(html) {
  const bare = words(html).normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return bare.replace(/[^a-z0-9]+/g, " ").trim();
}

/** Styles with those first that write in a language; the first is the one to begin with.
 * @param {Style[]} styles @param {string} language without a region */
export function inLanguageFirst(styles, language) {
  const isIn = (/** @type {Style} */ style) => style.language.split("-")[0] === language;
  return [...styles.filter(isIn), ...styles.filter((style) => !isIn(style))];
}

/** A list by author, with letters where works of the same authors have the same year; a numbered
 * style keeps the order in which works were taken.
 * @param {Entry[]} entries @param {Style} style @returns {Entry[]} */
export function ordered(entries, style) {
  if (style.numbered) return [...entries];
  const keyed = entries.map((entry) => ({ entry, by: sortingKey(entry.entry) }));
  keyed.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.entry.key < b.entry.key ? -1 : 1));
  return lettered(keyed.map(({ entry }) => entry));
}

const YEAR = /[ \u00a0(](\d{4}(?:–\d{4})?|n\.d\.|s\.[ \u00a0]d\.|no date|in press)\)$/;

/** Works of the same authors and year as *2020a*, *2020b*: `lettered` in Python is the same.
 * @param {Entry[]} entries in their order @returns {Entry[]} */
export function lettered(entries) {
  const parts = entries.map(({ entry, text }) => parted(entry, text));
  /** @type {Map<string, number>} */
  const often = new Map();
  for (const { start, year } of parts) often.set(start + year, (often.get(start + year) ?? 0) + 1);
  /** @type {Map<string, number>} */
  const given = new Map();
  return entries.map((one, n) => {
    const { start, year, rest } = /** @type {Parts} */ (parts[n]);
    if (!year || (often.get(start + year) ?? 0) < 2) return one;
    const place = given.get(start + year) ?? 0;
    given.set(start + year, place + 1);
    const letter = "z".repeat(Math.floor(place / 26)) + String.fromCharCode(97 + (place % 26));
    const joint = /\d$/.test(year) ? "" : year === "no date" ? " " : "-";
    return { ...one, entry: start + year + joint + letter + rest };
  });
}

/** @typedef {{ start: string, year: string, rest: string }} Parts an entry around its year */

/** @param {string} entry @param {string} text its citation @returns {Parts} */
function parted(entry, text) {
  const year = YEAR.exec(text)?.[1] ?? "";
  const escaped = year.replace(/[.]/g, "\\.");
  const at = year ? new RegExp(`(?:\\((?:ca\\. |v\\. )?|[.”] )${escaped}(?=[),. ])`).exec(entry) : null;
  if (!at) return { start: "", year: "", rest: entry };
  const end = at.index + at[0].length;
  return { start: entry.slice(0, end - year.length), year, rest: entry.slice(end) };
}

/** Which part of the data holds a key: `first` has the first key of each part.
 * @param {string} key @param {string[]} first */
export function partOf(key, first) {
  let part = 0;
  while (part + 1 < first.length && /** @type {string} */ (first[part + 1]) <= key) part += 1;
  return part;
}
