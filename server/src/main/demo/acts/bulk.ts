// A department's acts over some time: spread over the days, unevenly over the subjects.
import { addDays, daysBetween } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { randomFrom } from "../random.ts";
import type { Random } from "../random.ts";
import type { RowOf } from "../table.ts";
import { officeDay } from "../window.ts";
import type { Week } from "../window.ts";
import type { DemoSubject } from "../town.ts";
import type { Actor, RowMaker } from "./act.ts";

export interface BulkWish {
  /** Subjects to decide about, the busiest first. */
  readonly pool: readonly DemoSubject[];
  readonly actor: Actor;
  readonly entry: string;
  readonly count: number;
  readonly make: RowMaker;
  /** Acts fall on days from `from` up to, and without, `until`. */
  readonly from: Day;
  readonly until: Day;
  /** The weeks of the span in which there are acts; without them, all. */
  readonly weeks?: readonly Week[];
  /** The first running number of each year. */
  readonly numberFrom: number;
  /** The first running number of the first year, where another file holds those before it. */
  readonly goesOnFrom?: number;
  readonly today: Day;
  readonly seed: string;
}

const SKEW = 1.7;
const WEEKEND_DAYS = 2;
const OFFICE_DAYS = 5;
/** Entries whose rows are told apart by subject and day or year alone: each row gets a subject of its own. */
const ONE_EACH = new Set(["abnormal-operation", "honour", "rating", "serious-list", "judgment-debtor"]);
/** A prime above any pool, so that it is coprime to each. */
const STRIDE = 7_368_787;

/** A power law over the subjects; half of the draws go by the department's own order of them. */
function drawPlace(size: number, random: Random, shift: number): number {
  const rank = Math.floor(size * random.next() ** SKEW);
  return random.chance(0.5) ? rank : (rank * STRIDE + shift) % size;
}

/** Nothing is decided about a subject before it is registered: the next one in the list takes its place. */
function registeredBy(pool: readonly DemoSubject[], place: number, day: Day): DemoSubject {
  for (let step = 0; step < pool.length; step += 1) {
    const subject = pool[(place + step) % pool.length];
    if (subject !== undefined && subject.registeredOn <= day) return subject;
  }
  throw new RangeError("nobody to decide about");
}

/** A day by its share of the span, 0 to 1: an office day, unless the span begins on a weekend. */
function dayAt({ from, until, weeks }: BulkWish, share: number): Day {
  if (weeks !== undefined) {
    const place = Math.floor(share * weeks.length * OFFICE_DAYS);
    const week = weeks[Math.floor(place / OFFICE_DAYS)];
    if (week !== undefined) return addDays(week.from, WEEKEND_DAYS + (place % OFFICE_DAYS));
  }
  const day = officeDay(addDays(from, Math.floor(share * daysBetween(from, until))));
  return day < from ? from : day;
}

/** Days ascend, and the running numbers with them. The same wish gives the same rows. */
export function* bulkRows(wish: BulkWish): Generator<RowOf> {
  const { actor, entry, count, from, today } = wish;
  const isOneEach = ONE_EACH.has(entry);
  const pool = isOneEach ? wish.pool.filter((subject) => subject.registeredOn <= from) : wish.pool;
  if (pool.length === 0) return;
  const random = randomFrom(`${wish.seed} ${actor.id} ${entry} ${wish.numberFrom} ${wish.goesOnFrom ?? ""}`);
  const shift = random.below(pool.length);
  let year = "";
  let number = 0;
  for (let row = 0; row < count; row += 1) {
    const day = dayAt(wish, (row + random.next()) / count);
    if (!day.startsWith(year) || year === "") {
      number = year === "" ? (wish.goesOnFrom ?? wish.numberFrom) : wish.numberFrom;
      year = day.slice(0, 4);
    }
    const place = isOneEach ? (row + shift) % pool.length : drawPlace(pool.length, random, shift);
    yield wish.make({ actor, subject: registeredBy(pool, place, day), day, number, today, random });
    number += 1;
  }
}
