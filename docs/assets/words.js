// @ts-check
// What scripts say, in the language of the page. English stands in the code and is the key to other
// languages: a page in one of those has a script in its head that sets `peermapWords`.

/**
 * @typedef {Record<string, string | string[]>} Table words by their English; by the singular, where
 *   there are forms for numbers, these in the order of the catalogue
 * @typedef {Record<string, string | number>} Values what stands in the places of a text, by name
 */

/** How a language is written here, where its name alone would mean other signs. */
const WRITTEN = /** @type {Record<string, string>} */ ({ en: "en-GB", fr: "fr-CA" });
/** Kinds of numbers as Unicode names them; catalogues have their forms in this order. */
const KINDS = ["zero", "one", "two", "few", "many", "other"];

const page = globalThis.document?.documentElement?.lang || "en";
const locale = WRITTEN[page] ?? page;
const table = /** @type {Table} */ (Reflect.get(globalThis, "peermapWords") ?? {});

/** The language of the page, without a region. */
export const language = page.split("-")[0] ?? "en";

/** Whether that is another language than that of the field names in the published data. */
export const isTranslated = language !== "en";

/**
 * A text in the language of the page: the English where there is no other.
 * @param {string} text whole English sentence, with places such as `{name}`
 * @param {Values} [values]
 */
export function say(text, values) {
  const found = Object.hasOwn(table, text) ? table[text] : text;
  return filled((Array.isArray(found) ? found[0] : found) || text, values);
}

/**
 * A text that depends on a number, which stands in its place `{n}`.
 * @param {number} n
 * @param {string} one English for one
 * @param {string} other English for any other number
 * @param {Values} [values]
 */
export function many(n, one, other, values) {
  const forms = Object.hasOwn(table, one) ? table[one] : undefined;
  const found = Array.isArray(forms) ? forms[Math.min(kind(n), forms.length - 1)] : forms;
  return filled(found || (n === 1 ? one : other), { n, ...values });
}

/** @type {Intl.PluralRules | undefined} */
let rules;
/** @type {string[] | undefined} */
let kinds;

/** Which of the kinds of numbers in this language a number is of. @param {number} n */
function kind(n) {
  rules ??= new Intl.PluralRules(locale);
  kinds ??= kindsOf(rules);
  return kinds.indexOf(rules.select(n));
}

/** The kinds that a language tells apart, in the order of a catalogue. @param {Intl.PluralRules} told */
function kindsOf(told) {
  const used = told.resolvedOptions().pluralCategories;
  return KINDS.filter((one) => used.some((other) => other === one));
}

/**
 * A text with its places filled, numbers as this language writes them.
 * @param {string} text
 * @param {Values} [values]
 */
export function filled(text, values = {}) {
  if (!text.includes("{")) return text;
  return text.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    return typeof value === "number" ? number(value) : value ?? place;
  });
}

/** @type {Intl.NumberFormat | undefined} */
let numbers;
let hasOurDigits = false;

/**
 * A number as this language writes it. Small ones are many, and look alike in most languages.
 * @param {number} n
 */
export function number(n) {
  if (!numbers) {
    numbers = new Intl.NumberFormat(locale);
    hasOurDigits = numbers.format(123) === "123";
  }
  return hasOurDigits && Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : numbers.format(n);
}

/**
 * A name and what belongs to it, with the colon as this language sets it.
 * @param {string} name
 * @param {string} words
 */
export const labelled = (name, words) => say("{name}: {words}", { name, words });

/**
 * What an element needs to say of its language, where that is not the page's.
 * @param {string | undefined} given
 * @returns {Record<string, string>}
 */
export const inLanguage = (given) => (given && given !== page ? { lang: given } : {});

/** Some names as a sentence lists them: *a, b and c*. @param {string[]} names */
export const listed = (names) => new Intl.ListFormat(locale).format(names);

/** A name as it stands within a sentence. @param {string} name */
export const lowered = (name) => name.toLocaleLowerCase(locale);

/** How two names stand in the alphabet of this language, for `sort`. */
export const alphabet = () => new Intl.Collator(locale).compare;
