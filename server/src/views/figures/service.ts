import type { WorkingCalendar } from "../../kernel/day.ts";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { planAnew } from "../../platform/database/plan-mode.ts";
import type { Database, Tx } from "../../platform/database/pool.ts";
import { keepReadings } from "../../platform/http/kept.ts";
import type { KeptKey } from "../../platform/http/kept.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import type { CatalogueEntry } from "../../policy/catalogue-entry.ts";
import type { MarkedCalendar } from "../../policy/calendar.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { momentOf, publicDay, versionOfDay } from "../site/index.ts";
import type { Moment, Present } from "../site/index.ts";
import { providersOf } from "../visibility/index.ts";
import { dualEntries, figureLines, sumOf, termOf } from "./rules/figures.ts";
import type { DayGroup, FigureLine, MonthFacts, Numbers } from "./rules/figures.ts";
import { firstDay, instantsOf, monthOf, monthsUpTo } from "./rules/month.ts";
import type { Month } from "./rules/month.ts";
import { punctualityOf, workingDaysOf } from "./rules/punctuality.ts";
import type { Verdict } from "./rules/punctuality.ts";
import type { LoadedRow, RowPlace } from "./rules/row.ts";
import { filterOf, overdueDays } from "./rules/row-kind.ts";
import type { RowKind } from "./rules/row-kind.ts";
import {
  loadBatchSums,
  loadDayGroups,
  loadDecidedQuestions,
  loadNilReturns,
  loadRows,
  loadSecondGroups,
  loadSecondRows,
  loadShown,
} from "./store.ts";
import type { Span } from "./store.ts";

export interface FiguresDeps extends Present {
  readonly db: Database;
  /** With what is known of how sure each year is, where that is known. */
  readonly calendar: (WorkingCalendar & Partial<Pick<MarkedCalendar, "marks">>) | null;
  readonly keys: Pick<Keys, "mac">;
}

/** The figures of one month as they stood at an instant. */
export interface MonthFigures {
  /** Unix milliseconds. */
  readonly at: number;
  readonly month: Month;
  readonly lines: readonly FigureLine[];
}

/** One month of the last twelve: the sum of an entry over all departments. */
export interface HistoryMonth {
  readonly month: Month;
  readonly byEntry: ReadonlyMap<string, Numbers>;
}

export interface RowsQuestion {
  readonly month: Month;
  readonly kind: RowKind;
  readonly entries: readonly string[];
  /** Departments; null for all. */
  readonly providers: readonly string[] | null;
  readonly after: RowPlace | null;
  /** Adverse rows seen on the pages before: links end where the public lists end. */
  readonly seen: number;
  /** Whether adverse records are linked at all: a machine that reads list after list is handed none. */
  readonly adverseLinks: boolean;
  readonly limit: number;
}

/** A row behind a number, with how punctual it was and whether everybody may read its record. */
export interface FigureRow {
  readonly row: LoadedRow;
  readonly receivedOn: Day;
  /** Null for what is no statement. */
  readonly verdict: Verdict | null;
  readonly workingDays: number | null;
  /** The public record; null where it is not shown today, or is about an individual business. */
  readonly record: { readonly subject: string; readonly id: string } | null;
}

export interface FigureRows {
  readonly items: readonly FigureRow[];
  readonly next: RowPlace | null;
}

export interface Figures {
  /** Years whose working days come from a secondary source, in order. */
  readonly secondaryYears: readonly number[];
  moment(): Moment;
  month(moment: Moment, month: Month): Promise<MonthFigures>;
  /** The twelve months up to today's, oldest first. */
  history(moment: Moment): Promise<readonly HistoryMonth[]>;
  rows(moment: Moment, question: RowsQuestion): Promise<FigureRows>;
}

const monthsShown = 12;
/** Published totals may lag a minute, and say of which moment they are: facts and what is computed of them lag once each. */
const keeping = { max: 36, lagMs: 15_000 };
/** As on the public lists: adverse records are not handed out one after the other without end. */
const adverseLinksMax = 500;

