// @ts-check
// A draft kept in this browser, so that closing the page loses nothing.

const KEY = "peermap.draft";

/**
 * @param {unknown} draft
 * @returns {boolean} whether the browser keeps it
 */
export function keep(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** @returns {Record<string, any> | null} what was kept, whatever it is */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return found && typeof found === "object" && !Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}
