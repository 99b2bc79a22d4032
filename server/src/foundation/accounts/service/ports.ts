import type { Clock } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";

/** Keyed digest of the legal representative whom the register names for an enterprise; null while it does not say. */
export type RepresentativeOf = (tx: Tx, enterprise: string) => Promise<Buffer | null>;

/** What signing in stands on. */
export interface AccountPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  /** Origin of the public address; where requests of our own pages come from, whatever Host they name. */
  readonly publicUrl: string;
  /** Where the register is known; mandates lapse when it changes. */
  readonly representativeOf?: RepresentativeOf;
}
