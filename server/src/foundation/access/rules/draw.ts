// The nightly draw: which looks must be justified, and until when. Anyone can draw again once the seed is told.
import { hash } from "node:crypto";
import { addDays, addWorkingDays, dayOfInstant, startOfDay } from "../../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";

export const SEED_BYTES = 32;

const TEN_THOUSAND = 10_000n;
/** A day's looks may still land for as long as a statement may run; the seed is told when none can. */
const GRACE_MS = 10 * 60_000;

/** What is published before the day begins. */
export function seedHash(seed: Uint8Array): Buffer {
  return hash("sha256", seed, "buffer");
}

/**
 * The bound of a part of ten thousand, as nine bytes (a zero before eight): a look is drawn when a zero byte and the first
 * eight bytes of SHA-256(seed ‖ look) are below it.
 */
export function boundOf(perTenThousand: number): Buffer {
  const bound = Buffer.alloc(9);
  const part = (BigInt(perTenThousand) << 64n) / TEN_THOUSAND;
  bound.writeUInt8(Number(part >> 64n), 0);
  bound.writeBigUInt64BE(part & 0xffff_ffff_ffff_ffffn, 1);
  return bound;
}

/** Whether a look (16 bytes) is drawn: what the database computes for all looks of a day at once. */
export function isDrawn(seed: Uint8Array, look: Uint8Array, perTenThousand: number): boolean {
  const first = hash("sha256", Buffer.concat([seed, look]), "buffer").subarray(0, 8);
  return Buffer.compare(Buffer.concat([Buffer.of(0), first]), boundOf(perTenThousand)) < 0;
}

/** Days whose seed hash must stand by now: today's, late if it must be, and tomorrow's. */
export function daysToCommit(now: number): readonly Day[] {
  const today = dayOfInstant(now);
  return [today, addDays(today, 1)];
}

/** Whether a day is over for good, so that its seed may be told. */
export function isOver(day: Day, now: number): boolean {
  return now >= startOfDay(addDays(day, 1)) + GRACE_MS;
}

/** Whether a hash was published after its day had begun: such a draw proves less, and says so. */
export function isLate(day: Day, committedAt: Date): boolean {
  return committedAt.getTime() >= startOfDay(day);
}

/** The last day for a justification; null where the calendar does not reach so far: nothing is guessed. */
export function dueDay(drawnOn: Day, workingDays: number, calendar: WorkingCalendar | null): Day | null {
  return calendar === null ? null : (addWorkingDays(drawnOn, workingDays, calendar) ?? null);
}

/** open: nobody has said why · justified: waits for a second person · confirmed, rejected: by a second person. */
export type JustificationState = "open" | "justified" | "confirmed" | "rejected";

/** @param sound a second person's word; null without one. */
export function stateOf(reason: string | null, sound: boolean | null): JustificationState {
  if (reason === null) return "open";
  if (sound === null) return "justified";
  return sound ? "confirmed" : "rejected";
}

/** Whether a justification is owed and its day has passed. */
export function isOverdue(state: JustificationState, due: Day | null, today: Day): boolean {
  return state === "open" && due !== null && today > due;
}
