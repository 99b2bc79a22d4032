// Signs requests as a machine would, and wrongly where a test wants it.
import { createHash, randomBytes, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { request } from "node:http";

/** What is signed where nothing else is said: the instance's public address. */
export const origin = "http://localhost";

export interface Wish {
  readonly method?: string;
  /** Path and query, exactly as they go over the wire. */
  readonly target: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Components in order; by default what is needed. */
  readonly components?: readonly string[];
  /** Seconds; by default the moment of the tests' clock. */
  readonly created?: number;
  readonly nonce?: string;
  readonly params?: string;
  /** Signed in place of what is sent. */
  readonly signed?: { readonly method?: string; readonly target?: string; readonly origin?: string };
  readonly digest?: string | null;
  readonly tag?: string;
}

export interface Signer {
  readonly key: string;
  readonly privateKey: KeyObject;
}

/** 2026-09-09T08:00:00+08:00, where the clock of the tests stands. */
export const noon = Date.parse("2026-09-09T08:00:00+08:00") / 1000;

export function digestOf(body: string | Buffer, algorithm = "sha-256"): string {
  return `${algorithm}=:${createHash(algorithm.replace("-", "")).update(body).digest("base64")}:`;
}

function valueOf(component: string, wish: Wish, headers: Readonly<Record<string, string>>): string {
  const target = wish.signed?.target ?? wish.target;
  const from = wish.signed?.origin ?? origin;
  const query = target.indexOf("?");
  const derived: Readonly<Record<string, string>> = {
    "@method": wish.signed?.method ?? wish.method ?? "GET",
    "@target-uri": from + target,
    "@authority": new URL(from).host,
    "@path": query < 0 ? target : target.slice(0, query),
    "@query": query < 0 ? "?" : target.slice(query),
  };
  return derived[component] ?? headers[component] ?? "";
}

/** The headers of a signed request. */
export function signedHeaders(wish: Wish, { key, privateKey }: Signer): Record<string, string> {
  const digest = wish.digest === undefined && wish.body !== undefined ? digestOf(wish.body) : (wish.digest ?? null);
  const headers: Record<string, string> = { ...wish.headers, ...(digest === null ? {} : { "content-digest": digest }) };
  const needed = ["content-digest", "upload-offset", "upload-length"].filter((name) => headers[name] !== undefined);
  const components = wish.components ?? ["@method", "@target-uri", ...needed];
  const nonce = wish.nonce ?? randomBytes(16).toString("base64url");
  const list = components.map((name) => `"${name}"`).join(" ");
  const tag = wish.tag ?? "xinheng";
  const params = `(${list});created=${wish.created ?? noon};nonce="${nonce}";keyid="${key}";tag="${tag}"${wish.params ?? ""}`;
  const lines = components.map((name) => `"${name}": ${valueOf(name, wish, headers)}`);
  const base = Buffer.from([...lines, `"@signature-params": ${params}`].join("\n"));
  const ec = privateKey.asymmetricKeyType === "ec";
  const signature = ec
    ? sign("sha256", base, { key: privateKey, dsaEncoding: "ieee-p1363" })
    : sign(null, base, privateKey);
  return {
    ...headers,
    "signature-input": `sig=${params}`,
    signature: `sig=:${signature.toString("base64")}:`,
  };
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly [member: string]: unknown;
}

/** Sends a request with exactly these bytes in its first line: no client tidies it up on the way. */
export function sendRaw(
  port: number,
  wish: { readonly method: string; readonly target: string; readonly headers: Record<string, string | string[]> } & {
    readonly body?: string | Buffer | undefined;
  },
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port, method: wish.method, path: wish.target, headers: wish.headers, agent: false },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("end", () => {
          const text = Buffer.concat(pieces).toString("utf8");
          const json = text.startsWith("{") ? (JSON.parse(text) as object) : {};
          resolve({ ...json, status: response.statusCode ?? 0, headers: response.headers });
        });
      },
    );
    asked.on("error", reject);
    asked.end(wish.body);
  });
}
