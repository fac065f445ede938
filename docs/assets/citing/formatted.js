// @ts-check
// Formatted references from the site's own data files.
import { load } from "../finder/element.js";
import { language } from "../words.js";
import { inLanguageFirst, partOf } from "./order.js";

/** @typedef {import("./order.js").Style} Style */
/** @typedef {import("./order.js").Entry} Entry */

const KEY = "peermap.style";
export const ROOT = new URL("../../", import.meta.url).href;
const DATA = new URL("data/citations/", ROOT).href;
/** @type {Map<string, Promise<any>>} */
const files = new Map();

/** @param {string} name */
function file(name) {
  const known = files.get(name);
  if (known) return known;
  const asked = load(DATA + name);
  files.set(name, asked);
  asked.catch(() => files.delete(name));
  return asked;
}

/** All styles, those in the language of the page first. @returns {Promise<Style[]>} */
export async function styles() {
  const { styles: all } = await file("index.json");
  return inLanguageFirst(all, language);
}

/** Style → how a page of the site is cited. @returns {Promise<Record<string, string>>} */
export const pageCitations = () => file("page.json");

/** References in a style, in the order of the keys; what is not known is left out.
 * @param {string[]} keys @param {string} style @returns {Promise<Entry[]>} */
export async function formatted(keys, style) {
  const { parts } = await file("index.json");
  const rows = await Promise.all(keys.map((key) => file(`${style}-${partOf(key, parts)}.json`)));
  return keys.flatMap((key, n) => {
    const row = Object.hasOwn(rows[n], key) ? rows[n][key] : undefined;
    return row ? [{ key, entry: row[0], text: row[1] }] : [];
  });
}

/** The style that was chosen last, or the default. @param {string[]} ids */
export function chosen(ids) {
  try {
    const kept = localStorage.getItem(KEY) ?? "";
    return ids.includes(kept) ? kept : (ids[0] ?? "");
  } catch {
    return ids[0] ?? "";
  }
}

/** @param {string} id */
export function choose(id) {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // a browser that keeps nothing asks again on the next page
  }
}

const KEPT = new Set(["I", "B", "SUP", "SUB", "A"]);

/** Formatted HTML as nodes: emphasis and links to the web, everything else as its text.
 * @param {string} html @returns {Node[]} */
export function nodes(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return [...body.childNodes].map(safe);
}

/** @param {Node} node @returns {Node} */
function safe(node) {
  if (!(node instanceof HTMLElement)) return document.createTextNode(node.textContent ?? "");
  if (!KEPT.has(node.tagName)) return document.createTextNode(node.textContent ?? "");
  const made = document.createElement(node.tagName);
  const link = node.getAttribute("href") ?? "";
  if (/^https?:\/\//.test(link)) made.setAttribute("href", link);
  made.append(...[...node.childNodes].map(safe));
  return made;
}
