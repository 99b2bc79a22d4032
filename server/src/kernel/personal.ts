import { AMOUNT_MARKS } from "./characters.ts";
import { daysInMonth } from "./day.ts";

/** What kind of personal number stands in a text. */
export type PersonalKind = "resident-id" | "mobile";

/** A personal number found in a text; `start` and `end` are UTF-16 places, end exclusive. */
export interface PersonalFind {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

const ID_WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";
const PROVINCES: ReadonlySet<number> = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65, 71, 81, 82, 83,
]);

/**
 * Whether a text is a resident ID number (公民身份号码, GB 11643): 18 characters, a province, a real day of birth
 * from 1900 to 2099, and the check character (X in either case). Full-width digits are read as digits.
 */
export function residentIdIsSound(text: string): boolean {
  return text.length === 18 && idEndsAt(text, 0) === 18;
}

/** Whether a text would be a resident ID number but for its check character: a number of a person with a slip. */
export function residentIdIsPlausible(text: string): boolean {
  return text.length === 18 && runOfDigits(text, 0) >= 17 && hasPlace(text, 0) && isBirth(text, 6, undefined);
}

/** Whether a text is an ID number of the first generation: 15 digits, a province and a real day of birth in 19YY. */
export function oldResidentIdIsPlausible(text: string): boolean {
  return text.length === 15 && runOfDigits(text, 0) === 15 && hasPlace(text, 0) && isBirth(text, 6, 1900);
}

/** Whether a text is a mainland mobile number: 1, then 3 to 9, eleven digits; +86, spaces and hyphens allowed. */
export function looksLikeMobile(text: string): boolean {
  const bare = text.replace(/[\s-]/g, "").replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, "");
  return /^1[3-9]\d{9}$/.test(bare);
}

/** A text with every personal number in it starred out: for messages that repeat what somebody wrote. */
export function maskPersonal(text: string): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of findPersonal(text)) {
    masked += `${text.slice(from, start)}${"*".repeat(end - start)}`;
    from = end;
  }
  return masked + text.slice(from);
}

/**
 * Personal numbers in a free text, in order: resident IDs of 18 characters with a real birth and check, of 15 digits
 * with a real birth, and mainland mobile numbers, also when written in groups. A 15-digit registration number can
 * look like an old ID: in a free text it counts as one, since a wrong mask costs less than a published person.
 * One pass, linear in the length of the text.
 */
export function findPersonal(text: string): PersonalFind[] {
  const finds: PersonalFind[] = [];
  let i = 0;
  while (i < text.length) {
    if (digitAt(text, i) < 0) {
      i += 1;
      continue;
    }
    const length = runOfDigits(text, i);
    const found = findInRun(text, i, length);
    if (found !== undefined) finds.push(found);
    i = found === undefined ? i + length : found.end;
  }
  return finds;
}

