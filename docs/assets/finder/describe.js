// @ts-check
// "Describe yours": the form of the page, and beside it the programmes most like what was said.
import { arrived } from "../arriving.js";
import { passedOver } from "../passed_over.js";
import { labelled, listed, lowered, many, say } from "../words.js";
import { button, element, load, phrase } from "./element.js";
import { OWN, UNKNOWN, alike, amongOwn, canTellElsewhere, ownProfile, readDescription, sayable, standing, writeDescription } from "./description.js";
import { likeness, percent, profile, questionsOf } from "./likeness.js";
import { Picker } from "./picker.js";
import { rose } from "./rose.js";
import { roseAnswer, roseWords } from "./rose_answer.js";

const FIRST = 10; // programmes shown before "show more"

/** @param {HTMLElement} place */
async function start(place) {
  const plain = /** @type {HTMLElement} */ (place.querySelector("[data-plain] > p"));
  const page = new Describe(place, await arrived(plain, place.dataset.failed, () => load(place.dataset.describe)));
  window.addEventListener("popstate", () => page.open(location.search));
  page.open(location.search);
}

/** Holds a description and shows what is like it; the computing is done in description.js. */
class Describe {
  /**
   * @param {HTMLElement} place
   * @param {any} data
   */
  constructor(place, data) {
    this.place = place;
    this.words = place.dataset;
    this.data = data;
    this.dimensions = /** @type {import("./likeness.js").Dimension[]} */ (data.dimensions);
    this.questions = questionsOf(this.dimensions);
    this.description = readDescription("", this.dimensions);
    this.shown = FIRST;
    this.unknown = "";
    const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
    this.form = /** @type {HTMLFormElement} */ (find("form"));
    this.found = find(".pm-describe-found");
    this.live = find(".pm-describe-found > [role=status]");
    this.list = find(".pm-describe-found > ol");
    this.first = /** @type {HTMLInputElement} */ (find("[name=first]"));
    this.link = /** @type {HTMLInputElement} */ (find("#describe-link"));
    this.jump = find(".pm-describe-jump");
    this.after = element("p", { class: "pm-describe-after" });
    this.list.after(this.after);
    this.pickers = new Map(OWN.map((id) => [id, this.makePicker(id)]));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => this.answer(event));
    this.form.addEventListener("reset", () => this.change(readDescription("", this.dimensions)));
    this.first.addEventListener("change", () => this.change({ ...this.description, elsewhereFirst: this.first.checked }));
    find("[name=copy]").addEventListener("click", () => void this.copy());
    new IntersectionObserver(([{ isIntersecting }]) => this.jump.classList.toggle("pm-describe-there", isIntersecting))
      .observe(this.found);
    find(".pm-describe-sides").hidden = false;
    find("[data-plain]").hidden = true;
  }

  /** @param {string} id */
  makePicker(id) {
    const values = this.dimensions.find((d) => d.id === id)?.values.filter(([value]) => value !== "not-given") ?? [];
    const own = () => this.description.own;
    const change = (/** @type {string[]} */ ids) => this.change({ ...this.description, own: { ...own(), [id]: ids } });
    return new Picker(/** @type {Element} */ (this.place.querySelector(`[data-picker=${id}]`)), values,
      (value) => change([...new Set([...own()[id], value])]), (value) => change(own()[id].filter((one) => one !== value)));
  }

  /** @param {string} query */
  open(query) {
    this.description = readDescription(query, this.dimensions);
    this.unknown = passedOver(query, sayable(this.dimensions));
    this.show();
  }

  /** @param {import("./description.js").Description} description */
  change(description) {
    this.description = description;
    this.unknown = "";
    history.pushState(null, "", location.pathname + writeDescription(description) + location.hash);
    this.show();
  }

  /**
   * A box was ticked. "I don't know" and the options of a question put each other out.
   * @param {Event} event
   */
  answer(event) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    const values = [...this.boxes(box.name)].filter((one) => one.checked).map((one) => one.value)
      .filter((value) => (value === UNKNOWN) === (box.value === UNKNOWN));
    const { [box.name]: _, ...others } = this.description.answers;
    this.change({ ...this.description, answers: this.inOrder(values.length ? { ...others, [box.name]: values } : others) });
  }

  /** @param {Record<string, string[]>} answers */
  inOrder(answers) {
    return Object.fromEntries(this.questions.flatMap(({ id }) => (answers[id] ? [[id, answers[id]]] : [])));
  }

  /** @param {string} question */
  boxes(question) {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll(`input[name="${CSS.escape(question)}"]`));
  }

  show() {
    this.shown = FIRST;
    for (const question of this.questions) this.showQuestion(question);
    for (const [id, picker] of this.pickers) picker.show(this.description.own[id]);
    const canTell = canTellElsewhere(this.description);
    this.first.disabled = !canTell;
    this.first.checked = canTell && this.description.elsewhereFirst;
    this.alike = alike({ ...this.description, elsewhereFirst: this.first.checked }, this.dimensions, this.data.weights);
    this.showFound();
    this.showLink();
  }

  /** @param {import("./likeness.js").Dimension} question */
  showQuestion(question) {
    const answer = this.description.answers[question.id] ?? [];
    for (const box of this.boxes(question.id)) box.checked = answer.includes(box.value);
    const field = this.form.querySelector(`[data-question="${CSS.escape(question.id)}"]`);
    const said = /** @type {HTMLElement} */ (field?.querySelector(".pm-describe-count"));
    const taken = ownProfile(this.description, this.questions)[this.questions.indexOf(question)];
    const words = taken.length ? phrase(this.words.takes, { all: question.of.length, ...standing(question, taken) }) : "";
    said.textContent = answer.includes(UNKNOWN) ? this.words.open ?? "" : words;
    this.showOwn(question, field);
  }

  /**
   * How those called as one's own answer a question.
   * @param {import("./likeness.js").Dimension} question
   * @param {Element | null} field
   */
  showOwn(question, field) {
    const labels = this.dimensions.find(({ id }) => id === "labels");
    const { placed, takes } = amongOwn(question, labels, this.description.own.labels);
    field?.querySelectorAll(".pm-describe-own").forEach((own, n) => {
      own.textContent = placed ? phrase(this.words.own, { n: takes[n], of: placed }) : "";
    });
  }

  showFound() {
    const found = this.alike ?? [];
    this.live.textContent = `${this.said(found)} ${this.unknown}`.trim();
    this.list.replaceChildren(...found.slice(0, this.shown).map((one) => this.row(one)));
    this.jump.hidden = !found.length;
    this.jump.textContent = many(found.length, "{n} programme alike", "{n} programmes alike");
    this.showAfter();
  }

  /** What follows the list: more of it, and the first three side by side. */
  showAfter() {
    const found = this.alike ?? [];
    const ids = found.slice(0, 3).map(({ programme }) => this.data.programmes[programme][0]);
    const more = button(this.words.more ?? "", () => this.showMore());
    const compare = element("a", { href: `${this.words.root}compare/?p=${ids.join(",")}` }, this.words.sideBySide ?? "");
    this.after.replaceChildren(...(found.length > this.shown ? [more, " "] : []), ...(ids.length > 1 ? [compare] : []));
  }

  showMore() {
    const added = (this.alike ?? []).slice(this.shown, this.shown + FIRST).map((one) => this.row(one));
    this.shown += FIRST;
    this.list.append(...added);
    this.showAfter();
    added[0]?.querySelector("a")?.focus();
  }

  /** @param {import("./description.js").Found[]} found */
  said(found) {
    const isAnswered = ownProfile(this.description, this.questions).some((taken) => taken.length);
    if (!isAnswered) return this.words.nothing ?? "";
    if (!found.length) return this.words.nobody ?? "";
    const counts = { all: this.data.programmes.length, m: found.filter((one) => one.isAcross).length };
    const alike = many(found.length, "{n} of {all} programmes is alike in something you said.", "{n} of {all} programmes are alike in something you said.", counts);
    const first = this.first.checked
      ? many(counts.m, "{n} of them is elsewhere and comes first.", "{n} of them are elsewhere and come first.")
      : say("The most alike come first.");
    return `${alike} ${first}`;
  }

  /** @param {import("./description.js").Found} found */
  row({ programme, isAcross, isCalledOtherwise }) {
    const [id, name, facts] = this.data.programmes[programme];
    const found = likeness(this.questions, this.data.weights, ownProfile(this.description, this.questions), profile(this.questions, programme));
    const given = { percent: percent(found.value), basis: found.shared.length, all: this.questions.length };
    const said = [phrase(this.words.basis, given), isAcross ? this.words.elsewhere : "", isCalledOtherwise ? this.words.called : ""];
    return element("li", { class: "pm-row" },
      rose(this.data.rose, (question) => roseAnswer(this.questions, question, programme), 44, roseWords(this.questions, programme, this.words.reading ?? "")),
      element("div", {}, element("a", { class: "pm-row-title", href: `${this.words.root}programmes/${id}/` }, name),
        element("p", { class: "pm-meta" }, facts),
        element("details", {}, element("summary", {}, said.filter(Boolean).join(" · ")), this.reasons(found))));
  }

  /** @param {import("./likeness.js").Likeness} likeness */
  reasons({ shared, notKnown }) {
    const list = element("ul", { class: "pm-reasons" });
    for (const one of shared) {
      if (one.same.length) list.append(this.reason("same", one.question, this.names(one.question, one.same)));
      if (one.onlyFirst.length || one.onlySecond.length) list.append(this.reason("differs", one.question, this.differing(one)));
    }
    const names = listed(notKnown.map((n) => this.questions[n].name));
    if (names) list.append(element("li", { "data-kind": "not-known" }, element("b", {}, this.words.notKnown ?? ""), labelled("", names)));
    return list;
  }

  /**
   * @param {"same" | "differs"} kind
   * @param {number} question
   * @param {string} words
   */
  reason(kind, question, words) {
    const { name, facet = "" } = this.questions[question];
    return element("li", { "data-kind": kind, "data-facet": facet }, element("b", {}, this.words[kind] ?? ""), ` · ${labelled(name, words)}`);
  }

  /** @param {import("./likeness.js").Shared} shared */
  differing({ question, same, onlyFirst, onlySecond }) {
    const [here, there] = same.length ? [this.words.hereAlso, this.words.thereAlso] : [this.words.here, this.words.there];
    const sides = /** @type {const} */ ([[here, onlyFirst], [there, onlySecond]]).filter(([, options]) => options.length);
    return sides.map(([words, options]) => phrase(words, { options: this.names(question, options) })).join("; ");
  }

  /**
   * @param {number} question
   * @param {number[]} options
   */
  names(question, options) {
    return listed(options.map((option) => lowered(this.questions[question].values[option][1])));
  }

  showLink() {
    const query = writeDescription(this.description);
    /** @type {HTMLElement} */ (this.link.closest(".pm-describe-share")).hidden = !query;
    this.link.value = new URL(location.pathname + query, location.href).href;
    const copy = this.place.querySelector("[name=copy]");
    if (copy?.hasAttribute("data-words")) copy.textContent = copy.getAttribute("data-words");
  }

  /** The link goes to the clipboard; where there is none to reach, it stands selected. */
  async copy() {
    const copy = /** @type {HTMLElement} */ (this.place.querySelector("[name=copy]"));
    this.link.select();
    try {
      await navigator.clipboard.writeText(this.link.value);
    } catch {
      return this.link.focus();
    }
    if (!copy.hasAttribute("data-words")) copy.setAttribute("data-words", copy.textContent ?? "");
    copy.textContent = this.words.copied ?? "";
  }
}

const place = document.querySelector("[data-describe]");
if (place instanceof HTMLElement) void start(place);
