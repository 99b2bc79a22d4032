import { hash } from "node:crypto";

/** The hash of a construction: SHA-256, or SM3 where 国密 is required. Both give 32 bytes over blocks of 64. */
export type Suite = "sha256" | "sm3";

/** Bytes of a digest of either suite. */
export const DIGEST_BYTES = 32;

const BLOCK_BYTES = 64;

/** The digest of some bytes in lower-case hex. */
export function digestHex(suite: Suite, bytes: Uint8Array): string {
  return hash(suite, bytes, "hex");
}

/** Writes the digest of some bytes at a place of others. By way of a text: Node makes its buffers more slowly. */
export function digestInto(
  suite: Suite,
  bytes: Uint8Array,
  into: { readonly target: Buffer; readonly at: number },
): void {
  into.target.write(hash(suite, bytes, "binary"), into.at, "latin1");
}

/** The digest of some bytes, or of a text as UTF-8. */
export function digest(suite: Suite, bytes: Uint8Array | string): Buffer {
  return Buffer.from(hash(suite, bytes, "binary"), "binary");
}

/**
 * HMAC (RFC 2104) under one key over one-shot hashes: several times faster for short messages than a stateful object.
 */
export function hmacUnder(suite: Suite, key: Uint8Array): (message: Uint8Array) => Buffer {
  const short = key.length > BLOCK_BYTES ? digest(suite, key) : key;
  const innerPad = Buffer.allocUnsafe(BLOCK_BYTES);
  const outer = Buffer.allocUnsafe(BLOCK_BYTES + DIGEST_BYTES);
  for (let i = 0; i < BLOCK_BYTES; i += 1) {
    const byte = short[i] ?? 0;
    innerPad[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  return (message) => {
    const inner = Buffer.allocUnsafe(BLOCK_BYTES + message.length);
    inner.set(innerPad);
    inner.set(message, BLOCK_BYTES);
    digestInto(suite, inner, { target: outer, at: BLOCK_BYTES });
    return digest(suite, outer);
  };
}
