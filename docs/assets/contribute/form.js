// @ts-check
// The form as a draft, and a draft back into the form. The page is the only place that holds it.
import { keyOf } from "./works.js";

/**
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {import("./draft.js").Source} Source
 * @typedef {import("./draft.js").Evidence} Evidence
 */

const FACTS = /** @type {const} */ (["name", "kind", "trend", "places", "years", "missing", "summary", "notes"]);
const WORK = /** @type {const} */ (["title", "authors", "year", "type", "container", "address", "what", "on"]);
const PIECE = /** @type {const} */ (["source", "where", "says", "quote", "strength"]);

/**
 * @param {Element} place
 * @param {string} name
 */
export function field(place, name) {
  return /** @type {HTMLInputElement} */ (place.querySelector(`[data-field="${CSS.escape(name)}"]`));
}

/**
 * The values of some fields.
 * @template {string} Name
 * @param {Element} place
 * @param {readonly Name[]} names
 * @returns {Record<Name, string>}
 */
function values(place, names) {
  return /** @type {any} */ (Object.fromEntries(names.map((name) => [name, field(place, name).value])));
}

/**
 * @param {HTMLElement} form
 * @param {Record<string, string[]>} picked labels, communities and issues
 * @returns {Draft}
 */
export function readForm(form, picked) {
  const sources = [...form.querySelectorAll("[data-source]")].map(readSource);
  const questions = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-question]")]);
  const answers = Object.fromEntries(questions.map((part) => [part.dataset.question ?? "", readAnswer(part)]));
  return /** @type {Draft} */ (/** @type {unknown} */ ({ ...values(form, FACTS), ...picked, sources, answers }));
}

/**
 * @param {Element} part
 * @returns {Source & {work: string, isNew: boolean}}
 */
function readSource(part) {
  const work = field(part, "work").value.trim();
  const isNew = field(part, "isNew").checked;
  const id = /** @type {HTMLElement} */ (part).dataset.source ?? "";
  return { id, work, isNew, key: isNew ? "" : keyOf(work) ?? `?${work}`, ...values(part, WORK) };
}

/** @param {Element} part */
function readAnswer(part) {
  const state = /** @type {HTMLInputElement | null} */ (part.querySelector("[type=radio]:checked"))?.value ?? "not coded";
  const options = /** @type {HTMLElement[]} */ ([...part.querySelectorAll("[data-option]")]);
  const taken = options.filter((option) => option.querySelector("input")?.checked);
  return { state, options: Object.fromEntries(taken.map((option) => [option.dataset.option ?? "", readEvidence(option)])) };
}

/** @param {Element} option */
function readEvidence(option) {
  return [...option.querySelectorAll("[data-evidence]")].map((part) => values(part, PIECE));
}

/**
 * @param {Element} place
 * @param {Record<string, any>} given
 * @param {readonly string[]} names
 */
function fill(place, given, names) {
  for (const name of names) if (typeof given[name] === "string") field(place, name).value = given[name];
}

/**
 * @param {Element} form
 * @param {Record<string, any>} draft
 */
export function fillFacts(form, draft) {
  fill(form, draft, FACTS);
}

/**
 * @param {Element} part
 * @param {Record<string, any>} source
 */
export function fillSource(part, source) {
  fill(part, source, ["work", ...WORK]);
  field(part, "isNew").checked = source.isNew === true;
}

/**
 * @param {Element} part
 * @param {Record<string, any>} piece
 */
export function fillEvidence(part, piece) {
  fill(part, piece, PIECE);
}
