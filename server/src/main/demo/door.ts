// The demo city's own door: the same application over the same records, by the clock of what arrives.
import type { Day } from "../../kernel/day.ts";
import { dayOfInstant } from "../../kernel/day.ts";
import { createMetrics } from "../../platform/observability/metrics.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { createWorker } from "../../records/ingest/index.ts";
import { createApp } from "../app.ts";
import type { Foundations } from "../app.ts";
import { openArrivalClock } from "./arrival-clock.ts";
import type { Send } from "./send.ts";
import { windowOf } from "./window.ts";

export interface DemoDoor {
  readonly send: Send;
  /** Waits for the batches that are under way. */
  readonly close: () => Promise<void>;
}

/** The law of each day on which something arrives. Where it was the same on the first day as today, it is read once. */
function lawOf(foundations: Foundations, day: Day): (day: Day) => PolicySnapshot {
  const today = foundations.currentPolicy();
  const isOne = foundations.policyAt(dayOfInstant(windowOf(day).baseAt)).hash === today.hash;
  return isOne ? () => today : foundations.policyAt;
}

/** Opens the door of a city that stands on a day. What comes through it is received when it says, never after now. */
export function openDemoDoor(foundations: Foundations, day: Day): DemoDoor {
  const { clock, during } = openArrivalClock(foundations.clock);
  const policyAt = lawOf(foundations, day);
  const ports = { ...foundations.ingest.ports, clock, policyAt };
  const worker = createWorker(ports);
  const app = createApp({ ...foundations, clock, policyAt, metrics: createMetrics(), ingest: { ports, worker } });
  return { send: (request, at) => during(at, () => app.fetch(request)), close: () => worker.stop() };
}
