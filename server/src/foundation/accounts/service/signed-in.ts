import { dayOfInstant } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { FailureGuard } from "../../../platform/http/failure-guard.ts";
import type { SignedIn } from "../rules.ts";
import { hashToken, isToken, publicPart, rowOfToken } from "./account.ts";
import type { Admission } from "./account.ts";
import { mandateFor } from "./mandate.ts";
import type { AccountPorts } from "./ports.ts";

/** What signing in by token stands on. */
export type TokenPorts = Pick<AccountPorts, "db" | "clock" | "representativeOf">;

/**
 * Who holds a bearer token, for a request. The token is shown anew with each request, so that counts as a proof of this
 * moment, unless the account was asked for a better one (`expireStepUp`). Refuses `accounts.unknown-token`,
 * `accounts.disabled`, `accounts.frozen`, `accounts.mandate-lapsed`.
 */
export async function signInByToken(
  { db, clock, representativeOf }: TokenPorts,
  token: string,
  admission: Admission,
): Promise<Outcome<SignedIn>> {
  const now = clock.now();
  const row = await db.read(async (tx) => {
    const found = await rowOfToken(tx, token, admission);
    if (!found.ok || admission.allowLapsed === true) return found;
    const mandate = await mandateFor(tx, found.value, { day: dayOfInstant(now), representativeOf });
    return mandate.ok ? found : mandate;
  });
  if (!row.ok) return row;
  const steppedUpAt = row.value.stepUpFrom === null ? new Date(now) : null;
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
  ports: TokenPorts & { readonly guard: FailureGuard },
  { token, admission, caller }: ShownToken,
): Promise<Outcome<SignedIn>> {
  if (!isToken(token)) return refused({ code: "accounts.unknown-token", kind: "unauthenticated" });
  const proof = hashToken(token).toString("base64");
  return ports.guard.check({ caller, proof }, () => signInByToken(ports, token, admission));
}
