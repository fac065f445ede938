// @ts-check
// Drafts as JSON on standard input → the records the form makes of them, and what it finds missing.
import { readFileSync } from "node:fs";
import { recordOf } from "../../docs/assets/contribute/draft.js";
import { oneLine } from "../../docs/assets/contribute/words.js";
import { faults } from "../../docs/assets/contribute/faults.js";

const { drafts, vocabulary } = JSON.parse(readFileSync(0, "utf8"));
const made = drafts.map((/** @type {any} */ draft) => ({ ...recordOf(draft, vocabulary), summary: oneLine(draft.summary), faults: faults(draft, vocabulary) }));
console.log(JSON.stringify(made));
