import type { Account } from "../../../foundation/accounts/index.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import type { LineIssue } from "../rules/page.ts";

export interface Submission {
  readonly provider: string;
  readonly entry: string;
  readonly mapping: string;
}

/** A batch that was opened and holds nothing yet. */
export interface OpenedBatch {
  readonly batch: string;
  /** Sends the whole of it and says which batch stands for these bytes: an earlier one where they came before. */
  readonly send: (lines: readonly string[]) => Promise<Outcome<string>>;
}

/** What a batch came to. `receiving`: it was never whole, and nothing of it stands. */
export interface SettledBatch {
  readonly state: "receiving" | "done" | "failed" | "withdrawn";
  readonly failure: string | null;
  /** Rows that ended as skipped; the issues do not name them. */
  readonly skipped: number;
}

/** The gate through which every row enters, whoever brings it. */
export interface Gate {
  readonly open: (account: Account, request: Submission) => Promise<Outcome<OpenedBatch>>;
  /** Waits for the batch's end, at most `ms`; undefined when it is still being worked at. */
  readonly settle: (batch: string, ms: number) => Promise<SettledBatch | undefined>;
  /** Every issue of a batch, in its order. */
  readonly issues: (batch: string) => Promise<readonly LineIssue[]>;
}

/** What the connectors stand on; handed in once by `main`. */
export interface ConnectorPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly gate: Gate;
  /** The enabled account of a login; undefined when there is none. */
  readonly accountOf: (login: string) => Promise<Account | undefined>;
}
