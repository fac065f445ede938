// @ts-check
// A file that a page makes, saved where the browser puts what is downloaded.

export const PLAIN = "text/plain;charset=utf-8";
const KEPT = 10_000; // milliseconds for which a browser may still read what it is to save

/**
 * @param {string} name
 * @param {string} type
 * @param {string | Blob} content
 */
export function save(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
