// @ts-check
// Light or dark, as the reader chose. Loaded in the head, so that no page is painted in the wrong
// colours first. Without a choice, or without this script, the system's preference holds (CSS).
"use strict";

(() => {
  const root = document.documentElement;
  const key = "peermap.colours";
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  /** @returns {string | null} "default" (light), "slate" (dark), or null where nothing is kept */
  const kept = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  /** @param {string | null} scheme */
  const keep = (scheme) => {
    try {
      if (scheme) localStorage.setItem(key, scheme);
      else localStorage.removeItem(key);
    } catch {
      // a browser that keeps nothing forgets the choice at the next page
    }
  };

  /** @param {string | null} scheme */
  const show = (scheme) => {
    if (scheme === "slate" || scheme === "default") root.dataset.mdColorScheme = scheme;
    else delete root.dataset.mdColorScheme;
  };

  const isDark = () => (root.dataset.mdColorScheme ?? (system.matches ? "slate" : "default")) === "slate";

  const offer = () => {
    const button = document.querySelector("[data-palette]");
    if (!(button instanceof HTMLButtonElement)) return;
    const say = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      const dark = !isDark();
      const scheme = dark === system.matches ? null : dark ? "slate" : "default";
      keep(scheme);
      show(scheme);
      say();
    });
    system.addEventListener?.("change", say);
    button.hidden = false;
    say();
  };

  root.classList.replace("no-js", "js");
  show(kept());
  document.addEventListener("DOMContentLoaded", offer);
})();
