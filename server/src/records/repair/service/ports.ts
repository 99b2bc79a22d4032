import type { Account } from "../../../foundation/accounts/index.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";

/** What the commands of repair stand on. */
export interface RepairPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly policyAt: (day: Day) => PolicySnapshot;
  /** Null where no working days are known: then no last day is told, and everything else goes on. */
  readonly calendar: WorkingCalendar | null;
  /** The mandate under which an account acts for its enterprise; refuses where it has lapsed or does not reach so far. */
  readonly mandateOf: (tx: Tx, by: Account, day: Day) => Promise<Outcome<string | null>>;
}
