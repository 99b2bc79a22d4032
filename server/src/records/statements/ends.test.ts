// The door of ends against a real PostgreSQL: numbered, taken back, for a time, marked, and in one order.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { endedDecisions, liftMark, restoreEnd, saveEnd, saveEndedBatch, saveMark, sequenceChanges } from "./index.ts";
import type { End } from "./index.ts";

let bed: TestDatabase;
beforeAll(async () => {
  bed = await testDatabase();
});
afterAll(() => bed.drop());

const account = randomUUID();
const at = (second: number): Date => new Date(Date.UTC(2026, 8, 1, 0, 0, second));
let made = 0;

function fresh(): { subject: string; decision: Buffer } {
  made += 1;
  return { subject: `S${made}`, decision: Buffer.from(`decision ${made}`) };
}

function endOf(of: { subject: string; decision: Buffer }, over: Partial<End> = {}): End {
  const end = { kind: "repaired", effective: "2026-09-01", through: null, documentNo: null } as const;
  return { ...of, ...end, recordedAt: at(1), account, ...over };
}

const standing = statement(
  "test.standing",
  "select kind, no, through from statements.pub_ended where subject = $1 order by kind, no",
);
const changes = statement(
  "test.changes",
  "select position, kind, what, subject from statements.pub_change where subject = $1 order by position",
);
const positions = statement("test.positions", "select position from statements.pub_change order by position");

const standingOf = (subject: string): Promise<unknown[]> => bed.db.read((tx) => tx.rows(standing, [subject]));

describe("an end", () => {
  test("said twice is one, and leaves one change", async () => {
    const one = fresh();
    expect(await bed.db.write((tx) => saveEnd(tx, endOf(one)))).toBe(1);
    expect(await bed.db.write((tx) => saveEnd(tx, endOf(one, { recordedAt: at(2) })))).toBe(0);
    await sequenceChanges(bed.db);
    expect(await bed.db.read((tx) => tx.rows(changes, [one.subject]))).toMatchObject([
      { kind: "ended", what: "repaired" },
    ]);
  });

  test("that is taken back stands no more, may come again, and is then another", async () => {
    const one = fresh();
    const back = { ...one, kind: "repaired", recordedAt: at(2), documentNo: "撤修〔2026〕1号", account } as const;
    expect(await bed.db.write((tx) => restoreEnd(tx, back))).toBe(0);
    await bed.db.write((tx) => saveEnd(tx, endOf(one)));
    expect(await bed.db.write((tx) => restoreEnd(tx, back))).toBe(1);
    expect(await bed.db.write((tx) => restoreEnd(tx, back))).toBe(0);
    expect(await standingOf(one.subject)).toEqual([]);
    const asked = [{ subject: one.subject, decision: one.decision.toString("hex") }];
    expect(await bed.db.read((tx) => endedDecisions(tx, asked))).toEqual(new Set());
    await bed.db.write((tx) => saveEnd(tx, endOf(one, { recordedAt: at(3) })));
    expect(await standingOf(one.subject)).toMatchObject([{ kind: "repaired", no: 2 }]);
    expect(await bed.db.read((tx) => endedDecisions(tx, asked))).toEqual(new Set([asked[0]?.decision]));
    await sequenceChanges(bed.db);
    const kinds = (await bed.db.read((tx) => tx.rows<{ kind: string }>(changes, [one.subject]))).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(["ended", "restored", "ended"]);
  });

  test("for a time names its last day, and a re-send meanwhile is no repaired matter come again", async () => {
    const one = fresh();
    await bed.db.write((tx) => saveEnd(tx, endOf(one, { kind: "shielded", through: "2026-12-31" as Day })));
    expect(await standingOf(one.subject)).toMatchObject([{ kind: "shielded", through: "2026-12-31" }]);
    const asked = [{ subject: one.subject, decision: one.decision.toString("hex") }];
    expect(await bed.db.read((tx) => endedDecisions(tx, asked))).toEqual(new Set());
  });

  test("of a kind that holds for good has no last day, nor one for a time none", async () => {
    const one = fresh();
    const wrong = [endOf(one, { through: "2026-12-31" as Day }), endOf(one, { kind: "shielded" })];
    for (const end of wrong) await expect(bed.db.write((tx) => saveEnd(tx, end))).rejects.toThrow(/ended_shield_ends/);
  });
});

test("a mark stands until it is lifted, once", async () => {
  const one = fresh();
  const mark = {
    kind: "objection",
    pauses: false,
    ref: "case",
    setOn: "2026-09-01" as Day,
    setAt: at(1),
    account,
  } as const;
  const id = await bed.db.write((tx) => saveMark(tx, { ...one, ...mark, policyHash: Buffer.alloc(32) }));
  const lifted = { subject: one.subject, mark: id, at: at(2), account };
  expect(await bed.db.write((tx) => liftMark(tx, { ...lifted, subject: "S0" }))).toBe(0);
  expect(await bed.db.write((tx) => liftMark(tx, lifted))).toBe(1);
  expect(await bed.db.write((tx) => liftMark(tx, lifted))).toBe(0);
  await sequenceChanges(bed.db);
  const kinds = (await bed.db.read((tx) => tx.rows<{ kind: string }>(changes, [one.subject]))).map(({ kind }) => kind);
  expect(kinds).toEqual(["marked", "unmarked"]);
});

test("places leave no gap, whoever gives them, and none is given before its act is committed", async () => {
  const held = Promise.withResolvers<void>();
  const wrote = Promise.withResolvers<void>();
  const late = fresh();
  const open = bed.db.write(async (tx) => {
    await saveEnd(tx, endOf(late, { recordedAt: at(0) }));
    wrote.resolve();
    await held.promise;
  });
  await wrote.promise;
  const others = Array.from({ length: 20 }, fresh);
  await Promise.all(others.map((one) => bed.db.write((tx) => saveEnd(tx, endOf(one)))));
  await bed.db.write((tx) =>
    saveEndedBatch(tx, { batch: randomUUID(), effective: "2026-09-01", recordedAt: at(4), account }),
  );
  await Promise.all([sequenceChanges(bed.db), sequenceChanges(bed.db)]);
  expect(await bed.db.read((tx) => tx.rows(changes, [late.subject]))).toEqual([]);
  held.resolve();
  await open;
  await sequenceChanges(bed.db);
  const rows = (await bed.db.read((tx) => tx.rows<{ position: number }>(positions))).map(({ position }) =>
    Number(position),
  );
  expect(rows).toEqual(rows.map((_, place) => place));
  const [last] = await bed.db.read((tx) => tx.rows<{ position: number }>(changes, [late.subject]));
  expect(Number(last?.position)).toBe(rows.length - 1);
});
