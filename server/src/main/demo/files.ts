// The files that the departments of the demo city send, in the order in which they reach the platform.
import { addDays, addMonths, dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { bulkRows } from "./acts/bulk.ts";
import { castRows } from "./acts/cast-acts.ts";
import type { CastRow } from "./acts/cast-acts.ts";
import { clockCases } from "./acts/clock-cases.ts";
import { MAKERS, OWN_LAYOUTS, oldTableRow } from "./acts/makers.ts";
import { penaltyRow } from "./acts/penalty.ts";
import { registrationRows, renameRows } from "./acts/registration.ts";
import { awkwardPermits, awkwardRegistrations } from "./awkward/others.ts";
import { awkwardPenalties } from "./awkward/penalties.ts";
import type { AwkwardRow } from "./awkward/penalties.ts";
import { demoCast } from "./cast.ts";
import { actorOf, fileOf, makeCity, mayEnter, WEEKLY } from "./city.ts";
import type { City, Source } from "./city.ts";
import { DEPARTMENTS } from "./departments.ts";
import type { DemoFile } from "./demo-file.ts";
import { randomFrom } from "./random.ts";
import { secondSource } from "./second.ts";
import type { RowOf } from "./table.ts";
import { firstDay } from "./town.ts";
import type { DemoSubject, TownWish } from "./town.ts";
import { baseFile, settledOf, weeklyFiles } from "./weekly.ts";
import { officeInstant } from "./window.ts";

/** Running numbers of documents: six years of bulk from 1, then one range for each smaller kind of file. */
const RECENT_FROM = 80_000;
const OLD_FROM = 60_000;
const CLOCK_FROM = 90_000;
const AWKWARD_FROM = 95_000;
/** Days before today that belong to the recent files and not to the bulk. */
const RECENT_DAYS = 60;
const RECENT_ROWS = 120;
const OLD_ROWS = 240;
/** Longest part of a register in rows, so that progress is seen. */
const ROWS_MAX = 12_000;
/** Awkward decisions are older than the delivery they come in. */
const AWKWARD_DAYS = 10;
/** Minutes between two files of the one delivery. */
const BASE_MINUTES = 3;

/** Files that are made by hand once a month, each in the format that its department is used to. */
const RECENT: readonly (readonly [actor: string, entry: string, format: DemoFile["format"]])[] = [
  ["tax", "honour", "xlsx"],
  ["market", "abnormal-operation", "gb18030"],
  ["court", "judgment-debtor", "ndjson"],
];

/** Which days a file takes. */
type Takes = (day: Day) => boolean;

/** A register in parts that are not too long. */
function* registrationFiles(
  city: City,
  id: string,
  part: { readonly subjects: readonly DemoSubject[]; readonly kind: "subjects" | "newSubjects" },
): Generator<DemoFile> {
  const { subjects, kind } = part;
  const actor = actorOf(city, id);
  const layout = id === "westMarket" ? { layout: "registry-slim", mapping: "registry-slim" } : {};
  for (let from = 0; from < subjects.length; from += ROWS_MAX) {
    const some = subjects.slice(from, from + ROWS_MAX);
    const rows = (): Iterable<RowOf> => registrationRows(some, actor, `${city.wish.seed} ${kind} ${from}`);
    yield fileOf(city, id, { entry: "registration", kind, ...layout, count: some.length, rows });
  }
}

/** What each registering department sends of its register: first entries and changes of name on the days taken. */
function* registers(
  city: City,
  of: { readonly isCast?: boolean; readonly takes: Takes; readonly isNew?: boolean },
): Generator<DemoFile> {
  const { isCast, takes, isNew = false } = of;
  for (const id of city.actors.keys()) {
    if (!mayEnter(city, { id, entry: "registration" })) continue;
    const own = city.town.subjects.filter(
      (subject) => subject.registrar === id && (isCast === undefined || subject.isCast === isCast),
    );
    const subjects = own.filter(({ registeredOn }) => takes(registeredOn));
    yield* registrationFiles(city, id, { subjects, kind: isNew ? "newSubjects" : "subjects" });
    const actor = actorOf(city, id);
    const rows = (): RowOf[] => [...renameRows(own, actor, takes)];
    const count = rows().length;
    if (count === 0) continue;
    const kind = isNew ? "newRenames" : "renames";
    yield fileOf(city, id, { entry: "registration", kind, layout: "renames", count, rows });
  }
}

/** Penalties of every state of the publicity clock, as the market regulator sends them. */
function clockRows(city: City): CastRow[] {
  if (!city.actors.has("market")) return [];
  const { seed, today } = city.wish;
  const actor = actorOf(city, "market");
  const old = settledOf(city).filter(({ registeredOn }) => registeredOn < "2019-01-01");
  return clockCases(today).flatMap((one, at) => {
    const subject = old[at % old.length];
    if (subject === undefined) return [];
    const [day, random] = [one.decidedOn, randomFrom(`${seed} clock ${at}`)];
    const row = penaltyRow({ actor, subject, day, number: CLOCK_FROM + at, today, random }, one);
    return [{ actor: "market", entry: "penalty", day, row }];
  });
}

/** Rows that are made one by one: about the cast, and for the clock. */
function ownRows(city: City): readonly CastRow[] {
  const { seed, today } = city.wish;
  const { actors, town } = city;
  const cast = castRows({ actors, subjects: town.subjects.filter((one) => one.isCast), today, seed });
  return [...cast, ...clockRows(city)].filter(({ actor, entry }) => mayEnter(city, { id: actor, entry }));
}

/** Rows that are made one by one, a file for each department and entry. */
function* castFiles(city: City, rows: readonly CastRow[]): Generator<DemoFile> {
  for (const group of Map.groupBy(rows, ({ actor, entry }) => `${actor} ${entry}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const quarantined = group.filter((one) => one.isQuestion === true).length;
    yield fileOf(city, first.actor, {
      entry: first.entry,
      kind: "cast",
      count: group.length,
      rows: () => group.map(({ row }) => row),
      fates: { quarantined },
    });
  }
}

/** Six years of an entry that does not come by the week, and what was made by hand since. */
function* otherFiles(city: City): Generator<DemoFile> {
  const { today, seed, scale } = city.wish;
  const pool = city.town.active;
  const recent = addDays(today, -RECENT_DAYS);
  const rowsOf = ({ id, entry }: Source, span: { from: Day; until: Day; numberFrom: number; count: number }) => {
    const make = OWN_LAYOUTS[`${id} ${entry}`]?.make ?? MAKERS[entry];
    if (make === undefined) throw new RangeError(`no rows for ${entry}`);
    return (): Iterable<RowOf> => bulkRows({ pool, actor: actorOf(city, id), entry, make, today, seed, ...span });
  };
  for (const [id, entry, format] of RECENT) {
    if (!mayEnter(city, { id, entry })) continue;
    const span = { from: recent, until: today, numberFrom: RECENT_FROM, count: RECENT_ROWS };
    const rows = rowsOf({ id, entry }, span);
    yield fileOf(city, id, { entry, kind: "recent", format, count: RECENT_ROWS, rows });
  }
  for (const { id, entry } of sources(city)) {
    if (WEEKLY.has(entry)) continue;
    const count = Math.max(3, Math.round((DEPARTMENTS[id]?.volumes[entry] ?? 0) * scale));
    const mapping = OWN_LAYOUTS[`${id} ${entry}`]?.mapping;
    const rows = rowsOf({ id, entry }, { from: firstDay(today), until: recent, numberFrom: 1, count });
    yield fileOf(city, id, {
      entry,
      kind: "bulk",
      count,
      rows,
      ...(mapping !== undefined && { mapping, layout: mapping }),
    });
  }
}

/** The environment department's table of former years: its decisions are long past their term, and that is their fate. */
function* oldFile(city: City): Generator<DemoFile> {
  if (!mayEnter(city, { id: "environment", entry: "penalty" })) return;
  const { today, seed } = city.wish;
  const from = addMonths(firstDay(today), -24);
  const rows = (): Iterable<RowOf> =>
    bulkRows({
      pool: city.town.active.filter((subject) => subject.registeredOn <= from),
      actor: actorOf(city, "environment"),
      entry: "penalty",
      count: OLD_ROWS,
      make: oldTableRow,
      from,
      until: firstDay(today),
      numberFrom: OLD_FROM,
      today,
      seed,
    });
  const mapping = "shandong-env";
  yield fileOf(city, "environment", { entry: "penalty", kind: "old", layout: mapping, mapping, count: OLD_ROWS, rows });
}

function awkwardFile(
  city: City,
  { id, entry }: Source,
  wish: { readonly format: DemoFile["format"]; readonly rows: readonly AwkwardRow[] },
): DemoFile {
  const { format, rows } = wish;
  const count = (outcome: AwkwardRow["outcome"]): number => rows.filter((one) => one.outcome === outcome).length;
  const fates = {
    skipped: count("skipped"),
    duplicates: count("duplicate"),
    quarantined: count("quarantined"),
    rejected: count("rejected"),
  };
  return fileOf(city, id, {
    entry,
    kind: "awkward",
    format,
    count: rows.length,
    rows: () => rows.map(({ row }) => row),
    fates,
  });
}

function* awkwardFiles(city: City): Generator<DemoFile> {
  const { today, seed } = city.wish;
  const subjectOf = (uscc: string): DemoSubject | undefined => city.town.subjects.find((one) => one.uscc === uscc);
  const about = subjectOf(demoCast.everything.uscc);
  const quiet = subjectOf(demoCast.nothing.uscc);
  if (about === undefined || quiet === undefined) return;
  const day = addDays(dayOfInstant(city.window.baseAt), -AWKWARD_DAYS);
  const act = { subject: about, day, number: AWKWARD_FROM, today };
  const actFor = (id: string): Parameters<typeof awkwardPenalties>[0] => ({
    ...act,
    actor: actorOf(city, id),
    random: randomFrom(`${seed} awkward ${id}`),
  });
  const files = [
    ["market", "penalty", "csv", () => awkwardPenalties(actFor("market"))],
    ["health", "penalty", "gb18030", () => awkwardPenalties(actFor("health"))],
    ["housing", "permit", "xlsx", () => awkwardPermits(actFor("housing"))],
    ["market", "registration", "ndjson", () => awkwardRegistrations(quiet, actorOf(city, "market").zh)],
  ] as const;
  for (const [id, entry, format, rows] of files)
    if (mayEnter(city, { id, entry })) yield awkwardFile(city, { id, entry }, { format, rows: rows() });
}

/** Every department with every entry that it sends. */
function sources(city: City): readonly Source[] {
  return Object.entries(DEPARTMENTS)
    .flatMap(([id, { volumes }]) => Object.keys(volumes).map((entry) => ({ id, entry })))
    .filter((source) => mayEnter(city, source));
}

/** 建库时一次补报: register, cast and everything of 双公示 that is older than the window, on one day. */
function* baseFiles(city: City, own: readonly CastRow[]): Generator<DemoFile> {
  const takes: Takes = (day) => day < city.window.since;
  yield* registers(city, { isCast: true, takes });
  yield* castFiles(city, own);
  yield* registers(city, { isCast: false, takes });
  yield* awkwardFiles(city);
  yield* oldFile(city);
  for (const source of sources(city)) if (WEEKLY.has(source.entry)) yield baseFile(city, source);
}

/**
 * All files of a city in the order in which they come: everything older on one day, then 双公示 week by week, then, in
 * the present, what is newer than the last week and the entries that have no such term.
 */
export function* demoFiles(wish: TownWish): Generator<DemoFile> {
  const city = makeCity(wish);
  const { since, baseAt } = city.window;
  const own = ownRows(city);
  const isOld = ({ day, entry }: CastRow): boolean => WEEKLY.has(entry) && day < since;
  let minute = 0;
  for (const file of baseFiles(city, own.filter(isOld))) {
    if (file.rows === 0) continue;
    yield { ...file, at: officeInstant(dayOfInstant(baseAt), minute) };
    minute += BASE_MINUTES;
  }
  let left = own.filter((one) => !isOld(one));
  const weekly = [...secondSource(city)];
  for (const source of sources(city)) {
    if (!WEEKLY.has(source.entry)) continue;
    const isOwn = ({ actor, entry }: CastRow): boolean => actor === source.id && entry === source.entry;
    const sent = weeklyFiles(city, source, left.filter(isOwn));
    left = [...left.filter((one) => !isOwn(one)), ...sent.left];
    weekly.push(...sent.files);
  }
  yield* weekly.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  yield* registers(city, { takes: (day) => day >= since, isNew: true });
  yield* castFiles(city, left);
  yield* otherFiles(city);
}
