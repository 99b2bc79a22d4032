import { afterAll, beforeAll, expect, test } from "vitest";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { keepSnapshot, keptSnapshot } from "./index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const snapshot = {
  day: "2026-09-09",
  region: "990100",
  hash: "cd".repeat(32),
  regionName: "示例市",
  districts: new Map(),
  official: false,
  sources: new Map([["notice", { id: "notice", title: "示例办法" }]]),
  categories: [],
  entries: new Map(),
  providers: new Map(),
  mappings: new Map([["m", { columns: { 名称: "name" } }]]),
  forbidden: [],
  publicity: { rules: [] },
} as unknown as PolicySnapshot;

test("a policy is kept once for each hash, from the day of its first use", async () => {
  const { db } = database;
  expect(await db.write((tx) => keepSnapshot(tx, snapshot))).toBe(true);
  expect(await db.write((tx) => keepSnapshot(tx, { ...snapshot, day: "2026-09-10" } as PolicySnapshot))).toBe(false);
  expect(await db.read((tx) => keptSnapshot(tx, snapshot.hash))).toMatchObject({
    sources: { notice: { title: "示例办法" } },
    mappings: { m: { columns: { 名称: "name" } } },
  });
  expect(await db.read((tx) => keptSnapshot(tx, "00".repeat(32)))).toBeNull();
  const rows = await db.read((tx) =>
    tx.rows<{ day: string }>(statement("test.day", "select first_used_on as day from releases.snapshot")),
  );
  expect(rows).toEqual([{ day: "2026-09-09" }]);
});

test("the body of a policy that is kept already is not made again", async () => {
  const unreadable = (hash: string): PolicySnapshot =>
    Object.defineProperty({ ...snapshot, hash }, "sources", {
      enumerable: true,
      get: () => {
        throw new Error("the body was made");
      },
    });
  const { db } = database;
  expect(await db.write((tx) => keepSnapshot(tx, unreadable(snapshot.hash)))).toBe(false);
  await expect(db.write((tx) => keepSnapshot(tx, unreadable("ef".repeat(32))))).rejects.toThrow("the body was made");
});

test("the server's role cannot change a kept policy", async () => {
  const change = statement("test.change", "update releases.snapshot set body = '{}'");
  await expect(database.db.write((tx) => tx.run(change))).rejects.toThrow("permission denied");
});
