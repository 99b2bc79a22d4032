import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { openClock } from "../../platform/clock.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Database } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openAccessLog } from "./index.ts";
import type { AccessLog, AccessLogLimits, LookEntry } from "./index.ts";
import { entry, handClock, keys, look, looker, looksIn, office, otherOffice, subjectOf } from "./test-looks.ts";

let database: TestDatabase;
const clock = handClock("2026-09-09T02:00:00.123Z");

beforeEach(async () => {
  database = await testDatabase();
  clock.set("2026-09-09T02:00:00.123Z");
});
afterEach(() => database.drop());

function open(limits: Partial<AccessLogLimits> = {}, db: Database = database.db): AccessLog {
  return openAccessLog({ db, clock, keys, limits });
}

async function one<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
  return database.admin.read((tx) => tx.rows<R>(statement(`test.${sql.slice(0, 50)}`, sql), values));
}

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "granted" : outcome.refusal.code);

describe("a look", () => {
  test("stands with everything that is asked of it before its promise resolves", async () => {
    const statementId = Buffer.alloc(16, 7);
    const outcome = await open().record(entry([look(1, { statements: [statementId], fields: ["a", 'b"\\,{}'] })]));
    expect(outcome).toEqual(granted([expect.stringMatching(/^[0-9a-f]{32}$/)]));
    const [row] = await one("select * from access.look");
    expect(row).toMatchObject({
      subject: subjectOf(1),
      at: new Date("2026-09-09T02:00:00.123Z"),
      organisation: office,
      basis_kind: "duty",
      basis_ref: "permit-review",
      basis_article: "opinions-2025#7",
      fields: ["a", 'b"\\,{}'],
      statements: [statementId],
      outcome: "data",
    });
  });

  test("cannot be changed or taken back by the server's role", async () => {
    await open().record(entry([look(1)]));
    for (const sql of ["update access.look set matter = 'x'", "delete from access.look", "truncate access.look"]) {
      const tried = database.db.write((tx) => tx.run(statement(`test.${sql}`, sql)));
      await expect(tried).rejects.toThrow("permission denied");
    }
  });

  test("is shown to its subject without account and person", async () => {
    await open().record(entry([look(1)]));
    const [row] = await one<Record<string, unknown>>("select * from access.pub_look");
    expect(row).toMatchObject({ subject: subjectOf(1), post: "approver", shown_from: "2026-09-09" });
    expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(["account"]));
    expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(["person"]));
  });

  test("with no canonical bytes is a bug of the caller, and harms nobody else", async () => {
    const log = open();
    const [bad, good] = await Promise.allSettled([
      log.record(entry([look(1, { purpose: "a\0" })])),
      log.record(entry([look(2)])),
    ]);
    expect(bad.status).toBe("rejected");
    expect(good).toMatchObject({ value: { ok: true } });
  });

  test("of nobody is nothing", async () => {
    expect(await open().record(entry([]))).toEqual(granted([]));
    expect(await looksIn(database)).toBe(0);
  });
});

describe("a month", () => {
  test("is made ahead by the server's role, and nothing else is", async () => {
    const make = (month: string): Promise<{ made: boolean }[]> =>
      database.db.write((tx) =>
        tx.rows(statement("test.make", "select access.provide_month($1::date) as made"), [month]),
      );
    expect(await make("2026-09-01")).toEqual([{ made: true }]);
    expect(await make("2026-09-01")).toEqual([{ made: false }]);
    await expect(make("2026-09-02")).rejects.toThrow("not the first day");
    await open().record(entry([look(1)]));
    clock.set("2026-09-30T15:59:59.999Z");
    await open().record(entry([look(2)]));
    clock.set("2026-09-30T16:00:00.000Z");
    await open().record(entry([look(3)]));
    const rows = await one(
      "select tableoid::regclass::text as part, count(*) as looks from access.look group by 1 order by 1",
    );
    expect(rows).toEqual([
      { part: "access.look_202609", looks: 2 },
      { part: "access.look_default", looks: 1 },
    ]);
    expect(await make("2026-10-01")).toEqual([{ made: false }]);
    expect(await looksIn(database)).toBe(3);
  });
});

