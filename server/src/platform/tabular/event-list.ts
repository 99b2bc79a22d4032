import type { TabularEvent } from "./table.ts";

const BATCH = 1000;

/** Collects events and hands them out in batches of at most 1,000. */
export class EventList {
  #events: TabularEvent[] = [];

  push(event: TabularEvent): void {
    this.#events.push(event);
  }

  /** Full batches; with `rest` also what remains. */
  take(rest = false): TabularEvent[][] {
    const events = this.#events;
    const batches: TabularEvent[][] = [];
    let at = 0;
    for (; at + BATCH <= events.length; at += BATCH) batches.push(events.slice(at, at + BATCH));
    if (rest && at < events.length) {
      batches.push(events.slice(at));
      at = events.length;
    }
    if (at > 0) this.#events = events.slice(at);
    return batches;
  }
}
