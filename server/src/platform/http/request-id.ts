import { randomBytes } from "node:crypto";

// Crockford's base 32: no I, L, O, U, so that a number can be read out over the telephone.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A random number of a request such as `7KQ2-M9XD-4TPA` (60 bits). Never taken from the caller. */
export function createRequestId(): string {
  const bytes = randomBytes(12);
  let id = "";
  for (const [index, byte] of bytes.entries()) {
    if (index === 4 || index === 8) id += "-";
    id += ALPHABET.charAt(byte & 31);
  }
  return id;
}
