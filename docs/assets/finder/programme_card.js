// @ts-check
// A programme in a list of results, as the list of the page shows it.
import { inLanguage } from "../words.js";
import { element } from "./element.js";
import { rose } from "./rose.js";
import { roseAnswer, roseWords } from "./rose_answer.js";

/**
 * @param {any} data as in `facets.json`
 * @param {import("./rose_answer.js").Question[]} questions
 * @param {DOMStringMap} words
 * @param {number} programme
 */
export function programmeCard(data, questions, words, programme) {
  const [id, name, facts, summary, , language] = data.programmes[programme];
  const said = roseWords(questions, programme, words.reading ?? "");
  return element("li", { class: "pm-row" },
    rose(data.rose, (question) => roseAnswer(questions, question, programme), 44, said),
    element("div", {}, element("a", { class: "pm-row-title", href: `${id}/` }, name),
      element("p", { class: "pm-meta" }, facts), element("p", { class: "pm-line", ...inLanguage(language) }, summary ?? "")));
}
