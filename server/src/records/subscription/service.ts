import { randomUUID } from "node:crypto";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { mayDo } from "../../foundation/accounts/index.ts";
import type { SignedIn } from "../../foundation/accounts/index.ts";
import { propose } from "../../foundation/approvals/index.ts";
import type { Handler, Proposal } from "../../foundation/approvals/index.ts";
import { record } from "../../foundation/audit/index.ts";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Clock } from "../../platform/clock.ts";
import { inOneTransaction } from "../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { isLive, judgeWish } from "./rules.ts";
import type { Subscription, SubscriptionWish } from "./rules.ts";
import { endOne, loadSubscription, loadSubscriptions, saveSubscription } from "./store.ts";
import type { SubscriptionPlace } from "./store.ts";

export type { Subscription } from "./rules.ts";
export type { SubscriptionPlace } from "./store.ts";

export interface SubscriptionPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly currentPolicy: () => PolicySnapshot;
}

const GRANT = "subscription.grant";

/**
 * Asks that an organisation be registered; a second person of the centre decides. Refuses `accounts.role`, what `judgeWish`
 * refuses, and what a proposal is refused for.
 */
export function proposeSubscription(
  { db, clock, currentPolicy }: SubscriptionPorts,
  by: SignedIn,
  asked: { readonly wish: SubscriptionWish; readonly documentNo: string; readonly reason: string },
): Promise<Outcome<Proposal>> {
  const may = mayDo({ account: by, command: GRANT, provider: null });
  if (!may.ok) return Promise.resolve(may);
  const { wish, documentNo, reason } = asked;
  const judged = judgeWish(wish, currentPolicy(), clock.today());
  if (!judged.ok) return Promise.resolve(judged);
  const { organisation } = by;
  const at = new Date(clock.now());
  const payload = payloadOf(wish);
  return inOneTransaction(db, (tx) =>
    propose(tx, by, { command: GRANT, organisation, target: wish.organisation, documentNo, reason, payload, at }),
  );
}

function payloadOf(wish: SubscriptionWish): CanonicalObject {
  const { organisation, name, basis, purpose, entries, since, until } = wish;
  const stands = basis.kind === "article" ? basis.article : basis.number;
  return { organisation, name, basisKind: basis.kind, basis: stands, purpose, entries, since, until };
}

function wishIn(payload: CanonicalObject): SubscriptionWish {
  const kept = payload as Omit<SubscriptionWish, "basis"> & {
    readonly basisKind: "article" | "contract";
    readonly basis: string;
  };
  const { basisKind, basis, ...wish } = kept;
  return {
    ...wish,
    basis: basisKind === "article" ? { kind: "article", article: basis } : { kind: "contract", number: basis },
  };
}

/** What an approved proposal does: the organisation is registered, by the policy of that moment. */
export function subscriptionHandler({ clock, currentPolicy }: Omit<SubscriptionPorts, "db">): Handler {
  return {
    perform: async (tx, proposal, approver) => {
      const policy = currentPolicy();
      const wish = wishIn(proposal.payload);
      // It begins on its own day, but never before it was approved.
      const since = wish.since < clock.today() ? clock.today() : wish.since;
      const judged = judgeWish({ ...wish, since }, policy, clock.today());
      if (!judged.ok) return judged;
      const subscription = randomUUID();
      const at = new Date(clock.now());
      await saveSubscription(tx, {
        ...wish,
        since,
        subscription,
        at,
        documentNo: proposal.documentNo ?? "",
        proposedBy: proposal.account,
        approvedBy: approver.account,
        policyHash: policy.hash,
      });
      const deed = { at, account: approver, action: GRANT, purpose: proposal.reason, target: subscription };
      await record(tx, { ...deed, state: { ...payloadOf({ ...wish, since }), subscription } });
      return granted({ result: { subscription } });
    },
  };
}

/**
 * Ends a subscription at once: by the recipient itself, or the centre. Again changes nothing. What was received is still told
 * of: ends and corrections reach whoever holds a copy. Refuses `subscription.unknown`, also where it is another's.
 */
export function endSubscription(
  { db, clock }: Pick<SubscriptionPorts, "db" | "clock">,
  by: SignedIn,
  asked: { readonly subscription: string; readonly reason: string },
): Promise<Outcome<Subscription>> {
  const own = mayDo({ account: by, command: "subscription.end", provider: by.organisation });
  if (!own.ok) return Promise.resolve(own);
  const at = new Date(clock.now());
  return inOneTransaction(db, async (tx) => {
    const found = await loadSubscription(tx, asked.subscription);
    if (found === undefined || (own.value === "own" && found.organisation !== by.organisation)) return unknown;
    const isNew = await endOne(tx, { ...asked, at, account: by.account });
    if (!isNew) return granted(found);
    const deed = { at, account: by, action: "subscription.end", purpose: asked.reason, target: found.subscription };
    await record(tx, { ...deed, state: { organisation: found.organisation, ended: true } });
    return granted({ ...found, endedAt: at });
  });
}

const unknown = refused({ code: "subscription.unknown", kind: "absent" });

/** One's own organisation's subscriptions; for the centre and whoever watches it, everybody's or those of the one asked for. Refuses `accounts.role`. */
export async function listSubscriptions(
  { db }: Pick<SubscriptionPorts, "db">,
  by: SignedIn,
  asked: { readonly organisation: string | null; readonly after: SubscriptionPlace | null; readonly limit: number },
): Promise<Outcome<readonly Subscription[]>> {
  const may = mayDo({ account: by, command: "subscription.read", provider: by.organisation });
  if (!may.ok) return may;
  const organisation = may.value === "own" ? by.organisation : asked.organisation;
  return granted(await db.read((tx) => loadSubscriptions(tx, { ...asked, organisation })));
}

const OF_ONE_MAX = 100;

/** What stands for an organisation at a moment, the newest first; empty where nothing does. */
export async function liveSubscriptions(tx: Tx, organisation: string, now: number): Promise<readonly Subscription[]> {
  const day: Day = dayOfInstant(now);
  const all = await loadSubscriptions(tx, { organisation, after: null, limit: OF_ONE_MAX });
  return all.filter((one) => isLive(one, day));
}
