import { randomUUID } from "node:crypto";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { book } from "../rules/books.ts";
import type { Booked, Books, Wish } from "../rules/books.ts";
import type { LookRow } from "../rules/look.ts";
import { holdOffices, loadBooks, saveBooks, saveLooks } from "../store/looks.ts";

/** A request that is ready to be written: sealed once, so that trying again writes the very same rows. */
export interface Candidate {
  readonly account: string;
  readonly rows: readonly LookRow[];
  readonly wish: Wish;
}

/** Ids of the looks, 32 hex digits each, in the order in which they were handed in. */
export type Recorded = Outcome<readonly string[]>;

export interface Group {
  readonly at: Date;
  readonly candidates: readonly Candidate[];
  /** Refusals by account since the last flush. */
  readonly refusals: ReadonlyMap<string, number>;
}

export function idsOf(candidate: Candidate): readonly string[] {
  return candidate.rows.map(({ look }) => look.toString("hex"));
}

/**
 * Decides and writes a group in the caller's transaction: four statements, however many requests and looks it holds. Each
 * request stands or falls by itself; they are decided in their order.
 */
export async function writeGroup(tx: Tx, { at, candidates, refusals }: Group): Promise<readonly Recorded[]> {
  const books = await openBooks(tx, candidates);
  const rows: LookRow[] = [];
  const booked: Booked[] = [];
  const outcomes = candidates.map((candidate): Recorded => {
    const entered = book(books, candidate.wish);
    if (!entered.ok) return entered;
    for (const row of candidate.rows) rows.push(row);
    booked.push(entered.value);
    return granted(idsOf(candidate));
  });
  if (rows.length > 0) await saveLooks(tx, rows);
  if (rows.length > 0 || refusals.size > 0) {
    await saveBooks(tx, { flush: randomUUID(), at, rows, booked, books, refusals });
  }
  return outcomes;
}

/** The books that the group's requests are decided on, held until the transaction ends. */
async function openBooks(tx: Tx, candidates: readonly Candidate[]): Promise<Books> {
  const wishes = candidates.map(({ wish }) => wish).filter(({ looks }) => looks.length > 0);
  if (wishes.length === 0) return { matters: new Map(), seen: new Set(), counts: new Map() };
  await holdOffices(tx, [...new Set(wishes.map(({ organisation }) => organisation))]);
  return loadBooks(tx, wishes);
}
