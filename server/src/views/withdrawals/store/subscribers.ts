import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { EventKind } from "../rules/event.ts";

/** Somebody who is registered to receive, or has received, and how far it came. */
export interface Subscriber {
  readonly organisation: string;
  readonly name: string;
  /** What its live subscriptions open; empty where none is live. */
  readonly entries: readonly string[];
  /** First day on which none of them is good any more; null where none is live. */
  readonly until: Day | null;
  readonly received: number;
  /** When it received something for the first time last; null: nothing yet. */
  readonly receivedAt: Date | null;
  readonly nextPosition: number;
  readonly through: number | null;
  readonly unacknowledged: number;
  readonly oldestAt: Date | null;
  readonly remindedAt: Date | null;
  readonly namedAt: Date | null;
}

const everybody = `with who as (
    select s.subscriber as organisation from withdrawals.subscriber s
    union select b.organisation from subscription.pub_subscription b)
  select w.organisation, coalesce(n.name, w.organisation) as name, l.entries, l.until, r.count as received,
    r.at as "receivedAt", coalesce(s.next_position, 0) as "nextPosition", a.through, u.count as unacknowledged,
    u.oldest as "oldestAt", m.at as "remindedAt", p.at as "namedAt"
  from who w
  left join withdrawals.subscriber s on s.subscriber = w.organisation
  cross join lateral (select coalesce(array_agg(distinct e.entry order by e.entry), '{}') as entries, max(b.until) as until
    from subscription.pub_subscription b cross join lateral unnest(b.entries) e(entry)
    where b.organisation = w.organisation and b.ended_at is null and b.since <= $1::date and $1::date < b.until) l
  cross join lateral (select count(*)::int as count, max(t.received_at) as at from withdrawals.received t
    where t.subscriber = w.organisation) r
  cross join lateral (select max(t.through) as through from withdrawals.acknowledged_through t
    where t.subscriber = w.organisation) a
  cross join lateral (select count(*)::int as count, min(e.at) as oldest from withdrawals.event e
    where e.subscriber = w.organisation and e.position > coalesce(a.through, -1)
      and not exists (select 1 from withdrawals.acknowledged k
        where k.subscriber = e.subscriber and k.position = e.position)) u
  cross join lateral (select max(t.at) as at from withdrawals.reminder t where t.subscriber = w.organisation) m
  cross join lateral (select max(t.at) as at from withdrawals.naming t where t.subscriber = w.organisation) p
  left join lateral (select b.organisation_name as name from subscription.pub_subscription b
    where b.organisation = w.organisation order by b.granted_at desc limit 1) n on true`;

const allOf = statement("withdrawals.subscribers", `${everybody} order by w.organisation limit $2::int`);
const oneOf = statement("withdrawals.subscriber", `${everybody} where w.organisation = $2`);

/** By their codes. @param today which subscriptions are live. */
export function loadSubscribers(tx: Tx, today: Day, limit: number): Promise<Subscriber[]> {
  return tx.rows(allOf, [today, limit]);
}

export async function loadSubscriber(tx: Tx, today: Day, organisation: string): Promise<Subscriber | undefined> {
  return (await tx.rows<Subscriber>(oneOf, [today, organisation]))[0];
}

/** A pull by the id that the subscriber gave it, with what it brought for the first time. */
export interface Pull {
  readonly delivery: Buffer;
  readonly at: Date;
  readonly statements: number;
}

const pullsOf = statement(
  "withdrawals.pulls",
  `select delivery, min(received_at) as at, count(*)::int as statements from withdrawals.received
   where subscriber = $1 group by delivery order by min(received_at) desc, delivery limit $2::int`,
);

/** The newest first. */
export function loadPulls(tx: Tx, organisation: string, limit: number): Promise<Pull[]> {
  return tx.rows(pullsOf, [organisation, limit]);
}

/** An event that its subscriber gave no receipt for. */
export interface OpenEvent {
  readonly position: number;
  readonly kind: EventKind;
  readonly at: Date;
}

const openOf = statement(
  "withdrawals.open-events",
  `select e.position, e.kind, e.at from withdrawals.event e
   where e.subscriber = $1
     and e.position > coalesce((select max(t.through) from withdrawals.acknowledged_through t where t.subscriber = $1), -1)
     and not exists (select 1 from withdrawals.acknowledged k where k.subscriber = $1 and k.position = e.position)
   order by e.position limit $2::int`,
);

/** In the order of the feed. */
export function loadOpenEvents(tx: Tx, organisation: string, limit: number): Promise<OpenEvent[]> {
  return tx.rows(openOf, [organisation, limit]);
}
