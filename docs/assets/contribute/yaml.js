// @ts-check
// Values as YAML that reads back as the very same text. All text is on one line (see words.js).

const PLAIN = /^[\p{L}][\p{L}\p{N} .()'’/–-]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WIDTH = 98;

/**
 * A text behind a key or a hyphen: as it is where nothing in it means anything to YAML.
 * @param {string} text
 */
export function scalar(text) {
  return PLAIN.test(text) || DAY.test(text) ? text : JSON.stringify(text);
}

/**
 * A list on one line.
 * @param {string[]} texts
 */
export function list(texts) {
  return `[${texts.map(scalar).join(", ")}]`;
}

/**
 * A key with a longer text in lines below it, which YAML joins again with single spaces.
 * @param {string} key
 * @param {string} text
 */
export function folded(key, text) {
  if (!text) return [`${key}: ""`];
  return [`${key}: >`, ...wrapped(text).map((line) => `  ${line}`)];
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function wrapped(text) {
  const found = [""];
  for (const word of text.split(" ")) {
    const last = found[found.length - 1];
    if (last && last.length + word.length >= WIDTH) found.push(word);
    else found[found.length - 1] = last ? `${last} ${word}` : word;
  }
  return found;
}
