import type { CanonicalValue } from "@xinheng/log/canonical";

/** A map that nobody can change: `Object.freeze` alone leaves `set`, `delete` and `clear` working. */
export function fixedMap<V>(entries: readonly (readonly [string, V])[]): ReadonlyMap<string, V> {
  const map = new Map(entries);
  const refuse = (): never => {
    throw new TypeError("policy: a snapshot does not change");
  };
  for (const method of ["set", "delete", "clear"]) Object.defineProperty(map, method, { value: refuse });
  return map;
}

/** Freezes a value and everything in it, the values of maps included; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const held: Iterable<unknown> = value instanceof Map ? value.values() : Object.values(value);
  for (const item of held) deepFreeze(item);
  return value;
}

/**
 * A value as canonical bytes can hold it. Maps, and objects whose keys are not ASCII words (column heads, synonyms),
 * become lists of pairs sorted by key, so that the order of a file does not matter to the hash.
 */
export function plainForm(value: unknown): CanonicalValue {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(plainForm);
  if (value instanceof Map) return pairs([...value.entries()]);
  if (typeof value === "object") return plainObject(Object.entries(value));
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new TypeError("policy: a value that has no canonical form");
}

function plainObject(entries: readonly (readonly [string, unknown])[]): CanonicalValue {
  if (entries.some(([key]) => !/^[A-Za-z]\w*$/.test(key))) return pairs(entries);
  return Object.fromEntries(entries.map(([key, item]) => [key, plainForm(item)]));
}

function pairs(entries: readonly (readonly [unknown, unknown])[]): CanonicalValue {
  return entries
    .map(([key, item]): [string, CanonicalValue] => [String(key), plainForm(item)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
