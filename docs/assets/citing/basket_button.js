// @ts-check
// The button beside a reference that puts it into the basket and takes it out again.
import { element } from "../finder/element.js";
import { many, say } from "../words.js";
import { basket, put, take } from "./basket.js";
import { announce } from "./copying.js";

/** How many works are in the basket, in words. @param {number} n */
export const inBasket = (n) => many(n, "{n} in the basket.", "{n} in the basket.");

/** A button that puts a work into the basket and takes it out again.
 * @param {string} key @param {string} name @param {boolean} wordy */
export function basketButton(key, name, wordy) {
  const made = element("button", { type: "button", class: wordy ? "pm-button pm-add" : "pm-add pm-add-small" });
  const show = () => {
    const isIn = basket().includes(key);
    made.setAttribute("aria-pressed", String(isIn));
    made.textContent = wordy ? (isIn ? say("In the basket") : say("Add to basket")) : isIn ? "✓" : "+";
    if (!wordy) made.setAttribute("aria-label", say("Basket: {name}", { name }));
    made.title = isIn ? say("Take out of the basket") : say("Add to basket");
  };
  made.addEventListener("click", () => {
    const isIn = basket().includes(key);
    isIn ? take(key) : put(key);
    const done = isIn ? say("Taken out: {name}.", { name }) : say("Added: {name}.", { name });
    announce(`${done} ${inBasket(basket().length)}`);
  });
  window.addEventListener("peermap:basket", show);
  window.addEventListener("storage", show);
  show();
  return made;
}
