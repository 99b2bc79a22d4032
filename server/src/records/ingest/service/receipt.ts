import { RootBuilder } from "@xinheng/log/merkle";
import { signReceipt } from "@xinheng/log/receipt";
import type { Batch } from "../rules/batch.ts";
import type { IngestPorts } from "./ports.ts";

/**
 * The signed receipt of a batch (design of commitments §3): what came, from whom, when, what became of it, and the root
 * over every row's outcome, so that the provider can prove later what was acknowledged.
 */
export function makeReceipt(ports: IngestPorts, batch: Batch): string {
  const digest = batch.wrappedDigest === null ? [] : [ports.keys.unwrap(batch.wrappedDigest).toString("hex")];
  const { received, skipped, accepted, duplicates, quarantined, rejected, naturalPersons } = batch;
  const tree = batch.tree === null ? new RootBuilder() : RootBuilder.restore(batch.tree);
  const { publicKey, sign } = ports.keys.signer("receipt");
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
    [{ name: ports.origin, publicKey, sign }],
  );
}
