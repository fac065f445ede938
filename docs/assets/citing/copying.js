// @ts-check
// Copy with one click, as plain text and as HTML, and say whether it was done.
import { element, button } from "../finder/element.js";
import { say } from "../words.js";

/** @type {HTMLElement | undefined} */
let region;
let leaving = 0;

/** Say something to those who do not see it happen. @param {string} words */
export function announce(words) {
  if (!region) {
    region = element("p", { role: "status", class: "pm-said" });
    document.body.append(region);
  }
  region.textContent = "";
  const here = region;
  setTimeout(() => (here.textContent = words), 50);
  clearTimeout(leaving);
  leaving = setTimeout(() => (here.textContent = ""), 8000);
}

/** Whether it was copied, in the new way or the old. @param {string} text @param {string} html */
async function copy(text, html) {
  try {
    await put(text, html);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Onto the clipboard; rejected where there is none to reach. @param {string} text
 * @param {string} html */
async function put(text, html) {
  if (!("ClipboardItem" in window)) return navigator.clipboard.writeText(text);
  const both = {
    "text/plain": new Blob([text], { type: "text/plain" }),
    "text/html": new Blob([html], { type: "text/html" }),
  };
  return navigator.clipboard.write([new ClipboardItem(both)]);
}

/** The old way, for pages that are not served over https; whether it worked.
 * @param {string} text */
function copySelected(text) {
  const field = /** @type {HTMLTextAreaElement} */ (element("textarea", { class: "pm-unseen", "aria-hidden": "true" }));
  const before = document.activeElement;
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}

/** A button that copies what `given` returns. @param {string} name
 * @param {() => { text: string, html: string }} given */
export function copyButton(name, given) {
  const made = button(say("Copy"), async () => {
    const { text, html } = given();
    if (!(await copy(text, html))) {
      announce(say("Not copied: {name}. Copying is not possible here; select the text and copy it yourself.", { name }));
      return;
    }
    made.textContent = say("Copied");
    announce(say("Copied: {name}", { name }));
    setTimeout(() => (made.textContent = say("Copy")), 2500);
  }, { class: "pm-button pm-copy", "aria-label": say("Copy {name}", { name }) });
  return made;
}

/** What an element shows, to copy: lists one work a line.
 * @param {HTMLElement} shown */
export function shownIn(shown) {
  const items = [...shown.querySelectorAll(":scope > li")];
  const lines = items.length ? items : [shown];
  const numbered = shown.tagName === "OL";
  const text = lines.map((line, n) => (numbered ? `${n + 1}. ` : "") + line.textContent?.trim());
  const html = items.length ? `<${shown.tagName}>${shown.innerHTML}</${shown.tagName}>` : shown.innerHTML;
  return { text: text.join("\n"), html };
}