describe("a matter", () => {
  test("stands for the subject of its first look", async () => {
    const log = open();
    const matter = "SL-2026-000001";
    expect(codeOf(await log.record(entry([look(1, { matter })])))).toBe("granted");
    expect(codeOf(await log.record(entry([look(1, { matter })])))).toBe("granted");
    expect(await log.record(entry([look(2, { matter })], { multiParty: true }))).toEqual(
      refused({ code: "access.matter-taken", kind: "conflict", values: { matter } }),
    );
    expect(codeOf(await log.record(entry([look(2, { matter })], { by: looker(2, otherOffice) })))).toBe("granted");
    expect(await looksIn(database)).toBe(3);
  });

  test("declared multi-party at its first look takes more subjects", async () => {
    const log = open();
    const matter = "SL-2026-000001";
    const both = [look(1, { matter }), look(2, { matter })];
    expect(codeOf(await log.record(entry(both)))).toBe("access.matter-taken");
    expect(codeOf(await log.record(entry(both, { multiParty: true })))).toBe("granted");
    expect(codeOf(await log.record(entry([look(3, { matter })])))).toBe("granted");
    expect(await one("select subject from access.matter order by 1")).toHaveLength(3);
  });

  test("is not used up by a subject that looks at itself", async () => {
    const log = open();
    const own = (number: number): LookEntry =>
      entry([look(number, { matter: "", basis: { kind: "own" } })], { budget: 0 });
    expect(codeOf(await log.record(own(1)))).toBe("granted");
    expect(codeOf(await log.record(own(2)))).toBe("granted");
    expect(await one("select 1 from access.matter")).toEqual([]);
  });
});

describe("a budget", () => {
  test("is exact under two hundred callers of two processes", async () => {
    let transactions = 0;
    const counting: Database = {
      ...database.db,
      write: (work) => {
        transactions += 1;
        return database.db.write(work);
      },
    };
    const [first, second] = [open({}, counting), open({}, counting)];
    const asked = Array.from({ length: 200 }, (_, at) =>
      (at % 2 === 0 ? first : second).record(entry([look(at % 160)], { budget: 100 })),
    );
    const outcomes = await Promise.all(asked);
    const seen = await one<{ subjects: number }>("select count(distinct subject) as subjects from access.look");
    expect(seen).toEqual([{ subjects: 100 }]);
    expect(await one("select subjects from access.office_day")).toEqual([{ subjects: 100 }]);
    const grantedLooks = outcomes.filter((outcome) => outcome.ok).length;
    expect(await looksIn(database)).toBe(grantedLooks);
    // Whoever came while the first flush was under way shares the second one.
    expect(transactions).toBeLessThan(12);
  });

  test("says what is left, counts a subject once a day, and begins anew with the legal day", async () => {
    const log = open();
    const of = (numbers: readonly number[]): LookEntry =>
      entry(
        numbers.map((number) => look(number)),
        { budget: 3 },
      );
    expect(codeOf(await log.record(of([1, 2])))).toBe("granted");
    expect(await log.record(of([3, 4]))).toEqual(
      refused({
        code: "access.budget",
        kind: "too-many",
        availableFrom: "2026-09-10" as never,
        values: { left: 1, budget: 3 },
      }),
    );
    expect(codeOf(await log.record(of([1, 2, 3])))).toBe("granted");
    clock.set("2026-09-09T15:59:59.999Z");
    expect(codeOf(await log.record(of([4])))).toBe("access.budget");
    expect(codeOf(await log.record(of([2])))).toBe("granted");
    clock.set("2026-09-09T16:00:00.000Z");
    expect(codeOf(await log.record(of([4])))).toBe("granted");
    expect(await one("select account, sum(refusals)::int as refusals from access.refused group by 1")).toEqual([
      { account: looker(1).account, refusals: 2 },
    ]);
  });
});

test("the books have no index beside their keys that a plan could take for them", async () => {
  const found = await one<{ name: string }>(
    "select indexname as name from pg_indexes where schemaname = 'access' and tablename in ('matter', 'seen', 'office_day') order by 1",
  );
  expect(found.map(({ name }) => name)).toEqual(["matter_pkey", "office_day_pkey", "seen_pkey"]);
});

interface Said {
  readonly organisation: string;
  readonly multiParty: boolean;
  readonly budget: number | null;
  readonly looks: readonly { readonly subject: number; readonly matter: number; readonly own: boolean }[];
}

