// A case of `repair/cases.yaml`, played by the rules that applications themselves stand on.
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import { repairTerms } from "../../../policy/repair.ts";
import type { RepairCase } from "../../../policy/repair-file.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { stateOf } from "./application.ts";
import type { Proposal, Step } from "./application.ts";
import { nextDue } from "./due.ts";
import { judgeApplying } from "./eligible.ts";
import { judgeStep } from "./judge.ts";
import type { Wish } from "./judge.ts";

/** What a case comes to; a part that is not asked about is left out. */
type Told = { readonly [key in keyof RepairCase["then"]]?: string | number | null | undefined };

/** What a case is played by. */
export interface Play {
  readonly policyOn: (day: Day) => PolicySnapshot;
  readonly calendar: WorkingCalendar;
}

type Given = NonNullable<RepairCase["given"]>;

const STATED = "stated";
/** A shield in a history holds to some later day. */
const SHIELD_THROUGH = "2027-12-31" as Day;

function wishOf(step: Given["done"][number]["step"], given: Given, person: string): Wish {
  const words = given.words ? STATED : null;
  if (!step.startsWith("propose-")) return { kind: step as Wish["kind"], person, words, proposal: null };
  const outcome = step.slice("propose-".length) as Proposal["outcome"];
  const { through } = given;
  return { kind: "propose", person, words, proposal: { outcome, reason: words ?? "", mend: words, through } };
}

/** The steps of a history, or the place of the first that the rules would not have let through. */
function stepsOf(given: Given, reckoning: Parameters<typeof judgeStep>[2]): readonly Step[] | number {
  const full = { ...given, words: true, through: given.through ?? SHIELD_THROUGH };
  const steps: Step[] = [];
  for (const [index, { step, day }] of given.done.entries()) {
    const person = `person-${index}`;
    const wish = wishOf(step, full, person);
    if (index > 0 && !judgeStep({ kind: given.kind, steps }, wish, { ...reckoning, day }).ok) return index;
    steps.push({ kind: index === 0 ? "apply" : wish.kind, day, person, proposal: wish.proposal });
  }
  return steps;
}

function standingTold(steps: readonly Step[], reckoning: Parameters<typeof nextDue>[1]): Told {
  const state = stateOf(steps);
  const due = nextDue(state, reckoning);
  return { due: due?.until ?? null, left: due?.left ?? null, phase: state.phase };
}

function historyTold(given: Given, { policyOn, calendar }: Play): Told {
  const { repair } = policyOn(given.day);
  if (repair === null) return { refused: "repair.no-rules" };
  const { kind, day } = given;
  const reckoning = { terms: repairTerms(repair, given.list), calendar, day };
  const steps = stepsOf(given, reckoning);
  if (typeof steps === "number") return { refused: `done[${steps}]` };
  const told = standingTold(steps, reckoning);
  if (given.step === null) return told;
  const person = given.samePerson ? `person-${given.done.length - 1}` : "another";
  const verdict = judgeStep({ kind, steps }, wishOf(given.step, given, person), reckoning);
  return verdict.ok ? told : { ...told, refused: verdict.refusal.code, from: verdict.refusal.availableFrom ?? null };
}

function decisionTold(decision: NonNullable<RepairCase["decision"]>, { policyOn }: Play): Told {
  const verdict = judgeApplying({ ...decision, kind: "repair" }, policyOn(decision.day), decision.day);
  if (verdict.ok) return { from: verdict.value.from, edition: verdict.value.edition };
  return { refused: verdict.refusal.code, from: verdict.refusal.availableFrom ?? null };
}

/** In what a case does not come out as it was written, one line each: what came, and in brackets what was expected. */
export function repairCaseFaults({ decision, given, then }: RepairCase, play: Play): readonly string[] {
  const { granted: _granted, ...parts } = then;
  const told = {
    ...(decision === undefined ? {} : decisionTold(decision, play)),
    ...(given === undefined ? {} : historyTold(given, play)),
  };
  const expected: Told = { ...parts, refused: parts.refused ?? null };
  return (Object.keys(expected) as (keyof Told)[]).flatMap((key) => {
    const [came, wanted] = [told[key] ?? null, expected[key] ?? null];
    return came === wanted ? [] : [`${key}: ${came ?? "-"} (${wanted ?? "-"})`];
  });
}
