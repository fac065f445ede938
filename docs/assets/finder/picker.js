// @ts-check
// A field in which something is picked by its name, out of a list that the browser offers.
import { folded } from "../folded.js";
import { labelled } from "../words.js";
import { element, phrase } from "./element.js";

/** One field of the template `_picker.html`, filled with names. */
export class Picker {
  /**
   * @param {Element} place
   * @param {[string, string][]} entries id and name of what may be picked
   * @param {(id: string) => void} pick
   * @param {(id: string) => void} [drop] takes something away that stands below the field
   */
  constructor(place, entries, pick, drop) {
    this.words = place instanceof HTMLElement ? place.dataset : {};
    this.entries = named(entries);
    this.pick = pick;
    this.drop = drop;
    this.input = /** @type {HTMLInputElement} */ (place.querySelector("input"));
    this.said = /** @type {HTMLElement} */ (place.querySelector(".pm-picker-said"));
    this.list = /** @type {HTMLElement} */ (place.querySelector(".pm-picked"));
    place.querySelector("datalist")?.replaceChildren(...this.entries.map(([, name]) => element("option", { value: name })));
    place.querySelector("button")?.addEventListener("click", () => this.add());
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.add();
    });
    this.input.addEventListener("input", (event) => event.stopPropagation());
  }

  /** What stands in the field, taken; or words that say there is no such thing. */
  add() {
    const given = folded(this.input.value.trim());
    if (!given) return this.input.focus();
    const found = this.entries.find(([id, name]) => folded(name) === given || id === given) ?? this.onlyOne(given);
    this.said.textContent = found ? "" : phrase(this.words.unknown, { name: this.input.value.trim() });
    this.input.setAttribute("aria-invalid", String(!found));
    if (!found) return this.input.focus();
    this.input.value = "";
    this.pick(found[0]);
  }

  /**
   * The one entry whose name has the words; none where several have.
   * @param {string} given
   */
  onlyOne(given) {
    const found = this.entries.filter(([, name]) => folded(name).includes(given));
    return found.length === 1 ? found[0] : undefined;
  }

  /**
   * What is picked so far, each with a button that takes it away.
   * @param {string[]} ids
   */
  show(ids) {
    this.list.hidden = !ids.length;
    this.list.replaceChildren(...ids.map((id) => {
      const name = this.entries.find(([known]) => known === id)?.[1] ?? id;
      const take = element("button", { type: "button", "aria-label": labelled(this.words.remove ?? "", name) }, "×");
      take.addEventListener("click", () => {
        this.drop?.(id);
        this.input.focus();
      });
      return element("li", { class: "pm-chip" }, name, " ", take);
    }));
  }
}

/**
 * The entries with names that tell them apart: where two share a name, the id stands after it.
 * @param {[string, string][]} entries
 * @returns {[string, string][]}
 */
export function named(entries) {
  const times = new Map();
  for (const [, name] of entries) times.set(name, (times.get(name) ?? 0) + 1);
  return entries.map(([id, name]) => [id, times.get(name) > 1 ? `${name} (${id})` : name]);
}
