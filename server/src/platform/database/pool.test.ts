import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyChunks, copyRow, type CopyValue } from "./copy.ts";
import { openDatabase, sqlState, statement } from "./pool.ts";
import { testDatabase, type TestDatabase } from "./test-database.ts";

let bed: TestDatabase;

const insert = statement("test.insert", "insert into t.thing (id, note) values ($1, $2)");
const count = statement("test.count", "select count(*) as n from t.thing");
const bump = statement("test.bump", "update t.thing set note = note || $2 where id = $1");
const copyThings = statement("test.copy-things", "copy t.thing (id, note) from stdin");

beforeAll(async () => {
  bed = await testDatabase();
  await bed.admin.write(async (tx) => {
    for (const [index, sql] of [
      "create schema t",
      "grant usage on schema t to xinheng_app",
      "create table t.thing (id int primary key, note text)",
      "grant select, insert on t.thing to xinheng_app",
      "create table t.copied (n int, s text, b bytea, a text[], f boolean, d date, i int8, m numeric, z timestamptz)",
    ].entries())
      await tx.run(statement(`test.ddl-${index}`, sql));
  });
});

afterAll(() => bed.drop());

async function things(): Promise<number> {
  const [row] = await bed.db.read((tx) => tx.rows<{ n: number }>(count));
  return row?.n ?? -1;
}

describe("values", () => {
  test("come back as the types that the platform uses", async () => {
    const one = statement(
      "test.values",
      `select date '2026-02-28' as day, int8 '9007199254740991' as big, numeric '1.500000' as sum, '\\x00ff'::bytea as raw,
              timestamptz '2026-09-09 08:00:00+08' as at, array[date '2026-01-01', null] as days, array[1::int8] as bigs`,
    );
    const [row] = await bed.db.read((tx) => tx.rows(one));
    expect(row).toEqual({
      day: "2026-02-28",
      big: Number.MAX_SAFE_INTEGER,
      sum: "1.500000",
      raw: Buffer.from([0, 255]),
      at: new Date("2026-09-09T00:00:00Z"),
      days: ["2026-01-01", null],
      bigs: [1],
    });
  });

  test("an int8 that a number cannot hold is an error, not another number", async () => {
    const big = statement("test.big", "select int8 '9007199254740993' as big");
    await expect(bed.db.read((tx) => tx.rows(big))).rejects.toThrow("safe range");
    expect(await things()).toBeGreaterThanOrEqual(0);
  });

  test("a statement's name may not be cut short by the server", () => {
    expect(() => statement("x".repeat(64), "select 1")).toThrow(RangeError);
  });
});

describe("reading", () => {
  test("sees one snapshot, whatever is committed meanwhile", async () => {
    const seen = await bed.db.read(async (tx) => {
      const [before] = await tx.rows<{ n: number }>(count);
      await bed.db.write((other) => other.run(insert, [100, "meanwhile"]));
      const [after] = await tx.rows<{ n: number }>(count);
      return [before?.n, after?.n];
    });
    expect(seen[0]).toBe(seen[1]);
    expect(await things()).toBe((seen[0] ?? 0) + 1);
  });

  test("cannot write", async () => {
    const refused = await bed.admin.read((tx) => tx.run(insert, [101, ""])).catch(sqlState);
    expect(refused).toBe("25006");
  });

  test("leaves a usable connection behind when its work fails", async () => {
    const broken = statement("test.broken", "select 1 / 0");
    for (let round = 0; round < 10; round += 1)
      await expect(bed.db.read((tx) => tx.rows(broken))).rejects.toThrow("division by zero");
    expect(await things()).toBeGreaterThan(0);
  });

  test("answers many callers and many questions at once", async () => {
    const echo = statement("test.echo", "select $1::int as n");
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        bed.db.read(async (tx) => {
          const both = await Promise.all([tx.rows<{ n: number }>(echo, [n]), tx.rows<{ n: number }>(echo, [n + 1])]);
          return both.flat().map((row) => row.n);
        }),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => [n, n + 1]));
  });

  test("a transaction that has ended takes no more questions", async () => {
    const kept = await bed.db.read((tx) => Promise.resolve(tx));
    await expect(kept.rows(count)).rejects.toThrow("has ended");
  });
});

