import pg from "pg";
import { testDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import type { ExchangeTarget } from "./session.ts";
import { startMariadb } from "./test-mariadb.ts";
import type { TestMariadb } from "./test-mariadb.ts";

/** An exchange database of either engine, and a way to lay things into it. For tests only. */
export interface Site {
  readonly target: ExchangeTarget;
  readonly ask: (sql: string) => Promise<Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
}

/** The parts of an address. */
export function targetOf(url: string): ExchangeTarget {
  const at = new URL(url);
  const [user, password] = [decodeURIComponent(at.username), decodeURIComponent(at.password)];
  return {
    engine: "postgres",
    host: at.hostname,
    port: Number(at.port),
    user,
    password,
    database: at.pathname.slice(1),
    tls: null,
  };
}

export async function postgresSite(): Promise<Site> {
  const database: TestDatabase = await testDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return {
    target: targetOf(database.url),
    ask: async (sql) => (await client.query(sql)).rows as Record<string, unknown>[],
    stop: async () => {
      await client.end();
      await database.drop();
    },
  };
}

export async function mariadbSite(): Promise<Site> {
  const mariadb: TestMariadb = await startMariadb();
  const { port, user, password, database, client } = mariadb;
  await client.query("set time_zone = '+08:00'");
  return {
    target: { engine: "mysql", host: "127.0.0.1", port, user, password, database, tls: null },
    ask: async (sql) => (await client.query(sql))[0] as Record<string, unknown>[],
    stop: () => mariadb.stop(),
  };
}
