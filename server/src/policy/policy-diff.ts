// What changed between two policies: kind by kind, id by id, field by field. Pure, and blind to what a kind means.
import type { CanonicalValue } from "@xinheng/log/canonical";
import { plainForm } from "./frozen.ts";
import { effectOf } from "./policy-effects.ts";
import type { Effect } from "./policy-effects.ts";
import type { PolicySnapshot } from "./snapshot.ts";

/** One thing that a release changes. */
export interface PolicyChange {
  /** Part of the policy: `entries`, `publicity.rules`, `sources`; of a single value the part that it stands in. */
  readonly kind: string;
  /** Which one of that part; null for a single value. */
  readonly id: string | null;
  /** Its Chinese name where it has one. */
  readonly name: string | null;
  /** Steps to the value inside it, lists of things by their ids; empty where the whole thing came or went. */
  readonly path: readonly string[];
  readonly what: "added" | "removed" | "changed";
  /** Null where it was added. */
  readonly before: CanonicalValue;
  /** Null where it was removed. */
  readonly after: CanonicalValue;
  /** What it means for those whom the policy is about; what nobody has judged counts as worsening. */
  readonly effect: Effect;
}

/** Not part of what is in force: where and when it was read. */
const FRAME: ReadonlySet<string> = new Set(["day", "region", "hash"]);

type Members = ReadonlyMap<string, unknown>;

/** A list of things that have ids, or a map, as a map; undefined where the value is no such list. */
function membersOf(value: unknown): Members | undefined {
  if (value instanceof Map) return value as Members;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const named = value.map((item: unknown): [string | undefined, unknown] => [idOf(item), item]);
  const found = new Map<string, unknown>();
  for (const [id, item] of named) {
    if (id === undefined || found.has(id)) return undefined;
    found.set(id, item);
  }
  return found;
}

function idOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  for (const key of ["id", "uscc"]) if (typeof item[key] === "string") return item[key];
  return undefined;
}

function nameOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  for (const key of ["zh", "title"]) if (typeof item[key] === "string") return item[key];
  return undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map);
}

/** Empty lists have no members to tell what they are: they are compared as what stands on the other side. */
function bothMembers(before: unknown, after: unknown): readonly [Members, Members] | undefined {
  const empty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
  const one = membersOf(before) ?? (empty(before) ? new Map<string, unknown>() : undefined);
  const other = membersOf(after) ?? (empty(after) ? new Map<string, unknown>() : undefined);
  if (one === undefined || other === undefined || one.size + other.size === 0) return undefined;
  return [one, other];
}

/** A basis is one thing, `source#article`, and not two fields. */
function isBasis(value: unknown): boolean {
  return isObject(value) && "source" in value && "article" in value && Object.keys(value).length === 2;
}

interface Pair {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plainForm(one)) === JSON.stringify(plainForm(other));

/** Every place where two values differ, as deep as both have the same shape. */
function differences(pair: Pair): Pair[] {
  const { path, before, after } = pair;
  if (same(before, after)) return [];
  if (before === undefined || after === undefined) return [pair];
  const members = bothMembers(before, after);
  if (members !== undefined) return within(members, path);
  if (!isObject(before) || !isObject(after) || isBasis(before) || isBasis(after)) return [pair];
  return within([new Map(Object.entries(before)), new Map(Object.entries(after))], path);
}

function within([before, after]: readonly [Members, Members], path: readonly string[]): Pair[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return ids.flatMap((id) => differences({ path: [...path, id], before: before.get(id), after: after.get(id) }));
}

function whatOf({ before, after }: Pair): PolicyChange["what"] {
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}

interface Part {
  readonly kind: string;
  readonly id: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

function changesOf(part: Part): PolicyChange[] {
  const { kind, id } = part;
  const name = id === null ? null : (nameOf(part.after) ?? nameOf(part.before) ?? null);
  return differences({ path: [], before: part.before, after: part.after }).map((pair) => {
    const what = whatOf(pair);
    const effect = effectOf({ kind, path: pair.path, what, before: pair.before, after: pair.after, whole: part });
    return {
      kind,
      id,
      name,
      path: pair.path,
      what,
      before: plainForm(pair.before),
      after: plainForm(pair.after),
      effect,
    };
  });
}

/** The parts of a policy: each member of a list by itself, and what stands alone. */
function partsOf(kind: string, before: unknown, after: unknown, depth: number): Part[] {
  const members = bothMembers(before, after);
  if (members !== undefined) {
    const [one, other] = members;
    const ids = [...new Set([...one.keys(), ...other.keys()])].toSorted();
    return ids.map((id) => ({ kind, id, before: one.get(id), after: other.get(id) }));
  }
  const opens = depth === 0 && isObject(before) && isObject(after) && !isBasis(before);
  if (!opens) return [{ kind, id: null, before, after }];
  return keysOf(before, after).flatMap((key) => {
    const [one, other] = [before[key], after[key]];
    if (bothMembers(one, other) !== undefined) return partsOf(`${kind}.${key}`, one, other, depth + 1);
    return [{ kind: `${kind}.${key}`, id: null, before: one, after: other }];
  });
}

function keysOf(before: Fields, after: Fields): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
}

/** What the later policy changes of the earlier one, in the order of kinds and ids; empty when nothing does. */
export function policyDiff(before: PolicySnapshot, after: PolicySnapshot): readonly PolicyChange[] {
  const one: Fields = { ...before };
  const other: Fields = { ...after };
  return keysOf(one, other)
    .filter((key) => !FRAME.has(key))
    .flatMap((key) => partsOf(key, one[key], other[key], 0))
    .flatMap(changesOf);
}

/** Whether any change worsens a position: then it waits its days of notice. */
export function worsens(changes: readonly Pick<PolicyChange, "effect">[]): boolean {
  return changes.some(({ effect }) => effect === "worsening");
}
