import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { Moment } from "../site/index.ts";
import { shareOf } from "./rules/figures.ts";
import type { FigureLine, Numbers } from "./rules/figures.ts";
import type { Month } from "./rules/month.ts";
import type { Verdict } from "./rules/punctuality.ts";
import { rowKinds } from "./rules/row-kind.ts";
import type { RowKind } from "./rules/row-kind.ts";
import { openFigures } from "./service.ts";
import type { FigureRow, Figures } from "./service.ts";
import {
  EAST,
  MARKET,
  WATER,
  batchId,
  calendar2026,
  crossedOff,
  endBatch,
  endDocument,
  figuresPolicy,
  instant,
  statementId,
  testKeys,
  writeBatches,
} from "./test-figures.ts";
import type { GivenBatch, GivenRow } from "./test-figures.ts";

const day = (text: string): Day => text as Day;
const month = (text: string): Month => text as Month;
const SEPTEMBER = month("2026-09");
const policy = figuresPolicy();

test.each([
  [0, 0, null],
  [0, 7, 0],
  [7, 7, 10_000],
  [1, 3, 3333],
  [2, 3, 6667],
  [499_999, 500_000, 9999],
  [1, 500_000, 1],
])("%i of %i is %j hundredths of a per cent", (part, whole, share) => expect(shareOf(part, whole)).toBe(share));

let bed: TestDatabase;
beforeAll(async () => {
  bed = await testDatabase();
});
afterAll(() => bed.drop());

const now = instant("2026-09-30", "12:00:00.000");
const clock = { now: () => now, today: () => dayOfInstant(now) };
const open = (): Figures =>
  openFigures({ db: bed.db, clock, policy: () => policy, calendar: calendar2026, keys: testKeys });

async function linesOf(batches: readonly GivenBatch[], of = SEPTEMBER): Promise<readonly FigureLine[]> {
  await writeBatches(bed.admin, batches);
  const figures = open();
  return (await figures.month(figures.moment(), of)).lines;
}

const penalties = (lines: readonly FigureLine[], provider: string): FigureLine => {
  const line = lines.find((one) => one.provider === provider && one.entry === "penalty");
  if (line === undefined) throw new Error("no line");
  return line;
};

