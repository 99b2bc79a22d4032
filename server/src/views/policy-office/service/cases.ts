// The cases that a draft brings with it, by the rules that pages, case rooms and checks themselves stand on.
import type { CaseOutcome } from "../../../foundation/releases/index.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import { readOverlayCases } from "../../../policy/cases.ts";
import type { PublicityCase } from "../../../policy/cases.ts";
import type { PolicyOverlay } from "../../../policy/policy-files.ts";
import type { ListCase } from "../../../policy/list-file.ts";
import type { MeasureCase } from "../../../policy/measure-file.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { AccessCase } from "../../../policy/access-file.ts";
import type { RepairCase } from "../../../policy/repair-file.ts";
import { playListCase } from "../../../records/lists/index.ts";
import { repairCaseFaults } from "../../../records/repair/index.ts";
import { playAccessCase } from "../../sharing/index.ts";
import { measureCaseFaults, playMeasureCase } from "../../measures/index.ts";
import { hasEnded, publicity, visible } from "../../visibility/index.ts";

/**
 * Runs the cases that a draft brings with it (`visibility`, `lists`, `measures`, `access`, `repair`) over the policy as it would stand with it on
 * its day: whatever day a case asks about, it is judged by that policy. Terms in working days need the calendar; without
 * one no case of a list or a repair holds.
 */
export function runCases(
  { snapshot, calendar }: { readonly snapshot: PolicySnapshot; readonly calendar: WorkingCalendar | null },
  draft: PolicyOverlay,
): readonly CaseOutcome[] {
  const { publicity: shown, lists, measures, access, repair } = readOverlayCases(draft);
  return [
    ...shown.map((one) => runCase(snapshot, one)),
    ...lists.map((one) => runListCase(one, { policyOn: () => snapshot, calendar })),
    ...measures.map((one) => runMeasureCase(snapshot, one)),
    ...access.map((one) => runAccessCase(snapshot, one)),
    ...repair.map((one) => runRepairCase(one, { policyOn: () => snapshot, calendar })),
  ];
}

function runMeasureCase(snapshot: PolicySnapshot, one: MeasureCase): CaseOutcome {
  const faults = measureCaseFaults(playMeasureCase(snapshot, one), one);
  return { title: one.case, passed: faults.length === 0, told: faults.join("; ") };
}

function runAccessCase({ access }: PolicySnapshot, one: AccessCase): CaseOutcome {
  const told = (outcome: AccessCase["then"]): string =>
    "refused" in outcome ? outcome.refused : outcome.entries.join(", ");
  return outcomeOf(one.case, { came: told(playAccessCase(access, one)), wanted: told(one.then) });
}

function runRepairCase(one: RepairCase, { policyOn, calendar }: ListPlay): CaseOutcome {
  const faults = calendar === null ? ["calendar"] : repairCaseFaults(one, { policyOn, calendar });
  return { title: one.case, passed: faults.length === 0, told: faults.join("; ") };
}

interface ListPlay {
  readonly policyOn: () => PolicySnapshot;
  readonly calendar: WorkingCalendar | null;
}

/** A code, and the day from which it may be asked again. */
const said = (code: string, from: Day | null | undefined): string => [code, from ?? ""].join(" ").trim();

const outcomeOf = (
  title: string,
  { came, wanted }: { readonly came: string; readonly wanted: string },
): CaseOutcome => {
  const passed = came === wanted;
  return { title, passed, told: passed ? "" : `${came} (${wanted})` };
};

/** Refused as it should be and from the day it should be, or granted with the last day it should have. */
function runListCase(one: ListCase, { policyOn, calendar }: ListPlay): CaseOutcome {
  const { case: title, then: expected } = one;
  if (calendar === null) return { title, passed: false, told: "calendar" };
  const outcome = playListCase(one, { policyOn, calendar });
  const wanted =
    "refused" in expected ? said(expected.refused, expected.from) : said("granted", expected.until ?? null);
  if (!outcome.ok) return outcomeOf(title, { came: said(outcome.refusal.code, outcome.refusal.availableFrom), wanted });
  const isUntilAsked = "granted" in expected && expected.until !== undefined;
  return outcomeOf(title, { came: said("granted", isUntilAsked ? outcome.value?.validUntil : null), wanted });
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
