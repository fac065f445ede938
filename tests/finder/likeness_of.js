// Reads {facets, pairs, descriptions} from standard input and answers what likeness.js computes:
// pairs are positions of programmes; descriptions have a profile and silos of their own.
import { readFileSync } from "node:fs";
import { isAcross, likeness, percent, profile, questionsOf, ranked, silosOf } from "../../docs/assets/finder/likeness.js";

const { facets, pairs, descriptions } = JSON.parse(readFileSync(0, "utf8"));
const questions = questionsOf(facets.dimensions);
const names = (question, options) => options.map((option) => questions[question].values[option][0]);

const told = (found) => ({
  value: found.value,
  percent: percent(found.value),
  not_known: found.notKnown.map((n) => questions[n].id),
  shared: found.shared.map(({ question, same, onlyFirst, onlySecond, likeness: value }) => ({
    question: questions[question].id, likeness: value,
    same: names(question, same), only_first: names(question, onlyFirst), only_second: names(question, onlySecond),
  })),
});

process.stdout.write(JSON.stringify({
  pairs: pairs.map(([first, second]) => ({
    ...told(likeness(questions, facets.weights, profile(questions, first), profile(questions, second))),
    is_across: isAcross(facets.dimensions, silosOf(facets.dimensions, first), silosOf(facets.dimensions, second)),
  })),
  descriptions: descriptions.map((ours) =>
    ranked(questions, facets.weights, ours).map(({ programme, value }) => [facets.programmes[programme][0], value])),
}));
