import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { StepRow, Stretch } from "./rules.ts";

const stepsOf = statement(
  "repair-figures.steps",
  `select n.application, n.authority, n.authority_name as "authorityName", n.document_no as "documentNo", n.kind, n.outcome,
     n.day, (d.closed_on is null and coalesce(d.due < $4::date, false)) as late
   from repair.pub_docket d
   join repair.pub_notice n on n.subject = d.subject and n.application = d.application
   where ($1::text is null or d.authority = $1)
     and (d.closed_on is null and d.due < $4::date or exists (select from repair.pub_notice m
       where m.subject = d.subject and m.application = d.application and m.day between $2::date and $3::date))
   order by d.applied_at, n.application, n.no`,
);

/** All steps of the applications that had one in some days, or that are late today; in order. */
export function loadSteps(
  tx: Tx,
  asked: Stretch & { readonly authority: string | null; readonly today: Day },
): Promise<StepRow[]> {
  return tx.rows<StepRow>(stepsOf, [asked.authority, asked.from, asked.through, asked.today]);
}
