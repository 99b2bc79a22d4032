import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server as HttpServer, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const TOKEN = "a-good.token_1";

interface StandIn {
  readonly id: string;
  readonly query: URLSearchParams;
  readonly length: number | null;
  bytes: Buffer;
  state: string;
  /** Looks that still find it processing. */
  busyLooks: number;
}

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

/** A request as a test looks at it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/**
 * A platform that speaks the contract of batches in memory, and fails as told: for tests of the client alone. The
 * journey test goes to the real one.
 */
export class TestPlatform {
  readonly seen: Seen[] = [];
  readonly batches = new Map<string, StandIn>();
  /**
   * What befalls the next upload parts, first of the list first: cut after so many bytes, which are kept; or refused
   * because the cut connection before is still held.
   */
  cuts: (number | "held")[] = [];
  /** Happens before a connection is cut. */
  onCut: () => Promise<void> = () => Promise.resolve();
  /** Cut before the answer to a finished upload, so many times. */
  cutAnswers = 0;
  /** Answers given before anything else, first of the list first. */
  before: Answer[] = [];
  /** Answers by `METHOD path`. */
  readonly fixed = new Map<string, Answer | ((query: URLSearchParams) => Answer)>();
  summary: Record<string, unknown> = {};
  busyLooks = 0;
  port = 0;
  #server: HttpServer | undefined;

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const { socket } = request;
      this.#serve(request, response).catch(() => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  get env(): Record<string, string> {
    return { XINHENG_SERVER: `http://127.0.0.1:${this.port}`, XINHENG_TOKEN: TOKEN };
  }

  /** SHA-256 of what a batch received. */
  digest(id: string): string {
    return createHash("sha256")
      .update(this.batches.get(id)?.bytes ?? "")
      .digest("hex");
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://test");
    const isPart = request.method === "PATCH";
    const body = isPart ? Buffer.alloc(0) : await bodyOf(request);
    const { method = "" } = request;
    this.seen.push({
      method,
      path: url.pathname,
      query: url.search,
      headers: request.headers,
      body: body.toString("utf8").slice(0, 2000),
    });
    const answer = await this.#answer(request, url, body);
    if (answer === undefined) throw new Error("cut");
    const { status, json, text, headers = {} } = answer;
    const type = json === undefined ? "text/plain" : status < 400 ? "application/json" : "application/problem+json";
    response.writeHead(status, { "content-type": type, ...headers });
    response.end(method === "HEAD" ? undefined : (text ?? (json === undefined ? undefined : JSON.stringify(json))));
  }

  async #answer(request: IncomingMessage, url: URL, body: Buffer): Promise<Answer | undefined> {
    const before = this.before.shift();
    if (before !== undefined) return before;
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return problem(401, "accounts.unauthenticated", "令牌无效");
    const fixed = this.fixed.get(`${request.method} ${url.pathname}`);
    if (fixed !== undefined) return typeof fixed === "function" ? fixed(url.searchParams) : fixed;
    if (url.pathname === "/api/v1/batches") return this.#open(request, url, body);
    const batch = this.batches.get(url.pathname.split("/")[4] ?? "");
    if (batch === undefined)
      return problem(404, "ingest.unknown-batch", "没有这个批次", "批次不存在，或不属于本单位。");
    return request.method === "PATCH" ? this.#append(request, batch) : this.#look(batch);
  }

  #open(request: IncomingMessage, url: URL, body: Buffer): Answer | undefined {
    const length = request.headers["upload-length"];
    const batch: StandIn = {
      id: randomUUID(),
      query: url.searchParams,
      length: length === undefined ? null : Number(length),
      bytes: body,
      state: "receiving",
      busyLooks: this.busyLooks,
    };
    this.batches.set(batch.id, batch);
    if (length === undefined) return this.#complete(batch);
    return {
      status: 201,
      json: this.#summary(batch),
      headers: { "upload-offset": "0", "upload-length": String(length) },
    };
  }

  #complete(batch: StandIn): Answer | undefined {
    batch.state = "processing";
    if (this.cutAnswers > 0) {
      this.cutAnswers -= 1;
      return undefined;
    }
    return { status: 202, json: this.#summary(batch) };
  }

  async #append(request: IncomingMessage, batch: StandIn): Promise<Answer | undefined> {
    const cut = this.cuts.shift();
    if (cut === "held") return problem(409, "spool.busy", "该批次正在上传");
    if (Number(request.headers["upload-offset"]) !== batch.bytes.length) {
      return {
        ...problem(409, "ingest.upload-offset", "上传位置不符"),
        headers: { "upload-offset": String(batch.bytes.length) },
      };
    }
    const parts: Buffer[] = [];
    let taken = 0;
    for await (const part of request as AsyncIterable<Buffer>) {
      parts.push(part);
      taken += part.length;
      if (cut !== undefined && taken >= cut) break;
    }
    batch.bytes = Buffer.concat([batch.bytes, Buffer.concat(parts).subarray(0, cut)]);
    if (cut !== undefined) {
      await this.onCut();
      return undefined;
    }
    if (batch.bytes.length === batch.length) return this.#complete(batch);
    return { status: 204, headers: { "upload-offset": String(batch.bytes.length) } };
  }

  #look(batch: StandIn): Answer {
    if (batch.state === "processing") {
      if (batch.busyLooks === 0) batch.state = "done";
      batch.busyLooks -= 1;
    }
    const headers = batch.state === "receiving" ? { "upload-offset": String(batch.bytes.length) } : {};
    return { status: 200, json: this.#summary(batch), headers: { ...headers } as Record<string, string> };
  }

  #summary({ id, state, query }: StandIn): Record<string, unknown> {
    const counts = {
      received: 3,
      skipped: 0,
      accepted: 3,
      duplicates: 0,
      quarantined: 0,
      rejected: 0,
      naturalPersons: 0,
    };
    const common = { batch: id, state, provider: query.get("provider"), entry: query.get("entry"), ...counts };
    return {
      ...common,
      issueCount: 0,
      issues: [],
      issuesNext: null,
      failure: null,
      ...(state === "done" ? this.summary : {}),
    };
  }
}

export function problem(status: number, code: string, title: string, detail?: string): Answer {
  return {
    status,
    json: { type: `/problems/${code}`, title, status, ...(detail === undefined ? {} : { detail }), code },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}
