import { hash } from "node:crypto";
import type { Hex } from "../rules.ts";

const keyDigits = 32;

/**
 * A 16-byte key over ordered parts. Lengths stand between the parts, so that no two different lists share a key.
 * Provider keys and decision identities are made this way (storage.md: fixed width keeps the indexes small).
 */
export function keyOf(parts: readonly string[]): Hex {
  let text = "";
  for (const part of parts) text += `${part.length}:${part}`;
  return hash("sha256", text, "hex").slice(0, keyDigits);
}
