import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Database } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openAccessLog } from "./index.ts";
import type { AccessLog, AccessLogLimits } from "./index.ts";
import {
  entry,
  handClock,
  keys,
  look,
  looker,
  looksIn,
  office,
  otherOffice,
  subjectOf,
  takeAway,
} from "./test-looks.ts";

let database: TestDatabase;
const clock = handClock("2026-09-09T02:00:00Z");

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

function open(limits: Partial<AccessLogLimits> = {}, db: Database = database.db): AccessLog {
  return openAccessLog({ db, clock, keys, limits });
}

async function one<R extends object>(sql: string): Promise<R[]> {
  return database.admin.read((tx) => tx.rows<R>(statement(`test.${sql.slice(0, 50)}`, sql)));
}

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "granted" : outcome.refusal.code);

describe("a database in trouble", () => {
  test("that is gone is answered with audit.unavailable, and takes looks again when it is back", async () => {
    const log = open({ waitMs: 2000 });
    expect(codeOf(await log.record(entry([look(1)])))).toBe("granted");
    const gone = await takeAway(database);
    const during = await Promise.all([2, 3, 4].map((number) => log.record(entry([look(number)]))));
    expect(during.map(codeOf)).toEqual(["audit.unavailable", "audit.unavailable", "audit.unavailable"]);
    expect(codeOf(await log.record(entry([look(5)]), () => Promise.resolve(granted(undefined))))).toBe(
      "audit.unavailable",
    );
    await gone.back();
    expect(codeOf(await log.record(entry([look(6)])))).toBe("granted");
    expect(await looksIn(database)).toBe(2);
  });

  test("that is killed in the middle of a flush: every caller is tried again by itself", async () => {
    const log = open();
    const lock = statement("test.lock", "lock table access.look in access exclusive mode");
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
                  where wait_event_type = 'Lock' and datname = current_database()`;
    let asked: Promise<Outcome<unknown>[]> = Promise.resolve([]);
    await database.admin.write(async (tx) => {
      await tx.run(lock);
      asked = Promise.all([1, 2, 3].map((number) => log.record(entry([look(number)]))));
      // Asked from another session: one transaction sees one picture of the sessions.
      await vi.waitFor(async () => expect(await one(kill)).toHaveLength(1), 20_000);
    });
    expect((await asked).map(codeOf)).toEqual(["granted", "granted", "granted"]);
    expect(await looksIn(database)).toBe(3);
  });

  test("whose answer to a commit was lost: the look stands once", async () => {
    let losses = 1;
    const losing: Database = {
      ...database.db,
      write: async (work) => {
        const value = await database.db.write(work);
        if (losses-- > 0) throw new Error("Connection terminated unexpectedly");
        return value;
      },
    };
    expect(codeOf(await open({}, losing).record(entry([look(1)])))).toBe("granted");
    expect(await looksIn(database)).toBe(1);
    expect(await one("select 1 from access.outbox")).toHaveLength(1);
  });

  test("that does not answer in time: audit.unavailable, even where the look lands later", async () => {
    const log = open({ waitMs: 300 });
    let asked: Promise<Outcome<unknown>[]> = Promise.resolve([]);
    await database.admin.write(async (tx) => {
      await tx.run(statement("test.lock", "lock table access.look in access exclusive mode"));
      asked = Promise.all([log.record(entry([look(1)])), log.record(entry([look(2)]))]);
      expect((await asked).map(codeOf)).toEqual(["audit.unavailable", "audit.unavailable"]);
    });
    await expect.poll(() => looksIn(database)).toBe(1);
    // The second one was still waiting for the first and is not written any more.
    expect(await one("select subject from access.look")).toEqual([{ subject: subjectOf(1) }]);
  });

  test("that holds up one flush for good holds up no later one", async () => {
    const log = open({ waitMs: 2000 });
    const hold = statement("test.hold", "select pg_advisory_xact_lock(hashtextextended('access.office ' || $1, 0))");
    await database.admin.write(async (tx) => {
      await tx.rows(hold, [office]);
      expect(codeOf(await log.record(entry([look(1)])))).toBe("audit.unavailable");
      expect(codeOf(await log.record(entry([look(2)], { by: looker(2, otherOffice) })))).toBe("granted");
    });
  });

  test("more callers than may wait are turned away at once", async () => {
    const log = open({ waiting: 3 });
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, at) => log.record(entry([look(at)]))));
    // One is being written, three wait.
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4);
    expect(await looksIn(database)).toBe(4);
  });
});
