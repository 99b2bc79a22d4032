import { NO_CODE_WORD } from "./characters.ts";
import { granted, refused } from "./refusal.ts";
import type { Outcome, RefusalCode } from "./refusal.ts";

/** A unified social credit code (统一社会信用代码) whose alphabet and check character hold, GB 32100-2015. */
export type Uscc = string & { readonly __uscc: true };

/**
 * What is wrong with a text in a code column, in order of precedence:
 * `empty` nothing, the word for none, or a filler of noughts · `org9` an organisation code with or without hyphen ·
 * `regno15` 15 digits · `len15` 15 characters, not all digits · `len13` 13 digits · `len16` `len17` `lenother` other
 * lengths · `lowercase` 18 with a lower-case letter · `badchar` outside the alphabet · `badcheck` mod-31 fails ·
 * `ok_badorg` sound by mod-31, the organisation code inside fails GB 11714 · `ok`.
 */
export type CodeVerdict =
  | "empty"
  | "org9"
  | "regno15"
  | "len15"
  | "len13"
  | "len16"
  | "len17"
  | "lenother"
  | "lowercase"
  | "badchar"
  | "badcheck"
  | "ok_badorg"
  | "ok";

/** What a subject is, as the first two characters of its code tell. */
export type SubjectKind =
  | "enterprise"
  | "individual-business"
  | "farmer-cooperative"
  | "public-institution"
  | "state-organ"
  | "social-organisation"
  | "other-organisation";

/** The 31 characters of GB 32100: no I, O, S, V, Z. A character's value is its place. */
export const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Weights of the first 17 characters: powers of 3 modulo 31. */
export const USCC_WEIGHTS: readonly number[] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Registering departments (登记管理部门) and their categories (机构类别), with the pairs seen since 2015. */
export const USCC_CATEGORIES: Readonly<Record<string, string>> = {
  "1": "1239",
  "2": "19",
  "3": "123459",
  "4": "19",
  "5": "123459",
  "6": "129",
  "7": "129",
  "8": "19",
  "9": "123",
  A: "19",
  G: "1",
  J: "1",
  N: "1239",
  Y: "1",
};

const ORGANISATION_WEIGHTS: readonly number[] = [3, 7, 9, 10, 5, 8, 4, 2];
const NO_CODE_FILLER = "00000000000000000";
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < USCC_ALPHABET.length; i += 1) VALUES[USCC_ALPHABET.charCodeAt(i)] = i;

/** The check character of the first 17 characters; undefined when one is outside the alphabet or missing. */
export function checkCharacter(text: string): string | undefined {
  if (text.length < 17) return undefined;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) return undefined;
    sum += value * (USCC_WEIGHTS[i] ?? 0);
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31];
}

const REFUSALS = {
  length: refusal("code.wrong-length"),
  character: refusal("code.bad-character"),
  check: refusal("code.wrong-check-digit"),
  none: refusal("code.empty"),
};

/**
 * Reads a code exactly as it stands: no trimming, no folding. Refuses `code.empty`, `code.wrong-length`,
 * `code.bad-character`, `code.wrong-check-digit`. A failing organisation code inside is no refusal: see
 * `organisationCheckHolds`.
 */
export function parseUscc(text: string): Outcome<Uscc> {
  if (text.length !== 18) return text === "" ? REFUSALS.none : REFUSALS.length;
  if (isFiller(text)) return REFUSALS.none;
  const check = checkCharacter(text);
  if (check === undefined) return REFUSALS.character;
  if (check === text[17]) return granted(text as Uscc);
  return (VALUES[text.charCodeAt(17)] ?? -1) < 0 ? REFUSALS.character : REFUSALS.check;
}

/** True when a text is a sound code by GB 32100: the shape of `parseUscc` without a reason. */
export function isUscc(text: string): text is Uscc {
  return text.length === 18 && checkCharacter(text) === text[17] && !isFiller(text);
}

/** The verdict on a text in a code column; white space around it does not count. */
export function inspectCode(text: string): CodeVerdict {
  const code = text.trim();
  if (code === "" || code === NO_CODE_WORD || isFiller(code)) return "empty";
  return code.length === 18 ? verdictOnEighteen(code) : verdictOnLength(code);
}

