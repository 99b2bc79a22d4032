// What a machine sent and a second person must let through first.
import { propose } from "../../../foundation/approvals/index.ts";
import { bindingOf, waitTexts, whyWait } from "../../../foundation/clients/index.ts";
import type { Binding, WaitReason } from "../../../foundation/clients/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { addDays, dayOfInstant, startOfDay } from "../../../kernel/day.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { readTabular } from "../../../platform/tabular/read-tabular.ts";
import { TabularRefusal } from "../../../platform/tabular/tabular-refusal.ts";
import type { Batch } from "../rules/batch.ts";
import { countOfClient } from "../store.ts";
import { fileLimits, sourceOf, spoolKey } from "./file.ts";
import type { IngestPorts } from "./ports.ts";

/** What is known of a machine's file before anything of it is judged. */
export interface Measured {
  readonly binding: Binding;
  readonly rows: number;
}

/** Rows of an upload, counted no further than where it is plain that they are too many. */
async function countRows(ports: IngestPorts, batch: Batch, most: number): Promise<number> {
  const key = spoolKey(ports, batch);
  let rows = 0;
  try {
    const source = await sourceOf(batch.format, () => ports.spool.read(batch.batch, key));
    for await (const events of readTabular(source, { limits: fileLimits })) {
      rows += events.filter(({ kind }) => kind === "row").length;
      if (rows > most) break;
    }
  } catch (error) {
    // What cannot be read is refused where it is read in earnest.
    if (!(error instanceof TabularRefusal)) throw error;
  }
  return rows;
}

/** Null for a person's batch: it never waits. */
export async function measure(ports: IngestPorts, batch: Batch): Promise<Measured | null> {
  const { client } = batch;
  if (client === null) return null;
  const binding = await ports.db.read((tx) => bindingOf(tx, client));
  return { binding, rows: await countRows(ports, batch, binding.rowsPerBatch) };
}

/** Why a batch that is whole must wait, or null. The key is read anew: it may have been proved meanwhile. */
export async function reasonToWait(
  tx: Tx,
  ports: IngestPorts,
  step: { readonly batch: Batch; readonly measured: Measured | null },
): Promise<WaitReason | null> {
  const { batch, measured } = step;
  if (measured === null) return null;
  const binding = await bindingOf(tx, measured.binding.key);
  const today = dayOfInstant(ports.clock.now());
  const from = new Date(startOfDay(today));
  const until = new Date(startOfDay(addDays(today, 1)));
  const batchesToday = await countOfClient(tx, { client: binding.key, from, until });
  const adverse = ports.policyAt(today).entries.get(batch.entry)?.adverse ?? true;
  return whyWait(binding, { adverse, rows: measured.rows, batchesToday });
}

/** Puts a waiting batch before a second person of its provider. Throws where nobody signed for it. */
export async function askRelease(
  tx: Tx,
  by: SignedIn | undefined,
  step: { readonly batch: Batch; readonly why: WaitReason; readonly at: Date },
): Promise<void> {
  const { batch, why, at } = step;
  if (by === undefined) throw new Error("a machine's batch was completed by nobody");
  const asked = await propose(tx, by, {
    command: "batch.release",
    organisation: batch.provider,
    target: batch.batch,
    documentNo: null,
    reason: waitTexts[why],
    payload: { batch: batch.batch, entry: batch.entry, client: batch.client, why },
    submittedBy: [batch.account],
    at,
  });
  if (!asked.ok) throw new Error(`a batch cannot wait: ${asked.refusal.code}`);
}
