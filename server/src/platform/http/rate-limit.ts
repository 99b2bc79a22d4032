// A token bucket a caller, kept in this process and bounded in number.
import type { Context } from "hono";
import { refuse } from "./http-app.ts";
import type { HttpEnv } from "./http-app.ts";

/** `burst` requests at once, refilled at `perSecond`. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

export interface RateVerdict {
  readonly allowed: boolean;
  /** Whole requests left at this moment. */
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly resetSeconds: number;
  /** Seconds until the next request would be let through; 0 when it is. */
  readonly retrySeconds: number;
}

export interface RateLimiter {
  readonly take: (key: string, limit: RateLimit) => RateVerdict;
  readonly size: () => number;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

/**
 * @param maxKeys callers remembered; beyond it the one that has been quiet longest is forgotten, so that a flood
 * of addresses costs bounded memory.
 * @param nowMs a monotonic clock in milliseconds.
 */
export function createRateLimiter(maxKeys: number, nowMs: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    size: () => buckets.size,
    take(key, limit) {
      const now = nowMs();
      const known = buckets.get(key);
      const refilled = known === undefined ? limit.burst : known.tokens + ((now - known.atMs) / 1000) * limit.perSecond;
      const before = Math.min(limit.burst, refilled);
      const allowed = before >= 1;
      const tokens = allowed ? before - 1 : before;
      buckets.delete(key);
      buckets.set(key, { tokens, atMs: now });
      if (buckets.size > maxKeys) forgetOldest(buckets);
      return {
        allowed,
        remaining: Math.floor(tokens),
        resetSeconds: Math.ceil((limit.burst - tokens) / limit.perSecond),
        retrySeconds: allowed ? 0 : Math.ceil((1 - tokens) / limit.perSecond),
      };
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next();
  if (oldest.done !== true) buckets.delete(oldest.value);
}

/** Who pays for a request and how much he may ask; null lets it through uncounted. */
export type CallerOf = (c: Context<HttpEnv>) => Promise<{ readonly key: string; readonly limit: RateLimit } | null>;

/** Middleware: counts each request on its caller and says in RateLimit-* headers what is left. */
export function limitRate(limiter: RateLimiter, callerOf: CallerOf) {
  return async (c: Context<HttpEnv>, next: () => Promise<void>): Promise<Response | undefined> => {
    const caller = await callerOf(c);
    if (caller === null) {
      await next();
      return undefined;
    }
    const verdict = limiter.take(caller.key, caller.limit);
    const said: readonly (readonly [string, number])[] = [
      ["ratelimit-limit", caller.limit.burst],
      ["ratelimit-remaining", verdict.remaining],
      ["ratelimit-reset", verdict.resetSeconds],
    ];
    if (verdict.allowed) {
      await next();
      for (const [name, value] of said) c.res.headers.set(name, String(value));
      return undefined;
    }
    const response = refuse(c, { code: "http.too-many", kind: "too-many", values: { seconds: verdict.retrySeconds } });
    for (const [name, value] of said) response.headers.set(name, String(value));
    response.headers.set("retry-after", String(verdict.retrySeconds));
    return response;
  };
}
