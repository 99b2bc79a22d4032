// One reading for everybody who asks for the same at the same time, and for a short while after.

export interface KeptOptions {
  /** For how long a reading serves, in milliseconds from its beginning. */
  readonly lagMs: number;
  /** A monotonic clock in milliseconds: a frozen day must not freeze what is read on it. */
  readonly nowMs: () => number;
}

interface Kept<T> {
  readonly key: string;
  readonly atMs: number;
  readonly value: Promise<T>;
}

/**
 * Keeps the newest reading, for what concerns nobody in particular and may lag. Whoever comes while it is under way
 * waits for it instead of reading again. A reading that fails is not kept: those who waited for it read again, one for
 * all, so that a fault of one is not a fault of all; its own reader gets the fault.
 * @returns how to ask: `key` names what the reading depends on, the day for one; another key reads anew.
 */
export function keepReading<T>({ lagMs, nowMs }: KeptOptions): (key: string, read: () => Promise<T>) => Promise<T> {
  let kept: Kept<T> | undefined;
  const ask = async (key: string, read: () => Promise<T>): Promise<T> => {
    const atMs = nowMs();
    if (kept !== undefined && kept.key === key && atMs - kept.atMs < lagMs) {
      const shared = kept;
      return shared.value.catch(() => {
        if (kept === shared) kept = undefined;
        return ask(key, read);
      });
    }
    const mine: Kept<T> = { key, atMs, value: read() };
    kept = mine;
    mine.value.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return mine.value;
  };
  return ask;
}
