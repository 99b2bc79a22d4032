import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { EndSpan, Expiry, FeedEvent, FeedPlace } from "../rules/event.ts";

const eventsAfter = statement(
  "withdrawals.events",
  `select e.position, e.own_id as "ownId", e.at, e.kind, e.marks, e.paused,
     (select coalesce(jsonb_agg(jsonb_build_object('from', lower(r), 'through', upper(r) - 1) order by r), '[]')
      from unnest(e.ends) r) as ends
   from withdrawals.event e where e.subscriber = $1 and e.position >= $2 order by e.position limit $3::int`,
);

/** Events of a subscriber from a place on, in order. */
export function loadEvents(
  tx: Tx,
  page: { readonly subscriber: string; readonly from: number; readonly limit: number },
): Promise<FeedEvent[]> {
  return tx.rows<FeedEvent & { readonly ends: readonly EndSpan[] }>(eventsAfter, [
    page.subscriber,
    page.from,
    page.limit,
  ]);
}

const expiredAfter = statement(
  "withdrawals.expired",
  `select r.own_id as "ownId", r.shown_until as "shownUntil" from withdrawals.received r
   where r.subscriber = $1 and r.shown_until < $2::date and (r.shown_until, r.own_id) > ($3::date, $4::bytea)
   order by r.shown_until, r.own_id limit $5::int`,
);
const earliest = "0001-01-01";

/** What is over before a day, by its last day: it follows from the day, and no row stands for it. */
export function loadExpired(
  tx: Tx,
  page: {
    readonly subscriber: string;
    readonly today: Day;
    readonly after: FeedPlace["expired"];
    readonly limit: number;
  },
): Promise<Expiry[]> {
  const { subscriber, today, after, limit } = page;
  return tx.rows(expiredAfter, [subscriber, today, after?.day ?? earliest, after?.ownId ?? Buffer.alloc(0), limit]);
}

/** Where a subscriber's feed and receipts stand. */
export interface Standing {
  /** Place of the next event. */
  readonly nextPosition: number;
  /** All events up to here have a receipt; null: none was given. */
  readonly through: number | null;
  readonly unacknowledged: number;
  /** When the oldest event without a receipt was decided. */
  readonly oldestAt: Date | null;
  readonly received: number;
}

const standingOf = statement(
  "withdrawals.standing",
  `select s.next_position as "nextPosition", a.through, coalesce(u.count, 0)::int as unacknowledged, u.oldest as "oldestAt",
     (select count(*)::int from withdrawals.received r where r.subscriber = s.subscriber) as received
   from withdrawals.subscriber s
   cross join lateral (select max(through) as through from withdrawals.acknowledged_through t
     where t.subscriber = s.subscriber) a
   cross join lateral (select count(*) as count, min(e.at) as oldest from withdrawals.event e
     where e.subscriber = s.subscriber and e.position > coalesce(a.through, -1)
       and not exists (select 1 from withdrawals.acknowledged k
         where k.subscriber = e.subscriber and k.position = e.position)) u
   where s.subscriber = $1`,
);

/** Null where the subscriber has received nothing yet. */
export async function loadStanding(tx: Tx, subscriber: string): Promise<Standing | null> {
  return (await tx.rows<Standing>(standingOf, [subscriber]))[0] ?? null;
}

const nextOf = statement(
  "withdrawals.next-position",
  `select next_position as "nextPosition" from withdrawals.subscriber where subscriber = $1`,
);

/** Place of a subscriber's next event. */
export async function loadNext(tx: Tx, subscriber: string): Promise<number> {
  return (await tx.rows<{ nextPosition: number }>(nextOf, [subscriber]))[0]?.nextPosition ?? 0;
}

const remindersOf = statement(
  "withdrawals.reminders",
  `select at, unacknowledged, oldest_at as "oldestAt" from withdrawals.reminder where subscriber = $1
   order by at desc limit $2::int`,
);

export interface Reminder {
  readonly at: Date;
  readonly unacknowledged: number;
  readonly oldestAt: Date;
}

/** The newest first. */
export function loadReminders(tx: Tx, subscriber: string, limit: number): Promise<Reminder[]> {
  return tx.rows(remindersOf, [subscriber, limit]);
}

const insertThrough = statement(
  "withdrawals.acknowledge-through",
  `insert into withdrawals.acknowledged_through (subscriber, through, at) values ($1, $2, $3) on conflict do nothing`,
);
const insertOnes = statement(
  "withdrawals.acknowledge-ones",
  `insert into withdrawals.acknowledged (subscriber, position, at)
   select e.subscriber, e.position, $4 from unnest($2::bytea[], $3::bigint[]) k(own_id, position)
   join withdrawals.event e on e.subscriber = $1 and e.own_id = k.own_id and e.position <= k.position
   on conflict do nothing`,
);
const known = statement(
  "withdrawals.known-events",
  `select count(*)::int as count from unnest($2::bytea[], $3::bigint[]) k(own_id, position)
   join withdrawals.event e on e.subscriber = $1 and e.position = k.position and e.own_id = k.own_id`,
);

export async function saveThrough(
  tx: Tx,
  receipt: { readonly subscriber: string; readonly through: number; readonly at: Date },
): Promise<void> {
  await tx.run(insertThrough, [receipt.subscriber, receipt.through, receipt.at]);
}

/** An event by its own id and place. */
export interface EventName {
  readonly ownId: Buffer;
  readonly position: number;
}

/** Of the named events how many are the subscriber's. */
export async function countKnown(tx: Tx, subscriber: string, events: readonly EventName[]): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(known, [
    subscriber,
    events.map(({ ownId }) => ownId),
    events.map(({ position }) => position),
  ]);
  return row?.count ?? 0;
}

/** Receipts for the named events, and for the earlier ones of the same own ids: a state takes the place of those before it. */
export async function saveReceipts(
  tx: Tx,
  receipt: { readonly subscriber: string; readonly at: Date },
  events: readonly EventName[],
): Promise<void> {
  await tx.run(insertOnes, [
    receipt.subscriber,
    events.map(({ ownId }) => ownId),
    events.map(({ position }) => position),
    receipt.at,
  ]);
}
