// Lists over many batches: pages hold everything once, in order, and nothing of another's.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { countOpenQuestions, listBatches, listOpenQuestions } from "./store/lists.ts";
import type { BatchLine, BatchPlace, OpenQuestion, QuestionPlace } from "./store/lists.ts";

const first = "11990100990001378K";
const second = "11990100990006857Y";
let database: TestDatabase;

const insertBatch = statement(
  "test.batch",
  `insert into ingest.batch (batch, provider, entry, mapping, account, client, state, created_at)
   values ($1, $2, $3, '', $4, $5, $6, $7)`,
);
const insertQuestion = statement(
  "test.question",
  `insert into ingest.question (batch, row, sheet, codes, candidate, proposals, state)
   values ($1, $2, $3, '{}', '{}', '{}', $4)`,
);

beforeAll(async () => {
  database = await testDatabase();
  await database.admin.write(async (tx) => {
    // Several of one moment, so that the id settles their order.
    for (let index = 0; index < 12; index += 1) {
      const batch = randomUUID();
      const at = new Date(Date.parse("2026-09-09T00:00:00Z") + Math.floor(index / 3) * 1000);
      const provider = index % 4 === 3 ? second : first;
      const state = index === 0 ? "withdrawn" : "done";
      const client = index === 4 ? "A".repeat(22) : null;
      await tx.run(insertBatch, [
        batch,
        provider,
        index % 2 === 0 ? "penalty" : "permit",
        randomUUID(),
        client,
        state,
        at,
      ]);
      for (const [sheet, row] of [
        ["", 3],
        ["", 2],
        ["表", 2],
      ] as const) {
        await tx.run(insertQuestion, [batch, row, sheet, row === 3 ? "rejected" : "open"]);
      }
    }
  });
});
afterAll(() => database.drop());

const all = { provider: null, client: null, entry: null, state: null, from: null, until: null };

test.each([1, 2, 5, 12, 13])("batches in pages of %i are all there once, newest first", async (limit) => {
  const whole = await database.db.read((tx) => listBatches(tx, { ...all, after: null, limit: 100 }));
  expect(whole).toHaveLength(12);
  const seen: string[] = [];
  let after: BatchPlace | null = null;
  for (;;) {
    const place: BatchPlace | null = after;
    const page: BatchLine[] = await database.db.read((tx) => listBatches(tx, { ...all, after: place, limit }));
    seen.push(...page.map(({ batch }) => batch));
    const last = page.at(-1);
    if (last === undefined || page.length < limit) break;
    after = { at: last.createdAt, batch: last.batch };
  }
  expect(seen).toEqual(whole.map(({ batch }) => batch));
  const times = whole.map(({ createdAt }) => createdAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test.each([
  [{ provider: first }, 9],
  [{ provider: first, client: "A".repeat(22) }, 1],
  [{ entry: "penalty" }, 6],
  [{ state: "withdrawn" as const }, 1],
  [{ from: new Date("2026-09-09T00:00:01Z"), until: new Date("2026-09-09T00:00:02Z") }, 3],
])("%o finds %i", async (filter, count) => {
  const found = await database.db.read((tx) => listBatches(tx, { ...all, ...filter, after: null, limit: 100 }));
  expect(found).toHaveLength(count);
  expect(found.every(({ openQuestions }) => openQuestions === 2)).toBe(true);
});

test.each([1, 2, 3, 100])("open questions in pages of %i are all there once", async (limit) => {
  const seen: string[] = [];
  let after: QuestionPlace | null = null;
  for (;;) {
    const asked = { provider: first, client: null, entry: null, after, limit };
    const page: OpenQuestion[] = await database.db.read((tx) => listOpenQuestions(tx, asked));
    seen.push(...page.map(({ batch, sheet, row }) => `${batch} ${sheet} ${row}`));
    const last = page.at(-1);
    if (last === undefined || page.length < limit) break;
    after = { at: last.createdAt, batch: last.batch, sheet: last.sheet, row: last.row };
  }
  // Eight batches that are done, two open questions each.
  expect(seen).toHaveLength(16);
  expect(new Set(seen).size).toBe(16);
});

test("counts are by provider and entry, of what can be decided", async () => {
  const counts = await database.db.read((tx) => countOpenQuestions(tx, { provider: null, client: null }, null));
  expect(counts.reduce((sum, { open }) => sum + open, 0)).toBe(22);
  const own = await database.db.read((tx) => countOpenQuestions(tx, { provider: second, client: null }, "permit"));
  expect(own).toEqual([{ provider: second, entry: "permit", open: 6 }]);
});
