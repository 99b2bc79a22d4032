import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { mayDo } from "../rules.ts";
import type { Account } from "../rules.ts";
import { mandateFor } from "./mandate.ts";
import type { MandateAsked } from "./mandate.ts";

/**
 * Whether an account may see what stands about its own organisation, asked in the snapshot that is read: a mandate that
 * has ended opens nothing any more. Refuses `accounts.role`, `accounts.mandate-lapsed`.
 */
export async function mayReadOwn(
  tx: Tx,
  by: Account,
  { day, representativeOf }: Pick<MandateAsked, "day" | "representativeOf">,
): Promise<Outcome<void>> {
  const allowed = mayDo({ account: by, command: "subject.own", provider: by.organisation });
  if (!allowed.ok) return allowed;
  const mandate = await mandateFor(tx, by, { day, scope: "own-record", representativeOf });
  return mandate.ok ? granted(undefined) : mandate;
}
