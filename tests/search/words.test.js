// Run with: node --test tests/search/
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../../docs/assets/search/address.js";
import { answer } from "../../docs/assets/search/asking.js";
import { parts, place, saying, strongest, withoutTitle } from "../../docs/assets/search/excerpts.js";
import { counts, merged, ranked, titledFirst } from "../../docs/assets/search/results.js";
import {
  alternatives,
  isLike,
  matches,
  MOST,
  spaced,
  words,
} from "../../docs/assets/search/words.js";

const row = (label, names, related = []) => ({
  label,
  names,
  said: names.map((name) => words(name).join(" ")),
  related,
});
const SYNONYMS = [
  row("promotora", ["Promotora", "promotora de salud"], ["chw"]),
  row(
    "chw",
    ["Community health worker", "CHW", "community-based health worker"],
    ["promotora", "chv"],
  ),
  row("chv", ["Community health volunteer"], ["chw"]),
  row("pair-aidant", ["Pair-aidant", "pair aidant", "peer helper"], ["psw", "mediateur"]),
  row("psw", ["Peer support worker", "PSW", "mental health peer support worker"], ["pair-aidant"]),
  row("mediateur", ["Médiateur de santé-pair"], ["pair-aidant"]),
  row("navigator", ["Patient navigator", "navigator"], ["liaison", "lay"]),
  row("liaison", ["Aboriginal patient liaison"], ["navigator"]),
  row("lay", ["Lay navigator"], ["navigator"]),
];
const names = (query) => alternatives(query, SYNONYMS).map(({ name }) => name);

test("accents, capitals, hyphens and the s of a plural make no difference", () => {
  assert.deepEqual(words("Médiateurs de santé-pairs"), ["mediateur", "de", "sante", "pair"]);
  assert.equal(spaced("  Pair-aidant   du Québec "), "Pair aidant du Québec");
  for (const query of ["pair aidant", "pairs aidants", "Pair-Aidant", "PAIRS-AIDANTS"]) {
    assert.deepEqual(
      matches(query, SYNONYMS).map(({ rows }) => rows[0].label),
      ["pair-aidant"],
      query,
    );
  }
});

test("the longest name in a query is the one that is meant", () => {
  const found = matches("a community health worker and a navigator", SYNONYMS);
  assert.deepEqual(
    found.map(({ from, to, rows }) => [from, to, rows[0].label]),
    [
      [1, 4, "chw"],
      [6, 7, "navigator"],
    ],
  );
});

test("other names of the label come first, then those of the labels beside it", () => {
  assert.deepEqual(names("promotora"), [
    "Community health worker",
    "CHW",
    "community-based health worker",
  ]);
  assert.deepEqual(names("CHW"), [
    "Community health worker",
    "community-based health worker",
    "Promotora",
    "Community health volunteer",
  ]);
  assert.deepEqual(names("pairs aidants"), [
    "peer helper",
    "Peer support worker",
    "Médiateur de santé-pair",
    "PSW",
  ]);
});

test("a name with the words already looked for in it is left out: it is found anyway", () => {
  assert.deepEqual(names("navigator"), ["Aboriginal patient liaison"]);
});

test("the rest of a query stays when a name in it is replaced", () => {
  const [first] = alternatives("promotora, diabetes", SYNONYMS);
  assert.deepEqual(
    [first.name, first.label, first.rest],
    ["Community health worker", "chw", "diabetes"],
  );
  assert.deepEqual([first.given, first.labels], [["promotora"], ["promotora"]]);
  assert.equal(alternatives("Promotoras", SYNONYMS)[0].rest, "");
});

test("a name that no page says is not looked for", () => {
  const silent = SYNONYMS.map((one) => ({ ...one, said: one.label === "chw" ? ["chw"] : one.said }));
  assert.deepEqual(
    alternatives("promotora", silent).map(({ name }) => name),
    ["CHW"],
  );
});

test("in quotation marks, and without a name in it, a query means what it says", () => {
  assert.deepEqual(names('"promotora"'), []);
  assert.deepEqual(names("diabetes"), []);
  assert.deepEqual(names(""), []);
});

test("no more names are looked for than a reader can take in", () => {
  const many = Array.from({ length: 30 }, (_, n) => row(`n${n}`, [`name${n}x`]));
  const all = [
    row(
      "all",
      ["everybody"],
      many.map(({ label }) => label),
    ),
    ...many,
  ];
  assert.equal(alternatives("everybody", all).length, MOST);
});

