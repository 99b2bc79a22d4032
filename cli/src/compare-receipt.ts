import { batchIn, batchPath } from "./batch.ts";
import { Fault } from "./fault.ts";
import type { OpenedReceipt, ReceiptFault } from "./examine-receipt.ts";
import { textIn } from "./fields.ts";
import type { Fields } from "./fields.ts";
import type { Receipt } from "@xinheng/log/receipt";
import type { Server } from "./server.ts";

/** Refusals by which the server denies what it signed. */
const DENIALS: Readonly<Record<string, ReceiptFault>> = {
  "ingest.unknown-batch": "unknown-batch",
  "ingest.wrong-state": "other-receipt",
};
const SECOND = "2026-09-09T08:00:00".length;

/**
 * What the server says today of a batch that it gave a receipt for. A batch that it no longer knows is the very omission
 * that receipts are kept against. Throws NotNow, and Fault where the token does not open the door.
 */
export async function compareWithServer(server: Server, opened: OpenedReceipt): Promise<readonly ReceiptFault[]> {
  const { receipt, note } = opened;
  const path = batchPath(receipt.batch);
  try {
    const batch = batchIn(server, await server.ask({ method: "GET", path }));
    const today = await server.ask({ method: "GET", path: batchPath(receipt.batch, "/receipt") });
    const faults = batchFaults(receipt, batch);
    return today.text === note ? faults : [...faults, "other-receipt"];
  } catch (error) {
    const denial = error instanceof Fault ? DENIALS[error.problem.code] : undefined;
    if (denial !== undefined) return [denial];
    throw error;
  }
}

function batchFaults(receipt: Receipt, batch: Fields): readonly ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  if (Object.entries(receipt.counts).some(([name, count]) => batch[name] !== count)) faults.push("other-counts");
  const sameSecond = textIn(batch, "receivedAt").slice(0, SECOND) === receipt.receivedAt.slice(0, SECOND);
  const ended = ["done", "withdrawn"].includes(textIn(batch, "state"));
  if (!ended || !sameSecond || textIn(batch, "provider") !== receipt.provider) faults.push("other-batch");
  return faults;
}
