import type { Account } from "../../foundation/accounts/index.ts";
import { record } from "../../foundation/audit/index.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/pool.ts";
import type { NoticePlace } from "./rules.ts";
import { saveMark } from "./store.ts";

export interface NoticePorts {
  readonly db: Database;
  readonly clock: Clock;
}

/**
 * Notes that an account has read its notices up to a place; the same again changes nothing. Refuses `notices.not-yet`
 * for a place that lies ahead: what is to come cannot have been read.
 */
export async function markRead({ db, clock }: NoticePorts, by: Account, place: NoticePlace): Promise<Outcome<void>> {
  const at = new Date(clock.now());
  if (place.at > at) return refused({ code: "notices.not-yet", kind: "invalid" });
  await db.write(async (tx) => {
    if (!(await saveMark(tx, { account: by.account, place, at }))) return;
    const state = { through: place.at.toISOString() };
    await record(tx, { at, account: by, action: "notices.read", purpose: null, target: by.account, state });
  });
  return granted(undefined);
}
