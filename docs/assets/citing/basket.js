// @ts-check
// The basket: keys of references, kept in this browser only.
const KEY = "peermap.basket";
const MOST = 2000;
const IS_KEY = /^[\p{L}\p{N}_.:+-]{1,120}$/u;

/** Keys in text such as an address holds, each once. @param {string} text */
export function keysIn(text) {
  return [...new Set(text.split(",").map((key) => key.trim()))].filter((key) => IS_KEY.test(key)).slice(0, MOST);
}

/** @returns {string[]} */
export function basket() {
  try {
    return keysIn(localStorage.getItem(KEY) ?? "");
  } catch {
    return [];
  }
}

/** @param {string[]} keys */
export function fill(keys) {
  try {
    localStorage.setItem(KEY, keysIn(keys.join(",")).join(","));
  } catch {
    // nothing is kept in this browser
  }
  window.dispatchEvent(new Event("peermap:basket"));
}

/** @param {string} key */
export function put(key) {
  fill([...basket(), key]);
}

/** @param {string} key */
export function take(key) {
  fill(basket().filter((other) => other !== key));
}
