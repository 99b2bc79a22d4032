import { hash } from "node:crypto";

/** The hash of a construction: SHA-256, or SM3 where 国密 is required. Both give 32 bytes over blocks of 64. */
export type Suite = "sha256" | "sm3";

/** Bytes of a digest of either suite. */
export const DIGEST_BYTES = 32;

const BLOCK_BYTES = 64;

/** The digest of some bytes, or of a text as UTF-8. */
export function digest(suite: Suite, data: Uint8Array | string): Buffer {
  return hash(suite, data, "buffer");
}

/** HMAC (RFC 2104) over one-shot hashes: several times faster for short messages than a stateful object. */
export function hmac(suite: Suite, key: Uint8Array, message: Uint8Array): Buffer {
  const short = key.length > BLOCK_BYTES ? digest(suite, key) : key;
  const inner = Buffer.allocUnsafe(BLOCK_BYTES + message.length);
  const outer = Buffer.allocUnsafe(BLOCK_BYTES + DIGEST_BYTES);
  for (let i = 0; i < BLOCK_BYTES; i += 1) {
    const byte = short[i] ?? 0;
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  inner.set(message, BLOCK_BYTES);
  outer.set(digest(suite, inner), BLOCK_BYTES);
  return digest(suite, outer);
}
