// What happens by itself: months ahead, places in the log, hourly roots, the watch, the nightly draw.
import { addMonths, dayOfInstant, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { Keys } from "../../platform/keys/keys.ts";
import { drawLooks } from "./service/draw.ts";
import type { DrawPorts } from "./service/draw.ts";
import { sequenceLooks } from "./service/sequence.ts";
import type { SequencePorts } from "./service/sequence.ts";
import { watchLooks } from "./service/watch.ts";
import { forgetDays, makeMonth } from "./store/looks.ts";

export interface AccessJobPorts extends SequencePorts, DrawPorts {
  readonly keys: Keys;
  /** Hears of a job that failed; the others run all the same. */
  readonly onFault: (job: string, error: unknown) => void;
}

export interface AccessJobs {
  /** Does what is due at an instant (Unix milliseconds). Called every minute by every process; doing it twice changes nothing. */
  tick(now: number): Promise<void>;
}

/** Months that have their partition before they begin. */
const MONTHS_AHEAD = 2;
const DAY_MS = 86_400_000;

export function createAccessJobs(ports: AccessJobPorts): AccessJobs {
  const jobs: readonly (readonly [name: string, run: (now: number) => Promise<void>])[] = [
    ["months", (now) => provideMonths(ports, now)],
    ["sequence", (now) => sequenceLooks(ports, now)],
    ["watch", (now) => watchLooks(ports, now)],
    ["draw", (now) => drawLooks(ports, now)],
    ["forget", forgetCounted(ports)],
  ];
  return {
    tick: async (now) => {
      for (const [name, run] of jobs) await run(now).catch((error: unknown) => ports.onFault(name, error));
    },
  };
}

async function provideMonths({ db }: AccessJobPorts, now: number): Promise<void> {
  const first = `${dayOfInstant(now).slice(0, 7)}-01` as Day;
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
    await db.write((tx) => makeMonth(tx, addMonths(first, ahead)));
  }
}

/** Subjects are counted for their day, refusals for the longest window of a rule: a day. Once a day, since it reads all. */
function forgetCounted({ db }: AccessJobPorts): (now: number) => Promise<void> {
  let done: Day | undefined;
  return async (now) => {
    const today = dayOfInstant(now);
    if (done === today) return;
    await db.write((tx) => forgetDays(tx, today, new Date(startOfDay(today) - DAY_MS)));
    done = today;
  };
}
