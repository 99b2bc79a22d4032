// The centre's side: who is late, who was reminded, who is named, and by what right.
import { randomUUID } from "node:crypto";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { propose } from "../../../foundation/approvals/index.ts";
import type { Handler, Proposal } from "../../../foundation/approvals/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { daysLate } from "../rules/event.ts";
import { loadLate, loadLateOne, saveNaming, saveReminder } from "../store/oversight.ts";
import type { Late } from "../store/oversight.ts";
import type { FeedDeps } from "./feed.ts";
import type { NamingPolicy } from "./naming-policy.ts";

export type { Late } from "../store/oversight.ts";

const LATE_MAX = 1000;
const NAME = "withdrawal.name";

/** Subscribers with events that they gave no receipt for; internal. Refuses `accounts.role`. */
export async function listLate({ db }: Pick<FeedDeps, "db">, by: SignedIn): Promise<Outcome<readonly Late[]>> {
  const may = mayDo({ account: by, command: "withdrawal.oversee", provider: null });
  return may.ok ? granted(await db.read((tx) => loadLate(tx, LATE_MAX))) : may;
}

const notLate = refused({ code: "withdrawals.not-late", kind: "conflict" });

/** Reminds a subscriber: it reads so with its standing. Refuses `accounts.role`, `withdrawals.not-late`. */
export function remind(
  { db, clock }: Pick<FeedDeps, "db" | "clock">,
  by: SignedIn,
  asked: { readonly organisation: string; readonly reason: string },
): Promise<Outcome<Late>> {
  const may = mayDo({ account: by, command: "withdrawal.remind", provider: null });
  if (!may.ok) return Promise.resolve(may);
  const at = new Date(clock.now());
  return inOneTransaction(db, async (tx) => {
    const late = await loadLateOne(tx, asked.organisation);
    if (late === undefined) return notLate;
    await saveReminder(tx, late, { at, account: by.account });
    const deed = { at, account: by, action: "withdrawal.remind", purpose: asked.reason, target: late.organisation };
    await record(tx, { ...deed, state: { unacknowledged: late.unacknowledged } });
    return granted({ ...late, remindedAt: at });
  });
}

/** Whether somebody may be named at all: the shipped rule gives the right to another. */
function faultOfNaming(policy: NamingPolicy, late: Late, today: Day): Refusal | null {
  const { mark, basis: article, publisher, days } = policy;
  if (mark === "unverified") {
    return { code: "withdrawals.naming-not-confirmed", kind: "forbidden", article, values: { publisher } };
  }
  return daysLate(late, today) < days
    ? { code: "withdrawals.naming-too-early", kind: "too-early", article, values: { days } }
    : null;
}

export interface NamingPorts extends Pick<FeedDeps, "db" | "clock"> {
  readonly naming: NamingPolicy;
}

/**
 * Asks that a late subscriber be named in public: an act of its own, by a document, by two persons. Refuses `accounts.role`,
 * `withdrawals.not-late`, `withdrawals.naming-not-confirmed` (the rule is a template), `withdrawals.naming-too-early`.
 */
export function proposeNaming(
  { db, clock, naming }: NamingPorts,
  by: SignedIn,
  asked: { readonly organisation: string; readonly documentNo: string; readonly reason: string },
): Promise<Outcome<Proposal>> {
  const may = mayDo({ account: by, command: "withdrawal.remind", provider: null });
  if (!may.ok) return Promise.resolve(may);
  const at = new Date(clock.now());
  const { organisation: target, documentNo, reason } = asked;
  return inOneTransaction(db, async (tx) => {
    const late = await loadLateOne(tx, target);
    if (late === undefined) return notLate;
    const fault = faultOfNaming(naming, late, clock.today());
    if (fault !== null) return refused(fault);
    const { organisation } = by;
    const payload = { subscriber: target, basis: naming.basis };
    return propose(tx, by, { command: NAME, organisation, target, documentNo, reason, payload, at });
  });
}

/** What an approved proposal does: the subscriber stands in the public list, unless it is late no more. */
export function namingHandler({ clock, naming }: { readonly clock: Clock; readonly naming: NamingPolicy }): Handler {
  return {
    perform: async (tx, proposal, approver) => {
      const late = await loadLateOne(tx, proposal.target);
      if (late === undefined) return notLate;
      const fault = faultOfNaming(naming, late, clock.today());
      if (fault !== null) return refused(fault);
      const at = new Date(clock.now());
      const row = { naming: randomUUID(), late, at, basis: naming.basis, documentNo: proposal.documentNo ?? "" };
      await saveNaming(tx, { ...row, proposedBy: proposal.account, approvedBy: approver.account });
      const deed = { at, account: approver, action: NAME, purpose: proposal.reason, target: late.organisation };
      await record(tx, { ...deed, state: { naming: row.naming, basis: naming.basis } });
      return granted({ result: { naming: row.naming } });
    },
  };
}
