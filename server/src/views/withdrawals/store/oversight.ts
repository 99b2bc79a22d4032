import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

/** A subscriber with events that it gave no receipt for. */
export interface Late {
  readonly organisation: string;
  readonly name: string;
  readonly unacknowledged: number;
  /** When the oldest of them was decided. */
  readonly oldestAt: Date;
  readonly remindedAt: Date | null;
  readonly namedAt: Date | null;
}

const columns = `select s.subscriber as organisation, coalesce(n.name, s.subscriber) as name, u.count::int as unacknowledged,
     u.oldest as "oldestAt", r.at as "remindedAt", p.at as "namedAt"
   from withdrawals.subscriber s
   cross join lateral (select max(through) as through from withdrawals.acknowledged_through t
     where t.subscriber = s.subscriber) a
   cross join lateral (select count(*) as count, min(e.at) as oldest from withdrawals.event e
     where e.subscriber = s.subscriber and e.position > coalesce(a.through, -1)
       and not exists (select 1 from withdrawals.acknowledged k
         where k.subscriber = e.subscriber and k.position = e.position)) u
   cross join lateral (select max(m.at) as at from withdrawals.reminder m where m.subscriber = s.subscriber) r
   cross join lateral (select max(m.at) as at from withdrawals.naming m where m.subscriber = s.subscriber) p
   left join lateral (select b.organisation_name as name from subscription.pub_subscription b
     where b.organisation = s.subscriber order by b.granted_at desc limit 1) n on true`;

const lateOnes = statement(
  "withdrawals.late",
  `${columns} where u.count > 0 order by u.oldest, s.subscriber limit $1::int`,
);
const lateOne = statement("withdrawals.late-one", `${columns} where u.count > 0 and s.subscriber = $1`);

/** Those who wait longest first. */
export function loadLate(tx: Tx, limit: number): Promise<Late[]> {
  return tx.rows(lateOnes, [limit]);
}

export async function loadLateOne(tx: Tx, organisation: string): Promise<Late | undefined> {
  return (await tx.rows<Late>(lateOne, [organisation]))[0];
}

const insertReminder = statement(
  "withdrawals.remind",
  `insert into withdrawals.reminder (subscriber, at, unacknowledged, oldest_at, account) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
);

export async function saveReminder(
  tx: Tx,
  late: Late,
  by: { readonly at: Date; readonly account: string },
): Promise<void> {
  await tx.run(insertReminder, [late.organisation, by.at, late.unacknowledged, late.oldestAt, by.account]);
}

const insertNaming = statement(
  "withdrawals.name",
  `insert into withdrawals.naming (naming, subscriber, at, unacknowledged, oldest_at, basis, document_no, proposed_account,
     approved_account)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export interface NamingRow {
  readonly naming: string;
  readonly late: Late;
  readonly at: Date;
  readonly basis: string;
  readonly documentNo: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

export async function saveNaming(tx: Tx, row: NamingRow): Promise<void> {
  const { naming, late, at, basis, documentNo, proposedBy, approvedBy } = row;
  const facts = [naming, late.organisation, at, late.unacknowledged, late.oldestAt];
  await tx.run(insertNaming, [...facts, basis, documentNo, proposedBy, approvedBy]);
}
