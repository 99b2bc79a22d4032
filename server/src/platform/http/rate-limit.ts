// A token bucket a caller, kept in this process and bounded in number.
import type { Context } from "hono";
import { refusePage } from "./http-app.ts";
import type { HttpEnv } from "./http-app.ts";

/** `burst` requests at once, refilled at `perSecond`. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * A person reading, with room for a household or an office behind one address: a page costs one request, and thirty
 * seconds of nothing give the whole burst back.
 */
export const VISITOR: RateLimit = { burst: 240, perSecond: 8 };
/** A program with an account: departments send and ask in bulk. */
export const ACCOUNT: RateLimit = { burst: 2000, perSecond: 200 };

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
  /** Undoes one `take` that was let through. */
  readonly giveBack: (key: string, limit: RateLimit) => void;
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
    giveBack(key, limit) {
      const known = buckets.get(key);
      if (known !== undefined) known.tokens = Math.min(limit.burst, known.tokens + 1);
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next();
  if (oldest.done !== true) buckets.delete(oldest.value);
}

/** Who pays for a request, under which policy, and how much he may ask; null lets it through uncounted. */
export interface Caller {
  readonly key: string;
  /** Lower-case word that names the policy to the caller; says nothing of who he is. */
  readonly policy: string;
  readonly limit: RateLimit;
}

export type CallerOf = (c: Context<HttpEnv>) => Promise<Caller | null>;

/** The fields of draft-ietf-httpapi-ratelimit-headers: so many in so many seconds, so many left, whole again in so many. */
function rateFields({ policy, limit }: Caller, verdict: RateVerdict): readonly (readonly [string, string])[] {
  const seconds = Math.ceil(limit.burst / limit.perSecond);
  return [
    ["ratelimit-policy", `"${policy}";q=${limit.burst};w=${seconds}`],
    ["ratelimit", `"${policy}";r=${verdict.remaining};t=${verdict.resetSeconds}`],
  ];
}

/** Middleware: counts each request on its caller and says in RateLimit fields what is left; 429 with Retry-After. */
export function limitRate(limiter: RateLimiter, callerOf: CallerOf) {
  return async (c: Context<HttpEnv>, next: () => Promise<void>): Promise<Response | undefined> => {
    const caller = await callerOf(c);
    if (caller === null) {
      await next();
      return undefined;
    }
    const verdict = limiter.take(caller.key, caller.limit);
    const fields = rateFields(caller, verdict);
    if (verdict.allowed) {
      await next();
      for (const [name, value] of fields) c.res.headers.set(name, value);
      return undefined;
    }
    const values = { seconds: verdict.retrySeconds };
    const response = await refusePage(c, { code: "http.too-many", kind: "too-many", values });
    for (const [name, value] of fields) response.headers.set(name, value);
    return response;
  };
}
