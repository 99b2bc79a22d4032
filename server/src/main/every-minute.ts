// Work that is due by the clock: asked for every minute, one round at a time.

const MINUTE_MS = 60_000;

export interface EveryMinute {
  /** Begins no further round, and resolves when the running one has ended. */
  stop(): Promise<void>;
}

/** Runs a round now and every minute; one that takes longer lets the next one wait for its own turn. Never throws. */
export function everyMinute(round: () => Promise<void>, onFault: (error: unknown) => void): EveryMinute {
  let running: Promise<void> | undefined;
  const begin = (): void => {
    running ??= round()
      .catch(onFault)
      .finally(() => (running = undefined));
  };
  begin();
  const timer = setInterval(begin, MINUTE_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
