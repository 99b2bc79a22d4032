// Ingest end to end through HTTP, against raw COPY of the rows that it stored; sides take turns.
import { copyBack, dumpTables, forgetDump, migrateEmpty } from "./raw-copy.ts";
import type { DumpedTable, RowOrder } from "./raw-copy.ts";
import type { FigureEnd, LoadedRegister, Rig } from "./figure.ts";
import { forgetPlatform, startPlatform } from "./platform.ts";
import type { Platform } from "./platform.ts";
import { sendFile } from "./send.ts";
import type { BatchEnd, Sending } from "./send.ts";
import { createDatabase, dropDatabase, settleDisk } from "./server.ts";
import { clocks } from "./settings.ts";
import { median, rounded } from "./statistics.ts";
import { cpuOf, cpuOfFamily, ownCpu, peakMemory } from "./usage.ts";

export interface IngestJob {
  /** Lower-case words; names databases and folders. */
  readonly name: string;
  readonly files: readonly Sending[];
  /** Called with the last loaded database, which is then kept. */
  readonly keep?: (loaded: Pick<LoadedRegister, "database" | "platform">) => void;
}

/** One side of a round. CPU in seconds by who spent it; null where another machine did. */
export interface Spent {
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly cpu: { readonly platform: number | null; readonly database: number | null; readonly client: number };
  readonly peakMiB: number | null;
}

type Side = "ours" | RowOrder;
type Round = Readonly<Record<Side, Spent>>;

const defaultRounds = 2;
/** Fewer accepted rows than this part of the file would not be the work that is claimed. */
const acceptedMin = 0.9;
const memoryAim = 600;

interface Meter {
  readonly rig: Rig;
  readonly platform: Platform | null;
}

async function readMeter({
  rig,
  platform,
}: Meter): Promise<{ platform: number | null; database: number | null; client: number }> {
  return {
    platform: platform === null ? null : await cpuOf(platform.pid),
    database: rig.server.pid === null ? null : await cpuOfFamily(rig.server.pid),
    client: ownCpu(),
  };
}

function difference(after: number | null, before: number | null): number | null {
  return after === null || before === null ? null : rounded(after - before);
}

/** Times `work`, which answers with the number of rows, and counts who worked for it. */
async function spend(meter: Meter, work: () => Promise<number>): Promise<Spent> {
  await settleDisk(meter.rig.server);
  const before = await readMeter(meter);
  const started = performance.now();
  const rows = await work();
  const seconds = (performance.now() - started) / 1000;
  const after = await readMeter(meter);
  return {
    seconds: rounded(seconds),
    rowsPerSecond: rounded(rows / seconds),
    cpu: {
      platform: difference(after.platform, before.platform),
      database: difference(after.database, before.database),
      client: rounded(after.client - before.client),
    },
    peakMiB: meter.platform === null ? null : await peakMemory(meter.platform.pid),
  };
}

async function sendAll(platform: Platform, files: readonly Sending[], ends: BatchEnd[]): Promise<number> {
  let rows = 0;
  for (const file of files) {
    const end = await sendFile(platform, file);
    if (end.accepted < end.received * acceptedMin)
      throw new Error(`only ${end.accepted} of ${end.received} rows were accepted`);
    ends.push(end);
    rows += end.received;
  }
  return rows;
}

/** Loads the files once into a new database, without measuring, and leaves it there. */
export async function loadOnce(rig: Rig, job: IngestJob): Promise<Pick<LoadedRegister, "database" | "platform">> {
  const loaded = namesOf(job);
  await measureOurs(rig, job, []);
  return loaded;
}

function namesOf(job: IngestJob): { readonly database: string; readonly platform: string } {
  return { database: `xinheng_bench_${job.name.replaceAll("-", "_")}`, platform: `platform-${job.name}` };
}

