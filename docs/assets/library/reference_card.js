// @ts-check
// A reference in a list of results, as the list of the page shows it.
import { basketButton } from "../citing/basket_button.js";
import { element, phrase } from "../finder/element.js";
import { inLanguage } from "../words.js";

/**
 * @param {import("./ordering.js").Row} row
 * @param {DOMStringMap} words
 */
export function referenceCard([key, author, year, title, container, , uses, language, marks], words) {
  const link = element("a", { class: "pm-reference", href: `${key}/` },
    element("span", { class: "pm-author" }, author), " ", element("span", { class: "pm-year" }, year), " ",
    element("span", { class: "pm-title", ...inLanguage(language || "en") }, title));
  const notices = marks.flatMap((kind) => [" ", element("span", { class: "pm-notice-mark", "data-notice": kind }, words[`notice${kind}`] ?? kind)]);
  const where = container ? [" ", element("span", { class: "pm-meta" }, element("i", {}, container))] : [];
  const used = uses ? [" ", element("span", { class: "pm-uses" }, phrase(words.used, { n: uses }))] : [];
  return element("li", {}, link, ...notices, ...where, ...used, " ", basketButton(key, `${author} ${year}`, false));
}
