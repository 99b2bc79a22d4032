import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../server/src/platform/database/test-database.ts";
import type { TestDatabase } from "../../server/src/platform/database/test-database.ts";
import { askOurs, scoreOf } from "./ask.ts";
import type { Asked } from "./ask.ts";
import { drawQueries, kinds } from "./draw.ts";
import { loadSubjects } from "./load.ts";
import { absentFile, readRegister } from "./register.ts";

const absent = absentFile();
if (absent !== null) console.log(`judged queries are left out: no ${absent}`);

describe.skipIf(absent !== null)("sixty judged queries over 20,000 real names", () => {
  let bed: TestDatabase;
  let asked: readonly Asked[] = [];
  beforeAll(async () => {
    bed = await testDatabase();
    const register = await readRegister(20_000);
    await loadSubjects(bed.db, register.subjects);
    const all: Asked[] = [];
    for (const query of drawQueries(register, 0.2)) all.push(await askOurs(bed.db, query));
    asked = all;
  });
  afterAll(() => bed.drop());

  const recallOf = (some: readonly Asked[]): number => scoreOf(some).recall10;

  test("98 in a hundred of those meant are among the first ten", () => {
    expect(asked.length).toBe(60);
    expect(recallOf(asked)).toBeGreaterThanOrEqual(0.98);
  });

  test.each(kinds)("nearly all queries by %s are answered", (kind) => {
    expect(recallOf(asked.filter(({ query }) => query.kind === kind))).toBeGreaterThanOrEqual(0.9);
  });

  test("who is found by a former name is shown with it", () => {
    const byFormer = asked.filter(({ query }) => query.kind === "former name");
    const silent = byFormer.filter(({ query, found }) =>
      found.some(({ uscc, formerName }) => query.meant[0] === uscc && query.meant.length === 1 && formerName === null),
    );
    expect(byFormer.length).toBeGreaterThan(10);
    expect(silent.length).toBe(0);
  });
});
