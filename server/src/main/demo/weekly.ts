// 双公示 as departments send it: a file a week, most rows in time, some weeks later, some with a slip.
import { daysBetween, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { bulkRows } from "./acts/bulk.ts";
import type { BulkWish } from "./acts/bulk.ts";
import type { CastRow } from "./acts/cast-acts.ts";
import { MAKERS, OWN_LAYOUTS } from "./acts/makers.ts";
import { actorOf, fileOf } from "./city.ts";
import type { City, Source } from "./city.ts";
import { withWrongCheck } from "./codes.ts";
import type { DemoFile, FileWish } from "./demo-file.ts";
import { DEPARTMENTS } from "./departments.ts";
import { randomFrom } from "./random.ts";
import type { Random } from "./random.ts";
import type { RowOf } from "./table.ts";
import { firstDay } from "./town.ts";
import type { DemoSubject } from "./town.ts";
import { arrivalOf, monthAt } from "./window.ts";
import type { Week } from "./window.ts";

/** A row on its way, and what becomes of it where it does not simply become a record. */
interface SentRow {
  readonly row: RowOf;
  readonly day: Day;
  readonly fate: "accepted" | "quarantined" | "rejected";
}

/** What a department sends of one week, and when. */
interface Delivery extends Week {
  readonly at: number;
  readonly rows: SentRow[];
}

/**
 * Who decides much sends every week; who decides less sits, and sends, every second or every fourth week. What is late
 * lies about for three weeks or four: that is late whatever holidays lie between.
 */
const RHYTHMS = [
  { volume: 5000, weeks: 1, late: 3 },
  { volume: 1200, weeks: 2, late: 2 },
  { volume: 0, weeks: 4, late: 1 },
] as const;
const LATE = { least: 0.02, more: 0.05 };
const SLIP = 0.006;
/** The county office whose clerk sends when there is time. */
const SLOW = { id: "southPermits", late: 0.38, slip: 0.03 };
/** In the last whole month this one had nothing to send and said so, … */
export const NIL: Source = { id: "statistics", entry: "penalty" };
/** … and this one sent nothing and said nothing. */
const MUTE: Source = { id: "insurance", entry: "penalty" };

/** Departments that make their files by hand, each in the format that it is used to, and send a little more. */
const HABITS: Readonly<Record<string, Required<Pick<FileWish, "format" | "style">>>> = {
  "market penalty": { format: "gb18030", style: "official" },
  "environment penalty": { format: "xlsx", style: "official" },
  "transport penalty": { format: "ndjson", style: "official" },
  "emergency penalty": { format: "csv", style: "codes" },
  "market permit": { format: "xlsx", style: "official" },
  "health permit": { format: "csv", style: "codes" },
  "culture permit": { format: "ndjson", style: "official" },
  "housing permit": { format: "gb18030", style: "codes" },
};
const HABIT_ROWS = 120;

const isSource = (one: Source, other: Source): boolean => one.id === other.id && one.entry === other.entry;
const keyOf = ({ id, entry }: Source): string => `${id} ${entry}`;

/** How a department's rows of an entry divide: those that came at once, and those that came by the week. */
function shares(city: City, source: Source, until: Day): { readonly base: number; readonly weekly: number } {
  const { today, scale } = city.wish;
  const volume = Math.max(3, Math.round(volumeOf(source) * scale));
  const before = daysBetween(firstDay(today), city.window.since);
  const base = Math.round((volume * before) / (before + daysBetween(city.window.since, until)));
  return { base, weekly: volume - base + (HABITS[keyOf(source)] === undefined ? 0 : HABIT_ROWS) };
}

function volumeOf({ id, entry }: Source): number {
  return DEPARTMENTS[id]?.volumes[entry] ?? 0;
}

function rhythmOf(source: Source): { readonly weeks: number; readonly late: number } {
  return RHYTHMS.find(({ volume }) => volumeOf(source) >= volume) ?? RHYTHMS[2];
}

/** The weeks of which a department has sent a file before today, still empty. */
function emptyDeliveries(city: City, source: Source): Delivery[] {
  const { seed, today } = city.wish;
  const random = randomFrom(`${seed} arrivals ${keyOf(source)}`);
  const { weeks } = rhythmOf(source);
  const turn = random.below(weeks);
  return city.window.weeks
    .filter((_, at) => at % weeks === turn)
    .map((week) => ({ ...week, at: arrivalOf(week, random), rows: [] }))
    .filter(({ at }) => at < startOfDay(today));
}

function endOf(city: City, source: Source): Day {
  return emptyDeliveries(city, source).at(-1)?.until ?? city.window.since;
}

/** Numbers of documents go on where the file before left off; two to spare for rounding. */
function nextNumber(city: City, base: number): number {
  const first = firstDay(city.wish.today);
  const newYear = `${city.window.since.slice(0, 4)}-01-01` as Day;
  const before = Math.max(0, daysBetween(first, newYear)) / daysBetween(first, city.window.since);
  return base - Math.floor(base * before) + 2;
}

function rowsOf(
  city: City,
  source: Source,
  span: Pick<BulkWish, "pool" | "from" | "until" | "weeks" | "count" | "goesOnFrom">,
): () => Iterable<RowOf> {
  const { seed, today } = city.wish;
  const make = OWN_LAYOUTS[keyOf(source)]?.make ?? MAKERS[source.entry];
  if (make === undefined) throw new RangeError(`no rows for ${source.entry}`);
  const { id, entry } = source;
  return () => bulkRows({ ...span, actor: actorOf(city, id), entry, make, numberFrom: 1, today, seed });
}

function layoutOf(source: Source): Pick<FileWish, "mapping" | "layout"> {
  const mapping = OWN_LAYOUTS[keyOf(source)]?.mapping;
  return mapping === undefined ? {} : { mapping, layout: mapping };
}

/** Everything older than the window, in the one file with which the department began. */
export function baseFile(city: City, source: Source): DemoFile {
  const { since } = city.window;
  const count = shares(city, source, endOf(city, source)).base;
  const span = { pool: city.town.active, from: firstDay(city.wish.today), until: since, count };
  return fileOf(city, source.id, {
    entry: source.entry,
    kind: "base",
    ...layoutOf(source),
    count,
    rows: rowsOf(city, source, span),
  });
}

/** A row that its clerk got wrong: the code by one character, or a column left empty that must not be. */
function slipped(row: RowOf, source: Source, random: Random): Pick<SentRow, "row" | "fate"> {
  const needed = source.entry === "permit" ? "documentTitle" : "legalBasis";
  if (OWN_LAYOUTS[keyOf(source)] === undefined && random.chance(0.4))
    return { row: { ...row, [needed]: "" }, fate: "rejected" };
  return { row: { ...row, subjectCode: withWrongCheck(row["subjectCode"] ?? "") }, fate: "quarantined" };
}

/** Which file takes a row that belongs to the week at `place`; none where nothing was decided. */
function fileFor(city: City, source: Source, sent: { day: Day; place: number; weeks: readonly Delivery[] }): number {
  const { lastMonth } = city.window;
  const { day, place, weeks } = sent;
  const isQuiet = (at: number): boolean => monthAt(weeks[at]?.at ?? 0) === lastMonth;
  if (isSource(source, NIL)) return isQuiet(place) || day.startsWith(lastMonth) ? weeks.length : place;
  if (!isSource(source, MUTE)) return place;
  let later = place;
  while (isQuiet(later)) later += 1;
  return later;
}

/** How often a department's rows are late, and how often wrong. */
function chancesOf({ id }: Source, random: Random): { readonly late: number; readonly slip: number } {
  return id === SLOW.id ? SLOW : { late: LATE.least + LATE.more * random.next(), slip: SLIP };
}

/** Who is new or has just changed its name may not be known yet when a weekly file comes: these are the others. */
export function settledOf({ town, window: { since } }: City): readonly DemoSubject[] {
  return town.active.filter(({ registeredOn, names }) => registeredOn < since && (names.at(-1)?.from ?? since) < since);
}

/** What a department has sent week by week. The same city gives the same. */
export function deliveriesOf(city: City, source: Source): readonly Delivery[] {
  const weeks = emptyDeliveries(city, source);
  const { since } = city.window;
  const until = weeks.at(-1)?.until;
  if (until === undefined) return [];
  const { base, weekly: count } = shares(city, source, until);
  const span = { pool: settledOf(city), from: since, until, weeks, count, goesOnFrom: nextNumber(city, base) };
  const random = randomFrom(`${city.wish.seed} weekly ${keyOf(source)}`);
  const { late } = rhythmOf(source);
  const chances = chancesOf(source, random);
  for (const row of rowsOf(city, source, span)()) {
    const day = (row["decidedOn"] ?? "").replaceAll("/", "-") as Day;
    const own = weeks.findIndex((week) => day < week.until);
    const place = random.chance(chances.late) && own + late < weeks.length ? own + late : own;
    const sent = random.chance(chances.slip) ? slipped(row, source, random) : ({ row, fate: "accepted" } as const);
    weeks[fileFor(city, source, { day, place, weeks })]?.rows.push({ ...sent, day });
  }
  return weeks;
}

/** Rows about the cast and the clock's cases go with the file of their week. Gives back those that are not sent yet. */
function addOwn(weeks: readonly Delivery[], own: readonly CastRow[]): CastRow[] {
  return own.filter(({ row, day, isQuestion }) => {
    const week = weeks.find(({ until }) => day < until);
    week?.rows.push({ row, day, fate: isQuestion === true ? "quarantined" : "accepted" });
    return week === undefined;
  });
}

/** The weekly files of a department, and which of the given rows are still to be sent. */
export function weeklyFiles(
  city: City,
  source: Source,
  own: readonly CastRow[],
): { readonly files: readonly DemoFile[]; readonly left: readonly CastRow[] } {
  const weeks = deliveriesOf(city, source);
  const left = addOwn(weeks, own);
  const files = weeks
    .filter(({ rows }) => rows.length > 0)
    .map(({ at, rows }) => {
      const count = (fate: SentRow["fate"]): number => rows.filter((one) => one.fate === fate).length;
      return fileOf(city, source.id, {
        entry: source.entry,
        kind: "weekly",
        ...HABITS[keyOf(source)],
        ...layoutOf(source),
        count: rows.length,
        rows: () => rows.map(({ row }) => row),
        fates: { quarantined: count("quarantined"), rejected: count("rejected") },
        at,
        month: monthAt(at),
      });
    });
  return { files, left };
}
