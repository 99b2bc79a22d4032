// Readings that are kept for a while, so that a crowd that asks for the same costs one reading.

/** What is asked for, and of which state of things: a reading of another version serves nobody any more. */
export interface KeptKey {
  readonly key: string;
  readonly version: string;
}

export interface Keeping<T> {
  /**
   * For how long a reading serves, in milliseconds from its end: while one is under way nobody begins it again, however
   * long it takes. What is handed out is therefore at most as old as the reading took, and so much more.
   */
  readonly lagMs: number;
  /** Finished readings at most, 1 unless said; those under way are kept beside them. */
  readonly max?: number;
  /** False for what is cheap to read again and would only push others out. */
  readonly worth?: (read: T) => boolean;
  /** A clock in milliseconds that only goes forward: a frozen day must not freeze what is read on it. The machine's. */
  readonly nowMs?: () => number;
}

/** Hands out what is kept under a key and version, or what `read` brings. */
export type KeptReadings<T> = (asked: KeptKey, read: () => Promise<T>) => Promise<T>;

interface Kept<T> {
  readonly version: string;
  readonly reading: Promise<T>;
  /** Null while it is under way. */
  endedMs: number | null;
}

/**
 * Keeps readings, for what concerns nobody in particular and may lag. Whoever comes while one is under way waits for it;
 * when full, the one that ended longest ago goes. A reading that fails is not kept: its own reader gets the fault, those
 * who waited for it read once more, one for all, so that a fault of one is not a fault of all.
 */
export function keepReadings<T>(keeping: Keeping<T>): KeptReadings<T> {
  const { lagMs, max = 1, worth = () => true, nowMs = () => performance.now() } = keeping;
  const kept = new Map<string, Kept<T>>();
  const serves = ({ endedMs }: Kept<T>): boolean => endedMs === null || nowMs() - endedMs < lagMs;
  const begin = ({ key, version }: KeptKey, read: () => Promise<T>): Promise<T> => {
    const mine: Kept<T> = { version, reading: read(), endedMs: null };
    kept.set(key, mine);
    const end = (worthKeeping: boolean): void => {
      if (kept.get(key) !== mine) return;
      mine.endedMs = nowMs();
      kept.delete(key);
      // Set anew, so that readings stand in the order in which they ended.
      if (worthKeeping) kept.set(key, mine);
      dropOldest(kept, max);
    };
    mine.reading.then(
      (value) => end(worth(value)),
      () => end(false),
    );
    return mine.reading;
  };
  const ask = async (asked: KeptKey, read: () => Promise<T>, again: boolean): Promise<T> => {
    const known = kept.get(asked.key);
    if (known?.version !== asked.version || !serves(known)) return begin(asked, read);
    return again ? known.reading.catch(() => ask(asked, read, false)) : known.reading;
  };
  return (asked, read) => ask(asked, read, true);
}

function dropOldest<T>(kept: Map<string, Kept<T>>, max: number): void {
  const done = [...kept].filter(([, { endedMs }]) => endedMs !== null);
  for (const [key] of done.slice(0, Math.max(0, done.length - max))) kept.delete(key);
}
