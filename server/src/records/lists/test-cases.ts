// Invented cases for tests: the shipped policy, an officer, his colleague, the subject.
import { fileURLToPath } from "node:url";
import type { Day } from "../../kernel/day.ts";
import { loadCalendar } from "../../policy/calendar.ts";
import type { MarkedCalendar } from "../../policy/calendar.ts";
import type { ListProcedure } from "../../policy/list-procedure.ts";
import { policyAt } from "../../policy/load.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { NO_TERMS } from "./rules/case.ts";
import type { CaseFile, CaseStep, StepKind, StepTerms } from "./rules/case.ts";

export const SHIPPED = fileURLToPath(new URL("../../../../policy", import.meta.url));
export const REGION = "990100";
export const day = (text: string): Day => text as Day;

export function shippedOn(on: string): PolicySnapshot {
  const load = policyAt({ folders: [SHIPPED], region: REGION, day: day(on) });
  if (!load.ok) throw new Error(JSON.stringify(load.faults));
  return load.snapshot;
}

export function shippedCalendar(): MarkedCalendar {
  const load = loadCalendar([SHIPPED], REGION);
  if (!load.ok) throw new Error(JSON.stringify(load.faults));
  return load.calendar;
}

export function procedureIn(policy: PolicySnapshot, id: string): ListProcedure {
  const procedure = policy.lists.get(id);
  if (procedure === undefined) throw new Error(id);
  return procedure;
}

export function step(
  kind: StepKind,
  on: Day,
  more: Partial<Omit<CaseStep, "terms">> & { readonly terms?: Partial<StepTerms> } = {},
): CaseStep {
  const { terms, ...rest } = more;
  return { kind, day: on, on, person: "officer", ...rest, terms: { ...NO_TERMS, ...terms } };
}

export function fileOf(steps: readonly CaseStep[], more: Partial<CaseFile> = {}): CaseFile {
  return {
    case: "00000000-0000-4000-8000-000000000001",
    list: "wage-arrears",
    subject: "91990100MA0XH0026G",
    subjectKind: "enterprise",
    organisation: "11990100990004114B",
    ground: "mass-incident",
    steps,
    ...more,
  };
}
