// Gives what changed its place and carries it to whoever must hear of it, several times a second.
import type { Database } from "../platform/database/pool.ts";
import { sequenceChanges } from "../records/statements/index.ts";
import { carryWithdrawals } from "../views/withdrawals/index.ts";

/** From the end of a round to the next one. */
const PAUSE_MS = 200;

export interface Sequencing {
  /** Begins no further round, and resolves when the running one has ended. */
  stop(): Promise<void>;
}

/** Any number of processes may do this: one does the work, the others find nothing to do. Never throws. */
export function startSequencing(db: Database, onFault: (error: unknown) => void): Sequencing {
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, PAUSE_MS).unref();
    });
  const run = async (): Promise<void> => {
    while (!stopped) {
      await sequenceChanges(db)
        .then(() => carryWithdrawals(db))
        .catch(onFault);
      if (!stopped) await pause();
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}
