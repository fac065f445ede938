// @ts-check
// The page that holds programmes side by side: their records are fetched as they are chosen.
import { arrived, tellMissing, waitedFor } from "../arriving.js";
import { save } from "../save.js";
import { inLanguage, labelled, many, say } from "../words.js";
import { button, element, load, phrase } from "./element.js";
import { MOST, factNames, factSets, isOnlyHere, optionSets, readCompared, table, verdict, writeCompared } from "./comparison.js";
import { offerCsv } from "./headings.js";
import { likeness, percent, profile, questionsOf } from "./likeness.js";
import { Picker } from "./picker.js";
import { csv } from "./taking.js";

/**
 * @typedef {import("./comparison.js").Record} Record_
 * @typedef {import("./comparison.js").Verdict} Verdict
 */

const SIGNS = { same: "=", partly: "≈", differs: "≠", "not-known": "?" };

/** @param {HTMLElement} place */
async function start(place) {
  const plain = /** @type {HTMLElement} */ (place.querySelector("[data-plain] > p"));
  const page = new Compare(place, await arrived(plain, place.dataset.failed, () => load(place.dataset.compare)));
  window.addEventListener("popstate", () => void page.open(location.search));
  await page.open(location.search);
}

/** Holds which programmes are compared and shows them. */
class Compare {
  /**
   * @param {HTMLElement} place
   * @param {any} data
   */
  constructor(place, data) {
    this.place = place;
    this.words = place.dataset;
    this.data = data;
    this.ids = /** @type {string[]} */ (data.programmes.map((/** @type {string[]} */ p) => p[0]));
    this.questions = questionsOf(data.dimensions);
    this.records = /** @type {Map<string, Record_>} */ (new Map());
    this.state = { ids: /** @type {string[]} */ ([]), more: 0, unknown: /** @type {string[]} */ ([]), only: false };
    this.form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
    this.only = /** @type {HTMLInputElement} */ (place.querySelector("[name=only]"));
    this.live = /** @type {HTMLElement} */ (place.querySelector(":scope > [role=status]"));
    this.scroll = /** @type {HTMLElement} */ (place.querySelector(".pm-compare-scroll"));
    this.take = /** @type {HTMLElement} */ (place.querySelector(".pm-compare-take"));
    const picking = /** @type {Element} */ (place.querySelector("[data-picker]"));
    const names = data.programmes.map((/** @type {[string, string]} */ [id, name]) => [id, name]);
    this.picker = new Picker(picking, names, (id) => void this.add(id));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.only.addEventListener("change", () => void this.change({ ...this.state, only: this.only.checked }));
    offerCsv(place, (isForPrograms) => void this.saveCsv(isForPrograms));
    this.form.hidden = false;
    /** @type {HTMLElement} */ (place.querySelector("[data-plain]")).hidden = true;
  }

  /** @param {string} query */
  async open(query) {
    this.state = readCompared(query, this.ids);
    await this.show();
  }

  /** @param {{ids: string[], only: boolean}} state */
  async change(state) {
    this.state = { ...state, more: 0, unknown: [] };
    history.pushState(null, "", location.pathname + writeCompared(this.state) + location.hash);
    await this.show();
  }

  /** @param {string} id */
  async add(id) {
    const { ids } = this.state;
    if (ids.length >= MOST && !ids.includes(id)) this.live.textContent = this.words.tooMany ?? "";
    else await this.change({ ...this.state, ids: [...new Set([...ids, id])] });
  }

  /** The records of the chosen programmes, each fetched once. */
  async fetched() {
    const { root = "", record = "" } = this.words;
    return Promise.all(this.state.ids.map(async (id) => {
      const found = this.records.get(id) ?? await load(`${root}programmes/${id}/${record}`);
      this.records.set(id, found);
      return /** @type {Record_} */ (found);
    }));
  }

  async show() {
    this.only.checked = this.state.only;
    const asked = this.state.ids.join();
    try {
      const records = await waitedFor(this.live, this.fetched(), () => asked === this.state.ids.join());
      if (asked === this.state.ids.join()) this.showRecords(records);
    } catch {
      if (asked === this.state.ids.join()) tellMissing(this.live, this.words.failed, () => void this.show());
    }
  }

  /** @param {Record_[]} records */
  showRecords(records) {
    this.scroll.hidden = this.take.hidden = !records.length;
    const points = this.points(records);
    const shown = points.filter(({ means }) => !this.state.only || records.length < 2 || !["", "same"].includes(means));
    this.scroll.replaceChildren(...(records.length ? [this.table(records, shown)] : []));
    const { more, unknown } = this.state;
    this.live.textContent = [
      this.summary(points, records),
      more ? phrase(this.words.more, { n: more }) : "",
      ...unknown.map((id) => phrase(this.words.unknown, { id })),
    ].filter(Boolean).join(" ");
  }

