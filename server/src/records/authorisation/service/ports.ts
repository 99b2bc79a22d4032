import type { Account } from "../../../foundation/accounts/index.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";

/** What the commands of authorisations stand on. */
export interface AuthorisationPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly policyAt: (day: Day) => PolicySnapshot;
  /** Name of the platform in its notes: host and port of its public address. */
  readonly origin: string;
  /**
   * The mandate under which an account acts for its enterprise on a day, null where it needs none (the legal
   * representative); refuses where it has lapsed or does not reach so far. Asked in the transaction of the command.
   */
  readonly mandateOf: (tx: Tx, by: Account, day: Day) => Promise<Outcome<string | null>>;
}
