import { dayOfInstant } from "../../kernel/day.ts";
import type { Clock } from "../../platform/clock.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import type { Moment } from "./rules.ts";

/** What tells a moment: a clock, and the policy in force by it. */
export interface Present {
  readonly clock: Clock;
  readonly policy: () => PolicySnapshot;
}

/** Now, for a whole answer. */
export function momentOf({ clock, policy }: Present): Moment {
  const now = clock.now();
  return { now, today: dayOfInstant(now), policy: policy() };
}