  /**
   * @typedef {object} Point
   * @property {string} name
   * @property {string} [words]
   * @property {string} [facet]
   * @property {Verdict | ""} means
   * @property {Node[]} cells
   *
   * @param {Record_[]} records
   * @returns {Point[]}
   */
  points(records) {
    const several = records.length > 1;
    const summaries = { name: this.words.short ?? "", means: /** @type {const} */ (""), cells: records.map(({ summary, summary_language }) => element("p", inLanguage(summary_language), summary)) };
    const alike = { name: this.words.alike ?? "", means: /** @type {const} */ (""), cells: records.map((record) => this.alikeCell(record, records)) };
    const facts = factNames(records).map((name) => {
      const sets = factSets(records, name);
      return { name, means: several ? verdict(sets) : /** @type {const} */ (""), cells: records.map((record) => this.factCell(record, name, sets)) };
    });
    const answers = this.questions.map(({ id, name, words, facet }) => {
      const sets = optionSets(records, id);
      return { name, words, facet, means: several ? verdict(sets) : /** @type {const} */ (""), cells: records.map((record) => this.answerCell(record, id, sets)) };
    });
    return [summaries, ...(several ? [alike] : []), ...facts, ...answers];
  }

  /**
   * @param {Point[]} points
   * @param {Record_[]} records
   */
  summary(points, records) {
    if (records.length < 2) return records.length ? this.words.one ?? "" : "";
    const count = (/** @type {Verdict} */ kind) => points.filter(({ means }) => means === kind).length;
    return phrase(this.words.said, { n: records.length, same: count("same"), partly: count("partly"), differs: count("differs"), unknown: count("not-known") });
  }

  /**
   * @param {Record_[]} records
   * @param {Point[]} points
   */
  table(records, points) {
    const heads = records.map((record) => element("th", { scope: "col" },
      element("a", { class: "pm-row-title", href: `${this.words.root}${record.address}` }, record.name), " ",
      button(this.words.remove ?? "", () => void this.remove(record.id), { "aria-label": labelled(this.words.remove ?? "", record.name) })));
    return element("table", { class: "pm-compare-table", "data-count": String(records.length) },
      element("caption", { id: "compare-caption" }, many(records.length, "{n} programme, with none beside it yet", "{n} programmes side by side")),
      element("thead", {}, element("tr", {}, ...heads)),
      ...points.map((point) => this.pointRows(point, records)));
  }

  /** @param {string} id */
  async remove(id) {
    await this.change({ ...this.state, ids: this.state.ids.filter((other) => other !== id) });
    this.picker.input.focus();
  }

  /**
   * A point as two rows: its name with what can be said of it, and a cell for each programme.
   * @param {Point} point
   * @param {Record_[]} records
   */
  pointRows({ name, words, facet, means, cells }, records) {
    const heading = element("span", { class: "pm-compare-point" }, element("b", {}, name), ...(words ? [" ", element("i", {}, words)] : []), ...this.badge(means));
    return element("tbody", { ...(facet ? { "data-facet": facet } : {}), ...(means ? { "data-verdict": means } : {}) },
      element("tr", { class: "pm-compare-head" }, element("th", { scope: "rowgroup", colspan: String(records.length) }, heading)),
      element("tr", {}, ...cells.map((cell, n) => element("td", { "data-programme": records[n].name }, cell))));
  }

  /** @param {Verdict | ""} means */
  badge(means) {
    if (!means) return [];
    const words = this.verdicts()[means];
    return [" ", element("span", { class: "pm-verdict", "data-verdict": means }, element("span", { "aria-hidden": "true" }, SIGNS[means]), ` ${words}`)];
  }

  verdicts() {
    return { same: this.words.same, partly: this.words.partly, differs: this.words.differs, "not-known": this.words.notKnown };
  }

  /**
   * @param {Record_} record
   * @param {string} name
   * @param {(string[] | null)[]} sets
   */
  factCell(record, name, sets) {
    const fact = record.facts.find((one) => one.name === name);
    if (!fact) return element("span", { class: "pm-compare-none" }, this.words.nothingGiven ?? "");
    return element("ul", { class: "pm-chips" }, ...fact.items.map(({ words, address }) => {
      const kind = { class: "pm-chip", "data-kind": fact.kind };
      const chip = address ? element("a", { ...kind, href: `${this.words.root}${address}` }, words) : element("span", kind, words);
      return element("li", {}, chip, ...this.onlyHere(sets, words));
    }));
  }

