// Whose records a change of policy touches: by entry, and how many without telling of few.
import type { PolicyChange } from "../../../policy/policy-diff.ts";
import type { Trigger } from "../../../policy/measure.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";

/** Fewer than these are not told: they could be recognised. */
export const CELL_MIN = 10;

const touches: Readonly<Record<string, (id: string, policy: PolicySnapshot) => readonly string[]>> = {
  entries: (id) => [id],
  lists: (id, policy) => [policy.lists.get(id)?.entry ?? ""],
  measures: (id, policy) => entriesOf(policy.measures.get(id)?.triggers ?? [], policy),
  "publicity.rules": (id, policy) => underRule((rule) => rule === id, policy),
  "access.duties": (id, policy) => policy.access.duties.get(id)?.entries ?? [],
};

/** Entries whose records set off any of these triggers. */
export function entriesOf(triggers: readonly Trigger[], { lists }: PolicySnapshot): readonly string[] {
  return triggers.map((trigger) => ("list" in trigger ? (lists.get(trigger.list)?.entry ?? "") : trigger.entry));
}

function underRule(fits: (rule: string | null) => boolean, { entries }: PolicySnapshot): readonly string[] {
  return [...entries.values()].filter(({ publicityRule }) => fits(publicityRule)).map(({ id }) => id);
}

function entriesTouched({ kind, id }: PolicyChange, policy: PolicySnapshot): readonly string[] {
  if (kind.startsWith("publicity.") && id === null) return underRule((rule) => rule !== null, policy);
  return touches[kind]?.(id ?? "", policy) ?? [];
}

/** Entries whose records a change that is not neutral touches, before it or after it, by id. */
export function touchedEntries(
  changes: readonly PolicyChange[],
  { before, after }: { readonly before: PolicySnapshot; readonly after: PolicySnapshot },
): readonly string[] {
  const felt = changes.filter(({ effect }) => effect !== "neutral");
  const found = felt.flatMap((change) => [...entriesTouched(change, before), ...entriesTouched(change, after)]);
  return [...new Set(found)].filter((id) => before.entries.has(id) || after.entries.has(id)).toSorted();
}

/** Subjects and records of one entry, kind of subject and territory. */
export interface Cell {
  readonly entry: string;
  readonly kind: string;
  /** GB/T 2260 code out of the subject's own code; empty where it has none. */
  readonly territory: string;
  readonly subjects: number;
  readonly records: number;
}

/** Null where there are fewer than ten subjects, and more than none. */
export interface ToldCell extends Pick<Cell, "kind" | "territory"> {
  readonly subjects: number | null;
  readonly records: number | null;
}

export interface ToldEntry {
  readonly entry: string;
  /** Null where it would tell of a cell that is not told. */
  readonly subjects: number | null;
  readonly records: number | null;
  readonly cells: readonly ToldCell[];
}

/**
 * Counts that nobody can be recognised in: small cells are not told, nor is a sum from which one of them could be
 * reckoned.
 */
export function toldEntries(entries: readonly string[], cells: readonly Cell[]): readonly ToldEntry[] {
  return entries.map((entry) => {
    const own = cells.filter((cell) => cell.entry === entry);
    const small = own.filter(({ subjects }) => subjects < CELL_MIN);
    const hidden = sumOf(small, "subjects");
    // Of one hidden cell, and of cells that must all be as full as they can be, the sum tells each.
    const mixed = small.length > 1 && hidden >= CELL_MIN && hidden < small.length * (CELL_MIN - 1);
    const whole = small.length === 0 || mixed;
    return {
      entry,
      subjects: whole ? sumOf(own, "subjects") : null,
      records: whole ? sumOf(own, "records") : null,
      cells: own.map(toldCell),
    };
  });
}

function toldCell({ kind, territory, subjects, records }: Cell): ToldCell {
  return subjects < CELL_MIN
    ? { kind, territory, subjects: null, records: null }
    : { kind, territory, subjects, records };
}

function sumOf(cells: readonly Cell[], what: "subjects" | "records"): number {
  return cells.reduce((sum, cell) => sum + cell[what], 0);
}
