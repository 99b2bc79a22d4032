import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WatchRule, WatchResponse, Watched } from "../../policy/access-policy.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { Account } from "../accounts/index.ts";
import { openAccessLog } from "./index.ts";
import type { AccessLog, Look } from "./index.ts";
import { breachesOf, toRaise } from "./rules/watch.ts";
import type { Counts } from "./rules/watch.ts";
import { alertsFor, closeAlert, watchLooks } from "./service/watch.ts";
import type { AlertFacts } from "./service/watch.ts";
import { accessPolicy, accountOf, entry, handClock, keys, look } from "./test-looks.ts";

const MINUTE = 60_000;
const clock = handClock("2026-09-09T02:00:00Z");

function rule(counts: Watched, more: number, then: WatchResponse = "alert"): WatchRule {
  // oxlint-disable-next-line unicorn/no-thenable -- a rule reads counts/then; it is never awaited.
  return { id: `too-many-${counts}`, zh: "示例", counts, more, minutes: 10, then };
}

describe("the rules of the watch", () => {
  const counts = (subjects: number): Counts => ({
    subjects,
    "not-authorised": 0,
    "nothing-found": 0,
    refusals: 0,
    "outside-hours": 0,
  });
  const known = (subjects: number): ReadonlyMap<number, ReadonlyMap<string, Counts>> =>
    new Map([[10, new Map([["a", counts(subjects)]])]]);
  const now = clock.now();

  test("a breach is more than the rule allows, within its own window", () => {
    expect(breachesOf([rule("subjects", 3)], known(3))).toEqual([]);
    expect(breachesOf([rule("subjects", 3)], known(4))).toEqual([
      { rule: rule("subjects", 3), account: "a", counted: 4 },
    ]);
    expect(breachesOf([{ ...rule("subjects", 3), minutes: 60 }], known(4))).toEqual([]);
  });

  test.each([
    ["never raised", null, 1],
    ["open since long", { at: now - 600 * MINUTE, isOpen: true }, 0],
    ["closed within the window", { at: now - 5 * MINUTE, isOpen: false }, 0],
    ["closed before the window", { at: now - 10 * MINUTE, isOpen: false }, 1],
  ])("a breach %s is told so often", (_, before, times) => {
    const breaches = breachesOf([rule("subjects", 3)], known(4));
    const raised =
      before === null ? [] : [{ rule: "too-many-subjects", account: "a", ...before, at: new Date(before.at) }];
    expect(toRaise(breaches, raised, now)).toHaveLength(times);
    expect(
      toRaise(
        breaches,
        raised.map((one) => ({ ...one, account: "b" })),
        now,
      ),
    ).toHaveLength(1);
  });
});

