// citeproc-js over some items in one style: [entry, citation] of each, every item for itself.
// CSL has no word for a list of names that its source cuts. What citeproc-js makes of such an item
// as we publish it, with the known names only, is under "whole". Under "found" it abbreviates: the
// style is told to print its own et al. after the names known.
const fs = require("fs");
const CSL = require("citeproc");
const { items, csl, locale, locales } = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = Object.fromEntries(items.map((item) => [item.id, item]));
const isCut = (item) => Boolean(item.custom?.["and-others"]);
const NEVER_PRINTED = { family: "Nobody", given: "N." };

function abbreviating(shown) {
  return csl
    .replace(/et-al-use-last="true"/g, "")
    .replace(/(<(?:citation|bibliography)[^>]*?)>/g, (whole, start) => {
      const least = Number(start.match(/et-al-min="(\d+)"/)?.[1] ?? Infinity);
      if (shown + 1 >= least) return whole;
      const bare = start.replace(/ et-al-(min|use-first)="\d+"/g, "");
      return `${bare} et-al-min="${shown + 1}" et-al-use-first="${shown}">`;
    });
}

function given({ custom, ...item }, lengthened) {
  const copy = structuredClone(item);
  for (const role of lengthened ? custom["and-others"] : []) copy[role].push(NEVER_PRINTED);
  return copy;
}

function engine(style, lengthened) {
  const sys = {
    retrieveLocale: (name) => locales[name] ?? false,
    retrieveItem: (id) => given(byId[id], lengthened),
  };
  const made = new CSL.Engine(sys, style, locale, true);
  made.opt.development_extensions.wrap_url_and_doi = false;
  return made;
}

function formatted(processor, { id }) {
  processor.updateItems([id]);
  const cluster = { citationItems: [{ id }], properties: { noteIndex: 0 } };
  const entry = processor.makeBibliography()[1][0];
  return [entry, processor.previewCitationCluster(cluster, [], [], "html")];
}

const usual = engine(csl, false);
const cutting = new Map(); // an engine for each length of a cut list: making one takes a while
function cutter(shown) {
  if (!cutting.has(shown)) cutting.set(shown, engine(abbreviating(shown), true));
  return cutting.get(shown);
}

const found = {};
const whole = {};
for (const item of items) {
  const asPublished = formatted(usual, item);
  if (isCut(item)) whole[item.id] = asPublished;
  const names = item.author ?? item.editor;
  found[item.id] = isCut(item) ? formatted(cutter(names.length), item) : asPublished;
}
process.stdout.write(JSON.stringify({ found, whole }));
