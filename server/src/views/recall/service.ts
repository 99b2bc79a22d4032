import { mayDo } from "../../foundation/accounts/index.ts";
import type { Account } from "../../foundation/accounts/index.ts";
import type { FeedSource } from "../../foundation/endpoints/index.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Database } from "../../platform/database/pool.ts";
import type { Recall } from "./rules.ts";
import { loadRecalls, loadTold } from "./store.ts";
import type { ToldLook } from "./store.ts";

const PAGE = 100;

export interface RecallPorts {
  readonly db: Database;
}

export interface RecallPage {
  readonly items: readonly Recall[];
  /** Place after which the list goes on; null at its end. */
  readonly next: number | null;
}

function placeOf(place: string | null): Pick<ToldLook, "position" | "look"> | null {
  const [position, look] = place?.split(" ") ?? [];
  return position === undefined || look === undefined
    ? null
    : { position: Number(position), look: Buffer.from(look, "hex") };
}

/**
 * What endpoints of an organisation are told: which of its own answers rested on what was wrong from the beginning. Never the
 * record; the matter is its own.
 */
export function recallNews({ db }: RecallPorts): FeedSource {
  return async (organisation, place) => {
    const told = await db.read((tx) => loadTold(tx, { organisation, after: placeOf(place), limit: PAGE }));
    const last = told.at(-1);
    if (last === undefined) return null;
    const items = told.map(({ look, at, ...one }) => ({ ...one, look: look.toString("hex"), at: at.toISOString() }));
    return { page: { items, more: told.length === PAGE }, place: `${last.position} ${last.look.toString("hex")}` };
  };
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
