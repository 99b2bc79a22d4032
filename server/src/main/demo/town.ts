// The demo city's register: who there is, since when, under which names.
import { addDays, addMonths, daysBetween } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { demoCast } from "./cast.ts";
import type { CastMember } from "./cast.ts";
import { codeOf, letteredBody, numericBody } from "./codes.ts";
import { DEPARTMENTS, GROUP_PAIRS, REGISTER_REGIONS, SUBJECT_COUNTS } from "./departments.ts";
import type { SubjectGroup } from "./departments.ts";
import { nameFor, renamed } from "./names.ts";
import type { NameWish } from "./names.ts";
import { randomFrom } from "./random.ts";
import type { Random } from "./random.ts";

/** A subject of the demo city. */
export interface DemoSubject {
  readonly uscc: string;
  readonly group: SubjectGroup;
  readonly region: string;
  /** Short name of the department that registers it. */
  readonly registrar: string;
  readonly registeredOn: Day;
  /** Its names in order, each from its day on; the first from registration. */
  readonly names: readonly { readonly name: string; readonly from: Day }[];
  readonly scope: string;
  readonly isCast: boolean;
}

export interface Town {
  readonly subjects: readonly DemoSubject[];
  /** Subjects that departments decide about, the busiest first; the others have nothing. */
  readonly active: readonly DemoSubject[];
  /** Departments that send, as `providers.yaml` names them. */
  readonly departments: ReadonlyMap<
    string,
    { readonly uscc: string; readonly zh: string; readonly entries: readonly string[] }
  >;
}

export interface TownWish {
  readonly today: Day;
  readonly seed: string;
  readonly scale: number;
  readonly providers: readonly { readonly uscc: string; readonly zh: string; readonly entries: readonly string[] }[];
}

const YEARS = 6;
const OLDEST_MONTHS = 240;
const RENAMED = 0.04;
const RENAMED_TWICE = 0.2;
const ACTIVE = 0.62;
const UNSOUND = 5;

/** The first day of the years that the demo covers. */
export function firstDay(today: Day): Day {
  return addMonths(today, -12 * YEARS);
}

/** The name that a subject bore on a day. */
export function nameOn(subject: DemoSubject, day: Day): string {
  let name = subject.names[0]?.name ?? "";
  for (const one of subject.names) if (one.from <= day) name = one.name;
  return name;
}

function dayBetween(from: Day, to: Day, random: Random): Day {
  return addDays(from, random.below(Math.max(1, daysBetween(from, to))));
}

/** Four in five are older than the six years; nobody is younger than two months. */
function registrationDay(today: Day, random: Random): Day {
  const first = firstDay(today);
  return random.chance(0.8)
    ? dayBetween(addMonths(today, -OLDEST_MONTHS), first, random)
    : dayBetween(first, addMonths(today, -2), random);
}

interface Making {
  readonly wish: TownWish;
  readonly random: Random;
  readonly taken: Set<string>;
  made: number;
}

function freshName(making: Making, propose: () => string): string {
  for (;;) {
    const name = propose();
    if (making.taken.has(name)) continue;
    making.taken.add(name);
    return name;
  }
}

function namesOf(making: Making, first: { name: string; from: Day; mayChange: boolean }): DemoSubject["names"] {
  const { random, wish } = making;
  const names = [{ name: first.name, from: first.from }];
  const times = first.mayChange && random.chance(RENAMED) ? 1 + Number(random.chance(RENAMED_TWICE)) : 0;
  let from = first.from;
  for (let time = 0; time < times; time += 1) {
    from = addDays(dayBetween(from, addMonths(wish.today, -1), random), 1);
    names.push({ name: freshName(making, () => renamed(first.name, random)), from });
  }
  return names;
}

