import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
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
import { loadFigures, loadVersion, walkRows } from "./store.ts";
import type { DatasetFigures } from "./store.ts";

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

/** A file that stands ready: its version is known, nothing of it was read yet. */
export interface ReadyFile {
  readonly dataset: Dataset;
  readonly terms: TermsOfUse;
  /** All that the bytes are made from, but for day and policy. */
  readonly version: readonly EtagPart[];
  /** Takes over the closing. */
  readonly body: () => ReadableStream<Uint8Array<ArrayBuffer>>;
  /** For whoever does not want the body; may be called more than once. */
  readonly close: () => Promise<void>;
}

export interface Downloads {
  moment(): Moment;
  listing(moment: Moment): Promise<Listing>;
  /** Refuses `open-data.adverse` and `open-data.no-dataset`. */
  dataset(moment: Moment, entry: string): Outcome<Dataset>;
  /** The same, and `open-data.busy` while too many files are being written. */
  file(moment: Moment, asked: { readonly entry: string; readonly format: Format }): Promise<Outcome<ReadyFile>>;
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
  return {
    moment: () => momentOf(deps),
    listing: keptListing(deps, terms),
    dataset: findDataset,
    file: async (moment, { entry, format }) => {
      const found = findDataset(moment, entry);
      if (!found.ok) return found;
      const giveBack = slots.take();
      if (giveBack === null)
        return refused({ code: "open-data.busy", kind: "unavailable", values: { seconds: retrySeconds } });
      try {
        return granted(await openFile(deps.db, { moment, dataset: found.value, format, terms, giveBack }));
      } catch (error) {
        giveBack();
        throw error;
      }
    },
  };
}

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
  readonly giveBack: () => void;
}

/** No file goes on leaving into the day after its own: what is shown until tonight stands in it. */
function paceOf(moment: Moment): Pace {
  return { ...usualPace, totalMs: Math.min(usualPace.totalMs, secondsOfDayLeft(moment) * 1000) };
}

async function openFile(db: Database, question: FileQuestion): Promise<ReadyFile> {
  const { moment, dataset, format, terms, giveBack } = question;
  const snapshot = await openSnapshot(db);
  const close = async (): Promise<void> => {
    giveBack();
    await snapshot.close();
  };
  const asked = { entry: dataset.entry.id, ...publicDay(moment) };
  try {
    const { rows, newestReceipt, checksum } = await loadVersion(snapshot.tx, asked);
    return {
      dataset,
      terms,
      version: [asked.entry, format, rows, newestReceipt?.getTime() ?? null, checksum, terms.id, terms.zh],
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
