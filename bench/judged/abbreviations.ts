// Abbreviations made out of real names: an area and a trade name, without the district, the industry or both.
import { foldName } from "../../server/src/kernel/fold.ts";
import { codesWhere } from "./names.ts";
import type { Drawer, Names } from "./names.ts";
import { bareArea } from "./register.ts";
import type { RealRegister } from "./register.ts";
import { COMPANY, COMPANY_END } from "./text.ts";

/** A name taken apart by lists of areas and of short names. */
interface Parted {
  readonly areas: readonly string[];
  readonly trade: string;
  readonly industry: string;
}

const areaMax = 11;
const areasMax = 3;
const tradeMax = 4;

function longestIn(words: ReadonlySet<string>, text: string, most: number): string {
  for (let length = Math.min(most, text.length); length >= 2; length -= 1) {
    if (words.has(text.slice(0, length))) return text.slice(0, length);
  }
  return "";
}

/** Null where the name does not begin with an area and a known short name, or is no company's. */
export function parted(folded: string, { areas: known, shortNames }: RealRegister): Parted | null {
  if (!COMPANY_END.test(folded)) return null;
  let rest = folded.replace(COMPANY_END, "");
  const areas: string[] = [];
  for (let area = longestIn(known, rest, areaMax); area !== "" && areas.length < areasMax;) {
    areas.push(area);
    rest = rest.slice(area.length);
    area = longestIn(known, rest, areaMax);
  }
  const trade = longestIn(shortNames, rest, tradeMax);
  return areas.length === 0 || trade === "" ? null : { areas, trade, industry: rest.slice(trade.length) };
}

/** Pieces in the order in which they must stand in a name; the text is what lies in `typed`. */
interface Shortened {
  readonly typed: string;
  readonly orders: readonly (readonly string[])[];
}

type Shortener = (parts: Parted) => Shortened | null;

const inOneOrder = (pieces: readonly string[], form = ""): Shortened => ({
  typed: pieces.join("") + form,
  orders: [[...pieces, form]],
});

const shorteners: readonly Shortener[] = [
  // Area and trade name, where a mark or a district stands between.
  ({ areas: [first = "", second], trade }) =>
    second === undefined && bareArea(first) === first ? null : inOneOrder([bareArea(first), trade]),
  // Area, trade name and form, without the industry.
  ({ areas: [first = ""], trade, industry }) =>
    industry.length < 2 ? null : inOneOrder([bareArea(first), trade], COMPANY),
  // Area, trade name and the end of the industry.
  ({ areas: [first = ""], trade, industry }) =>
    industry.length < 4 ? null : inOneOrder([bareArea(first), trade, industry.slice(-2)]),
];

const placed = /^(.{2,8})\((.{2,4})\)(.{2,12})$/u;

/** A name with its place in brackets, typed with the place first and no brackets. */
function placeFirst(folded: string, { areas }: RealRegister): Shortened | null {
  const [, before = "", place = "", behind = ""] = placed.exec(folded) ?? [];
  if (!areas.has(place)) return null;
  const form = COMPANY_END.exec(behind)?.[0] ?? "";
  const pieces = [place, before, behind.slice(0, behind.length - form.length), form];
  return { typed: pieces.join(""), orders: [pieces, [before, `(${place})`, behind]] };
}

/** Draws the four sorts of abbreviation in turns. All subjects are meant in whose names the pieces stand in order. */
export function abbreviationDrawer(register: RealRegister, names: Names): Drawer {
  return ({ name }, at) => {
    const folded = foldName(name);
    const sort = at % (shorteners.length + 1);
    const shorten = shorteners[sort];
    const parts = shorten === undefined ? null : parted(folded, register);
    const short = shorten === undefined ? placeFirst(folded, register) : parts === null ? null : shorten(parts);
    if (short === null) return null;
    const meant = codesWhere(names, (one) => short.orders.some((pieces) => inOrder(one, pieces)));
    return { text: short.typed, meant };
  };
}

function inOrder(name: string, pieces: readonly string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = name.indexOf(piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return true;
}
