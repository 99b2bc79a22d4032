// Queries as people type them, drawn from real names in an order that repeats itself, each with those it means.
import { foldName } from "../../server/src/kernel/fold.ts";
import { chanceFrom } from "../generated.ts";
import { abbreviationDrawer, parted } from "./abbreviations.ts";
import { codesWhere } from "./names.ts";
import type { Drawer, Drawn, Names } from "./names.ts";
import type { RealRegister, RealSubject } from "./register.ts";
import { COMES_AND_GOES, SOUND_NAME } from "./text.ts";
import { dressed } from "./wear.ts";

export const kinds = ["full name", "code", "former name", "as handed in", "short name", "abbreviation"] as const;
export type Kind = (typeof kinds)[number];

/** Of 300. */
const shares: Readonly<Record<Kind, number>> = {
  "full name": 50,
  code: 40,
  "former name": 60,
  "as handed in": 30,
  "short name": 40,
  abbreviation: 80,
};

export interface JudgedQuery extends Drawn {
  readonly kind: Kind;
}

/** More fits than this and nobody could say which subject is meant: such a query is not drawn. */
const meantMax = 10;
const triesMax = 200_000;

/**
 * Draws the judged set: `part` of 300 queries. Misspellings are not among them: search does not guess.
 * @throws Error when the register gives too few of a kind.
 */
export function drawQueries(register: RealRegister, part = 1): readonly JudgedQuery[] {
  const names: Names = register.subjects.flatMap(({ code, name, former }) =>
    [name, former ?? ""].filter(Boolean).map((one) => [foldName(one), code] as const),
  );
  return kinds.flatMap((kind, seed) => {
    const { from, drawer } = sourceOf(kind, register, names);
    const chance = chanceFrom(1000 + seed);
    const wanted = Math.round(shares[kind] * part);
    const drawn = new Map<string, JudgedQuery>();
    for (let tries = 0; drawn.size < wanted; tries += 1) {
      if (tries === triesMax) throw new Error(`only ${drawn.size} queries of ${kind}`);
      const subject = from[chance(from.length)];
      const query = subject === undefined ? null : drawer(subject, drawn.size);
      if (query === null || query.meant.length === 0 || query.meant.length > meantMax) continue;
      drawn.set(query.text, { kind, ...query });
    }
    return [...drawn.values()];
  });
}

interface Source {
  readonly from: readonly RealSubject[];
  readonly drawer: Drawer;
}

function sourceOf(kind: Kind, register: RealRegister, names: Names): Source {
  const { subjects, handedIn } = register;
  if (kind === "full name") return { from: subjects, drawer: fullName(names) };
  if (kind === "code") return { from: subjects, drawer: codePart(subjects) };
  if (kind === "former name") return { from: handedIn.filter(hadSoundName), drawer: formerName(names) };
  if (kind === "as handed in") return { from: handedIn, drawer: asHandedIn(names) };
  if (kind === "short name") return { from: subjects, drawer: shortName(register, names) };
  return { from: subjects, drawer: abbreviationDrawer(register, names) };
}

function fullName(names: Names): Drawer {
  return ({ name }, at) => {
    const text = dressed(name, at);
    return text === null ? null : { text, meant: codesWhere(names, (one) => one === foldName(name)) };
  };
}

type CodeQuery = (code: string) => readonly [text: string, passes: (code: string) => boolean];

const codeQueries: readonly CodeQuery[] = [
  (code) => [code.toLowerCase(), (one) => one === code],
  (code) => [`${code.slice(0, 2)} ${code.slice(2, 8)} ${code.slice(8)}`, (one) => one === code],
  (code) => [code.slice(0, 14), (one) => one.startsWith(code.slice(0, 14))],
  (code) => [`${code.slice(8, 16)}-${code.slice(16, 17)}`, (one) => one.slice(8, 17) === code.slice(8, 17)],
  (code) => [code.slice(2, 15), (one) => one.slice(2, 15) === code.slice(2, 15)],
  (code) => [code.slice(-8), (one) => one.endsWith(code.slice(-8))],
];

function codePart(subjects: readonly RealSubject[]): Drawer {
  return ({ code }, at) => {
    const [text, passes] = codeQueries[at % codeQueries.length]?.(code) ?? [code, (one: string) => one === code];
    return { text, meant: subjects.filter((one) => passes(one.code)).map((one) => one.code) };
  };
}

const hadSoundName = ({ former }: RealSubject): boolean => former !== null && SOUND_NAME.test(former);

/** Two in three as they stood, the others without their form. */
function formerName(names: Names): Drawer {
  return ({ former }, at) => {
    const folded = foldName(former ?? "");
    if (at % 3 !== 2) return { text: former ?? "", meant: codesWhere(names, (one) => one === folded) };
    const text = plain(folded);
    return text.length < 4 ? null : { text, meant: codesWhere(names, (one) => one.includes(text)) };
  };
}

/** A name without what is written or left out as it comes. */
function plain(folded: string): string {
  return folded.replace(COMES_AND_GOES, "");
}

/** Handed in with another mark, bracket or form than the register has, and the same but for that. */
function asHandedIn(names: Names): Drawer {
  const byPlain = new Map<string, Set<string>>();
  for (const [folded, code] of names) {
    const codes = byPlain.get(plain(folded)) ?? new Set();
    byPlain.set(plain(folded), codes.add(code));
  }
  return (row) => {
    const given = "given" in row && typeof row.given === "string" ? row.given : "";
    const folded = foldName(given);
    const isKnown = folded === foldName(row.name) || folded === foldName(row.former ?? "");
    const meant = byPlain.get(plain(folded)) ?? new Set();
    return isKnown || !meant.has(row.code) ? null : { text: given, meant: [...meant] };
  };
}

/** A trade name alone: those that bear it behind their area are meant, not those in whose names it happens to stand. */
function shortName(register: RealRegister, names: Names): Drawer {
  const bearers = new Map<string, Set<string>>();
  for (const [folded, code] of names) {
    const trade = parted(folded, register)?.trade;
    if (trade !== undefined) bearers.set(trade, (bearers.get(trade) ?? new Set()).add(code));
  }
  return ({ name }) => {
    const trade = parted(foldName(name), register)?.trade;
    return trade === undefined ? null : { text: trade, meant: [...(bearers.get(trade) ?? [])] };
  };
}