/** Whether digits are a bank card number: 16 to 19 of them by ISO/IEC 7812, of UnionPay (62), Visa (4) or Mastercard (5). */
export function looksLikeBankCard(digits: string): boolean {
  if (!/^(?:62\d{14,17}|[45]\d{15})$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const weighed = i % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/**
 * How many bank card numbers stand in a free text, whole or in groups of four. What is a resident ID is none. For
 * documents, not for records: one document number in ten of that length passes the check by chance.
 */
export function countBankCards(text: string): number {
  const plain = maskPersonal(text.normalize("NFKC"));
  const runs = plain.match(/(?<!\d)(?:\d{4}[ -]){3,4}\d{1,4}(?!\d)|(?<!\d)\d{16,19}(?!\d)/g) ?? [];
  return runs.filter((run) => looksLikeBankCard(run.replaceAll(/[ -]/g, ""))).length;
}

function findInRun(text: string, start: number, length: number): PersonalFind | undefined {
  if (length < 3) return undefined;
  const id = idEndsAt(text, start);
  if (id >= 0) return { kind: "resident-id", start, end: id };
  if (length === 15 && !isLetter(text, start + 15) && oldResidentIdIsPlausible(text.slice(start, start + 15))) {
    return { kind: "resident-id", start, end: start + 15 };
  }
  return mobileIn(text, start, length);
}

/** Where a sound ID that starts here ends, or −1. Groups 6·8·4 may be parted by one space or hyphen. */
function idEndsAt(text: string, start: number): number {
  const gap = gapAt(text, start);
  if (gap < 0 || !hasPlace(text, start) || !isBirth(text, start + 6 + gap, undefined)) return -1;
  const wanted = idCheckOf(text, start, gap);
  const last = placeIn(start, 17, gap);
  const holds = wanted === "X" ? isX(text, last) : wanted !== "" && digitAt(text, last) === Number(wanted);
  return holds && digitAt(text, last + 1) < 0 ? last + 1 : -1;
}

/** Width of the gaps of an ID that may start here: 1 for a first group of six digits, else 0; −1 for neither. */
function gapAt(text: string, start: number): number {
  const run = runOfDigits(text, start);
  if (run >= 17) return 0;
  return run === 6 && isGap(text, start + 6) && isGap(text, start + 15) ? 1 : -1;
}

/** The check character that 17 digits ask for, empty when they are not all digits. */
function idCheckOf(text: string, start: number, gap: number): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    const digit = digitAt(text, placeIn(start, i, gap));
    if (digit < 0) return "";
    sum += digit * (ID_WEIGHTS[i] ?? 0);
  }
  return ID_CHECKS.charAt(sum % 11);
}

function placeIn(start: number, index: number, gap: number): number {
  if (index < 6) return start + index;
  return start + index + (index < 14 ? gap : 2 * gap);
}

/** A run of 11 or 3 digits may begin a number, and one of 13 or 5 that begins with the country code 86. */
function mobileIn(text: string, start: number, length: number): PersonalFind | undefined {
  const prefix = (length === 13 || length === 5) && numberAt(text, start, 2) === 86 ? 2 : 0;
  const first = start + prefix;
  if (digitAt(text, first) !== 1 || digitAt(text, first + 1) < 3) return undefined;
  const end = length - prefix === 11 ? first + 11 : groupedMobileEnd(text, first, length - prefix);
  if (end < 0 || isAmountAt(text, end)) return undefined;
  return { kind: "mobile", start: first, end };
}

/** The end of a mobile number written 3·4·4 with single spaces or hyphens, or −1. */
function groupedMobileEnd(text: string, first: number, length: number): number {
  if (length !== 3 || !isGap(text, first + 3) || runOfDigits(text, first + 4) !== 4) return -1;
  if (!isGap(text, first + 8) || runOfDigits(text, first + 9) !== 4) return -1;
  return first + 13;
}

function isAmountAt(text: string, end: number): boolean {
  if (isLetter(text, end) || AMOUNT_MARKS.has(text.charAt(end))) return true;
  return text.charAt(end) === "." && digitAt(text, end + 1) >= 0;
}

function hasPlace(text: string, start: number): boolean {
  return PROVINCES.has(digitAt(text, start) * 10 + digitAt(text, start + 1));
}

/** Whether a day of birth stands here: YYYYMMDD of 1900–2099, or YYMMDD when the century is given. */
function isBirth(text: string, start: number, century: number | undefined): boolean {
  const written = century === undefined ? 4 : 2;
  const year = numberAt(text, start, written) + (century ?? 0);
  const month = numberAt(text, start + written, 2);
  const day = numberAt(text, start + written + 2, 2);
  if (!(year >= 1900 && year <= 2099) || !(day >= 1)) return false;
  return day <= daysInMonth(year, month);
}

function numberAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i += 1) {
    const digit = digitAt(text, i);
    if (digit < 0) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function runOfDigits(text: string, start: number): number {
  let end = start;
  while (digitAt(text, end) >= 0) end += 1;
  return end - start;
}

/** The digit at a place, ASCII or full-width; −1 for anything else. */
function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

function isX(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 88 || code === 120 || code === 0xff38 || code === 0xff58;
}

function isGap(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 32 || code === 45 || code === 0x3000;
}

function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index) | 32;
  return code >= 97 && code <= 122;
}
