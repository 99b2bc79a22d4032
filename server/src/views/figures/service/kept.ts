// Answers that are kept for a while, so that a crowd that asks for the same costs one reading.

/** What is asked for, and of which state of things: an answer of another version serves nobody any more. */
export interface KeptKey {
  readonly key: string;
  readonly version: string;
}

export interface Keeping<T> {
  /** Answers at most; those under way are kept beside them. */
  readonly max: number;
  /** How long an answer serves, in milliseconds from its end. */
  readonly lagMs: number;
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number;
  /** False for answers that are cheap to make again and would only push others out. */
  readonly worth?: (made: T) => boolean;
}

interface Kept<T> {
  readonly version: string;
  readonly made: Promise<T>;
  /** Null while it is being made. */
  ended: number | null;
}

/**
 * What was made less than a while ago is handed out again, and what is being made is never begun a second time. When full,
 * the oldest answer goes and the others stay. A failure is not kept.
 */
export function keptFor<T>(keeping: Keeping<T>): (asked: KeptKey, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Kept<T>>();
  const serves = (one: Kept<T>): boolean => one.ended === null || keeping.now() - one.ended < keeping.lagMs;
  return ({ key, version }, make) => {
    const known = kept.get(key);
    if (known?.version === version && serves(known)) return known.made;
    kept.delete(key);
    const mine: Kept<T> = { version, made: make(), ended: null };
    kept.set(key, mine);
    const end = (made: T): void => {
      if (kept.get(key) !== mine) return;
      mine.ended = keeping.now();
      kept.delete(key);
      // Set anew, so that answers stand in the order in which they came.
      if (keeping.worth?.(made) !== false) kept.set(key, mine);
      dropOldest(kept, keeping.max);
    };
    mine.made.then(end, () => {
      if (kept.get(key) === mine) kept.delete(key);
    });
    return mine.made;
  };
}

function dropOldest<T>(kept: Map<string, Kept<T>>, max: number): void {
  const done = [...kept].filter(([, { ended }]) => ended !== null);
  for (const [key] of done.slice(0, Math.max(0, done.length - max))) kept.delete(key);
}
