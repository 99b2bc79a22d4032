import type { Database, Tx } from "../../../platform/database/pool.ts";

/** A read transaction that outlives the call that opened it: everything read in it is of one moment. */
export interface Snapshot {
  readonly tx: Tx;
  /** Gives the connection back, its cursors closed; may be called more than once. */
  readonly close: () => Promise<void>;
}

/** Opens one. Whoever opens it must close it, whatever happens. */
export async function openSnapshot(db: Database): Promise<Snapshot> {
  const opened = Promise.withResolvers<Tx>();
  const over = Promise.withResolvers<void>();
  const running = db.read(async (tx) => {
    opened.resolve(tx);
    await over.promise;
  });
  running.catch(opened.reject);
  return {
    tx: await opened.promise,
    close: () => {
      over.resolve();
      return running;
    },
  };
}
