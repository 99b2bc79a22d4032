import { mayDo } from "../../foundation/accounts/index.ts";
import type { Account } from "../../foundation/accounts/index.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Database } from "../../platform/database/pool.ts";
import type { Recall } from "./rules.ts";
import { loadRecalls } from "./store.ts";

const PAGE = 100;

export interface RecallPorts {
  readonly db: Database;
}

export interface RecallPage {
  readonly items: readonly Recall[];
  /** Place after which the list goes on; null at its end. */
  readonly next: number | null;
}

/** Counts for the centre, the newest first. Refuses what `mayDo` refuses. */
export async function listRecalls(
  { db }: RecallPorts,
  by: Account,
  after: number | null,
): Promise<Outcome<RecallPage>> {
  const may = mayDo({ account: by, command: "objection.figures", provider: by.organisation });
  if (!may.ok) return may;
  const read = await db.read((tx) => loadRecalls(tx, { after, limit: PAGE + 1 }));
  const items = read.slice(0, PAGE);
  const last = read.length > PAGE ? items.at(-1) : undefined;
  return granted({ items, next: last === undefined ? null : last.position });
}
