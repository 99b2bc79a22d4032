// A client that keeps connections busy, in a process of its own: raw sockets, so that it costs less than what it asks.
// Arguments: one JSON object (see `Load`); prints one JSON object (see `Loaded`).
import { connect } from "node:net";
import type { Socket } from "node:net";

export interface Load {
  readonly port: number;
  readonly paths: readonly string[];
  readonly accept: string;
  /** Accept-Encoding; without it none is sent. */
  readonly encoding?: string;
  /** One for each connection, in turn; without any none is sent. */
  readonly cookies?: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface Loaded {
  readonly requests: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** The answer that took longest. */
  readonly longest: number;
}

const headEnd = Buffer.from("\r\n\r\n");
const chunkedEnd = Buffer.from("0\r\n\r\n");

/** Bytes of the first answer in `pending`, or 0 while it is not whole. Throws for anything but 200. */
function answerLength(pending: Buffer): number {
  const end = pending.indexOf(headEnd);
  if (end === -1) return 0;
  const head = pending.toString("latin1", 0, end).toLowerCase();
  if (!head.startsWith("http/1.1 200")) throw new Error(head.split("\r\n")[0]);
  const bodyAt = end + headEnd.length;
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  // One question at a time: what ends so is the end of a chunked answer.
  if (length === undefined) return pending.subarray(-chunkedEnd.length).equals(chunkedEnd) ? pending.length : 0;
  return pending.length >= bodyAt + Number(length) ? bodyAt + Number(length) : 0;
}

interface Tally {
  bytes: number;
  readonly milliseconds: number[];
}

/** Asks one path after another over one connection until the time is up. */
function keepAsking(load: Load, from: number, tally: Tally): Promise<void> {
  const encoding = load.encoding === undefined ? "" : `accept-encoding: ${load.encoding}\r\n`;
  const cookie = load.cookies?.[from % load.cookies.length];
  const known = cookie === undefined ? "" : `cookie: ${cookie}\r\n`;
  const head = `HTTP/1.1\r\nhost: localhost:${load.port}\r\naccept: ${load.accept}\r\n${encoding}${known}\r\n`;
  const asked = load.paths.map((path) => Buffer.from(`GET ${path} ${head}`));
  const until = performance.now() + load.seconds * 1000;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let [at, started] = [from, 0];
  let pending: Buffer = Buffer.alloc(0);
  const ask = (socket: Socket): void => {
    started = performance.now();
    socket.write(asked[at % asked.length] ?? "");
    at += 1;
  };
  const socket = connect(load.port, "127.0.0.1", () => ask(socket));
  socket
    .setNoDelay(true)
    .once("error", reject)
    .once("close", () => resolve());
  socket.on("data", (part: Buffer) => {
    pending = pending.length === 0 ? part : Buffer.concat([pending, part]);
    const length = answerLength(pending);
    if (length === 0) return;
    tally.bytes += length;
    pending = pending.subarray(length);
    const now = performance.now();
    tally.milliseconds.push(now - started);
    if (now < until) ask(socket);
    else socket.end();
  });
  return promise;
}

async function main(): Promise<void> {
  const load = JSON.parse(process.argv[2] ?? "{}") as Load;
  const tally: Tally = { bytes: 0, milliseconds: [] };
  const started = performance.now();
  await Promise.all(Array.from({ length: load.connections }, (_, at) => keepAsking(load, at, tally)));
  const sorted = tally.milliseconds.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  const loaded: Loaded = {
    requests: sorted.length,
    bytes: tally.bytes,
    seconds: (performance.now() - started) / 1000,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    longest: sorted.at(-1) ?? Number.NaN,
  };
  console.log(JSON.stringify(loaded));
}

await main();
