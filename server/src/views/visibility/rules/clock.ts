import { addDays, lastDayOf } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { CountingConvention, PublicityPolicy, PublicityRule, Severity } from "../../../policy/publicity-rule.ts";
import { chooseTerm, repairableFrom } from "../../../policy/severity-term.ts";
import type { SeverityTermRule } from "../../../policy/severity-term.ts";
import { articleOf } from "../../../policy/source.ts";

/** What the clock needs to know of a statement. Days are legal days in Asia/Shanghai. */
export interface PublicityFacts {
  readonly severity: Severity | null;
  readonly decidedOn: Day | null;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  /** 公示截止期 as the provider states it: the last day, inclusive. It can only shorten. */
  readonly providerShownUntil: Day | null;
  readonly receivedOn: Day;
}

/** Why a statement is shown as long as it is, or not at all. */
export type PublicityReason =
  | "term"
  | "term-as-general"
  | "provider-end"
  | "valid-until"
  | "no-fixed-end"
  | "until-ended"
  | "minor-not-shown"
  | "no-decision-day"
  | "no-term"
  | "no-rule"
  | "over-before-received";

/** The publicity period (公示期) of one statement, whatever day it is. */
export interface Publicity {
  /** Whether there is any day on which it is shown. */
  readonly shown: boolean;
  /** First day shown; null when never shown. */
  readonly from: Day | null;
  /** Last day shown, to 24:00; null = no fixed end, or never shown. */
  readonly shownUntil: Day | null;
  /** First day on which repair may be applied for; null where no such term runs. */
  readonly repairableFrom: Day | null;
  /** The severity that was judged; null where the rule does not class. */
  readonly severity: Severity | null;
  readonly edition: string | null;
  /** `source#article` of the rule applied. */
  readonly article: string | null;
  readonly reason: PublicityReason;
}

interface Question {
  readonly entry: Pick<CatalogueEntry, "publicityRule">;
  readonly facts: PublicityFacts;
  readonly policy: PublicityPolicy;
  /** The default is the policy's own. */
  readonly convention?: CountingConvention;
  /** The day whose edition is the present one; without it the newest. */
  readonly on?: Day;
}

/**
 * When a statement is shown on the public page (修复办法, Order 36: terms run from the day of the document; the entry's
 * own rule; 民法典 201–202 for counting). Pure: ends, versions and channels are judged elsewhere.
 */
export function publicity(question: Question): Publicity {
  const rule = ruleOf(question.entry, question.policy);
  if (rule === undefined) return never("no-rule");
  const judged = rule.kind === "severity-term" ? bySeverity(rule, question) : byRecord(rule, question.facts);
  return judged.shown ? settled(judged, question.facts) : judged;
}

/** By hand, since it is asked of every record: `find` would make a function for each. */
function ruleOf(entry: Pick<CatalogueEntry, "publicityRule">, policy: PublicityPolicy): PublicityRule | undefined {
  for (const rule of policy.rules) if (rule.id === entry.publicityRule) return rule;
  return undefined;
}

/** The provider's own end and the day of receipt, which no rule overrides. */
function settled(judged: Publicity, facts: PublicityFacts): Publicity {
  const { providerShownUntil: stated, receivedOn } = facts;
  const shortened = stated !== null && (judged.shownUntil === null || stated < judged.shownUntil);
  const shownUntil = shortened ? stated : judged.shownUntil;
  if (shownUntil !== null && shownUntil < receivedOn) {
    return { ...judged, shownUntil, shown: false, from: null, reason: "over-before-received" };
  }
  return { ...judged, shownUntil, from: receivedOn, reason: shortened ? "provider-end" : judged.reason };
}

/** What a rule says of one severity and day, it says of every record of that day, and few thousand days are decided on. */
interface Reckoned {
  readonly on: Day | undefined;
  readonly counted: CountingConvention;
  readonly bySeverity: Map<Severity, Map<Day, Publicity>>;
}

const reckoned = new WeakMap<SeverityTermRule, Reckoned>();
const mostDays = 20_000;

/** What was reckoned so far of one severity, by the rule as it reads on one day; another day begins anew. */
function reckonedOf(rule: SeverityTermRule, severity: Severity, by: Omit<Reckoned, "bySeverity">): Map<Day, Publicity> {
  let known = reckoned.get(rule);
  if (known === undefined || known.on !== by.on || known.counted !== by.counted) {
    reckoned.set(rule, (known = { ...by, bySeverity: new Map<Severity, Map<Day, Publicity>>() }));
  }
  let days = known.bySeverity.get(severity);
  if (days === undefined || days.size > mostDays) known.bySeverity.set(severity, (days = new Map<Day, Publicity>()));
  return days;
}

function bySeverity(rule: SeverityTermRule, { facts, policy, convention, on }: Question): Publicity {
  const { decidedOn } = facts;
  const severity = facts.severity ?? "unclassified";
  if (decidedOn === null) return { ...never("no-decision-day"), severity };
  const counted = convention ?? policy.convention;
  const days = reckonedOf(rule, severity, { on, counted });
  let judged = days.get(decidedOn);
  if (judged === undefined) days.set(decidedOn, (judged = reckonTerm(rule, { severity, decidedOn, on, counted })));
  return judged;
}

interface TermAsked extends Omit<Reckoned, "bySeverity"> {
  readonly severity: Severity;
  readonly decidedOn: Day;
}

function reckonTerm(rule: SeverityTermRule, { severity, decidedOn, on, counted }: TermAsked): Publicity {
  const chosen = chooseTerm(rule, { severity, decidedOn, ...(on === undefined ? {} : { on }) });
  if (chosen === null) return { ...never("no-term"), severity };
  const { edition, term } = chosen;
  const base = {
    ...never("minor-not-shown"),
    severity,
    edition: edition.id,
    article: articleOf(edition.basis),
    repairableFrom: repairableFrom(decidedOn, term.monthsMin, counted),
  };
  if (!term.shown) return base;
  const shownUntil = lastDayOf({ from: decidedOn, months: term.monthsMax, convention: counted });
  return { ...base, shown: true, shownUntil, reason: severity === "unclassified" ? "term-as-general" : "term" };
}

function byRecord(rule: Exclude<PublicityRule, SeverityTermRule>, facts: PublicityFacts): Publicity {
  const base = { ...never("until-ended"), shown: true, article: articleOf(rule.basis) };
  const { validUntil } = facts;
  // Such a record names no term, only the day of its removal: from that day on it is not shown.
  if (rule.kind === "until-ended") return validUntil === null ? base : { ...base, shownUntil: addDays(validUntil, -1) };
  if (validUntil === null || rule.longTerm.includes(validUntil)) return { ...base, reason: "no-fixed-end" };
  return { ...base, shownUntil: validUntil, reason: "valid-until" };
}

/** The valid-to day as people read it: the day that stands for "long-term" (长期) under the entry's rule is none. */
export function readValidUntil(
  entry: Pick<CatalogueEntry, "publicityRule">,
  validUntil: Day | null,
  policy: PublicityPolicy,
): Day | null {
  const rule = ruleOf(entry, policy);
  const longTerm = rule?.kind === "valid-until" && validUntil !== null && rule.longTerm.includes(validUntil);
  return longTerm ? null : validUntil;
}

function never(reason: PublicityReason): Publicity {
  return {
    shown: false,
    from: null,
    shownUntil: null,
    repairableFrom: null,
    severity: null,
    edition: null,
    article: null,
    reason,
  };
}