  /**
   * @param {Record_} record
   * @param {string} question
   * @param {(string[] | null)[]} sets
   */
  answerCell(record, question, sets) {
    const answer = record.answers.find((one) => one.question === question);
    if (!answer?.placements.length) return this.stateCell(answer?.state ?? "not coded");
    return element("ul", { class: "pm-compare-options" }, ...answer.placements.map((placement) => {
      const { option, name, strength } = placement;
      const facet = this.questions.find(({ id }) => id === question)?.facet ?? "";
      const at = `${this.words.root}questions/${question}/${option}/`;
      return element("li", {},
        element("a", { class: "pm-chip", "data-kind": "option", "data-facet": facet, href: at }, name), " ",
        element("span", { class: "pm-strength", "data-strength": strength }, this.place.getAttribute(`data-strength-${strength}`) ?? strength),
        ...(strength === "inferred" ? [] : this.onlyHere(sets, option)), this.sources(placement));
    }));
  }

  /** @param {string} state */
  stateCell(state) {
    const id = state.replaceAll(" ", "-");
    return element("p", {}, element("span", { class: "pm-state", "data-state": id }, this.place.getAttribute(`data-state-${id}`) ?? state),
      ` ${this.place.getAttribute(`data-why-${id}`) ?? ""}`);
  }

  /**
   * @param {(string[] | null)[]} sets
   * @param {string} value
   */
  onlyHere(sets, value) {
    const alone = sets.length > 1 && isOnlyHere(sets, value);
    return alone ? [" ", element("span", { class: "pm-only-here" }, this.words.onlyHere ?? "")] : [];
  }

  /** @param {import("./comparison.js").Placement} placement */
  sources({ name, evidence }) {
    const summary = element("summary", {}, [...new Set(evidence.map((e) => e.author_year))].join("; "), element("span", { class: "pm-unseen" }, say(": what the sources say of {option}", { option: name })));
    return element("details", {}, summary, element("ul", { class: "pm-evidence" }, ...evidence.map((piece) => element("li", {},
      ...(piece.quote ? [element("q", inLanguage(piece.quote_language), piece.quote), piece.says ? " — " : ""] : []),
      element("span", inLanguage(piece.says_language), piece.says),
      element("span", { class: "pm-source" }, element("a", { class: "pm-cite", href: `${this.words.root}references/${piece.source}/` }, piece.author_year),
        ", ", element("span", { class: "pm-where", ...inLanguage(piece.where_language) }, piece.where))))));
  }

  /**
   * How alike a programme is with each of the others.
   * @param {Record_} record
   * @param {Record_[]} records
   */
  alikeCell(record, records) {
    const ours = profile(this.questions, this.ids.indexOf(record.id));
    return element("ul", { class: "pm-compare-alike" }, ...records.filter((other) => other !== record).map((other) => {
      const found = likeness(this.questions, this.data.weights, ours, profile(this.questions, this.ids.indexOf(other.id)));
      return element("li", {}, phrase(this.words.alikeWith, { percent: percent(found.value), name: other.name, basis: found.shared.length, all: this.questions.length }));
    }));
  }

  /** Saved with every record or not at all. @param {boolean} isForPrograms */
  async saveCsv(isForPrograms) {
    const records = await this.fetched().catch(() => undefined);
    if (!records) return this.show();
    const { header, rows } = table(records, this.questions, isForPrograms ? undefined : this.wording());
    save("peermap-comparison.csv", "text/csv", csv(header, rows));
  }

  /** A table as readers read it: names, and the words of the page. @returns {import("./comparison.js").Wording} */
  wording() {
    const kinds = ["state", "strength"];
    const verdicts = /** @type {Record<string, string | undefined>} */ ({ ...this.verdicts(), "not given": this.words.nothingGiven });
    const given = (/** @type {string} */ id) => kinds.map((kind) => this.place.getAttribute(`data-${kind}-${id}`)).find(Boolean);
    return {
      header: [say("Point"), say("Verdict")], record: ({ name }) => name, option: ({ name }) => name, source: (evidence) => evidence.author_year,
      word: (word) => verdicts[word] ?? given(word.replaceAll(" ", "-")) ?? word, pair: labelled,
    };
  }
}

const place = document.querySelector("[data-compare]");
if (place instanceof HTMLElement) void start(place);
