// Reads BibTeX, RIS or CSL-JSON by citation-js: node read_references.mjs FILE  →  CSL-JSON.
import { readFile } from "node:fs/promises";

import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const works = new Cite(await readFile(process.argv[2], "utf8"));
console.log(JSON.stringify(works.data.map(({ _graph, ...work }) => work)));
