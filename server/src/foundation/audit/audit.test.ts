import { randomBytes } from "node:crypto";
import { canonicalText } from "@xinheng/log/canonical";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { auditTrail, isUnaltered, record } from "./index.ts";
import type { AuditEntry, Deed } from "./index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const at = new Date("2026-09-09T00:00:00.123Z");
const account = { account: "11111111-1111-4111-8111-111111111111", organisation: "11990100MB0XH0054P" };

function deed(target: string, more: Partial<Deed> = {}): Deed {
  return { at, account, action: "batch.withdraw", purpose: "更正", target, state: { from: "done", rows: 3 }, ...more };
}

async function trail(target: string): Promise<AuditEntry[]> {
  return database.db.read((tx) => auditTrail(tx, target));
}

test("what was recorded reads back unaltered, oldest first", async () => {
  const root = randomBytes(32);
  await database.db.write(async (tx) => {
    await record(
      tx,
      deed("b1", { at: new Date(at.getTime() + 1000), state: { z: 1, a: ["x", null, true], b: { c: "é" } } }),
    );
    await record(tx, deed("b1", { count: 5000, root, account: null, purpose: null }));
  });
  const [first, second] = await trail("b1");
  expect(first).toMatchObject({ account: null, organisation: null, count: 5000, root, purpose: null });
  expect(second).toMatchObject({
    ...account,
    action: "batch.withdraw",
    count: 1,
    root: null,
    at: new Date(at.getTime() + 1000),
  });
  expect([first, second].every((entry) => entry !== undefined && isUnaltered(entry))).toBe(true);
});

test("a deed that fails leaves no entry", async () => {
  const failing = database.db.write(async (tx) => {
    await record(tx, deed("b2"));
    throw new Error("the disk is full");
  });
  await expect(failing).rejects.toThrow("the disk is full");
  expect(await trail("b2")).toEqual([]);
});

test("the server's role can neither change nor delete an entry", async () => {
  await database.db.write((tx) => record(tx, deed("b3")));
  for (const text of ["update audit.entry set action = 'x'", "delete from audit.entry"]) {
    await expect(database.db.write((tx) => tx.run(statement(`test.${text.slice(0, 6)}`, text)))).rejects.toThrow(
      "permission denied",
    );
  }
});

test("a value without canonical bytes is no state", async () => {
  await expect(database.db.write((tx) => record(tx, deed("b4", { state: { share: 0.5 } })))).rejects.toThrow("float");
});

test("any changed entry is found", async () => {
  await database.db.write((tx) => record(tx, deed("b5", { root: randomBytes(32) })));
  const [entry] = await trail("b5");
  if (entry === undefined) throw new Error("no entry");
  const text = fc.oneof(fc.constant(null), fc.string());
  const changes = fc.record(
    {
      entry: fc.uuid(),
      at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
      account: fc.oneof(fc.constant(null), fc.uuid()),
      organisation: text,
      action: fc.string(),
      purpose: text,
      target: text,
      state: fc.dictionary(fc.string({ unit: "grapheme-ascii" }), fc.oneof(fc.integer(), fc.string(), fc.boolean())),
      count: fc.integer(),
      root: fc.oneof(
        fc.constant(null),
        fc.uint8Array({ maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
      ),
      seed: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
      commitment: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
    },
    { requiredKeys: [] },
  );
  const shape = (value: AuditEntry): string =>
    JSON.stringify({ ...value, at: value.at.getTime(), state: canonicalText(value.state) });
  fc.assert(
    fc.property(changes, (change) => {
      const changed: AuditEntry = { ...entry, ...change };
      expect(isUnaltered(changed)).toBe(shape(changed) === shape(entry));
    }),
    { numRuns: 500 },
  );
});
