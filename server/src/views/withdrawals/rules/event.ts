// What a subscriber is told of a statement that it received. Each event says all that is true from then on.
import { dayOfInstant, daysBetween } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { MarkKind } from "../../../records/statements/index.ts";

export const EVENT_KINDS = ["ended", "restored", "corrected", "withdrawn", "marked", "unmarked"] as const;

/** Why an event was sent. What counts is its state. */
export type EventKind = (typeof EVENT_KINDS)[number];

/** Days, both inclusive, on which a statement must not be shown or used. */
export interface EndSpan {
  /** Null: from the beginning, as if it had never been. */
  readonly from: Day | null;
  /** Null: for good. */
  readonly through: Day | null;
}

/** All that is true of a received statement beside its term. */
export interface ReceivedState {
  readonly ends: readonly EndSpan[];
  readonly marks: readonly MarkKind[];
  /** What is contested is not published meanwhile. */
  readonly paused: boolean;
}

export interface FeedEvent extends ReceivedState {
  readonly position: number;
  /** 16 random bytes of the subscriber's own. */
  readonly ownId: Buffer;
  readonly at: Date;
  readonly kind: EventKind;
}

/** A statement whose last day is over: no row stands for it, it follows from the day. */
export interface Expiry {
  readonly ownId: Buffer;
  /** The last day on which it was to be shown. */
  readonly shownUntil: Day;
}

/** First day on which the event counts: of an end its first day, else the day of the decision; null: from the beginning. */
export function effectiveOf({ at, ends }: Pick<FeedEvent, "at" | "ends">): Day | null {
  const [first] = ends;
  return first === undefined ? dayOfInstant(at.getTime()) : first.from;
}

/** Whether a copy may be shown and used on a day. */
export function mayShow(copy: ReceivedState & { readonly shownUntil: Day | null }, day: Day): boolean {
  if (copy.paused || (copy.shownUntil !== null && copy.shownUntil < day)) return false;
  return !copy.ends.some(({ from, through }) => (from === null || from <= day) && (through === null || day <= through));
}

/** How far a subscriber has read: events below a place, and expiries through an own id of a day. */
export interface FeedPlace {
  readonly position: number;
  readonly expired: { readonly day: Day; readonly ownId: Buffer } | null;
}

export const feedBeginning: FeedPlace = { position: 0, expired: null };

/** Days since the oldest event without a receipt was decided. */
export function daysLate({ oldestAt }: { readonly oldestAt: Date }, today: Day): number {
  return daysBetween(dayOfInstant(oldestAt.getTime()), today);
}
