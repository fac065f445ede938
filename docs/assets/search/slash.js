// @ts-check
// The key / leads to the search field. Who does not want that, because they speak to the computer
// or their fingers slip, switches it off on the search page (WCAG 2.2, 2.1.4).
"use strict";

(() => {
  const KEY = "peermap.slash";
  // the field of the search page, the field in the header, and on a phone the button there
  const PLACES = ["[data-search] input[type=search]", ".pm-search input", ".pm-search button"];

  const isOff = () => {
    try {
      return localStorage.getItem(KEY) === "off";
    } catch {
      return false;
    }
  };

  /** @param {boolean} on */
  const keep = (on) => {
    try {
      if (on) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "off");
    } catch {
      // a browser that keeps nothing forgets the choice at the next page
    }
  };

  /** @param {EventTarget | null} target */
  const isWriting = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
      return;
    if (isWriting(event.target) || isOff()) return;
    const places = PLACES.flatMap((selector) => [...document.querySelectorAll(selector)]);
    const place = places.find((element) => element.checkVisibility?.() ?? true);
    if (!(place instanceof HTMLElement)) return;
    event.preventDefault();
    place.focus();
    if (place instanceof HTMLInputElement) place.select();
  });

  document.addEventListener("DOMContentLoaded", () => {
    const choice = document.querySelector("[data-search-slash]");
    const box = choice?.querySelector("input");
    if (!(choice instanceof HTMLElement) || !box) return;
    box.checked = !isOff();
    box.addEventListener("change", () => keep(box.checked));
    choice.hidden = false;
  });
})();
