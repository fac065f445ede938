// Reads the metadata of pages as clients do: node read_metadata.mjs PAGE…  →  JSON, one object a page.
import { readFile } from "node:fs/promises";

import { load } from "cheerio";
import { parseAll } from "html-metadata";

const pages = process.argv.slice(2);
const found = await Promise.all(pages.map(async (page) => parseAll(load(await readFile(page, "utf8")))));
console.log(JSON.stringify(found));
