// The rules of a day and the page of one source, as models.
import { addDays, isWithin, readDay } from "../../../kernel/day.ts";
import type { Day, DayFault } from "../../../kernel/day.ts";
import { covers } from "../../../policy/lint-basis.ts";
import type { CountingConvention, PublicityRule, Severity, SeverityTerm } from "../../../policy/publicity-rule.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Mark, Rank, Source } from "../../../policy/source.ts";
import { articleAnchor, cite, entryHref, sourceHref } from "./citation.ts";
import type { Citation } from "./citation.ts";
import { changesOf, readableDays, standingOf } from "./days.ts";
import type { ReadableDays, Standing } from "./days.ts";
import type { Guide } from "./guide.ts";
import { entriesUnder, usesOf } from "./uses.ts";
import type { UseKind } from "./uses.ts";

export type DayProblem = Exclude<DayFault, "empty"> | "out-of-range";

/** Which day is read: the one asked for, or today where none or none that can be read was asked for. */
export interface AskedDay {
  readonly typed: string;
  readonly day: Day;
  readonly problem: DayProblem | null;
  readonly range: ReadableDays;
}

/** @param today the policy of today. */
export function askedDay(written: string | undefined, today: PolicySnapshot): AskedDay {
  const range = readableDays(today);
  const typed = written ?? "";
  const read = readDay(typed);
  if (!read.ok) {
    const problem = read.reason === "empty" ? null : read.reason;
    return { typed, day: today.day, problem, range };
  }
  const within = read.day >= range.first && read.day <= range.last;
  return { typed, day: within ? read.day : today.day, problem: within ? null : "out-of-range", range };
}

export interface EditionLine {
  readonly citation: Citation;
  readonly inForce: Day;
  readonly until: Day | null;
  readonly terms: Readonly<Record<Severity, SeverityTerm>>;
  /** Whether it is the one of the day. */
  readonly current: boolean;
}

export interface SourceLine {
  readonly title: string;
  readonly href: string;
  readonly number: string | null;
  readonly territory: string;
  readonly inForce: Day | null;
  readonly until: Day | null;
  readonly standing: Standing;
  readonly mark: Mark;
  /** Holds elsewhere only. */
  readonly foreign: boolean;
  /** Known to the register, though nothing rests on it. */
  readonly unused: boolean;
}

export interface ChangeLine {
  readonly day: Day;
  readonly kind: "begins" | "ends";
  readonly title: string;
  readonly href: string;
  readonly replaces: readonly string[];
  readonly unused: boolean;
}

export interface Linked {
  readonly title: string;
  readonly href: string;
}

export interface RulesModel {
  readonly asked: AskedDay;
  readonly today: Day;
  readonly region: string;
  readonly regionName: string;
  readonly hash: string;
  readonly editions: readonly EditionLine[];
  readonly transitionMark: Mark | null;
  readonly convention: { readonly kind: CountingConvention; readonly citation: Citation };
  readonly minor: { readonly procedures: readonly string[]; readonly citation: Citation };
  readonly others: readonly {
    readonly kind: Exclude<PublicityRule["kind"], "severity-term">;
    readonly citation: Citation;
    readonly entries: readonly Linked[];
  }[];
  readonly next: readonly ChangeLine[];
  readonly lately: readonly ChangeLine[];
  readonly ranks: readonly { readonly rank: Rank; readonly sources: readonly SourceLine[] }[];
  /** Registered, and no basis here on this day. */
  readonly aside: readonly SourceLine[];
  readonly templates: readonly (Linked & { readonly personal: boolean })[];
}

const rankOrder: readonly Rank[] = [
  "law",
  "administrative-regulation",
  "local-regulation",
  "judicial-interpretation",
  "central-policy",
  "departmental-rule",
  "normative-document",
  "standard",
];
const LATELY_DAYS = 365;

/** The law of a day. @param today the legal day it is read on. */
export function rulesModel(
  policy: PolicySnapshot,
  { asked, today, guides }: { readonly asked: AskedDay; readonly today: Day; readonly guides: readonly Guide[] },
): RulesModel {
  const { publicity, region } = policy;
  const { day } = asked;
  const used = new Set(usesOf(policy, guides).map(({ basis }) => basis.source));
  const lines = [...policy.sources.values()].map((source) => lineOf(source, { day, region, used }));
  const holds = (line: SourceLine): boolean => line.standing === "in-force" && !line.foreign;
  const ranks = new Map(lines.map((line) => [line.href, line]));
  const ofRank = (rank: Rank): SourceLine[] =>
    [...policy.sources.values()]
      .filter((source) => source.rank === rank)
      .flatMap((source) => ranks.get(sourceHref(source.id)) ?? [])
      .filter(holds);
  const changes = changesOf(policy).map((change) => ({ ...change, unused: !used.has(change.source.id) }));
  const terms = publicity.rules.find((rule) => rule.kind === "severity-term");
  return {
    asked,
    today,
    region,
    regionName: policy.regionName,
    hash: policy.hash,
    editions: terms === undefined ? [] : editionsOf(terms, policy, day),
    transitionMark: terms?.transitionMark ?? null,
    convention: {
      kind: publicity.convention,
      citation: cite(policy, publicity.conventionBasis, publicity.conventionMark),
    },
    minor: {
      procedures: publicity.minorProcedures,
      citation: cite(policy, publicity.minorProceduresBasis, publicity.minorProceduresMark),
    },
    others: othersOf(policy),
    next: changes.filter((change) => change.day > day).map(changeLine),
    lately: changes
      .filter((change) => change.day <= day && change.day > addDays(day, -LATELY_DAYS))
      .toReversed()
      .map(changeLine),
    ranks: rankOrder.map((rank) => ({ rank, sources: ofRank(rank) })).filter(({ sources }) => sources.length > 0),
    aside: lines.filter((line) => !holds(line)),
    templates: templatesOf(policy),
  };
}

