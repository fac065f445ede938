// @ts-check
// Programmes held against each other point by point: what is the same, what differs. No page.

/**
 * @typedef {object} Evidence
 * @property {string} source
 * @property {string} author_year
 * @property {string} where
 * @property {string} says
 * @property {string} quote
 * @property {string} where_language
 * @property {string} says_language
 * @property {string} quote_language
 * @property {string} strength
 *
 * @typedef {object} Placement
 * @property {string} option
 * @property {string} name
 * @property {string} strength
 * @property {Evidence[]} evidence
 *
 * @typedef {object} Fact
 * @property {string} name
 * @property {string} kind
 * @property {{words: string, address?: string}[]} items
 *
 * @typedef {object} Record the file `record.json` beside the page of a programme
 * @property {string} id
 * @property {string} name
 * @property {string} address
 * @property {string} summary
 * @property {string} summary_language
 * @property {Fact[]} facts
 * @property {{question: string, state: string, placements: Placement[]}[]} answers
 *
 * @typedef {"same" | "partly" | "differs" | "not-known"} Verdict
 */

export const MOST = 5;

/**
 * What can be said of some sets of values, one a programme; null where nothing is known.
 * @param {(string[] | null)[]} sets
 * @returns {Verdict}
 */
export function verdict(sets) {
  const known = sets.filter((set) => set !== null);
  if (known.length < sets.length) return "not-known";
  const first = new Set(known[0]);
  if (known.every((set) => set.length === first.size && set.every((value) => first.has(value)))) return "same";
  return [...first].some((value) => known.every((set) => set.includes(value))) ? "partly" : "differs";
}

/**
 * Whether it is worth saying that only one programme has a value: all are known, and some other
 * value is shared, so that this one stands out.
 * @param {(string[] | null)[]} sets
 * @param {string} value
 */
export function isOnlyHere(sets, value) {
  const times = (/** @type {string} */ one) => sets.filter((set) => set?.includes(one)).length;
  const all = sets.flatMap((set) => set ?? []);
  return !sets.includes(null) && times(value) === 1 && all.some((one) => times(one) > 1);
}

/**
 * Names of facts in the order in which the records give them.
 * @param {Record[]} records
 */
export function factNames(records) {
  /** @type {string[]} */
  const names = [];
  for (const { facts } of records) {
    facts.forEach(({ name }, n) => {
      if (names.includes(name)) return;
      const before = facts.slice(0, n).map((fact) => names.indexOf(fact.name));
      names.splice(Math.max(-1, ...before) + 1, 0, name);
    });
  }
  return names;
}

/**
 * The values of a fact in each record; null where it is not given.
 * @param {Record[]} records
 * @param {string} name
 */
export function factSets(records, name) {
  return records.map(({ facts }) => facts.find((fact) => fact.name === name)?.items.map(({ words }) => words) ?? null);
}

/**
 * The options of a question in each record that rest on a source; null where nothing is known.
 * @param {Record[]} records
 * @param {string} question
 */
export function optionSets(records, question) {
  return records.map(({ answers }) => {
    const taken = answers.find((answer) => answer.question === question)?.placements
      .filter(({ strength }) => strength !== "inferred").map(({ option }) => option) ?? [];
    return taken.length ? taken : null;
  });
}

/**
 * @typedef {object} Wording how a table says things
 * @property {[string, string]} header
 * @property {(record: Record) => string} record
 * @property {(placement: Placement) => string} option
 * @property {(evidence: Evidence) => string} source
 * @property {(word: string) => string} word a verdict, state or strength
 * @property {(name: string, words: string) => string} pair
 */

/** As programs read it: ids and the words of the data. @type {Wording} */
const FIELDS = {
  header: ["point", "verdict"], record: ({ id }) => id, option: ({ option }) => option, source: ({ source }) => source,
  word: (word) => word, pair: (name, words) => `${name}: ${words}`,
};

/**
 * The comparison as a table, a column for each programme. A state stays a state.
 * @param {Record[]} records
 * @param {{id: string, name: string}[]} questions
 * @param {Wording} wording
 */
export function table(records, questions, wording = FIELDS) {
  const facts = factNames(records).map((name) => [
    name, wording.word(verdict(factSets(records, name))), ...factSets(records, name).map((set) => set?.join("; ") ?? wording.word("not given")),
  ]);
  const answers = questions.map(({ id, name }) => [
    name, wording.word(verdict(optionSets(records, id))), ...records.map((record) => answerWords(record, id, wording)),
  ]);
  return { header: [...wording.header, ...records.map(wording.record)], rows: [...facts, ...answers] };
}

/**
 * `navigation (stated: lessard2024); promotion (general: woldie2018)`, or the state.
 * @param {Record} record
 * @param {string} question
 * @param {Wording} wording
 */
function answerWords({ answers }, question, { option, source, word, pair }) {
  const answer = answers.find((one) => one.question === question);
  const taken = (answer?.placements ?? []).map((placement) =>
    `${option(placement)} (${pair(word(placement.strength), [...new Set(placement.evidence.map(source))].join(", "))})`);
  return taken.length ? taken.join("; ") : word(answer?.state ?? "not coded");
}

/**
 * The ids in an address: those that there are, at most five, how many more, and those that there are
 * not.
 * @param {string} query such as `?p=one,two`
 * @param {string[]} known
 */
export function readCompared(query, known) {
  const given = new URLSearchParams(query);
  const ids = [...new Set(given.getAll("p").flatMap((text) => text.split(",")).map((id) => id.trim()).filter(Boolean))];
  const there = ids.filter((id) => known.includes(id));
  return {
    ids: there.slice(0, MOST),
    more: there.slice(MOST).length,
    unknown: ids.filter((id) => !known.includes(id)),
    only: given.get("only") === "differences",
  };
}

/**
 * @param {{ids: string[], only: boolean}} state
 * @returns {string} the query with its question mark; empty when nothing is chosen
 */
export function writeCompared({ ids, only }) {
  const parts = [...(ids.length ? [`p=${ids.map(encodeURIComponent).join(",")}`] : []), ...(only ? ["only=differences"] : [])];
  return parts.length ? `?${parts.join("&")}` : "";
}
