// @ts-check
// What is shown of a page that was found: its excerpts in pieces, and where they stand; pure.

/**
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
 * An excerpt of Pagefind in pieces: it marks words with `<mark>` and writes < and > as entities.
 * @param {string} excerpt
 * @returns {Part[]}
 */
export function parts(excerpt) {
  const text = (/** @type {string} */ piece) =>
    piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt
    .split(/<\/?mark>/u)
    .map((piece, n) => ({ text: text(piece), marked: n % 2 === 1 }))
    .filter((part) => part.text);
}

/**
 * An excerpt without the title, or the end of it, that it begins with: the title stands above it.
 * On a page the title ends with a mark of punctuation.
 * @param {Part[]} excerpt
 * @param {string} title
 * @returns {Part[]}
 */
export function withoutTitle(excerpt, title) {
  const whole = excerpt.map(({ text }) => text).join("");
  const ends = title.split(" ").map((_, n, all) => all.slice(n).join(" "));
  const end = ends.find(
    (one) => whole.startsWith(one) && /[.?!]$/u.test(whole.slice(0, one.length + 1).trim()),
  );
  let cut = end ? end.length + (/^[\s.]*/u.exec(whole.slice(end.length))?.[0].length ?? 0) : 0;
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
  const before = anchors.filter(
    (a) => a.element !== "main" && a.element !== "h1" && a.location <= location,
  );
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
    all.reduce(
      (/** @type {number} */ sum, /** @type {any} */ word) => sum + word.balanced_score,
      0,
    );
  const best = new Set([...sections].sort((a, b) => weight(b) - weight(a)).slice(0, most));
  return sections.filter((section) => best.has(section));
}