test("a word of the page is what was looked for when most of its letters agree", () => {
  assert.equal(isLike("naviga", "Navigation,"), true);
  assert.equal(isLike("montreal", "Montréal."), true);
  assert.equal(isLike("aidant", "pair-aidants"), true);
  assert.equal(isLike("qwerty", "q"), false);
  assert.equal(isLike("promotora", "promise"), false);
});

const hit = (id, score, more = {}) => ({ id, score, data: async () => ({}), ...more });

test("pages under other names come once, best first, with the nearest of the names", () => {
  const others = [
    { name: "CHW", hits: [hit("b", 2), hit("a", 9)] },
    { name: "Promotora", hits: [hit("b", 7), hit("c", 5)] },
  ];
  const found = merged([hit("a", 1)], others);
  assert.deepEqual(
    found.map(({ id, as }) => [id, as]),
    [
      ["c", "Promotora"],
      ["b", "CHW"],
    ],
  );
});

test("what is named by the words comes before what merely has them", () => {
  const kinds = new Map([
    ["text", "Programme"],
    ["name", "Programme"],
    ["option", "Option"],
    ["long", "Reference"],
  ]);
  const title = { matchedMetaFields: ["title"] };
  const hits = [
    hit("text", 5),
    hit("long", 5, title),
    hit("name", 4, title),
    hit("option", 4, title),
  ];
  assert.deepEqual(
    ranked(hits, new Set(), kinds).map(({ id }) => id),
    ["option", "name", "text", "long"],
  );
  assert.equal(ranked([hit("x", 4), hit("y", 5)], new Set(["x"]), kinds)[0].id, "x");
  const loaded = ["Community care", "Caring Community"].map((name) => ({
    data: { meta: { title: name } },
  }));
  assert.equal(titledFirst(loaded, "caring community")[0].data.meta.title, "Caring Community");
});

test("counts add up to what was found", () => {
  const kinds = new Map([
    ["a", "Label"],
    ["b", "Programme"],
    ["c", "Programme"],
  ]);
  const number = counts([hit("a", 1), hit("b", 1), hit("c", 1)], kinds);
  assert.deepEqual(
    [...number],
    [
      ["Label", 1],
      ["Programme", 2],
    ],
  );
});

test("an excerpt comes apart into text, whatever it says", () => {
  assert.deepEqual(parts("a <mark>b</mark> &lt;script&gt;"), [
    { text: "a ", marked: false },
    { text: "b", marked: true },
    { text: " <script>", marked: false },
  ]);
});

test("punctuation at a word that is marked is not marked", () => {
  assert.deepEqual(parts('<mark>Promotoras,</mark> "<mark>(pair-aidant).</mark>'), [
    { text: "Promotoras", marked: true },
    { text: ",", marked: false },
    { text: ' "', marked: false },
    { text: "(", marked: false },
    { text: "pair-aidant", marked: true },
    { text: ").", marked: false },
  ]);
});

test("an excerpt does not say the title again", () => {
  const said = (excerpt, title) =>
    withoutTitle(parts(excerpt), title)
      .map(({ text }) => text)
      .join("");
  assert.equal(
    said("Caring <mark>Community</mark>. A peer works.", "Caring Community"),
    "A peer works.",
  );
  assert.equal(said("<mark>Community</mark>. A peer works.", "Caring Community"), "A peer works.");
  assert.equal(said("are peers? A study.", "Who are peers?"), "A study.");
  assert.equal(said("Community peers work.", "Caring Community"), "Community peers work.");
  assert.equal(said("Promotora", "Promotora"), "Promotora");
});

test("a match leads to its statement, else to what begins before it", () => {
  const anchors = [
    { element: "main", id: "content", text: "", location: 0 },
    { element: "h2", id: "aims", text: "Aims", location: 10 },
    { element: "span", id: "s-1", text: "Peers listen to people.", location: 11 },
    { element: "h2", id: "sources", text: "", location: 40 },
  ];
  assert.equal(place(anchors, 13), "#s-1");
  assert.equal(place(anchors, 20), "#aims");
  assert.equal(place(anchors, 3), "");
  assert.equal(place(anchors, undefined), "");
});

test("the sections shown are those that say most, in the order of the page", () => {
  const section = (title, score) => ({ title, weighted_locations: [{ balanced_score: score }] });
  const found = strongest([section("a", 1), section("b", 9), section("c", 5)], 2);
  assert.deepEqual(
    found.map(({ title }) => title),
    ["b", "c"],
  );
});

test("the state of the page is in its address", () => {
  const state = { words: "pair aidant & co", kind: "Label", only: true };
  assert.deepEqual(read(write(state)), state);
  assert.equal(write({ words: "  ", kind: "Label", only: true }), "");
  assert.deepEqual(read(""), { words: "", kind: "", only: false });
});

