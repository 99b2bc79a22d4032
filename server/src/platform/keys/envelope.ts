// Sealing a value to the place where it stands: two suites behind one interface.
import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from "node:crypto";
import { hmacUnder } from "@xinheng/log/suite";

/** How values are sealed: AES-256-GCM, or SM4-CTR with HMAC-SM3 over what was encrypted (GB/T 32907, GB/T 32905). */
export const suiteIds = ["aes-256-gcm", "sm4-ctr-hmac-sm3"] as const;
export type SuiteId = (typeof suiteIds)[number];

/** A key that seals many values of one owner. The bytes never leave memory unwrapped. */
export interface DataKey {
  /** 32 hex digits. */
  readonly id: string;
  readonly suite: SuiteId;
  /** `secretBytes`: three keys that have nothing to do with each other, one a use. */
  readonly secret: Uint8Array;
}

/** Length of a data key's secret. */
export const secretBytes = 96;

interface Parts {
  /** What the value is bound to: the key's id and the place, each with its length before it. */
  readonly bound: Buffer;
  readonly secret: Uint8Array;
}

interface Suite {
  seal(parts: Parts, plain: Uint8Array): Buffer;
  open(parts: Parts, sealed: Uint8Array): Buffer | undefined;
  /** The digest that keyed fingerprints are made with. */
  readonly digest: "sha256" | "sm3";
}

const gcmIv = 12;
const gcmTag = 16;
const ctrIv = 16;
const sm4Key = 16;
const sm3Bytes = 32;
const lengthBytes = 4;

/** Each part with its length as four bytes before it: no two lists of parts have the same bytes. */
function prefixed(parts: readonly (string | Uint8Array)[]): Buffer {
  const all = parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : part));
  const whole = Buffer.allocUnsafe(all.reduce((sum, part) => sum + lengthBytes + part.length, 0));
  let end = 0;
  for (const part of all) {
    end = whole.writeUInt32BE(part.length, end);
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

const keyBytes = 32;
/** What encrypts never authenticates, and neither makes fingerprints. Nothing is derived: a chunk seals thousands. */
const toEncrypt = (secret: Uint8Array, length: number): Uint8Array => secret.subarray(0, length);
const toAuthenticate = (secret: Uint8Array): Uint8Array => secret.subarray(keyBytes, 2 * keyBytes);
const toFingerprint = (secret: Uint8Array): Uint8Array => secret.subarray(2 * keyBytes);

const gcm: Suite = {
  digest: "sha256",
  seal: ({ bound, secret }, plain) => {
    const iv = randomBytes(gcmIv);
    const cipher = createCipheriv("aes-256-gcm", toEncrypt(secret, keyBytes), iv).setAAD(bound);
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open: ({ bound, secret }, sealed) => {
    if (sealed.length < gcmIv + gcmTag) return undefined;
    const end = sealed.length - gcmTag;
    const key = toEncrypt(secret, keyBytes);
    const opener = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, gcmIv), { authTagLength: gcmTag });
    opener.setAAD(bound).setAuthTag(sealed.subarray(end));
    const plain = opener.update(sealed.subarray(gcmIv, end));
    try {
      opener.final();
    } catch {
      return undefined;
    }
    return plain;
  },
};

function sm4Tag({ bound, secret }: Parts, iv: Uint8Array, encrypted: Uint8Array): Buffer {
  return hmacUnder("sm3", toAuthenticate(secret))(Buffer.concat([bound, prefixed([iv, encrypted])]));
}

const sm4: Suite = {
  digest: "sm3",
  seal: (parts, plain) => {
    const iv = randomBytes(ctrIv);
    const cipher = createCipheriv("sm4-ctr", toEncrypt(parts.secret, sm4Key), iv);
    const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, encrypted, sm4Tag(parts, iv, encrypted)]);
  },
  open: (parts, sealed) => {
    if (sealed.length < ctrIv + sm3Bytes) return undefined;
    const iv = sealed.subarray(0, ctrIv);
    const encrypted = sealed.subarray(ctrIv, sealed.length - sm3Bytes);
    // Nothing is decrypted before it is known to be ours.
    if (!timingSafeEqual(sm4Tag(parts, iv, encrypted), sealed.subarray(sealed.length - sm3Bytes))) return undefined;
    const opener = createDecipheriv("sm4-ctr", toEncrypt(parts.secret, sm4Key), iv);
    return Buffer.concat([opener.update(encrypted), opener.final()]);
  },
};

const suites: Readonly<Record<SuiteId, Suite>> = { "aes-256-gcm": gcm, "sm4-ctr-hmac-sm3": sm4 };

function partsOf(key: DataKey, context: readonly string[]): Parts {
  return { bound: prefixed([key.id, ...context]), secret: key.secret };
}

/** Seals `plain` to a place: `IV ‖ encrypted ‖ tag`, under a random IV. The same context opens it again. */
export function sealTo(key: DataKey, context: readonly string[], plain: Uint8Array): Buffer {
  return suites[key.suite].seal(partsOf(key, context), plain);
}

/** The value again; undefined when key, context or any byte is not the one that it was sealed with. */
export function openFrom(key: DataKey, context: readonly string[], sealed: Uint8Array): Buffer | undefined {
  return suites[key.suite].open(partsOf(key, context), sealed);
}

/** A fingerprint of 32 bytes that nobody can recompute without the key, and nobody at all once the key is erased. */
export function fingerprint(key: DataKey, parts: readonly (string | Uint8Array)[]): Buffer {
  return hmacUnder(suites[key.suite].digest, toFingerprint(key.secret))(prefixed(parts));
}
