// Content-Digest (RFC 9530): which digests count, and whether a body is the one that was signed.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Hash } from "node:crypto";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal } from "../../../kernel/refusal.ts";

/** Algorithms of RFC 9530 §5 that are "active"; the name in the field and the one of node:crypto. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ["sha-256", "sha256"],
  ["sha-512", "sha512"],
]);

export interface Digest {
  readonly algorithm: string;
  readonly value: Buffer;
}

/** Why a body is not taken that is not the one whose digest was signed. */
export const differs: Refusal = { code: "clients.digest-differs", kind: "unauthenticated" };

/**
 * The digests of a Content-Digest field that count. Those of other algorithms are passed over, as RFC 9530 says, but one
 * that counts there must be. Refuses `clients.digest-algorithm`.
 */
export function countingDigests(members: readonly Digest[]): Outcome<readonly Digest[]> {
  const counting = members.filter(({ algorithm }) => ALGORITHMS.has(algorithm));
  if (counting.length > 0) return granted(counting);
  return refused({ code: "clients.digest-algorithm", kind: "unauthenticated" });
}

/** Compares a body, fed in pieces, with every digest that counts. Without any digest only an empty body fits. */
export class DigestCheck {
  readonly #running: readonly { readonly hash: Hash; readonly value: Buffer }[];
  #empty = true;

  constructor(digests: readonly Digest[]) {
    this.#running = digests.map(({ algorithm, value }) => ({
      hash: createHash(ALGORITHMS.get(algorithm) ?? algorithm),
      value,
    }));
  }

  add(piece: Uint8Array): void {
    if (piece.length > 0) this.#empty = false;
    for (const { hash } of this.#running) hash.update(piece);
  }

  /** Whether the body was the one that was signed. Ends the check. */
  fits(): boolean {
    if (this.#running.length === 0) return this.#empty;
    return this.#running.every(({ hash, value }) => {
      const made = hash.digest();
      return made.length === value.length && timingSafeEqual(made, value);
    });
  }
}
