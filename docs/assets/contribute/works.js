// @ts-check
// The works of the bibliography, to choose from by what somebody types. Pure, no page.
import { folded } from "../folded.js";

const MOST = 40; // offered at once: there may be thousands
const LONGEST = 110; // signs of a title
const KEY = /\[([^[\]\s]+)\]$/;

/** @typedef {[key: string, author: string, year: string, title: string, ...rest: unknown[]]} Row as in `library-rows.json` */

/**
 * The words under which a work is listed.
 * @param {Row} row
 */
function wordsOf([key, author, year, title]) {
  return `${author} ${year}. ${cut(title)} [${key}]`;
}

/** @param {string} title */
function cut(title) {
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1).replace(/\s+\S*$/, "")}…` : title;
}

/**
 * The key of the work that is listed under some words; of other words none.
 * @param {string} words
 */
export function keyOf(words) {
  return KEY.exec(words)?.[1];
}

/** The works that are listed, each made ready to be found when somebody first looks for one. */
export class Works {
  /** @param {Row[]} rows by author */
  constructor(rows) {
    this.rows = rows;
    this.ready = /** @type {{words: string, sought: string}[] | undefined} */ (undefined);
  }

  /**
   * The words of the first works that have all that is typed, before them of those that have it as
   * it stands: of the others browsers show nothing.
   * @param {string} typed
   */
  offered(typed) {
    this.ready ??= this.rows.map(wordsOf).map((words) => ({ words, sought: folded(words) }));
    const whole = folded(typed.trim());
    const parts = whole.split(/\s+/);
    const exact = this.ready.filter(({ sought }) => sought.includes(whole));
    const others = this.ready.filter(({ sought }) => !sought.includes(whole) && parts.every((part) => sought.includes(part)));
    return [...exact, ...others].slice(0, MOST).map(({ words }) => words);
  }
}
