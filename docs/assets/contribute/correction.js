// @ts-check
// The form for a correction: four fields that become a message.
import { phrase } from "../finder/element.js";
import { PLAIN, save } from "../save.js";
import { labelled } from "../words.js";
import { field } from "./form.js";
import { addresses, copy, issueAddress, mailAddress } from "./sending.js";

const FIELDS = /** @type {const} */ ([["page", "page"], ["told", "says"], ["ought", "ought"], ["rests", "source"]]);

export class Correction {
  /**
   * @param {HTMLFormElement} form
   * @param {Record<string, string>} words
   */
  constructor(form, words) {
    this.form = form;
    this.words = words;
    this.made = /** @type {HTMLElement} */ (form.querySelector(".pm-made"));
    this.message = /** @type {HTMLTextAreaElement} */ (form.querySelector("#c-message"));
    this.done = /** @type {HTMLElement} */ (form.querySelector(".pm-done"));
  }

  /** The record that a link named stands in the form already. */
  open() {
    this.form.hidden = false;
    for (const plain of document.querySelectorAll("[data-plain]")) plain.setAttribute("hidden", "");
    const named = new URLSearchParams(location.search).get("correct");
    if (named) field(this.form, "page").value = named.slice(0, 300);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.make();
    });
    this.form.querySelector("[data-act=save]")?.addEventListener("click", () => this.save());
    this.form.querySelector("[data-act=copy]")?.addEventListener("click", () => void this.copy());
    if (named) this.form.scrollIntoView();
    if (named) field(this.form, "told").focus({ preventScroll: true });
  }

  make() {
    const ought = field(this.form, "ought");
    const fault = /** @type {HTMLElement} */ (this.form.querySelector("#c-ought-fault"));
    const isEmpty = !ought.value.trim();
    fault.textContent = isEmpty ? this.words.oughtNeeded ?? "" : "";
    fault.hidden = !isEmpty;
    ought.setAttribute("aria-invalid", String(isEmpty));
    if (isEmpty) return ought.focus();
    this.message.value = FIELDS.map(([name, word]) => `${labelled(this.words[word] ?? "", "").trimEnd()}\n${field(this.form, name).value.trim() || "–"}\n`).join("\n");
    this.made.hidden = false;
    this.offer();
    this.made.focus();
  }

  /** The ways that are configured lead somewhere. */
  offer() {
    const { repository, mail } = addresses(document);
    const subject = phrase(this.words.correct, { page: field(this.form, "page").value.trim() || this.words.anywhere });
    const link = (/** @type {string} */ way) => /** @type {HTMLAnchorElement} */ (this.form.querySelector(`[data-way=${way}]`));
    link("issue").hidden = !repository;
    link("mail").hidden = !mail;
    if (repository) link("issue").href = issueAddress(repository, "correction.yml", subject, ["ought", this.message.value], this.words.attach);
    if (mail) link("mail").href = mailAddress(mail, subject, this.message.value, this.words.attach);
  }

  save() {
    save("correction.txt", PLAIN, this.message.value);
    this.done.textContent = phrase(this.words.saved, { name: "correction.txt" });
  }

  async copy() {
    this.done.textContent = ((await copy(this.message)) ? this.words.copied : this.words.uncopied) ?? "";
  }
}
