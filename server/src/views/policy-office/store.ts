import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { CompiledChannel } from "../visibility/index.ts";
import type { Cell } from "./rules/touched.ts";
import type { AssessmentReport } from "./schema.ts";

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

/** A report as it is kept: never changed, and read by its own office. */
export interface AssessmentRow {
  /** UUID. */
  readonly assessment: string;
  readonly organisation: string;
  readonly account: string;
  readonly title: string;
  /** The files that were assessed, as JSON text by path. */
  readonly document: string;
  readonly standing: boolean;
  readonly report: AssessmentReport;
  /** SHA-256 over the canonical bytes of document and report. */
  readonly hash: Buffer;
  readonly policyHash: Buffer;
  readonly madeAt: Date;
}

/** Where a page of reports ended. */
export interface AssessmentPlace {
  readonly at: Date;
  readonly assessment: string;
}

const insertAssessment = statement(
  "policy-office.insert-assessment",
  `insert into policy_office.assessment (assessment, organisation, account, title, document, standing, report, hash,
     policy_hash, made_at)
   values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)`,
);

export async function saveAssessment(tx: Tx, row: AssessmentRow): Promise<void> {
  const { assessment, organisation, account, title, document, standing, report, hash, policyHash, madeAt } = row;
  const values = [assessment, organisation, account, title, document, standing, JSON.stringify(report)];
  await tx.run(insertAssessment, [...values, hash, policyHash, madeAt]);
}

const columns = `assessment, organisation, account, title, document, standing, report, hash, policy_hash as "policyHash",
  made_at as "madeAt"`;
const selectAssessment = statement(
  "policy-office.assessment",
  `select ${columns} from policy_office.assessment where assessment = $1 and organisation = $2`,
);
const selectAssessments = statement(
  "policy-office.assessments",
  `select ${columns} from policy_office.assessment
   where organisation = $1 and (made_at, assessment) < ($2, $3::uuid)
   order by made_at desc, assessment desc limit $4`,
);

export async function loadAssessment(
  tx: Tx,
  { assessment, organisation }: Pick<AssessmentRow, "assessment" | "organisation">,
): Promise<AssessmentRow | undefined> {
  const [row] = await tx.rows<AssessmentRow>(selectAssessment, [assessment, organisation]);
  return row;
}

/** Reports of an office before a place, newest first. */
export function listAssessments(
  tx: Tx,
  page: { readonly organisation: string; readonly before: AssessmentPlace; readonly limit: number },
): Promise<AssessmentRow[]> {
  return tx.rows(selectAssessments, [page.organisation, page.before.at, page.before.assessment, page.limit]);
}
