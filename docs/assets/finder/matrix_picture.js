// @ts-check
// A matrix as a picture to take along: SVG as text, with the numbers in it.
import { cell, shade } from "./matrix.js";

/**
 * @typedef {import("./matrix.js").Line} Line
 *
 * @typedef {object} Ink colours, as the page has them
 * @property {string} paper
 * @property {string} ink
 * @property {string} soft
 * @property {string} edge
 * @property {(facet: string | undefined) => string} facet
 */

const ROW = 30;
const COLUMN = 92;
const LABELS = 250;
const HEAD = 96;
const LARGEST = 13; // radius of the largest bubble
const LETTERS = 13; // of a column's name on one line

/**
 * @param {string} title
 * @param {Line[]} rows
 * @param {Line[]} columns
 * @param {Ink} ink
 * @param {Record<string, string>} words `looked for` and `not coded`, for the key
 */
export function picture(title, rows, columns, ink, words) {
  const cells = rows.map((row) => columns.map((column) => cell(row, column)));
  const most = Math.max(1, ...cells.flat().map(({ count }) => count));
  const { drawn, height } = body(rows, cells, most, ink);
  const width = Math.max(LABELS + COLUMN * columns.length + 20, 560);
  const heads = columns.flatMap((column, n) => head(column, LABELS + COLUMN * (n + 0.5), ink));
  const whole = HEAD + height + 50;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" font-family="sans-serif" font-size="13" fill="${ink.ink}">
<title>${escaped(title)}</title>
<rect width="${width}" height="${whole}" fill="${ink.paper}"/>
${[text(12, 24, title, `font-size="15" font-weight="bold"`), ...heads, ...drawn, ...key(whole - 20, ink, words)].join("\n")}
</svg>
`;
}

/**
 * @param {Line[]} rows
 * @param {import("./matrix.js").Cell[][]} cells
 * @param {number} most
 * @param {Ink} ink
 */
function body(rows, cells, most, ink) {
  const drawn = [];
  let y = HEAD;
  rows.forEach((row, n) => {
    if (row.dimension !== rows[n - 1]?.dimension) {
      drawn.push(text(12, y + 20, row.dimension.name, `font-weight="bold"`));
      y += ROW;
    }
    drawn.push(text(24, y + 19, cut(row.name, 32), row.isState ? `font-style="italic" fill="${ink.soft}"` : ""));
    cells[n].forEach((given, column) => {
      const colour = row.isState ? ink.edge : ink.facet(row.dimension.facet);
      drawn.push(...bubble(LABELS + COLUMN * (column + 0.5), y + ROW / 2, given, shade(given.count, most), colour, ink));
    });
    y += ROW;
  });
  return { drawn, height: y - HEAD };
}

/**
 * @param {number} x
 * @param {number} y
 * @param {import("./matrix.js").Cell} cell
 * @param {number} depth
 * @param {string} colour
 * @param {Ink} ink
 */
function bubble(x, y, { count, state }, depth, colour, ink) {
  const dashes = state === "not coded" ? ` stroke-dasharray="1.5 3"` : "";
  const ring = `<circle cx="${x}" cy="${y}" r="8" fill="none" stroke="${ink.edge}"${dashes}/>`;
  if (!count) return [state === "none" ? "" : ring, text(x, y + 4.5, "0", `text-anchor="middle" fill="${ink.soft}" font-size="11"`)];
  const disc = `<circle cx="${x}" cy="${y}" r="${((LARGEST * depth) / 10).toFixed(1)}" fill="${colour}" fill-opacity="0.3"/>`;
  return [disc, text(x, y + 4.5, String(count), `text-anchor="middle" font-weight="bold"`)];
}

/**
 * The name of a column on up to three lines, above it.
 * @param {Line} column
 * @param {number} x
 * @param {Ink} ink
 */
function head({ name, isState }, x, ink) {
  const shown = wrapped(name).slice(0, 3);
  return shown.map((words, n) => text(x, HEAD - 8 - 16 * (shown.length - 1 - n), words,
    `text-anchor="middle"${isState ? ` font-style="italic" fill="${ink.soft}"` : ""}`));
}

/**
 * @param {number} y
 * @param {Ink} ink
 * @param {Record<string, string>} words
 */
function key(y, ink, words) {
  const gap = { count: 0, open: 0 };
  return [
    ...bubble(24, y - 4, { ...gap, state: "looked for" }, 0, "", ink), text(38, y, words["looked for"]),
    ...bubble(254, y - 4, { ...gap, state: "not coded" }, 0, "", ink), text(268, y, words["not coded"]),
  ];
}

/** @param {string} name */
function wrapped(name) {
  const found = [""];
  for (const word of name.split(" ")) {
    const last = found.length - 1;
    if (found[last] && found[last].length + word.length >= LETTERS) found.push(word);
    else found[last] = `${found[last]} ${word}`.trim();
  }
  return found.map((words) => cut(words, LETTERS + 3));
}

/**
 * @param {string} words
 * @param {number} most
 */
function cut(words, most) {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {string} attributes
 */
function text(x, y, words, attributes = "") {
  return `<text x="${x}" y="${y}" ${attributes}>${escaped(words)}</text>`;
}

/** @param {string} words */
export function escaped(words) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
