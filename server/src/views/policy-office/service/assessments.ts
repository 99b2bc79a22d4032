// Assessment before issue (防泛化): judged, counted, written down with its audit entry, and read by its own office.
import { hash, randomUUID } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import { checkTexts, layerOf, standingReleases } from "../../../foundation/releases/index.ts";
import type { PolicyTexts, ReleasePorts } from "../../../foundation/releases/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { assess } from "../../../policy/assess.ts";
import { plainForm } from "../../../policy/frozen.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { mayAssess, unknownAssessment } from "../rules/assessor.ts";
import { entriesOf } from "../rules/touched.ts";
import { presentAssessment } from "../schema.ts";
import type { AssessmentReport } from "../schema.ts";
import { listAssessments, loadAssessment, saveAssessment } from "../store.ts";
import type { AssessmentPlace, AssessmentRow } from "../store.ts";
import { countTouched } from "./impact.ts";

/** Reports of a page. */
export const ASSESSMENTS_A_PAGE = 50;

const newest: AssessmentPlace = {
  at: new Date("9999-12-31T00:00:00Z"),
  assessment: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

export interface AssessmentPorts extends ReleasePorts {
  readonly policy: () => PolicySnapshot;
}

/**
 * Assesses a draft over the policy of today, and keeps the report: the first word on it is never lost for a later one.
 * Refuses `accounts.role` and what `checkTexts` refuses.
 */
export async function makeAssessment(
  ports: AssessmentPorts,
  by: SignedIn,
  asked: { readonly title: string; readonly files: PolicyTexts },
): Promise<Outcome<AssessmentRow>> {
  const may = mayAssess(by);
  if (!may.ok) return may;
  const fit = checkTexts(asked.files);
  if (!fit.ok) return fit;
  const report = await reportOn(ports, asked.files);
  const { account, organisation } = by;
  const at = new Date(ports.clock.now());
  const document = JSON.stringify(asked.files);
  const row: AssessmentRow = {
    assessment: randomUUID(),
    organisation,
    account,
    title: asked.title,
    document,
    standing: report.standing,
    report,
    hash: hash("sha256", canonicalBytes(plainForm({ document, report })), "buffer"),
    policyHash: Buffer.from(ports.policy().hash, "hex"),
    madeAt: at,
  };
  return inOneTransaction(ports.db, async (tx) => {
    await saveAssessment(tx, row);
    const state = { standing: row.standing, hash: row.hash.toString("hex") };
    const deed = { at, account: by, action: "policy.assess", purpose: asked.title, target: row.assessment };
    await record(tx, { ...deed, state });
    return granted(row);
  });
}

async function reportOn(ports: AssessmentPorts, files: PolicyTexts): Promise<AssessmentReport> {
  const policy = ports.policy();
  const today = ports.clock.today();
  const releases = (await ports.db.read(standingReleases)).map(layerOf);
  const told = assess({ ...ports.base, day: today, releases }, policy, new Map(Object.entries(files)));
  const triggers = told.measures.flatMap(({ measure }) => measure.triggers);
  const entries = [...new Set(entriesOf(triggers, policy))].filter((entry) => policy.entries.has(entry)).toSorted();
  return presentAssessment(told, { policy, touched: await countTouched(ports.db, { entries, policy, today }) });
}

/** A report of one's own office. Refuses `accounts.role`, `policy-office.unknown-assessment`. */
export async function readAssessment(
  { db }: Pick<AssessmentPorts, "db">,
  by: SignedIn,
  assessment: string,
): Promise<Outcome<AssessmentRow>> {
  const may = mayAssess(by);
  if (!may.ok) return may;
  const row = await db.read((tx) => loadAssessment(tx, { assessment, organisation: by.organisation }));
  return row === undefined ? unknownAssessment : granted(row);
}

/** Reports of one's own office, newest first. Refuses `accounts.role`. */
export async function readAssessments(
  { db }: Pick<AssessmentPorts, "db">,
  by: SignedIn,
  before: AssessmentPlace | null,
): Promise<Outcome<readonly AssessmentRow[]>> {
  const may = mayAssess(by);
  if (!may.ok) return may;
  const { organisation } = by;
  const page = { organisation, before: before ?? newest, limit: ASSESSMENTS_A_PAGE };
  return granted(await db.read((tx) => listAssessments(tx, page)));
}
