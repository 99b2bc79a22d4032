import { addDays, addMonths, lastDayOf } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { ListProcedure, ListTerm, Remedy } from "../../../policy/list-procedure.ts";

/** The term of a listing on one ground: the ground's own, else the list's. */
export function termOf(procedure: Pick<ListProcedure, "grounds" | "term">, ground: string): ListTerm | null {
  return procedure.grounds.get(ground)?.term ?? procedure.term;
}

/** Last day of a listing whose decision was served on a day, to 24:00; null where the term has no fixed end. */
export function validUntil(term: ListTerm | null, servedOn: Day, extensionMonths: number): Day | null {
  if (term === null || term.kind !== "months" || term.months === null) return null;
  return lastDayOf({ from: servedOn, months: term.months + extensionMonths, convention: "start-not-counted" });
}

/** First day on which so many full months have passed since a day: the day after the corresponding one (民法典 201–202). */
export function afterMonths(from: Day, months: number): Day {
  return addDays(lastDayOf({ from, months, convention: "start-not-counted" }), 1);
}

/** Last day of a remedy counted from service. */
export function remedyUntil(remedy: Pick<Remedy, "days" | "months">, servedOn: Day): Day {
  return remedy.months === null ? addDays(servedOn, remedy.days ?? 0) : addMonths(servedOn, remedy.months);
}
