import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { SignedIn } from "../rules.ts";
import { publicPart, rowOfToken } from "./account.ts";
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
