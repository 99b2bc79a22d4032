// Matters and budgets: what an office has used up, and whether a request still fits in.
import type { Day } from "../../../kernel/day.ts";
import { addDays } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { LookEntry } from "./look.ts";

/** What a matter stands for: one subject, or several from its first look on. */
export interface MatterUse {
  readonly subject: string;
  readonly multiParty: boolean;
}

/** What the database knew of the matters, subjects and counts that a group of requests is about. */
export interface Books {
  /** By `matterKey`. */
  readonly matters: Map<string, MatterUse>;
  /** Subjects already counted, by `seenKey`. */
  readonly seen: Set<string>;
  /** Different subjects of an office and day, by `dayKey`. */
  readonly counts: Map<string, number>;
}

/** A request as the books see it. */
export interface Wish {
  readonly organisation: string;
  readonly day: Day;
  readonly multiParty: boolean;
  readonly budget: number | null;
  /** Without the looks of a subject at itself: they use up nothing. */
  readonly looks: readonly { readonly subject: string; readonly matter: string }[];
}

export interface MatterRow extends MatterUse {
  readonly organisation: string;
  readonly matter: string;
}

export interface SeenRow {
  readonly organisation: string;
  readonly day: Day;
  readonly subject: string;
}

/** What a granted request adds to the books. */
export interface Booked {
  readonly matters: readonly MatterRow[];
  readonly seen: readonly SeenRow[];
}

// A code of an organisation, a day and a subject hold no line break; a matter comes last.
export const matterKey = (organisation: string, matter: string): string => `${organisation}\n${matter}`;
export const dayKey = (organisation: string, day: Day): string => `${organisation}\n${day}`;
export const seenKey = (organisation: string, day: Day, subject: string): string =>
  `${organisation}\n${day}\n${subject}`;

/** The part of a request that uses up matters and budget. */
export function wishOf({ by, multiParty, budget, looks }: LookEntry, day: Day): Wish {
  const counted = looks.filter((look) => look.basis.kind !== "own");
  return { organisation: by.organisation, day, multiParty, budget, looks: counted };
}

/**
 * Whether a request fits into the books, wholly or not at all; a granted one is entered. Refuses `access.matter-taken`
 * where a matter already stands for another subject and was not declared multi-party at its first look, then
 * `access.budget` with what is left of the day.
 */
export function book(books: Books, wish: Wish): Outcome<Booked> {
  const matters = claim(books, wish);
  if (!matters.ok) return matters;
  const { organisation, day } = wish;
  const subjects = new Set(wish.looks.map(({ subject }) => subject));
  const fresh = [...subjects].filter((subject) => !books.seen.has(seenKey(organisation, day, subject)));
  const used = books.counts.get(dayKey(organisation, day)) ?? 0;
  if (wish.budget !== null && used + fresh.length > wish.budget && fresh.length > 0) {
    const values = { left: Math.max(0, wish.budget - used), budget: wish.budget };
    return refused({ code: "access.budget", kind: "too-many", availableFrom: addDays(day, 1), values });
  }
  for (const row of matters.value) {
    const key = matterKey(organisation, row.matter);
    if (!books.matters.has(key)) books.matters.set(key, row);
  }
  for (const subject of fresh) books.seen.add(seenKey(organisation, day, subject));
  books.counts.set(dayKey(organisation, day), used + fresh.length);
  return granted({ matters: matters.value, seen: fresh.map((subject) => ({ organisation, day, subject })) });
}

/** The rows of the matters that a request uses for a subject for the first time in it. */
function claim(books: Books, { organisation, multiParty, looks }: Wish): Outcome<readonly MatterRow[]> {
  const claimed = new Map<string, MatterUse>();
  const rows = new Map<string, MatterRow>();
  for (const { matter, subject } of looks) {
    const known = books.matters.get(matterKey(organisation, matter)) ?? claimed.get(matter);
    const use = known ?? { subject, multiParty };
    if (!use.multiParty && use.subject !== subject) {
      return refused({ code: "access.matter-taken", kind: "conflict", values: { matter } });
    }
    claimed.set(matter, use);
    const isStanding = known !== undefined && !use.multiParty;
    if (!isStanding) rows.set(`${matter}\n${subject}`, { organisation, matter, subject, multiParty: use.multiParty });
  }
  return granted([...rows.values()]);
}
