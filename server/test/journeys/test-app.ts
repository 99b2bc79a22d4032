// The whole application in this process, over a database of its own and a clock that tests move.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createApp } from "../../src/main/app.ts";
import { readConfig } from "../../src/main/config.ts";
import { watchReleases } from "../../src/main/watch-releases.ts";
import { calendarOf, foldersOf, policyOfDay } from "../../src/main/policy-of-day.ts";
import { createAccount, openIdentity } from "../../src/foundation/accounts/index.ts";
import type { Organisation, Role } from "../../src/foundation/accounts/index.ts";
import { dayOfInstant } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";
import { testDatabase } from "../../src/platform/database/test-database.ts";
import type { TestDatabase } from "../../src/platform/database/test-database.ts";
import type { HttpApp } from "../../src/platform/http/http-app.ts";
import { openKeys } from "../../src/platform/keys/keys.ts";
import type { Keys } from "../../src/platform/keys/keys.ts";
import { openLog } from "../../src/platform/observability/log.ts";
import { createMetrics } from "../../src/platform/observability/metrics.ts";
import { openSpool } from "../../src/platform/storage/spool.ts";
import { createWorker } from "../../src/records/ingest/index.ts";

export interface TestApp {
  readonly app: HttpApp;
  readonly database: TestDatabase;
  /** The data folder. */
  readonly folder: string;
  readonly keys: Keys;
  /** Moves the clock to a moment in Shanghai, `YYYY-MM-DDTHH:MM:SS`. */
  readonly at: (moment: string) => void;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** A bearer token of a new account of a provider of the policy, or of another organisation. */
  readonly tokenOf: (provider: string | Organisation, role?: Role) => Promise<string>;
  /** The same application once more over the same database, as another process would be. */
  readonly twin: () => HttpApp;
  /** Reads what was released at once, as every process does within seconds. */
  readonly readReleases: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param origins where messages may be sent to. */
export async function openTestApp(origins: readonly string[] = []): Promise<TestApp> {
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), "xinheng-app-"));
  const read = readConfig({
    XINHENG_DATA: folder,
    XINHENG_DEMO: "0",
    DATABASE_URL: database.url,
    XINHENG_OUTGOING: origins.join(","),
  });
  if (!read.ok) throw new Error(read.refusal.code);
  const config = read.value;
  let now = Date.parse("2026-09-09T08:00:00+08:00");
  const clock = { now: () => now, today: (): Day => dayOfInstant(now) };
  const watch = await watchReleases({
    db: database.db,
    prepare: () => undefined,
    onFault: (error) => {
      throw error;
    },
  });
  const policyAt = policyOfDay(config, false, watch.current);
  const keys = await openKeys({ folder: path.join(folder, "keys") });
  const spool = await openSpool({ folder: path.join(folder, "spool") });
  const onFault = ({ error }: { readonly error: unknown }): void => {
    throw error;
  };
  const { db } = database;
  const ports = { db, clock, keys, spool, policyAt, origin: "localhost", onFault };
  const worker = createWorker(ports);
  const publicUrl = "http://localhost";
  const identity = await openIdentity({ folder, publicUrl, production: false, onFault: () => undefined });
  if (!identity.ok) throw new Error(identity.refusal.code);
  const make = (): HttpApp =>
    createApp({
      db,
      clock,
      currentPolicy: () => policyAt(clock.today()),
      policyAt,
      keys,
      spool,
      log: openLog({ clock, level: "error" }),
      metrics: createMetrics(),
      policyFolders: foldersOf(config),
      releases: { base: { folders: foldersOf(config), region: config.region }, onChange: () => void watch.refresh() },
      identity: identity.value,
      publicUrl,
      origins: config.origins,
      proxies: new Set(),
      calendar: calendarOf(config),
      site: { name: "信用示例市" },
      ingest: { ports, worker },
    });
  const app = make();
  let accounts = 0;
  return {
    app,
    database,
    folder,
    keys,
    at: (moment) => {
      now = Date.parse(`${moment}+08:00`);
    },
    ask: async (asked, init) => app.request(asked, init),
    tokenOf: async (provider, role = "clerk") => {
      const known = typeof provider === "string" ? policyAt(clock.today()).providers.get(provider) : undefined;
      const organisation = known === undefined ? provider : { uscc: known.uscc, name: known.zh };
      if (typeof organisation === "string") throw new Error(`no provider ${organisation}`);
      accounts += 1;
      const made = await createAccount(db, {
        at: new Date(now),
        by: null,
        organisation,
        role,
        login: `test-${accounts}`,
      });
      if (!made.ok) throw new Error(made.refusal.code);
      return made.value.token;
    },
    twin: make,
    readReleases: watch.refresh,
    close: async () => {
      await worker.stop();
      await watch.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
