import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import type { Spool } from "../../../platform/storage/spool.ts";
import type { Day } from "../../../kernel/day.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";

/** What the ingest commands stand on; handed in once by `main`. */
export interface IngestPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly spool: Spool;
  /** The law as it stood on a day. */
  readonly policyAt: (day: Day) => PolicySnapshot;
  /** Name of this platform in receipts. */
  readonly origin: string;
  /** Where a fault of our own is reported; never sees a row. */
  readonly onFault: (fault: { readonly batch: string; readonly error: unknown }) => void;
}