function lineOf(
  source: Source,
  at: { readonly day: Day; readonly region: string; readonly used: ReadonlySet<string> },
): SourceLine {
  const { title, number, territory, inForce, until, mark } = source;
  return {
    title,
    href: sourceHref(source.id),
    number,
    territory,
    inForce,
    until,
    mark,
    standing: standingOf(source, at.day),
    foreign: !covers(territory, at.region),
    unused: !at.used.has(source.id),
  };
}

function changeLine(change: ReturnType<typeof changesOf>[number] & { readonly unused: boolean }): ChangeLine {
  const { day, kind, source, replaces, unused } = change;
  const { title, id } = source;
  return { day, kind, title, href: sourceHref(id), replaces: replaces.map((one) => one.title), unused };
}

function editionsOf(
  rule: Extract<PublicityRule, { kind: "severity-term" }>,
  policy: PolicySnapshot,
  day: Day,
): readonly EditionLine[] {
  return rule.editions
    .map(({ inForce, until, terms, basis, mark }) => ({
      citation: cite(policy, basis, mark),
      inForce,
      until,
      terms,
      current: isWithin(day, { from: inForce, until }),
    }))
    .toSorted((a, b) => (a.inForce < b.inForce ? 1 : -1));
}

function othersOf(policy: PolicySnapshot): RulesModel["others"] {
  return policy.publicity.rules.flatMap((rule) => {
    if (rule.kind === "severity-term") return [];
    const entries = entriesUnder(policy, rule.id).map(({ id, zh }) => ({ title: zh, href: entryHref(id) }));
    return entries.length === 0 ? [] : [{ kind: rule.kind, citation: cite(policy, rule.basis, rule.mark), entries }];
  });
}

/** Entries that wait for a confirmation; `personal`: about natural persons, whose module is off. */
export function templatesOf(policy: Pick<PolicySnapshot, "entries">): RulesModel["templates"] {
  return [...policy.entries.values()]
    .filter((entry) => entry.state === "template")
    .map(({ id, zh, subjectKinds }) => ({
      title: zh,
      href: entryHref(id),
      personal: subjectKinds.every((kind) => kind === "natural-person"),
    }));
}

/** One source with the articles that are cited of it. */
export interface SourceModel {
  readonly day: Day;
  readonly source: Source;
  readonly line: SourceLine;
  readonly predecessors: readonly Linked[];
  readonly successors: readonly Linked[];
  readonly articles: readonly {
    readonly label: string;
    readonly anchor: string;
    readonly uses: readonly {
      readonly kind: UseKind;
      readonly title: string;
      readonly href: string;
      readonly mark: Mark;
    }[];
  }[];
}

/** Null where the register knows no such source. */
export function sourceModel(policy: PolicySnapshot, id: string, guides: readonly Guide[]): SourceModel | null {
  const source = policy.sources.get(id);
  if (source === undefined) return null;
  const link = (one: Source): Linked => ({ title: one.title, href: sourceHref(one.id) });
  const uses = usesOf(policy, guides).filter(({ basis }) => basis.source === id);
  const articles = [...new Set(uses.map(({ basis }) => basis.article))].toSorted(byArticle);
  const used = new Set(uses.map(({ basis }) => basis.source));
  return {
    day: policy.day,
    source,
    line: lineOf(source, { day: policy.day, region: policy.region, used }),
    predecessors: source.succeeds.flatMap((one) => policy.sources.get(one) ?? []).map(link),
    successors: [...policy.sources.values()].filter((one) => one.succeeds.includes(id)).map(link),
    articles: articles.map((article) => ({
      label: cite(policy, { source: id, article }).label,
      anchor: articleAnchor(article),
      uses: uses
        .filter(({ basis }) => basis.article === article)
        .map(({ kind, title, href, mark }) => ({ kind, title, href, mark })),
    })),
  };
}

/** The whole first, then by number. */
function byArticle(a: string | null, b: string | null): number {
  return (a === null ? -1 : Number.parseInt(a, 10)) - (b === null ? -1 : Number.parseInt(b, 10));
}
