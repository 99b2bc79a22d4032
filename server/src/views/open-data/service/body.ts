// A file on its way: pieces as fast as the caller takes them, and an end to callers who do not.

/** How slowly a file may be taken. */
export interface Pace {
  /** Longest wait for the next piece to be taken, in milliseconds. */
  readonly silenceMs: number;
  /** Waiting that is overlooked, in milliseconds in all, before the mean is judged. */
  readonly graceMs: number;
  /** Fewest bytes a second over the time that was spent waiting. */
  readonly bytesPerSecond: number;
  /** Longest time for the whole file, in milliseconds: what is in it must not go on leaving long after its moment. */
  readonly totalMs: number;
}

/** A snapshot keeps the database from clearing up, and a slot from others. */
export const usualPace: Pace = { silenceMs: 20_000, graceMs: 30_000, bytesPerSecond: 64 * 1024, totalMs: 600_000 };

export type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;

/** Measures how long the caller lets us wait. */
interface Waiting {
  /** We have something, the caller has not taken it yet; `gaveUp` is called when that lasts too long. */
  readonly begin: (gaveUp: () => void) => void;
  readonly end: () => void;
  /** @param bytes handed over so far. */
  readonly isTooLong: (bytes: number) => boolean;
}

function measureWaiting(pace: Pace): Waiting {
  let totalMs = 0;
  let since: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  return {
    begin: (gaveUp) => {
      since = performance.now();
      timer = setTimeout(gaveUp, pace.silenceMs);
    },
    end: () => {
      clearTimeout(timer);
      if (since !== null) totalMs += performance.now() - since;
      since = null;
    },
    isTooLong: (bytes) => totalMs > pace.graceMs && (bytes * 1000) / totalMs < pace.bytesPerSecond,
  };
}

/**
 * The pieces as a stream that is pulled, never pushed. `close` is called however it ends, perhaps twice: written out, cut
 * by the caller, failed, or taken too slowly; the latter two break the stream, so that half a file is never taken for a
 * whole one.
 */
export function bodyOf(
  pieces: Pieces,
  close: () => Promise<void>,
  pace: Pace = usualPace,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const waiting = measureWaiting(pace);
  const until = performance.now() + pace.totalMs;
  let bytes = 0;
  const end = async (): Promise<void> => {
    waiting.end();
    try {
      await pieces.return();
    } finally {
      await close();
    }
  };
  const wait = (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>): void =>
    waiting.begin(() => {
      controller.error(new Error("open-data: nobody takes the file"));
      end().catch(() => undefined);
    });
  const handOn = async (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>): Promise<void> => {
    if (waiting.isTooLong(bytes)) throw new Error("open-data: the file is taken too slowly");
    if (performance.now() >= until) throw new Error("open-data: the file took too long");
    const next = await pieces.next();
    if (next.done === true) {
      await end();
      controller.close();
      return;
    }
    bytes += next.value.length;
    controller.enqueue(next.value);
    wait(controller);
  };
  return new ReadableStream(
    {
      start: wait,
      pull: async (controller) => {
        waiting.end();
        try {
          await handOn(controller);
        } catch (error) {
          await end().catch(() => undefined);
          throw error;
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
