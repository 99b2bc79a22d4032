// From the order of changes into each subscriber's feed. Whoever writes here holds the subscriber's row.
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

/** How far a subscriber's feed has come. */
export interface Progress {
  readonly carried: number;
  readonly nextPosition: number;
}

const insertSubscriber = statement(
  "withdrawals.insert-subscriber",
  `insert into withdrawals.subscriber (subscriber, carried, next_position)
   select $1, coalesce(max(position) + 1, 0), 0 from statements.pub_change on conflict do nothing`,
);
const lockSubscriber = statement(
  "withdrawals.lock-subscriber",
  `select carried, next_position as "nextPosition" from withdrawals.subscriber where subscriber = $1 for update`,
);

/** Holds a subscriber's feed until the transaction ends; a subscriber that received nothing yet begins one. */
export async function holdFeed(tx: Tx, subscriber: string): Promise<Progress> {
  const [held] = await tx.rows<Progress>(lockSubscriber, [subscriber]);
  if (held !== undefined) return held;
  await tx.run(insertSubscriber, [subscriber]);
  const [made] = await tx.rows<Progress>(lockSubscriber, [subscriber]);
  if (made === undefined) throw new Error("withdrawals: a feed vanished");
  return made;
}

const behind = statement(
  "withdrawals.behind",
  `select s.subscriber from withdrawals.subscriber s
   where s.carried <= (select max(c.position) from statements.pub_change c) order by s.subscriber`,
);

/** Subscribers whose feeds have changes before them. */
export async function loadBehind(tx: Tx): Promise<string[]> {
  return (await tx.rows<{ subscriber: string }>(behind)).map((row) => row.subscriber);
}

/** The same judgement as on every channel: what ended, its batch too, what is newer, what is said beside it. */
const stateOf = `
  select t.place, t.at, t.change, t.own_id, t.ends as old_ends, t.marks as old_marks, t.paused as old_paused,
    coalesce((select range_agg(x.span) from (
      select case when e.kind in ('revoked', 'quashed') then daterange(null, null)
        else daterange(e.effective, e.through + 1) end as span
      from statements.pub_ended e where e.subject = t.subject and e.decision = t.decision
      union all
      select daterange(b.effective, null) from statements.pub_ended_batch b where b.batch = t.batch
      union all
      select daterange((n.received_at at time zone 'Asia/Shanghai')::date, null) from statements.pub_statement n
      where n.subject = t.subject and n.entry = t.entry and n.provider = t.provider and n.source_key = t.source_key
        and n.version > t.version and not exists (select 1 from statements.pub_ended_batch w where w.batch = n.batch)
    ) x), '{}'::datemultirange) as ends,
    array(select distinct m.kind from statements.pub_mark m
      where m.subject = t.subject and m.decision = t.decision order by m.kind) as marks,
    exists (select 1 from statements.pub_mark m
      where m.subject = t.subject and m.decision = t.decision and m.pauses) as paused
  from touched t`;

/** Events for what is now otherwise than was told last; one an own id. `$1` subscriber, `$2` first free place, `$3` carried. */
const settle = `
  changed as (
    select s.*, row_number() over (order by s.place, s.own_id) - 1 as nth from state s
    where (s.old_ends, s.old_marks, s.old_paused) is distinct from (s.ends, s.marks, s.paused)
  ), told as (
    insert into withdrawals.event (subscriber, position, own_id, at, kind, ends, marks, paused)
    select $1, $2::bigint + c.nth, c.own_id, c.at,
      case when c.old_ends = c.ends then case when c.paused > c.old_paused or not c.old_marks @> c.marks then 'marked'
          else 'unmarked' end
        when isempty(c.ends) then 'restored'
        when c.change = 'replaced' then 'corrected'
        when c.change = 'batch-ended' then 'withdrawn'
        else 'ended' end,
      c.ends, c.marks, c.paused
    from changed c
  ), kept as (
    update withdrawals.received r set ends = c.ends, marks = c.marks, paused = c.paused
    from changed c where r.subscriber = $1 and r.own_id = c.own_id
  )
  update withdrawals.subscriber s
  set next_position = $2::bigint + (select count(*) from changed), carried = $3 where s.subscriber = $1`;

const received = `r.own_id, r.subject, r.decision, r.batch, r.entry, r.provider, r.source_key, r.version, r.ends, r.marks, r.paused`;

const carryChanges = statement(
  "withdrawals.carry",
  `with touched as (
     select distinct on (f.own_id) f.* from (
       select c.position as place, c.at, c.kind as change, ${received}
       from statements.pub_change c
       join withdrawals.received r on r.subscriber = $1 and r.subject = c.subject and r.decision = c.decision
       where c.position >= $4 and c.position < $3 and c.batch is null
       union all
       select c.position, c.at, c.kind, ${received}
       from statements.pub_change c join statements.pub_statement n on n.batch = c.batch
       join withdrawals.received r on r.subscriber = $1 and r.subject = n.subject and r.entry = n.entry
         and r.provider = n.provider and r.source_key = n.source_key and r.version <= n.version
       where c.position >= $4 and c.position < $3 and c.batch is not null
     ) f order by f.own_id, f.place desc
   ), state as (${stateOf}), ${settle}`,
);

/** Carries the changes from the place that the feed has come to, up to another one. The caller holds the feed. */
export async function carryThrough(tx: Tx, subscriber: string, held: Progress, until: number): Promise<void> {
  await tx.run(carryChanges, [subscriber, held.nextPosition, until, held.carried]);
}

const settleReceived = statement(
  "withdrawals.settle",
  `with touched as (
     select 0 as place, $5::timestamptz as at, 'ended' as change, ${received}
     from withdrawals.received r where r.subscriber = $1 and r.own_id = any($4::bytea[])
   ), state as (${stateOf}), ${settle}`,
);

/** Events for what changed between the reading of these statements and their being received. The caller holds the feed. */
export async function settleOwn(
  tx: Tx,
  subscriber: string,
  held: Progress,
  { ownIds, at }: { readonly ownIds: readonly Buffer[]; readonly at: Date },
): Promise<void> {
  await tx.run(settleReceived, [subscriber, held.nextPosition, held.carried, ownIds, at]);
}

const lastChange = statement(
  "withdrawals.last-change",
  `select coalesce(max(position) + 1, 0) as next from statements.pub_change`,
);

/** The place behind the last change. */
export async function nextChange(tx: Tx): Promise<number> {
  return (await tx.rows<{ next: number }>(lastChange))[0]?.next ?? 0;
}
