import { createHash, randomUUID } from "node:crypto";
import { record } from "../../../foundation/audit/index.ts";
import { admits } from "../../../foundation/catalogue/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { listed } from "../rules/carried.ts";
import { mayCommand } from "../rules/batch.ts";
import type { Batch, CarriedBatch } from "../rules/batch.ts";
import { beginProcessing, insertBatch, loadBatch, lockBatch, lockFile, sameFile } from "../store.ts";
import { saveCarried } from "../store/carried.ts";
import { loadMapping } from "../store/declared.ts";
import { carryOverReason } from "../text.ts";
import { admitCarried, askCarryOver, examineCarried } from "./carry-over.ts";
import type { CarriedWish } from "./carry-over.ts";
import { formatOf, spoolKey, uploadBytesMax, workbookBytesMax } from "./file.ts";
import type { IngestPorts } from "./ports.ts";
import { clientOf, maySend } from "./sender.ts";
import type { Sender } from "./sender.ts";
import { askRelease, measure, reasonToWait } from "./wait.ts";
import type { Measured } from "./wait.ts";

/** What a provider asks for when it sends a file. */
export interface UploadRequest {
  readonly provider: string;
  readonly entry: string;
  /** Id of a shipped mapping or of one of the provider's own; empty = the official heads. */
  readonly mapping: string;
  readonly uploadLength: number | null;
  /** The batch whose rows this file corrects. */
  readonly mends: string | null;
  readonly purpose: string | null;
  /** Null for what is not taken over from an old platform. */
  readonly carried: CarriedWish | null;
}

async function admitMapping(
  ports: IngestPorts,
  request: UploadRequest,
  policy: PolicySnapshot,
): Promise<Outcome<true>> {
  const known = request.mapping === "" || policy.mappings.get(request.mapping)?.entry === request.entry;
  if (known) return granted(true);
  const own = await ports.db.read((tx) => loadMapping(tx, request.mapping, request.provider));
  return own?.entry === request.entry ? granted(true) : refused({ code: "ingest.unknown-mapping", kind: "invalid" });
}

async function admitUpload(
  ports: IngestPorts,
  sender: Sender,
  request: UploadRequest,
): Promise<Outcome<CarriedBatch | null>> {
  const { provider, entry: entryId } = request;
  const may = await maySend(ports, sender, { command: "batch.submit", provider, entry: entryId });
  if (!may.ok) return may;
  const today = ports.clock.today();
  const policy = ports.policyAt(today);
  const entry = admits({ snapshot: policy, entry: request.entry, provider: request.provider, region: policy.region });
  if (!entry.ok) return entry;
  if ((request.uploadLength ?? 0) > uploadBytesMax) {
    return refused({ code: "ingest.upload-too-large", kind: "too-large", values: { bytesMax: uploadBytesMax } });
  }
  const mapping = await admitMapping(ports, request, policy);
  if (!mapping.ok) return mapping;
  const mending = request.mends === null ? granted(true) : await admitMending(ports, request);
  return mending.ok ? admitCarried({ ...request, sender }, { policy, today }) : mending;
}

async function admitMending(ports: IngestPorts, request: UploadRequest): Promise<Outcome<true>> {
  const mended = await ports.db.read((tx) => loadBatch(tx, request.mends ?? ""));
  const fits = mended?.provider === request.provider && mended.entry === request.entry && mended.state === "done";
  return fits ? granted(true) : refused({ code: "ingest.not-mendable", kind: "invalid" });
}

/** Opens a batch: a place in the spool under a key of its own. Nothing is a record yet. */
export async function openBatch(ports: IngestPorts, sender: Sender, request: UploadRequest): Promise<Outcome<Batch>> {
  const admitted = await admitUpload(ports, sender, request);
  if (!admitted.ok) return admitted;
  const batch = randomBatchId(ports.clock.now());
  const at = new Date(ports.clock.now());
  const wrappedKey = ports.keys.wrap(ports.keys.random(32));
  const opened = await ports.db.write(async (tx) => {
    const client = clientOf(sender);
    const carried = admitted.value;
    await insertBatch(tx, { batch, ...request, carried, account: sender.account, client, wrappedKey, createdAt: at });
    await record(tx, {
      at,
      account: sender,
      action: "ingest.open",
      purpose: request.purpose,
      target: batch,
      state: {
        provider: request.provider,
        entry: request.entry,
        mapping: request.mapping,
        mends: request.mends,
        client,
        carriedOver: carried === null ? null : { documentNo: carried.documentNo, declared: listed(carried.declared) },
      },
    });
    return loadBatch(tx, batch);
  });
  if (opened === undefined) throw new Error("a batch vanished while it was opened");
  return granted(opened);
}

