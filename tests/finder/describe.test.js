// Run with: node --test tests/finder
import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, amongOwn, ownProfile, readDescription, standing, writeDescription } from "../../docs/assets/finder/description.js";
import { percent } from "../../docs/assets/finder/likeness.js";
import { named } from "../../docs/assets/finder/picker.js";

const STATES = [["not-stated", "Not stated"], ["not-coded", "Not coded"]];
const DIMENSIONS = [
  { id: "functions", name: "Functions", options: 2, values: [["navigation", "Navigation"], ["advocacy", "Advocacy"], ...STATES], of: [[0], [0, 1], [2], [0]] },
  { id: "spaces", name: "Spaces", options: 2, values: [["community", "Community"], ["clinic", "Clinic"], ...STATES], of: [[0], [1], [0], [0]] },
  { id: "communities", name: "Community", values: [["women", "Women"], ["poor-women", "Poor women"], ["not-given", "Not given"]], of: [[0], [0, 1], [2], [2]], given: [[0], [1], [], []], wider: [[0], [0, 1], [2]] },
  { id: "issues", name: "Issue", values: [["cancer", "Cancer"], ["hiv", "HIV"]], of: [[0], [0], [1], [1]], given: [[0], [0], [1], [1]], wider: [[0], [1]] },
  { id: "labels", name: "Label", values: [["promotora", "Promotora"], ["navigator", "Navigator"]], of: [[0], [1], [1], [0]] },
];
const WEIGHTS = { functions: [1, 2], spaces: [1.5, 1.5] };

test("the address gives back the description it was made of", () => {
  const description = {
    answers: { functions: ["navigation", "advocacy"], spaces: ["unknown"] },
    own: { labels: ["promotora"], communities: ["women"], issues: [] }, elsewhereFirst: true,
  };
  assert.deepEqual(readDescription(writeDescription(description), DIMENSIONS), description);
  assert.equal(writeDescription(readDescription("", DIMENSIONS)), "");
});

test("what an address names and nothing has is passed over, and a state is no answer", () => {
  const { answers, own } = readDescription("?functions=dancing,not-stated&labels=nobody&communities=not-given&colour=red", DIMENSIONS);
  assert.deepEqual(answers, {});
  assert.deepEqual(own, { labels: [], communities: [], issues: [] });
});

test("I don't know counts for nothing, whatever else the address says of the question", () => {
  const description = readDescription("?functions=unknown,navigation&spaces=community", DIMENSIONS);
  assert.deepEqual(description.answers.functions, ["unknown"]);
  assert.deepEqual(ownProfile(description, DIMENSIONS.slice(0, 2)), [[], [0]]);
  assert.deepEqual(alike(description, DIMENSIONS, WEIGHTS).length, 3);
});

test("the counts after an answer hold every programme once", () => {
  assert.deepEqual(standing(DIMENSIONS[0], [1]), { same: 1, other: 2, unknown: 1 });
});

test("other silos first puts those before that share no community and no issue, in their own order", () => {
  const query = "?functions=navigation&spaces=community&communities=poor-women&issues=cancer";
  assert.deepEqual(alike(readDescription(query, DIMENSIONS), DIMENSIONS, WEIGHTS).map(({ programme }) => programme), [0, 3, 2, 1]);
  const found = alike(readDescription(`${query}&first=elsewhere`, DIMENSIONS), DIMENSIONS, WEIGHTS);
  assert.deepEqual(found.map(({ programme, isAcross }) => [programme, isAcross]), [[3, true], [2, true], [0, false], [1, false]]);
});

test("a programme whose peers have another name says so, once one's own name is known", () => {
  const called = (query) => alike(readDescription(query, DIMENSIONS), DIMENSIONS, WEIGHTS).map(({ isCalledOtherwise }) => isCalledOtherwise);
  assert.deepEqual(called("?spaces=community&labels=promotora"), [false, true, false]);
  assert.deepEqual(called("?spaces=community"), [false, false, false]);
});

test("how those called so answer counts only those that are placed on the question", () => {
  assert.deepEqual(amongOwn(DIMENSIONS[0], DIMENSIONS[4], ["navigator"]), { placed: 1, takes: [1, 1] });
});

test("a half of a hundredth goes to the even side, as Python rounds", () => {
  assert.deepEqual([0.125, 0.375, 0.505, 0.5049, 1].map(percent), [12, 38, 50, 50, 100]);
});

test("two things of one name can be told apart in a list", () => {
  assert.deepEqual(named([["a", "Doula"], ["b", "Doula"], ["c", "Elder"]]).map(([, name]) => name), ["Doula (a)", "Doula (b)", "Elder"]);
});
