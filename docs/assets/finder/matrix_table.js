// @ts-check
// A matrix as a table of the page, the same as the template `_matrix.html` makes.
import { number } from "../words.js";
import { element } from "./element.js";
import { cell, filters, shade } from "./matrix.js";

/**
 * @typedef {import("./matrix.js").Line} Line
 * @typedef {import("./matrix.js").Cell} Cell
 *
 * @typedef {object} Words
 * @property {string} caption
 * @property {string} corner
 * @property {string} all
 * @property {string} lookedFor
 * @property {string} notCoded
 *
 * @typedef {object} Ways where things lead to; nothing where they have no page
 * @property {(line: Line) => string | undefined} page
 * @property {(query: string) => string | undefined} list the list of a cell or a head
 * @property {(row: Line, column: Line) => string | undefined} cell the list of a cell
 * @property {(facet: string | undefined) => string} facet the name of a facet
 */

const LOOKS = { found: "placed", "looked for": "not-stated", "not coded": "not-coded", none: "none" };

/**
 * @param {Line[]} rows
 * @param {Line[]} columns
 * @param {number} total of all records
 * @param {Words} words
 * @param {Ways} ways
 */
export function matrixTable(rows, columns, total, words, ways) {
  const cells = rows.map((row) => columns.map((column) => cell(row, column)));
  const most = Math.max(1, ...cells.flat().map(({ count }) => count));
  const table = element("table", { class: "pm-matrix" },
    element("caption", { id: "matrix-caption" }, words.caption), heads(columns, words, ways));
  for (const group of groups(rows)) {
    const body = element("tbody", group[0].dimension.facet ? { "data-facet": group[0].dimension.facet } : {});
    if (rows[0].dimension !== rows[rows.length - 1].dimension) body.append(groupRow(group[0], columns.length + 2, ways));
    for (const row of group) body.append(bodyRow(row, columns, cells[rows.indexOf(row)], most, words, ways));
    table.append(body);
  }
  table.append(foot(columns, total, words, ways));
  return table;
}

/**
 * Lines of one dimension together, in their order.
 * @param {Line[]} all
 */
export function groups(all) {
  /** @type {Line[][]} */
  const found = [];
  for (const line of all) {
    if (found.length && found[found.length - 1][0].dimension === line.dimension) found[found.length - 1].push(line);
    else found.push([line]);
  }
  return found;
}

/**
 * @param {Line[]} columns
 * @param {Words} words
 * @param {Ways} ways
 */
function heads(columns, words, ways) {
  const head = element("thead");
  const parts = groups(columns);
  const corner = element("th", { scope: "col" }, words.corner);
  const all = element("th", { scope: "col", class: "pm-matrix-all" }, words.all);
  if (parts.length > 1) {
    corner.setAttribute("rowspan", "2");
    all.setAttribute("rowspan", "2");
    head.append(element("tr", {}, corner,
      ...parts.map((part) => element("th", { scope: "colgroup", colspan: String(part.length) }, part[0].dimension.name)), all));
  }
  const names = columns.map((column) => element("th", { scope: "col", ...(column.isState ? { class: "pm-matrix-state" } : {}) }, named(column, ways)));
  head.append(parts.length > 1 ? element("tr", {}, ...names) : element("tr", {}, corner, ...names, all));
  return head;
}

/**
 * @param {Line} line
 * @param {number} across
 * @param {Ways} ways
 */
function groupRow({ dimension }, across, ways) {
  const name = element("span", {}, element("b", {}, dimension.name), ` ${dimension.words ?? ""} `, element("i", {}, ways.facet(dimension.facet)));
  return element("tr", { class: "pm-matrix-group" }, element("th", { scope: "rowgroup", colspan: String(across) }, name));
}

/**
 * @param {Line} row
 * @param {Line[]} columns
 * @param {Cell[]} cells
 * @param {number} most
 * @param {Words} words
 * @param {Ways} ways
 */
function bodyRow(row, columns, cells, most, words, ways) {
  return element("tr", row.isState ? { class: "pm-matrix-state" } : {},
    element("th", { scope: "row" }, named(row, ways)),
    ...columns.map((column, n) => cellOf(row, column, cells[n], most, words, ways)),
    element("td", { class: "pm-matrix-all" }, numberOf(row, ways)));
}

/**
 * @param {Line} row
 * @param {Line} column
 * @param {Cell} given
 * @param {number} most
 * @param {Words} words
 * @param {Ways} ways
 */
function cellOf(row, column, given, most, words, ways) {
  const depth = shade(given.count, most);
  const made = element("td", { class: "pm-cell", "data-state": LOOKS[given.state], ...(depth ? { "data-shade": String(depth) } : {}) });
  const query = filters(row, column, given);
  const at = given.count ? ways.cell(row, column) ?? (query && ways.list(query)) : query && ways.list(query);
  if (given.count) made.append(linked(number(given.count), at));
  else made.append(element("span", {}, "0"));
  if (given.state === "looked for") made.append(element("small", {}, words.lookedFor));
  if (given.state === "not coded") made.append(element("small", {}, linked(words.notCoded, at)));
  return made;
}

/**
 * @param {Line[]} columns
 * @param {number} total
 * @param {Words} words
 * @param {Ways} ways
 */
function foot(columns, total, words, ways) {
  return element("tfoot", {}, element("tr", {}, element("th", { scope: "row" }, words.all),
    ...columns.map((column) => element("td", { class: "pm-matrix-all" }, numberOf(column, ways))),
    element("td", { class: "pm-matrix-all" }, number(total))));
}

/**
 * @param {Line} line
 * @param {Ways} ways
 */
function named(line, ways) {
  return linked(line.name, ways.page(line));
}

/**
 * @param {Line} line
 * @param {Ways} ways
 */
function numberOf({ dimension, id, total }, ways) {
  return linked(number(total), total ? ways.list(`?${dimension.id}=${encodeURIComponent(id)}`) : "");
}

/**
 * @param {string} words
 * @param {string | undefined} at
 */
function linked(words, at) {
  return at ? element("a", { href: at }, words) : words;
}
