// @ts-check
// The page /contribute/: the form for a programme, and the form for a correction.
import { Correction } from "./correction.js";
import { ProgrammeForm } from "./programme_form.js";

const block = document.getElementById("contribute-data");
const data = JSON.parse(block?.textContent ?? "{}");

const programme = document.querySelector("[data-contribute=programme]");
if (programme instanceof HTMLElement) new ProgrammeForm(programme, data).open();

const correction = document.querySelector("[data-contribute=correction]");
if (correction instanceof HTMLFormElement) new Correction(correction, data.words).open();