describe("writing", () => {
  test("keeps all or nothing", async () => {
    const before = await things();
    const failing = bed.db.write(async (tx) => {
      await tx.run(insert, [200, ""]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await things()).toBe(before);
  });

  test("a swallowed failure cannot look like a commit", async () => {
    const swallowing = bed.db.write(async (tx) => {
      await tx.run(insert, [201, ""]);
      await tx.run(insert, [201, ""]).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow("rolled back");
  });

  test("runs a deadlocked transaction again", async () => {
    await bed.admin.write(async (tx) => {
      await tx.run(insert, [300, ""]);
      await tx.run(insert, [301, ""]);
    });
    let [runs, held] = [0, 0];
    const bothHold = Promise.withResolvers<void>();
    const crossing = async (first: number, second: number): Promise<number> =>
      bed.admin.write(async (tx) => {
        runs += 1;
        await tx.run(bump, [first, "x"]);
        // Each holds its first row before either reaches for the other's.
        held += 1;
        if (held === 2) bothHold.resolve();
        await bothHold.promise;
        return tx.run(bump, [second, "x"]);
      });
    expect(await Promise.all([crossing(300, 301), crossing(301, 300)])).toEqual([1, 1]);
    expect(runs).toBeGreaterThan(2);
  });

  test("gives up on a conflict that does not go away", async () => {
    const conflict = statement("test.conflict", "do $$ begin raise exception 'again' using errcode = '40001'; end $$");
    let runs = 0;
    const refused = await bed.db
      .write((tx) => {
        runs += 1;
        return tx.run(conflict);
      })
      .catch(sqlState);
    expect([refused, runs]).toEqual(["40001", 4]);
  });
});

describe("the app role", () => {
  test.each([
    ["update t.thing set note = ''", "42501"],
    ["delete from t.thing", "42501"],
    ["create table t.own (n int)", "42501"],
    ["create schema own", "42501"],
    ["select * from t.copied", "42501"],
    ["select pg_read_file('PG_VERSION')", "42501"],
  ])("may not: %s", async (sql, state) => {
    const asked = statement(`test.role-${Buffer.from(sql).toString("base64").slice(0, 40)}`, sql);
    expect(await bed.db.write((tx) => tx.run(asked)).catch(sqlState)).toBe(state);
  });

  test("is who every session is, in UTC and with time limits", async () => {
    const who = statement(
      "test.who",
      `select current_user as who, current_setting('timezone') as zone, current_setting('lock_timeout') as lock,
              current_setting('idle_in_transaction_session_timeout') as idle, current_setting('statement_timeout') as run`,
    );
    const expected = [{ who: "xinheng_app", zone: "UTC", lock: "15s", idle: "1min", run: "2min" }];
    expect(await bed.db.read((tx) => tx.rows(who))).toEqual(expected);
    expect(await bed.db.write((tx) => tx.rows(who))).toEqual(expected);
  });
});

describe("a named lock", () => {
  const advisory =
    "locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
  const lockers = statement(
    "test.lockers",
    `select (select count(*) from pg_locks where ${advisory}) as held,
            (select count(*) from pg_stat_activity where datname = current_database() and query like 'select pg_advisory_unlock%') as sessions`,
  );
  const seen = (): Promise<{ held: number; sessions: number }[]> => bed.admin.read((tx) => tx.rows(lockers));

  test("taken many times over, by work that ends and by work that fails, costs one session and leaves no lock", async () => {
    for (let round = 0; round < 20; round += 1) {
      const work = (): Promise<number> =>
        round % 2 === 0 ? Promise.resolve(round) : Promise.reject(new Error("broken"));
      await bed.db.tryLock(`round ${round % 3}`, work).catch(() => undefined);
      expect(await seen()).toEqual([{ held: 0, sessions: 1 }]);
    }
  });

  test("is held by one at a time and free afterwards, even after a failure", async () => {
    const inner = await bed.db.tryLock("nightly", () => bed.db.tryLock("nightly", () => Promise.resolve("twice")));
    expect(inner).toEqual({ locked: true, value: { locked: false } });
    await expect(bed.db.tryLock("nightly", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await bed.db.tryLock("nightly", () => Promise.resolve(1))).toEqual({ locked: true, value: 1 });
  });

  test("that was lost while its work ran is reported", async () => {
    const end = statement(
      "test.end-locker",
      "select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())",
    );
    const losing = bed.db.tryLock("losing", async () => {
      await bed.admin.write((tx) => tx.rows(end));
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await expect(losing).rejects.toThrow("was lost");
    expect(await bed.db.tryLock("losing", () => Promise.resolve("again"))).toEqual({ locked: true, value: "again" });
  });

  test("that its session no longer holds goes with that session, also where the work failed by itself", async () => {
    const holders = statement("test.holders", `select pid from pg_locks where ${advisory}`);
    const end = statement("test.end-one", "select pg_terminate_backend($1)");
    const holder = (): Promise<{ pid: number }[]> => bed.admin.read((tx) => tx.rows(holders));
    let ended: { pid: number }[] = [];
    const failing = bed.db.tryLock("failing", async () => {
      ended = await holder();
      await bed.admin.write((tx) => tx.rows(end, [ended[0]?.pid]));
      await new Promise((resolve) => setTimeout(resolve, 200));
      throw new Error("broken by itself");
    });
    await expect(failing).rejects.toThrow("broken by itself");
    const next = await bed.db.tryLock("failing", holder);
    expect(ended).toHaveLength(1);
    expect(next).not.toEqual({ locked: true, value: ended });
    expect(next).toMatchObject({ locked: true, value: [{}] });
  });
});

describe("copying in", () => {
  test("counts its rows and joins its transaction", async () => {
    const before = await things();
    const rows = Array.from({ length: 5000 }, (_, n): CopyValue[] => [1000 + n, `note ${n}`]);
    expect(await bed.db.write((tx) => tx.copyIn(copyThings, copyChunks(rows)))).toBe(5000);
    expect(await things()).toBe(before + 5000);
  });

  test("a refused row, or a source that fails, leaves nothing and a usable connection", async () => {
    const before = await things();
    const twice = [Buffer.from(copyRow([9000, "a"]) + copyRow([9000, "b"]))];
    expect(await bed.db.write((tx) => tx.copyIn(copyThings, twice)).catch(sqlState)).toBe("23505");
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from(copyRow([9001, "a"]));
      await Promise.resolve();
      throw new Error("source broke");
    }
    for (let round = 0; round < 5; round += 1)
      await expect(bed.db.write((tx) => tx.copyIn(copyThings, broken()))).rejects.toThrow("source broke");
    expect(await things()).toBe(before);
  });

  test("whatever is encoded comes back the same", async () => {
    const text = fc.string({ unit: "binary", maxLength: 40 }).map((value) => value.replaceAll("\0", ""));
    const rough = fc.string({
      unit: fc.constantFrom("\\", "\t", "\n", "\r", '"', "{", "}", ",", ".", "N", " ", "信", "𠮷"),
    });
    const row = fc.record({
      n: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      s: fc.option(fc.oneof(text, rough)),
      b: fc.option(fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes))),
      a: fc.option(fc.array(fc.oneof(text, rough, fc.constant("NULL"), fc.constant("")), { maxLength: 4 })),
      f: fc.option(fc.boolean()),
      d: fc.constantFrom(null, "2026-02-28"),
      i: fc.maxSafeInteger(),
      m: fc.constantFrom("0.000001", "-123456789012345678.25"),
    });
    const into = statement("test.copy-all", "copy t.copied (n, s, b, a, f, d, i, m) from stdin");
    const back = statement("test.copied", "select n, s, b, a, f, d, i, m from t.copied");
    const clear = statement("test.clear", "truncate t.copied");
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const encoded = rows.map(({ n, s, b, a, f, d, i, m }): CopyValue[] => [n, s, b, a, f, d, i, m]);
        const kept = await bed.admin.write(async (tx) => {
          await tx.run(clear);
          expect(await tx.copyIn(into, copyChunks(encoded))).toBe(rows.length);
          return tx.rows(back);
        });
        // -0 is 0 to an integer column.
        expect(kept).toEqual(rows.map((item) => ({ ...item, i: item.i + 0, n: item.n + 0 })));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["NUL", "a\0b"],
    ["half a pair", "\ud800"],
    ["not a number", Number.NaN],
    ["infinity", Infinity],
  ])("%s is refused rather than changed", (_, value) => {
    expect(() => copyRow([value])).toThrow(RangeError);
  });
});

test("a server that is not there is an error at the door", async () => {
  await expect(openDatabase({ url: "postgres://a:b@127.0.0.1:1/x" })).rejects.toThrow("ECONNREFUSED");
});
