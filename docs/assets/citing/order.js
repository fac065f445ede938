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

/** A list by author; a numbered style keeps the order in which works were taken.
 * @param {Entry[]} entries @param {Style} style @returns {Entry[]} */
export function ordered(entries, style) {
  if (style.numbered) return [...entries];
  const keyed = entries.map((entry) => ({ entry, by: sortingKey(entry.entry) }));
  keyed.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.entry.key < b.entry.key ? -1 : 1));
  return keyed.map(({ entry }) => entry);
}

/** Which part of the data holds a key: `first` has the first key of each part.
 * @param {string} key @param {string[]} first */
export function partOf(key, first) {
  let part = 0;
  while (part + 1 < first.length && /** @type {string} */ (first[part + 1]) <= key) part += 1;
  return part;
}
