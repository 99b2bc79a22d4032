// 公示期的选用: which edition's term governs a decision, and from which day on repair may be applied for.
import { addDays, isWithin, lastDayOf } from "../kernel/day.ts";
import type { Day } from "../kernel/day.ts";
import type { CountingConvention, PublicityRule, Severity, SeverityTerm, TermEdition } from "./publicity-rule.ts";

export type SeverityTermRule = Extract<PublicityRule, { kind: "severity-term" }>;

/** One edition's term for one severity, the cap on unclassified ones applied. */
export interface ChosenTerm {
  readonly edition: TermEdition;
  readonly term: SeverityTerm;
}

/** "At once" is the day of the document itself; otherwise the day after the least term has run. */
export function repairableFrom(decidedOn: Day, monthsMin: number, convention: CountingConvention): Day {
  return monthsMin === 0 ? decidedOn : addDays(lastDayOf({ from: decidedOn, months: monthsMin, convention }), 1);
}

/**
 * The edition that governs a decision: of the one in force on its day and the present one, that which is more
 * favourable to the subject, that is, ends earlier. Of equals the later. Null when neither exists.
 */
export function chooseTerm(
  rule: SeverityTermRule,
  judged: { readonly severity: Severity; readonly decidedOn: Day; readonly on?: Day },
): ChosenTerm | null {
  let best: ChosenTerm | null = null;
  for (const edition of [editionOn(rule, judged.on ?? newestDay(rule)), editionOn(rule, judged.decidedOn)]) {
    if (edition === undefined || (judged.on !== undefined && edition.inForce > judged.on)) continue;
    const candidate = { edition, term: termOf(edition, judged.severity) };
    if (best === null || isPreferred(candidate, best)) best = candidate;
  }
  return best;
}

function editionOn(rule: SeverityTermRule, day: Day): TermEdition | undefined {
  return rule.editions.find((edition) => isWithin(day, { from: edition.inForce, until: edition.until }));
}

function newestDay(rule: SeverityTermRule): Day {
  return rule.editions.reduce(
    (newest, edition) => (edition.inForce > newest ? edition.inForce : newest),
    "0001-01-01" as Day,
  );
}

/** Months order the ends of one decision as its days do, so no day need be reckoned to choose. */
function isPreferred(candidate: ChosenTerm, best: ChosenTerm): boolean {
  const byEnd = lengthOf(candidate.term) - lengthOf(best.term);
  if (byEnd !== 0) return byEnd < 0;
  const byRepair = candidate.term.monthsMin - best.term.monthsMin;
  return byRepair === 0 ? candidate.edition.inForce > best.edition.inForce : byRepair < 0;
}

function lengthOf(term: SeverityTerm): number {
  return term.shown ? term.monthsMax : -1;
}

/** 未分类 is never worse off than 一般, whatever a pack says. */
function termOf(edition: TermEdition, severity: Severity): SeverityTerm {
  const term = edition.terms[severity];
  if (severity !== "unclassified") return term;
  const { general } = edition.terms;
  return {
    shown: term.shown && general.shown,
    monthsMin: Math.min(term.monthsMin, general.monthsMin),
    monthsMax: Math.min(term.monthsMax, general.monthsMax),
  };
}
