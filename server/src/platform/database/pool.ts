import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { typeParsers } from "./type-parsers.ts";

/** A SQL statement with a name of its own: prepared once a connection, planned once, sent by name afterwards. */
export interface Statement {
  /** Unique in the process, at most 63 bytes, e.g. `subject.find-by-code`. */
  readonly name: string;
  readonly text: string;
}

/**
 * One transaction. Values go out as parameters: Buffer as bytea, Date as timestamptz, arrays as SQL arrays, other objects
 * as JSON. They come back with bytea as Buffer, `date` as "YYYY-MM-DD", int8 as a safe number (else an error), numeric as
 * string, timestamptz as Date. Usable only until the work it was handed to has ended.
 */
export interface Tx {
  rows<R extends object>(statement: Statement, values?: readonly unknown[]): Promise<R[]>;
  /** Runs a command; resolves with the number of rows it touched. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>;
  /** Feeds `copy … from stdin` with encoded rows (see `copy.ts`); resolves with the number of rows. Writes only. */
  copyIn(statement: Statement, chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<number>;
}

export interface Database {
  /** One read-only snapshot (repeatable read) for everything that `work` asks. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One transaction (read committed: lock what a decision stands on). Commits when `work` resolves, rolls back when it
   * throws. A serialization failure or deadlock runs `work` again, at most three times: it must be repeatable.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs `work` while holding the cluster-wide lock `name`, on a connection that nothing else uses meanwhile; does not
   * wait for it. Throws when the connection, and with it the lock, was lost while `work` ran.
   */
  tryLock<T>(name: string, work: () => Promise<T>): Promise<Locked<T>>;
  close(): Promise<void>;
}

export type Locked<T> = { readonly locked: true; readonly value: T } | { readonly locked: false };

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** The role that every statement runs under, e.g. `xinheng_app`; without it the login's own. */
  readonly role?: string;
  /** Connections for reading, and as many again for writing. */
  readonly poolMax?: number;
  /** Longest single statement in milliseconds. */
  readonly statementTimeoutMs?: number;
}

const writeAttemptsMax = 4;
const repeatable = new Set(["40001", "40P01"]);
const lockTimeoutMs = 15_000;
const idleInTransactionTimeoutMs = 60_000;
const connectTimeoutMs = 10_000;

const takeLock = { name: "database.take-lock", text: "select pg_try_advisory_lock(hashtextextended($1, 0)) as done" };
const freeLock = { name: "database.free-lock", text: "select pg_advisory_unlock(hashtextextended($1, 0)) as done" };

/** Names a statement. Throws on a name that the server would cut short, since two could then be taken for one. */
export function statement(name: string, text: string): Statement {
  if (name === "" || Buffer.byteLength(name) > 63) throw new RangeError(`statement name: ${name}`);
  return { name, text };
}

