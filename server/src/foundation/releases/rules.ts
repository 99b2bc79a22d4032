import type { PolicySnapshot } from "../../policy/snapshot.ts";

/** A snapshot as JSON: everything that its hash covers, with maps written as objects. */
export function releaseBody(snapshot: PolicySnapshot): object {
  const { hash: _hash, day: _day, ...rest } = snapshot;
  return JSON.parse(JSON.stringify(rest, plain)) as object;
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value) as object;
  return value instanceof Set ? ([...value] as unknown[]) : value;
}
