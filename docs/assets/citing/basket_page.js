// @ts-check
// The page of the basket: its works in a style, as files, and as a link to send on.
import { tellMissing, waitedFor } from "../arriving.js";
import { button, element } from "../finder/element.js";
import { ENGLISH_FIELDS, csvNote } from "../finder/headings.js";
import { text } from "../finder/taking.js";
import { root } from "../root.js";
import { PLAIN, save } from "../save.js";
import { inLanguage, isTranslated, listed, many, say } from "../words.js";
import { basket, fill, keysIn, take } from "./basket.js";
import { inBasket } from "./basket_button.js";
import { announce, copyButton, shownIn } from "./copying.js";
import { ROOT, chosen, formatted, nodes, styles } from "./formatted.js";
import { ordered } from "./order.js";
import { picker } from "./page.js";
import { headed, keysOf, wantedRows } from "./rows.js";

/** @typedef {{ text: string, missing: string[] }} Made a file, and the keys of works that are not in it */

const place = document.querySelector("[data-basket]");
const given = keysIn(new URLSearchParams(location.search).get("keys") ?? "");
const isShared = given.length > 0;
let isStyled = false;
/** @type {HTMLElement} */
let list = element("ul", { class: "pm-entries" });
/** Works that the bibliography does not have, or no longer. */
const unknown = element("ul", { class: "pm-entries" });
/** Where it is said that works could not be shown in their style, or not be saved. */
const unshown = element("p", { class: "pm-meta", hidden: "" });
const unsaved = element("p", { class: "pm-meta", hidden: "" });

const keys = () => (isShared ? given : basket());

/** Works in a style; by their keys where none arrives. @param {import("./order.js").Style | undefined} style */
async function show(style) {
  const entries = style && (await formatted(keys(), style.id).catch(() => undefined));
  const made = style && entries && styled(entries, style);
  isStyled = Boolean(made);
  const shown = made ?? element("ul", { class: "pm-entries" }, ...keys().map((key) => item(key, key)));
  list.replaceWith(shown);
  list = shown;
  const there = new Set(entries?.map(({ key }) => key) ?? keys());
  unknown.replaceChildren(...keys().filter((key) => !there.has(key)).map(unknownItem));
  unknown.hidden = !unknown.childElementCount;
  unshown.hidden = isStyled;
  if (!isStyled) tellMissing(unshown, say("The formatted citations did not arrive: works stand here by their keys."), () => void draw());
}

/** @param {Awaited<ReturnType<typeof formatted>>} entries @param {import("./order.js").Style} style */
function styled(entries, style) {
  const items = ordered(entries, style).map(({ key, entry }) => item(key, ...nodes(entry)));
  return element(style.numbered ? "ol" : "ul", { class: "pm-entries", ...inLanguage(style.language) }, ...items);
}

/** A work of the list. @param {string} key @param {(Node | string)[]} shown */
function item(key, ...shown) {
  const page = element("a", { href: `${root()}references/${key}/`, class: "pm-entry-page", "aria-label": say("Page of {key}", { key }) }, say("Page"));
  return element("li", { "data-key": key }, element("span", {}, ...shown), element("span", { class: "pm-entry-tools" }, " ", page, ...out(key)));
}

/** @param {string} key */
function unknownItem(key) {
  return element("li", {}, say("There is no reference “{key}”.", { key }), ...out(key));
}

