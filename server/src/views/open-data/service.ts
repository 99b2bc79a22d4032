import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../kernel/refusal.ts";
import type { Database, Tx } from "../../platform/database/pool.ts";
import type { EtagPart } from "../../platform/http/etag.ts";
import { keepReadings } from "../../platform/http/kept.ts";
import type { CatalogueEntry } from "../../policy/catalogue-entry.ts";
import { readCoverage, scopeOf } from "../coverage/index.ts";
import type { SourceCoverage } from "../coverage/index.ts";
import { momentOf, publicDay, secondsOfDayLeft, versionOfDay } from "../site/index.ts";
import type { Moment, Present } from "../site/index.ts";
import { admits } from "../visibility/index.ts";
import type { Format } from "./rules/columns.ts";
import type { OpenRow } from "./rules/row.ts";
import { bodyOf, usualPace } from "./service/body.ts";
import type { Pace, Pieces } from "./service/body.ts";
import { readTermsOfUse } from "./service/terms-of-use.ts";
import type { TermsOfUse } from "./service/terms-of-use.ts";
import { datasetOf } from "./service/row.ts";
import type { Dataset } from "./service/row.ts";
import { openSlots } from "./service/slots.ts";
import { openSnapshot } from "./service/snapshot.ts";
import { writeParquetFile } from "./service/write-parquet.ts";
import { writeCsvFile, writeNdjsonFile } from "./service/write-text.ts";
import type { Portions } from "./service/write-text.ts";
import { loadFigures, loadRecordState, loadSnapshotName, walkRows } from "./store.ts";
import type { DatasetFigures, RecordState } from "./store.ts";

/** What open data stands on. */
export interface OpenDataDeps extends Present {
  readonly db: Database;
  /** Null: no working day is known, and lateness is not guessed. */
  readonly calendar: WorkingCalendar | null;
  /** Policy folders, shipped first, for the terms; without them the shipped template holds. */
  readonly policyFolders?: readonly string[];
}

/** A data set with what stands in it and how far its providers' word reaches. */
export interface ListedDataset extends Dataset {
  readonly count: number;
  readonly newestReceipt: Date | null;
  /** The earliest day through which those providers are complete that declared as far as they should; null: none did. */
  readonly completeThrough: Day | null;
  readonly sources: readonly SourceCoverage[];
}

export interface Listing {
  /** When it was counted, Unix milliseconds. */
  readonly at: number;
  readonly terms: TermsOfUse;
  readonly datasets: readonly ListedDataset[];
}

/** What a file would be, known without reading any of it. */
export interface FileHead {
  readonly dataset: Dataset;
  readonly format: Format;
  readonly terms: TermsOfUse;
  /** All that the bytes are made from, but for day and policy. */
  readonly version: readonly EtagPart[];
}

/** A file that stands ready: nothing of it was read yet. */
export interface ReadyFile extends FileHead {
  /** Takes over the closing. */
  readonly body: () => ReadableStream<Uint8Array<ArrayBuffer>>;
  /** For whoever does not want the body after all; may be called more than once. */
  readonly close: () => Promise<void>;
}

export interface FileAsked {
  readonly entry: string;
  readonly format: Format;
}

export interface Downloads {
  moment(): Moment;
  listing(moment: Moment): Promise<Listing>;
  /** Refuses `open-data.adverse` and `open-data.no-dataset`. */
  dataset(moment: Moment, entry: string): Outcome<Dataset>;
  /** The same for a file's head: one small reading, no slot. */
  head(moment: Moment, asked: FileAsked): Promise<Outcome<FileHead>>;
  /**
   * The same for the whole file, whose head is of the same snapshot; and `open-data.one-at-a-time` while the caller takes
   * another one, `open-data.busy` while too many are being written.
   * @param caller by whom files are counted; null where he cannot be told apart.
   */
  file(moment: Moment, asked: FileAsked & { readonly caller: string | null }): Promise<Outcome<ReadyFile>>;
}

/** Files written at the same time, of eight connections that all readers share. */
const filesMax = 2;
const retrySeconds = 60;
/** Published totals may lag by so much; the files never do. */
const listingLagMs = 30_000;

/** Everything that is handed out in bulk: non-adverse entries of the channel `open-data`, and nothing else. */
export function openDownloads(deps: OpenDataDeps): Downloads {
  const terms = readTermsOfUse(deps.policyFolders);
  const slots = openSlots(filesMax);
  const stateIn = keptState();
  return {
    moment: () => momentOf(deps),
    listing: keptListing(deps, terms),
    dataset: findDataset,
    head: async (moment, { entry, format }) => {
      const found = findDataset(moment, entry);
      if (!found.ok) return found;
      const asked = { dataset: found.value, format, terms };
      return granted(await deps.db.read((tx) => readHead(tx, stateIn, asked)));
    },
    file: async (moment, { entry, format, caller }) => {
      const found = findDataset(moment, entry);
      if (!found.ok) return found;
      const taken = slots.take(caller);
      if ("none" in taken) return refused(refusals[taken.none]);
      try {
        const question = { moment, dataset: found.value, format, terms, stateIn, giveBack: taken.giveBack };
        return granted(await openFile(deps.db, question));
      } catch (error) {
        taken.giveBack();
        throw error;
      }
    },
  };
}