function makeSubject(making: Making, registrar: string, group: SubjectGroup): DemoSubject {
  const { random, wish } = making;
  const index = making.made;
  making.made += 1;
  const region = REGISTER_REGIONS[registrar] ?? (random.chance(0.18) ? "990121" : "990100");
  const pairs = GROUP_PAIRS[group];
  const pair = pairs[index % pairs.length] ?? "91";
  const registeredOn = registrationDay(wish.today, random);
  const isOld = registeredOn < "2015-10-01";
  const body = isOld
    ? numericBody(group === "organ" ? "0" : "7", index)
    : letteredBody(random.pick(["1", "2", "5", "7", "A", "B"]), index);
  const isOrganisationUnsound = !isOld && group === "enterprise" && index % 900 === 17 && index < UNSOUND * 900;
  const nameWish: NameWish = { group, region, pair };
  let scope = "";
  const name = freshName(making, () => {
    const naming = nameFor(nameWish, random);
    scope = naming.scope;
    return naming.name;
  });
  return {
    uscc: codeOf({ pair, region, body, isOrganisationUnsound }),
    group,
    region,
    registrar,
    registeredOn,
    scope,
    isCast: false,
    names: namesOf(making, { name, from: registeredOn, mayChange: group === "enterprise" }),
  };
}

function castSubject(member: CastMember, today: Day): DemoSubject {
  const registeredOn = addMonths(today, -98);
  const isKnown = member.uscc === demoCast.known.uscc;
  const names = isKnown
    ? [
        { name: demoCast.known.formerName, from: registeredOn },
        { name: member.name, from: addMonths(today, -26) },
      ]
    : [{ name: member.name, from: registeredOn }];
  const group = member.uscc.startsWith("92") ? "shop" : "enterprise";
  return {
    uscc: member.uscc,
    group,
    region: member.uscc.slice(2, 8),
    registrar: "market",
    registeredOn,
    names,
    scope: "",
    isCast: true,
  };
}

function castSubjects(today: Day): DemoSubject[] {
  const { provisional: _unregistered, twins, ...others } = demoCast;
  return [...Object.values(others), ...twins].map((one) => castSubject(one, today));
}

/** The departments themselves stand in the register too, as organs and institutions. */
function departmentSubjects(wish: TownWish): DemoSubject[] {
  return wish.providers.map(({ uscc, zh }) => {
    const registeredOn = addMonths(wish.today, -180);
    const group = uscc.startsWith("12") ? "institution" : uscc.startsWith("11") ? "organ" : "union";
    return {
      uscc,
      group,
      region: uscc.slice(2, 8),
      registrar: "staffing",
      registeredOn,
      names: [{ name: zh, from: registeredOn }],
      scope: "",
      isCast: true,
    };
  });
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const [a, b] = [result[at], result[other]];
    if (a !== undefined && b !== undefined) [result[at], result[other]] = [b, a];
  }
  return result;
}

/** Builds the register. The same wish gives the same city. */
export function makeTown(wish: TownWish): Town {
  const random = randomFrom(`${wish.seed} town`);
  const fixed = [...castSubjects(wish.today), ...departmentSubjects(wish)];
  const making: Making = {
    wish,
    random,
    taken: new Set(fixed.flatMap((one) => one.names.map(({ name }) => name))),
    made: 0,
  };
  const subjects = [...fixed];
  const known = new Map(wish.providers.map((one) => [one.uscc, one]));
  const departments = new Map(
    Object.entries(DEPARTMENTS).flatMap(([id, { uscc }]) => {
      const provider = known.get(uscc);
      return provider === undefined ? [] : [[id, provider] as const];
    }),
  );
  for (const [registrar, group, count] of SUBJECT_COUNTS) {
    if (!departments.has(registrar)) continue;
    for (let made = 0; made < Math.max(3, Math.round(count * wish.scale)); made += 1)
      subjects.push(makeSubject(making, registrar, group));
  }
  const others = subjects.filter((one) => !one.isCast && one.group !== "organ" && one.group !== "village");
  const active = shuffled(others, random).slice(0, Math.ceil(others.length * ACTIVE));
  return { subjects, active, departments };
}
