// @ts-check
// The small rose of a programme, drawn from the strokes in the data; the same as on its page.

const SVG = "http://www.w3.org/2000/svg";

/**
 * @typedef {object} Strokes
 * @property {string} id
 * @property {string} facet
 * @property {string} heart
 * @property {string} hollow
 * @property {string} dots
 * @property {string[]} petals
 */

/**
 * @param {Strokes[]} strokes
 * @param {(question: string) => {options: number[], state: string}} answer
 * @param {number} size
 */
export function rose(strokes, answer, size) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "pm-glyph");
  picture.setAttribute("viewBox", "-24 -24 48 48");
  picture.setAttribute("width", String(size));
  picture.setAttribute("height", String(size));
  picture.setAttribute("aria-hidden", "true");
  for (const sector of strokes) {
    const group = document.createElementNS(SVG, "g");
    group.setAttribute("class", sector.facet);
    for (const [kind, path] of sectorPaths(sector, answer(sector.id))) {
      const drawn = document.createElementNS(SVG, "path");
      drawn.setAttribute("class", kind);
      drawn.setAttribute("d", path);
      group.append(drawn);
    }
    picture.append(group);
  }
  return picture;
}

/**
 * Class and path of each stroke of one question.
 * @param {Strokes} sector
 * @param {{options: number[], state: string}} answer
 * @returns {[string, string][]}
 */
export function sectorPaths(sector, { options, state }) {
  if (state === "not-coded") return [["pm-dots", sector.dots]];
  if (state === "not-stated") return [["pm-hollow", sector.hollow]];
  return [
    ["pm-heart", sector.heart],
    ...options.map((option) => /** @type {[string, string]} */ (["pm-whole", sector.petals[option]])),
  ];
}
