import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { ATTEMPT_TERMS, secondsToWait } from "../rules/attempt.ts";
import { addAttempt, clearAttempts, forgetAttempts, takeBackAttempt } from "../store/attempt.ts";
import type { AccountPorts } from "./ports.ts";

/** Who tries. */
export interface Attempt {
  /** The login as it was typed; null where the way has none. */
  readonly login: string | null;
  /** As `addressKey` gives it; null for a request that came over no socket. */
  readonly address: string | null;
}

interface Counter {
  readonly bucket: Buffer;
  readonly limit: number;
}

type AttemptPorts = Pick<AccountPorts, "db" | "clock" | "keys">;

/** Keyed digests: the tables tell neither who tried nor from where. Always in the same order, so that none waits in a ring. */
function countersOf({ keys }: AttemptPorts, { login, address }: Attempt): readonly Counter[] {
  const counter = (word: string, limit: number): Counter => ({ bucket: keys.mac("accounts.attempt", word), limit });
  return [
    ...(login === null ? [] : [counter(`login ${login}`, ATTEMPT_TERMS.login)]),
    ...(address === null ? [] : [counter(`address ${address}`, ATTEMPT_TERMS.address)]),
  ].toSorted((a, b) => a.bucket.compare(b.bucket));
}

/**
 * Counts an attempt before it is looked at, for all processes together, so that many at once are not more than the
 * limit. Refuses `accounts.too-many-attempts`. Whoever succeeds calls `forgive`.
 */
export async function countAttempt(ports: AttemptPorts, attempt: Attempt): Promise<Outcome<void>> {
  const now = ports.clock.now();
  const when = { now: new Date(now), cutoff: new Date(now - ATTEMPT_TERMS.windowMs) };
  const waits = await ports.db.write(async (tx) => {
    await clearAttempts(tx, when.cutoff);
    const found: number[] = [];
    for (const { bucket, limit } of countersOf(ports, attempt)) {
      const seconds = secondsToWait(await addAttempt(tx, bucket, when), limit, now);
      if (seconds !== null) found.push(seconds);
    }
    return found;
  });
  if (waits.length === 0) return granted(undefined);
  const values = { seconds: Math.max(...waits), minutes: Math.ceil(Math.max(...waits) / 60) };
  return refused({ code: "accounts.too-many-attempts", kind: "too-many", values });
}

/** An attempt that succeeded: its login starts anew, and its address has one failure less. */
export async function forgive(ports: AttemptPorts, attempt: Attempt): Promise<void> {
  const [login] = countersOf(ports, { ...attempt, address: null });
  const [address] = countersOf(ports, { ...attempt, login: null });
  await ports.db.write(async (tx) => {
    if (address !== undefined) await takeBackAttempt(tx, address.bucket);
    if (login !== undefined) await forgetAttempts(tx, login.bucket);
  });
}
