// @ts-check
// On every page: the count of the basket, buttons to add to it, styles to choose, one click to copy.
import { arrived } from "../arriving.js";
import { element } from "../finder/element.js";
import { inLanguage, number, say } from "../words.js";
import { basket, put } from "./basket.js";
import { basketButton, inBasket } from "./basket_button.js";
import { announce, copyButton, shownIn } from "./copying.js";
import { choose, chosen, formatted, nodes, pageCitations, styles } from "./formatted.js";
import { ordered } from "./order.js";

/** Where it is said that what a page needs to cite has not arrived. */
const waiting = () => element("p", { class: "pm-meta", hidden: "" });
const notArrived = () => say("The formatted citations did not arrive.");

const MOST_BUTTONS = 400;

/** The key of the reference that a link leads to. @param {string} address */
const keyOf = (address) => decodeURIComponent(/\/references\/([^/]+)\/?(?:#.*)?$/.exec(address)?.[1] ?? "");

function count() {
  const size = basket().length;
  for (const link of document.querySelectorAll("[data-basket-link]")) {
    if (!(link instanceof HTMLElement)) continue;
    link.hidden = size === 0;
    const shown = link.querySelector("[data-basket-count]");
    if (shown) shown.textContent = number(size);
  }
}

/** @param {ParentNode} where */
function offerBasket(where) {
  const links = [...where.querySelectorAll(".pm-sources > li > a.pm-reference")];
  for (const link of links.slice(0, MOST_BUTTONS)) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const author = link.querySelector(".pm-author")?.textContent ?? link.textContent ?? "";
    const year = link.querySelector(".pm-year")?.textContent ?? "";
    const key = keyOf(link.href);
    if (key) link.parentElement?.append(" ", basketButton(key, `${author} ${year}`.trim(), false));
  }
}

/** @param {HTMLElement} section a reference page's own citations */
function citingReference(section) {
  for (const shown of section.querySelectorAll("[data-copy]")) {
    if (shown instanceof HTMLElement)
      shown.after(" ", copyButton(shown.dataset["copy"] ?? "", () => shownIn(shown)));
  }
  const cited = [...section.querySelectorAll("[data-style]")];
  const ids = cited.map((part) => (part instanceof HTMLElement ? (part.dataset["style"] ?? "") : ""));
  const names = new Map(cited.map((part, n) => [ids[n] ?? "", part.querySelector("h3")?.textContent ?? ""]));
  const details = section.querySelector("details");
  const show = (/** @type {string} */ id) => {
    for (const part of cited) {
      if (part instanceof HTMLElement && part.dataset["style"] === id) details?.before(part);
      else details?.append(part);
    }
  };
  details?.before(picker(names, show));
  const key = keyOf(location.pathname);
  const name = document.querySelector("h1")?.textContent ?? key;
  if (key) document.querySelector(".pm-files")?.append(" ", basketButton(key, name, true));
}

/** A choice of style that is remembered. @param {Map<string, string>} names
 * @param {(id: string) => void} show */
export function picker(names, show) {
  const id = `style-${document.querySelectorAll(".pm-style-choice").length}`;
  const select = element("select", { id });
  if (!(select instanceof HTMLSelectElement)) throw new TypeError("a select is a select");
  for (const [value, name] of names) select.append(element("option", { value }, name));
  select.value = chosen([...names.keys()]);
  if (select.value !== [...names.keys()][0]) show(select.value);
  select.addEventListener("change", () => {
    choose(select.value);
    show(select.value);
    announce(say("Style: {name}", { name: names.get(select.value) ?? "" }));
  });
  return element("p", { class: "pm-style-choice" }, element("label", { for: id }, say("Citation style")), " ", select);
}

/** A list that shows works in a style. @param {HTMLElement} list @param {string[]} keys
 * @param {import("./order.js").Style} style @returns {Promise<HTMLElement>} the list that stands there now */
export async function showList(list, keys, style) {
  const entries = ordered(await formatted(keys, style.id), style);
  const made = element(style.numbered ? "ol" : "ul", { class: "pm-entries", ...inLanguage(style.language) });
  made.append(...entries.map((e) => element("li", { "data-key": e.key }, ...nodes(e.entry))));
  list.replaceWith(made);
  return made;
}

/** @param {HTMLElement} box the folded bibliography of a page */
function citingList(box) {
  const keys = (box.dataset["keys"] ?? "").split(" ").filter(Boolean);
  let list = box.querySelector(".pm-entries");
  let isReady = false;
  const open = async () => {
    if (isReady) return;
    isReady = true;
    const line = waiting();
    list?.before(line);
    const all = await arrived(line, notArrived(), styles);
    const names = new Map(all.map((style) => [style.id, style.name]));
    const show = async (/** @type {string} */ id) => {
      const style = all.find((one) => one.id === id);
      if (!style || !(list instanceof HTMLElement)) return;
      const now = list;
      list = await arrived(line, notArrived(), () => showList(now, keys, style));
      box.querySelector("[data-more]")?.remove();
      const name = box.querySelector("[data-style-name]");
      if (name) name.textContent = style.name;
    };
    const tools = element("div", { class: "pm-citing-tools" }, picker(names, show));
    tools.append(copyButton(say("bibliography"), () => shownIn(/** @type {HTMLElement} */ (list))));
    const add = element("button", { type: "button", class: "pm-button" }, say("Add all to basket"));
    add.addEventListener("click", () => {
      keys.forEach(put);
      announce(inBasket(basket().length));
    });
    tools.append(add);
    list?.before(tools);
    if (box.querySelector("[data-more]")) await show(chosen([...names.keys()]));
  };
  box.addEventListener("toggle", () => void open());
}

/** How this page, with its filters as they stand, is cited. @param {HTMLElement} box */
function citingPage(box) {
  const entry = box.querySelector("[data-page-entry]");
  if (!(entry instanceof HTMLElement)) return;
  const title = document.title.replace(/ · [^·]*$/, "");
  let citation = "";
  let isReady = false;
  const here = () => {
    const link = document.querySelector('link[rel="canonical"]');
    const root = link instanceof HTMLLinkElement ? link.href : location.href.split(/[?#]/)[0];
    return root + location.search;
  };
  const draw = () => {
    if (!citation) return;
    const parts = nodes(citation);
    entry.replaceChildren(...parts);
    const signs = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
    for (let node = signs.nextNode(); node; node = signs.nextNode())
      node.textContent = (node.textContent ?? "").replace("\ue010", title).replace("\ue011", here());
  };
  box.addEventListener("toggle", async () => {
    if (!box.hasAttribute("open")) return;
    if (!isReady) {
      isReady = true;
      const line = waiting();
      entry.before(line);
      const [all, pages] = await arrived(line, notArrived(), () => Promise.all([styles(), pageCitations()]));
      const show = (/** @type {string} */ id) => {
        citation = pages[id] ?? "";
        draw();
      };
      const choice = picker(new Map(all.map((style) => [style.id, style.name])), show);
      citation ||= pages[all[0]?.id ?? ""] ?? "";
      entry.before(choice);
      entry.after(" ", copyButton(say("the citation of this page"), () => shownIn(entry)));
    }
    draw();
  });
}

for (const part of document.querySelectorAll("[data-citing]")) {
  if (!(part instanceof HTMLElement)) continue;
  if (part.dataset["citing"] === "reference") citingReference(part);
  if (part.dataset["citing"] === "list") citingList(part);
  if (part.dataset["citing"] === "page") citingPage(part);
}
offerBasket(document);
count();
window.addEventListener("peermap:basket", count);
window.addEventListener("storage", count);
