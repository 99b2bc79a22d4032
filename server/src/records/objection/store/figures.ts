import { addDays, startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { ClosedRow } from "../rules/figures.ts";

const closedIn = statement(
  "objection.closed-in",
  `select d.respondent, d.filed_on as "filedOn", d.closed_on as "closedOn", d.phase,
     (select s.terms ->> 'outcome' from objection.step s
      where s.subject = d.subject and s.objection = d.objection and s.kind = 'confirm') as outcome
   from objection.docket d where d.closed_on between $1 and $2 order by d.closed_on, d.objection`,
);

export function closedRows(tx: Tx, days: { readonly from: Day; readonly through: Day }): Promise<ClosedRow[]> {
  return tx.rows<ClosedRow>(closedIn, [days.from, days.through]);
}

const countsOf = statement(
  "objection.counts",
  `select (select coalesce(sum(b.accepted), 0)::int from ingest.pub_batch b
           where b.state = 'done' and not b.carried_over and b.received_at >= $3 and b.received_at < $4) as received,
     (select count(distinct o.thing)::int from objection.objection o
      where o.filed_on between $1 and $2 and o.kind in ('statement', 'listing')) as objected,
     (select count(*)::int from objection.docket d where d.closed_on is null and d.due < $5) as overdue`,
);

/** Records received and objected in some days, and what is late today. */
export async function loadCounts(
  tx: Tx,
  asked: { readonly from: Day; readonly through: Day; readonly today: Day },
): Promise<{ readonly received: number; readonly objected: number; readonly overdue: number }> {
  const { from, through, today } = asked;
  const stretch = [new Date(startOfDay(from)), new Date(startOfDay(addDays(through, 1)))];
  const [row] = await tx.rows<{ received: number; objected: number; overdue: number }>(countsOf, [
    from,
    through,
    ...stretch,
    today,
  ]);
  return row ?? { received: 0, objected: 0, overdue: 0 };
}
