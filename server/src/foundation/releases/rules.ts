import type { PolicySnapshot } from "../../policy/snapshot.ts";

/** A snapshot as JSON: everything that its hash covers, with maps written as objects. */
export function releaseBody(snapshot: PolicySnapshot): object {
  const { hash: _hash, day: _day, ...rest } = snapshot;
  const plain = JSON.stringify(rest, (_key, value: unknown) => {
    if (value instanceof Map) return Object.fromEntries(value);
    if (value instanceof Set) return [...value];
    return value;
  });
  return JSON.parse(plain) as object;
}
