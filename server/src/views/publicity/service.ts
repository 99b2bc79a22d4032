import type { WorkingCalendar } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { keepOnePlan, planAnew } from "../../platform/database/plan-mode.ts";
import type { Database, Tx } from "../../platform/database/pool.ts";
import { keepReadings } from "../../platform/http/kept.ts";
import { readCoverage } from "../coverage/index.ts";
import type { SourceCoverage } from "../coverage/index.ts";
import { searchSubjects } from "../search/index.ts";
import type { SearchAnswer, SearchPlace } from "../search/index.ts";
import { momentOf, publicDay, versionOfDay } from "../site/index.ts";
import type { Moment, Present } from "../site/index.ts";
import { recordsListed } from "./rules/subject.ts";
import { malformedCode, readCode, readRecordId } from "./rules/code.ts";
import type { EntryCount, LoadedSubject, RecordPlace } from "./rules/subject.ts";
import { browse } from "./service/browse.ts";
import type { BrowseAnswer, BrowseQuestion } from "./service/browse.ts";
import { readRows } from "./service/record.ts";
import type { ShownRecord, ShownVersion } from "./service/record.ts";
import {
  countOfSubject,
  countShown,
  countSubjects,
  loadPage,
  loadRecord,
  loadShown,
  loadShownVersions,
  loadSubject,
} from "./store.ts";

/** What the public interfaces stand on. */
export interface PublicityDeps extends Present {
  readonly db: Database;
  /** First 16 bytes of the keyed digest of a folded name, as `subject.name` holds it. */
  readonly nameDigest: (folded: string) => Buffer;
  /** Null: no working day is known, and lateness is not guessed. */
  readonly calendar: WorkingCalendar | null;
}

/** A code that was asked for, and how far the looking went. */
interface AskedSubject {
  readonly code: string;
  /** Null: not known here. */
  readonly subject: LoadedSubject | null;
  readonly coverage: readonly SourceCoverage[];
}

/** What is shown of a subject now, by identity: enough to know whether a page that was written still holds. */
export interface ShownSubject extends AskedSubject {
  readonly shown: readonly ShownVersion[];
}

/** All that is public about a subject. */
export interface SubjectView extends ShownSubject {
  readonly records: readonly ShownRecord[];
}

/** An answer that still holds, or what a new one is written from. */
export type HeldOrRead<T> = { readonly held: T } | { readonly held: null; readonly view: SubjectView };

/** The same, counted. */
export interface SubjectSummary extends AskedSubject {
  readonly counts: readonly EntryCount[];
}

export interface RecordView {
  readonly subject: LoadedSubject;
  readonly record: ShownRecord;
}

export interface RecordPage {
  readonly code: string;
  readonly subject: LoadedSubject | null;
  readonly records: readonly ShownRecord[];
  readonly next: RecordPlace | null;
}

export interface Figures {
  /** When it was counted, Unix milliseconds. */
  readonly at: number;
  readonly subjects: number;
  readonly shown: readonly EntryCount[];
}

/** Published totals may lag by a minute; anything about one subject may not. */
const figuresLagMs = 45_000;
/** A declaration that is seen a moment late makes the claim smaller, never larger. */
const coverageLagMs = 2_000;

export interface Publicity {
  moment(): Moment;
  /** `hold` says in the same snapshot whether an answer still holds; where it gives null the records are read out. */
  subject<T>(moment: Moment, text: string, hold: (shown: ShownSubject) => T | null): Promise<Outcome<HeldOrRead<T>>>;
  summary(moment: Moment, text: string): Promise<Outcome<SubjectSummary>>;
  page(moment: Moment, question: PageQuestion): Promise<Outcome<RecordPage>>;
  record(moment: Moment, asked: { readonly code: string; readonly id: string }): Promise<Outcome<RecordView>>;
  search(
    moment: Moment,
    question: SearchQuestion,
  ): Promise<Outcome<SearchAnswer & { readonly coverage: readonly SourceCoverage[] }>>;
  browse(moment: Moment, question: BrowseQuestion): Promise<Outcome<BrowseAnswer>>;
  coverage(moment: Moment): Promise<readonly SourceCoverage[]>;
  figures(moment: Moment): Promise<Figures>;
}

export interface PageQuestion {
  readonly code: string;
  readonly entry: string | null;
  readonly after: RecordPlace | null;
  readonly limit: number;
}

export interface SearchQuestion {
  readonly text: string;
  readonly limit: number;
  readonly after: SearchPlace | null;
}

/** All reads of the public interfaces: each takes one snapshot of the database, and nothing is written. */
export function openPublicity(deps: PublicityDeps): Publicity {
  const { db } = deps;
  const coverageIn = keptCoverage(deps);
  return {
    moment: () => momentOf(deps),
    subject: (moment, text, hold) => readSubject({ db, coverageIn }, { moment, text }, hold),
    summary: (moment, text) => readSummary({ db, coverageIn }, moment, text),
    page: (moment, question) => readPage(db, moment, question),
    record: (moment, asked) => readRecord(db, moment, asked),
    search: (moment, question) =>
      db.read(async (tx) => {
        // Its statements were written for a plan made before the text is known.
        await keepOnePlan(tx);
        const found = await searchSubjects(tx, { ...question, nameDigest: deps.nameDigest });
        return found.ok ? granted({ ...found.value, coverage: await coverageIn(tx, moment) }) : found;
      }),
    browse: async (moment, question) => {
      const coverage = await db.read((tx) => coverageIn(tx, moment));
      return browse({ db, coverage }, moment, question);
    },
    coverage: (moment) => db.read((tx) => coverageIn(tx, moment)),
    figures: keptFigures(db),
  };
}

