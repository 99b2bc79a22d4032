// The files that the departments of the demo city send, in the order in which they are worth having.
import { addDays, addMonths } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { bulkRows } from "./acts/bulk.ts";
import type { Actor } from "./acts/act.ts";
import { castRows } from "./acts/cast-acts.ts";
import { clockCases } from "./acts/clock-cases.ts";
import { MAKERS, OWN_LAYOUTS, oldTableRow } from "./acts/makers.ts";
import { penaltyRow } from "./acts/penalty.ts";
import { registrationRows, renameRows } from "./acts/registration.ts";
import { DEPARTMENT_TEXTS } from "./acts/text.ts";
import { awkwardPermits, awkwardRegistrations } from "./awkward/others.ts";
import { awkwardPenalties } from "./awkward/penalties.ts";
import type { AwkwardRow } from "./awkward/penalties.ts";
import { demoCast } from "./cast.ts";
import { DEPARTMENTS } from "./departments.ts";
import { makeFile } from "./demo-file.ts";
import type { DemoFile, FileWish } from "./demo-file.ts";
import { randomFrom } from "./random.ts";
import type { RowOf } from "./table.ts";
import { firstDay, makeTown } from "./town.ts";
import type { DemoSubject, Town, TownWish } from "./town.ts";

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

/** Files that a department makes by hand once a month, each in the format that it is used to. */
const RECENT: readonly (readonly [
  actor: string,
  entry: string,
  format: DemoFile["format"],
  style: "official" | "codes",
])[] = [
  ["market", "penalty", "gb18030", "official"],
  ["environment", "penalty", "xlsx", "official"],
  ["transport", "penalty", "ndjson", "official"],
  ["emergency", "penalty", "csv", "codes"],
  ["market", "permit", "xlsx", "official"],
  ["health", "permit", "csv", "codes"],
  ["culture", "permit", "ndjson", "official"],
  ["housing", "permit", "gb18030", "codes"],
  ["tax", "honour", "xlsx", "official"],
  ["market", "abnormal-operation", "gb18030", "official"],
  ["court", "judgment-debtor", "ndjson", "official"],
];

interface City {
  readonly wish: TownWish;
  readonly town: Town;
  readonly actors: ReadonlyMap<string, Actor>;
}

function mayEnter(city: City, actor: string, entry: string): boolean {
  return city.town.departments.get(actor)?.entries.includes(entry) ?? false;
}

function actorOf(city: City, id: string): Actor {
  const actor = city.actors.get(id);
  if (actor === undefined) throw new RangeError(`no department ${id}`);
  return actor;
}

function file(city: City, id: string, wish: Omit<FileWish, "provider" | "department">): DemoFile {
  const { uscc, zh } = actorOf(city, id);
  return makeFile({ ...wish, provider: uscc, department: zh });
}

function scaled(city: City, count: number): number {
  return Math.max(3, Math.round(count * city.wish.scale));
}

/** The register of one department; where it is long, in several files. */
function* registrationFiles(city: City, id: string, subjects: readonly DemoSubject[]): Generator<DemoFile> {
  const actor = actorOf(city, id);
  const layout = id === "westMarket" ? { layout: "registry-slim", mapping: "registry-slim" } : {};
  for (let from = 0; from < subjects.length; from += ROWS_MAX) {
    const part = subjects.slice(from, from + ROWS_MAX);
    yield file(city, id, {
      entry: "registration",
      kind: "subjects",
      ...layout,
      count: part.length,
      rows: () => registrationRows(part, actor, `${city.wish.seed} ${from}`),
    });
  }
}

function* registers(city: City, isCast: boolean): Generator<DemoFile> {
  for (const id of city.actors.keys()) {
    if (!mayEnter(city, id, "registration")) continue;
    const own = city.town.subjects.filter((subject) => subject.registrar === id && subject.isCast === isCast);
    yield* registrationFiles(city, id, own);
    const renames = own.reduce((sum, subject) => sum + subject.names.length - 1, 0);
    if (renames === 0) continue;
    const actor = actorOf(city, id);
    yield file(city, id, {
      entry: "registration",
      kind: "renames",
      layout: "renames",
      count: renames,
      rows: () => renameRows(own, actor),
    });
  }
}

/** The cast's rows, a file for each department and entry. */
function* castFiles(city: City): Generator<DemoFile> {
  const { seed, today } = city.wish;
  const rows = castRows({ actors: city.actors, subjects: city.town.subjects.filter((one) => one.isCast), today, seed });
  const groups = Map.groupBy(
    rows.filter(({ actor, entry }) => mayEnter(city, actor, entry)),
    ({ actor, entry }) => `${actor} ${entry}`,
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const quarantined = group.filter((one) => one.isQuestion === true).length;
    yield file(city, first.actor, {
      entry: first.entry,
      kind: "cast",
      count: group.length,
      rows: () => group.map(({ row }) => row),
      fates: { quarantined },
    });
  }
}

function* clockFile(city: City): Generator<DemoFile> {
  if (!mayEnter(city, "market", "penalty")) return;
  const { seed, today } = city.wish;
  const actor = actorOf(city, "market");
  const cases = clockCases(today);
  const old = city.town.active.filter((subject) => subject.registeredOn < "2019-01-01");
  const rows = (): RowOf[] =>
    cases.flatMap((one, at) => {
      const subject = old[at % old.length];
      if (subject === undefined) return [];
      const random = randomFrom(`${seed} clock ${at}`);
      return [penaltyRow({ actor, subject, day: one.decidedOn, number: CLOCK_FROM + at, today, random }, one)];
    });
  yield file(city, "market", { entry: "penalty", kind: "clock", count: rows().length, rows });
}

