// The listening socket: bounds on how a peer may speak, and an end that lets running requests finish.
import { createServer } from "node:http";
import type { Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { HttpBindings } from "@hono/node-server";
import { guardSenders } from "./slow-sender.ts";
import type { SenderLimits } from "./slow-sender.ts";

/** Answers a request; `env` carries Node's own request and response. */
export type Fetch = (request: Request, env: HttpBindings) => Response | Promise<Response>;

export interface ListenOptions {
  readonly fetch: Fetch;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly senders?: SenderLimits;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no new requests, lets running ones finish for at most `graceMs`, then cuts them. */
  readonly stop: (graceMs: number) => Promise<void>;
}

const SENDERS: SenderLimits = { bytesPerSecond: 512, windowMs: 20_000 };
const HEADERS_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 30_000;
const HEADER_BYTES_MAX = 16 * 1024;
const SILENCE_MS = 600_000;
const IDLE_CHECK_MS = 50;

/** Starts listening. Rejects with the system's error (EADDRINUSE, EACCES) when the address cannot be had. */
export async function listenHttp(options: ListenOptions): Promise<HttpServer> {
  const answer = getRequestListener((request, env) => options.fetch(request, env as HttpBindings), {
    hostname: options.host,
  });
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      // Uploads are bounded by how fast they move, not by how long they take.
      requestTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: HEADERS_TIMEOUT_MS / 4,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
    // The listener answers its own failures; its promise always resolves.
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  server.setTimeout(SILENCE_MS);
  guardSenders(server, options.senders ?? SENDERS, () => performance.now());
  const port = await listen(server, options);
  return { port, stop: (graceMs) => stop(server, graceMs) };
}

function listen(server: Server, { host, port }: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(address === null || typeof address === "string" ? port : address.port);
    });
  });
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection becomes idle only when its running request is answered.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
