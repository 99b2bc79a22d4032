import { Worker } from "node:worker_threads";
import { BatchFailure } from "./failure.ts";
import type { JudgedRow } from "./judge-file.ts";
import { Credit, Mailbox } from "./mailbox.ts";
import { fromWire } from "./wire.ts";
import type { FromThread, ThreadTask, ToThread } from "./file-thread.ts";

/** Pieces of a file (64 KiB each) that may lie before its thread. */
const piecesAhead = 24;
/** What a block leaves behind is short-lived: a larger nursery only makes the process larger. */
const nurseryMb = 16;

/** Hands a file's bytes over, as far ahead as the credit goes; the last piece is empty. */
async function handOver(
  bytes: AsyncIterable<Buffer>,
  credit: Credit,
  give: (piece: Uint8Array<ArrayBuffer>) => boolean,
): Promise<void> {
  for await (const piece of bytes) {
    await credit.take();
    // A copy of its own: what is moved to the thread is gone here, and a pool would go with it.
    if (!give(new Uint8Array(piece))) return;
  }
  give(new Uint8Array(0));
}

/**
 * As `judgeFile`, in a thread of its own. Ends the thread when it is finished or given up; what the thread or the bytes
 * throw is thrown here.
 */
export async function* judgeAside(bytes: AsyncIterable<Buffer>, given: ThreadTask): AsyncGenerator<JudgedRow[]> {
  const thread = new Worker(new URL("./file-thread.ts", import.meta.url), {
    workerData: given,
    resourceLimits: { maxYoungGenerationSizeMb: nurseryMb },
  });
  const tell = (message: ToThread, moved: readonly ArrayBuffer[] = []): void => thread.postMessage(message, moved);
  const mail = new Mailbox<FromThread>();
  const credit = new Credit(piecesAhead);
  thread.on("message", (message: FromThread) => {
    if (message.kind === "read") credit.give();
    else mail.put(message);
  });
  thread.on("error", (error) => mail.fail(error));
  thread.on("exit", () => mail.fail(new Error("the thread of a file ended before the file")));
  let isOver = false;
  const handing = handOver(bytes, credit, (piece) => {
    if (!isOver) tell({ kind: "bytes", piece }, [piece.buffer]);
    return !isOver;
  }).catch((error: unknown) => mail.fail(error));
  try {
    for (;;) {
      const message = await mail.next();
      if (message.kind === "failed") throw new BatchFailure(message.failure);
      if (message.kind !== "rows") return;
      yield fromWire(message.block);
      tell({ kind: "taken" });
    }
  } finally {
    isOver = true;
    credit.give();
    await handing;
    await thread.terminate();
  }
}
