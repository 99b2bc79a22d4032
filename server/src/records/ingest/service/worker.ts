import { loadBatch, openBatches } from "../store.ts";
import type { Batch } from "../rules/batch.ts";
import { discardUpload, processBatch } from "./process.ts";
import type { IngestPorts } from "./ports.ts";

/** Works batches off, a few at a time, in the order in which they became whole. */
export interface Worker {
  /** Begins or joins the processing of a batch; resolves with its end, or undefined when `ms` have passed before. */
  readonly settle: (batch: string, ms: number) => Promise<Batch | undefined>;
  /** Begins the processing of a batch, without waiting for it. */
  readonly begin: (batch: string) => void;
  /** Takes up what an earlier process left unfinished. */
  readonly resume: () => Promise<number>;
  /** Waits for what is running; nothing new is begun. */
  readonly stop: () => Promise<void>;
}

const atOnce = 2;
/** An upload that nobody went on with, or let through, for a week is given up; its spooled bytes go with its key. */
const abandonedMs = 7 * 86_400_000;
const pollMs = 500;

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

/** One worker a server process. Batches of one source wait for each other in the database; two sources run side by side. */
export function createWorker(ports: IngestPorts): Worker {
  const running = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let stopped = false;

  async function work(batch: string): Promise<void> {
    if (busy >= atOnce) await new Promise<void>((resolve) => void waiting.push(resolve));
    busy += 1;
    try {
      if (!stopped) await processBatch(ports, batch);
    } catch (error) {
      ports.onFault({ batch, error });
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  }

  function begin(batch: string): Promise<void> {
    const known = running.get(batch);
    if (known !== undefined) return known;
    const started = work(batch).finally(() => running.delete(batch));
    running.set(batch, started);
    return started;
  }

  async function settle(batch: string, ms: number): Promise<Batch | undefined> {
    const until = performance.now() + ms;
    for (;;) {
      await Promise.race([begin(batch), pause(Math.max(1, until - performance.now()))]);
      const now = await ports.db.read((tx) => loadBatch(tx, batch));
      if (now === undefined || now.state !== "processing") return now;
      if (performance.now() >= until || stopped) return undefined;
      // Another process is at it, or a fault ended this run: ask again shortly.
      await pause(pollMs);
    }
  }

  return {
    settle,
    begin: (batch) => void begin(batch),
    resume: async () => {
      const open = await ports.db.read((tx) => openBatches(tx));
      const left = open.filter((one) => one.state === "processing");
      for (const { batch } of left) void begin(batch);
      const oldest = ports.clock.now() - abandonedMs;
      for (const { batch, state, since } of open) {
        if (state !== "processing" && since.getTime() < oldest)
          await discardUpload(ports, batch, "ingest.upload-abandoned");
      }
      return left.length;
    },
    stop: async () => {
      stopped = true;
      await Promise.all(running.values());
    },
  };
}
