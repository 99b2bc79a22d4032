// From which day a decision may be repaired, and why. Order 36: the minimum term runs from the day of the document.
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal, RefusalCode } from "../../../kernel/refusal.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import type { PublicityPolicy, Severity } from "../../../policy/publicity-rule.ts";
import type { RepairPolicy, RepairScope } from "../../../policy/repair.ts";
import { chooseTerm, repairableFrom } from "../../../policy/severity-term.ts";
import type { SeverityTermRule } from "../../../policy/severity-term.ts";
import { articleOf } from "../../../policy/source.ts";
import { REPAIR_RULE } from "./judge.ts";

/** What is known of the decision. Days are legal days in Asia/Shanghai. */
export interface DecisionFacts {
  readonly entry: string;
  /** Id of the list, where it is a listing on one that the policy knows. */
  readonly list: string | null;
  readonly severity: Severity | null;
  readonly decidedOn: Day | null;
  /** An act has ended it for good, and nothing has taken that back. */
  readonly ended: boolean;
  /** Last day of its own term, where one runs: what has run out needs no repair. */
  readonly shownUntil: Day | null;
  /** An application about it is under way. */
  readonly open: boolean;
}

/** The part of a policy snapshot that it is judged by. */
export interface EligiblePolicy {
  readonly repair: RepairPolicy | null;
  readonly entries: ReadonlyMap<string, Pick<CatalogueEntry, "publicityRule">>;
  readonly lists: ReadonlyMap<string, Pick<ListProcedure, "exits">>;
  readonly publicity: PublicityPolicy;
}

export interface Eligibility {
  /** First day on which it may be applied for; null where that cannot be reckoned. */
  readonly from: Day;
  /** The severity that was judged. */
  readonly severity: Severity;
  /** Edition of the term that governs, by the transition rule. */
  readonly edition: string;
  /** `source#article`. */
  readonly article: string;
  readonly monthsMin: number;
}

function no(code: RefusalCode, more: Partial<Refusal> = {}): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ code, kind: "conflict", article: REPAIR_RULE, ...more });
}

const isSeverityTerm = (rule: PublicityPolicy["rules"][number]): rule is SeverityTermRule =>
  rule.kind === "severity-term";

/** Repair is for what the rules name, unless a law bars it or the list's own rule knows another way out. */
function scopeOf(facts: DecisionFacts, { repair, lists }: EligiblePolicy): Outcome<RepairScope> {
  const scope = repair?.scope.find(({ entry }) => entry === facts.entry);
  if (repair === null || scope === undefined) return no("repair.not-in-scope");
  const barred = repair.notRepairable.find(
    ({ entry, list }) => entry === facts.entry || (list !== null && list === facts.list),
  );
  if (barred !== undefined)
    return no("repair.barred", { article: articleOf(barred.basis), values: { rule: barred.zh } });
  if (scope.by === "severity") return granted(scope);
  const procedure = facts.list === null ? undefined : lists.get(facts.list);
  return procedure?.exits.includes("repair") === true ? granted(scope) : no("repair.other-path");
}

/** The term that governs: the more favourable of the edition of its day and the present one. */
function termOf(
  facts: DecisionFacts,
  policy: EligiblePolicy,
  { scope, day }: { scope: RepairScope; day: Day },
): Outcome<Eligibility> {
  const { publicity, repair } = policy;
  if (facts.decidedOn === null || repair === null) return no("repair.no-decision-day");
  const own = policy.entries.get(facts.entry)?.publicityRule;
  const rule =
    scope.by === "severity"
      ? publicity.rules.filter(isSeverityTerm).find(({ id }) => id === own)
      : publicity.rules.find(isSeverityTerm);
  const severity = scope.by === "severity" ? (facts.severity ?? "unclassified") : repair.listSeverity.severity;
  const chosen = rule === undefined ? null : chooseTerm(rule, { severity, decidedOn: facts.decidedOn, on: day });
  if (chosen === null) return no("repair.no-term");
  const { monthsMin } = chosen.term;
  return granted({
    from: repairableFrom(facts.decidedOn, monthsMin, publicity.convention),
    severity,
    edition: chosen.edition.id,
    article: articleOf(chosen.edition.basis),
    monthsMin,
  });
}

/**
 * From which day the decision may be repaired, whatever day it is. Refuses `repair.not-in-scope`, `repair.barred` with the
 * law, `repair.other-path` (a list whose rule knows no repair), `repair.ended`, `repair.over`, `repair.no-decision-day`.
 */
export function eligibility(facts: DecisionFacts, policy: EligiblePolicy, day: Day): Outcome<Eligibility> {
  const scope = scopeOf(facts, policy);
  if (!scope.ok) return scope;
  if (facts.ended) return no("repair.ended");
  if (facts.shownUntil !== null && facts.shownUntil < day) return no("repair.over");
  return termOf(facts, policy, { scope: scope.value, day });
}

/** What is judged besides when an application comes in. */
export interface ApplyingFacts extends DecisionFacts {
  readonly kind: "repair" | "bankruptcy";
}

/**
 * Whether it may be applied for today. Besides what `eligibility` refuses: `repair.waiting` (an operator has not confirmed
 * the rules), `repair.already-open`, and `repair.too-early` with the first lawful day. A court's plan waits for no term.
 */
export function judgeApplying(facts: ApplyingFacts, policy: EligiblePolicy, day: Day): Outcome<Eligibility> {
  const waiting = policy.repair?.waiting.length ?? 0;
  if (waiting > 0) return no("repair.waiting", { kind: "unavailable", values: { count: waiting } });
  const found = eligibility(facts, policy, day);
  if (!found.ok) return found;
  if (facts.open) return no("repair.already-open");
  const { from, article } = found.value;
  if (facts.kind === "repair" && day < from)
    return no("repair.too-early", { kind: "too-early", availableFrom: from, article });
  return found;
}