/** UUIDv7: batches sort by the moment they were opened, which keeps the block-range index on them small. */
function randomBatchId(now: number): string {
  const time = Math.floor(now).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** Bytes of a batch that are safe on disk. */
export async function uploadedBytes(ports: IngestPorts, batch: Batch): Promise<number> {
  return batch.state === "receiving"
    ? ports.spool.size(batch.batch, spoolKey(ports, batch))
    : (batch.uploadLength ?? 0);
}

/** Appends to an upload at exactly its present end. Answers with the new offset once the bytes are safe on disk. */
export async function appendUpload(
  ports: IngestPorts,
  batch: Batch,
  part: { readonly offset: number; readonly stream: AsyncIterable<Uint8Array> },
): Promise<Outcome<number>> {
  const may = mayCommand(batch, "append");
  if (!may.ok) return may;
  const limit = batch.uploadLength ?? uploadBytesMax;
  const grown = await ports.db.tryLock(`upload:${batch.batch}`, () =>
    ports.spool.appendStream({
      id: batch.batch,
      key: spoolKey(ports, batch),
      offset: part.offset,
      stream: part.stream,
      limit,
    }),
  );
  const appended = grown.locked ? grown.value : refused({ code: "spool.busy", kind: "conflict" });
  if (appended.ok || appended.refusal.code === "spool.busy") return appended;
  if (appended.refusal.code === "spool.too-large")
    return refused({ code: "ingest.upload-too-large", kind: "too-large", values: { bytesMax: limit } });
  const values = { offset: await uploadedBytes(ports, batch) };
  return refused({ code: "ingest.upload-offset", kind: "conflict", values });
}

async function digestOf(ports: IngestPorts, batch: Batch): Promise<Buffer> {
  const hash = createHash("sha256");
  for await (const part of ports.spool.read(batch.batch, spoolKey(ports, batch))) hash.update(part);
  return hash.digest();
}

/** What makes two uploads the same: provider, entry, mapping and every byte. Keyed, so that it tells nothing by itself. */
function idempotencyOf(ports: IngestPorts, batch: Batch, digest: Buffer): Buffer {
  return ports.keys.mac(
    "ingest.file",
    JSON.stringify([batch.provider, batch.entry, batch.mapping, batch.mends, digest.toString("hex")]),
  );
}

/** What is taken over from an old platform waits for a second person, with what was found about the file. */
async function carryOver(
  tx: Tx,
  by: SignedIn | undefined,
  step: { readonly batch: Batch; readonly carried: CarriedBatch; readonly at: Date },
): Promise<Outcome<true>> {
  const { batch, carried, at } = step;
  if (by === undefined) return refused({ code: "clients.person-needed", kind: "forbidden" });
  await saveCarried(tx, batch.batch, carried);
  return askCarryOver(tx, by, { batch, carried, reason: batch.purpose ?? carryOverReason, at });
}

/**
 * The upload is whole. The same file again answers with the first batch, unless that one was taken back or `force` is
 * given; otherwise processing may begin, or the batch waits for a second person. `by` is the machine that signed: without
 * it a machine's batch cannot be completed.
 */
export async function completeUpload(
  ports: IngestPorts,
  batch: Batch,
  options: { readonly force: boolean; readonly by?: SignedIn },
): Promise<Outcome<{ batch: Batch; isNew: boolean }>> {
  const size = await uploadedBytes(ports, batch);
  const format = await formatOf(ports, batch);
  if (size === 0) return refused({ code: "tabular.empty", kind: "invalid" });
  if (format === "xlsx" && size > workbookBytesMax) {
    return refused({ code: "ingest.upload-too-large", kind: "too-large", values: { bytesMax: workbookBytesMax } });
  }
  const examined = await examineCarried(ports, { ...batch, format });
  if (!examined.ok) return examined;
  const whole: Whole = {
    batch,
    format,
    force: options.force,
    ...(options.by === undefined ? {} : { by: options.by }),
    digest: await digestOf(ports, batch),
    carried: examined.value,
    measured: await measure(ports, { ...batch, format }),
  };
  return inOneTransaction(ports.db, (tx) => settle(tx, ports, whole));
}

/** An upload that is safe on disk, with what was found about its bytes. */
interface Whole {
  readonly batch: Batch;
  readonly format: string;
  readonly force: boolean;
  readonly by?: SignedIn;
  readonly digest: Buffer;
  readonly carried: CarriedBatch | null;
  readonly measured: Measured | null;
}

/** Begins processing, or asks the second person for whom the batch waits; or names the first batch of the same file. */
async function settle(
  tx: Tx,
  ports: IngestPorts,
  whole: Whole,
): Promise<Outcome<{ readonly batch: Batch; readonly isNew: boolean }>> {
  const { batch, force } = whole;
  const idempotency = idempotencyOf(ports, batch, whole.digest);
  await lockFile(tx, idempotency);
  const locked = await lockBatch(tx, batch.batch);
  if (locked === undefined || locked.state !== "receiving") return granted({ batch: locked ?? batch, isNew: true });
  const first = force ? undefined : await sameFile(tx, idempotency);
  if (first !== undefined) return granted({ batch: first, isNew: false });
  const begun = await begin(tx, ports, { ...whole, idempotency: force ? null : idempotency });
  return begun.ok ? granted({ batch: (await loadBatch(tx, batch.batch)) ?? batch, isNew: true }) : begun;
}

async function begin(
  tx: Tx,
  ports: IngestPorts,
  whole: Whole & { readonly idempotency: Buffer | null },
): Promise<Outcome<true>> {
  const { batch, format, idempotency, carried } = whole;
  const at = new Date(ports.clock.now());
  const why = await reasonToWait(tx, ports, { batch, measured: whole.measured });
  await beginProcessing(tx, {
    batch: batch.batch,
    idempotency,
    wrappedDigest: ports.keys.wrap(whole.digest),
    format,
    policyHash: Buffer.from(ports.policyAt(ports.clock.today()).hash, "hex"),
    at,
    state: why === null && carried === null ? "processing" : "waiting",
  });
  if (why !== null) await askRelease(tx, whole.by, { batch, why, at });
  return carried === null ? granted(true) : carryOver(tx, whole.by, { batch, carried, at });
}
