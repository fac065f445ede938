// @ts-check
// The page of the basket: its works in a style, as files, and as a link to send on.
import { button, element } from "../finder/element.js";
import { ENGLISH_FIELDS, csvNote } from "../finder/headings.js";
import { root } from "../root.js";
import { PLAIN, save } from "../save.js";
import { inLanguage, isTranslated, many, say } from "../words.js";
import { basket, fill, keysIn, take } from "./basket.js";
import { inBasket } from "./basket_button.js";
import { announce, copyButton, shownIn } from "./copying.js";
import { ROOT, chosen, formatted, nodes, styles } from "./formatted.js";
import { ordered } from "./order.js";
import { picker } from "./page.js";
import { headed, wantedRows } from "./rows.js";

const place = document.querySelector("[data-basket]");
const given = keysIn(new URLSearchParams(location.search).get("keys") ?? "");
const isShared = given.length > 0;
/** @type {HTMLElement} */
let list = element("ul", { class: "pm-entries" });

const keys = () => (isShared ? given : basket());

/** @param {import("./order.js").Style} style */
async function show(style) {
  const entries = ordered(await formatted(keys(), style.id), style);
  const made = element(style.numbered ? "ol" : "ul", { class: "pm-entries", ...inLanguage(style.language) });
  for (const { key, entry } of entries) {
    const page = element("a", { href: `${root()}references/${key}/`, class: "pm-entry-page", "aria-label": say("Page of {key}", { key }) }, say("Page"));
    const out = isShared ? [] : [" ", button(say("Remove"), () => remove(key), { class: "pm-button pm-copy", "aria-label": say("Remove {key}", { key }) })];
    const shown = element("span", {}, ...nodes(entry));
    made.append(element("li", { "data-key": key }, shown, element("span", { class: "pm-entry-tools" }, " ", page, ...out)));
  }
  list.replaceWith(made);
  list = made;
}

/** @param {string} key */
async function remove(key) {
  take(key);
  announce([say("Removed."), inBasket(basket().length)].join(" "));
  await draw();
  document.querySelector("h1")?.focus();
}

/** The works as they are to be copied: without the buttons beside them. */
function bare() {
  const copy = /** @type {HTMLElement} */ (list.cloneNode(true));
  copy.querySelectorAll(".pm-entry-tools").forEach((tools) => tools.remove());
  return shownIn(copy);
}

/** @param {string} name @param {string} text */
function download(name, text) {
  save(name, PLAIN, text);
  announce(say("{name} is saved.", { name }));
}

/** The files that stand beside the pages of the works. @param {string} ending */
async function beside(ending) {
  const asked = keys().map(async (key) => {
    const answer = await fetch(`${ROOT}references/${key}/${key}.${ending}`);
    return answer.ok ? answer.text() : "";
  });
  return (await Promise.all(asked)).filter(Boolean);
}

/** The rows of the works in the table of references. */
async function table() {
  const answer = await fetch(`${ROOT}data/references.csv`);
  return wantedRows(await answer.text(), new Set(keys()));
}

const EXPORTS = {
  BibTeX: async () => download("basket.bib", (await beside("bib")).join("\n")),
  RIS: async () => download("basket.ris", (await beside("ris")).join("\n")),
  "CSL-JSON": async () => {
    const items = (await beside("json")).flatMap((text) => JSON.parse(text));
    download("basket.csl.json", JSON.stringify(items, null, 2) + "\n");
  },
  CSV: async () => download("basket.csv", headed(await table())),
  ...(isTranslated ? { [ENGLISH_FIELDS]: async () => download("basket.csv", await table()) } : {}),
  [say("Text in this style")]: async () => download("basket.txt", bare().text + "\n"),
};

async function draw() {
  if (!(place instanceof HTMLElement)) return;
  if (!keys().length) {
    place.replaceChildren(element("p", {}, say("The basket is empty. The button + beside a reference puts it here.")));
    return;
  }
  const all = await styles();
  const styleOf = (/** @type {string} */ id) => all.find((style) => style.id === id) ?? all[0];
  const now = chosen(all.map((style) => style.id));
  const choice = picker(new Map(all.map((s) => [s.id, s.name])), (id) => {
    const style = styleOf(id);
    if (style) void show(style);
  });
  const saves = Object.entries(EXPORTS).map(([name, act]) => button(name, () => void act()));
  const link = new URL(`?keys=${keys().join(",")}`, location.href.split("?")[0]).href;
  const shared = element("input", { type: "text", readonly: "", value: link, id: "share" });
  const number = keys().length;
  const here = isShared
    ? many(number, "A list that was sent to you: {n} reference.", "A list that was sent to you: {n} references.")
    : many(number, "{n} reference, kept in this browser only.", "{n} references, kept in this browser only.");
  place.replaceChildren(
    element("p", { class: "pm-meta" }, here),
    element("div", { class: "pm-citing-tools" }, choice, copyButton(say("bibliography"), bare), button(say("Print"), () => window.print()), taking()),
    list,
    element("h2", { id: "take" }, say("Take it along")),
    element("div", { class: "pm-citing-tools" }, ...saves, ...csvNote()),
    element("p", { class: "pm-share" }, element("label", { for: "share" }, say("A link that holds this list")), " ", shared, " ", copyButton(say("link"), () => ({ text: link, html: link }))),
  );
  const style = styleOf(now);
  if (style) await show(style);
}

/** Take a shared list over, or empty one's own. */
function taking() {
  if (!isShared) {
    return button(say("Empty the basket"), () => {
      fill([]);
      announce(say("The basket is empty."));
      void draw();
    });
  }
  return button(say("Add these to my basket"), () => {
    fill([...basket(), ...given]);
    announce(inBasket(basket().length));
  });
}

void draw();