/** Opens both pools and proves that the server answers under the role. Throws when it does not. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const max = options.poolMax ?? 8;
  const writers = openPool(clientConfig(options, []), max);
  // Reads are pipelined: `begin` and `commit` travel with the questions and cost no round trip of their own.
  const readers = openPool(
    {
      ...clientConfig(options, ["default_transaction_read_only=on", "default_transaction_isolation=repeatable\\ read"]),
      pipeline: true,
    },
    max,
  );
  // Apart from the writers, since a lock's work writes; without a bound, since whoever holds one may ask for another.
  const lockers = openPool(clientConfig(options, []), Number.POSITIVE_INFINITY);
  const database: Database = {
    read: (work) => read(readers, work),
    write: (work) => write(writers, work),
    tryLock: (name, work) => tryLock(lockers, name, work),
    close: async () => {
      await Promise.all([readers.end(), writers.end(), lockers.end()]);
    },
  };
  try {
    await database.read((tx) => tx.rows(statement("database.probe", "select 1")));
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function clientConfig(options: DatabaseOptions, settings: readonly string[]): pg.ClientConfig {
  const all = [
    "timezone=UTC",
    `statement_timeout=${options.statementTimeoutMs ?? 120_000}`,
    `lock_timeout=${lockTimeoutMs}`,
    `idle_in_transaction_session_timeout=${idleInTransactionTimeoutMs}`,
    ...settings,
    ...(options.role === undefined ? [] : [`role=${options.role}`]),
  ];
  return {
    connectionString: options.url,
    application_name: "xinheng",
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    types: typeParsers,
    options: all.map((setting) => `-c ${setting}`).join(" "),
  };
}

function openPool(config: pg.ClientConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...config, max, idleTimeoutMillis: 60_000 });
  // A connection that dies while idle is dropped by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

async function read<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await checkOut(pool);
  const session = openTx(client);
  const begun = client.query("begin");
  // Awaited below; marked as handled now, since `work` may fail first.
  begun.catch(() => undefined);
  try {
    const value = await work(session.tx);
    await begun;
    return value;
  } finally {
    session.end();
    // Nothing was written, so the answer need not wait for the end of the transaction; the next borrower does.
    client.query("commit").then(
      () => checkIn(client),
      (error: unknown) => checkIn(client, error),
    );
  }
}

async function write<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeOnce(pool, work);
    } catch (error) {
      if (attempt >= writeAttemptsMax || !repeatable.has(sqlState(error))) throw error;
    }
  }
}

async function writeOnce<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await checkOut(pool);
  const session = openTx(client);
  try {
    await client.query("begin");
    const value = await work(session.tx);
    session.end();
    const { command } = await client.query("commit");
    // A statement that failed and was swallowed by `work` turns the commit into a rollback, silently.
    if (command !== "COMMIT") throw new Error("transaction was rolled back: a failed statement was swallowed");
    checkIn(client);
    return value;
  } catch (error) {
    session.end();
    await client.query("rollback").then(
      () => checkIn(client),
      (failure: unknown) => checkIn(client, failure),
    );
    throw error;
  }
}

async function tryLock<T>(pool: pg.Pool, name: string, work: () => Promise<T>): Promise<Locked<T>> {
  const client = await checkOut(pool);
  // The next borrower must not inherit the lock: a session that is not known to be free of it is ended, and the server
  // frees the lock with it.
  let unsure: unknown = new Error(`lock ${name} may still be held`);
  try {
    if (!(await settleLock(client, takeLock, name))) {
      unsure = undefined;
      return { locked: false };
    }
    let value: T;
    try {
      value = await work();
    } finally {
      unsure = await settleLock(client, freeLock, name).then(lostUnless, (error: unknown) => error);
    }
    if (unsure !== undefined) throw new Error(`lock ${name} was lost while its work ran`, { cause: unsure });
    return { locked: true, value };
  } finally {
    checkIn(client, unsure);
  }
}

function lostUnless(held: boolean): Error | undefined {
  return held ? undefined : new Error("the session did not hold the lock");
}

/** Takes or frees a lock; whether that was done. */
async function settleLock(client: pg.PoolClient, asked: Statement, name: string): Promise<boolean> {
  const { rows } = await client.query<{ done: boolean }>({ ...asked, values: [name] });
  return rows[0]?.done === true;
}

async function checkOut(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  // The failing query reports a lost connection; unheard, the same error would also end the process.
  client.on("error", ignore);
  return client;
}

function checkIn(client: pg.PoolClient, failure?: unknown): void {
  client.off("error", ignore);
  client.release(failure !== undefined);
}

function ignore(): void {}

function openTx(client: pg.PoolClient): { readonly tx: Tx; end(): void } {
  let ended = false;
  const ask = <R extends object>(asked: Statement, values: readonly unknown[]): Promise<pg.QueryResult<R>> => {
    if (ended) throw new Error(`${asked.name}: the transaction has ended`);
    return client.query<R>({ name: asked.name, text: asked.text, values: [...values] });
  };
  const tx: Tx = {
    rows: async <R extends object>(asked: Statement, values: readonly unknown[] = []) =>
      (await ask<R>(asked, values)).rows,
    run: async (asked, values = []) => (await ask(asked, values)).rowCount ?? 0,
    copyIn: async (asked, chunks) => {
      if (ended) throw new Error(`${asked.name}: the transaction has ended`);
      const sink = client.query(copyFrom(asked.text));
      await pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 2 }), sink);
      return sink.rowCount;
    },
  };
  return {
    tx,
    end: () => {
      ended = true;
    },
  };
}

/** The five-character SQLSTATE of a server's error, or "". */
export function sqlState(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? "") : "";
}
