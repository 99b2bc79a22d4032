import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { compileChannel, nameByText } from "../visibility/index.ts";
import type { CompileQuestion, VisibleRow } from "../visibility/index.ts";
import type { LookDigest } from "./rules.ts";

// By the day from which a look is told: one that was delayed is news on the day on which its delay ends.
const digests = statement(
  "inbox.look-digests",
  `select l.shown_from as day, l.organisation, max(l.organisation_name) as "organisationName",
     case when l.basis_kind = 'authorisation' then nullif(l.basis_ref, '') end as authorisation,
     max(greatest(l.at, l.shown_from::timestamp at time zone 'Asia/Shanghai')) as at,
     count(*)::int as looks, count(distinct l.matter)::int as matters
   from access.pub_look l
   where l.subject = $1 and l.basis_kind <> 'own' and l.shown_from <= $2::date and l.shown_from >= $3::date
   group by 1, 2, 4 order by 1 desc, 2, 4 limit $4`,
);

/** Looks at a subject that are told by today, by day, office and authorisation; newest day first. */
export function lookDigests(
  tx: Tx,
  asked: { readonly subject: string; readonly today: Day; readonly since: Day; readonly limit: number },
): Promise<LookDigest[]> {
  return tx.rows<LookDigest>(digests, [asked.subject, asked.today, asked.since, asked.limit]);
}

const named = nameByText("inbox");

/** The newest adverse records that stand about a subject: of nothing else it is told. */
export function adverseRecords(
  tx: Tx,
  asked: Pick<CompileQuestion, "policy" | "day" | "today"> & { readonly subject: string; readonly limit: number },
): Promise<VisibleRow[]> {
  const { subject, limit, ...day } = asked;
  const { where, select, values } = compileChannel({ ...day, channel: "own", grant: null, offset: 3 });
  const adverse = [...day.policy.entries.values()].filter((entry) => entry.adverse).map(({ id }) => id);
  const text = `select ${select} from statements.pub_statement s where s.subject = $1 and s.entry = any($3::text[]) and ${where}
    order by s.received_at desc, s.id limit $2::int`;
  return tx.rows<VisibleRow>(named("records", text), [subject, limit, adverse, ...values]);
}
