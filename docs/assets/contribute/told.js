// @ts-check
// Faults on the page: beside their fields as one goes, and in one list at the end.
import { element, phrase } from "../finder/element.js";
import { labelled } from "../words.js";

/** @typedef {import("./faults.js").Fault} Fault */

/**
 * What a fault says.
 * @param {Fault} fault
 * @param {Record<string, string>} words
 */
export function said(fault, words) {
  return phrase(words[fault.code], fault.given ?? {});
}

/**
 * Each field that was left or asked for says what it lacks; the others stay quiet.
 * @param {Element} form
 * @param {Fault[]} found
 * @param {(at: string) => boolean} isAsked
 * @param {Record<string, string>} words
 */
export function tellFields(form, found, isAsked, words) {
  const first = new Map();
  for (const fault of found) if (!first.has(fault.at)) first.set(fault.at, fault);
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".pm-fault"))) {
    const at = line.id.replace(/^c-/, "").replace(/-fault$/, "");
    const fault = isAsked(at) ? first.get(at) : undefined;
    const text = fault ? said(fault, words) : "";
    if (line.textContent !== text) line.textContent = text;
    line.hidden = !text;
    const box = document.getElementById(`c-${at}`);
    if (box?.matches("[data-field]")) box.setAttribute("aria-invalid", String(Boolean(text)));
  }
}

/**
 * The list of all faults, each a link to its field.
 * @param {HTMLElement} place
 * @param {Fault[]} found
 * @param {string} heading
 * @param {Record<string, string>} words
 */
export function tellAll(place, found, heading, words) {
  place.hidden = !found.length;
  /** @type {HTMLElement} */ (place.querySelector("h4")).textContent = heading;
  /** @type {HTMLElement} */ (place.querySelector("ul")).replaceChildren(...found.map((fault) => {
    const link = element("a", { href: `#c-${fault.at}` }, labelled(nameOf(fault.at), said(fault, words)));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(fault.at);
    });
    return element("li", {}, link);
  }));
}

/**
 * The field of a fault comes into view and has the focus.
 * @param {string} at
 */
function goTo(at) {
  const box = document.getElementById(`c-${at}`);
  box?.scrollIntoView({ block: "center" });
  box?.focus({ preventScroll: true });
}

/**
 * The name of a field: its label, and of a part that is one of several also the part's name.
 * @param {string} at
 */
export function nameOf(at) {
  const box = document.getElementById(`c-${at}`);
  const part = box?.closest(".pm-part, .pm-answer, .pm-step");
  const group = part?.matches(".pm-part, .pm-answer") || !box?.matches("[data-field]") ? firstWords(part?.querySelector("legend")) : "";
  const label = box?.matches("[data-field]") ? firstWords(box.closest(".pm-field")?.querySelector("label")) : "";
  return [group, label].filter(Boolean).join(", ");
}

/** @param {Element | null | undefined} label */
function firstWords(label) {
  const text = [...(label?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join(" ");
  return text.replace(/\s+/g, " ").trim().replace(/[?:]$/, "");
}