/** What takes a work out of the reader's own list. @param {string} key */
function out(key) {
  return isShared ? [] : [" ", button(say("Remove"), () => remove(key), { class: "pm-button pm-copy", "aria-label": say("Remove {key}", { key }) })];
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

/** A file is saved, and it is said what is not in it. @param {string} name
 * @param {() => Promise<Made>} make */
async function give(name, make) {
  const { text, missing } = await make().catch(() => ({ text: "", missing: keys() }));
  const again = () => void give(name, make);
  unsaved.hidden = true;
  if (missing.length === keys().length) return tellMissing(unsaved, say("{name} is not saved: what belongs in it did not arrive.", { name }), again);
  save(name, PLAIN, text);
  if (missing.length) tellMissing(unsaved, say("{name} is saved without {keys}, which did not arrive.", { name, keys: listed(missing) }), again);
  else announce(say("{name} is saved.", { name }));
}

/** A file out of those that stand beside the pages of the works.
 * @param {string} ending @param {(texts: string[]) => string} joined @returns {Promise<Made>} */
async function beside(ending, joined) {
  const asked = keys();
  const texts = await Promise.all(asked.map((key) => text(`${ROOT}references/${key}/${key}.${ending}`).catch(() => "")));
  return { text: joined(texts.filter(Boolean)), missing: asked.filter((_, n) => !texts[n]) };
}

/** The rows of the works in the table of references. @param {(csv: string) => string} written
 * @returns {Promise<Made>} */
async function table(written) {
  const rows = wantedRows(await text(`${ROOT}data/references.csv`), new Set(keys()));
  const found = keysOf(rows);
  return { text: written(rows), missing: keys().filter((key) => !found.has(key)) };
}

/** The works as they are shown. @returns {Promise<Made>} */
async function inStyle() {
  if (!isStyled) throw new Error("no style is here");
  const found = [...list.children].map((shown) => shown.getAttribute("data-key"));
  return { text: bare().text + "\n", missing: keys().filter((key) => !found.includes(key)) };
}

const lines = (/** @type {string[]} */ texts) => texts.join("\n");
const oneArray = (/** @type {string[]} */ texts) => JSON.stringify(texts.flatMap((one) => JSON.parse(one)), null, 2) + "\n";

/** What each button saves: the name of the file, and how it is made.
 * @type {Record<string, [string, () => Promise<Made>]>} */
const EXPORTS = {
  BibTeX: ["basket.bib", () => beside("bib", lines)],
  RIS: ["basket.ris", () => beside("ris", lines)],
  "CSL-JSON": ["basket.csl.json", () => beside("json", oneArray)],
  CSV: ["basket.csv", () => table(headed)],
  ...(isTranslated ? { [ENGLISH_FIELDS]: ["basket.csv", () => table((csv) => csv)] } : {}),
  [say("Text in this style")]: ["basket.txt", inStyle],
};

async function draw() {
  if (!(place instanceof HTMLElement)) return;
  unsaved.hidden = true;
  if (!keys().length) {
    place.replaceChildren(element("p", {}, say("The basket is empty. The button + beside a reference puts it here."), " ", element("a", { href: `${root()}references/` }, say("References"))));
    return;
  }
  const all = await waitedFor(place.querySelector("p"), styles()).catch(() => []);
  const styleOf = (/** @type {string} */ id) => all.find((style) => style.id === id) ?? all[0];
  const now = chosen(all.map((style) => style.id));
  const choice = () => picker(new Map(all.map((s) => [s.id, s.name])), (id) => void show(styleOf(id)));
  const inStyles = all.length ? [choice(), copyButton(say("bibliography"), bare)] : [];
  const saves = Object.entries(EXPORTS).map(([name, [file, make]]) => button(name, () => void give(file, make)));
  const link = new URL(`?keys=${keys().join(",")}`, location.href.split("?")[0]).href;
  const shared = element("input", { type: "text", readonly: "", value: link, id: "share" });
  const number = keys().length;
  const here = isShared
    ? many(number, "A list that was sent to you: {n} reference.", "A list that was sent to you: {n} references.")
    : many(number, "{n} reference, kept in this browser only.", "{n} references, kept in this browser only.");
  place.replaceChildren(
    element("p", { class: "pm-meta" }, here),
    element("div", { class: "pm-citing-tools" }, ...inStyles, button(say("Print"), () => window.print()), taking()),
    unshown,
    list,
    unknown,
    element("h2", { id: "take" }, say("Take it along")),
    element("div", { class: "pm-citing-tools" }, ...saves, ...csvNote()),
    unsaved,
    element("p", { class: "pm-share" }, element("label", { for: "share" }, say("A link that holds this list")), " ", shared, " ", copyButton(say("link"), () => ({ text: link, html: link }))),
  );
  await show(styleOf(now));
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
