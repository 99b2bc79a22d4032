import type { Day } from "../../../kernel/day.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { DECIDED_EXITS, NO_TERMS, STEP_KINDS, stateOf } from "./case.ts";
import type { DecidedExit } from "./case.ts";
import { defenceUntil, judgeStep } from "./judge.ts";
import type { Judging, StepWish } from "./verdict.ts";

/** A step that may come now, or on a day that is known. */
export interface NextStep {
  readonly kind: StepWish["kind"];
  readonly exit: DecidedExit | null;
  /** Whose step it is: the deciding authority's, its second person's, or the subject's. */
  readonly by: "authority" | "second-person" | "subject";
  /** First day on which it may be taken; today where it may be taken now. */
  readonly from: Day;
}

const SUBJECTS: ReadonlySet<string> = new Set(["defence", "waiver"]);
const SECOND: ReadonlySet<string> = new Set([
  "late-entry",
  "decision-returned",
  "decision-approved",
  "exit-returned",
  "exit-approved",
]);

/** Nobody: so that what only a second person may do is shown to whoever looks. */
const ANYBODY = "";

function wishes({ procedure, calendar, file, day }: Judging): readonly StepWish[] {
  const state = stateOf(file);
  const kinds = STEP_KINDS.filter((kind) => !["open", "exit", "repaired", "repair-revoked"].includes(kind));
  // A hearing is set for a day far enough off: whether one may be set at all is the question here.
  const far = state.hearingAsked ? lastKnownDay(calendar.years) : null;
  const plain = kinds.map((kind): StepWish => {
    const terms = { ...NO_TERMS, hearingOn: far };
    return { kind: kind as StepWish["kind"], on: null, person: ANYBODY, terms };
  });
  const exits = DECIDED_EXITS.map((exit): StepWish => {
    const correctedOn = procedure.earlyRemoval?.from === "correction" ? day : null;
    const conditionsMet = procedure.earlyRemoval?.conditions ?? [];
    return { kind: "exit", on: null, person: ANYBODY, terms: { ...NO_TERMS, exit, correctedOn, conditionsMet } };
  });
  return [...plain, ...exits];
}

function lastKnownDay(years: ReadonlySet<number>): Day {
  return `${String(Math.max(...years)).padStart(4, "0")}-12-31` as Day;
}

function sideOf(kind: StepWish["kind"]): NextStep["by"] {
  if (SUBJECTS.has(kind)) return "subject";
  return SECOND.has(kind) ? "second-person" : "authority";
}

/** What may be done with a case, and from which day on; empty where it is closed. */
export function nextSteps(judging: Judging): readonly NextStep[] {
  return wishes(judging).flatMap((wish) => {
    const verdict = judgeStep(judging, wish);
    const from = verdict.ok ? judging.day : verdict.refusal.availableFrom;
    if (from === undefined) return [];
    return [{ kind: wish.kind, exit: wish.terms.exit, by: sideOf(wish.kind), from }];
  });
}

/** A step whose turn it would be, and why it may not be taken today. */
export interface HeldStep {
  readonly kind: StepWish["kind"];
  readonly exit: DecidedExit | null;
  readonly by: NextStep["by"];
  readonly refusal: Refusal;
}

/** What holds a step up until something happens or a day comes; that it is not its turn is no such reason. */
const HOLDS: ReadonlySet<string> = new Set([
  "lists.defence-running",
  "lists.hearing-pending",
  "lists.hearing-not-yet",
  "lists.exit-too-early",
  "lists.calendar-unknown",
  "lists.not-live",
  "lists.lapsed",
  "lists.not-competent",
  "lists.basis-unknown",
  "lists.basis-not-yet",
  "lists.basis-expired",
  "lists.basis-foreign",
  "lists.term-over",
]);

/** The steps that are held up, each with its reason and, where it is known, the day on which the reason ends. */
export function heldSteps(judging: Judging): readonly HeldStep[] {
  return wishes(judging).flatMap((wish) => {
    const verdict = judgeStep(judging, wish);
    if (verdict.ok || !HOLDS.has(verdict.refusal.code)) return [];
    return [{ kind: wish.kind, exit: wish.terms.exit, by: sideOf(wish.kind), refusal: verdict.refusal }];
  });
}

/** Last day for statement and defence, for whoever is shown the case; null before service and where no calendar tells. */
export function defenceDeadline({ file, procedure, calendar }: Judging): Day | null {
  return defenceUntil(stateOf(file), procedure, calendar) ?? null;
}
