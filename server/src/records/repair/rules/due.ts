// By which day what must follow, in working days. Nothing is refused by silence: what is late is late, and says so.
import { addDays, addWorkingDays, workingDaysBetween } from "../../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import type { RepairTerms } from "../../../policy/repair.ts";
import type { State } from "./application.ts";

export interface Due {
  readonly kind: "accept" | "decide";
  /** Last day, to 24:00. */
  readonly until: Day;
  /** Working days after today through the last one; 0 on the last day, negative when it has passed. Null: not covered. */
  readonly left: number | null;
  readonly overdue: boolean;
}

export interface Reckoning {
  readonly terms: RepairTerms;
  /** Null where no working days are known: then no last day is told. */
  readonly calendar: WorkingCalendar | null;
  readonly day: Day;
}

interface Term {
  readonly kind: Due["kind"];
  readonly from: Day | null;
  readonly days: number | null;
}

function nextTerm({ phase, before, completeOn, acceptedOn, extended }: State, terms: RepairTerms): Term | null {
  const at = phase === "proposed" ? before : phase;
  if (at === "submitted") return { kind: "accept", from: completeOn, days: terms.accept };
  if (at !== "accepted") return null;
  const more = extended ? (terms.extension ?? 0) : 0;
  return { kind: "decide", from: acceptedOn, days: terms.decide === null ? null : terms.decide + more };
}

/** What the authority has to do next, and by when; null where it waits for nobody, or for the subject. */
export function nextDue(state: State, { terms, calendar, day }: Reckoning): Due | null {
  const term = nextTerm(state, terms);
  if (term === null || term.from === null || term.days === null || calendar === null) return null;
  const until = addWorkingDays(term.from, term.days, calendar);
  if (until === undefined) return null;
  return { kind: term.kind, until, left: workingDaysBetween(day, until, calendar) ?? null, overdue: day > until };
}

/** First day on which it is late. */
export function lateFrom(state: State, reckoning: Reckoning): Day | null {
  const due = nextDue(state, reckoning);
  return due === null ? null : addDays(due.until, 1);
}
