// The thread of a large file: bytes come in, judged rows go out. It holds no key and no connection.
import { parentPort, workerData } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import { failureOf } from "./failure.ts";
import { sourceOf } from "./file.ts";
import { judgeFile } from "./judge-file.ts";
import type { Failure } from "../rules/batch.ts";
import type { FileTask } from "./judge-file.ts";
import { Credit, Mailbox } from "./mailbox.ts";
import { toWire } from "./wire.ts";
import type { WireBlock } from "./wire.ts";

/** What the thread begins with. */
export interface ThreadTask {
  readonly format: string | null;
  readonly task: FileTask;
}

/** A piece of the file, empty behind its last; or: one block of rows was taken. */
export type ToThread = { readonly kind: "bytes"; readonly piece: Uint8Array<ArrayBuffer> } | { readonly kind: "taken" };

/** One piece of the file was read; rows; the end; or why the file as a whole cannot become records. */
export type FromThread =
  | { readonly kind: "read" }
  | { readonly kind: "rows"; readonly block: WireBlock }
  | { readonly kind: "end" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Blocks that the thread may be ahead of whoever takes them: most of a chunk. */
const blocksAhead = 16;

function speaker(port: MessagePort): (message: FromThread, moved?: readonly ArrayBuffer[]) => void {
  return (message, moved = []) => port.postMessage(message, moved);
}

async function* bytesOf(port: MessagePort, pieces: Mailbox<Uint8Array<ArrayBuffer>>): AsyncGenerator<Buffer> {
  const say = speaker(port);
  for (;;) {
    const piece = await pieces.next();
    if (piece.length === 0) return;
    say({ kind: "read" });
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
  }
}

async function judge(port: MessagePort, { format, task }: ThreadTask): Promise<void> {
  const say = speaker(port);
  const credit = new Credit(blocksAhead);
  const pieces = new Mailbox<Uint8Array<ArrayBuffer>>();
  port.on("message", (message: ToThread) => {
    if (message.kind === "taken") credit.give();
    else pieces.put(message.piece);
  });
  const source = await sourceOf(format, () => bytesOf(port, pieces));
  for await (const rows of judgeFile(source, task)) {
    await credit.take();
    const block = toWire(rows);
    say({ kind: "rows", block }, [block.contents.buffer]);
  }
  say({ kind: "end" });
}

async function run(port: MessagePort, given: ThreadTask): Promise<void> {
  try {
    await judge(port, given);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    speaker(port)({ kind: "failed", failure });
  } finally {
    port.close();
  }
}

if (parentPort !== null) await run(parentPort, workerData as ThreadTask);
