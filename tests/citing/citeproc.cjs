// citeproc-js over some items in some styles: [entry, citation] of each, every item for itself.
// A list of names that its source cuts ends with the name "others"; citeproc-js knows no such list,
// so the style is told to abbreviate there, with its own et al.
const fs = require("fs");
const CSL = require("citeproc");
const { items, styles, locales } = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = Object.fromEntries(items.map((item) => [item.id, item]));
const sys = {
  retrieveLocale: (name) => locales[name] ?? false,
  retrieveItem: (id) => JSON.parse(JSON.stringify(byId[id])),
};
const names = (item) => item.author ?? item.editor ?? [];
const isCut = (item) => names(item).at(-1)?.literal === "others";

function abbreviating(csl, shown) {
  return csl
    .replace(/et-al-use-last="true"/g, "")
    .replace(/(<(?:citation|bibliography)[^>]*?)>/g, (whole, start) => {
      const least = Number(start.match(/et-al-min="(\d+)"/)?.[1] ?? Infinity);
      if (shown + 1 >= least) return whole;
      const bare = start.replace(/ et-al-(min|use-first)="\d+"/g, "");
      return `${bare} et-al-min="${shown + 1}" et-al-use-first="${shown}">`;
    });
}

function engine(csl, locale) {
  const made = new CSL.Engine(sys, csl, locale, true);
  made.opt.development_extensions.wrap_url_and_doi = false;
  return made;
}

const found = {};
for (const { id, csl, locale } of styles) {
  const usual = engine(csl, locale);
  const cutting = new Map(); // an engine for each length of a cut list: making one takes a while
  const engineFor = (shown) => {
    if (!cutting.has(shown)) cutting.set(shown, engine(abbreviating(csl, shown), locale));
    return cutting.get(shown);
  };
  found[id] = {};
  for (const item of items) {
    const shown = names(item).length - 1;
    const processor = isCut(item) ? engineFor(shown) : usual;
    processor.updateItems([item.id]);
    const entry = processor.makeBibliography()[1][0];
    const cluster = { citationItems: [{ id: item.id }], properties: { noteIndex: 0 } };
    found[id][item.id] = [entry, processor.previewCitationCluster(cluster, [], [], "html")];
  }
}
process.stdout.write(JSON.stringify(found));
