import type { Outcome } from "../../kernel/refusal.ts";
import type { Database, Tx } from "./pool.ts";

/** Carries a refusal out of a transaction, so that it rolls back; never leaves this file. */
class RolledBack<T> extends Error {
  readonly outcome: Outcome<T>;

  constructor(outcome: Outcome<T>) {
    super("refused");
    this.outcome = outcome;
  }
}

/** Runs a command in one transaction. A refusal found half-way leaves nothing behind and is returned. */
export async function inOneTransaction<T>(db: Database, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await db.write(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new RolledBack(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Outcome<T>;
    throw error;
  }
}
