import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { nameByText } from "../visibility/index.ts";
import type { CompiledChannel } from "../visibility/index.ts";
import type { AssessmentHead, AssessmentPlace, KeptAssessment } from "./rules/assessment.ts";
import type { Cell } from "./rules/touched.ts";

// The text differs with the shape of the policy: one name for two texts is refused by a session that knows the other.
const named = nameByText("policy-office");

/** How much stands under these entries, by kind of subject and territory of its code; no subject is named. */
export function countCells(tx: Tx, entries: readonly string[], channel: CompiledChannel): Promise<Cell[]> {
  const text = `select g.entry, g.kind, g.territory, count(*)::int as subjects, sum(g.records)::int as records
     from (select s.entry, u.kind, case when length(s.subject) = 18 then substr(s.subject, 3, 6) else '' end as territory,
         s.subject, count(*) as records
       from statements.pub_statement s join subject.pub_subject u on u.subject = s.subject
       where s.entry = any($1) and ${channel.where}
       group by s.entry, u.kind, s.subject) g
     group by g.entry, g.kind, g.territory order by g.entry, g.kind, g.territory`;
  return tx.rows<Cell>(named("cells", text), [entries, ...channel.whereValues]);
}

const insertAssessment = statement(
  "policy-office.assessment",
  `insert into policy_office.assessment (assessment, organisation, account, title, document, standing, report, hash,
     policy_hash, made_at) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)`,
);
const selectAssessment = statement(
  "policy-office.assessment-one",
  `select assessment, organisation, account, title, document, standing, report, hash, policy_hash as "policyHash",
     made_at as "madeAt"
   from policy_office.assessment where assessment = $1 and organisation = $2`,
);
const selectAssessments = statement(
  "policy-office.assessments",
  `select assessment, account, title, standing, jsonb_array_length(report -> 'measures') as measures,
     jsonb_array_length(report -> 'reasons') as reasons, made_at as "madeAt"
   from policy_office.assessment where organisation = $1 and (made_at, assessment) < ($2, $3)
   order by made_at desc, assessment desc limit $4`,
);

export async function saveAssessment(tx: Tx, one: KeptAssessment): Promise<void> {
  await tx.run(insertAssessment, [
    one.assessment,
    one.organisation,
    one.account,
    one.title,
    one.document,
    one.standing,
    JSON.stringify(one.report),
    one.hash,
    one.policyHash,
    one.madeAt,
  ]);
}

/** An assessment of an office. */
export async function loadAssessment(tx: Tx, id: string, organisation: string): Promise<KeptAssessment | undefined> {
  return (await tx.rows<KeptAssessment>(selectAssessment, [id, organisation]))[0];
}

export function listAssessments(
  tx: Tx,
  asked: { readonly organisation: string; readonly before: AssessmentPlace; readonly limit: number },
): Promise<AssessmentHead[]> {
  const { organisation, before, limit } = asked;
  return tx.rows<AssessmentHead>(selectAssessments, [organisation, before.at, before.assessment, limit]);
}