async function measureOurs(rig: Rig, job: IngestJob, ends: BatchEnd[]): Promise<Spent> {
  const { database, platform: name } = namesOf(job);
  await forgetPlatform(name);
  const databaseUrl = await createDatabase(rig.server, database);
  const platform = await startPlatform({ name, databaseUrl, clock: clocks.ingest, profile: rig.settings.profile });
  try {
    return await spend({ rig, platform }, () => sendAll(platform, job.files, ends));
  } finally {
    await platform.stop();
  }
}

async function measureRaw(
  rig: Rig,
  dump: { tables: readonly DumpedTable[]; rows: number },
  order: RowOrder,
): Promise<Spent> {
  const database = "xinheng_bench_raw";
  const url = await createDatabase(rig.server, database);
  await migrateEmpty(url);
  try {
    return await spend({ rig, platform: null }, async () => {
      await copyBack(url, dump.tables, order);
      return dump.rows;
    });
  } finally {
    await dropDatabase(rig.server, database);
  }
}

/** Every second round begins at the other end, so that no side always follows the same one. */
function turnsOf(round: number): readonly RowOrder[] {
  return round % 2 === 0 ? ["stored", "sorted"] : ["sorted", "stored"];
}

/** Rounds of ours and of both baselines. The ratio is the median over rounds of the faster baseline's time to ours. */
export async function measureIngest(rig: Rig, job: IngestJob): Promise<FigureEnd> {
  const wanted = rig.settings.rounds ?? defaultRounds;
  const rounds: Round[] = [];
  const ends: BatchEnd[] = [];
  let dump: { tables: readonly DumpedTable[]; rows: number } | null = null;
  const { database, platform } = namesOf(job);
  try {
    for (let round = 0; round < wanted; round += 1) {
      ends.length = 0;
      const ours = await measureOurs(rig, job, ends);
      rig.say(`  round ${round + 1}: ours ${ours.rowsPerSecond} rows/s`);
      dump ??= {
        tables: await dumpTables(rig.server.urlOf(database)),
        rows: ends.reduce((sum, end) => sum + end.received, 0),
      };
      const raw: Partial<Record<RowOrder, Spent>> = {};
      for (const order of turnsOf(round)) {
        const spent = await measureRaw(rig, dump, order);
        rig.say(`  round ${round + 1}: raw copy, ${order} ${spent.rowsPerSecond} rows/s`);
        raw[order] = spent;
      }
      if (raw.stored !== undefined && raw.sorted !== undefined)
        rounds.push({ ours, stored: raw.stored, sorted: raw.sorted });
    }
  } finally {
    await forgetDump();
  }
  if (job.keep === undefined) {
    await dropDatabase(rig.server, database);
    await forgetPlatform(platform);
  } else job.keep({ database, platform });
  return concluded(rounds, { ends, tables: dump?.tables ?? [] });
}

function concluded(
  rounds: readonly Round[],
  stored: { ends: readonly BatchEnd[]; tables: readonly DumpedTable[] },
): FigureEnd {
  const fastest = ({ stored: asStored, sorted }: Round): Spent =>
    asStored.seconds <= sorted.seconds ? asStored : sorted;
  const peak = Math.max(...rounds.map(({ ours }) => ours.peakMiB ?? Number.NaN));
  const rate = {
    label: "rows",
    unit: "rows/s",
    aim: "≥ 0.5",
    ours: rounded(median(rounds.map(({ ours }) => ours.rowsPerSecond))),
    baseline: rounded(median(rounds.map((round) => fastest(round).rowsPerSecond))),
    ratio: rounded(median(rounds.map((round) => fastest(round).seconds / round.ours.seconds))),
  };
  const memory = {
    label: "peak memory",
    unit: "MiB",
    ours: peak,
    baseline: memoryAim,
    ratio: rounded(memoryAim / peak),
    aim: "< 600 MiB",
  };
  const tables = stored.tables.map(({ table, rows }) => ({ table, rows }));
  const batches = stored.ends.map(({ received, accepted, duplicates, quarantined, rejected }) => ({
    received,
    accepted,
    duplicates,
    quarantined,
    rejected,
  }));
  return { measures: [rate, memory], rounds: rounds.length, detail: { rounds, batches, tables } };
}
