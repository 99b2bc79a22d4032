// The cases that a draft brings with it, by the rules that the public page itself stands on.
import type { CaseOutcome } from "../../../foundation/releases/index.ts";
import { readOverlayCases } from "../../../policy/cases.ts";
import type { PublicityCase } from "../../../policy/cases.ts";
import type { PolicyOverlay } from "../../../policy/policy-files.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { hasEnded, publicity, visible } from "../../visibility/index.ts";

/** Runs `visibility/cases.yaml` of a draft over the policy as it would stand with it. */
export function runCases(snapshot: PolicySnapshot, draft: PolicyOverlay): readonly CaseOutcome[] {
  return readOverlayCases(draft).map((one) => runCase(snapshot, one));
}

const ASKED = ["shown", "shownUntil", "repairableFrom"] as const;

function runCase(snapshot: PolicySnapshot, one: PublicityCase): CaseOutcome {
  const entry = snapshot.entries.get(one.entry);
  if (entry === undefined) return { title: one.title, passed: false, told: one.entry };
  const convention = one.convention ?? snapshot.publicity.convention;
  const policy = { ...snapshot, day: one.day, publicity: { ...snapshot.publicity, convention } };
  const facts = {
    severity: one.severity,
    decidedOn: one.decidedOn,
    validFrom: null,
    validUntil: one.validUntil,
    providerShownUntil: one.providerShownUntil,
    receivedOn: one.received,
  };
  const judged = publicity({ entry, facts, policy: policy.publicity, on: one.day });
  const ended = one.ended !== null && hasEnded([{ kind: "repaired", effective: one.ended }], one.day, "public-page");
  const statement = { entry: one.entry, subjectKind: "enterprise", facts, newest: true, paused: false } as const;
  const shown = visible({ statement, channel: "public-page", day: one.day, policy, ended });
  const came = { shown, shownUntil: judged.shownUntil, repairableFrom: judged.repairableFrom };
  const failed = ASKED.filter((key) => one.expected[key] !== undefined && one.expected[key] !== came[key]);
  const told = failed.map((key) => `${key}: ${came[key] ?? "-"} (${one.expected[key] ?? "-"})`);
  return { title: one.title, passed: failed.length === 0, told: told.join("; ") };
}
