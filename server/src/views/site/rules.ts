import { addDays, dayOfInstant, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";

/** The moment of an answer: one day, one policy, whatever else is asked. */
export interface Moment {
  /** Unix milliseconds. */
  readonly now: number;
  readonly today: Day;
  readonly policy: PolicySnapshot;
}

/** What names the state that a published total follows from: what is kept holds for one day and one policy. */
export function versionOfDay({ today, policy }: Pick<Moment, "today" | "policy">): string {
  return `${today} ${policy.hash}`;
}

/** What everybody may see: judged on the present day, by the policy in force. */
export function publicDay({ today, policy }: Pick<Moment, "today" | "policy">): {
  readonly policy: PolicySnapshot;
  readonly day: Day;
  readonly today: Day;
} {
  return { policy, day: today, today };
}

/** Seconds until the legal day ends: nothing that depends on the day may be reused beyond. */
export function secondsOfDayLeft({ now, today }: Pick<Moment, "now" | "today">): number {
  return Math.max(0, Math.floor((startOfDay(addDays(today, 1)) - now) / 1000));
}

const offsetMs = 8 * 3_600_000;

/** An instant as `YYYY-MM-DD HH:mm` in Shanghai. */
export function timeOf(instant: number): string {
  return `${dayOfInstant(instant)} ${new Date(instant + offsetMs).toISOString().slice(11, 16)}`;
}

/** What stands around every page. `path` is path and query of the request, from the first slash. */
export interface Chrome {
  readonly siteName: string;
  readonly regionName: string;
  readonly official: boolean;
  readonly today: Day;
  /** YYYY-MM-DD HH:mm. */
  readonly generatedAt: string;
  /** Short form of the policy's hash or release. */
  readonly policyVersion: string;
  readonly large: boolean;
  readonly path: string;
}

/** The frame of a page made at a moment. */
export function chromeAt(
  { now, today, policy }: Moment,
  page: { readonly siteName: string; readonly large: boolean; readonly path: string },
): Chrome {
  return {
    ...page,
    regionName: policy.regionName,
    official: policy.official,
    today,
    generatedAt: timeOf(now),
    policyVersion: `${policy.region} / ${policy.hash.slice(0, 12)}`,
  };
}
