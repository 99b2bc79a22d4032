// The connection to the platform: one request, one answer or one fault.
import { EXIT, fault, Fault, NotNow, problemOf, reasonOf, codeOf } from "./fault.ts";
import type { Problem } from "./fault.ts";
import { fieldsOf } from "./fields.ts";
import { freshNonce, readSigningKey, signatureHeaders } from "./sign.ts";
import type { Unsigned } from "./sign.ts";
import type { Terminal } from "./terminal.ts";

export interface Asked {
  readonly method: "GET" | "HEAD" | "POST" | "PATCH";
  /** Below the server's address, `/api/v1/…`; ids already encoded. */
  readonly path: string;
  /** Absent values are left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Sent as JSON in place of `body`. */
  readonly json?: unknown;
  readonly ms?: number;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const ANSWER_MS = 120_000;
/** Answers that say "not now" and may be asked again, where asking twice is harmless. */
const LATER: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);
/** The connection stood and was lost: the request may have been carried out. */
const CUT: ReadonlySet<string> = new Set([
  "ECONNRESET",
  "EPIPE",
  "UND_ERR_SOCKET",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "TimeoutError",
]);

/** Proves for whom a request is sent, by headers; undefined where nobody is to be proved. */
type Prove = (asked: Unsigned) => Readonly<Record<string, string>>;

/** The platform at `XINHENG_SERVER`, spoken to as the holder of `XINHENG_TOKEN` or of `XINHENG_KEY`. */
export class Server {
  readonly url: string;
  readonly isSomebody: boolean;
  readonly #prove: Prove;
  #met = false;

  constructor(url: string, prove: Prove | undefined) {
    this.url = url;
    this.isSomebody = prove !== undefined;
    this.#prove = prove ?? (() => ({}));
  }

  /** Whether it ever answered: then silence is an interruption and no wrong address. */
  get met(): boolean {
    return this.#met;
  }

  /** Asks once. Throws NotNow where asking again may help, Fault with the server's problem where it refused. */
  async ask(asked: Asked): Promise<Reply> {
    const reply = await this.#send(asked);
    this.#met = true;
    if (reply.status >= 200 && reply.status < 300) return reply;
    if (asked.method === "HEAD") return this.ask({ ...asked, method: "GET" });
    throw this.#refusal(reply);
  }

  async #send({ method, path, query = {}, headers = {}, body, json, ms = ANSWER_MS }: Asked): Promise<Reply> {
    const url = new URL(this.url + path);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const sent = json === undefined ? (body ?? null) : Buffer.from(JSON.stringify(json));
    // Signed anew for each try: a signature is taken once.
    const proof = this.#prove({ method, url, headers, body: sent });
    try {
      const response = await fetch(url, {
        method,
        headers: {
          ...proof,
          accept: "application/json, application/problem+json, text/plain",
          ...(json === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        body: sent,
        // A token is not carried to wherever an answer points.
        redirect: "manual",
        signal: AbortSignal.timeout(ms),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      const problem = problemOf("cli.unreachable", { server: this.url, reason: reasonOf(error) });
      throw new NotNow(problem, { exit: EXIT.unreachable, connected: CUT.has(codeOf(error)) });
    }
  }

  #refusal(reply: Reply): Fault {
    const problem = this.#problemIn(reply);
    if (!LATER.has(reply.status)) return new Fault(problem, EXIT.refused);
    const exit = AWAY.has(reply.status) ? EXIT.unreachable : EXIT.refused;
    const seconds = Number(reply.headers.get("retry-after") ?? "0");
    const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
    return new NotNow(problem, { exit, connected: true, retryAfterMs });
  }

  #problemIn(reply: Reply): Problem {
    const fields = fieldsOf(parsed(reply.text));
    const { code, title, detail } = fields;
    if (typeof code !== "string" || typeof title !== "string") {
      return problemOf("cli.bad-answer", { server: this.url, status: reply.status });
    }
    return { ...fields, code, title, ...(typeof detail === "string" ? { detail } : {}) };
  }

  /** The JSON of an answer. Throws Fault `cli.bad-answer`. */
  json(reply: Reply): unknown {
    const value = parsed(reply.text);
    if (value === undefined) throw this.badAnswer(reply);
    return value;
  }

  badAnswer(reply: Reply): Fault {
    return fault({ code: "cli.bad-answer", values: { server: this.url, status: reply.status }, exit: EXIT.refused });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const DEFAULT_SERVER = "http://localhost:8080";
/** RFC 6750 §2.1. Anything else could not stand in a header, and the error about it would quote it. */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

function addressOf(text: string | undefined): string {
  const url = URL.parse(text === undefined || text === "" ? DEFAULT_SERVER : text);
  const plain = url !== null && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (!plain || !["http:", "https:"].includes(url.protocol)) throw fault({ code: "cli.bad-server" });
  return (url.origin + url.pathname).replace(/\/+$/, "");
}

function present(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** By token or by signature, never by both: which of them counted would be a guess. */
function proofOf({ env, wall }: Terminal): Prove | undefined {
  const [token, file, id] = ["XINHENG_TOKEN", "XINHENG_KEY", "XINHENG_KEY_ID"].map((name) => present(env[name]));
  if (token !== undefined && !TOKEN.test(token)) throw fault({ code: "cli.bad-token" });
  if (file === undefined && id === undefined) {
    return token === undefined ? undefined : () => ({ authorization: `Bearer ${token}` });
  }
  if (token !== undefined) throw fault({ code: "cli.two-ways" });
  if (file === undefined || id === undefined) throw fault({ code: "cli.bad-key-id" });
  const key = readSigningKey(file, id);
  return (asked) => signatureHeaders(asked, key, { created: Math.floor(wall() / 1000), nonce: freshNonce() });
}

/** The server of the environment, as somebody or as nobody. Throws Fault for what cannot be one. */
export function openServer(terminal: Terminal): Server {
  return new Server(addressOf(terminal.env["XINHENG_SERVER"]), proofOf(terminal));
}

/** The same where nothing can be done as nobody. */
export function openAsAccount(terminal: Terminal): Server {
  const server = openServer(terminal);
  if (!server.isSomebody) throw fault({ code: "cli.no-token" });
  return server;
}
