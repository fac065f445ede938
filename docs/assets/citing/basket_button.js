// @ts-check
// The button beside a reference that puts it into the basket and takes it out again.
import { element } from "../finder/element.js";
import { basket, put, take } from "./basket.js";
import { say } from "./copying.js";

/** A button that puts a work into the basket and takes it out again.
 * @param {string} key @param {string} name @param {boolean} wordy */
export function basketButton(key, name, wordy) {
  const made = element("button", { type: "button", class: wordy ? "pm-button pm-add" : "pm-add pm-add-small" });
  const show = () => {
    const isIn = basket().includes(key);
    made.setAttribute("aria-pressed", String(isIn));
    made.textContent = wordy ? (isIn ? "In the basket" : "Add to basket") : isIn ? "✓" : "+";
    if (!wordy) made.setAttribute("aria-label", `Basket: ${name}`);
    made.title = isIn ? "Take out of the basket" : "Add to basket";
  };
  made.addEventListener("click", () => {
    const isIn = basket().includes(key);
    isIn ? take(key) : put(key);
    const number = basket().length;
    say(`${isIn ? "Taken out" : "Added"}: ${name}. ${number} in the basket.`);
  });
  window.addEventListener("peermap:basket", show);
  window.addEventListener("storage", show);
  show();
  return made;
}
