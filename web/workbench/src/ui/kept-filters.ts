// Filters kept by name in this browser. What is kept is what the address says, less what a person typed about people.
import type { Query } from "../router/path.ts";

export interface KeptFilter {
  readonly name: string;
  readonly query: Query;
}

const NAME_MAX = 20;
const KEPT_MAX = 12;

const keyOf = (room: string): string => `filters:${room}`;

function isKept(value: unknown): value is KeptFilter {
  if (typeof value !== "object" || value === null) return false;
  const { name, query } = value as Partial<Record<keyof KeptFilter, unknown>>;
  return typeof name === "string" && typeof query === "object" && query !== null;
}

/** Only filters that the room names as free of personal data are kept. */
export function keepable(query: Query, allowed: readonly string[]): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => allowed.includes(name)));
}

export function readKept(storage: Pick<Storage, "getItem">, room: string): readonly KeptFilter[] {
  try {
    const read = JSON.parse(storage.getItem(keyOf(room)) ?? "[]") as unknown;
    return Array.isArray(read) ? read.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** Keeps one under its name in place of the former; the oldest go when there are too many. */
export function withKept(kept: readonly KeptFilter[], one: KeptFilter): readonly KeptFilter[] {
  const name = one.name.trim().slice(0, NAME_MAX);
  if (name === "") return kept;
  return [...kept.filter((other) => other.name !== name), { name, query: one.query }].slice(-KEPT_MAX);
}

export function writeKept(storage: Pick<Storage, "setItem">, room: string, kept: readonly KeptFilter[]): void {
  storage.setItem(keyOf(room), JSON.stringify(kept));
}
