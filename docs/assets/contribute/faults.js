// @ts-check
// What a draft still lacks for a record. Each fault names its field and the words that say it.
import { DOI } from "./bibtex.js";
import { SUFFIX, lines, names, oneLine } from "./words.js";

/**
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {import("./draft.js").Vocabulary} Vocabulary
 * @typedef {import("./draft.js").Source} Source
 * @typedef {import("./draft.js").Evidence} Evidence
 * @typedef {{at: string, code: string, given?: Record<string, string | number>}} Fault
 */

const MOST_LINE = 500;
const MOST_QUOTE = 120;
const MOST_TEXT = 20000;
const PLANNED = 20; // years after a reading up to which a work may tell of plans
const YEAR = /^[12]\d{3}$/;
const YEARS = /^(?:(?:early |mid |late )?[12]\d{2}0s|(?:early |mid |late )?(?:[1-9]th|1\dth|2[0-9]th|1st|2nd|3rd|21st|22nd|23rd) century)$/;
const WEB = /^https?:\/\/[^\s<>"]+\.[^\s<>"]+$/i;
const WRONG_NTH = /\b(?:[123]|2[123])th century$/;

/**
 * Every fault, in the order of the form.
 * @param {Draft} draft
 * @param {Vocabulary} vocabulary
 * @returns {Fault[]}
 */
export function faults(draft, vocabulary) {
  return [
    ...(draft.sources.length ? [] : [{ at: "sources", code: "no-source" }]),
    ...draft.sources.flatMap((source) => sourceFaults(source, vocabulary)),
    ...twice(draft),
    ...needed("name", draft.name, MOST_TEXT),
    ...(draft.trend ? [] : [{ at: "trend", code: "choose" }]),
    ...lines(draft.places).flatMap((place) => placeFaults(place, vocabulary)),
    ...yearsFaults(oneLine(draft.years), draft.sources),
    ...needed("summary", draft.summary, MOST_TEXT),
    ...tooLong("notes", draft.notes, MOST_TEXT),
    ...vocabulary.questions.flatMap(({ id, options }) => answerFaults(draft, id, options)),
  ];
}

/**
 * @param {string} at
 * @param {string} value
 * @param {number} most
 */
function needed(at, value, most) {
  return oneLine(value) ? tooLong(at, value, most) : [{ at, code: "needed" }];
}

/**
 * @param {string} at
 * @param {string} value
 * @param {number} most
 */
function tooLong(at, value, most) {
  const length = oneLine(value).length;
  return length > most ? [{ at, code: "long", given: { length, most } }] : [];
}

/**
 * @param {Source} source
 * @param {Vocabulary} vocabulary
 * @returns {Fault[]}
 */
function sourceFaults(source, vocabulary) {
  const at = (/** @type {string} */ field) => `source.${source.id}.${field}`;
  const own = source.key ? knownWorkFaults(source.key, vocabulary, at("work")) : newWorkFaults(source, at);
  return [...own, ...(isDay(source.on) ? [] : [{ at: at("on"), code: "day" }])];
}

/**
 * A work of the list is known; before the list is there, what looks like one may be.
 * @param {string} wanted
 * @param {Vocabulary} vocabulary
 * @param {string} at
 * @returns {Fault[]}
 */
function knownWorkFaults(wanted, { references }, at) {
  const isKnown = references.length ? references.some(([key]) => key === wanted) : !wanted.startsWith("?");
  return isKnown ? [] : [{ at, code: "work" }];
}

/**
 * @param {Source} source
 * @param {(field: string) => string} at
 * @returns {Fault[]}
 */
function newWorkFaults(source, at) {
  if (!oneLine(source.title)) return [{ at: at("title"), code: "title" }];
  const year = oneLine(source.year);
  return [
    ...tooLong(at("title"), source.title, 1000),
    ...tooLong(at("container"), source.container, 1000),
    ...(names(source.authors).every(isName) ? [] : [{ at: at("authors"), code: "authors" }]),
    ...(!year || YEAR.test(year) ? [] : [{ at: at("year"), code: "year" }]),
    ...(isAddress(oneLine(source.address)) ? [] : [{ at: at("address"), code: "address" }]),
  ];
}

/**
 * Whether a line can be a name: a family and a given name, perhaps with a suffix, or an organisation,
 * each with letters. More commas stand between several people.
 * @param {string} line
 */
