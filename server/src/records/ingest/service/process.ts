import { dayOfInstant } from "../../../kernel/day.ts";
import { setImmediate as breathe } from "node:timers/promises";
import { RootBuilder } from "@xinheng/log/merkle";
import { record } from "../../../foundation/audit/index.ts";
import { admits } from "../../../foundation/catalogue/index.ts";
import { keepSnapshot } from "../../../foundation/releases/index.ts";
import { refused } from "../../../kernel/refusal.ts";
import type { Outcome as Lawful, RefusalCode } from "../../../kernel/refusal.ts";
import type { CatalogueEntry, Mapping } from "../../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { groupsOf, saveEndedBatch } from "../../statements/index.ts";
import { withdrawKnowledge } from "../../subject/index.ts";
import type { Batch, Failure } from "../rules/batch.ts";
import type { ChunkRow } from "../rules/chunk.ts";
import type { RowLaw } from "../rules/row.ts";
import { finishBatch, loadBatch, refreshStatistics } from "../store.ts";
import { loadMapping } from "../store/declared.ts";
import { writeChunk } from "./chunk.ts";
import type { Chunk, Checkpoint, ChunkWork } from "./chunk.ts";
import { keyed } from "./digest.ts";
import { failureOf } from "./failure.ts";
import { judgedRows } from "./judged-rows.ts";
import type { FileTask, JudgedRow } from "./judge-file.ts";
import { makeReceipt } from "./receipt.ts";
import type { IngestPorts } from "./ports.ts";

const rowsPerChunk = 3_000;
/** A batch of so many rows may change what the planner should believe; smaller ones are left to autovacuum. */
const rowsToMeasure = 5_000;

export interface Reading {
  readonly ports: IngestPorts;
  readonly batch: Batch;
  readonly entry: CatalogueEntry;
  readonly mapping: Mapping | null;
  readonly policy: PolicySnapshot;
}

function lawOf(policy: PolicySnapshot): RowLaw {
  return {
    forbidden: policy.forbidden,
    proposed: policy.words.proposedDecision,
    templateRow: policy.words.templateRow,
    heldColumns: policy.words.heldColumns,
    heldQuiet: policy.words.heldQuiet,
    naturalPerson: policy.words.naturalPerson,
    publicity: policy.publicity,
  };
}

/** What the file of a batch is read with. */
export function taskOf({ batch, entry, mapping, policy }: Reading): FileTask {
  return {
    entry,
    mapping,
    law: lawOf(policy),
    notStated: policy.words.notStated,
    scoreHeads: policy.words.scoreHeads,
    carriedWords: policy.words,
    day: dayOfInstant((batch.receivedAt ?? batch.createdAt).getTime()),
    provider: batch.provider,
    done: batch.eventsDone,
  };
}

/** Gathers judged rows into chunks, going on after the checkpoint. Nothing here touches the database. */
async function* gather(reading: Reading, blocks: AsyncIterable<JudgedRow[]>): AsyncGenerator<Chunk> {
  const { ports, entry } = reading;
  const groups = groupsOf(entry).length;
  let rows: ChunkRow[] = [];
  let eventsDone = reading.batch.eventsDone;
  for await (const block of blocks) {
    for (const { position, fate, word } of block) {
      if (fate.kind !== "claim") rows.push({ position, fate, word });
      else rows.push({ position, fate: { ...fate, keyed: keyed(ports, fate.prepared, groups) }, word });
    }
    eventsDone += block.length;
    // Pages stay quick while a file is read.
    await breathe();
    if (rows.length < rowsPerChunk) continue;
    yield { rows, eventsDone };
    rows = [];
  }
  if (rows.length > 0) yield { rows, eventsDone };
}

/**
 * Writes one chunk while the next one is being read: the database and this process work at the same time.
 * @returns the rows of the whole batch.
 */
async function writeChunks(work: ChunkWork, chunks: AsyncGenerator<Chunk>): Promise<number> {
  const { ports, batch } = work;
  let from: Checkpoint = { tree: batch.tree ?? new RootBuilder().save(), issues: batch.issues };
  let rows = batch.eventsDone;
  let coming = chunks.next();
  try {
    for (;;) {
      const got = await coming;
      if (got.done === true) return rows;
      coming = chunks.next();
      // The next chunk's fault is met at the top of the loop; without a listener it would end the process before.
      coming.catch(() => undefined);
      const step = { chunk: got.value, from };
      from = await ports.db.write((tx) => writeChunk(tx, work, step));
      rows = got.value.eventsDone;
    }
  } finally {
    // Where the database failed, whoever reads the file is told that nobody takes its rows any more.
    await chunks.return(undefined).catch(() => undefined);
  }
}

