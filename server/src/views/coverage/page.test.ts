import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOfInstant } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { testApp } from "../site/test-app.ts";
import { testSnapshot } from "../visibility/test-policy.ts";
import { addCoverageRoutes } from "./index.ts";
import { coverageCss } from "./pages/coverage.ts";

let bed: TestDatabase;
let app: HttpApp;
const now = Date.parse("2026-09-09T09:42:00+08:00");
const policy = testSnapshot();
const [provider = ""] = [...policy.providers.keys()];
const batch = "00000000-0000-7000-8000-000000000001";

beforeAll(async () => {
  bed = await testDatabase();
  await bed.admin.write(async (tx) => {
    await tx.run(
      statement(
        "test.covered-batch",
        `insert into ingest.batch (batch, provider, entry, mapping, account, state, created_at, finished_at)
         values ($1, $2, 'penalty', 'official', gen_random_uuid(), 'done', '2026-09-08T01:00:00Z', '2026-09-08T02:30:00Z')`,
      ),
      [batch, provider],
    );
    for (const [row, state] of [
      [2, "open"],
      [3, "open"],
      [4, "rejected"],
    ])
      await tx.run(
        statement("test.covered-question", "insert into ingest.question values ($1, $2, '', '{}', '{}', '{}', $3)"),
        [batch, row, state],
      );
    await tx.run(
      statement(
        "test.covered-day",
        "insert into ingest.completeness values ($1, 'permit', '2026-09-08', null, '2026-09-08T10:00:00Z', gen_random_uuid())",
      ),
      [provider],
    );
  });
  app = testApp();
  const clock = { now: () => now, today: () => dayOfInstant(now) };
  addCoverageRoutes(app, { db: bed.db, clock, policy: () => policy, calendar: null, site: { name: "信用示例市" } });
});
afterAll(() => bed.drop());

const page = async (path: string): Promise<string> => (await app.request(path)).text();

test("every entry has a chapter to which a scope can point, with the newest receipt and the questions that wait", async () => {
  const html = await page("/coverage");
  for (const id of ["penalty", "permit", "honour"]) expect(html).toContain(`<section class="sec" id="${id}">`);
  expect(html).toContain("2026-09-08 10:30 收到，疑问待核实 2 条");
  expect(html).toContain("未收到");
  expect(html).not.toContain('id="inspection"');
});

test("a filter narrows the chapters, and one that names nothing narrows nothing", async () => {
  expect(await page("/coverage?entry=permit")).not.toContain('<section class="sec" id="penalty">');
  expect(await page("/coverage?state=complete")).not.toContain('<section class="sec" id="penalty">');
  expect(await page("/coverage?entry=permit&state=never")).toContain("没有这样的数据源单位");
  expect(await page("/coverage?entry=nothing&provider=%3Cb%3E")).toContain('<section class="sec" id="penalty">');
});

test("the interface says the same", async () => {
  const { items } = (await (await app.request("/api/v1/coverage")).json()) as { items: Record<string, unknown>[] };
  expect(items.find((one) => one["entry"] === "penalty")).toMatchObject({
    state: "unknown",
    lastReceiptAt: "2026-09-08T02:30:00.000Z",
    openQuestions: 2,
  });
});

test("the page's style stays within its measure", () =>
  expect(Buffer.byteLength(coverageCss)).toBeLessThanOrEqual(8192));
