import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";

/** What signing in stands on. */
export interface AccountPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  /** Origin of the public address; where requests of our own pages come from, whatever Host they name. */
  readonly publicUrl: string;
}