const values = { seconds: retrySeconds };
const refusals = {
  "all-taken": { code: "open-data.busy", kind: "unavailable", values },
  "own-taken": { code: "open-data.one-at-a-time", kind: "too-many", values },
} as const satisfies Record<string, Refusal>;

/**
 * The one place that says what may leave in bulk, and to whom: today to everybody alike. A recipient who is bound to
 * withdrawals, and may therefore hold adverse statements, would be known here.
 */
function findDataset({ policy }: Moment, id: string): Outcome<Dataset> {
  const entry = policy.entries.get(id);
  if (entry?.adverse === true) {
    return refused({ code: "open-data.adverse", kind: "forbidden", values: { title: entry.zh } });
  }
  if (entry === undefined || !isOpen(entry)) return refused({ code: "open-data.no-dataset", kind: "absent" });
  return granted(datasetOf(entry, policy));
}

function isOpen(entry: CatalogueEntry): boolean {
  return !entry.adverse && admits("open-data", entry);
}

interface FileQuestion {
  readonly moment: Moment;
  readonly dataset: Dataset;
  readonly format: Format;
  readonly terms: TermsOfUse;
  readonly stateIn: StateIn;
  readonly giveBack: () => void;
}

/** No file goes on leaving into the day after its own: what is shown until tonight stands in it. */
function paceOf(moment: Moment): Pace {
  return { ...usualPace, totalMs: Math.min(usualPace.totalMs, secondsOfDayLeft(moment) * 1000) };
}

type StateIn = (tx: Tx) => Promise<RecordState>;

/** While nothing is written at all, snapshots bear one name, and the state is counted once for all who ask. */
function keptState(): StateIn {
  const kept = keepReadings<RecordState>({ lagMs: Number.POSITIVE_INFINITY });
  return async (tx) => {
    const version = await loadSnapshotName(tx);
    return kept({ key: "state", version }, () => loadRecordState(tx));
  };
}

/** The head of a file as it would be made in this snapshot. */
async function readHead(tx: Tx, stateIn: StateIn, asked: Omit<FileHead, "version">): Promise<FileHead> {
  const { dataset, format, terms } = asked;
  const state = await stateIn(tx);
  const known = Object.values(state).map((one: number | Date | null) => (one instanceof Date ? one.getTime() : one));
  return { ...asked, version: [dataset.entry.id, format, terms.id, terms.zh, ...known] };
}

async function openFile(db: Database, question: FileQuestion): Promise<ReadyFile> {
  const { moment, dataset, format, terms, stateIn, giveBack } = question;
  const snapshot = await openSnapshot(db);
  const close = async (): Promise<void> => {
    giveBack();
    await snapshot.close();
  };
  const asked = { entry: dataset.entry.id, ...publicDay(moment) };
  try {
    return {
      ...(await readHead(snapshot.tx, stateIn, { dataset, format, terms })),
      body: () => bodyOf(piecesOf(question, readPortions(snapshot.tx, dataset, asked)), close, paceOf(moment)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* readPortions(
  tx: Tx,
  { read }: Dataset,
  asked: Parameters<typeof walkRows>[1],
): AsyncGenerator<readonly OpenRow[]> {
  for await (const rows of walkRows(tx, asked)) yield rows.map(read);
}

function piecesOf({ moment, dataset, format, terms }: FileQuestion, portions: Portions): Pieces {
  switch (format) {
    case "csv":
      return writeCsvFile(dataset, portions);
    case "ndjson":
      return writeNdjsonFile(portions);
    case "parquet":
      return writeParquetFile(dataset, portions, {
        entry: dataset.entry.id,
        day: moment.today,
        region: moment.policy.region,
        policyHash: moment.policy.hash,
        license: terms.zh,
      });
  }
}

/** Counting reads every statement, so one count serves everybody for a while; a day's count never outlives the day. */
function keptListing(deps: OpenDataDeps, terms: TermsOfUse): Downloads["listing"] {
  const kept = keepReadings<Listing>({ lagMs: listingLagMs });
  return (moment) => kept({ key: "listing", version: versionOfDay(moment) }, () => list(deps, moment, terms));
}

async function list(deps: OpenDataDeps, moment: Moment, terms: TermsOfUse): Promise<Listing> {
  const { policy, today } = moment;
  const entries = [...policy.entries.values()].filter(isOpen);
  return deps.db.read(async (tx) => {
    const [figures, coverage] = await Promise.all([
      loadFigures(tx, publicDay(moment)),
      readCoverage(tx, { policy, today, calendar: deps.calendar }),
    ]);
    const datasets = entries.map((entry) => listed(datasetOf(entry, policy), figures, coverage));
    return { at: moment.now, terms, datasets };
  });
}

function listed(
  dataset: Dataset,
  figures: readonly DatasetFigures[],
  coverage: readonly SourceCoverage[],
): ListedDataset {
  const { id } = dataset.entry;
  const figure = figures.find((one) => one.entry === id);
  const sources = coverage.filter((one) => one.entry === id);
  return {
    ...dataset,
    count: figure?.count ?? 0,
    newestReceipt: figure?.newestReceipt ?? null,
    completeThrough: scopeOf(sources).completeThrough,
    sources,
  };
}
