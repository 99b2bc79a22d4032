// Penalties that show, today, every state that the publicity clock knows.
import { addDays, addMonths, dayOf, daysInMonth } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Severity } from "./penalty.ts";

/** A penalty by the state that it shows today. Terms: general 12 months, serious 36, repair after 3 (Order 36 and before). */
export interface ClockCase {
  readonly state: string;
  readonly severity: Severity;
  readonly decidedOn: Day;
  readonly publicUntil?: Day;
}

const GENERAL = 12;
const SERIOUS = 36;
const LEAST = 3;

/** A day whose term of months ends exactly on `last`; undefined for the few days that no term reaches. */
export function decidedSoThatEnds(last: Day, months: number): Day | undefined {
  const near = addMonths(last, -months);
  return [0, 1, 2, 3].map((more) => addDays(near, more)).find((day) => addMonths(day, months) === last);
}

function ending(state: string, severity: Severity, at: { readonly last: Day; readonly months: number }): ClockCase[] {
  const decidedOn = decidedSoThatEnds(at.last, at.months);
  return decidedOn === undefined ? [] : [{ state, severity, decidedOn }];
}

/** The newest 29 February that is not after a day. */
function leapDay(today: Day): Day {
  for (let year = Number(today.slice(0, 4)); ; year -= 1) {
    const day = dayOf(year, 2, 29);
    if (day !== undefined && day <= today) return day;
  }
}

/** The newest last day of a long month whose least term ends in a shorter one. */
function monthEnd(today: Day): Day {
  for (let month = addMonths(today, -1); ; month = addMonths(month, -1)) {
    const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
    const last = dayOf(year, number, daysInMonth(year, number));
    if (last !== undefined && addMonths(last, LEAST).slice(8) !== last.slice(8)) return last;
  }
}

/** On either side of the days on which the rules changed, as far as they lie behind. */
function transitions(today: Day): ClockCase[] {
  const changes = ["2019-07-01", "2023-05-01", "2026-04-01"] as Day[];
  return changes
    .flatMap((day) => [addDays(day, -1), day])
    .filter((day) => day <= today)
    .flatMap((decidedOn) =>
      (["general", "serious"] as const).map((severity) => ({ state: `transition-${decidedOn}`, severity, decidedOn })),
    );
}

/** Every state, for penalties received today. */
export function clockCases(today: Day): readonly ClockCase[] {
  const yesterday = addDays(today, -1);
  return [
    { state: "shown", severity: "general", decidedOn: addDays(today, -7) },
    { state: "shown-unclassified", severity: "unclassified", decidedOn: addDays(today, -8) },
    { state: "minor-not-shown", severity: "minor", decidedOn: addDays(today, -9) },
    { state: "simple-procedure", severity: "simple", decidedOn: addDays(today, -10) },
    ...ending("last-day-today", "general", { last: today, months: GENERAL }),
    ...ending("last-day-today", "serious", { last: today, months: SERIOUS }),
    ...ending("ended-yesterday", "general", { last: yesterday, months: GENERAL }),
    ...ending("ended-yesterday", "serious", { last: yesterday, months: SERIOUS }),
    ...ending("repairable-tomorrow", "general", { last: today, months: LEAST }),
    ...ending("repairable-today", "general", { last: yesterday, months: LEAST }),
    ...ending("repairable-tomorrow", "serious", { last: today, months: GENERAL }),
    { state: "already-repairable", severity: "general", decidedOn: addMonths(today, -6) },
    { state: "already-repairable", severity: "serious", decidedOn: addMonths(today, -30) },
    { state: "provider-end", severity: "general", decidedOn: addMonths(today, -2), publicUntil: addDays(today, 20) },
    { state: "provider-end-today", severity: "general", decidedOn: addMonths(today, -2), publicUntil: today },
    { state: "leap-day", severity: "serious", decidedOn: leapDay(today) },
    { state: "month-end", severity: "general", decidedOn: monthEnd(today) },
    ...transitions(today),
  ];
}
