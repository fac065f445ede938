// @ts-check
// Parts of the form that come and go: works and pieces of evidence, cloned from their templates.

/**
 * A copy of a template whose ids, and what points at them, end in a name of its own.
 * @param {string} template
 * @param {string} at the name under which faults speak of its fields
 * @returns {HTMLElement}
 */
export function part(template, at) {
  const from = /** @type {HTMLTemplateElement} */ (document.getElementById(template));
  const copy = /** @type {HTMLElement} */ (/** @type {Element} */ (from.content.firstElementChild).cloneNode(true));
  renamed(copy, at);
  return copy;
}

/**
 * Give every field of a part ids under `at`: `c-evidence.functions.navigation.0.where`.
 * @param {HTMLElement} place
 * @param {string} at
 */
export function renamed(place, at) {
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-field]"))) {
    const id = `c-${at}.${box.dataset.field}`;
    const around = box.closest(".pm-field, .pm-tick");
    const hint = around?.querySelector(":scope > .pm-meta");
    const fault = around?.querySelector(":scope > .pm-fault");
    box.id = id;
    around?.querySelector("label")?.setAttribute("for", id);
    if (around instanceof HTMLElement && around.dataset.at !== undefined) around.dataset.at = id.slice(2);
    if (hint) hint.id = `${id}-hint`;
    if (fault) fault.id = `${id}-fault`;
    const told = [hint?.id, fault?.id].filter(Boolean).join(" ");
    if (told) box.setAttribute("aria-describedby", told);
  }
}