type CoverageIn = (tx: Tx, moment: Moment) => Promise<readonly SourceCoverage[]>;

interface Asking {
  readonly db: Database;
  readonly coverageIn: CoverageIn;
}

interface Question {
  readonly moment: Moment;
  readonly text: string;
}

/** A subject, its coverage and one more thing of it; `malformed-code` for a code that cannot be one. */
async function readAsked<T>(
  tx: Tx,
  coverageIn: CoverageIn,
  { moment, text }: Question,
  also: (code: string) => Promise<T>,
): Promise<Outcome<AskedSubject & { readonly also: T }>> {
  const asked = readCode(text);
  if (!asked.ok) return asked;
  const { code, sound } = asked.value;
  const [, subject, more, coverage] = await Promise.all([
    keepOnePlan(tx),
    loadSubject(tx, code),
    also(code),
    coverageIn(tx, moment),
  ]);
  return subject === null && !sound ? malformedCode : granted({ code, subject, coverage, also: more });
}

function readSubject<T>(
  { db, coverageIn }: Asking,
  { moment, text }: Question,
  hold: (shown: ShownSubject) => T | null,
): Promise<Outcome<HeldOrRead<T>>> {
  return db.read(async (tx) => {
    const question = { limit: recordsListed + 1, ...publicDay(moment) };
    const read = await readAsked(tx, coverageIn, { moment, text }, (code) =>
      loadShownVersions(tx, { subject: code, ...question }),
    );
    if (!read.ok) return read;
    const { also: shown, ...asked } = read.value;
    const held = hold({ ...asked, shown });
    if (held !== null) return granted({ held });
    const rows = await loadShown(tx, { subject: asked.code, ...question });
    return granted({ held: null, view: { ...asked, shown, records: readRows(rows, moment.policy) } });
  });
}

async function readSummary({ db, coverageIn }: Asking, moment: Moment, text: string): Promise<Outcome<SubjectSummary>> {
  const read = await db.read((tx) =>
    readAsked(tx, coverageIn, { moment, text }, (code) => countOfSubject(tx, { subject: code, ...publicDay(moment) })),
  );
  if (!read.ok) return read;
  const { also, ...asked } = read.value;
  return granted({ ...asked, counts: also });
}

async function readPage(db: Database, moment: Moment, question: PageQuestion): Promise<Outcome<RecordPage>> {
  const asked = readCode(question.code);
  if (!asked.ok) return asked;
  const { code, sound } = asked.value;
  const { entry, after, limit } = question;
  if (entry !== null && !moment.policy.entries.has(entry)) {
    return refused({ code: "publicity.unknown-entry", kind: "invalid", values: { entry } });
  }
  return db.read(async (tx) => {
    const [, subject, rows] = await Promise.all([
      keepOnePlan(tx),
      loadSubject(tx, code),
      loadPage(tx, { subject: code, entry, after, limit: limit + 1, ...publicDay(moment) }),
    ]);
    if (subject === null && !sound) return malformedCode;
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const next = last === undefined ? null : { day: last.decidedOn ?? "0001-01-01", id: last.id };
    return granted({ code, subject, records: readRows(shown, moment.policy), next });
  });
}

async function readRecord(
  db: Database,
  moment: Moment,
  asked: { readonly code: string; readonly id: string },
): Promise<Outcome<RecordView>> {
  const read = readCode(asked.code);
  if (!read.ok) return read;
  const id = readRecordId(asked.id);
  const gone = refused({ code: "publicity.no-record", kind: "absent" });
  if (id === null) return gone;
  return db.read(async (tx) => {
    const { code } = read.value;
    const [, subject, row] = await Promise.all([
      keepOnePlan(tx),
      loadSubject(tx, code),
      loadRecord(tx, { subject: code, id, ...publicDay(moment) }),
    ]);
    const [record] = row === null ? [] : readRows([row], moment.policy);
    return subject === null || record === undefined ? gone : granted({ subject, record });
  });
}

function keptCoverage({ calendar }: PublicityDeps): CoverageIn {
  const kept = keepReadings<readonly SourceCoverage[]>({ lagMs: coverageLagMs });
  return (tx, moment) => {
    const { policy, today } = moment;
    return kept({ key: "coverage", version: versionOfDay(moment) }, () =>
      readCoverage(tx, { policy, today, calendar }),
    );
  };
}

/** Counting reads every statement, so one count serves everybody for a while; a day's count never outlives the day. */
function keptFigures(db: Database): (moment: Moment) => Promise<Figures> {
  const kept = keepReadings<Figures>({ lagMs: figuresLagMs });
  return (moment) => kept({ key: "figures", version: versionOfDay(moment) }, () => countAll(db, moment));
}

async function countAll(db: Database, moment: Moment): Promise<Figures> {
  return db.read(async (tx) => {
    const [, subjects, shown] = await Promise.all([planAnew(tx), countSubjects(tx), countShown(tx, publicDay(moment))]);
    return { at: moment.now, subjects, shown };
  });
}
