// @ts-check
// A draft of a programme, and the record that it makes. Nothing here touches the page.
import { bibtex } from "./bibtex.js";
import { folded, list, scalar } from "./yaml.js";
import { asId, freeId, lines, names, oneLine } from "./words.js";

/**
 * @typedef {object} Source a work that was read
 * @property {string} id within the draft only
 * @property {string} key of a reference of the bibliography; empty where the work is new
 * @property {string} title
 * @property {string} authors one a line, or semicolons between them
 * @property {string} year
 * @property {string} type of BibTeX
 * @property {string} container where it appeared
 * @property {string} address a DOI or web address
 * @property {string} what "full text", "abstract" or "title"
 * @property {string} on the day, as 2026-11-22
 *
 * @typedef {object} Evidence
 * @property {string} source id of a source of the draft
 * @property {string} where
 * @property {string} says
 * @property {string} quote
 * @property {string} strength
 *
 * @typedef {{state: string, options: Record<string, Evidence[]>}} Answer
 *
 * @typedef {object} Draft
 * @property {string} name
 * @property {string} kind
 * @property {string} trend
 * @property {string[]} labels
 * @property {string} places one a line, from narrow to wide
 * @property {string} years
 * @property {string[]} communities
 * @property {string[]} issues
 * @property {string} summary
 * @property {string} notes
 * @property {string} missing what the lists have no word for
 * @property {Source[]} sources
 * @property {Record<string, Answer>} answers by question
 *
 * @typedef {object} Vocabulary
 * @property {{id: string, name: string, options: [string, string][]}[]} questions
 * @property {[string, string][]} trends
 * @property {[string, string][]} labels
 * @property {[string, string][]} communities
 * @property {[string, string][]} issues
 * @property {[key: string, ...rest: unknown[]][]} references none before they are fetched
 * @property {[id: string, name: string, ...rest: unknown[]][]} programmes the same
 * @property {string[]} countries
 */

/**
 * The record as YAML, and new references as BibTeX.
 * @param {Draft} draft
 * @param {Vocabulary} vocabulary
 */
export function recordOf(draft, vocabulary) {
  const id = freeId(draft.name, new Set(vocabulary.programmes.map(([taken]) => taken)), "programme");
  const keys = keysOf(draft, vocabulary);
  const references = newReferences(draft, keys);
  const record = [...facts(draft), ...placements(draft, vocabulary, keys), ...read(draft, keys), ...notes(draft)];
  return { id, record: [...missing(draft), ...record, ""].join("\n"), references: references.join("\n") };
}

/**
 * The key of every source by its id in the draft: the reference's own, or a new one.
 * @param {Draft} draft
 * @param {Vocabulary} vocabulary
 * @returns {Map<string, string>}
 */
export function keysOf(draft, vocabulary) {
  const taken = new Set(vocabulary.references.map(([key]) => key));
  const keys = new Map();
  for (const source of draft.sources) {
    const key = source.key || freeKey(source, taken);
    taken.add(key);
    keys.set(source.id, key);
  }
  return keys;
}

/**
 * Family name and year, and a letter where another work has both.
 * @param {Source} source
 * @param {Set<string>} taken
 */
function freeKey(source, taken) {
  const name = (names(source.authors)[0] ?? source.title).split(",")[0];
  const key = (asId(name).replace(/-/g, "").slice(0, 40) || "work") + oneLine(source.year).replace(/\D/g, "").slice(0, 4);
  const letters = ["", ..."abcdefghijklmnopqrstuvwxyz"];
  const free = letters.map((letter) => key + letter).find((one) => !taken.has(one));
  return free ?? freeId(key, taken, "work");
}

/** @param {Draft} draft */
function facts(draft) {
  const places = lines(draft.places).flatMap((place) => place.split(",").map(oneLine).filter(Boolean));
  return [
    `name: ${scalar(oneLine(draft.name))}`,
    `kind: ${scalar(draft.kind)}`,
    ...listed("labels", draft.labels),
    `trend: ${scalar(draft.trend)}`,
    ...listed("places", places),
    ...(oneLine(draft.years) ? [`years: ${scalar(oneLine(draft.years))}`] : []),
    ...listed("communities", draft.communities),
    ...listed("issues", draft.issues),
    ...folded("summary", oneLine(draft.summary)),
  ];
}

/**
 * @param {string} key
 * @param {string[]} values
 */
function listed(key, values) {
  return values.length ? [`${key}: ${list(values)}`] : [];
}

/**
 * @param {Draft} draft
 * @param {Vocabulary} vocabulary
 * @param {Map<string, string>} keys
 */
function placements(draft, vocabulary, keys) {
  const found = vocabulary.questions.flatMap(({ id, options }) => answer(id, options, draft.answers[id], keys));
  return found.length ? ["placements:", ...found] : [];
}

/**
 * @param {string} question
 * @param {[string, string][]} options
 * @param {Answer | undefined} given
 * @param {Map<string, string>} keys
 */
function answer(question, options, given, keys) {
  if (given?.state === "not stated") return [`  ${question}: not stated`];
  const taken = given?.state === "placed" ? options.filter(([option]) => given.options[option]?.length) : [];
  if (!taken.length) return [];
  return [`  ${question}:`, ...taken.flatMap(([option]) => [
    `    - option: ${option}`, "      evidence:",
    ...(given?.options[option] ?? []).flatMap((piece) => evidence(piece, keys)),
  ])];
}

/**
 * @param {Evidence} piece
 * @param {Map<string, string>} keys
 */
function evidence(piece, keys) {
  const fields = [
    ["source", keys.get(piece.source) ?? ""], ["where", piece.where], ["says", piece.says],
    ["quote", piece.quote], ["strength", piece.strength],
  ].map(([name, value]) => [name, oneLine(value)]).filter(([, value]) => value);
  return fields.map(([name, value], n) => `        ${n ? " " : "-"} ${name}: ${scalar(value)}`);
}

/**
 * @param {Draft} draft
 * @param {Map<string, string>} keys
 */
function read(draft, keys) {
  if (!draft.sources.length) return [];
  return ["read:", ...draft.sources.map(({ id, what, on }) =>
    `  - {source: ${scalar(keys.get(id) ?? "")}, what: ${scalar(what)}, on: ${scalar(oneLine(on))}}`)];
}

/** @param {Draft} draft */
function notes(draft) {
  return oneLine(draft.notes) ? folded("notes", oneLine(draft.notes)) : [];
}

/**
 * What the lists have no word for, as a comment for whoever takes the record in.
 * @param {Draft} draft
 */
function missing(draft) {
  return lines(draft.missing).map((line) => `# not in the lists: ${line}`);
}

/**
 * @param {Draft} draft
 * @param {Map<string, string>} keys
 */
function newReferences(draft, keys) {
  return draft.sources.filter(({ key }) => !key).flatMap((source) => [
    ...bibtex(source, keys.get(source.id) ?? "", tags(draft, source.id)), ""]);
}

/**
 * The tags that a source's use as evidence gives it.
 * @param {Draft} draft
 * @param {string} source
 */
function tags(draft, source) {
  return Object.entries(draft.answers).flatMap(([question, { state, options }]) =>
    Object.entries(options)
      .filter(([, pieces]) => state === "placed" && pieces.some((piece) => piece.source === source))
      .map(([option]) => `${question}:${option}`));
}
