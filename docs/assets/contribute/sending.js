// @ts-check
// The ways out of the form beside a file: the clipboard, a prefilled issue, an e-mail. None sends by itself.

const MOST_ISSUE = 6000; // characters of an address that forges and browsers still take
const MOST_MAIL = 1800;

/**
 * Where things are sent, as the page says it; empty where nothing is configured.
 * @param {Document} page
 */
export function addresses(page) {
  const found = /** @type {HTMLElement | null} */ (page.querySelector("[data-send]"));
  return { repository: found?.dataset.repository ?? "", mail: found?.dataset.mail ?? "" };
}

/**
 * A new issue of a form with fields filled in. Where the text is too long for an address, `instead`
 * stands in the place of the field.
 * @param {string} repository
 * @param {string} form
 * @param {string} title
 * @param {[string, string]} field its id and its text
 * @param {string} instead
 */
export function issueAddress(repository, form, title, [id, text], instead) {
  const at = (/** @type {string} */ words) =>
    `${repository.replace(/\/+$/, "")}/issues/new?${new URLSearchParams({ template: form, title, [id]: words })}`;
  return at(text).length <= MOST_ISSUE ? at(text) : at(instead);
}

/**
 * @param {string} mail
 * @param {string} subject
 * @param {string} text
 * @param {string} instead where the text is too long for an address
 */
export function mailAddress(mail, subject, text, instead) {
  const at = (/** @type {string} */ words) =>
    `mailto:${mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(words.replace(/\n/g, "\r\n"))}`;
  return at(text).length <= MOST_MAIL ? at(text) : at(instead);
}

/**
 * The text to the clipboard; where there is none to reach, it stands selected.
 * @param {HTMLTextAreaElement} field
 * @returns {Promise<boolean>}
 */
export async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.focus();
    return false;
  }
  return true;
}
