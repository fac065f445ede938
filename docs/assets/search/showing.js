// @ts-check
// Results as elements of the page. Text enters as text, whatever it holds.
import { element } from "../finder/element.js";
import { parts, place, strongest, withoutTitle } from "./excerpts.js";

const MOST_SECTIONS = 3;
const LONG = new Set(["Question", "Trend", "Page"]); // kinds whose sections are shown one by one

/**
 * @param {any} data of Pagefind for one page
 * @param {{kind: string, name: string}} kind
 * @param {string} named how the line begins that says under which other name it was found, if any
 */
export function result(data, kind, named) {
  const sections = LONG.has(kind.kind)
    ? data.sub_results.filter((/** @type {any} */ s) => s.anchor)
    : [];
  const excerpt = sections.length ? [] : [line(data, data.content, data.meta.title)];
  const address = data.url + (sections.length ? "" : place(data.anchors, data.locations[0]));
  return element(
    "li",
    { class: "pm-found", "data-kind": kind.kind.toLowerCase() },
    element("p", { class: "pm-found-kind" }, kind.name),
    element(
      "a",
      { class: "pm-row-title", href: kind.kind === "Reference" ? data.url : address },
      data.meta.title,
    ),
    ...(named ? [element("p", { class: "pm-found-as" }, named)] : []),
    ...excerpt,
    ...(sections.length ? [sectionList(data, sections)] : []),
  );
}

/**
 * @param {any} data
 * @param {any[]} sections
 */
function sectionList(data, sections) {
  const shown = strongest(sections, MOST_SECTIONS).map((section) =>
    element(
      "li",
      {},
      element("a", { href: data.url + place(data.anchors, section.locations[0]) }, section.title),
      line(section, data.content, section.title),
    ),
  );
  return element("ul", { class: "pm-found-parts" }, ...shown);
}

/** @param {import("./excerpts.js").Part[]} pieces */
const length = (pieces) => pieces.reduce((sum, { text }) => sum + text.length, 0);

/**
 * @param {{excerpt: string, plain_excerpt: string}} found
 * @param {string} content all words of the page
 * @param {string} title
 */
function line({ excerpt, plain_excerpt: plain }, content, title) {
  const all = parts(excerpt);
  const kept = withoutTitle(all, title);
  const pieces = kept.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
  const before = content.startsWith(plain) || length(kept) < length(all) ? "" : "… ";
  return element(
    "p",
    { class: "pm-found-line" },
    before,
    ...pieces,
    content.endsWith(plain) ? "" : " …",
  );
}
