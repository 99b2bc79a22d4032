import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { FailureGuard } from "../../../platform/http/failure-guard.ts";
import type { SignedIn } from "../rules.ts";
import { hashToken, isToken, publicPart, rowOfToken } from "./account.ts";
import type { Admission } from "./account.ts";

/**
 * Who holds a bearer token, for a request. The token is shown anew with each request, so that counts as a proof of this
 * moment, unless the account was asked for a better one (`expireStepUp`). Refuses `accounts.unknown-token`,
 * `accounts.disabled`, `accounts.frozen`.
 */
export async function signInByToken(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  token: string,
  admission: Admission,
): Promise<Outcome<SignedIn>> {
  const row = await db.read((tx) => rowOfToken(tx, token, admission));
  if (!row.ok) return row;
  const steppedUpAt = row.value.stepUpFrom === null ? new Date(clock.now()) : null;
  return granted({ ...publicPart(row.value), via: "token", session: null, client: null, steppedUpAt });
}

/** A token that a request shows, and who pays when it is wrong: a key of its address, or null. */
export interface ShownToken {
  readonly token: string;
  readonly admission: Admission;
  readonly caller: string | null;
}

/**
 * `signInByToken` behind a guard: the database is not asked about a text that is no token, nor about the tokens of an
 * address that has shown too many wrong ones. Refuses what that refuses, and `http.too-many-failures`.
 */
export async function signInGuarded(
  ports: { readonly db: Database; readonly clock: Clock; readonly guard: FailureGuard },
  { token, admission, caller }: ShownToken,
): Promise<Outcome<SignedIn>> {
  if (!isToken(token)) return refused({ code: "accounts.unknown-token", kind: "unauthenticated" });
  const proof = hashToken(token).toString("base64");
  return ports.guard.check({ caller, proof }, () => signInByToken(ports, token, admission));
}