/** All reads of the figures. Nothing is stored: everything follows from batches, statements, questions and declarations. */
export function openFigures(deps: FiguresDeps): Figures {
  const facts = keptFacts(deps.db);
  const figures = keepReadings<MonthFigures>({
    ...keeping,
    worth: ({ lines }) => lines.some(({ state }) => state === "sent"),
  });
  const histories = keepReadings<readonly HistoryMonth[]>(keeping);
  const linesIn = (moment: Moment, known: MonthFacts): readonly FigureLine[] =>
    figureLines(known, { policy: moment.policy, today: moment.today, calendar: deps.calendar, providersOf });
  return {
    secondaryYears: secondaryYearsOf(deps.calendar),
    moment: () => momentOf(deps),
    month: (moment, month) =>
      figures(keyOf(moment, month), async () => {
        const { at, facts: known } = await facts.whole(moment, month);
        return { at, month, lines: linesIn(moment, known) };
      }),
    history: (moment) =>
      histories(keyOf(moment, "history"), async () => {
        const months = await facts.sums(moment, monthsUpTo(monthOf(moment.today), monthsShown));
        return months.map((known) => ({ month: known.month, byEntry: byEntry(linesIn(moment, known)) }));
      }),
    rows: async (moment, question) => {
      const { facts: known } = await facts.whole(moment, question.month);
      return readAnew(deps.db, (tx) =>
        readRows(tx, { deps, moment, question, known, secret: deps.keys.mac("figures.row", "") }),
      );
    },
  };
}

/** Over months and departments: a plan made while the tables were small would read them whole (the first page after a load). */
function readAnew<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.read(async (tx) => {
    await planAnew(tx);
    return work(tx);
  });
}

function secondaryYearsOf(calendar: FiguresDeps["calendar"]): readonly number[] {
  return [...(calendar?.marks ?? [])]
    .flatMap(([year, mark]) => (mark === "secondary" ? [year] : []))
    .toSorted((a, b) => a - b);
}

function byEntry(lines: readonly FigureLine[]): ReadonlyMap<string, Numbers> {
  const found = new Map<string, FigureLine[]>();
  for (const line of lines) found.set(line.entry, [...(found.get(line.entry) ?? []), line]);
  return new Map([...found].map(([entry, own]) => [entry, sumOf(own)]));
}

interface Whole {
  readonly at: number;
  readonly facts: MonthFacts;
}

interface KeptFacts {
  /** Everything of one month. */
  whole(moment: Moment, month: Month): Promise<Whole>;
  /** The same for several, without second sources and nil returns. */
  sums(moment: Moment, months: readonly Month[]): Promise<readonly MonthFacts[]>;
}

/**
 * One answer serves everybody for a quarter of a minute. The statements of a month are read again only when the sums of its
 * batches or questions have changed: statements are append-only, so nothing else can change them.
 */
function keptFacts(db: Database): KeptFacts {
  const groups = keepReadings<readonly DayGroup[]>({ ...keeping, lagMs: Number.POSITIVE_INFINITY });
  const wholes = keepReadings<Whole>({ ...keeping, worth: ({ facts }) => facts.batches.length > 0 });
  const sums = keepReadings<readonly MonthFacts[]>(keeping);
  const groupsIn: GroupsIn = async (tx, span, of) => {
    if (of.batches.length === 0) return [];
    const version = JSON.stringify([span.entries, of.batches, of.questions]);
    return groups({ key: of.month, version }, () => loadDayGroups(tx, span));
  };
  const loadMonths = (policy: PolicySnapshot, months: readonly Month[]): Promise<readonly MonthFacts[]> =>
    readAnew(db, (tx) => readMonths(tx, { policy, months, groupsIn }));
  return {
    sums: (moment, months) => sums(keyOf(moment, months.join()), () => loadMonths(moment.policy, months)),
    whole: (moment, month) =>
      wholes(keyOf(moment, month), async () => {
        const [known] = await loadMonths(moment.policy, [month]);
        if (known === undefined) throw new Error(`no facts of ${month}`);
        const rest = await readAnew(db, (tx) => readRest(tx, moment, month));
        return { at: moment.now, facts: { ...known, ...rest } };
      }),
  };
}

/** What is kept of a month or a year holds for one day and one policy. */
function keyOf(moment: Moment, what: string): KeptKey {
  return { key: what, version: versionOfDay(moment) };
}

type GroupsIn = (
  tx: Tx,
  span: Span,
  of: Pick<MonthFacts, "month" | "batches" | "questions">,
) => Promise<readonly DayGroup[]>;

function spanOf(policy: PolicySnapshot, first: Month, last: Month): Span {
  return {
    entries: dualEntries(policy).map((entry) => entry.id),
    from: instantsOf(first).from,
    until: instantsOf(last).until,
  };
}

