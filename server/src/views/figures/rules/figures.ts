import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { ProvidersOf } from "../../visibility/index.ts";
import { firstDay, lastDay } from "./month.ts";
import type { Month } from "./month.ts";
import { isOverdue, punctualityOf } from "./punctuality.ts";
import type { Term, Verdict } from "./punctuality.ts";

interface Source {
  readonly provider: string;
  readonly entry: string;
}

/** What the receipts of a month's batches add up to; rows of natural persons and a form's own lines are left out. */
export interface BatchSums extends Source {
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly rejected: number;
  /** Rows of `accepted` whose batch was taken back later. */
  readonly withdrawn: number;
}

/** Questions of a month's batches that a person has decided since. */
export interface DecidedQuestions extends Source {
  readonly takenIn: number;
  readonly sentBack: number;
}

/** Statements of one month that share everything their verdict follows from. */
export interface DayGroup extends Source {
  readonly decidedOn: Day | null;
  readonly receivedOn: Day;
  readonly correction: boolean;
  readonly count: number;
}

/** Decisions of a department that another provider has reported. `provider` is the department. */
export interface SecondGroup extends Source {
  readonly decidedOn: Day | null;
  /** Whether the department itself has reported them, then or since. */
  readonly reported: boolean;
  readonly count: number;
}

/** 零报告: a declaration that there was nothing to send from a day on. */
export interface NilReturn extends Source {
  readonly nilFrom: Day;
  readonly through: Day;
}

/** Everything of one month from which its figures are computed. */
export interface MonthFacts {
  readonly month: Month;
  readonly batches: readonly BatchSums[];
  readonly questions: readonly DecidedQuestions[];
  readonly groups: readonly DayGroup[];
  readonly second: readonly SecondGroup[];
  readonly nil: readonly NilReturn[];
}

/** Numbers of rows. `submitted` = accepted + duplicates + quarantined + rejected. */
export interface Numbers extends Readonly<Record<Verdict, number>> {
  readonly submitted: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly rejected: number;
  readonly withdrawn: number;
  readonly takenIn: number;
  readonly sentBack: number;
  /** Decisions known from a second source; 0 is 无第二来源. */
  readonly second: number;
  /** 疑似瞒报: of these, overdue and not reported by their own department. */
  readonly missing: number;
}

/** sent: something came · nil 零报告: nothing came, and that was declared · none: nothing came and nothing was said. */
export type ReportState = "sent" | "nil" | "none";

/** One department's month of one entry. */
export interface FigureLine extends Numbers, Source {
  readonly providerName: string;
  readonly region: string;
  readonly state: ReportState;
}

/** The instrument of 双公示: entries stand under it whose update term names it. */
const dualPublicity = "dual-publicity-424";

/** The entries of 双公示 with their term: whatever the catalogue binds to the instrument, and nothing by name. */
export function dualEntries(policy: PolicySnapshot): readonly CatalogueEntry[] {
  return [...policy.entries.values()].filter((entry) => entry.updateTerm?.basis.source === dualPublicity);
}

export function termOf(entry: CatalogueEntry, calendar: WorkingCalendar | null): Term {
  return { workingDays: entry.updateTerm?.workingDays ?? 0, calendar };
}

const keyOf = ({ entry, provider }: Source): string => `${entry} ${provider}`;

const nothing: Numbers = {
  submitted: 0,
  accepted: 0,
  duplicates: 0,
  quarantined: 0,
  rejected: 0,
  withdrawn: 0,
  takenIn: 0,
  sentBack: 0,
  timely: 0,
  late: 0,
  undated: 0,
  uncountable: 0,
  correction: 0,
  second: 0,
  missing: 0,
};

/** Several numbers added up. */
export function sumOf(lines: readonly Numbers[]): Numbers {
  const sum = { ...nothing };
  for (const line of lines) for (const key of Object.keys(nothing) as (keyof Numbers)[]) sum[key] += line[key];
  return sum;
}

export interface FiguresQuestion {
  readonly policy: PolicySnapshot;
  readonly today: Day;
  readonly calendar: WorkingCalendar | null;
  readonly providersOf: ProvidersOf;
}

