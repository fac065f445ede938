// @ts-check
// What someone typed, made fit for a file: no characters that nobody sees, nothing that breaks a line.

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const INVISIBLES = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const TAKEN = /^(frame|page-[0-9]+)$/; // addresses at which the site has pages of its own

/**
 * Text on one line with single spaces.
 * @param {unknown} given
 */
export function oneLine(given) {
  return String(given ?? "").replace(CONTROLS, " ").replace(INVISIBLES, "").replace(/\s+/g, " ").trim();
}

/**
 * The lines of a text that say something.
 * @param {unknown} given
 */
export function lines(given) {
  return String(given ?? "").split(/\r\n|[\r\n]/).map(oneLine).filter(Boolean);
}

/**
 * The names in a text: one on a line, or several with semicolons between them.
 * @param {unknown} given
 */
export function names(given) {
  return lines(String(given ?? "").replaceAll(";", "\n"));
}

/** What may stand behind a second comma of a name. */
export const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/**
 * Words as an id: small letters, digits and single hyphens, at most 80; empty where nothing is left.
 * @param {string} words
 */
export function asId(words) {
  const bare = oneLine(words).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const id = bare.replace(/[^a-z0-9]+/g, "-").slice(0, 80).replace(/^-|-$/g, "");
  return TAKEN.test(id) ? `the-${id}` : id;
}

/**
 * An id that none of the taken ones is: the words', or with a number behind.
 * @param {string} words
 * @param {Set<string>} taken
 * @param {string} otherwise where the words leave nothing
 */
export function freeId(words, taken, otherwise) {
  const id = asId(words) || otherwise;
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? id : `${id}-${n}`;
    if (!taken.has(free)) return free;
  }
}
