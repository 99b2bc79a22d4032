import type { Outcome } from "../../kernel/refusal.ts";
import { pauseAfter } from "./rules/page.ts";
import type { ConnectorSource } from "./rules/source.ts";
import type { ConnectorPorts } from "./service/ports.ts";
import { runConnector } from "./service/run.ts";
import type { RunReport } from "./service/run.ts";

/** What is told of each run; never a row, an address or a password. */
export interface RunTold {
  readonly connector: string;
  /** A lawful no or the report; undefined where a fault of our own ended the run. */
  readonly outcome: Outcome<RunReport> | undefined;
  readonly error?: unknown;
}

export interface ConnectorSchedule {
  readonly ports: ConnectorPorts;
  readonly sources: readonly ConnectorSource[];
  readonly onRun: (told: RunTold) => void;
}

export interface Connectors {
  /** Begins nothing new and waits for what is running; a page under way is left to the next start. */
  readonly stop: () => Promise<void>;
}

function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, seconds * 1000);
    timer.unref();
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    if (signal.aborted) done();
    else signal.addEventListener("abort", done, { once: true });
  });
}

async function runOnce(
  schedule: ConnectorSchedule,
  source: ConnectorSource,
  options: { signal: AbortSignal; look: boolean },
): Promise<boolean> {
  try {
    const outcome = await runConnector(schedule.ports, source, options);
    schedule.onRun({ connector: source.id, outcome });
    return outcome.ok;
  } catch (error) {
    schedule.onRun({ connector: source.id, outcome: undefined, error });
    return false;
  }
}

async function keepRunning(schedule: ConnectorSchedule, source: ConnectorSource, signal: AbortSignal): Promise<void> {
  let failures = 0;
  for (let runs = 0; !signal.aborted; runs += 1) {
    const isWell = await runOnce(schedule, source, { signal, look: runs === 0 });
    failures = isWell ? 0 : failures + 1;
    await wait(pauseAfter(source.every, failures), signal);
  }
}

/** Runs each connector at once and then on its schedule, with longer pauses after failures. Servers share them by lock. */
export function startConnectors(schedule: ConnectorSchedule): Connectors {
  const ending = new AbortController();
  const running = schedule.sources.map((source) => keepRunning(schedule, source, ending.signal));
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(running);
    },
  };
}
