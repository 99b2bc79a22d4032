// A department's client: one file in one request, and the batch's end.
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { AUTHORITY_CODE } from "../generated.ts";

export interface Sending {
  readonly entry: string;
  /** Empty: the official heads. */
  readonly mapping: string;
  readonly open: () => Readable;
}

/** The counts of a batch, as the interface tells them. */
export interface BatchEnd {
  readonly batch: string;
  readonly state: string;
  readonly received: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly rejected: number;
}

const batchMs = 3_600_000;
const askEveryMs = 500;

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function readBatch(response: IncomingMessage): Promise<BatchEnd> {
  const text = await textOf(response);
  if ((response.statusCode ?? 500) >= 300)
    throw new Error(`the batch was refused: ${response.statusCode} ${text.slice(0, 500)}`);
  return JSON.parse(text) as BatchEnd;
}

interface Door {
  readonly port: number;
  readonly token: string;
}

async function ask({ port, token }: Door, path: string): Promise<BatchEnd> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request({ host: "127.0.0.1", port, path, headers: { authorization: `Bearer ${token}` } }, resolve)
    .once("error", reject)
    .end();
  return readBatch(await promise);
}

/** Sends a file whole and waits for its batch's end. Throws when it is refused, fails or takes more than an hour. */
export async function sendFile(door: Door, sending: Sending): Promise<BatchEnd> {
  const query = new URLSearchParams({
    provider: AUTHORITY_CODE,
    entry: sending.entry,
    mapping: sending.mapping,
  }).toString();
  const headers = { authorization: `Bearer ${door.token}`, "content-type": "text/csv" };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const post = request(
    { host: "127.0.0.1", port: door.port, method: "POST", path: `/api/v1/batches?${query}`, headers },
    resolve,
  );
  post.once("error", reject);
  const [response] = await Promise.all([promise, pipeline(sending.open(), post)]);
  let end = await readBatch(response);
  for (let waited = 0; end.state === "processing"; waited += askEveryMs) {
    if (waited > batchMs) throw new Error("the batch took more than an hour");
    await sleep(askEveryMs);
    end = await ask(door, `/api/v1/batches/${end.batch}`);
  }
  if (end.state !== "done") throw new Error(`the batch ended as ${end.state}`);
  return end;
}