interface Span {
  readonly from: Day;
  readonly until: Day;
  readonly numberFrom: number;
  readonly count: number;
}

function rowsOf(city: City, id: string, wish: { readonly entry: string; readonly span: Span }): () => Iterable<RowOf> {
  const { entry, span } = wish;
  const make = OWN_LAYOUTS[`${id} ${entry}`]?.make ?? MAKERS[entry];
  if (make === undefined) throw new RangeError(`no rows for ${entry}`);
  const { seed, today } = city.wish;
  return () => bulkRows({ pool: city.town.active, actor: actorOf(city, id), entry, make, today, seed, ...span });
}

function* recentFiles(city: City): Generator<DemoFile> {
  const { today } = city.wish;
  for (const [id, entry, format, style] of RECENT) {
    if (!mayEnter(city, id, entry)) continue;
    const span = { from: addDays(today, -RECENT_DAYS), until: today, numberFrom: RECENT_FROM, count: RECENT_ROWS };
    yield file(city, id, {
      entry,
      kind: "recent",
      format,
      style,
      count: RECENT_ROWS,
      rows: rowsOf(city, id, { entry, span }),
    });
  }
}

/** The environment department's table of former years: its decisions are long past their term, and that is their fate. */
function* oldFile(city: City): Generator<DemoFile> {
  if (!mayEnter(city, "environment", "penalty")) return;
  const { today, seed } = city.wish;
  const actor = actorOf(city, "environment");
  const pool = city.town.active.filter((subject) => subject.registeredOn < firstDay(today));
  const from = addMonths(firstDay(today), -24);
  const old = pool.filter((subject) => subject.registeredOn <= from);
  const rows = (): Iterable<RowOf> =>
    bulkRows({
      pool: old,
      actor,
      entry: "penalty",
      count: OLD_ROWS,
      make: oldTableRow,
      from,
      until: firstDay(today),
      numberFrom: OLD_FROM,
      today,
      seed,
    });
  yield file(city, "environment", {
    entry: "penalty",
    kind: "old",
    layout: "shandong-env",
    mapping: "shandong-env",
    count: OLD_ROWS,
    rows,
  });
}

function awkwardFile(
  city: City,
  id: string,
  wish: { readonly entry: string; readonly format: DemoFile["format"]; readonly rows: readonly AwkwardRow[] },
): DemoFile {
  const { entry, format, rows } = wish;
  const count = (outcome: AwkwardRow["outcome"]): number => rows.filter((one) => one.outcome === outcome).length;
  const fates = {
    skipped: count("skipped"),
    duplicates: count("duplicate"),
    quarantined: count("quarantined"),
    rejected: count("rejected"),
  };
  return file(city, id, {
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
  const act = { subject: about, day: addDays(today, -30), number: AWKWARD_FROM, today };
  const actFor = (id: string): Parameters<typeof awkwardPenalties>[0] => ({
    ...act,
    actor: actorOf(city, id),
    random: randomFrom(`${seed} awkward ${id}`),
  });
  if (mayEnter(city, "market", "penalty"))
    yield awkwardFile(city, "market", { entry: "penalty", format: "csv", rows: awkwardPenalties(actFor("market")) });
  if (mayEnter(city, "health", "penalty"))
    yield awkwardFile(city, "health", {
      entry: "penalty",
      format: "gb18030",
      rows: awkwardPenalties(actFor("health")),
    });
  if (mayEnter(city, "housing", "permit"))
    yield awkwardFile(city, "housing", { entry: "permit", format: "xlsx", rows: awkwardPermits(actFor("housing")) });
  if (mayEnter(city, "market", "registration")) {
    yield awkwardFile(city, "market", {
      entry: "registration",
      format: "ndjson",
      rows: awkwardRegistrations(quiet, actorOf(city, "market").zh),
    });
  }
}

/** Six years of everything, a file for each department and entry. */
function* bulkFiles(city: City): Generator<DemoFile> {
  const { today } = city.wish;
  for (const [id, { volumes }] of Object.entries(DEPARTMENTS)) {
    for (const [entry, volume] of Object.entries(volumes)) {
      if (!mayEnter(city, id, entry)) continue;
      const count = scaled(city, volume);
      const mapping = OWN_LAYOUTS[`${id} ${entry}`]?.mapping;
      const span = { from: firstDay(today), until: addDays(today, -RECENT_DAYS), numberFrom: 1, count };
      yield file(city, id, {
        entry,
        kind: "bulk",
        count,
        rows: rowsOf(city, id, { entry, span }),
        ...(mapping !== undefined && { mapping, layout: mapping }),
      });
    }
  }
}

/** All subjects and files of a city, the useful first: cast, register, recent, awkward, then six years of everything. */
export function* demoFiles(wish: TownWish): Generator<DemoFile> {
  const town = makeTown(wish);
  const actors = new Map(
    [...town.departments].map(
      ([id, { uscc, zh }]) =>
        [id, { id, uscc, zh, text: DEPARTMENT_TEXTS[id] ?? { short: id, style: "{short}{year}-{n}" } }] as const,
    ),
  );
  const city: City = { wish, town, actors };
  yield* registers(city, true);
  yield* castFiles(city);
  yield* registers(city, false);
  yield* clockFile(city);
  yield* recentFiles(city);
  yield* awkwardFiles(city);
  yield* oldFile(city);
  yield* bulkFiles(city);
}
