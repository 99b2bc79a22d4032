// The clock of the demo's own door: what was sent in May is received in May.
import { AsyncLocalStorage } from "node:async_hooks";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Clock } from "../../platform/clock.ts";

/** A clock that shows, within a piece of work, the moment at which that work is said to happen. */
export interface ArrivalClock {
  readonly clock: Clock;
  /** Does something at an instant (Unix milliseconds); null, and what is still to come, is the present. */
  readonly during: <T>(at: number | null, work: () => T) => T;
}

/** Two files may be under way at once: each carries its own moment, so that neither is received at the other's. */
export function openArrivalClock(present: Pick<Clock, "now">): ArrivalClock {
  const moments = new AsyncLocalStorage<number>();
  const now = (): number => Math.min(moments.getStore() ?? Infinity, present.now());
  return {
    clock: { now, today: () => dayOfInstant(now()) },
    during: (at, work) => moments.run(at ?? Infinity, work),
  };
}
