// @ts-check
// A picture as a list of shapes, and two ways to draw it: as SVG, and on a canvas for a PNG. The
// canvas is drawn on directly, since a strict content policy lets no page load its own SVG there.

/**
 * @typedef {object} Look
 * @property {string} [fill]
 * @property {string} [stroke]
 * @property {number} [opacity]
 * @property {number} [size] of letters; 13 where not given
 * @property {boolean} [isBold]
 * @property {boolean} [isItalic]
 * @property {boolean} [isMiddle] whether words stand to both sides of their place
 * @property {boolean} [isDotted]
 *
 * @typedef {Look & {x: number, y: number, words?: string, radius?: number}} Shape words, or a disc
 *
 * @typedef {object} Drawing
 * @property {string} title
 * @property {number} width
 * @property {number} height
 * @property {string} paper
 * @property {Shape[]} shapes
 */

const SIZE = 13;
const DOTS = [1.5, 3];
const SHARP = 2; // pixels of a PNG for one of the drawing

/** @param {Drawing} drawing */
export function svg({ title, width, height, paper, shapes }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="${SIZE}">
<title>${escaped(title)}</title>
<rect width="${width}" height="${height}" fill="${paper}"/>
${shapes.map(element).join("\n")}
</svg>
`;
}

/** @param {Shape} shape */
function element({ x, y, words, radius = 0, ...look }) {
  const attributes = [
    ["fill", look.fill ?? "none"], ["fill-opacity", look.opacity], ["stroke", look.stroke],
    ["stroke-dasharray", look.isDotted && DOTS.join(" ")], ["font-size", look.size],
    ["font-weight", look.isBold && "bold"], ["font-style", look.isItalic && "italic"],
    ["text-anchor", look.isMiddle && "middle"],
  ].filter(([, value]) => value).map(([name, value]) => ` ${name}="${value}"`).join("");
  if (words === undefined) return `<circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}"${attributes}/>`;
  return `<text x="${x}" y="${y}"${attributes}>${escaped(words)}</text>`;
}

/** @param {string} words */
export function escaped(words) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * @param {Drawing} drawing
 * @returns {Promise<Blob>}
 */
export function png({ width, height, paper, shapes }) {
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SHARP, height: height * SHARP });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(SHARP, SHARP);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) draw(context, shape);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture")))));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Shape} shape
 */
function draw(context, { x, y, words, radius = 0, ...look }) {
  context.globalAlpha = look.opacity ?? 1;
  context.fillStyle = look.fill ?? "transparent";
  context.strokeStyle = look.stroke ?? "transparent";
  context.setLineDash(look.isDotted ? DOTS : []);
  if (words === undefined) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  } else {
    context.font = `${look.isItalic ? "italic " : ""}${look.isBold ? "bold " : ""}${look.size ?? SIZE}px sans-serif`;
    context.textAlign = look.isMiddle ? "center" : "start";
    context.fillText(words, x, y);
  }
}
