import { createHash, randomUUID } from "node:crypto";
import { record } from "../../../foundation/audit/index.ts";
import { admits } from "../../../foundation/catalogue/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { mayCommand } from "../rules/batch.ts";
import type { Batch } from "../rules/batch.ts";
import { beginProcessing, insertBatch, loadBatch, loadMapping, lockBatch, lockFile, sameFile } from "../store.ts";
import { formatOf, spoolKey, uploadBytesMax, workbookBytesMax } from "./file.ts";
import type { IngestPorts } from "./ports.ts";
import { clientOf, maySend } from "./sender.ts";
import type { Sender } from "./sender.ts";
import { askRelease, measure, reasonToWait } from "./wait.ts";

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

async function admitUpload(ports: IngestPorts, sender: Sender, request: UploadRequest): Promise<Outcome<true>> {
  const { provider, entry: entryId } = request;
  const may = await maySend(ports, sender, { command: "batch.submit", provider, entry: entryId });
  if (!may.ok) return may;
  const policy = ports.policyAt(ports.clock.today());
  const entry = admits({ snapshot: policy, entry: request.entry, provider: request.provider, region: policy.region });
  if (!entry.ok) return entry;
  if ((request.uploadLength ?? 0) > uploadBytesMax) {
    return refused({ code: "ingest.upload-too-large", kind: "too-large", values: { bytesMax: uploadBytesMax } });
  }
  const mapping = await admitMapping(ports, request, policy);
  if (!mapping.ok || request.mends === null) return mapping;
  return admitMending(ports, request);
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
    await insertBatch(tx, { batch, ...request, account: sender.account, client, wrappedKey, createdAt: at });
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
  const digest = await digestOf(ports, batch);
  const idempotency = idempotencyOf(ports, batch, digest);
  const at = new Date(ports.clock.now());
  const policy = ports.policyAt(ports.clock.today());
  const measured = await measure(ports, { ...batch, format });
  const settled = await ports.db.write(async (tx) => {
    await lockFile(tx, idempotency);
    const locked = await lockBatch(tx, batch.batch);
    if (locked === undefined || locked.state !== "receiving") return { batch: locked ?? batch, isNew: true };
    const first = options.force ? undefined : await sameFile(tx, idempotency);
    if (first !== undefined) return { batch: first, isNew: false };
    const why = await reasonToWait(tx, ports, { batch, measured });
    await beginProcessing(tx, {
      batch: batch.batch,
      idempotency: options.force ? null : idempotency,
      wrappedDigest: ports.keys.wrap(digest),
      format,
      policyHash: Buffer.from(policy.hash, "hex"),
      at,
      state: why === null ? "processing" : "waiting",
    });
    if (why !== null) await askRelease(tx, options.by, { batch, why, at });
    return { batch: (await loadBatch(tx, batch.batch)) ?? batch, isNew: true };
  });
  return granted(settled);
}
