// The second step of verifying a draw, done in the browser: the seed must give the hash that was published before. Pure.

export type SeedVerdict = "same" | "differs" | "cannot";

export function bytesOf(hex: string): Uint8Array<ArrayBuffer> | null {
  if (!/^(?:[0-9a-f]{2})+$/u.test(hex)) return null;
  return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** @param seed and hash in hex. */
export async function verifySeed(seed: string, hash: string): Promise<SeedVerdict> {
  const bytes = bytesOf(seed);
  if (bytes === null) return "differs";
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return "cannot";
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  const computed = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return computed === hash ? "same" : "differs";
}
