import { foldName } from "../../../kernel/fold.ts";
import { residentIdIsSound } from "../../../kernel/personal.ts";
import { refused, granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { isUscc } from "../../../kernel/uscc.ts";

/** A code as an address names it. `sound` is false for the few real codes whose check digit fails. */
export interface AskedCode {
  readonly code: string;
  readonly sound: boolean;
}

/** Reads the code of an address; a resident's identity number is no code, and is not repeated. */
export function readCode(text: string): Outcome<AskedCode> {
  const code = text.length > 64 ? "" : foldName(text);
  if (!/^[0-9A-Z]{18}$/.test(code) || residentIdIsSound(code)) return malformedCode;
  return granted({ code, sound: isUscc(code) });
}

export const malformedCode = refused({ code: "publicity.malformed-code", kind: "invalid" });

const idBytes = 16;

/** The 16 bytes of an id as it is written outside, base64url; null for anything else. */
export function readRecordId(text: string): Buffer | null {
  if (!/^[A-Za-z0-9_-]{22}$/.test(text)) return null;
  const bytes = Buffer.from(text, "base64url");
  return bytes.length === idBytes && bytes.toString("base64url") === text ? bytes : null;
}
