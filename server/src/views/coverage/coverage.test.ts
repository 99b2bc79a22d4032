import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, isWorkingDay } from "../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { providersOf } from "../visibility/index.ts";
import { testEntry, testSnapshot } from "../visibility/test-policy.ts";
import { coverageOf } from "./rules.ts";
import type { Declaration, Sender, SourceCoverage } from "./rules.ts";
import { coverageLines, readCoverage, scopeOf } from "./service.ts";

const day = (text: string): Day => text as Day;
// 2026-10-01 to 10-08 off, 2026-10-10 (Saturday) worked.
const calendar: WorkingCalendar = {
  years: new Set([2026]),
  holidays: new Set(["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08"].map(day)),
  workdays: new Set([day("2026-10-10")]),
};
const entry = testEntry("penalty", { zh: "行政处罚" });
const policy = testSnapshot();
const [provider = ""] = [...policy.providers.keys()];

function judge(
  declaration: Partial<Declaration> | null,
  today: string,
  over: { senders?: Sender[]; calendar?: WorkingCalendar | null } = {},
): SourceCoverage {
  const declarations =
    declaration === null
      ? []
      : [{ provider, entry: "penalty", through: day("2026-09-08"), nilFrom: null, ...declaration }];
  const [first] = coverageOf({
    entries: [{ entry, providers: providersOf(entry, policy) }],
    declarations,
    senders: [],
    calendar,
    ...over,
    today: day(today),
  });
  if (first === undefined) throw new Error("no provider");
  return first;
}

describe("a source is", () => {
  test.each([
    ["complete on the day it declares", "2026-09-08", "complete", null],
    ["complete while the term for the next day runs", "2026-09-18", "complete", null],
    ["late on the working day after it", "2026-09-21", "late", 1],
    ["not later for a weekend", "2026-09-20", "late", 0],
    ["later by working days only", "2026-10-10", "late", 10],
  ])("%s", (_, today, state, late) => {
    // The term for decisions of 9 September ends on Friday 18 September.
    const judged = judge({}, today);
    expect(judged.lateWorkingDays ?? null).toBe(late === 0 ? null : late);
    expect(judged.state).toBe(late === 0 ? "complete" : state);
  });
  test("nil where there was nothing to report", () =>
    expect(judge({ nilFrom: day("2026-09-01") }, "2026-09-09").state).toBe("nil"));
  test("late also with a nil return that is too old", () =>
    expect(judge({ nilFrom: day("2026-09-01") }, "2026-09-30").state).toBe("late"));
  test("unknown when it sends and declares nothing", () => {
    expect(judge(null, "2026-09-09", { senders: [{ provider, entry: "penalty" }] }).state).toBe("unknown");
  });
  test("never when it has neither sent nor declared", () => expect(judge(null, "2026-09-09").state).toBe("never"));
  test("unknown, not late, where no calendar says which days were worked", () => {
    expect(judge({}, "2026-09-21", { calendar: null })).toMatchObject({ state: "unknown", through: "2026-09-08" });
    expect(judge({}, "2026-09-15", { calendar: null }).state).toBe("complete");
    expect(judge({ through: day("2027-03-01") }, "2027-04-01").state).toBe("unknown");
  });
});

test("lateness agrees with crossing off the days one by one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 60 }), (start, wait) => {
      const through = addDays(day("2026-01-05"), start);
      const today = addDays(through, wait);
      if (today > "2026-12-15") return;
      let worked = 0;
      for (let at = addDays(through, 2); at <= today; at = addDays(at, 1))
        if (isWorkingDay(at, calendar) === true) worked += 1;
      expect(judge({ through }, today).lateWorkingDays ?? 0).toBe(Math.max(0, worked - 7));
    }),
  );
});

const source = (over: Partial<SourceCoverage>): SourceCoverage => ({
  entry: "penalty",
  entryTitle: "行政处罚",
  provider: "p1",
  providerName: "甲局",
  through: day("2026-09-08"),
  state: "complete",
  lateWorkingDays: null,
  ...over,
});

describe("the scope of an absence", () => {
  test("without any source claims nothing", () =>
    expect(scopeOf([])).toEqual({ providers: 0, completeThrough: null, unchecked: [] }));
  test("reaches as far as the source that reaches least", () => {
    expect(scopeOf([source({}), source({ provider: "p2", through: day("2026-09-05"), state: "nil" })])).toEqual({
      providers: 2,
      completeThrough: "2026-09-05",
      unchecked: [],
    });
  });
  test("names what could not be checked, those with a day first", () => {
    const scope = scopeOf([
      source({ state: "never", through: null }),
      source({ provider: "p2", providerName: "乙局", state: "late" }),
    ]);
    expect(scope).toEqual({
      providers: 0,
      completeThrough: null,
      unchecked: [
        { title: "乙局", through: "2026-09-08" },
        { title: "甲局", through: null },
      ],
    });
  });
  test("counts the rest when they are many", () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      source({ provider: `p${String(at)}`, providerName: `${String(at)} 局`, state: "never", through: null }),
    );
    expect(scopeOf(many).unchecked).toHaveLength(3);
    expect(scopeOf(many).unchecked.at(-1)).toEqual({ title: "另有 28 家数据源单位", through: null });
  });
  test("lines put sources of one state together", () => {
    const lines = coverageLines([
      source({}),
      source({ provider: "p2", through: day("2026-09-01") }),
      source({ provider: "p3", providerName: "丙局", state: "late", lateWorkingDays: 4 }),
    ]);
    expect(lines).toEqual([
      { title: "行政处罚", providers: "2 家单位", through: "2026-09-01", state: "complete", lateWorkingDays: null },
      { title: "行政处罚", providers: "丙局", through: "2026-09-08", state: "late", lateWorkingDays: 4 },
    ]);
  });
});

describe("from the records", () => {
  let bed: TestDatabase;
  beforeAll(async () => {
    bed = await testDatabase();
  });
  afterAll(() => bed.drop());

  test("the newest declaration counts, also when it takes one back", async () => {
    const insert = statement(
      "test.declare",
      "insert into ingest.completeness values ($1, 'penalty', $2, null, $3, gen_random_uuid())",
    );
    await bed.db.write(async (tx) => {
      await tx.run(insert, [provider, "2026-09-08", new Date("2026-09-08T10:00:00Z")]);
      await tx.run(insert, [provider, "2026-09-01", new Date("2026-09-09T01:00:00Z")]);
    });
    const sources = await bed.db.read((tx) => readCoverage(tx, { policy, today: day("2026-09-09"), calendar }));
    expect(sources.find((one) => one.entry === "penalty")).toMatchObject({ through: "2026-09-01", state: "complete" });
    expect(sources.find((one) => one.entry === "permit")?.state).toBe("never");
    expect(sources.some((one) => one.entry === "inspection")).toBe(false);
  });
});
