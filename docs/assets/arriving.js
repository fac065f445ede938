// @ts-check
// What a page waits for, and what it says where that does not arrive.
import { button } from "./finder/element.js";
import { say } from "./words.js";

const LATE = 400; // milliseconds after which it is said that something is on its way

/**
 * What was asked for; where it takes long a line says so, if the reader still waits for it.
 * @template Asked
 * @param {Element | null} line
 * @param {Promise<Asked>} asked
 * @param {() => boolean} [isWanted]
 * @returns {Promise<Asked>}
 */
export function waitedFor(line, asked, isWanted = () => true) {
  const late = setTimeout(() => {
    if (!(line instanceof HTMLElement) || !isWanted()) return;
    if (!line.hasAttribute("role")) line.setAttribute("role", "status");
    line.textContent = say("Loading …");
    line.hidden = false;
  }, LATE);
  return asked.finally(() => clearTimeout(late));
}

/**
 * Says on a line that something is missing, beside a button that tries again.
 * @param {HTMLElement} line
 * @param {string | undefined} words
 * @param {() => void} again
 */
export function tellMissing(line, words, again) {
  if (!line.hasAttribute("role")) line.setAttribute("role", "alert");
  line.replaceChildren(words ?? "", " ", button(say("Try again"), again));
  line.hidden = false;
}

/**
 * What is asked for, as soon as it arrives. Until then a line says that it is on its way, or that it
 * is missing, and whoever reads it can ask again; then the line goes.
 * @template Asked
 * @param {HTMLElement} line
 * @param {string | undefined} words
 * @param {() => Promise<Asked>} ask
 * @returns {Promise<Asked>}
 */
export async function arrived(line, words, ask) {
  for (;;) {
    try {
      const found = await waitedFor(line, ask());
      line.hidden = true;
      return found;
    } catch {
      await new Promise((/** @type {(value?: unknown) => void} */ again) => tellMissing(line, words, again));
    }
  }
}
