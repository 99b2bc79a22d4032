import { randomUUID } from "node:crypto";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { checkTexts, layerOf, standingReleases } from "../../../foundation/releases/index.ts";
import type { ReleasePorts } from "../../../foundation/releases/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { assess } from "../../../policy/assess.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { hashOfAssessment, mayAssess, mayReadAssessments, textsOf, unknownAssessment } from "../rules/assessment.ts";
import type { AssessmentHead, AssessmentPlace, KeptAssessment, SentDraft } from "../rules/assessment.ts";
import { listAssessments, loadAssessment, saveAssessment } from "../store.ts";
import { countTouched } from "./impact.ts";
import { entriesAssessed, reportOf } from "./report.ts";

/** Assessments of a page. */
export const ASSESSMENTS_A_PAGE = 50;

const newest: AssessmentPlace = {
  at: new Date("9999-12-31T00:00:00Z"),
  assessment: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

/** What assessments stand on. */
export type AssessmentPorts = Pick<ReleasePorts, "db" | "clock" | "base">;

/**
 * Assesses a draft over the policy of today and keeps the report; one without standing is kept as well. Refuses what
 * `mayAssess` and `checkTexts` refuse.
 */
export async function makeAssessment(
  { db, clock, base }: AssessmentPorts,
  by: SignedIn,
  asked: SentDraft & { readonly title: string; readonly policy: PolicySnapshot },
): Promise<Outcome<KeptAssessment>> {
  const may = mayAssess(by);
  if (!may.ok) return may;
  const files = textsOf(asked);
  const fit = checkTexts(files);
  if (!fit.ok) return fit;
  const { policy, title } = asked;
  const releases = (await db.read(standingReleases)).map(layerOf);
  const found = assess({ ...base, day: policy.day, releases }, policy, new Map(Object.entries(files)));
  const entries = entriesAssessed(found, policy);
  const counts = await countTouched(db, { entries, policy, today: clock.today() });
  const report = reportOf(found, { policy, folders: base.folders, counts });
  const document = JSON.stringify(files);
  const kept: KeptAssessment = {
    assessment: randomUUID(),
    organisation: by.organisation,
    account: by.account,
    title,
    document,
    standing: found.standing,
    report,
    hash: hashOfAssessment(document, report),
    policyHash: Buffer.from(policy.hash, "hex"),
    madeAt: new Date(clock.now()),
  };
  return inOneTransaction(db, async (tx) => {
    await saveAssessment(tx, kept);
    const state = { standing: kept.standing, hash: kept.hash.toString("hex") };
    const deed = { at: kept.madeAt, account: by, action: "policy.assess", purpose: title, target: kept.assessment };
    await record(tx, { ...deed, state });
    return granted(kept);
  });
}

/** An assessment of one's own office. Refuses `accounts.role`; another office's is as absent as one that never was. */
export async function readAssessment(
  { db }: AssessmentPorts,
  by: SignedIn,
  id: string,
): Promise<Outcome<KeptAssessment>> {
  const may = mayReadAssessments(by);
  if (!may.ok) return may;
  const kept = await db.read((tx) => loadAssessment(tx, id, by.organisation));
  return kept === undefined ? unknownAssessment : granted(kept);
}

/** Assessments of one's own office, newest first. Refuses `accounts.role`. */
export async function readAssessments(
  { db }: AssessmentPorts,
  by: SignedIn,
  before: AssessmentPlace | null,
): Promise<Outcome<readonly AssessmentHead[]>> {
  const may = mayReadAssessments(by);
  if (!may.ok) return may;
  const asked = { organisation: by.organisation, before: before ?? newest, limit: ASSESSMENTS_A_PAGE };
  return granted(await db.read((tx) => listAssessments(tx, asked)));
}
