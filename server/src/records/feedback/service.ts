import { mayDo } from "../../foundation/accounts/index.ts";
import type { Account } from "../../foundation/accounts/index.ts";
import { record } from "../../foundation/audit/index.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Clock } from "../../platform/clock.ts";
import { inOneTransaction } from "../../platform/database/in-one-transaction.ts";
import type { Database } from "../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { judgeFeedback } from "./rules.ts";
import type { Feedback, FeedbackPlace, GivenFeedback } from "./rules.ts";
import { findLook, loadOfOffice, saveFeedback } from "./store.ts";

export interface FeedbackPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly currentPolicy: () => PolicySnapshot;
}

/**
 * Notes what was done with a measure that a check told of; once, and for good. Refuses what `judgeFeedback` refuses,
 * `accounts.role`, and `feedback.given` where it was said before.
 */
export function giveFeedback(
  { db, clock, currentPolicy }: FeedbackPorts,
  by: Account,
  said: Feedback,
): Promise<Outcome<void>> {
  const may = mayDo({ account: by, command: "subject.check", provider: by.organisation });
  if (!may.ok) return Promise.resolve(may);
  const at = new Date(clock.now());
  const policy = currentPolicy();
  return inOneTransaction(db, async (tx): Promise<Outcome<void>> => {
    const look = await findLook(tx, said);
    const isMeasure = policy.measures.has(said.measure);
    const judged = judgeFeedback(said, { office: by.organisation, look, isMeasure });
    if (!judged.ok) return judged;
    const { organisation, account } = by;
    const row = { ...said, organisation, account, matter: judged.value.matter, at, policyHash: policy.hash };
    if (!(await saveFeedback(tx, row))) return refused({ code: "feedback.given", kind: "conflict" });
    const target = said.look.toString("hex");
    const state = { measure: said.measure, applied: said.applied, decisionNo: said.decisionNo };
    await record(tx, { at, account: by, action: "feedback.give", purpose: said.reason, target, state });
    return granted(undefined);
  });
}

const pageSize = 100;

/** A page of what the caller's office has said, newest first, and where it goes on. Refuses `accounts.role`. */
export async function feedbackOfOffice(
  { db }: Pick<FeedbackPorts, "db">,
  by: Account,
  after: FeedbackPlace | null,
): Promise<Outcome<{ readonly items: readonly GivenFeedback[]; readonly next: FeedbackPlace | null }>> {
  const may = mayDo({ account: by, command: "subject.check", provider: by.organisation });
  if (!may.ok) return may;
  const read = await db.read((tx) => loadOfOffice(tx, { office: by.organisation, after, limit: pageSize + 1 }));
  const items = read.slice(0, pageSize);
  return granted({ items, next: read.length > pageSize ? (items.at(-1) ?? null) : null });
}
