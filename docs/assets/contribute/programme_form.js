// @ts-check
// The form for a programme: parts come and go, the draft is kept, faults are told, the record made.
import { arrived } from "../arriving.js";
import { element, load, phrase } from "../finder/element.js";
import { PLAIN, save } from "../save.js";
import { labelled } from "../words.js";
import { Picker } from "../finder/picker.js";
import { recordOf } from "./draft.js";
import { faults } from "./faults.js";
import { field, fillEvidence, fillFacts, fillSource, readForm } from "./form.js";
import { forget, keep, kept } from "./keeping.js";
import { part, renamed } from "./parts.js";
import { addresses, copy, issueAddress, mailAddress } from "./sending.js";
import { nameOf, said, tellAll, tellFields } from "./told.js";
import { asId, oneLine } from "./words.js";
import { Works } from "./works.js";

const PICKED = ["labels", "communities", "issues"];

/** Joins the form's pieces; what a draft means is in draft.js and faults.js. */
export class ProgrammeForm {
  /**
   * @param {HTMLElement} place
   * @param {any} data what stands in the page; works and programmes that are known come later
   */
  constructor(place, data) {
    this.place = place;
    this.data = { ...data, references: [], programmes: [] };
    this.works = new Works([]);
    this.words = /** @type {Record<string, string>} */ (data.words);
    this.form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
    this.picked = /** @type {Record<string, string[]>} */ (Object.fromEntries(PICKED.map((id) => [id, []])));
    this.pickers = new Map(PICKED.map((id) => [id, this.makePicker(id)]));
    this.left = new Set(); // fields that were left, and may say what they lack
    this.isAsked = false; // whether the record was asked for, so that all may
    this.number = 0;
    this.begun = /** @type {Promise<void> | undefined} */ (undefined);
    this.pressed = /** @type {Promise<unknown> | undefined} */ (undefined);
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector));
  }

  open() {
    this.form.hidden = false;
    this.find("[data-plain]").hidden = true;
    for (const sign of ["focusin", "pointerdown"]) this.form.addEventListener(sign, () => void (this.begun ??= this.begin()));
    for (const sign of ["focusin", "input"]) this.form.addEventListener(sign, (event) => this.offerWorks(event.target));
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("pointerdown", () => this.press());
    for (const sign of ["change", "focusout"]) this.form.addEventListener(sign, (event) => void this.leave(event));
    this.form.addEventListener("click", (event) => this.act(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.make();
    });
    this.restore(kept() ?? {});
  }

  /** What is known already is fetched when somebody begins, for it grows with the bibliography. */
  async begin() {
    const { works, programmes } = this.place.dataset;
    const [references, facets] = await arrived(this.find("[data-unlisted]"), this.words.unlisted, () => Promise.all([load(works), load(programmes)]));
    Object.assign(this.data, { references, programmes: facets.programmes });
    this.works = new Works(references);
    this.offerWorks(document.activeElement);
    this.show();
  }

  /**
   * Beside a field for a work, the works that have what stands in it.
   * @param {EventTarget | null} box
   */
  offerWorks(box) {
    if (!(box instanceof HTMLInputElement) || box.dataset.field !== "work") return;
    this.find("#c-works").replaceChildren(...this.works.offered(box.value).map((value) => element("option", { value })));
  }

  /** @param {string} id */
  makePicker(id) {
    const change = (/** @type {string[]} */ ids) => {
      this.picked[id] = ids;
      this.pickers.get(id)?.show(ids);
      this.changed();
    };
    return new Picker(this.find(`[data-picker=${id}]`), this.data[id],
      (value) => change([...new Set([...this.picked[id], value])]),
      (value) => change(this.picked[id].filter((one) => one !== value)));
  }

  draft() {
    return readForm(this.form, this.picked);
  }

  /** @param {Record<string, any>} draft as it was kept, which may be anything */
  restore(draft) {
    fillFacts(this.form, draft);
    for (const id of PICKED) this.restorePicked(id, draft[id]);
    const sources = Array.isArray(draft.sources) && draft.sources.length ? draft.sources : [{}];
    for (const source of sources) this.addSource(Object(source));
    for (const question of this.questions()) this.restoreAnswer(question, Object(Object(draft.answers)[question.dataset.question ?? ""]));
    this.show();
  }

  /**
   * @param {string} id
   * @param {unknown} given
   */
  restorePicked(id, given) {
    const known = new Set(this.data[id].map((/** @type {[string, string]} */ [one]) => one));
    this.picked[id] = Array.isArray(given) ? given.filter((one) => known.has(one)) : [];
    this.pickers.get(id)?.show(this.picked[id]);
  }

  /**
   * @param {HTMLElement} question
   * @param {Record<string, any>} answer
   */
  restoreAnswer(question, answer) {
    const radios = /** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("[type=radio]"));
    for (const radio of radios) if (radio.value === answer.state) radio.checked = true;
    for (const option of this.options(question)) {
      const pieces = Object(answer.options)[option.dataset.option ?? ""];
      if (!Array.isArray(pieces)) continue;
      /** @type {HTMLInputElement} */ (option.querySelector("input")).checked = true;
      for (const piece of pieces) this.addEvidence(option, Object(piece));
    }
  }

  questions() {
    return /** @type {HTMLElement[]} */ ([...this.form.querySelectorAll("[data-question]")]);
  }

  /** @param {Element} question */
  options(question) {
    return /** @type {HTMLElement[]} */ ([...question.querySelectorAll("[data-option]")]);
  }

  /** @param {Record<string, any>} source */
  addSource(source = {}) {
    this.number = Math.max(this.number + 1, Number(/^s(\d{1,6})$/.exec(source.id)?.[1] ?? 0));
    const added = part("c-source-template", `source.s${this.number}`);
    added.dataset.source = `s${this.number}`;
    fillSource(added, { on: today(), ...source });
    this.find("[data-list=sources]").append(added);
    return added;
  }

  /**
   * @param {Element} option
   * @param {Record<string, any>} piece
   */
  addEvidence(option, piece = {}) {
    const added = part("c-evidence-template", "evidence");
    option.querySelector("[data-list=evidence]")?.append(added);
    this.showSources(added);
    fillEvidence(added, piece);
    if (!piece.source) this.chooseOnly(added);
    return added;
  }

  /**
   * Where there is only one work, it is the one.
   * @param {Element} piece
   */
  chooseOnly(piece) {
    const sources = this.form.querySelectorAll("[data-source]");
    if (sources.length === 1) field(piece, "source").value = /** @type {HTMLElement} */ (sources[0]).dataset.source ?? "";
  }

  changed() {
    this.show();
    const isKept = keep(this.draft());
    this.find(".pm-kept").textContent = (isKept ? this.words.kept : this.words.unkept) ?? "";
  }

  /** What is pressed stays where it is until it is let go: a line that came above it would move it. */
  press() {
    this.pressed = new Promise((/** @type {(value?: unknown) => void} */ letGo) => {
      for (const sign of ["pointerup", "pointercancel"]) addEventListener(sign, () => setTimeout(letGo), { once: true });
    });
  }

  /** @param {Event} event */
  async leave(event) {
    await this.pressed;
    const box = event.target;
    if (!(box instanceof HTMLElement)) return;
    const answer = box.closest("[data-question]");
    if (box.dataset.field) this.left.add(box.id.slice(2));
    else if (answer && event.type === "change") this.takeUp(box);
    if (event.type === "change") this.changed();
    else this.tell();
  }

  /**
   * An option that is ticked asks for its evidence.
   * @param {HTMLElement} box
   */
  takeUp(box) {
    const option = box.closest("[data-option]");
    if (option && box instanceof HTMLInputElement && box.checked && !option.querySelector("[data-evidence]")) this.addEvidence(option);
  }

  /** @param {Event} event */
  act(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    if (!(button instanceof HTMLElement)) return;
    const acts = /** @type {Record<string, () => void>} */ ({
      "add-source": () => firstField(this.addSource()),
      "add-evidence": () => firstField(this.addEvidence(/** @type {Element} */ (button.closest("[data-option]")))),
      remove: () => this.remove(/** @type {HTMLElement} */ (button.closest(".pm-part"))),
      clear: () => this.clear(),
      save: () => this.save(),
      "save-references": () => this.saveReferences(),
      copy: () => void this.copy(),
    });
    acts[button.dataset.act ?? ""]?.();
    if (["add-source", "add-evidence", "remove"].includes(button.dataset.act ?? "")) this.changed();
  }

  /** @param {HTMLElement} gone */
  remove(gone) {
    const next = gone.nextElementSibling ?? gone.previousElementSibling;
    const option = gone.closest("[data-option]");
    gone.remove();
    if (next instanceof HTMLElement) return firstField(next);
    const box = /** @type {HTMLInputElement | null} */ (option?.querySelector("input") ?? null);
    if (box) box.checked = false;
    (box ?? this.find("#c-sources")).focus();
  }

  clear() {
    if (!confirm(this.words.clear)) return;
    forget();
    this.form.reset();
    for (const one of this.form.querySelectorAll(".pm-part")) one.remove();
    this.left.clear();
    this.isAsked = false;
    this.number = 0;
    this.restore({});
    this.find(".pm-made").hidden = true;
    this.find(".pm-errors").hidden = true;
    this.find(".pm-kept").textContent = this.words.cleared ?? "";
    firstField(this.form);
  }

  /** What follows from the draft as it is: parts with their names, lists of works, what is folded away. */
  show() {
    this.form.querySelectorAll("[data-source]").forEach((one, n) => this.showSource(/** @type {HTMLElement} */ (one), n));
    for (const question of this.questions()) this.showQuestion(question);
    this.showAlike();
    this.tell();
  }

  /**
   * @param {HTMLElement} source
   * @param {number} n
   */
  showSource(source, n) {
    const isNew = field(source, "isNew").checked;
    /** @type {HTMLElement} */ (source.querySelector("legend")).textContent = phrase(this.words.work, { n: n + 1 });
    /** @type {HTMLElement} */ (source.querySelector("[data-unknown]")).hidden = !isNew;
    /** @type {HTMLElement} */ (source.querySelector("[data-known]")).hidden = isNew;
  }

  /** @param {HTMLElement} question */
  showQuestion(question) {
    const isPlaced = /** @type {HTMLInputElement | null} */ (question.querySelector("[value=placed]"))?.checked ?? false;
    /** @type {HTMLElement} */ (question.querySelector(".pm-options")).hidden = !isPlaced;
    for (const option of this.options(question)) {
      const isTaken = option.querySelector("input")?.checked ?? false;
      const list = /** @type {HTMLElement} */ (option.querySelector("[data-list]"));
      list.hidden = !isTaken;
      /** @type {HTMLElement} */ (option.querySelector("[data-more]")).hidden = !isTaken;
      [...list.children].forEach((piece, n) => {
        renamed(/** @type {HTMLElement} */ (piece), `evidence.${question.dataset.question}.${option.dataset.option}.${n}`);
        /** @type {HTMLElement} */ (piece.querySelector("legend")).textContent = phrase(this.words.piece, { n: n + 1, option: list.dataset.name ?? "" });
        this.showSources(piece);
      });
    }
  }

  /**
   * The works of the draft, to choose from.
   * @param {Element} piece
   */
  showSources(piece) {
    const list = field(piece, "source");
    const chosen = list.value;
    const works = /** @type {any[]} */ (this.draft().sources).map(({ id, work, title, isNew }) => [id, shorter((isNew ? title : work) || this.words.unnamed)]);
    const wanted = JSON.stringify(works);
    if (list.dataset.works === wanted) return;
    list.dataset.works = wanted;
    list.replaceChildren(...[["", this.words.choose], ...works].map(([value, name]) => element("option", { value }, name)));
    list.value = works.some(([id]) => id === chosen) ? chosen : "";
  }

  /** Programmes that are here under the same or a similar name. */
  showAlike() {
    const id = asId(field(this.form, "name").value);
    /** @type {[string, string, ...unknown[]][]} */
    const programmes = this.data.programmes;
    const alike = id.length > 3 ? programmes.filter(([one]) => one === id || one.startsWith(`${id}-`) || id.startsWith(`${one}-`)) : [];
    const note = this.find("[data-here]");
    note.hidden = !alike.length;
    const text = alike.length ? phrase(this.words.here, { names: alike.map(([, name]) => name).slice(0, 5).join("; ") }) : "";
    if (note.textContent !== text) note.textContent = text;
  }

  faults() {
    return faults(this.draft(), this.data).map((fault) => withGuess(fault, this.data.usual));
  }

  tell() {
    tellFields(this.form, this.faults(), (at) => this.isAsked || this.left.has(at), this.data.faults);
  }

  make() {
    this.isAsked = true;
    const found = this.faults();
    this.tell();
    const heading = found.length === 1 ? this.words["todo-one"] : phrase(this.words.todo, { n: found.length });
    tellAll(this.find(".pm-errors"), found, heading ?? "", this.data.faults);
    this.showRecord(found);
    this.find(found.length ? ".pm-errors" : ".pm-made").focus();
  }

  /** @param {import("./faults.js").Fault[]} found */
  showRecord(found) {
    const made = recordOf(this.draft(), this.data);
    const lacking = found.map((fault) => `# ${oneLine(labelled(nameOf(fault.at), said(fault, this.data.faults)))}`);
    const head = lacking.length ? [`# ${this.words.unfinished}`, ...lacking, ""].join("\n") : "";
    this.made = { ...made, record: head + made.record, isWhole: !found.length };
    this.find(".pm-made").hidden = false;
    this.find("#c-made").textContent = (found.length ? this.words.incomplete : this.words.ready) ?? "";
    this.textOf("c-record").value = this.made.record;
    this.textOf("c-references").value = made.references;
    this.find("[data-new]").hidden = !made.references;
    this.find(".pm-done").textContent = "";
    this.offer();
  }

  /** @param {string} id */
  textOf(id) {
    return /** @type {HTMLTextAreaElement} */ (document.getElementById(id));
  }

  /** The ways that are configured lead somewhere. */
  offer() {
    const { repository, mail } = addresses(document);
    const subject = phrase(this.words.subject, { name: oneLine(this.draft().name) || this.made?.id || "" });
    const text = [this.made?.record, this.made?.references].filter(Boolean).join("\n");
    const link = (/** @type {string} */ way) => /** @type {HTMLAnchorElement} */ (this.find(`[data-way=${way}]`));
    link("issue").hidden = !repository;
    link("mail").hidden = !mail;
    if (repository) link("issue").href = issueAddress(repository, "programme.yml", subject, ["record", text], this.words.attach);
    if (mail) link("mail").href = mailAddress(mail, subject, text, this.words.attach);
  }

  save() {
    this.saved(`${this.made?.id}.yml`, this.made?.record ?? "");
  }

  saveReferences() {
    this.saved(`${this.made?.id}.bib`, this.made?.references ?? "");
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  saved(name, text) {
    save(name, PLAIN, text);
    this.find(".pm-done").textContent = phrase(this.words.saved, { name });
  }

  async copy() {
    this.find(".pm-done").textContent = ((await copy(this.textOf("c-record"))) ? this.words.copied : this.words.uncopied) ?? "";
  }
}

/**
 * A country under another name gets its usual one as a guess.
 * @param {import("./faults.js").Fault} fault
 * @param {Record<string, string>} usual
 */
function withGuess(fault, usual) {
  const last = String(fault.given?.place ?? "").split(",").pop() ?? "";
  const guess = usual[oneLine(last).replace(/\./g, "").toLowerCase()];
  return fault.code === "place" && guess ? { ...fault, code: "place-guess", given: { ...fault.given, guess } } : fault;
}

/** @param {Element} place */
function firstField(place) {
  const fields = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("input, select, textarea")]);
  fields.find((one) => one.offsetParent !== null)?.focus();
}

/** @param {string | undefined} words */
function shorter(words) {
  const text = words ?? "";
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}

/** The day on this computer. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