/** The rules once more, slowly: every question is answered by going through all looks that were ever granted. */
function slowModel(): (said: Said) => string {
  const stood: { organisation: string; subject: number; matter: number; multiParty: boolean }[] = [];
  return ({ organisation, multiParty, budget, looks }) => {
    const tried = [...stood];
    for (const { subject, matter, own } of looks) {
      if (own) continue;
      const first = tried.find((before) => before.organisation === organisation && before.matter === matter);
      if (first !== undefined && !first.multiParty && first.subject !== subject) return "access.matter-taken";
      tried.push({ organisation, subject, matter, multiParty: first?.multiParty ?? multiParty });
    }
    const distinct = (all: typeof stood): number =>
      new Set(all.filter((before) => before.organisation === organisation).map(({ subject }) => subject)).size;
    const grows = distinct(tried) > distinct(stood);
    if (budget !== null && grows && distinct(tried) > budget) return "access.budget";
    stood.splice(0, stood.length, ...tried);
    return "granted";
  };
}

const said: fc.Arbitrary<Said> = fc.record({
  organisation: fc.constantFrom(office, otherOffice),
  multiParty: fc.boolean(),
  budget: fc.constantFrom(null, 2, 4, 6),
  looks: fc.array(
    fc.record({ subject: fc.integer({ min: 0, max: 7 }), matter: fc.integer({ min: 0, max: 5 }), own: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  ),
});

test("requests that share flushes are decided as if they came one after the other", async () => {
  let day = Date.parse("2026-01-01T02:00:00Z");
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), async (all, group) => {
      // Another day and other matters each time: one database serves all runs.
      day += 86_400_000;
      clock.set(new Date(day).toISOString());
      const log = open({ group });
      const model = slowModel();
      const asked = all.map((wanted, index) =>
        log.record({
          by: looker(index, wanted.organisation),
          multiParty: wanted.multiParty,
          budget: wanted.budget,
          looks: wanted.looks.map(({ subject, matter, own }) =>
            look(subject, { matter: `${day}-${matter}`, ...(own ? { basis: { kind: "own" } as const } : {}) }),
          ),
        }),
      );
      const outcomes = await Promise.all(asked);
      expect(outcomes.map(codeOf)).toEqual(all.map(model));
    }),
    { numRuns: 30 },
  );
});

describe("a look that spends something", () => {
  const count = statement("test.count", "select count(*)::int as looks from access.look");

  test("stands with what it spends, or neither does", async () => {
    const log = open();
    const spent = await log.record(entry([look(1)]), async (tx) => {
      expect(await tx.rows(count)).toEqual([{ looks: 1 }]);
      return granted(undefined);
    });
    expect(codeOf(spent)).toBe("granted");
    const no = refused({ code: "authorisation.spent", kind: "conflict" });
    expect(await log.record(entry([look(2)]), () => Promise.resolve(no))).toEqual(no);
    const broken = await log.record(entry([look(3)]), (tx) =>
      tx.run(statement("test.broken", "select 1/0")).then(() => granted(undefined)),
    );
    expect(codeOf(broken)).toBe("audit.unavailable");
    expect(await looksIn(database)).toBe(1);
    expect(await one("select 1 from access.matter")).toHaveLength(1);
  });

  test("fifty at once on one use: one succeeds", async () => {
    const log = open();
    await database.admin.write((tx) => tx.run(statement("test.uses", "create table public.uses (left_over integer)")));
    await database.admin.write((tx) => tx.run(statement("test.one-use", "insert into public.uses values (1)")));
    await database.admin.write((tx) =>
      tx.run(statement("test.grant", "grant select, update on public.uses to xinheng_app")),
    );
    const spend = statement("test.spend", "update public.uses set left_over = left_over - 1 where left_over > 0");
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        log.record(entry([look(at)]), async (tx) =>
          (await tx.run(spend)) === 1 ? granted(undefined) : refused({ code: "authorisation.spent", kind: "conflict" }),
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await looksIn(database)).toBe(1);
  });
});

test("the log keeps up with a running clock as well", async () => {
  const machine = openClock(undefined);
  if (!machine.ok) throw new Error("no clock");
  const log = openAccessLog({ db: database.db, clock: machine.value, keys });
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, at) => log.record(entry([look(at), look(at + 100)]))),
  );
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await looksIn(database)).toBe(100);
});