/**
 * Before the batch is done, and with it the pages that were kept without it: whoever asks first would else wait minutes
 * for an answer that was planned for empty tables. A fault here is no fault of the batch.
 */
async function measure({ db, onFault }: IngestPorts, batch: string): Promise<void> {
  await db.write(refreshStatistics).catch((error: unknown) => onFault({ batch, error }));
}

async function finish(ports: IngestPorts, batch: Batch): Promise<void> {
  const at = new Date(ports.clock.now());
  await ports.db.write(async (tx) => {
    const now = await loadBatch(tx, batch.batch);
    if (now === undefined || now.state !== "processing") return;
    const receipt = makeReceipt(ports, now);
    await finishBatch(tx, { batch: batch.batch, state: "done", at, receipt, failure: null });
    const { received, skipped, accepted, duplicates, quarantined, rejected, naturalPersons } = now;
    const state = { received, skipped, accepted, duplicates, quarantined, rejected, naturalPersons };
    await record(tx, {
      at,
      account: { account: batch.account, organisation: batch.provider },
      action: "ingest.finish",
      purpose: batch.purpose,
      target: batch.batch,
      state,
    });
  });
  await ports.spool.destroy(batch.batch);
}

/** What was written before the fault is taken back at once: of a file that cannot be read nothing stands. */
async function fail(ports: IngestPorts, batch: Batch, failure: Failure): Promise<void> {
  const at = new Date(ports.clock.now());
  await ports.db.write(async (tx) => {
    await finishBatch(tx, { batch: batch.batch, state: "failed", at, receipt: null, failure });
    await saveEndedBatch(tx, {
      batch: batch.batch,
      effective: ports.clock.today(),
      recordedAt: at,
      account: batch.account,
    });
    await withdrawKnowledge(tx, batch.batch);
    await record(tx, {
      at,
      account: { account: batch.account, organisation: batch.provider },
      action: "ingest.fail",
      purpose: batch.purpose,
      target: batch.batch,
      state: { code: failure.code },
    });
  });
  await ports.spool.destroy(batch.batch);
}

/** Gives up an upload that will not become a batch: its spooled bytes go with its key. */
export async function discardUpload(ports: IngestPorts, id: string, code: RefusalCode): Promise<void> {
  const batch = await ports.db.read((tx) => loadBatch(tx, id));
  if (batch?.state === "receiving" || batch?.state === "waiting") await fail(ports, batch, { code, values: {} });
}

/** The entry and mapping of a batch by the law of its day. Refused when the law no longer admits it. */
export async function readingOf(ports: IngestPorts, batch: Batch): Promise<Lawful<Reading>> {
  const policy = ports.policyAt(dayOfInstant((batch.receivedAt ?? batch.createdAt).getTime()));
  const entry = admits({ snapshot: policy, entry: batch.entry, provider: batch.provider, region: policy.region });
  if (!entry.ok) return entry;
  const shipped = policy.mappings.get(batch.mapping);
  const own =
    shipped ??
    (batch.mapping === "" ? undefined : await ports.db.read((tx) => loadMapping(tx, batch.mapping, batch.provider)));
  if (batch.mapping !== "" && own === undefined) return refused({ code: "ingest.unknown-mapping", kind: "invalid" });
  return { ok: true, value: { ports, batch, entry: entry.value, mapping: own ?? null, policy } };
}

async function run(ports: IngestPorts, batch: Batch): Promise<void> {
  const reading = await readingOf(ports, batch);
  if (!reading.ok) return fail(ports, batch, { code: reading.refusal.code, values: reading.refusal.values ?? {} });
  const { entry, policy } = reading.value;
  const received = batch.receivedAt ?? batch.createdAt;
  const work: ChunkWork = {
    ports,
    batch,
    entry,
    heading: {
      entry,
      groups: groupsOf(entry),
      provider: batch.provider,
      batch: batch.batch,
      receivedAt: `${received.toISOString().slice(0, 19)}Z`,
      policyHash: policy.hash,
    },
  };
  try {
    await ports.db.write((tx) => keepSnapshot(tx, policy));
    const rows = await writeChunks(work, gather(reading.value, judgedRows(ports, batch, taskOf(reading.value))));
    if (rows >= rowsToMeasure) await measure(ports, batch.batch);
    await finish(ports, batch);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return fail(ports, batch, failure);
  }
}

/**
 * Works a batch off to its end, going on after the last committed chunk. Several processes may call it for the same
 * batch: one works, the others return at once with false.
 */
export async function processBatch(ports: IngestPorts, id: string): Promise<boolean> {
  const locked = await ports.db.tryLock(`ingest:${id}`, async () => {
    const batch = await ports.db.read((tx) => loadBatch(tx, id));
    if (batch?.state === "processing") await run(ports, batch);
  });
  return locked.locked;
}