function verdictOnEighteen(code: string): CodeVerdict {
  if (/[a-z]/.test(code)) return "lowercase";
  const check = checkCharacter(code);
  if (check === undefined || (VALUES[code.charCodeAt(17)] ?? -1) < 0) return "badchar";
  if (check !== code[17]) return "badcheck";
  return organisationCodeHolds(code.slice(8, 17)) ? "ok" : "ok_badorg";
}

function verdictOnLength(code: string): CodeVerdict {
  if (/^[0-9A-Za-z]{8}-?[0-9A-Za-z]$/.test(code)) return "org9";
  switch (code.length) {
    case 13:
      return allDigits(code) ? "len13" : "lenother";
    case 15:
      return allDigits(code) ? "regno15" : "len15";
    case 16:
      return "len16";
    case 17:
      return "len17";
    default:
      return "lenother";
  }
}

/** Nothing but noughts, or seventeen and an X: what forms put in where there is no code. Some pass mod-31. */
function isFiller(code: string): boolean {
  if (code[0] !== "0" || code.length !== 18) return false;
  return code.startsWith(NO_CODE_FILLER) && (code[17] === "X" || code[17] === "x" || code[17] === "0");
}

/**
 * Whether nine characters are an organisation code that holds by GB 11714: eight of 0–9A–Z with values 0–35,
 * then 11 − Σ mod 11, where 10 is written X and 11 is written 0.
 */
export function organisationCodeHolds(nine: string): boolean {
  if (nine.length !== 9) return false;
  let sum = 0;
  for (let i = 0; i < 8; i += 1) {
    const value = alphanumericValue(nine.charCodeAt(i));
    if (value < 0) return false;
    sum += value * (ORGANISATION_WEIGHTS[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  if (check === 10) return nine[8] === "X";
  return nine.charCodeAt(8) === 48 + (check === 11 ? 0 : check);
}

function alphanumericValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 90 ? code - 55 : -1;
}

/** Whether the organisation code inside a credit code holds; when not, the code is kept with a warning. */
export function organisationCheckHolds(code: Uscc): boolean {
  return organisationCodeHolds(code.slice(8, 17));
}

/** The registering department of a code: its first character. */
export function registeringDepartment(code: Uscc): string {
  return code.charAt(0);
}

/**
 * Whether the standard, or practice since, knows the pair of department and category. An unknown pair is a
 * warning and never an error: the list has grown after 2015.
 */
export function isKnownCategory(code: Uscc): boolean {
  return isKnownPair(code);
}

/** The same for the first two characters of any text. */
export function isKnownPair(text: string): boolean {
  const categories = Object.hasOwn(USCC_CATEGORIES, text.charAt(0)) ? USCC_CATEGORIES[text.charAt(0)] : undefined;
  return text.length > 1 && categories !== undefined && categories.includes(text.charAt(1));
}

/** GB/T 2260 region of the registering authority: characters 3 to 8. */
export function registeringRegion(code: Uscc): string {
  return code.slice(2, 8);
}

/** What the subject of a code is. */
export function subjectKindOf(code: Uscc): SubjectKind {
  return SUBJECT_KINDS.get(code.slice(0, 2)) ?? "other-organisation";
}

const SUBJECT_KINDS: ReadonlyMap<string, SubjectKind> = new Map([
  ["91", "enterprise"],
  ["92", "individual-business"],
  ["93", "farmer-cooperative"],
  ["12", "public-institution"],
  ["11", "state-organ"],
  ["51", "social-organisation"],
  ["52", "social-organisation"],
  ["53", "social-organisation"],
]);

/** The parts of a code: department and category, region, organisation code, check character (2·6·9·1). */
export function partsOfUscc(code: Uscc): readonly [string, string, string, string] {
  return [code.slice(0, 2), code.slice(2, 8), code.slice(8, 17), code.slice(17)];
}

/** A code in its four parts, for reading aloud and comparing by eye. */
export function formatUscc(code: Uscc, separator = " "): string {
  return partsOfUscc(code).join(separator);
}

/** True when a text is not empty and holds ASCII digits alone. */
export function allDigits(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

function refusal(code: RefusalCode): ReturnType<typeof refused> {
  return refused({ code, kind: "invalid" });
}
