import {
  CURRENCY_PREFIXES,
  FRACTION_UNITS,
  GROUP_UNITS,
  NUMERALS,
  ROUND_WORDS,
  SMALL_UNITS,
  YUAN_WORDS,
} from "./characters.ts";

/** Why a written decimal could not be read. */
export type DecimalFault = "empty" | "shape" | "exponent" | "scale" | "overflow";

/** What `parseDecimal` made of a text: a decimal of fixed scale, such as "1.500000". */
export type DecimalReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: DecimalFault };

/** Digits in all, and digits after the point, as in SQL's numeric(precision, scale). */
export interface DecimalShape {
  readonly precision: number;
  readonly scale: number;
}

const LONGEST = 64;
const DECIMAL = /^([+-]?)0*(\d+)(?:\.(\d*))?$/;
const EXPONENT = /^[+-]?[\d.]+[eE][+-]?\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/**
 * Reads a written decimal exactly, never through a float. Full-width digits and separators of thousands are accepted;
 * trailing noughts beyond the scale too, other digits there are refused as "scale"; exponents, NaN, infinity and words
 * are refused. Noughts lose their sign.
 */
export function parseDecimal(text: string, shape: DecimalShape): DecimalReading {
  if (text.length > LONGEST) return { ok: false, reason: "overflow" };
  const plain = halfWidth(text).trim();
  if (plain === "") return { ok: false, reason: "empty" };
  const found = DECIMAL.exec(GROUPED.test(plain) ? plain.replaceAll(",", "") : plain);
  if (found === null) return { ok: false, reason: EXPONENT.test(plain) ? "exponent" : "shape" };
  const [, sign = "", whole = "", places = ""] = found;
  return fitted({ sign, whole, places: places.replace(/0+$/, "") }, shape);
}

function fitted(parts: { sign: string; whole: string; places: string }, shape: DecimalShape): DecimalReading {
  const { whole, places } = parts;
  if (places.length > shape.scale) return { ok: false, reason: "scale" };
  if ((whole === "0" ? 0 : whole.length) + shape.scale > shape.precision) return { ok: false, reason: "overflow" };
  const scaled = BigInt(whole + places.padEnd(shape.scale, "0"));
  return { ok: true, value: writeScaled(parts.sign === "-" ? -scaled : scaled, shape.scale) };
}

/** A decimal as a whole number of its smallest unit. Throws SyntaxError for what `parseDecimal` did not write. */
export function scaledOf(decimal: string): { readonly value: bigint; readonly scale: number } {
  const [whole = "", places = ""] = decimal.split(".");
  return { value: BigInt(whole + places), scale: places.length };
}

