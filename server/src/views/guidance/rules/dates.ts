// The date calculator: what was asked, and what the very clock of the public pages says to it.
import { isWithin, lastDayOf, readDay } from "../../../kernel/day.ts";
import type { Day, DayFault } from "../../../kernel/day.ts";
import type { CountingConvention, PublicityRule, Severity, TermEdition } from "../../../policy/publicity-rule.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Mark } from "../../../policy/source.ts";
import type { Publicity, publicity } from "../../visibility/index.ts";
import { cite, citeReference } from "./citation.ts";
import type { Citation } from "./citation.ts";

export const severities: readonly Severity[] = ["minor", "general", "serious", "unclassified"];

/** What was typed; null for a field that was not sent. */
export interface AskedDates {
  readonly decided: string | null;
  readonly severity: string | null;
}

export type DatesFault =
  | { readonly field: "decided"; readonly reason: Exclude<DayFault, "impossible"> }
  | { readonly field: "decided"; readonly reason: "impossible"; readonly month: number; readonly dayOfMonth: number }
  | { readonly field: "decided"; readonly reason: "future"; readonly today: Day }
  | { readonly field: "severity"; readonly reason: "unknown" };

/** One edition that could govern the decision, with what it alone would give. */
export interface Candidate {
  readonly citation: Citation;
  readonly repairableFrom: Day | null;
  readonly shownUntil: Day | null;
  readonly shown: boolean;
  readonly chosen: boolean;
  /** In force on the day of the decision. */
  readonly covers: boolean;
}

export interface DatesAnswer {
  readonly decidedOn: Day;
  readonly severity: Severity;
  readonly shown: boolean;
  readonly repairableFrom: Day | null;
  /** Last day shown; where it is the rule not to show, the last on which it could be. Null where no rule holds. */
  readonly until: Day | null;
  readonly over: boolean;
  readonly asGeneral: boolean;
  readonly citation: Citation | null;
  readonly convention: CountingConvention;
  readonly conventionCitation: Citation;
  readonly candidates: readonly Candidate[];
  readonly transitionMark: Mark;
}

export interface DatesModel {
  readonly asked: { readonly decided: string; readonly severity: string };
  readonly faults: readonly DatesFault[];
  readonly answer: DatesAnswer | null;
}

type SeverityTermRule = Extract<PublicityRule, { kind: "severity-term" }>;

/** @param clock `publicity` of visibility: there is one clock, and this page only asks it. */
export function datesModel(
  asked: AskedDates,
  { policy, clock }: { readonly policy: PolicySnapshot; readonly clock: typeof publicity },
): DatesModel {
  const typed = { decided: asked.decided ?? "", severity: asked.severity ?? "general" };
  if (asked.decided === null) return { asked: typed, faults: [], answer: null };
  const severity = severities.find((one) => one === typed.severity);
  const day = readDay(typed.decided);
  const faults: DatesFault[] = [];
  if (!day.ok) faults.push(dayFault(day.reason, typed.decided));
  else if (day.day > policy.day) faults.push({ field: "decided", reason: "future", today: policy.day });
  if (severity === undefined) faults.push({ field: "severity", reason: "unknown" });
  if (faults.length > 0 || !day.ok || severity === undefined) return { asked: typed, faults, answer: null };
  return { asked: typed, faults, answer: answerOf({ decidedOn: day.day, severity }, policy, clock) };
}

function dayFault(reason: DayFault, written: string): DatesFault {
  if (reason !== "impossible") return { field: "decided", reason };
  const figures = written
    .normalize("NFKC")
    .replaceAll(/[^\d]+/g, " ")
    .trim();
  const parts = /^\d{8}/.test(figures) ? [figures.slice(4, 6), figures.slice(6, 8)] : figures.split(" ").slice(1, 3);
  return { field: "decided", reason, month: Number(parts[0]), dayOfMonth: Number(parts[1]) };
}

interface Decision {
  readonly decidedOn: Day;
  readonly severity: Severity;
}

function answerOf(decision: Decision, policy: PolicySnapshot, clock: typeof publicity): DatesAnswer | null {
  const rule = policy.publicity.rules.find((one) => one.kind === "severity-term");
  if (rule === undefined) return null;
  const { convention, conventionBasis, conventionMark } = policy.publicity;
  const judged = judge(decision, { policy, clock, editions: rule.editions, rule });
  const edition = rule.editions.find((one) => one.id === judged.edition);
  const until = judged.shownUntil ?? exceptionalEnd(decision, edition, convention);
  return {
    ...decision,
    shown: judged.shown,
    repairableFrom: judged.repairableFrom,
    until,
    over: until !== null && until < policy.day,
    asGeneral: judged.reason === "term-as-general",
    citation: judged.article === null ? null : citeReference(policy, judged.article, edition?.mark),
    convention,
    conventionCitation: cite(policy, conventionBasis, conventionMark),
    candidates: candidatesOf(rule, decision, policy.day).map((one): Candidate => {
      const alone = judge(decision, { policy, clock, editions: [one], rule });
      return {
        citation: cite(policy, one.basis, one.mark),
        repairableFrom: alone.repairableFrom,
        shownUntil: alone.shownUntil,
        shown: alone.shown,
        chosen: one.id === judged.edition,
        covers: isWithin(decision.decidedOn, { from: one.inForce, until: one.until }),
      };
    }),
    transitionMark: rule.transitionMark,
  };
}

/** Asked as on the day of the decision, so that a late receipt shortens nothing. */
function judge(
  { decidedOn, severity }: Decision,
  by: {
    readonly policy: PolicySnapshot;
    readonly clock: typeof publicity;
    readonly rule: SeverityTermRule;
    readonly editions: readonly TermEdition[];
  },
): Publicity {
  const none = { validFrom: null, validUntil: null, providerShownUntil: null };
  return by.clock({
    entry: { publicityRule: by.rule.id },
    facts: { severity, decidedOn, receivedOn: decidedOn, ...none },
    policy: { ...by.policy.publicity, rules: [{ ...by.rule, editions: by.editions }] },
    on: by.policy.day,
  });
}

/** Of what is not shown as a rule, the last day to which an exception could run. */
function exceptionalEnd(
  { decidedOn, severity }: Decision,
  edition: TermEdition | undefined,
  convention: CountingConvention,
): Day | null {
  const months = edition?.terms[severity].monthsMax ?? 0;
  return months === 0 ? null : lastDayOf({ from: decidedOn, months, convention });
}

/** The edition in force on the day of the decision and the present one, older first; one where they are the same. */
function candidatesOf({ editions }: SeverityTermRule, { decidedOn }: Decision, today: Day): readonly TermEdition[] {
  return editions
    .filter((edition) =>
      [decidedOn, today].some((day) => isWithin(day, { from: edition.inForce, until: edition.until })),
    )
    .toSorted((a, b) => (a.inForce < b.inForce ? -1 : 1));
}
