// 信用修复 by the month, from the steps alone: whoever has the rows can reckon the figures again.
import { workingDaysBetween } from "../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../kernel/day.ts";

export const FIGURES = [
  "received",
  "accepted",
  "notAccepted",
  "granted",
  "shielded",
  "refused",
  "revoked",
  "withdrawn",
  "overdue",
] as const;
/** What is counted of an application. */
export type FigureName = (typeof FIGURES)[number];

/** A step of an application, and how it stands today. */
export interface StepRow {
  readonly application: string;
  readonly authority: string;
  readonly authorityName: string;
  readonly documentNo: string | null;
  readonly kind: string;
  /** approve: what was approved. */
  readonly outcome: string | null;
  readonly day: Day;
  /** Whether its last day has passed without a decision, today. */
  readonly late: boolean;
}

/** One application, and which figures of the month it is counted in. */
export interface FigureRow {
  readonly application: string;
  readonly authority: string;
  readonly authorityName: string;
  readonly documentNo: string | null;
  readonly appliedOn: Day;
  readonly counted: readonly FigureName[];
  /** From application to first decision, where that fell into the month; null else, or where a year is not covered. */
  readonly workingDays: number | null;
}

export interface AuthorityFigures extends Readonly<Record<FigureName, number>> {
  readonly authority: string;
  readonly name: string;
  /** In hundredths; null where nothing was decided. */
  readonly meanWorkingDays: number | null;
  readonly longestWorkingDays: number | null;
}

const OF_KIND: Readonly<Record<string, FigureName>> = {
  apply: "received",
  accept: "accepted",
  "not-accept": "notAccepted",
  withdraw: "withdrawn",
};
const OF_OUTCOME: Readonly<Record<string, FigureName>> = {
  repair: "granted",
  shield: "shielded",
  refuse: "refused",
  revoke: "revoked",
};

export interface Stretch {
  readonly from: Day;
  readonly through: Day;
}

function figureOf({ kind, outcome }: StepRow): FigureName | undefined {
  return kind === "approve" ? OF_OUTCOME[outcome ?? ""] : OF_KIND[kind];
}

const isIn = (day: Day, { from, through }: Stretch): boolean => from <= day && day <= through;

/** The day of the first decision on what was asked; a revocation comes after one. */
const decisionOf = (steps: readonly StepRow[]): StepRow | undefined =>
  steps.find(({ kind }) => kind === "approve" || kind === "not-accept");

function rowOf(steps: readonly StepRow[], month: Stretch, calendar: WorkingCalendar | null): FigureRow | null {
  const [first] = steps;
  if (first === undefined) return null;
  const { application, authority, authorityName, documentNo, day: appliedOn, late } = first;
  const found = steps.filter(({ day }) => isIn(day, month)).flatMap((step) => figureOf(step) ?? []);
  const counted = FIGURES.filter((figure) => (figure === "overdue" ? late : found.includes(figure)));
  const decided = decisionOf(steps)?.day;
  const isDecided = decided !== undefined && isIn(decided, month) && calendar !== null;
  const workingDays = isDecided ? (workingDaysBetween(appliedOn, decided, calendar) ?? null) : null;
  return { application, authority, authorityName, documentNo, appliedOn, counted, workingDays };
}

/** Applications that a month counts, or that are late today. @param steps of each application in their order. */
export function rowsOf(steps: readonly StepRow[], month: Stretch, calendar: WorkingCalendar | null): FigureRow[] {
  const rows = [...Map.groupBy(steps, ({ application }) => application).values()].flatMap(
    (own) => rowOf(own, month, calendar) ?? [],
  );
  return rows.filter(({ counted }) => counted.length > 0);
}

const HUNDRED = 100;

function ofAuthority(authority: string, rows: readonly FigureRow[]): AuthorityFigures {
  const countOf = (figure: FigureName): number => rows.filter(({ counted }) => counted.includes(figure)).length;
  const days = rows.flatMap(({ workingDays }) => workingDays ?? []);
  const sum = days.reduce((all, one) => all + one, 0);
  return {
    authority,
    name: rows[0]?.authorityName ?? authority,
    received: countOf("received"),
    accepted: countOf("accepted"),
    notAccepted: countOf("notAccepted"),
    granted: countOf("granted"),
    shielded: countOf("shielded"),
    refused: countOf("refused"),
    revoked: countOf("revoked"),
    withdrawn: countOf("withdrawn"),
    overdue: countOf("overdue"),
    meanWorkingDays: days.length === 0 ? null : Math.round((sum * HUNDRED) / days.length),
    longestWorkingDays: days.length === 0 ? null : Math.max(...days),
  };
}

/** By authority, in the order of their codes. */
export function figuresOf(rows: readonly FigureRow[]): AuthorityFigures[] {
  return [...Map.groupBy(rows, ({ authority }) => authority)]
    .map(([authority, own]) => ofAuthority(authority, own))
    .toSorted((one, other) => (one.authority < other.authority ? -1 : 1));
}