/** A whole number of smallest units as a decimal of that scale. */
export function writeScaled(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const sign = value < 0n ? "-" : "";
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Order of two decimals of any scale: −1, 0 or 1. */
export function compareDecimal(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = aligned(a, b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The sum of two decimals, at the larger of their scales. */
export function addDecimal(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  return writeScaled(left + right, scale);
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const left = scaledOf(a);
  const right = scaledOf(b);
  const scale = Math.max(left.scale, right.scale);
  return [left.value * 10n ** BigInt(scale - left.scale), right.value * 10n ** BigInt(scale - right.scale), scale];
}

/**
 * Yuan as 万元 with six places, exactly: "15000" is "1.500000". Undefined for what is no decimal with at most two
 * places (a hundredth of a yuan is the smallest unit).
 */
export function yuanToWan(text: string): string | undefined {
  const yuan = parseDecimal(text, { precision: 26, scale: 2 });
  return yuan.ok ? writeScaled(scaledOf(yuan.value).value, 6) : undefined;
}

/** Fen as yuan with two places. */
export function yuanOfFen(fen: bigint): string {
  return writeScaled(fen, 2);
}

/** An amount read from words, in fen. */
export interface ChineseAmount {
  readonly fen: bigint;
}

/** An amount found in a text; `start` and `end` are UTF-16 places, end exclusive, and `text` what stands there. */
export interface FoundAmount extends ChineseAmount {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Reads a text that is one amount of money: 大写 (壹万伍仟元整, 贰拾万元, 叁佰元伍角), digits (15000元, 1,500.5元) or both
 * (1.5万元, 3千元). The yuan must be named. Undefined for anything else, for ungrammatical numerals, and for fractions of
 * a fen.
 */
export function readChineseAmount(text: string): ChineseAmount | undefined {
  const plain = withoutCurrency(halfWidth(text).replace(/\s/g, ""));
  const found = plain.length > LONGEST ? undefined : amountAt(plain, 0);
  return found !== undefined && found.end === plain.length ? { fen: found.fen } : undefined;
}

/** All amounts written in a sentence, in order, by the rules of `readChineseAmount`; white space parts them. */
export function findChineseAmounts(text: string): FoundAmount[] {
  if (!YUAN.test(text)) return [];
  const plain = halfWidth(text);
  const found: FoundAmount[] = [];
  let at = 0;
  while (at < plain.length) {
    const run = runEnd(plain, at);
    if (run === at) {
      at += 1;
      continue;
    }
    const amount = run - at > LONGEST ? undefined : amountAt(plain, at);
    if (amount === undefined) {
      at = run;
      continue;
    }
    found.push({ ...amount, start: at, text: text.slice(at, amount.end) });
    at = amount.end;
  }
  return found;
}

/** The end of the unbroken run of numerals, digits and units that begins at a place; the place itself when none does. */
function runEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isNumeric(text, end)) end += 1;
  return end;
}

/** A point or comma counts between two digits alone: elsewhere it ends a clause. */
function isNumeric(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code === 44 || code === 46) return isDigit(text, index - 1) && isDigit(text, index + 1);
  return NUMERIC[code] === 1;
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

/** Digits, numerals and units, by UTF-16 unit: long texts are scanned for them. */
const NUMERIC = new Uint8Array(65_536);
for (const character of ["0123456789", ...NUMERALS.keys(), ...SMALL_UNITS.keys(), ...GROUP_UNITS.keys()].join("")) {
  NUMERIC[character.charCodeAt(0)] = 1;
}

const YUAN = new RegExp(`[${[...YUAN_WORDS].join("")}]`);

interface Reached {
  readonly fen: bigint;
  readonly end: number;
}

function amountAt(text: string, start: number): Reached | undefined {
  const end = runEnd(text, start);
  if (end === start || !YUAN_WORDS.has(text.charAt(end))) return undefined;
  const fen = fenOf(text.slice(start, end));
  return fen === undefined ? undefined : fractionAfter(text, end + 1, fen);
}

/** What follows the yuan: 角 and 分 in words or digits, then 整 or 正. */
function fractionAfter(text: string, start: number, fen: bigint): Reached {
  let at = start;
  let sum = fen;
  let largest = 100;
  for (;;) {
    const skip = NUMERALS.get(text.charAt(at)) === 0 ? at + 1 : at;
    const digit = smallDigit(text.charAt(skip));
    const unit = FRACTION_UNITS.get(text.charAt(skip + 1));
    if (digit === undefined || unit === undefined || unit >= largest) break;
    sum += BigInt(digit * unit);
    largest = unit;
    at = skip + 2;
  }
  if (ROUND_WORDS.has(text.charAt(at))) at += 1;
  return { fen: sum, end: at };
}

function smallDigit(character: string): number | undefined {
  return character >= "0" && character <= "9" ? Number(character) : NUMERALS.get(character);
}

/** A run before the yuan, in fen; undefined when it is no number. */
function fenOf(run: string): bigint | undefined {
  return isDigit(run, 0) ? fenOfDigits(run) : fenOfWords(run);
}

/** Arabic digits, with units after them at most once in each size: 15000, 1.5万, 3千, 1万5千. */
function fenOfDigits(run: string): bigint | undefined {
  let sum = 0n;
  let largest = Number.POSITIVE_INFINITY;
  let at = 0;
  while (at < run.length) {
    const number = /^[\d.,]+/.exec(run.slice(at))?.[0];
    if (number === undefined) return undefined;
    at += number.length;
    const [unit, end] = unitsAt(run, at);
    const fen = scaledFen(number, unit);
    if (fen === undefined || unit >= largest) return undefined;
    sum += fen;
    largest = unit;
    at = end;
  }
  return sum;
}

function unitsAt(run: string, start: number): [number, number] {
  let unit = 1;
  let at = start;
  for (;;) {
    const factor = SMALL_UNITS.get(run.charAt(at)) ?? GROUP_UNITS.get(run.charAt(at));
    if (factor === undefined) return [unit, at];
    unit *= factor;
    at += 1;
  }
}

function scaledFen(number: string, unit: number): bigint | undefined {
  const read = parseDecimal(number, { precision: 40, scale: 12 });
  if (!read.ok) return undefined;
  const smallest = 10n ** 10n;
  const fen = scaledOf(read.value).value * BigInt(unit);
  return fen % smallest === 0n ? fen / smallest : undefined;
}

/**
 * Numerals with units: groups of four digits closed by 万 or 亿. Digits without units (二〇一八) are no amount, but a
 * single one is.
 */
function fenOfWords(run: string): bigint | undefined {
  const state: Words = { total: 0, section: 0, digit: undefined, smallest: 10_000, closed: new Set() };
  for (const character of run) {
    if (!takeNumeral(state, character) && !takeUnit(state, character)) return undefined;
  }
  return BigInt(state.total + state.section + (state.digit ?? 0)) * 100n;
}

interface Words {
  total: number;
  section: number;
  digit: number | undefined;
  /** The unit taken last in this group: the next must be smaller. */
  smallest: number;
  /** The units that closed a group so far: none closes two, but 万 may come again after 亿. */
  readonly closed: Set<number>;
}

function takeNumeral(state: Words, character: string): boolean {
  const value = NUMERALS.get(character);
  if (value === undefined || (state.digit ?? 0) !== 0) return false;
  state.digit = value;
  return true;
}

function takeUnit(state: Words, character: string): boolean {
  const small = SMALL_UNITS.get(character);
  if (small !== undefined) return takeSmallUnit(state, small);
  const group = GROUP_UNITS.get(character);
  if (group === undefined) return false;
  const section = state.section + (state.digit ?? 0);
  if ((section === 0 && state.total === 0) || state.closed.has(group)) return false;
  if (group > 10_000) state.closed.clear();
  state.closed.add(group);
  state.total = group > 10_000 ? (state.total + section) * group : state.total + section * group;
  state.section = 0;
  state.digit = undefined;
  state.smallest = 10_000;
  return state.total <= Number.MAX_SAFE_INTEGER;
}

/** A ten may stand without its one (拾万), other units may not. */
function takeSmallUnit(state: Words, unit: number): boolean {
  const implied = unit === 10 && (state.digit ?? 0) === 0 ? 1 : undefined;
  const digit = implied ?? state.digit ?? 0;
  if (digit === 0 || unit >= state.smallest) return false;
  state.section += digit * unit;
  state.smallest = unit;
  state.digit = undefined;
  return true;
}

function withoutCurrency(text: string): string {
  const prefix = CURRENCY_PREFIXES.find((word) => text.startsWith(word));
  return prefix === undefined ? text : text.slice(prefix.length);
}

/** Full-width and compatibility characters to plain ones, one unit for one, so that places in the text stay. */
function halfWidth(text: string): string {
  return WIDE.test(text) ? text.replace(ALL_WIDE, plainUnit) : text;
}

function plainUnit(character: string): string {
  const plain = character.normalize("NFKC");
  return plain.length === 1 ? plain : character;
}

const WIDE = /[\uff01-\uff5e\uf900-\ufaff]/;
const ALL_WIDE = /[\uff01-\uff5e\uf900-\ufaff]/g;
