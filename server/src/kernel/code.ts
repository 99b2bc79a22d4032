import { CODE_LOOK_ALIKES, NO_CODE_WORDS } from "./characters.ts";
import { foldName } from "./fold.ts";
import { oldResidentIdIsPlausible, residentIdIsSound } from "./personal.ts";
import { allDigits, checkCharacter, isKnownPair, isUscc, organisationCodeHolds, USCC_ALPHABET } from "./uscc.ts";
import type { Uscc } from "./uscc.ts";

/**
 * What a text in a code column is. Only `uscc` is a code to work with; without `organisationCheck` (GB 11714 of the
 * nine characters inside) it carries a warning. A `proposal` is for a person to confirm.
 */
export type CodeReading =
  | { readonly kind: "uscc"; readonly code: Uscc; readonly organisationCheck: boolean }
  /** 15 digits; `checkHolds` is the ISO 7064 mod 11,10 check, for information. */
  | { readonly kind: "registration-no"; readonly checkHolds: boolean }
  /** Nine characters without hyphen; `checkHolds` by GB 11714. */
  | { readonly kind: "organisation-code"; readonly code: string; readonly checkHolds: boolean }
  | { readonly kind: "tax-no" }
  | { readonly kind: "resident-id" }
  | { readonly kind: "excel-destroyed" }
  | { readonly kind: "no-code-placeholder" }
  | { readonly kind: "not-canonical"; readonly proposal: Uscc | null }
  | { readonly kind: "wrong-check-digit" }
  | { readonly kind: "bad-character" }
  | { readonly kind: "wrong-length" };

/** The names of `CodeReading`. */
export type CodeKind = CodeReading["kind"];

const LONGEST = 64;

/**
 * Names what a text in a code column is; white space around it does not count. Persons come first: 18 characters
 * that pass both checks of a resident ID are one whatever else they pass. Fifteen digits are a registration number,
 * because the column decides.
 */
export function recogniseCode(text: string): CodeReading {
  const code = text.trim();
  if (isUscc(code)) return readSound(code);
  if (isPlaceholder(code)) return { kind: "no-code-placeholder" };
  if (code.length > LONGEST) return { kind: "wrong-length" };
  const folded = foldCode(code);
  if (isPersonal(folded)) return { kind: "resident-id" };
  if (isDestroyed(folded)) return { kind: "excel-destroyed" };
  return folded.length === 18 ? readEighteen(code, folded) : readOther(folded);
}

/** The two checks of an ID bind the same digits as the code's own: the ID wins, a person is never published. */
function readSound(code: Uscc): CodeReading {
  if (residentIdIsSound(code)) return { kind: "resident-id" };
  const organisationCheck = organisationCodeHolds(code.slice(8, 17));
  if (!organisationCheck && isDestroyed(code)) return { kind: "excel-destroyed" };
  return { kind: "uscc", code, organisationCheck };
}

function readEighteen(code: string, folded: string): CodeReading {
  const restored = restoreLookAlikes(folded);
  if (restored !== code) {
    const proposal = proposalFrom(folded, restored);
    if (proposal !== null || restored === folded) return { kind: "not-canonical", proposal };
  }
  return checkCharacter(folded) === undefined || !USCC_ALPHABET.includes(folded.charAt(17))
    ? { kind: "bad-character" }
    : { kind: "wrong-check-digit" };
}

/** Folding alone needs the code's own check; exchanged letters are a guess and need both. */
function proposalFrom(folded: string, restored: string): Uscc | null {
  if (isUscc(folded)) return folded;
  return isUscc(restored) && organisationCodeHolds(restored.slice(8, 17)) ? restored : null;
}

function readOther(folded: string): CodeReading {
  const nine = folded.length === 10 && folded[8] === "-" ? folded.slice(0, 8) + folded.slice(9) : folded;
  if (nine.length === 9 && isAlphanumeric(nine)) {
    return { kind: "organisation-code", code: nine, checkHolds: organisationCodeHolds(nine) };
  }
  if (folded.length === 15 && allDigits(folded)) {
    return { kind: "registration-no", checkHolds: registrationCheckHolds(folded) };
  }
  return { kind: isAlphanumeric(folded) && isTaxNumber(folded) ? "tax-no" : "wrong-length" };
}

/** Tax numbers (纳税人识别号) had 15, 17 or 20 characters; of 17 only what is no credit code cut short. */
function isTaxNumber(folded: string): boolean {
  return folded.length === 15 || folded.length === 20 || (folded.length === 17 && !isCutShort(folded));
}

/** Seventeen characters that begin and end as a credit code without its check character. */
function isCutShort(folded: string): boolean {
  return isKnownPair(folded) && organisationCodeHolds(folded.slice(8, 17));
}

/** A resident ID, alone or with the two or three characters that made it a tax number of a natural person. */
function isPersonal(folded: string): boolean {
  if (folded.length === 18) return residentIdIsSound(folded);
  if (folded.length === 20) return residentIdIsSound(folded.slice(0, 18));
  return folded.length === 17 && oldResidentIdIsPlausible(folded.slice(0, 15));
}

/**
 * What a spreadsheet leaves of a code of 18 digits: scientific notation, or the first 15 digits and three noughts.
 * A code that truly ends so is told apart before, by both of its checks.
 */
function isDestroyed(code: string): boolean {
  if (code.length === 18 && code.endsWith("000") && allDigits(code)) return true;
  return code.length <= 26 && code.includes("E+") && /^\d(?:\.\d{1,17})?E\+\d{1,2}$/.test(code);
}

function isPlaceholder(code: string): boolean {
  if (code === "" || NO_CODE_WORDS.has(code.toUpperCase())) return true;
  return /^(?:0+[Xx]?|-+|\*+)$/.test(code);
}

function foldCode(code: string): string {
  return isAlphanumeric(code) ? code : foldName(code);
}

function restoreLookAlikes(folded: string): string {
  let restored = "";
  for (const character of folded) restored += CODE_LOOK_ALIKES.get(character) ?? character;
  return restored;
}

/** Upper-case letters and digits of ASCII alone. */
function isAlphanumeric(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90))) return false;
  }
  return text.length > 0;
}

/** The check of a 15-digit registration number (工商注册号): ISO 7064 mod 11,10 over 14 digits. */
export function registrationCheckHolds(digits: string): boolean {
  if (digits.length !== 15 || !allDigits(digits)) return false;
  let product = 10;
  for (let i = 0; i < 14; i += 1) {
    const sum = (product + digits.charCodeAt(i) - 48) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + digits.charCodeAt(14) - 48) % 10 === 1;
}
