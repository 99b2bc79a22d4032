// Invented codes. The region 9901xx does not exist in GB/T 2260, so that none of them is anybody's.
import { checkCharacter, USCC_ALPHABET } from "../../kernel/uscc.ts";
import type { Uscc } from "../../kernel/uscc.ts";

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";
const FIVE = 31 ** 5;
const SEVEN_DIGITS = 10 ** 7;

/** The check character of GB 11714 for the eight characters of an organisation code. */
function organisationCheck(eight: string): string {
  let sum = 0;
  for (const [at, weight] of ORGANISATION_WEIGHTS.entries()) sum += Number.parseInt(eight.charAt(at), 36) * weight;
  const check = 11 - (sum % 11);
  if (check === 10) return "X";
  return check === 11 ? "0" : String(check);
}

/** What a code is made of: department and category (91), region (990100), eight characters of its organisation code. */
export interface CodeParts {
  readonly pair: string;
  readonly region: string;
  readonly body: string;
  /** True for the few whose organisation code inside does not hold, as it is with a few real ones. */
  readonly isOrganisationUnsound?: boolean;
}

/** A code that is sound by GB 32100. Throws when a part holds a character outside the alphabet. */
export function codeOf({ pair, region, body, isOrganisationUnsound = false }: CodeParts): Uscc {
  const sound = organisationCheck(body);
  const check = isOrganisationUnsound ? (sound === "7" ? "3" : "7") : sound;
  const text = `${pair}${region}${body}${check}`;
  const last = checkCharacter(text);
  if (last === undefined) throw new RangeError(`no code from ${text}`);
  return `${text}${last}` as Uscc;
}

/** Eight characters as registers give them today: MA and six more; different for different numbers below 31⁵. */
export function letteredBody(series: string, index: number): string {
  let rest = (index * 7_368_787 + 9_104_729) % FIVE;
  let body = "";
  for (let at = 0; at < 5; at += 1) {
    body = USCC_ALPHABET.charAt(rest % 31) + body;
    rest = Math.floor(rest / 31);
  }
  return `MA${series}${body}`;
}

/** Eight digits as organisation codes were before 2015; different for different numbers below ten million. */
export function numericBody(series: string, index: number): string {
  return `${series}${String((index * 3_678_787 + 4_104_729) % SEVEN_DIGITS).padStart(7, "0")}`;
}

/** The code with another check character: what a slip of the pen leaves. */
export function withWrongCheck(code: string): string {
  const value = USCC_ALPHABET.indexOf(code.charAt(17));
  return code.slice(0, 17) + USCC_ALPHABET.charAt((value + 11) % 31);
}

/** A registration number of 15 digits with its ISO 7064 check, as licences bore before 2015. */
export function registrationNoOf(region: string, index: number): string {
  const digits = `${region}${String(index % 100_000_000).padStart(8, "0")}`;
  let product = 10;
  for (let at = 0; at < 14; at += 1) {
    const sum = (product + Number(digits.charAt(at))) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return digits + String((11 - product) % 10);
}

/**
 * An identity number that passes its check and is nobody's: its county (119999) does not exist and its bearer would be
 * born on the last day of 2099. A region 9901xx would not do: no reader would take it for a person's number.
 */
export function nobodysIdentityNumber(sequence: number): string {
  const digits = `11999920991231${String(sequence % 1000).padStart(3, "0")}`;
  let sum = 0;
  for (const [at, weight] of ID_WEIGHTS.entries()) sum += Number(digits.charAt(at)) * weight;
  return digits + ID_CHECKS.charAt(sum % 11);
}
