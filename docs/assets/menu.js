// @ts-check
// Escape closes the menu of small screens, which opens and closes by its button without this script.
"use strict";

document.addEventListener("keydown", (event) => {
  const menu = document.querySelector(".pm-menu[open]");
  if (event.key !== "Escape" || !(menu instanceof HTMLDetailsElement)) return;
  if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
  menu.open = false;
});