function isName(line) {
  const [family, given, suffix, ...more] = line.split(",").map((part) => part.trim());
  const hasLetters = [family, given].every((part) => part === undefined || /\p{L}/u.test(part));
  return line.length <= 200 && hasLetters && !more.length && (!suffix || SUFFIX.test(suffix));
}

/**
 * Works that are named again.
 * @param {Draft} draft
 * @returns {Fault[]}
 */
function twice(draft) {
  const keys = draft.sources.map(({ key }) => key);
  return draft.sources.filter(({ key }, n) => key && keys.indexOf(key) < n)
    .map(({ id }) => ({ at: `source.${id}.work`, code: "twice" }));
}

/**
 * @param {string} place
 * @param {Vocabulary} vocabulary
 * @returns {Fault[]}
 */
function placeFaults(place, { countries }) {
  const last = place.split(",").map(oneLine).filter(Boolean).pop() ?? "";
  return countries.includes(last) ? [] : [{ at: "places", code: "place", given: { place } }];
}

/**
 * @param {Draft} draft
 * @param {string} question
 * @param {[string, string][]} options
 * @returns {Fault[]}
 */
function answerFaults(draft, question, options) {
  const answer = draft.answers[question];
  const readable = draft.sources.filter(({ what }) => what !== "title").map(({ id }) => id);
  if (answer?.state === "not stated" && !readable.length) return [{ at: `answer.${question}`, code: "silence" }];
  if (answer?.state !== "placed") return [];
  const taken = options.filter(([option]) => answer.options[option]?.length);
  if (!taken.length) return [{ at: `answer.${question}`, code: "no-option" }];
  return taken.flatMap(([option]) => answer.options[option].flatMap((piece, n) =>
    evidenceFaults(piece, `evidence.${question}.${option}.${n}`, draft, readable)));
}

/**
 * @param {Evidence} piece
 * @param {string} at
 * @param {Draft} draft
 * @param {string[]} readable
 * @returns {Fault[]}
 */
function evidenceFaults(piece, at, draft, readable) {
  const known = draft.sources.some(({ id }) => id === piece.source);
  const says = oneLine(piece.says) || oneLine(piece.quote);
  return [
    ...(known ? [] : [{ at: `${at}.source`, code: "evidence-source" }]),
    ...(known && !readable.includes(piece.source) ? [{ at: `${at}.source`, code: "title-only" }] : []),
    ...(oneLine(piece.where) ? tooLong(`${at}.where`, piece.where, MOST_LINE) : [{ at: `${at}.where`, code: "where" }]),
    ...(says ? tooLong(`${at}.says`, piece.says, MOST_TEXT) : [{ at: `${at}.says`, code: "says" }]),
    ...tooLong(`${at}.quote`, piece.quote, MOST_QUOTE).map((fault) => ({ ...fault, code: "quote" })),
    ...(piece.strength ? [] : [{ at: `${at}.strength`, code: "strength" }]),
  ];
}

/**
 * Years that cannot be read, or that lie further ahead than works plan.
 * @param {string} years
 * @param {Source[]} sources
 * @returns {Fault[]}
 */
function yearsFaults(years, sources) {
  if (!isPeriod(years)) return [{ at: "years", code: "years" }];
  const last = Math.max(0, ...sources.filter(({ on }) => isDay(on)).map(({ on }) => Number(on.slice(0, 4))));
  const isAhead = (years.match(/[12]\d{3}/g) ?? []).some((year) => Number(year) > last + PLANNED);
  return last && isAhead ? [{ at: "years", code: "ahead", given: { last } }] : [];
}

/** @param {string} words */
function isPeriod(words) {
  const [first, last, more] = words.split("/").map((part) => part.trim());
  if (!words) return true;
  if (more !== undefined) return false;
  if (last === undefined) return YEAR.test(first) || (YEARS.test(first) && !WRONG_NTH.test(first));
  return YEAR.test(first) && (last === ".." || (YEAR.test(last) && Number(last) >= Number(first)));
}

/** @param {string} words */
function isDay(words) {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(words);
  if (!match) return false;
  const day = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(words);
}

/** @param {string} words */
function isAddress(words) {
  if (!words || DOI.test(words)) return true;
  return WEB.test(words) && URL.canParse(words);
}