/** An index of pages that answers as Pagefind does: quoted words must stand side by side. */
function index(pages) {
  const search = async (query) => {
    const text = query.replaceAll('"', "").toLowerCase();
    const has = (content) =>
      query.startsWith('"')
        ? ` ${content} `.includes(` ${text} `)
        : text.split(" ").every((word) => content.includes(word));
    const found = Object.entries(pages).filter(([, content]) => has(content));
    return {
      results: found.map(([id, content]) =>
        hit(id, 1, { data: async () => ({ content, locations: [0] }) }),
      ),
    };
  };
  return { search };
}

/** What the site would have beside such an index: the pages that say each name of a label. */
function namesIn(pages) {
  const said = (name) =>
    Object.entries(pages).filter(([, content]) =>
      ` ${words(content).join(" ")} `.includes(` ${name} `),
    );
  const of = async (label) =>
    Object.fromEntries(
      SYNONYMS.find((one) => one.label === label).said.map((name) => [
        name,
        { pages: Object.fromEntries(said(name).map(([id]) => [id, 1])), titled: [] },
      ]),
    );
  return { of, page: async (id) => ({ content: pages[id] }) };
}

const asked = (pages, query, search = index(pages).search) =>
  answer({ search }, query, SYNONYMS, new Map(), namesIn(pages));
const idsOf = (found) => found.own.map(({ id }) => id);
const otherwiseIn = (found) => found.other.map(({ id, as }) => [id, as]);

test("an answer has the words themselves, and apart what is called otherwise", async () => {
  const found = await asked(
    {
      a: "a promotora",
      b: "a community health worker",
      c: "health of a community and its worker",
    },
    "promotora",
  );
  assert.deepEqual(idsOf(found), ["a"]);
  assert.deepEqual(otherwiseIn(found), [["b", "Community health worker"]]);
  assert.deepEqual(found.unknown, []);
});

test("what is called otherwise has the rest of the query too", async () => {
  const pages = { a: "chw and diabetes", b: "a chw", c: "promotora and diabetes" };
  const found = await asked(pages, "promotora diabetes");
  assert.deepEqual(idsOf(found), ["c"]);
  assert.deepEqual(otherwiseIn(found), [["a", "CHW"]]);
});

test("a page with only a word of the same stem and another name is one called otherwise", async () => {
  const pages = {
    a: "a navigator and an aboriginal patient liaison",
    b: "an aboriginal patient liaison and navigation",
    c: "navigation",
  };
  const { search } = index(pages);
  const stemmed = (query) => search(query === "navigator" ? "navigat" : query);
  const found = await asked(pages, "navigator", stemmed);
  assert.deepEqual(idsOf(found), ["a", "c"]);
  assert.deepEqual(otherwiseIn(found), [["b", "Aboriginal patient liaison"]]);
});

test("a page with the words of a name apart has them nevertheless", async () => {
  const pages = { a: "a peer support worker a pair or an aidant", b: "a peer support worker" };
  const found = await asked(pages, "pair aidant");
  assert.deepEqual(idsOf(found), ["a"]);
  assert.deepEqual(otherwiseIn(found), [["b", "Peer support worker"]]);
});

test("an excerpt shows the name under which a page was found, and where it stands", () => {
  const content = `${"before ".repeat(40)}the Community-Health workers, <b> and ${"after ".repeat(40)}`;
  const data = { content, excerpt: "before", locations: [], sub_results: [{ anchor: {} }] };
  const found = saying(data, ["community", "health", "worker"]);
  assert.equal(found.plain_excerpt.split(" ").length, 30);
  assert.match(found.excerpt, /before the <mark>Community-Health<\/mark> <mark>workers,<\/mark> &lt;b&gt; and/u);
  assert.ok(content.includes(found.plain_excerpt));
  assert.deepEqual([found.locations, found.sub_results], [[41], []]);
  assert.equal(saying(data, ["doula"]), data);
  const titled = { content: "Doulas at work. A doula", meta: { title: "Doulas at work" } };
  assert.equal(saying(titled, ["doula"]).excerpt, "Doulas at work. A <mark>doula</mark>");
  assert.equal(saying({ content: "A doula" }, ["doula"]).excerpt, "A <mark>doula</mark>");
});

test("a word that no page has is said, and nothing is made up for it", async () => {
  const stub = {
    search: async (query) => ({
      results: query.startsWith('"')
        ? []
        : [hit("a", 1, { data: async () => ({ content: "q", locations: [0] }) })],
    }),
  };
  const found = await answer(stub, "qwerty", SYNONYMS, new Map(), namesIn({}));
  assert.deepEqual([found.own, found.unknown], [[], ["qwerty"]]);
});
