// By which day what must follow, in working days. Nothing closes by itself: what is late is late, and says so.
import { addDays, addWorkingDays, workingDaysBetween } from "../../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import type { ObjectionTerms } from "../../../policy/objection.ts";
import { isOver } from "./objection.ts";
import type { State } from "./objection.ts";

export type DueKind = "accept" | "own-data" | "transfer" | "provider" | "total";

export interface Due {
  readonly kind: DueKind;
  /** Last day, to 24:00. */
  readonly until: Day;
  /** Working days after today through the last one; 0 on the last day, negative when it has passed. Null: not covered. */
  readonly left: number | null;
  readonly overdue: boolean;
}

export interface Reckoning {
  /** Null where no rule of the territory stands. */
  readonly terms: ObjectionTerms | null;
  readonly calendar: WorkingCalendar | null;
  /** Whether the platform's own organisation answers. */
  readonly own: boolean;
  readonly day: Day;
}

interface Term {
  readonly kind: DueKind;
  readonly from: Day | null;
  readonly days: number | null;
}

function nextTerm(state: State, { terms, own }: { readonly terms: ObjectionTerms; readonly own: boolean }): Term {
  const { filedOn, acceptedOn, forwardedOn } = state;
  if (acceptedOn === null) return { kind: "accept", from: filedOn, days: terms.accept };
  if (own) return { kind: "own-data", from: acceptedOn, days: terms.own };
  if (forwardedOn === null) return { kind: "transfer", from: acceptedOn, days: terms.transfer };
  const extension = state.extended ? (terms.extension ?? 0) : 0;
  const days = terms.provider === null ? null : terms.provider + extension;
  return { kind: "provider", from: forwardedOn, days };
}

function dueOf({ kind, from, days }: Term, { calendar, day }: Reckoning): Due | null {
  if (from === null || days === null || calendar === null) return null;
  const until = addWorkingDays(from, days, calendar);
  if (until === undefined) return null;
  const left = workingDaysBetween(day, until, calendar) ?? null;
  return { kind, until, left, overdue: day > until };
}

/** The term from filing to the end; null where none is set or reckoned, or where it has ended. */
export function totalDue(state: State, reckoning: Reckoning): Due | null {
  if (reckoning.terms === null || isOver(state)) return null;
  return dueOf({ kind: "total", from: state.filedOn, days: reckoning.terms.total }, reckoning);
}

/** The last day of what must come next: of its own term or of the whole, whichever is earlier. */
export function nextDue(state: State, reckoning: Reckoning): Due | null {
  const { terms, own } = reckoning;
  if (terms === null || isOver(state)) return null;
  const one = dueOf(nextTerm(state, { terms, own }), reckoning);
  const whole = totalDue(state, reckoning);
  if (one === null || whole === null) return one ?? whole;
  return whole.until < one.until ? whole : one;
}

/** First day on which what must follow is late; null where no term is known. */
export function lateFrom(state: State, reckoning: Reckoning): Day | null {
  const due = nextDue(state, reckoning);
  return due === null ? null : addDays(due.until, 1);
}
