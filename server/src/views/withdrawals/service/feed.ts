// What a subscriber is told, and its receipts.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { momentOf } from "../../site/index.ts";
import type { Moment, Present } from "../../site/index.ts";
import type { Expiry, FeedEvent, FeedPlace } from "../rules/event.ts";
import {
  countKnown,
  loadEvents,
  loadExpired,
  loadNext,
  loadReminders,
  loadStanding,
  saveReceipts,
  saveThrough,
} from "../store/feed.ts";
import type { EventName, Reminder, Standing } from "../store/feed.ts";

export type { EventName, Reminder, Standing } from "../store/feed.ts";

export interface FeedDeps extends Present {
  readonly db: Database;
}

/** A page of the feed: events in order, and behind the last of them what is over. */
export interface FeedPage {
  readonly moment: Moment;
  readonly events: readonly FeedEvent[];
  readonly expired: readonly Expiry[];
  /** Where it goes on, now or tomorrow. */
  readonly next: FeedPlace;
  /** Whether more is there now. */
  readonly more: boolean;
}

const PAGE = 1000;

/** What was told to the caller's organisation from a place on. Refuses `accounts.role`. */
export async function readFeed(deps: FeedDeps, by: SignedIn, from: FeedPlace): Promise<Outcome<FeedPage>> {
  const may = mayDo({ account: by, command: "delivery.receive", provider: by.organisation });
  return may.ok ? granted(await feedPage(deps, by.organisation, from)) : may;
}

/** A page of a subscriber's feed from a place on, whoever asks for it. */
export function feedPage(deps: FeedDeps, subscriber: string, from: FeedPlace): Promise<FeedPage> {
  const moment = momentOf(deps);
  return deps.db.read(async (tx) => {
    const events = await loadEvents(tx, { subscriber, from: from.position, limit: PAGE });
    const position = (events.at(-1)?.position ?? from.position - 1) + 1;
    const left = PAGE - events.length;
    const asked = { subscriber, today: moment.today, after: from.expired, limit: left };
    const expired = left === 0 ? [] : await loadExpired(tx, asked);
    const last = expired.at(-1);
    const place = last === undefined ? from.expired : { day: last.shownUntil, ownId: last.ownId };
    const more = events.length + expired.length === PAGE;
    return { moment, events, expired, next: { position, expired: place }, more };
  });
}

/** Where the feed and the receipts of the caller's organisation stand. Refuses `accounts.role`. */
export async function readStanding(
  deps: FeedDeps,
  by: SignedIn,
): Promise<Outcome<{ readonly moment: Moment; readonly standing: Standing; readonly reminders: readonly Reminder[] }>> {
  const may = mayDo({ account: by, command: "delivery.receive", provider: by.organisation });
  if (!may.ok) return may;
  const moment = momentOf(deps);
  return deps.db.read(async (tx) => {
    const standing = (await loadStanding(tx, by.organisation)) ?? nothing;
    return granted({ moment, standing, reminders: await loadReminders(tx, by.organisation, REMINDERS_MAX) });
  });
}

/** What a subscriber owes, and how it was reminded, newest first; for whoever tells it so. */
export async function receiptsOf(
  tx: Tx,
  subscriber: string,
  limit: number,
): Promise<{ readonly standing: Standing; readonly reminders: readonly Reminder[] }> {
  const standing = (await loadStanding(tx, subscriber)) ?? nothing;
  return { standing, reminders: await loadReminders(tx, subscriber, limit) };
}

const REMINDERS_MAX = 10;
const nothing: Standing = { nextPosition: 0, through: null, unacknowledged: 0, oldestAt: null, received: 0 };

/** What a subscriber confirms: all events through a place, or single ones. */
export interface Receipt {
  readonly through: number | null;
  readonly events: readonly EventName[];
}

const unknownEvent = refused({ code: "withdrawals.unknown-event", kind: "absent" });

/**
 * Takes a receipt. Repeated or out of order it changes nothing that was said before; it never covers an event that is still to
 * come. Refuses `accounts.role`, and `withdrawals.unknown-event` where a place or id is not the subscriber's: then nothing of
 * it counts.
 */
export async function acknowledge(deps: FeedDeps, by: SignedIn, receipt: Receipt): Promise<Outcome<Standing>> {
  const may = mayDo({ account: by, command: "delivery.receive", provider: by.organisation });
  if (!may.ok) return may;
  const at = new Date(deps.clock.now());
  const subscriber = by.organisation;
  const { through, events } = receipt;
  return inOneTransaction(deps.db, async (tx) => {
    if (through !== null && through >= (await loadNext(tx, subscriber))) return unknownEvent;
    if (events.length > 0 && (await countKnown(tx, subscriber, events)) !== events.length) return unknownEvent;
    if (through !== null) await saveThrough(tx, { subscriber, through, at });
    if (events.length > 0) await saveReceipts(tx, { subscriber, at }, events);
    const deed = { at, account: by, action: "withdrawal.acknowledge", purpose: null, target: subscriber };
    await record(tx, { ...deed, state: { through, events: events.length } });
    return granted((await loadStanding(tx, subscriber)) ?? nothing);
  });
}
