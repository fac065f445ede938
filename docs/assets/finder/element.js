// @ts-check
// Elements and phrases: the only ways in which text enters a page from here.
import { filled } from "../words.js";

/**
 * An element with attributes and children; text stays text.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * A button that does something.
 * @param {string} words
 * @param {() => void} act
 * @param {Record<string, string>} attributes
 */
export function button(words, act, attributes = {}) {
  const made = element("button", { type: "button", class: "pm-button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
}

/**
 * A phrase of the page with its gaps filled: `{n} of {all}`.
 * @param {string | undefined} words
 * @param {Record<string, string | number>} given
 */
export function phrase(words, given) {
  return filled(words ?? "", given);
}

/**
 * A file of the site as JSON.
 * @param {string | undefined} address
 */
export async function load(address) {
  const answer = await fetch(address ?? "");
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}
