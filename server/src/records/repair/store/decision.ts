// The decision that somebody wants repaired, as the record of it says.
import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Severity } from "../../../policy/publicity-rule.ts";

export interface DecisionRow {
  readonly statement: Buffer;
  readonly decision: Buffer;
  readonly entry: string;
  readonly documentNo: string | null;
  /** 认定机关: its code, else that of the provider. */
  readonly authority: string;
  readonly authorityName: string;
  readonly decidedOn: Day | null;
  readonly validUntil: Day | null;
  readonly severity: Severity | null;
  readonly listName: string | null;
  readonly listCase: string | null;
  readonly ended: boolean;
  readonly open: boolean;
}

const decisionRows = `select s.id as statement, s.decision, s.entry, s.document_no as "documentNo", coalesce(s.authority_code, s.provider) as authority,
     coalesce(s.authority, s.authority_code, s.provider) as "authorityName", s.decided_on as "decidedOn",
     s.valid_until as "validUntil", s.severity, b.fields ->> 'listName' as "listName",
     (select l."case" from lists.pub_listing l where l.subject = s.subject and l.decision = s.decision limit 1) as "listCase",
     exists (select from statements.pub_ended e where e.subject = s.subject and e.decision = s.decision and e.through is null)
       or exists (select from statements.pub_ended_batch w where w.batch = s.batch) as ended,
     exists (select from repair.application a join repair.docket d on d.application = a.application
       where a.subject = s.subject and a.decision = s.decision and d.closed_on is null) as open
   from statements.pub_statement s
   left join statements.pub_body b on b.subject = s.subject and b.id = s.id`;
const decisionOf = statement("repair.decision", `${decisionRows} where s.subject = $1 and s.id = $2`);
const decisionsOf = statement(
  "repair.decisions",
  `${decisionRows} where s.subject = $1 and s.entry = any($2::text[])
     and not exists (select from statements.pub_statement n where n.subject = s.subject and n.entry = s.entry
       and n.provider = s.provider and n.source_key = s.source_key and n.version > s.version)
   order by s.decided_on desc nulls last, s.id limit $3::int`,
);

/** A record about a subject; another's is not found by the same reading that finds none. */
export async function findDecision(tx: Tx, subject: string, id: Buffer): Promise<DecisionRow | undefined> {
  return (await tx.rows<DecisionRow>(decisionOf, [subject, id]))[0];
}

/** The newest word on each decision about a subject under these entries, newest first. */
export function findDecisions(
  tx: Tx,
  subject: string,
  asked: { readonly entries: readonly string[]; readonly limit: number },
): Promise<DecisionRow[]> {
  return tx.rows<DecisionRow>(decisionsOf, [subject, asked.entries, asked.limit]);
}

const endedOf = statement(
  "repair.decision-ended",
  `select 1 as found from statements.pub_ended e where e.subject = $1 and e.decision = $2 and e.through is null limit 1`,
);

/** Whether an act has ended the decision for good. */
export async function hasEnded(tx: Tx, one: { readonly subject: string; readonly decision: Buffer }): Promise<boolean> {
  return (await tx.rows(endedOf, [one.subject, one.decision])).length > 0;
}

const usedElsewhere = statement(
  "repair.commitment-used",
  `select 1 as found from repair.application a where a.subject = $1 and a."commitment" = $2 and a.decision <> $3 limit 1`,
);

/** Whether a commitment was handed in for another decision. */
export async function isUsed(
  tx: Tx,
  one: { readonly subject: string; readonly commitment: string; readonly decision: Buffer },
): Promise<boolean> {
  return (await tx.rows(usedElsewhere, [one.subject, one.commitment, one.decision])).length > 0;
}
