// What stands for a value towards one recipient. Pure; the key is held by a process of its own.
import { createHmac } from "node:crypto";

export type PseudonymSuite = "sha256" | "sm3";

/** Whom a pseudonym is for, and what it stands for. */
export interface PseudonymWish {
  /** Two recipients get two pseudonyms of one value, and cannot tell that they mean the same. */
  readonly recipient: string;
  /** What kind of value it is, so that equal texts of two kinds do not meet. */
  readonly kind: string;
  readonly value: string;
}

const SCHEME = "xinheng/pseudonym/1";

/** 32 bytes: an HMAC over the length-prefixed parts. The same wish under the same key always gives the same. */
export function pseudonymOf(key: Uint8Array, suite: PseudonymSuite, wish: PseudonymWish): Buffer {
  const mac = createHmac(suite, key);
  for (const part of [SCHEME, wish.recipient, wish.kind, wish.value]) {
    const bytes = Buffer.from(part, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    mac.update(length).update(bytes);
  }
  return mac.digest();
}

/** So many a second at most, and as many at once: who could ask for everything could try every value. */
export function rateLimit(perSecond: number, now: () => number): () => boolean {
  let tokens = perSecond;
  let at = now();
  return () => {
    const passed = now();
    tokens = Math.min(perSecond, tokens + ((passed - at) / 1000) * perSecond);
    at = passed;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
