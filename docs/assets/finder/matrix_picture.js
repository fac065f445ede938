// @ts-check
// A matrix as a picture to take along, with the numbers in it: shapes that are yet to be drawn.
import { number } from "../words.js";
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
 *
 * @typedef {import("./drawing.js").Shape} Shape
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
  const name = text(12, 24, title, { fill: ink.ink, size: 15, isBold: true });
  return { title, width, height: whole, paper: ink.paper, shapes: [name, ...heads, ...drawn, ...key(whole - 20, ink, words)] };
}

/**
 * @param {Line[]} rows
 * @param {import("./matrix.js").Cell[][]} cells
 * @param {number} most
 * @param {Ink} ink
 */
function body(rows, cells, most, ink) {
  /** @type {Shape[]} */
  const drawn = [];
  let y = HEAD;
  rows.forEach((row, n) => {
    if (row.dimension !== rows[n - 1]?.dimension) {
      drawn.push(text(12, y + 20, row.dimension.name, { fill: ink.ink, isBold: true }));
      y += ROW;
    }
    drawn.push(text(24, y + 19, cut(row.name, 32), { fill: row.isState ? ink.soft : ink.ink, isItalic: row.isState }));
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
 * @returns {Shape[]}
 */
function bubble(x, y, { count, state }, depth, colour, ink) {
  if (count) {
    const disc = { x, y, radius: (LARGEST * depth) / 10, fill: colour, opacity: 0.3 };
    return [disc, text(x, y + 4.5, number(count), { fill: ink.ink, isBold: true, isMiddle: true })];
  }
  const ring = { x, y, radius: 8, stroke: ink.edge, isDotted: state === "not coded" };
  return [...(state === "none" ? [] : [ring]), text(x, y + 4.5, "0", { fill: ink.soft, size: 11, isMiddle: true })];
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
    { fill: isState ? ink.soft : ink.ink, isItalic: isState, isMiddle: true }));
}

/**
 * @param {number} y
 * @param {Ink} ink
 * @param {Record<string, string>} words
 */
function key(y, ink, words) {
  const gap = { count: 0, open: 0 };
  return [
    ...bubble(24, y - 4, { ...gap, state: "looked for" }, 0, "", ink), text(38, y, words["looked for"], { fill: ink.ink }),
    ...bubble(254, y - 4, { ...gap, state: "not coded" }, 0, "", ink), text(268, y, words["not coded"], { fill: ink.ink }),
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
 * @param {import("./drawing.js").Look} look
 * @returns {Shape}
 */
function text(x, y, words, look) {
  return { x, y, words, ...look };
}
