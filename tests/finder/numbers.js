/**
 * A function that gives numbers below `n`; they look random and are the same in every run.
 * @param {number} seed
 */
export function numbers(seed) {
  let state = seed;
  return (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
