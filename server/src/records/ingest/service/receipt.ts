import { RootBuilder } from "@xinheng/log/merkle";
import { verifierOf, writeVerifierKey } from "@xinheng/log/note";
import type { NoteSigner } from "@xinheng/log/note";
import { receiptLeaf, signReceipt } from "@xinheng/log/receipt";
import type { Batch } from "../rules/batch.ts";
import { unpackLeaves } from "../rules/leaves.ts";
import { loadLeaves } from "../store.ts";
import type { IngestPorts } from "./ports.ts";

function noteSigner(ports: IngestPorts): NoteSigner {
  const signer = ports.keys.signer("receipt");
  return { name: ports.origin, publicKey: signer.publicKey, sign: (bytes) => signer.sign(bytes) };
}

/** The key by which anyone verifies receipts, as text. */
export function receiptKey(ports: IngestPorts): string {
  return writeVerifierKey(verifierOf(noteSigner(ports)));
}

/**
 * The signed receipt of a batch (design of commitments §3): what came, from whom, when, what became of it, and the root
 * over every row's outcome, so that the provider can prove later what was acknowledged.
 */
export function makeReceipt(ports: IngestPorts, batch: Batch): string {
  const digest = batch.wrappedDigest === null ? [] : [ports.keys.unwrap(batch.wrappedDigest).toString("hex")];
  const { received, skipped, accepted, duplicates, quarantined, rejected, naturalPersons } = batch;
  const tree = batch.tree === null ? new RootBuilder() : RootBuilder.restore(batch.tree);
  const signer = noteSigner(ports);
  return signReceipt(
    {
      origin: ports.origin,
      batch: batch.batch,
      provider: batch.provider,
      files: digest,
      receivedAt: `${(batch.receivedAt ?? batch.createdAt).toISOString().slice(0, 19)}Z`,
      counts: { received, skipped, accepted, duplicates, quarantined, rejected, naturalPersons },
      size: tree.size,
      root: tree.root(),
    },
    [signer],
  );
}

/**
 * The leaves under a receipt's root in order, as lines: each without its line feed is one leaf's data. Ends early for a
 * batch of which nothing was kept, as those that were finished before leaves were.
 */
export async function* receiptLines(ports: IngestPorts, batch: Batch): AsyncGenerator<Buffer> {
  for (let first = 0; first < batch.received;) {
    const at = first;
    const packed = await ports.db.read((tx) => loadLeaves(tx, batch.batch, at));
    if (packed === undefined) return;
    const leaves = unpackLeaves(packed);
    first += leaves.length;
    yield Buffer.from(leaves.map((leaf) => `${receiptLeaf(leaf).toString()}\n`).join(""));
  }
}
