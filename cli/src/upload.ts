// A file goes to the platform: whole when it is small, in parts that are each acknowledged when it is not.
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { batchIn, batchPath } from "./batch.ts";
import { EXIT, fault, Fault, NotNow, reasonOf } from "./fault.ts";
import { textIn } from "./fields.ts";
import type { Fields } from "./fields.ts";
import { sizeText } from "./fill.ts";
import { Patience, patiently } from "./patience.ts";
import type { Asked, Reply, Server } from "./server.ts";
import { tell } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import { sayings } from "./text.ts";

/** Above this a file goes in parts. */
const WHOLE_BYTES = 8 * 1024 * 1024;
/** A part is what is sent again at most after a cut, and what is in memory at most. */
const PART_BYTES = 8 * 1024 * 1024;
/** 8 MB over a slow line: some 14 KB a second. */
const PART_MS = 600_000;
/** The server need not hold the answer until the batch is done; we ask for its progress. */
const ASYNC = { prefer: "respond-async" };
const TOLD_EVERY_MS = 2_000;

export interface Sending {
  readonly terminal: Terminal;
  readonly server: Server;
  readonly file: string;
  /** The query of POST /batches. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** Sends a file and answers with its batch, which may still be processing. Throws Fault. */
export async function sendFile(sending: Sending): Promise<Fields> {
  const source = await openSource(sending.file);
  try {
    // With force the same bytes twice are two batches: a lost answer must not make a second one.
    const whole = source.size <= WHOLE_BYTES && sending.query["force"] !== "true";
    return await (whole ? sendWhole(sending, source) : new PartedUpload(sending, source).send());
  } finally {
    await source.close();
  }
}

/** The same file twice is one batch, so that a lost answer is simply asked for again. */
async function sendWhole({ terminal, server, query }: Sending, source: Source): Promise<Fields> {
  const body = await source.read(0, source.size);
  const asked: Asked = { method: "POST", path: "/api/v1/batches", query, headers: ASYNC, body, ms: PART_MS };
  return batchIn(server, await patiently(new Patience(terminal, server), () => server.ask(asked)));
}

/** A file that is being sent. */
interface Source {
  readonly size: number;
  /** Throws Fault `cli.file-changed` when the file is no longer what was opened. */
  readonly read: (from: number, to: number) => Promise<Buffer<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

async function openSource(file: string): Promise<Source> {
  const handle = await open(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    const { size, mtimeMs } = await handle.stat();
    const read = async (from: number, to: number): Promise<Buffer<ArrayBuffer>> => {
      const bytes = await readPart(handle, from, to).catch((error: unknown) => {
        throw unreadable(file, error);
      });
      const now = await handle.stat();
      const same = bytes.length === to - from && now.size === size && now.mtimeMs === mtimeMs;
      if (!same) throw fault({ code: "cli.file-changed", values: { file }, exit: EXIT.refused });
      return bytes;
    };
    return { size, read, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function unreadable(file: string, error: unknown): Fault {
  return fault({ code: "cli.file-unreadable", values: { file, reason: reasonOf(error) } });
}

async function readPart(handle: FileHandle, from: number, to: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.alloc(to - from);
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

/** An upload that goes on where the server says it stands (HEAD), however often the line is cut. */
class PartedUpload {
  readonly #sending: Sending;
  readonly #source: Source;
  readonly #patience: Patience;
  #told = 0;

  constructor(sending: Sending, source: Source) {
    this.#sending = sending;
    this.#source = source;
    this.#patience = new Patience(sending.terminal, sending.server);
  }

  async send(): Promise<Fields> {
    const { terminal, server } = this.#sending;
    const { size } = this.#source;
    const batch = await this.#open();
    tell(terminal, sayings.opened, { batch, size: sizeText(size) });
    for (let offset = 0; ;) {
      const step = await this.#append(batch, offset);
      if (step.end !== undefined) return batchIn(server, step.end);
      if (step.offset > offset) this.#patience.moved();
      offset = step.offset;
      this.#tellProgress(offset);
    }
  }

  /** Opening twice leaves an empty batch behind and nothing else. */
  async #open(): Promise<string> {
    const { server, query } = this.#sending;
    const headers = { "upload-length": String(this.#source.size) };
    const asked: Asked = { method: "POST", path: "/api/v1/batches", query, headers };
    return textIn(batchIn(server, await patiently(this.#patience, () => server.ask(asked))), "batch");
  }

  /** Sends the part at an offset, or finds out where the server stands. The last part's answer is the end. */
  async #append(batch: string, offset: number): Promise<{ offset: number; end?: Reply }> {
    const { server, query } = this.#sending;
    const body = await this.#source.read(offset, Math.min(offset + PART_BYTES, this.#source.size));
    const headers = { ...ASYNC, "upload-offset": String(offset), "content-type": "application/octet-stream" };
    try {
      const force = { force: query["force"] };
      const reply = await server.ask({
        method: "PATCH",
        path: batchPath(batch),
        query: force,
        headers,
        body,
        ms: PART_MS,
      });
      return reply.status === 204 ? { offset: offsetIn(reply) ?? offset + body.length } : { offset, end: reply };
    } catch (error) {
      await this.#patience.wait(isMisplaced(error) ? asNotNow(error) : error);
      return this.#whereItStands(batch);
    }
  }

  /** A batch that names no offset is whole: it is being processed, or done. */
  async #whereItStands(batch: string): Promise<{ offset: number; end?: Reply }> {
    const { terminal, server } = this.#sending;
    const path = batchPath(batch);
    const ask = async (method: "HEAD" | "GET"): Promise<Reply> => {
      for (;;) {
        try {
          return await server.ask({ method, path });
        } catch (error) {
          await this.#patience.wait(error);
        }
      }
    };
    const offset = offsetIn(await ask("HEAD"));
    if (offset === undefined) return { offset: this.#source.size, end: await ask("GET") };
    tell(terminal, sayings.resumed, { done: sizeText(offset) });
    return { offset };
  }

  #tellProgress(offset: number): void {
    const { terminal } = this.#sending;
    const { size } = this.#source;
    if (offset < size && terminal.now() - this.#told < TOLD_EVERY_MS) return;
    this.#told = terminal.now();
    const percent = Math.floor((offset / size) * 100);
    tell(terminal, sayings.sent, { done: sizeText(offset), size: sizeText(size), percent });
  }
}

function offsetIn(reply: Reply): number | undefined {
  const offset = Number(reply.headers.get("upload-offset") ?? "none");
  return Number.isSafeInteger(offset) && offset >= 0 ? offset : undefined;
}

/** Refusals of a part that pass: it stands elsewhere, or the cut connection before it is still held. */
const MISPLACED: ReadonlySet<string> = new Set(["ingest.upload-offset", "spool.busy"]);

function isMisplaced(error: unknown): error is Fault {
  return error instanceof Fault && MISPLACED.has(error.problem.code);
}

function asNotNow(error: Fault): NotNow {
  return new NotNow(error.problem, { exit: error.exit, connected: true });
}
