import { BRACKETS, NOUGHTS, STROKES } from "./characters.ts";

/**
 * Folding for search and matching only. Nothing folded is ever committed, stored as a name or shown: folding
 * (like Unicode normalisation) alters legal names.
 */

const KEEP = 0;
const DROP = 1;
const REPLACE = 2;

/** What happens to each UTF-16 unit, so that a name that needs nothing is returned as it is. */
const ACTIONS = new Uint8Array(65_536);
const REPLACEMENTS = new Map<number, string>();

/** Controls, spaces of every width, zero-width characters, joiners, direction marks, variation selectors. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x20],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

fillTables();

function fillTables(): void {
  each(97, 122, (code) => replace(code, String.fromCharCode(code - 32)));
  each(0xff01, 0xff5e, (code) => replace(code, String.fromCharCode(code - 0xfee0).toUpperCase()));
  for (const [first, last] of INVISIBLE) ACTIONS.fill(DROP, first, last + 1);
  each(0x2e80, 0x2fdf, compose);
  each(0xf900, 0xfaff, compose);
  for (const [from, to] of STROKES) replace(from.charCodeAt(0), to);
  for (const [from, to] of BRACKETS) replace(from.charCodeAt(0), to);
}

function each(first: number, last: number, act: (code: number) => void): void {
  for (let code = first; code <= last; code += 1) act(code);
}

function replace(code: number, by: string): void {
  ACTIONS[code] = REPLACE;
  REPLACEMENTS.set(code, by);
}

/** Radicals and compatibility ideographs, as PDF copies hold them, to the plain ideograph. */
function compose(code: number): void {
  const plain = String.fromCharCode(code).normalize("NFKC");
  if (plain !== String.fromCharCode(code)) replace(code, plain);
}

/**
 * A name as search compares it: half-width, upper case, brackets of every kind round and half-width, dashes and
 * middle dots of one kind, without spaces, line breaks, zero-width characters or the `_x000d_` of spreadsheets.
 */
export function foldName(text: string): string {
  const source = text.includes("_x") || text.includes("_X") ? text.replace(SPREADSHEET_BREAKS, "") : text;
  let clean = 0;
  while (clean < source.length && ACTIONS[source.charCodeAt(clean)] === KEEP) clean += 1;
  if (clean === source.length) return source;
  let folded = source.slice(0, clean);
  for (let i = clean; i < source.length; i += 1) {
    const code = source.charCodeAt(i);
    const action = ACTIONS[code];
    if (action === KEEP) folded += source[i];
    else if (action === REPLACE) folded += REPLACEMENTS.get(code) ?? "";
  }
  return folded;
}

const SPREADSHEET_BREAKS = /_x00(?:0d|0a|09)_/gi;

/** A column header as mappings compare it: folded as a name, and without the asterisks and colons of forms. */
export function foldHeader(text: string): string {
  return foldName(text).replace(/[*:]/g, "");
}

/**
 * A document number (文书号) as matching compares it: folded as a name, the year's brackets all round, and every
 * circle or letter O read as the digit nought. 第 and 号 are kept.
 */
export function foldDocumentNo(text: string): string {
  const folded = foldName(text);
  return NOUGHT.test(folded) ? folded.replace(EVERY_NOUGHT, "0") : folded;
}

const NOUGHT = new RegExp(`[${[...NOUGHTS].join("")}]`, "u");
const EVERY_NOUGHT = new RegExp(NOUGHT, "gu");

/** The different pairs of neighbouring characters of a folded text, by code point, in order; none below two. */
export function bigrams(folded: string): string[] {
  const pairs = new Set<string>();
  let previous = "";
  for (const character of folded) {
    if (previous !== "") pairs.add(previous + character);
    previous = character;
  }
  return [...pairs];
}

/**
 * A personal value with its middle hidden: the first three and last four of a number of eleven or more characters,
 * else the first and last character; of two only the first stays, of one nothing.
 */
export function maskValue(text: string): string {
  const characters = Array.from(text);
  const count = characters.length;
  if (count <= 1) return "*".repeat(count);
  if (count === 2) return `${characters[0]}*`;
  const isNumber = count >= 11 && /^[0-9A-Za-z]+$/.test(text);
  const [head, tail] = isNumber ? [3, 4] : [1, 1];
  return characters.slice(0, head).join("") + "*".repeat(count - head - tail) + characters.slice(count - tail).join("");
}
