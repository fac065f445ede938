// @ts-check
// What the index answered, as the page shows it: merged, counted, cut and marked; pure, no page.

/**
 * @typedef {object} Hit a page that was found
 * @property {string} id
 * @property {number} score
 * @property {() => Promise<any>} data
 * @property {string[]} [matchedMetaFields] which of title and authors have a word of the query
 * @property {string} [as] the other name under which it was found
 *
 * @typedef {object} Part a piece of an excerpt
 * @property {string} text
 * @property {boolean} marked
 *
 * @typedef {object} Anchor a place on a page: the words before it, and the words of its element
 * @property {string} element
 * @property {string} id
 * @property {string} [text]
 * @property {number} location
 */

/**
 * Pages found under other names and not under the words themselves, best first; a page that has
 * several names is shown under the one that comes first.
 * @param {Hit[]} own
 * @param {{name: string, hits: Hit[]}[]} others
 * @returns {Hit[]}
 */
export function merged(own, others) {
  const seen = new Set(own.map(({ id }) => id));
  /** @type {Hit[]} */
  const found = [];
  for (const { name, hits } of others) {
    for (const hit of hits.filter(({ id }) => !seen.has(id))) {
      seen.add(hit.id);
      found.push({ ...hit, as: name });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/**
 * Best first: before other pages those that have the words side by side, and those that have them
 * in what names them: the title, or the authors of a reference.
 * @param {Hit[]} hits
 * @param {Set<string>} together ids of the pages with the words side by side
 * @param {Map<string, string>} kindOf kind by id of page
 * @returns {Hit[]}
 */
export function ranked(hits, together, kindOf) {
  const isNamed = (/** @type {Hit} */ { id, matchedMetaFields: fields = [] }) =>
    fields.includes(kindOf.get(id) === "Reference" ? "authors" : "title");
  return hits
    .map((hit) => ({ ...hit, score: hit.score * (isNamed(hit) ? 2 : 1) * (together.has(hit.id) ? 1.5 : 1) }))
    .sort((a, b) => b.score - a.score);
}

/**
 * How many pages of each kind were found.
 * @param {Hit[]} hits
 * @param {Map<string, string>} kindOf kind by id of page
 * @returns {Map<string, number>}
 */
export function counts(hits, kindOf) {
  const found = new Map();
  for (const { id } of hits) {
    const kind = kindOf.get(id) ?? "";
    found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  return found;
}

/**
 * An excerpt of Pagefind in pieces: it marks words with `<mark>` and writes < and > as entities.
 * @param {string} excerpt
 * @returns {Part[]}
 */
export function parts(excerpt) {
  const text = (/** @type {string} */ piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt
    .split(/<\/?mark>/u)
    .map((piece, n) => ({ text: text(piece), marked: n % 2 === 1 }))
    .filter((part) => part.text);
}

/**
 * An excerpt without the title that it begins with, for the title stands above it.
 * @param {Part[]} excerpt
 * @param {string} title
 * @returns {Part[]}
 */
export function withoutTitle(excerpt, title) {
  const whole = excerpt.map(({ text }) => text).join("");
  let cut = whole.startsWith(title) ? title.length : 0;
  if (!cut) return excerpt;
  cut += /^[\s.?!]*/u.exec(whole.slice(cut))?.[0].length ?? 0;
  return excerpt
    .map((part) => {
      const text = part.text.slice(cut);
      cut = Math.max(0, cut - part.text.length);
      return { ...part, text };
    })
    .filter((part) => part.text);
}

/**
 * Where on its page a word stands: the statement it is part of, else what begins last before it.
 * @param {Anchor[]} anchors
 * @param {number | undefined} location
 * @returns {string} with its number sign; empty at the beginning of the page
 */
export function place(anchors, location) {
  if (location === undefined) return "";
  const length = (/** @type {Anchor} */ { text }) => (text ?? "").split(/\s+/u).length;
  const before = anchors.filter((a) => a.element !== "main" && a.element !== "h1" && a.location <= location);
  const kept = before.filter((a) => a.element !== "span" || location < a.location + length(a));
  const last = kept.at(-1);
  return last ? `#${last.id}` : "";
}

/**
 * The parts of a page that say most of what was looked for, in the order of the page.
 * @param {any[]} sections Pagefind's `sub_results`
 * @param {number} most
 */
export function strongest(sections, most) {
  const weight = (/** @type {any} */ { weighted_locations: all }) =>
    all.reduce((/** @type {number} */ sum, /** @type {any} */ word) => sum + word.balanced_score, 0);
  const best = new Set([...sections].sort((a, b) => weight(b) - weight(a)).slice(0, most));
  return sections.filter((section) => best.has(section));
}