async function rowsOf(kind: RowKind, over: { providers?: string[]; limit?: number } = {}): Promise<FigureRow[]> {
  const figures = open();
  const moment: Moment = figures.moment();
  const items: FigureRow[] = [];
  let after: Parameters<Figures["rows"]>[1]["after"] = null;
  do {
    const page = await figures.rows(moment, {
      month: SEPTEMBER,
      kind,
      entries: ["permit", "penalty"],
      providers: over.providers ?? null,
      after,
      seen: 0,
      adverseLinks: true,
      limit: over.limit ?? 3,
    });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

const accepted = (decidedOn: string | null, over: Partial<GivenRow> = {}): GivenRow => ({
  fate: "accepted",
  decidedOn,
  ...over,
});
const sent = (rows: readonly GivenRow[], over: Partial<GivenBatch> = {}): GivenBatch => ({
  provider: MARKET,
  entry: "penalty",
  receivedAt: instant("2026-09-09"),
  state: "done",
  rows,
  ...over,
});

describe("the figures of a month", () => {
  test("leave natural persons and a form's own lines out, and add up", async () => {
    const fates = ["duplicate", "rejected", "natural", "skipped", "quarantined"] as const;
    const rows = [accepted("2026-09-01"), accepted(null), ...fates.map((fate): GivenRow => ({ fate }))];
    const line = penalties(await linesOf([sent(rows)]), MARKET);
    expect(line).toMatchObject({
      submitted: 5,
      accepted: 2,
      duplicates: 1,
      quarantined: 1,
      rejected: 1,
      state: "sent",
    });
    expect(line).toMatchObject({ timely: 1, undated: 1, late: 0 });
    expect(await rowsOf("submitted")).toHaveLength(5);
    expect(await rowsOf("rejected")).toHaveLength(1);
  });

  test("are of the month in which the upload was whole, by the clock of Shanghai", async () => {
    const at = (receivedAt: number): GivenBatch => sent([accepted("2026-08-18")], { receivedAt });
    const edges = [
      instant("2026-08-31", "23:59:59.999"),
      instant("2026-09-01"),
      instant("2026-09-30", "23:59:59.999"),
      instant("2026-10-01", "00:00:00.000"),
    ];
    expect(penalties(await linesOf(edges.map(at)), MARKET)).toMatchObject({ submitted: 2, late: 2 });
    expect(penalties(await linesOf(edges.map(at), month("2026-08")), MARKET)).toMatchObject({ submitted: 1, late: 1 });
  });

  test("keep a batch that was taken back, and mark it", async () => {
    const lines = await linesOf([
      sent([accepted("2026-08-03"), accepted("2026-09-08")], { state: "withdrawn" }),
      sent([accepted("2026-09-08")]),
      sent([accepted("2026-09-08")], { state: "failed" }),
      sent([accepted("2026-09-08")], { state: "processing" }),
    ]);
    expect(penalties(lines, MARKET)).toMatchObject({ submitted: 3, accepted: 3, withdrawn: 2, timely: 2, late: 1 });
    expect((await rowsOf("withdrawn")).map(({ row }) => [row.batch, row.row, row.state])).toEqual([
      [batchId(1), 1, "withdrawn"],
      [batchId(1), 2, "withdrawn"],
    ]);
  });

  test("keep what was corrected, mark it, and do not judge the correction by its own day", async () => {
    const lines = await linesOf([
      sent([accepted("2026-09-07", { document: "a" })], { receivedAt: instant("2026-09-08") }),
      sent([accepted("2026-09-07", { document: "a", replaces: statementId(1, 1) })], {
        receivedAt: instant("2026-09-29"),
      }),
    ]);
    expect(penalties(lines, MARKET)).toMatchObject({ accepted: 2, timely: 1, late: 0, correction: 1 });
    const rows = await rowsOf("accepted");
    expect(rows.map(({ row, verdict }) => [row.corrected, row.correction, verdict])).toEqual([
      [true, false, "timely"],
      [false, true, "correction"],
    ]);
    expect(await rowsOf("correction")).toHaveLength(1);
  });

  test("judge a question that was taken in by the day on which its file came", async () => {
    const question = (state: "open" | "accepted" | "rejected"): GivenRow => ({
      fate: "quarantined",
      question: state,
      decidedOn: "2026-09-01",
      decidedAt: instant("2026-09-28"),
    });
    const lines = await linesOf([sent([question("open"), question("accepted"), question("rejected")])]);
    expect(penalties(lines, MARKET)).toMatchObject({
      submitted: 3,
      accepted: 0,
      quarantined: 3,
      takenIn: 1,
      sentBack: 1,
    });
    expect(penalties(lines, MARKET)).toMatchObject({ timely: 1, late: 0 });
    const [row] = await rowsOf("takenIn");
    expect(row).toMatchObject({ receivedOn: "2026-09-09", verdict: "timely", workingDays: 6 });
  });

  test("tell a nil return from silence", async () => {
    await writeBatches(bed.admin, []);
    const declare = statement(
      "test.nil",
      "insert into ingest.completeness values ($1, 'penalty', $2, $3, '2026-10-08Z', gen_random_uuid())",
    );
    await bed.admin.write(async (tx) => {
      await tx.run(declare, [WATER, "2026-09-30", "2026-09-01"]);
      await tx.run(declare, [EAST, "2026-09-30", "2026-09-02"]);
    });
    const figures = open();
    const { lines } = await figures.month(figures.moment(), SEPTEMBER);
    expect([MARKET, WATER, EAST].map((one) => penalties(lines, one).state)).toEqual(["none", "nil", "none"]);
  });
});

describe("a second source", () => {
  const other = (over: Partial<GivenRow>): GivenRow => accepted("2026-09-01", { authorityCode: MARKET, ...over });
  test("shows what a department has not reported once its term is over, and nothing where there is none", async () => {
    const lines = await linesOf([
      sent([accepted("2026-09-01", { document: "known" })]),
      sent(
        [
          other({ document: "known" }),
          other({ document: "missing" }),
          other({ document: "by-name", authorityCode: null, authority: "示例市市场监督管理局" }),
          other({ document: "young", decidedOn: "2026-09-28" }),
          other({ document: "undated", decidedOn: null }),
        ],
        { provider: WATER, receivedAt: instant("2026-09-29") },
      ),
      sent([other({ document: "taken-back" })], { provider: WATER, state: "withdrawn" }),
    ]);
    expect(penalties(lines, MARKET)).toMatchObject({ second: 5, missing: 2 });
    expect(penalties(lines, WATER)).toMatchObject({ second: 0, missing: 0 });
    const missing = await rowsOf("missing", { providers: [MARKET] });
    expect(missing.map(({ row }) => [row.provider, row.row])).toEqual([
      [WATER, 2],
      [WATER, 3],
    ]);
    expect(await rowsOf("second", { limit: 2 })).toHaveLength(5);
    expect(await rowsOf("second", { providers: [WATER] })).toHaveLength(0);
  });
});

describe("a second source that no longer stands", () => {
  const other = (document: string, over: Partial<GivenRow> = {}): GivenRow =>
    accepted("2026-09-01", { authorityCode: MARKET, document, ...over });
  const from = (rows: readonly GivenRow[], over: Partial<GivenBatch> = {}): GivenBatch =>
    sent(rows, { provider: WATER, ...over });
  const counted = async (): Promise<[number, number]> => {
    const figures = open();
    const line = penalties((await figures.month(figures.moment(), SEPTEMBER)).lines, MARKET);
    expect(await rowsOf("second", { limit: 1 })).toHaveLength(line.second);
    expect(await rowsOf("missing", { limit: 1 })).toHaveLength(line.missing);
    return [line.second, line.missing];
  };

  test.each([
    ["repaired", "2026-09-30", 1],
    ["repaired", "2026-10-01", 2],
    ["withdrawn", "2026-09-10", 1],
    ["revoked", "2026-10-01", 1],
    ["quashed", "2026-10-01", 1],
  ] as const)("is left out: %s from %s on", async (kind, effective, left) => {
    await writeBatches(bed.admin, [from([other("a"), other("b")])]);
    expect(await counted()).toEqual([2, 2]);
    await endDocument(bed.admin, "a", { kind, effective });
    expect(await counted()).toEqual([left, left]);
  });

  test.each([
    ["open" as const, 1],
    ["rejected" as const, 2],
  ])("is not concealed while it waits: %s", async (question, left) => {
    const own = { fate: "quarantined", document: "a", question } as const;
    await writeBatches(bed.admin, [from([other("a"), other("b")]), sent([own], { provider: MARKET })]);
    expect(await counted()).toEqual([2, left]);
  });

  test("is left out with its batch", async () => {
    await writeBatches(bed.admin, [from([other("a")]), from([other("b")])]);
    await endBatch(bed.admin, 1, "2026-09-30");
    expect(await counted()).toEqual([1, 1]);
  });

  test("stands as its newest version, which may name another department", async () => {
    const mended = { replaces: statementId(1, 1) };
    await writeBatches(bed.admin, [from([other("a")]), from([other("a", mended)])]);
    expect(await counted()).toEqual([1, 1]);
    await writeBatches(bed.admin, [from([other("a")]), from([other("a", { ...mended, authorityCode: WATER })])]);
    expect(await counted()).toEqual([0, 0]);
    await writeBatches(bed.admin, [from([other("a")]), from([other("a", { ...mended, authorityCode: WATER })])]);
    await endBatch(bed.admin, 2, "2026-09-20");
    expect(await counted()).toEqual([1, 1]);
  });

  test("is one decision, however often and with whatever days it was sent", async () => {
    await writeBatches(bed.admin, [
      from([other("a")]),
      from([other("a", { decidedOn: "2026-09-28" }), other("b")], { provider: EAST }),
      from([other("a")], { entry: "permit", provider: EAST }),
    ]);
    expect((await rowsOf("second")).map(({ row }) => [row.entry, row.batch, row.row])).toEqual([
      ["penalty", batchId(1), 1],
      ["penalty", batchId(2), 2],
      ["permit", batchId(3), 1],
    ]);
    const figures = open();
    const lines = (await figures.month(figures.moment(), SEPTEMBER)).lines.filter((one) => one.provider === MARKET);
    expect(lines.map((line) => [line.entry, line.second, line.missing])).toEqual([
      ["permit", 1, 1],
      ["penalty", 2, 2],
    ]);
    expect(await rowsOf("missing")).toHaveLength(3);
  });
});

test("rows of one number on several sheets are each listed once", async () => {
  const question = (sheet: string): GivenRow => ({ fate: "quarantined", sheet });
  await writeBatches(bed.admin, [sent([question("甲"), { fate: "rejected", sheet: "乙" }])]);
  const again = statement(
    "test.sheets",
    `insert into ingest.question (batch, row, sheet, codes, candidate, proposals, state)
     select $1, 1, '表' || n, '{}', '{}', '{}', 'open' from generate_series(1, 6) n`,
  );
  await bed.admin.write((tx) => tx.run(again, [batchId(1)]));
  for (const limit of [1, 2, 3, 20]) {
    const rows = await rowsOf("submitted", { limit });
    expect(rows.map(({ row }) => row.row)).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
    expect(new Set(rows.map(({ row }) => row.key)).size).toBe(8);
  }
});

// The slow model: rows in a list, each asked by itself.
type ModelRow = GivenRow & { readonly of: GivenBatch };

function modelled(batches: readonly GivenBatch[], provider: string, of: Month): Partial<Numbers> {
  const rows: ModelRow[] = batches
    .filter((one) => one.provider === provider && one.entry === "penalty" && one.carriedOver !== true)
    .filter(({ state, receivedAt }) => ["done", "withdrawn"].includes(state) && dayOfInstant(receivedAt).startsWith(of))
    .flatMap((one) => one.rows.map((row) => ({ ...row, of: one })));
  const count = (test: (row: ModelRow) => boolean): number => rows.filter(test).length;
  const isIn = (row: ModelRow): boolean => row.fate === "accepted" || row.question === "accepted";
  const judged = (verdict: Verdict) => (row: ModelRow) => isIn(row) && verdictOf(row) === verdict;
  return {
    submitted: count((row) => row.fate !== "natural" && row.fate !== "skipped"),
    accepted: count((row) => row.fate === "accepted"),
    duplicates: count((row) => row.fate === "duplicate"),
    quarantined: count((row) => row.fate === "quarantined"),
    rejected: count((row) => row.fate === "rejected"),
    withdrawn: count((row) => row.fate === "accepted" && row.of.state === "withdrawn"),
    takenIn: count((row) => row.question === "accepted"),
    sentBack: count((row) => row.question === "rejected"),
    timely: count(judged("timely")),
    late: count(judged("late")),
    undated: count(judged("undated")),
    correction: count(judged("correction")),
  };
}

function verdictOf(row: ModelRow): Verdict {
  if (row.replaces !== undefined && row.replaces !== null) return "correction";
  if (row.decidedOn === undefined || row.decidedOn === null) return "undated";
  return crossedOff(day(row.decidedOn), dayOfInstant(row.of.receivedAt));
}

const arbitraryRow: fc.Arbitrary<GivenRow> = fc
  .record({
    fate: fc.constantFrom("accepted", "accepted", "duplicate", "rejected", "natural", "skipped", "quarantined"),
    decidedOn: fc.option(fc.integer({ min: 0, max: 60 }).map((count) => addDays(day("2026-07-20"), count) as string)),
    corrects: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    question: fc.constantFrom("open", "accepted", "rejected"),
    decidedAt: fc.integer({ min: 0, max: 20 }).map((count) => instant(addDays(day("2026-09-20"), count))),
  })
  .map(({ fate, decidedOn, corrects, question, decidedAt }): GivenRow => {
    if (fate === "quarantined") return { fate, decidedOn, question, decidedAt };
    return fate === "accepted" ? { fate, decidedOn, replaces: corrects ? statementId(999, 1) : null } : { fate };
  });

const arbitraryBatch: fc.Arbitrary<GivenBatch> = fc.record({
  provider: fc.constantFrom(MARKET, WATER),
  entry: fc.constantFrom("penalty", "penalty", "honour"),
  receivedAt: fc.constantFrom(
    instant("2026-08-31", "23:59:59.500"),
    instant("2026-09-01", "00:00:00.000"),
    instant("2026-09-07"),
    instant("2026-09-18", "16:20:30.123"),
    instant("2026-10-01", "00:00:00.000"),
  ),
  state: fc.constantFrom("done", "done", "withdrawn", "failed"),
  carriedOver: fc.constantFrom(false, false, true),
  rows: fc.array(arbitraryRow, { maxLength: 8 }),
});

test("numbers and rows agree with asking each row by itself", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryBatch, { maxLength: 6 }), async (batches) => {
      const lines = await linesOf(batches);
      for (const provider of [MARKET, WATER]) {
        const line = penalties(lines, provider);
        expect(line).toMatchObject(modelled(batches, provider, SEPTEMBER));
        for (const kind of rowKinds) {
          const rows = (await rowsOf(kind, { providers: [provider] })).filter(({ row }) => row.entry === "penalty");
          const wanted = kind === "second" || kind === "missing" ? 0 : line[kind];
          expect([kind, rows.length]).toEqual([kind, wanted]);
        }
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