/** One line for every department and entry of 双公示; also for one that sent and is on the register no more. */
export function figureLines(facts: MonthFacts, question: FiguresQuestion): readonly FigureLine[] {
  const { policy } = question;
  const numbers = numbersOf(facts, question);
  return dualEntries(policy).flatMap((entry) => {
    const departments = question.providersOf(entry, policy);
    const known = new Set(departments.map((one) => one.uscc));
    const gone = [...numbers.values()].filter((one) => one.entry === entry.id && !known.has(one.provider));
    const named = [
      ...departments.map(({ uscc, zh, region }) => ({ provider: uscc, providerName: zh, region })),
      ...gone.map(({ provider }) => ({
        provider,
        providerName: policy.providers.get(provider)?.zh ?? provider,
        region: policy.providers.get(provider)?.region ?? policy.region,
      })),
    ];
    return named.map((one) => {
      const source = { entry: entry.id, provider: one.provider };
      const line = numbers.get(keyOf(source)) ?? nothing;
      return { ...nothing, ...line, ...source, ...one, state: stateOf(line, source, facts) };
    });
  });
}

function numbersOf(facts: MonthFacts, question: FiguresQuestion): Map<string, Source & Numbers> {
  const found = new Map<string, Source & Record<keyof Numbers, number>>();
  const at = (source: Source): Record<keyof Numbers, number> => {
    const key = keyOf(source);
    const known = found.get(key) ?? { ...nothing, entry: source.entry, provider: source.provider };
    found.set(key, known);
    return known;
  };
  const terms = new Map(dualEntries(question.policy).map((entry) => [entry.id, termOf(entry, question.calendar)]));
  const verdictOf = askedOnce(terms);
  for (const one of facts.batches) {
    const numbers = at(one);
    numbers.accepted += one.accepted;
    numbers.duplicates += one.duplicates;
    numbers.quarantined += one.quarantined;
    numbers.rejected += one.rejected;
    numbers.withdrawn += one.withdrawn;
    numbers.submitted += one.accepted + one.duplicates + one.quarantined + one.rejected;
  }
  for (const one of facts.questions) {
    at(one).takenIn += one.takenIn;
    at(one).sentBack += one.sentBack;
  }
  for (const one of facts.groups) {
    const verdict = verdictOf(one);
    if (verdict !== undefined) at(one)[verdict] += one.count;
  }
  for (const one of facts.second) {
    const term = terms.get(one.entry);
    if (term === undefined) continue;
    at(one).second += one.count;
    if (!one.reported && isOverdue(one.decidedOn, question.today, term)) at(one).missing += one.count;
  }
  return found;
}

/** Days are few and groups many: the calendar is asked once a pair of days. */
function askedOnce(terms: ReadonlyMap<string, Term>): (group: DayGroup) => Verdict | undefined {
  const known = new Map<string, Verdict>();
  return (group) => {
    const term = terms.get(group.entry);
    if (term === undefined) return undefined;
    const key = `${group.entry} ${group.decidedOn} ${group.receivedOn} ${group.correction}`;
    const verdict = known.get(key) ?? punctualityOf(group, term);
    known.set(key, verdict);
    return verdict;
  };
}

/** A nil return counts for a month that it covers from the first day to the last. */
function stateOf(numbers: Numbers, source: Source, { month, nil }: MonthFacts): ReportState {
  if (numbers.submitted > 0) return "sent";
  const covers = nil.some(
    (one) => keyOf(one) === keyOf(source) && one.nilFrom <= firstDay(month) && one.through >= lastDay(month),
  );
  return covers ? "nil" : "none";
}

/** A share in hundredths of a per cent. */
export type Share = number;

/**
 * A share of a whole in hundredths of a per cent, rounded half up; null where the whole is nothing. What is not all is
 * never shown as all, and what is not none never as none.
 */
export function shareOf(part: number, whole: number): Share | null {
  if (whole === 0) return null;
  if (part === 0 || part === whole) return part === 0 ? 0 : 10_000;
  return Math.min(Math.max(Math.round((part * 10_000) / whole), 1), 9_999);
}

/** 合规率: accepted of submitted, duplicates left out: a row that is here already is no fault of its sender. */
export function complianceOf(numbers: Numbers): Share | null {
  return shareOf(numbers.accepted, numbers.submitted - numbers.duplicates);
}

/** 迟报率: late of those that could be judged. */
export function latenessOf(numbers: Numbers): Share | null {
  return shareOf(numbers.late, numbers.late + numbers.timely);
}
