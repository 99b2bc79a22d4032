import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { CompiledChannel } from "../visibility/index.ts";
import type { Cell } from "./rules/touched.ts";

/** How much stands under these entries, by kind of subject and territory of its code; no subject is named. */
export function countCells(tx: Tx, entries: readonly string[], channel: CompiledChannel): Promise<Cell[]> {
  const counted = statement(
    "policy-office.cells",
    `select g.entry, g.kind, g.territory, count(*)::int as subjects, sum(g.records)::int as records
     from (select s.entry, u.kind, case when length(s.subject) = 18 then substr(s.subject, 3, 6) else '' end as territory,
         s.subject, count(*) as records
       from statements.pub_statement s join subject.pub_subject u on u.subject = s.subject
       where s.entry = any($1) and ${channel.where}
       group by s.entry, u.kind, s.subject) g
     group by g.entry, g.kind, g.territory order by g.entry, g.kind, g.territory`,
  );
  return tx.rows<Cell>(counted, [entries, ...channel.whereValues]);
}
