// How long a browser stays signed in, and what it must show besides its cookie. Pure; instants are Unix milliseconds.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { SignedIn } from "../rules.ts";

const MINUTE = 60_000;

export const SESSION_TERMS = {
  /** Without a request for so long a session is over. */
  idleMs: 30 * MINUTE,
  /** A session is over after so long whatever was done in it. */
  absoluteMs: 12 * 60 * MINUTE,
  /** The number in the cookie is changed when it is older. */
  rotateMs: 15 * MINUTE,
  /** The number before is still good for so long: requests may have been under way. */
  graceMs: MINUTE,
  /** A request is noted as activity when the last noted one is older: not every request writes. */
  noteMs: MINUTE,
  /** A proof that it is still the same person counts for so long. */
  stepUpMs: 10 * MINUTE,
} as const;

/** Where a person proves anew that it is he. */
export const STEP_UP_PATH = "/sign-in/step-up";

/** A session's instants. */
export interface SessionTimes {
  readonly seenAt: Date;
  readonly rotatedAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
}

/** When a session ends by itself if nothing more is asked in it. */
export function idleEnd({ seenAt, endsAt }: Pick<SessionTimes, "seenAt" | "endsAt">): number {
  return Math.min(endsAt.getTime(), seenAt.getTime() + SESSION_TERMS.idleMs);
}

/**
 * `live`; `due`: live, and its number is old enough to be changed; `over`; `replayed`: somebody shows a number that was
 * changed long ago, so that two hold the cookie of one.
 * @param former whether the number before the present one was shown.
 */
export type SessionState = "live" | "due" | "over" | "replayed";

export function judgeSession(times: SessionTimes, { former, now }: { former: boolean; now: number }): SessionState {
  if (times.revokedAt !== null || now >= idleEnd(times)) return "over";
  const age = now - times.rotatedAt.getTime();
  if (former) return age > SESSION_TERMS.graceMs ? "replayed" : "live";
  return age >= SESSION_TERMS.rotateMs ? "due" : "live";
}

/** The last proof that counts: one from before the account was asked for a new one does not. */
export function countingStepUp(steppedUpAt: Date | null, from: Date | null): Date | null {
  return steppedUpAt !== null && (from === null || steppedUpAt > from) ? steppedUpAt : null;
}

/**
 * For dangerous acts: whether the person proved lately that it is he. Refuses `accounts.step-up`, which says where to
 * prove it. A token counts as shown anew with each request until the account was asked for a better proof.
 */
export function requireStepUp({ steppedUpAt }: Pick<SignedIn, "steppedUpAt">, now: number): Outcome<void> {
  const fresh = steppedUpAt !== null && now - steppedUpAt.getTime() <= SESSION_TERMS.stepUpMs;
  if (fresh) return granted(undefined);
  return refused({ code: "accounts.step-up", kind: "forbidden", values: { address: STEP_UP_PATH } });
}

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** What a browser says of where a request comes from, and the token that the page put into it. */
export interface Provenance {
  readonly method: string;
  /** `Sec-Fetch-Site`; browsers send it, and no page can forge it. */
  readonly site: string | undefined;
  readonly origin: string | undefined;
  readonly token: string | undefined;
}

/**
 * Whether a request that changes something was made by a page of ours: it comes from this site, and it bears the token
 * of the session. What only reads needs neither.
 */
export function isOurs(
  { method, site, origin, token }: Provenance,
  expected: { readonly origin: string; readonly isToken: (token: string) => boolean },
): boolean {
  if (SAFE.has(method)) return true;
  const fromHere = site === undefined ? origin === expected.origin : site === "same-origin";
  return fromHere && token !== undefined && expected.isToken(token);
}
