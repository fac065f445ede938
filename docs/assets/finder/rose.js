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
 * @property {string[]} halves
 * @property {string[]} outlines
 */

/**
 * @param {Strokes[]} strokes
 * @param {(question: string) => import("./rose_answer.js").Answer} answer
 * @param {number} size
 * @param {string} words what it shows, for those who do not see it
 */
export function rose(strokes, answer, size, words) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "pm-glyph");
  picture.setAttribute("viewBox", "-24 -24 48 48");
  picture.setAttribute("width", String(size));
  picture.setAttribute("height", String(size));
  picture.setAttribute("role", "img");
  picture.append(document.createElementNS(SVG, "title"));
  picture.children[0].textContent = words;
  for (const [facet, drawn] of drawings(strokes, answer)) {
    const group = document.createElementNS(SVG, "g");
    group.setAttribute("class", facet);
    for (const [kind, path] of drawn) {
      const shape = document.createElementNS(SVG, "path");
      shape.setAttribute("class", kind);
      shape.setAttribute("d", path);
      group.append(shape);
    }
    picture.append(group);
  }
  return picture;
}

/**
 * For each facet one path a class: strokes of one kind are drawn together.
 * @param {Strokes[]} strokes
 * @param {(question: string) => import("./rose_answer.js").Answer} answer
 */
export function drawings(strokes, answer) {
  /** @type {Map<string, Map<string, string>>} */
  const facets = new Map();
  for (const sector of strokes) {
    const drawn = facets.get(sector.facet) ?? new Map();
    facets.set(sector.facet, drawn);
    for (const [kind, path] of sectorPaths(sector, answer(sector.id))) drawn.set(kind, (drawn.get(kind) ?? "") + path);
  }
  return facets;
}

/**
 * Class and path of each stroke of one question.
 * @param {Strokes} sector
 * @param {import("./rose_answer.js").Answer} answer
 * @returns {[string, string][]}
 */
function sectorPaths(sector, { options, readings, state }) {
  if (state === "not-coded") return [["pm-dots", sector.dots]];
  if (state === "not-stated") return [["pm-hollow", sector.hollow]];
  return [
    ["pm-heart", sector.heart],
    ...sector.petals.flatMap((petal, option) => /** @type {[string, string][]} */ (options.includes(option)
      ? [["pm-whole", petal]]
      : readings.includes(option) ? [["pm-outline", sector.outlines[option]], ["pm-whole", sector.halves[option]]] : [])),
  ];
}
