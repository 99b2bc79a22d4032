// The centre's side: who receives, and how far each came.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { loadReminders } from "../store/feed.ts";
import type { Reminder } from "../store/feed.ts";
import { loadOpenEvents, loadPulls, loadSubscriber, loadSubscribers } from "../store/subscribers.ts";
import type { OpenEvent, Pull, Subscriber } from "../store/subscribers.ts";
import type { FeedDeps } from "./feed.ts";

export type { OpenEvent, Pull, Subscriber } from "../store/subscribers.ts";

const SUBSCRIBERS_MAX = 1000;
const OF_ONE_MAX = 50;

/** Everybody who is registered or has received, by code. Refuses `accounts.role`. */
export async function listSubscribers(
  { db, clock }: Pick<FeedDeps, "db" | "clock">,
  by: SignedIn,
): Promise<Outcome<readonly Subscriber[]>> {
  const may = mayDo({ account: by, command: "withdrawal.oversee", provider: null });
  return may.ok ? granted(await db.read((tx) => loadSubscribers(tx, clock.today(), SUBSCRIBERS_MAX))) : may;
}

export interface OneSubscriber {
  readonly subscriber: Subscriber;
  /** The newest first. */
  readonly pulls: readonly Pull[];
  /** The first of those without a receipt, in the order of the feed. */
  readonly open: readonly OpenEvent[];
  readonly reminders: readonly Reminder[];
}

const unknown = refused({ code: "withdrawals.unknown-subscriber", kind: "absent" });

/** One of them. Refuses `accounts.role`, `withdrawals.unknown-subscriber`. */
export async function readSubscriber(
  { db, clock }: Pick<FeedDeps, "db" | "clock">,
  by: SignedIn,
  organisation: string,
): Promise<Outcome<OneSubscriber>> {
  const may = mayDo({ account: by, command: "withdrawal.oversee", provider: null });
  if (!may.ok) return may;
  return db.read(async (tx) => {
    const subscriber = await loadSubscriber(tx, clock.today(), organisation);
    if (subscriber === undefined) return unknown;
    return granted({
      subscriber,
      pulls: await loadPulls(tx, organisation, OF_ONE_MAX),
      open: await loadOpenEvents(tx, organisation, OF_ONE_MAX),
      reminders: await loadReminders(tx, organisation, OF_ONE_MAX),
    });
  });
}
