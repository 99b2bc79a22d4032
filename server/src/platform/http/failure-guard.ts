// Guesses of a secret cost whoever guesses, not the database: failures are counted by the address that they come from.
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { RateLimit, RateLimiter } from "./rate-limit.ts";

/** An office may stand behind one address; a guess of 256 bits does not come nearer by one in five seconds. */
export const FAILURES: RateLimit = { burst: 60, perSecond: 0.2 };
/** So many proofs are remembered that held, and as many that did not. */
const PROOFS_MAX = 10_000;
const WRONG_MS = 60_000;

/** A proof that somebody shows, such as a token's digest. */
export interface Shown {
  /** Who pays when it does not hold, e.g. an address; null for whoever is not counted. */
  readonly caller: string | null;
  readonly proof: string;
}

export interface FailureGuard {
  /**
   * Asks `examine` whether a proof holds, unless too many of the caller's did not: then refuses
   * `http.too-many-failures`. One that held before is always examined, whatever others behind the same address do; one
   * that did not is refused as it was, unexamined and uncounted, for a minute. `unauthenticated` alone is a failure.
   */
  readonly check: <T>(shown: Shown, examine: () => Promise<Outcome<T>>) => Promise<Outcome<T>>;
}

interface Wrong {
  readonly outcome: Outcome<never>;
  readonly untilMs: number;
}

/** @param nowMs the monotonic clock of `limiter`, in milliseconds. */
export function createFailureGuard(limiter: RateLimiter, nowMs: () => number): FailureGuard {
  const held = new Map<string, true>();
  const wrong = new Map<string, Wrong>();

  /** Whether the caller may have one more proof examined; it is paid for now and given back when it holds. */
  function pay(caller: string): Outcome<void> {
    const verdict = limiter.take(caller, FAILURES);
    if (verdict.allowed) return granted(undefined);
    const values = { seconds: verdict.retrySeconds };
    return refused({ code: "http.too-many-failures", kind: "too-many", values });
  }

  async function examineOnce<T>(proof: string, examine: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const outcome = await examine();
    if (outcome.ok || outcome.refusal.kind !== "unauthenticated") {
      remember(held, proof, true);
    } else {
      held.delete(proof);
      remember(wrong, proof, { outcome, untilMs: nowMs() + WRONG_MS });
    }
    return outcome;
  }

  return {
    async check(shown, examine) {
      const { caller, proof } = shown;
      if (caller === null) return examine();
      const before = wrong.get(proof);
      if (before !== undefined && nowMs() < before.untilMs) return before.outcome;
      if (held.has(proof)) return examineOnce(proof, examine);
      const paid = pay(caller);
      if (!paid.ok) return paid;
      const outcome = await examineOnce(proof, examine);
      if (held.has(proof)) limiter.giveBack(caller, FAILURES);
      return outcome;
    },
  };
}

/** The newest last; the one that was not met for longest is forgotten. */
function remember<T>(known: Map<string, T>, proof: string, value: T): void {
  known.delete(proof);
  known.set(proof, value);
  const oldest = known.size > PROOFS_MAX ? known.keys().next() : undefined;
  if (oldest?.done === false) known.delete(oldest.value);
}
