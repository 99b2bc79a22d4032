// How often a sign-in may fail before it is refused unread: for one login, and from one address.

export const ATTEMPT_TERMS = {
  /** Failures are counted over so long, from the first. */
  windowMs: 15 * 60_000,
  login: 10,
  /** An office may stand behind one address. */
  address: 60,
} as const;

/** A counter after the present attempt was added to it. */
export interface Counted {
  readonly failures: number;
  readonly since: Date;
}

/** Seconds to wait, or null where the attempt may be read. */
export function secondsToWait({ failures, since }: Counted, limit: number, now: number): number | null {
  if (failures <= limit) return null;
  return Math.max(1, Math.ceil((since.getTime() + ATTEMPT_TERMS.windowMs - now) / 1000));
}
