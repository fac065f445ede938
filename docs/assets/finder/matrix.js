// @ts-check
// Two lists of values held against each other: the same rules as place/matrix.py, and no page.

/**
 * @typedef {import("./counting.js").Dimension} Dimension
 *
 * @typedef {"found" | "looked for" | "not coded" | "none"} CellState
 *
 * @typedef {object} Line a row or a column: one value of a dimension
 * @property {Dimension} dimension
 * @property {string} id
 * @property {string} name
 * @property {boolean} isOption whether it is an option of a question
 * @property {boolean} isState whether it is a state of a question
 * @property {boolean} canBeSought whether a gap in it may be a finding
 * @property {Uint8Array} having 1 for each record that has the value
 * @property {Uint8Array} open 1 for each record whose question is not coded yet
 * @property {number} total
 *
 * @typedef {object} Cell
 * @property {number} count
 * @property {number} open how many more may turn out to belong here
 * @property {CellState} state
 *
 * @typedef {object} View
 * @property {string} of `programmes` or `references`
 * @property {string} rows id of a dimension, or `questions` for all six
 * @property {string} columns
 * @property {string} cell two values, as `functions.navigation,trend.peer-support`, or empty
 */

const NOT_CODED = "not-coded";
const ALWAYS = ["not-stated", NOT_CODED];
const DEEPEST = 10;
export const QUESTIONS = "questions";
export const COUNTED = ["programmes", "references"];
export const FIRST = { of: COUNTED[0], rows: QUESTIONS, columns: "trend", cell: "" };

/**
 * The dimensions of a side; the given one instead where the choice is unknown.
 * @param {Dimension[]} dimensions
 * @param {string} choice
 * @param {string} instead
 * @returns {Dimension[]}
 */
export function side(dimensions, choice, instead) {
  if (choice === QUESTIONS) return dimensions.filter(({ options }) => options !== undefined);
  const found = dimensions.filter(({ id }) => id === choice);
  return found.length ? found : side(dimensions, instead, QUESTIONS);
}

/**
 * All values of some dimensions. *Not stated* and *not coded* always; other states where used.
 * @param {Dimension[]} dimensions
 * @returns {Line[]}
 */
export function lines(dimensions) {
  return dimensions.flatMap((dimension) =>
    dimension.values.map((_, position) => line(dimension, position))
      .filter(({ isState, total, id }) => !isState || total > 0 || ALWAYS.includes(id)));
}

/**
 * @param {Dimension} dimension
 * @param {number} position
 * @returns {Line}
 */
function line(dimension, position) {
  const [id, name] = dimension.values[position];
  const isOption = position < (dimension.options ?? 0);
  const notCoded = dimension.values.findIndex(([value]) => value === NOT_CODED);
  const having = flags(dimension, position);
  return {
    dimension, id, name, isOption, having,
    isState: dimension.options !== undefined && !isOption,
    canBeSought: isOption && notCoded >= 0,
    open: flags(dimension, isOption ? notCoded : -1),
    total: having.reduce((sum, flag) => sum + flag, 0),
  };
}

/**
 * @param {Dimension} dimension
 * @param {number} position
 */
function flags(dimension, position) {
  return Uint8Array.from(dimension.of, (values) => (values.includes(position) ? 1 : 0));
}

/**
 * @param {Line} row
 * @param {Line} column
 * @returns {Cell}
 */
export function cell(row, column) {
  let count = 0;
  let possible = 0;
  for (let record = 0; record < row.having.length; record += 1) {
    count += row.having[record] & column.having[record];
    possible += (row.having[record] | row.open[record]) & (column.having[record] | column.open[record]);
  }
  return { count, open: possible - count, state: state(row, column, count, possible) };
}

/**
 * What a count means.
 * @param {Line} row
 * @param {Line} column
 * @param {number} count
 * @param {number} possible
 * @returns {CellState}
 */
function state(row, column, count, possible) {
  if (count) return "found";
  if (row.isState || column.isState || !(row.canBeSought || column.canBeSought)) return "none";
  return possible ? "not coded" : "looked for";
}

/**
 * @param {Line[]} rows
 * @param {Line[]} columns
 */
export function matrix(rows, columns) {
  return rows.map((row) => columns.map((column) => cell(row, column)));
}

/**
 * How deep the shade behind a number is, 0 to 10: its area grows with the count.
 * @param {number} count
 * @param {number} most
 */
export function shade(count, most) {
  return count ? Math.max(1, Math.round(DEEPEST * Math.sqrt(count / most))) : 0;
}

/**
 * The filters that lead to the list of a cell: its records, or those nobody has coded for it.
 * @param {Line} row
 * @param {Line} column
 * @param {Cell} cell
 * @returns {string} a query, or nothing where there is no such list
 */
export function filters(row, column, { count, state: means }) {
  const open = [row, column].map((line) => means === "not coded" && line.open.includes(1));
  if (!count && (means !== "not coded" || (open[0] && open[1]))) return "";
  const values = [row, column].map((line, n) => [line.dimension.id, open[n] ? NOT_CODED : line.id]);
  if (values[0][0] === values[1][0]) return "";
  return `?${values.map(([dimension, value]) => `${dimension}=${encodeURIComponent(value)}`).join("&")}`;
}

/**
 * @param {string} query
 * @returns {View}
 */
export function readView(query) {
  const given = new URLSearchParams(query);
  return {
    of: given.get("of") === "references" ? "references" : FIRST.of,
    rows: given.get("rows") || FIRST.rows,
    columns: given.get("columns") || FIRST.columns,
    cell: given.get("cell") ?? "",
  };
}

/**
 * @param {View} view
 * @returns {string} the query with its question mark; empty for the first view
 */
export function writeView(view) {
  const parts = /** @type {(keyof View)[]} */ (["of", "rows", "columns", "cell"])
    .filter((name) => view[name] !== FIRST[name])
    .map((name) => `${name}=${encodeURIComponent(view[name]).replaceAll("%2C", ",")}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

/**
 * @typedef {object} Wording how a table says things
 * @property {string[]} header
 * @property {(named: {id: string, name: string}) => string} named a dimension or one of its values
 * @property {(state: CellState) => string} state
 */

/** As programs read it: ids, and the words of the data. @type {Wording} */
const FIELDS = {
  header: ["row_dimension", "row", "column_dimension", "column", "count", "state"], named: ({ id }) => id, state: (word) => word,
};

/**
 * The matrix as rows of a table, one a cell, so that the three states stay apart in a file too.
 * @param {Line[]} rows
 * @param {Line[]} columns
 * @param {Wording} wording
 */
export function table(rows, columns, { header, named, state: word } = FIELDS) {
  const body = rows.flatMap((row) => columns.map((column) => {
    const { count, state: means } = cell(row, column);
    return [named(row.dimension), named(row), named(column.dimension), named(column), String(count), word(means)];
  }));
  return { header, rows: body };
}
