// @ts-check
// What is said of an old or mistyped address, so that a view does not seem to be what it asks for.
import { listed, say } from "./words.js";

/**
 * A sentence on what an address names and there is not; nothing where all of it is there.
 * @param {string} query such as `?functions=navigation,nonsense`
 * @param {Record<string, string[]>} known by parameter the values there are; others are not read
 */
export function passedOver(query, known) {
  const given = new URLSearchParams(query);
  const named = (/** @type {string} */ name) => given.getAll(name).flatMap((text) => text.split(","));
  const unknown = Object.entries(known).flatMap(([name, there]) =>
    named(name).filter((value) => value && !there.includes(value)));
  if (!unknown.length) return "";
  return say("Unknown in the address, and passed over: {values}.", { values: listed([...new Set(unknown)]) });
}
