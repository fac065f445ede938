// @ts-check
// How words are compared, in lists and in the search alike: pure, no page.

/**
 * Small letters without accents, so that *Montréal* is found by *montreal*.
 * @param {string} text
 */
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
