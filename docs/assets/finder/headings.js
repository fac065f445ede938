// @ts-check
// Tables with headings in the language of the page, and beside them, on request, with the English
// field names that programs know from the published data.
import { isTranslated, say } from "../words.js";
import { button, element } from "./element.js";

/** The name of the second kind of table; none on an English page, where one serves both. */
export const ENGLISH_FIELDS = isTranslated ? say("CSV with English field names") : "";

/** What tells the two apart, to stand behind their buttons. */
export function csvNote() {
  const note = say("The headings of the CSV file are in the language of this page; with English field names they are as in the published data.");
  return isTranslated ? [" ", element("span", { class: "pm-meta" }, note)] : [];
}

/**
 * The button of a page saves a table; a second one saves it for programs.
 * @param {Element} place
 * @param {(isForPrograms: boolean) => void} save
 */
export function offerCsv(place, save) {
  const first = place.querySelector("[name=csv]");
  first?.addEventListener("click", () => save(!isTranslated));
  if (!isTranslated) return;
  first?.after(" ", button(ENGLISH_FIELDS, () => save(true), { name: "csv-fields" }));
  first?.parentElement?.append(...csvNote());
}
