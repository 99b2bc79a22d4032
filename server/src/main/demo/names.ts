// Invented names for every group of subjects.
import type { SubjectGroup } from "./departments.ts";
import type { Random } from "./random.ts";
import {
  BRACKETS,
  BRAND_FIRST,
  BRAND_RARE,
  BRAND_SECOND,
  COOPERATIVE_TRADES,
  DISTRICTS,
  ENTERPRISE_FORMS,
  INDUSTRIES,
  INSTITUTION_WORDS,
  NAME_PARTS,
  ORGAN_WORDS,
  PLACE_WORDS,
  SHOP_OWNERS_MARK,
  SHOP_TRADES,
  SOCIAL_FORMS,
} from "./text.ts";

/** Where a subject is and what it does, as its name tells. */
export interface NameWish {
  readonly group: SubjectGroup;
  readonly region: string;
  readonly pair: string;
}

/** A name and the scope of business that fits it. */
export interface Naming {
  readonly name: string;
  readonly scope: string;
}

export function districtOf(region: string): (typeof DISTRICTS)[number] {
  return DISTRICTS.find((one) => one.region === region) ?? DISTRICTS[0];
}

function brand(random: Random): string {
  if (random.chance(0.012)) return random.pick(BRAND_RARE);
  const two = random.pick(BRAND_FIRST) + random.pick(BRAND_SECOND);
  return random.chance(0.12) ? two + random.pick(BRAND_SECOND) : two;
}

/** Names as registers hold them: the place in front or in brackets of either width, and now and then a branch. */
function enterprise(random: Random, place: string): Naming {
  const [industry, scope] = random.pick(INDUSTRIES);
  const form = random.pick(ENTERPRISE_FORMS);
  const word = brand(random);
  const turn = random.next();
  if (turn < 0.05) return { name: `${word}${BRACKETS[0]}${place}${BRACKETS[1]}${industry}${form}`, scope };
  if (turn < 0.07) return { name: `${word}(${place})${industry}${form}`, scope };
  if (turn < 0.09)
    return {
      name: `${place}${word}${industry}${form}${NAME_PARTS.branch.replace("{n}", String(1 + random.below(9)))}`,
      scope,
    };
  return { name: `${place}${word}${industry}${form}`, scope };
}

function shop(random: Random, place: string): Naming {
  const trade = random.pick(SHOP_TRADES);
  const owner = random.chance(0.5) ? random.pick(SHOP_OWNERS_MARK) : "";
  return { name: `${place}${owner}${brand(random)}${trade}`, scope: trade };
}

function numbered(random: Random, place: string, word: string): Naming {
  return {
    name: `${place}${random.pick(PLACE_WORDS)}${random.chance(0.7) ? random.pick(BRAND_SECOND) : ""}${word}`,
    scope: "",
  };
}

const MAKERS: Readonly<Record<SubjectGroup, (random: Random, place: string, pair: string) => Naming>> = {
  enterprise,
  shop,
  cooperative: (random, place) => ({
    name: `${place}${brand(random)}${random.pick(COOPERATIVE_TRADES)}${NAME_PARTS.cooperative}`,
    scope: "",
  }),
  institution: (random, place) => numbered(random, place, random.pick(INSTITUTION_WORDS)),
  organ: (random, place) => numbered(random, place, random.pick(ORGAN_WORDS)),
  social: (random, place, pair) => ({
    name: `${place}${brand(random)}${random.pick(INDUSTRIES)[0]}${SOCIAL_FORMS[pair as keyof typeof SOCIAL_FORMS]}`,
    scope: "",
  }),
  "law-firm": (random, place) => ({
    name: `${brand(random)}${BRACKETS[0]}${place}${BRACKETS[1]}${NAME_PARTS.lawFirm}`,
    scope: "",
  }),
  union: (random, place) => ({ name: enterprise(random, place).name + NAME_PARTS.union, scope: "" }),
  village: (random, place) => numbered(random, place, NAME_PARTS.village),
  collective: (random, place) => numbered(random, place, NAME_PARTS.collective),
};

/** A name for a subject of a group; the caller sees to it that no two are alike. */
export function nameFor(wish: NameWish, random: Random): Naming {
  return MAKERS[wish.group](random, districtOf(wish.region).zh, wish.pair);
}

/** Another name for a subject that was renamed: another brand, the same trade. */
export function renamed(name: string, random: Random): string {
  const city = name.indexOf(NAME_PARTS.city);
  const [industry] = random.pick(INDUSTRIES);
  const at = INDUSTRIES.find(([word]) => name.includes(word))?.[0] ?? industry;
  const tail = name.includes(at) ? name.slice(name.indexOf(at)) : at + ENTERPRISE_FORMS[0];
  const place = city === 0 ? DISTRICTS.toReversed().find((one) => name.startsWith(one.zh))?.zh : undefined;
  return `${place ?? NAME_PARTS.city}${brand(random)}${tail}`;
}