async function readMonths(
  tx: Tx,
  asked: { readonly policy: PolicySnapshot; readonly months: readonly Month[]; readonly groupsIn: GroupsIn },
): Promise<readonly MonthFacts[]> {
  const { policy, months, groupsIn } = asked;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const span = spanOf(policy, first, last);
  const [batches, questions] = await Promise.all([loadBatchSums(tx, span), loadDecidedQuestions(tx, span)]);
  const found: MonthFacts[] = [];
  for (const month of months) {
    const of = {
      month,
      batches: batches.filter((one) => one.month === month),
      questions: questions.filter((one) => one.month === month),
    };
    // One after the other: each may read a month of statements.
    found.push({ ...of, groups: await groupsIn(tx, spanOf(policy, month, month), of), second: [], nil: [] });
  }
  return found;
}

async function readRest(tx: Tx, { policy, today }: Moment, month: Month): Promise<Pick<MonthFacts, "second" | "nil">> {
  const span = spanOf(policy, month, month);
  const [second, nil] = await Promise.all([
    loadSecondGroups(tx, { span, departments: senders(policy), today }),
    loadNilReturns(tx, { entries: span.entries, day: firstDay(month) }),
  ]);
  return { second, nil };
}

function senders(policy: PolicySnapshot): { readonly uscc: string; readonly zh: string }[] {
  const all = dualEntries(policy).flatMap((entry) => providersOf(entry, policy));
  return [...new Map(all.map((one) => [one.uscc, one])).values()];
}

interface RowsAsked {
  readonly deps: FiguresDeps;
  readonly moment: Moment;
  readonly question: RowsQuestion;
  readonly known: MonthFacts;
  readonly secret: Buffer;
}

async function readRows(tx: Tx, asked: RowsAsked): Promise<FigureRows> {
  const { limit } = asked.question;
  const found = await loadKind(tx, asked);
  const rows = found.slice(0, limit);
  const shown = await shownOf(tx, asked, rows);
  const items = rows.map((row) => judge(row, asked, shown));
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, next: more ? { batch: last.batch, row: last.row, key: last.key } : null };
}

function loadKind(tx: Tx, { deps, moment, question, known, secret }: RowsAsked): Promise<LoadedRow[]> {
  const { month, kind, providers, after } = question;
  const span = { ...spanOf(moment.policy, month, month), entries: question.entries };
  const present = { policy: moment.policy, calendar: deps.calendar, today: moment.today };
  const paged = { span, providers, after, limit: question.limit + 1, secret };
  if (kind === "second" || kind === "missing") {
    const missing = kind === "missing" ? overdueDays(known.second, present) : null;
    return loadSecondRows(tx, { ...paged, departments: senders(moment.policy), today: moment.today, missing });
  }
  return loadRows(tx, { ...paged, filter: filterOf(kind, known, present) });
}

/** Ids of the rows whose record everybody may read today. */
async function shownOf(tx: Tx, { moment, question }: RowsAsked, rows: readonly LoadedRow[]): Promise<Set<string>> {
  const linked = rows.filter((row) => {
    const entry = moment.policy.entries.get(row.entry);
    return (
      row.id !== null &&
      entry !== undefined &&
      (!entry.adverse || (question.adverseLinks && question.seen < adverseLinksMax))
    );
  });
  if (linked.length === 0) return new Set();
  const shown = await loadShown(tx, {
    ...publicDay(moment),
    subjects: [...new Set(linked.flatMap((row) => row.subject ?? []))],
    ids: linked.flatMap((row) => row.id ?? []),
  });
  return new Set(shown.map(({ id }) => id.toString("base64url")));
}

function judge(row: LoadedRow, { deps, moment }: RowsAsked, shown: ReadonlySet<string>): FigureRow {
  const receivedOn = dayOfInstant(row.receivedAt.getTime());
  const entry: CatalogueEntry | undefined = moment.policy.entries.get(row.entry);
  const id = row.id?.toString("base64url");
  const record = id !== undefined && row.subject !== null && shown.has(id) ? { subject: row.subject, id } : null;
  if (entry === undefined || row.id === null) return { row, receivedOn, verdict: null, workingDays: null, record };
  const receipt = { decidedOn: row.decidedOn, receivedOn, correction: row.correction };
  const term = termOf(entry, deps.calendar);
  return { row, receivedOn, verdict: punctualityOf(receipt, term), workingDays: workingDaysOf(receipt, term), record };
}