describe("the watch", () => {
  let database: TestDatabase;
  let log: AccessLog;
  let by: Account;
  let guard: Account;
  beforeEach(async () => {
    database = await testDatabase();
    clock.set("2026-09-09T02:00:00Z");
    log = openAccessLog({ db: database.db, clock, keys });
    by = await accountOf(database, "approver");
    guard = await accountOf(database, "security-admin");
  });
  afterEach(() => database.drop());

  const watch = (...rules: readonly WatchRule[]): Promise<void> =>
    watchLooks({ db: database.db, policyAt: () => accessPolicy({ watch: rules }) }, clock.now());
  const ports = () => ({ db: database.db, clock });
  const alerts = async (): Promise<readonly AlertFacts[]> => {
    const listed = await alertsFor(ports(), guard, { after: null, limit: 100 });
    if (!listed.ok) throw new Error(listed.refusal.code);
    return listed.value;
  };
  const looks = async (count: number, more: Partial<Look> = {}): Promise<void> => {
    await log.record(
      entry(
        Array.from({ length: count }, (_, at) => look(at, more)),
        { by },
      ),
    );
  };

  test.each([
    ["subjects", {}, "2026-09-09T02:00:00Z"],
    ["not-authorised", { outcome: "not-authorised" }, "2026-09-09T02:00:00Z"],
    ["nothing-found", { outcome: "nothing-found" }, "2026-09-09T02:00:00Z"],
    ["outside-hours", {}, "2026-09-09T13:00:00Z"],
    ["outside-hours", {}, "2026-09-08T22:59:00Z"],
  ] as const)("counts %s and raises one alert", async (counts, more, at) => {
    clock.set(at);
    const rules = [rule(counts, 4)];
    await looks(4, more);
    await watch(...rules);
    expect(await alerts()).toEqual([]);
    await log.record(entry([look(77, more)], { by }));
    await Promise.all([watch(...rules), watch(...rules)]);
    clock.add(MINUTE);
    await watch(...rules);
    expect(await alerts()).toEqual([
      expect.objectContaining({ account: by.account, counted: 5, more: 4, response: "alert", closedAt: null }),
    ]);
  });

  test("counts neither what is long past, nor within hours, nor of a subject at itself", async () => {
    await looks(9, { basis: { kind: "own" } });
    await watch(rule("subjects", 4), rule("outside-hours", 0));
    await looks(9);
    clock.add(10 * MINUTE);
    await watch(rule("subjects", 4), rule("outside-hours", 0));
    expect(await alerts()).toEqual([]);
  });

  test("counts refusals, of the log and of whoever asks it to", async () => {
    await looks(2);
    for (let times = 0; times < 3; times += 1) await log.record(entry([look(50)], { by, budget: 2 }));
    log.refused(by);
    await expect.poll(() => refusals()).toBe(4);
    await watch(rule("refusals", 3));
    expect(await alerts()).toEqual([expect.objectContaining({ counted: 4 })]);
  });

  async function refusals(): Promise<number> {
    const sql = "select coalesce(sum(refusals), 0)::int as sum from access.refused";
    const [row] = await database.admin.read((tx) => tx.rows<{ sum: number }>(statement("t.refusals", sql)));
    return row?.sum ?? 0;
  }

  test("freezes an account, or asks it to prove itself anew, together with the alert", async () => {
    await looks(5);
    await watch(rule("subjects", 4, "freeze"), { ...rule("subjects", 4, "step-up"), id: "again" });
    const sql = "select frozen_at, frozen_why, step_up_from from accounts.account where account = $1";
    const [row] = await database.admin.read((tx) => tx.rows(statement("t.frozen", sql), [by.account]));
    const at = new Date(clock.now());
    expect(row).toEqual({ frozen_at: at, frozen_why: "too-many-subjects", step_up_from: at });
    expect((await alerts()).map(({ response }) => response).toSorted()).toEqual(["freeze", "step-up"]);
  });

  test("an alert is closed once, with a reason, by another than the one watched", async () => {
    const auditor = await accountOf(database, "auditor");
    by = auditor;
    await looks(5);
    await watch(rule("subjects", 4));
    const [{ alert } = { alert: "" }] = await alerts();
    const close = async (who: Account, id = alert): Promise<string> => {
      const closed = await closeAlert(ports(), who, { alert: id, reason: "已核实" });
      return closed.ok ? (closed.value.closedWhy ?? "") : closed.refusal.code;
    };
    expect(await close(await accountOf(database, "approver"))).toBe("accounts.role");
    expect(await close(auditor)).toBe("accounts.second-person");
    expect(await close(guard, "00000000-0000-4000-8000-000000000000")).toBe("access.unknown-alert");
    expect(await close(guard)).toBe("已核实");
    expect(await close(guard)).toBe("access.alert-closed");
    clock.add(9 * MINUTE);
    await watch(rule("subjects", 4));
    expect(await alerts()).toHaveLength(1);
    await log.record(
      entry(
        Array.from({ length: 5 }, (_, at) => look(at)),
        { by: auditor },
      ),
    );
    clock.add(2 * MINUTE);
    await watch(rule("subjects", 4));
    expect(await alerts()).toHaveLength(2);
  });

  test("reads the index alone", async () => {
    await looks(200);
    const plan = await database.admin.write(async (tx) => {
      // Whether the index holds all that is asked, not what the planner likes of two hundred rows.
      for (const way of ["seqscan", "bitmapscan", "indexscan"]) {
        await tx.run(statement(`t.${way}`, `set local enable_${way} = off`));
      }
      const sql =
        "explain select account, count(distinct subject) from access.look where at > '2026-09-09T01:59:00Z' and at <= '2026-09-09T02:00:00Z' and basis_kind <> 'own' group by account";
      return tx.rows<{ "QUERY PLAN": string }>(statement("t.explain", sql));
    });
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("Index Only Scan");
  });
});
