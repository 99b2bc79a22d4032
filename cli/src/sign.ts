// Signs requests as a machine does (RFC 9421 and 9530; docs/spec/signed-requests.md).
import { createHash, createPrivateKey, randomBytes, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { EXIT, fault, reasonOf } from "./fault.ts";

/** What is sent, as far as it is signed. */
export interface Unsigned {
  readonly method: string;
  readonly url: URL;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

/** A private key and the id under which its public half is registered. */
export interface SigningKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** When and under which number a request is signed; both are new for each. */
export interface Stamp {
  /** Seconds since 1970. */
  readonly created: number;
  readonly nonce: string;
}

/** Fields that steer an upload are signed wherever they are sent. */
const STEERING = ["content-digest", "upload-length", "upload-offset"] as const;
const NONCE_BYTES = 18;
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** A number that is never used twice. */
export function freshNonce(): string {
  return randomBytes(NONCE_BYTES).toString("base64url");
}

function signatureOf(base: Buffer, key: KeyObject): Buffer {
  if (key.asymmetricKeyType === "ed25519") return sign(null, base, key);
  return sign("sha256", base, { key, dsaEncoding: "ieee-p1363" });
}

/** The headers that a request needs beside its own: the digest of its body and the signature over it all. */
export function signatureHeaders(asked: Unsigned, { id, key }: SigningKey, stamp: Stamp): Record<string, string> {
  const digest = asked.body === null ? null : createHash("sha256").update(asked.body).digest("base64");
  const fields: Record<string, string> = { ...asked.headers };
  if (digest !== null) fields["content-digest"] = `sha-256=:${digest}:`;
  const parts = new Map([
    ["@method", asked.method],
    ["@target-uri", asked.url.href],
  ]);
  for (const name of STEERING) {
    const value = fields[name];
    if (value !== undefined) parts.set(name, value);
  }
  const names = [...parts.keys()].map((name) => `"${name}"`).join(" ");
  const params = `(${names});created=${stamp.created};nonce="${stamp.nonce}";keyid="${id}";tag="xinheng"`;
  const lines = [...parts].map(([name, value]) => `"${name}": ${value}`);
  const base = Buffer.from([...lines, `"@signature-params": ${params}`].join("\n"), "latin1");
  return {
    ...(digest === null ? {} : { "content-digest": `sha-256=:${digest}:` }),
    "signature-input": `sig=${params}`,
    signature: `sig=:${signatureOf(base, key).toString("base64")}:`,
  };
}

function isUsable(key: KeyObject): boolean {
  return key.asymmetricKeyType === "ed25519" || key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}

/** Reads a PKCS#8 file. Throws Fault `cli.bad-signing-key`; what the file holds is never repeated. */
export function readSigningKey(file: string, id: string): SigningKey {
  if (!ID.test(id)) throw fault({ code: "cli.bad-key-id" });
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch (error) {
    throw fault({ code: "cli.bad-signing-key", values: { file, reason: reasonOf(error) }, exit: EXIT.usage });
  }
  if (!isUsable(key)) throw fault({ code: "cli.bad-signing-key", values: { file, reason: "Ed25519, P-256" } });
  return { id, key };
}
