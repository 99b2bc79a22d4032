// Generated input: the same seed gives the same bytes. Names and codes are invented; the region 990100 does not exist.
import { checkCharacter } from "../server/src/kernel/uscc.ts";
import {
  BRAND_FIRST,
  BRAND_SECOND,
  FORMS,
  OFFENCES,
  PENALTY_COLUMNS,
  PERMIT_COLUMNS,
  PERMITS,
  PERSONS,
  REGISTER_HEADS,
  SEVERITIES,
  TRADES,
  WORDS,
} from "./text.ts";
import type { Column } from "./text.ts";

/** The department in whose name the generated files are sent. */
export const AUTHORITY_CODE = "11990100990001378K";

const bodyCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const rowsPerPart = 500;

/** A whole number below `bound`. Marsaglia's xorshift: chance enough for a file, the same on every machine. */
export function chanceFrom(seed: number): (bound: number) => number {
  let state = (seed | 0) === 0 ? 1 : seed | 0;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

function organisationCheck(eight: string): string {
  let sum = 0;
  for (const [at, weight] of organisationWeights.entries()) sum += Number.parseInt(eight.charAt(at), 36) * weight;
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : String(check % 11);
}

/** The code of the enterprise of a number below 31⁵: sound by GB 32100 and GB 11714, different for different numbers. */
export function codeAt(index: number): string {
  let rest = (index * 7_368_787 + 104_729) % 31 ** 5;
  let body = "";
  for (let at = 0; at < 5; at += 1) {
    body = bodyCharacters.charAt(rest % 31) + body;
    rest = Math.floor(rest / 31);
  }
  const eight = `MA9${body}`;
  const text = `91990100${eight}${organisationCheck(eight)}`;
  const check = checkCharacter(text);
  if (check === undefined) throw new RangeError(`no check character for ${text}`);
  return text + check;
}

/** The name of the enterprise of a number: different for different numbers, some fragments common and most rare. */
export function nameAt(index: number): string {
  const chance = chanceFrom(index * 2_654_435_761 + 97);
  for (let turn = 0; turn < 8; turn += 1) chance(2);
  const pick = <T>(list: readonly T[]): T => list[chance(list.length)] ?? pick(list);
  const brand =
    pick(BRAND_FIRST) + pick(BRAND_SECOND) + pick(BRAND_SECOND) + (chance(3) === 0 ? pick(BRAND_FIRST) : "");
  const number = Array.from(
    index.toString(31).toUpperCase().padStart(4, "0"),
    (digit) => BRAND_SECOND[Number.parseInt(digit, 31)],
  ).join("");
  return `${WORDS.place}${brand}${number}${pick(TRADES)}${pick(FORMS)}`;
}

/** Days of six years before 2026-07-01. */
function dayFrom(chance: (bound: number) => number): string {
  return new Date(Date.UTC(2020, 6, 1) + chance(2190) * 86_400_000).toISOString().slice(0, 10);
}

type Cells = Readonly<Record<string, string>>;

function sides(subject: number, at: number): Cells {
  return {
    name: nameAt(subject),
    counterpart: WORDS.organisation,
    code: codeAt(subject),
    person: PERSONS[at % PERSONS.length] ?? "",
    authority: WORDS.authority,
    authorityCode: AUTHORITY_CODE,
  };
}

function numberOf(pattern: string, day: string, at: number): string {
  return pattern.replace("{year}", day.slice(0, 4)).replace("{n}", String(at + 1));
}

function permitCells(at: number, subject: number, chance: (bound: number) => number): Cells {
  const day = dayFrom(chance);
  const [title, kind, certificate, content] = PERMITS[chance(PERMITS.length)] ?? PERMITS[0];
  return {
    ...sides(subject, at),
    title,
    kind,
    certificate,
    content,
    day,
    number: numberOf(WORDS.permitNumber, day, at),
    certificateNumber: `JY990100${String(at).padStart(7, "0")}`,
    until: `${Number(day.slice(0, 4)) + 5}${day.slice(4, 8)}01`,
    state: WORDS.valid,
  };
}

function penaltyCells(at: number, subject: number, chance: (bound: number) => number): Cells {
  const day = dayFrom(chance);
  const [offence, facts, basis] = OFFENCES[chance(OFFENCES.length)] ?? OFFENCES[0];
  const yuan = chance(4) === 0 ? 0 : 500 * (1 + chance(60));
  return {
    ...sides(subject, at),
    offence,
    facts,
    basis,
    day,
    number: numberOf(WORDS.penaltyNumber, day, at),
    kind: yuan === 0 ? WORDS.warning : WORDS.fine,
    content: yuan === 0 ? WORDS.warned : WORDS.fined.replace("{yuan}", String(yuan)),
    fine: yuan === 0 ? "" : String(yuan / 10_000),
    until: `${Number(day.slice(0, 4)) + 1}${day.slice(4, 8)}01`,
    severity: SEVERITIES[chance(SEVERITIES.length)] ?? "",
  };
}

function* inParts(head: readonly string[], rows: Iterable<string>): Generator<Buffer> {
  let pending = `${head.join(",")}\n`;
  let held = 0;
  for (const row of rows) {
    pending += row;
    held += 1;
    if (held < rowsPerPart) continue;
    yield Buffer.from(pending);
    pending = "";
    held = 0;
  }
  if (pending !== "") yield Buffer.from(pending);
}

/** What a 双公示 file holds. */
export interface DualWish {
  readonly entry: "permit" | "penalty";
  readonly rows: number;
  readonly subjects: number;
  readonly seed: number;
}

function* dualRows({ entry, rows, subjects, seed }: DualWish, columns: readonly Column[]): Generator<string> {
  const chance = chanceFrom(seed);
  const make = entry === "permit" ? permitCells : penaltyCells;
  for (let at = 0; at < rows; at += 1) {
    const cells = make(at, chance(subjects), chance);
    yield `${columns.map(([, key]) => cells[key] ?? "").join(",")}\n`;
  }
}

/** A file of one department as CSV in UTF-8, with the heads of the 2018 standard. No cell needs quotes. */
export function dualPublicityCsv(wish: DualWish): Generator<Buffer> {
  const columns = wish.entry === "permit" ? PERMIT_COLUMNS : PENALTY_COLUMNS;
  return inParts(
    columns.map(([head]) => head),
    dualRows(wish, columns),
  );
}

function* registerRows(rows: number): Generator<string> {
  const chance = chanceFrom(11);
  for (let at = 0; at < rows; at += 1)
    yield `${nameAt(at)},${codeAt(at)},${dayFrom(chance)},${WORDS.province},${WORDS.place}\n`;
}

/** A register with invented enterprises, in the layout `registry-slim`. */
export function registerCsv(rows: number): Generator<Buffer> {
  return inParts(REGISTER_HEADS, registerRows(rows));
}
