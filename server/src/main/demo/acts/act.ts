// One act of one department about one subject, and what all rows about acts have in common.
import type { Day } from "../../../kernel/day.ts";
import type { Random } from "../random.ts";
import type { RowOf } from "../table.ts";
import { nameOn } from "../town.ts";
import type { DemoSubject } from "../town.ts";
import { PERSON_FAMILY, PERSON_GIVEN } from "../text.ts";
import { ACT_MARKS, COUNTERPARTS } from "./text.ts";
import type { DepartmentText } from "./text.ts";

/** The department that acts. */
export interface Actor {
  readonly id: string;
  readonly uscc: string;
  readonly zh: string;
  readonly text: DepartmentText;
}

/** What a row is made of. */
export interface Act {
  readonly actor: Actor;
  readonly subject: DemoSubject;
  readonly day: Day;
  /** Running number of the department's documents in the year. */
  readonly number: number;
  readonly today: Day;
  readonly random: Random;
}

/** Makes the row of an act. */
export type RowMaker = (act: Act) => RowOf;

export function isActMark(entry: string): entry is keyof typeof ACT_MARKS {
  return Object.hasOwn(ACT_MARKS, entry);
}

/** The number of a document in the department's own style. */
export function documentNo({ actor, day, number }: Act, entry: string): string {
  const act = ACT_MARKS[isActMark(entry) ? entry : "other"];
  const { short, style } = actor.text;
  return style
    .replace("{short}", short)
    .replace("{act}", act)
    .replace("{year}", day.slice(0, 4))
    .replace("{n}", String(number));
}

/** Name and code as on the day of the act. */
export function subjectOf({ subject, day }: Act): RowOf {
  return { subjectName: nameOn(subject, day), subjectCode: subject.uscc };
}

/** The columns of 双公示 that say whom and by whom. */
export function bothSides(act: Act): RowOf {
  const { actor, random, subject } = act;
  return {
    ...subjectOf(act),
    counterpart: subject.group === "shop" ? COUNTERPARTS.shop : COUNTERPARTS.organisation,
    representative: random.pick(PERSON_FAMILY) + random.pick(PERSON_GIVEN),
    authority: actor.zh,
    authorityCode: actor.uscc,
    sourceUnit: actor.zh,
    sourceUnitCode: actor.uscc,
  };
}

/** A part of a department's text that it must have to act so. Throws where the tables contradict each other. */
export function textOf<T>(part: T | undefined, actor: Actor): T {
  if (part === undefined) throw new TypeError(`department ${actor.id} has no words for this act`);
  return part;
}
