// Two hundred who come in the very moment in which what is counted for all of them has expired.
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { dayOfInstant } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";
import type { Database } from "../../src/platform/database/pool.ts";
import { testDatabase } from "../../src/platform/database/test-database.ts";
import type { TestDatabase } from "../../src/platform/database/test-database.ts";
import { openCursors } from "../../src/platform/http/cursor.ts";
import { createHttpApp } from "../../src/platform/http/http-app.ts";
import type { HttpApp } from "../../src/platform/http/http-app.ts";
import { addPublicityRoutes } from "../../src/views/publicity/index.ts";
import { firm } from "./test-sheets.ts";
import { testSnapshot } from "../../src/views/visibility/test-policy.ts";

const noon = Date.parse("2026-09-09T12:00:00+08:00");

let bed: TestDatabase;
let now = noon;
const asked = new Map<string, number>();

beforeAll(async () => {
  bed = await testDatabase();
});
afterAll(() => bed.drop());
afterEach(() => void vi.useRealTimers());

/** Counts what is asked of the database, by the first two words of a statement's name. */
function counting(db: Database): Database {
  return {
    ...db,
    read: (work) =>
      db.read((tx) =>
        work({
          ...tx,
          rows: (statement, values) => {
            const name = statement.name.split(".").slice(0, 2).join(".");
            asked.set(name, (asked.get(name) ?? 0) + 1);
            return tx.rows(statement, values);
          },
        }),
      ),
  };
}

function openSite(): HttpApp {
  const app = createHttpApp({
    texts: {},
    watch: { request: () => undefined, fault: () => undefined },
    secure: false,
    bodyBytes: 1000,
    uploadPaths: [],
  });
  const policy = testSnapshot({ day: "2026-09-09" as Day });
  addPublicityRoutes(app, {
    db: counting(bed.db),
    clock: { now: () => now, today: () => dayOfInstant(now) },
    policy: () => policy,
    nameDigest: () => Buffer.alloc(16),
    calendar: null,
    cursors: openCursors(() => Buffer.alloc(16)),
    site: { name: "信用示例市" },
  });
  return app;
}

/** How often two hundred at once make the database do what a slice asks of it. */
async function come(app: HttpApp, path: string, slice: string): Promise<Readonly<Record<string, number>>> {
  asked.clear();
  const answers = await Promise.all(Array.from({ length: 200 }, () => Promise.resolve(app.request(path))));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  return Object.fromEntries([...asked].filter(([name]) => name.startsWith(`${slice}.`)));
}

test("the figures of the home page are counted once, at first, when they expire and on a new day", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  now = noon;
  const app = openSite();
  const once = { "publicity.subjects": 1, "publicity.count": 1 };
  expect(await come(app, "/", "publicity")).toEqual(once);
  vi.advanceTimersByTime(44_000);
  expect(await come(app, "/", "publicity")).toEqual({});
  vi.advanceTimersByTime(1000);
  expect(await come(app, "/", "publicity")).toEqual(once);
  now = Date.parse("2026-09-10T00:00:00+08:00");
  expect(await come(app, "/", "publicity")).toEqual(once);
});

test("how far providers have come is read once, and not again while it is fresh", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  now = noon;
  const app = openSite();
  const subject = `/subjects/${firm(1).code}`;
  for (const wait of [0, 2000, 2000]) {
    vi.advanceTimersByTime(wait);
    for (const times of Object.values(await come(app, subject, "coverage"))) expect(times).toBe(1);
    expect(await come(app, subject, "coverage")).toEqual({});
  }
});
