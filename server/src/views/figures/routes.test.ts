import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOfInstant } from "../../kernel/day.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openCursors } from "../../platform/http/cursor.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { httpTexts } from "../../platform/http/text.ts";
import { testApp } from "../site/test-app.ts";
import { addFiguresRoutes, figuresTexts } from "./index.ts";
import { figuresPages } from "./pages.ts";
import { figuresCss } from "./pages/figures.ts";
import { rowsCss } from "./pages/rows.ts";
import {
  EAST,
  FIRM,
  MARKET,
  WATER,
  calendar2026,
  endDocument,
  figuresPolicy,
  instant,
  statementId,
  testKeys,
  writeBatches,
} from "./test-figures.ts";

let bed: TestDatabase;
let app: HttpApp;
const now = instant("2026-09-30", "12:00:00.000");
const policy = figuresPolicy();
const GONE = "11990100000000009G";
const sheet = "张三的处罚";

beforeAll(async () => {
  bed = await testDatabase();
  app = testApp({ ...httpTexts, ...figuresTexts });
  addFiguresRoutes(app, {
    db: bed.db,
    clock: { now: () => now, today: () => dayOfInstant(now) },
    policy: () => policy,
    calendar: { ...calendar2026, marks: new Map([[2026, "secondary"]]) },
    keys: testKeys,
    cursors: openCursors((bytes) => Buffer.concat([Buffer.from(bytes), Buffer.alloc(16)]).subarray(0, 16)),
    site: { name: "信用示例市" },
  });
  const decided = Array.from({ length: 60 }, () => ({ fate: "accepted" as const, decidedOn: "2026-08-18" }));
  await writeBatches(bed.admin, [
    { provider: MARKET, entry: "penalty", receivedAt: instant("2026-08-20"), state: "done", rows: decided },
    {
      provider: WATER,
      entry: "permit",
      receivedAt: instant("2026-08-28"),
      state: "done",
      rows: [
        { fate: "accepted", decidedOn: "2026-08-03" },
        { fate: "accepted", decidedOn: "2026-08-03", subject: "92990101MA00SHOP1X" },
        { fate: "rejected", sheet },
      ],
    },
    {
      // It is on the register no more, and sent all the same.
      provider: GONE,
      entry: "permit",
      receivedAt: instant("2026-07-28"),
      state: "done",
      rows: [{ fate: "accepted", decidedOn: "2026-07-27", document: "ended" }, { fate: "accepted" }],
    },
    {
      provider: EAST,
      entry: "permit",
      receivedAt: instant("2026-07-29"),
      state: "done",
      rows: [
        { fate: "accepted", decidedOn: "2026-07-27", authorityCode: MARKET },
        { fate: "accepted", decidedOn: "2026-07-27", authorityCode: MARKET, subject: "92990101MA00SHOP1X" },
      ],
    },
  ]);
  await endDocument(bed.admin, "ended", { kind: "revoked", effective: "2026-08-01" });
});
afterAll(() => bed.drop());

const get = (path: string): Promise<Response> => Promise.resolve(app.request(path));
const page = async (path: string): Promise<string> => (await get(path)).text();

test("the page shows the newest whole month, its moment, and every number as a link to its rows", async () => {
  const response = await get("/figures");
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/u);
  const html = await response.text();
  expect(html).toContain("双公示统计 2026年8月");
  expect(html).toContain("截至 2026-09-30 12:00");
  expect(html).toContain(`/figures/rows?month=2026-08&amp;kind=submitted&amp;entry=penalty&amp;provider=${MARKET}`);
  expect(html).toContain("无第二来源");
});

test("rows are listed by place and day, never by whom they are about", async () => {
  const response = await get("/figures/rows?month=2026-08&kind=accepted&entry=penalty");
  expect(response.headers.get("x-robots-tag")).toContain("noindex");
  expect(response.headers.get("cache-control")).toBe("no-cache");
  const html = await response.text();
  expect(html).toContain("2026-08-18");
  const next = /rel="next" href="([^"]+)"/u.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await page(next);
  expect(second.match(/<th scope="row">/gu)).toHaveLength(10);
  expect((await get(next.replace("accepted", "late"))).status).toBe(422);
});

test("a record is linked where everybody may read it, and never that of an individual business", async () => {
  const { items } = (await (
    await get("/api/v1/figures/dual-publicity/rows?month=2026-08&kind=late&entry=permit")
  ).json()) as {
    items: { record: { subject: string } | null; verdict: string; workingDays: number }[];
  };
  expect(items.map((one) => one.verdict)).toEqual(["late", "late"]);
  expect(items.map((one) => one.workingDays)).toEqual([19, 19]);
  expect(items.map((one) => one.record?.subject ?? null)).toEqual([FIRM, null]);
});

const listed = async (query: string): Promise<{ items: { record: unknown; batch: string }[]; next: string | null }> =>
  (await get(`/api/v1/figures/dual-publicity/rows?${query}`)).json() as Promise<never>;

test("the interface links no adverse record: those are read one by one, on the page", async () => {
  const query = "month=2026-08&kind=accepted&entry=penalty";
  const { items } = await listed(query);
  expect(items).toHaveLength(50);
  expect(items.filter(({ record }) => record !== null)).toEqual([]);
  expect(await page(`/figures/rows?${query}`)).toContain(`/subjects/${FIRM}/records/`);
});

test("neither a cursor nor a row tells the id of a record, or the words on a sheet", async () => {
  const ids = [1, 2, 3, 4].flatMap((batch) => Array.from({ length: 60 }, (_, at) => statementId(batch, at + 1)));
  const cursors: string[] = [];
  const follow = async (query: string): Promise<void> => {
    for (let next: string | null = ""; next !== null;) {
      const read = await listed(`${query}&limit=1${next === "" ? "" : `&cursor=${next}`}`);
      expect(JSON.stringify(read)).not.toContain(sheet);
      ({ next } = read);
      if (next !== null) cursors.push(next);
    }
  };
  await follow("month=2026-08&entry=permit");
  await follow("month=2026-07&kind=second");
  await follow("month=2026-07");
  await follow("month=2026-08&kind=late&entry=penalty");
  expect(cursors).toHaveLength(2 + 1 + 3 + 0);
  cursors.push((await listed("month=2026-08&entry=penalty&limit=1")).next ?? "");
  for (const cursor of cursors) {
    const opened = cursor.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    for (const text of [cursor, ...opened]) {
      expect(text).not.toContain(Buffer.from(sheet).toString("latin1"));
      for (const id of ids)
        for (const form of ["hex", "base64url", "latin1"] as const) expect(text).not.toContain(id.toString(form));
    }
  }
  expect(await page("/figures/rows?month=2026-08&entry=permit")).not.toContain(sheet);
});

test("the sum of a region opens to the departments that it is of, the register's or not", async () => {
  const { regions } = (await (await get("/api/v1/figures/dual-publicity?month=2026-07")).json()) as {
    regions: { region: string; sum: { submitted: number } }[];
  };
  for (const { region, sum } of regions)
    expect((await listed(`month=2026-07&region=${region}`)).items).toHaveLength(sum.submitted);
  expect((await listed("month=2026-07&region=990100")).items).toHaveLength(2);
  expect((await get("/api/v1/figures/dual-publicity/rows")).status).toBe(422);
});

test("years whose working days are not from the notice itself are named", async () => {
  expect(await page("/figures")).toContain("2026 年的放假安排据二手来源");
});

test("the interface adds up as the page does, and the table goes out as CSV that no spreadsheet runs", async () => {
  const body = (await (await get("/api/v1/figures/dual-publicity?month=2026-08")).json()) as {
    entries: { entry: string; sum: Record<string, number> }[];
    regions: { sum: Record<string, number> }[];
  };
  const permit = body.entries.find((one) => one.entry === "permit");
  expect(permit?.sum).toMatchObject({
    submitted: 3,
    accepted: 2,
    rejected: 1,
    compliance: 66.67,
    late: 2,
    lateness: 100,
  });
  expect(body.regions[0]?.sum).toMatchObject({ submitted: 63 });
  const response = await get("/api/v1/figures/dual-publicity?month=2026-08&format=csv");
  expect(response.headers.get("content-disposition")).toContain("dual-publicity-2026-08");
  const lines = (await response.text()).trim().split("\r\n");
  expect(lines).toHaveLength(1 + 2 * (3 + 1));
  expect(lines.find((line) => line.includes(WATER) && line.includes("行政许可"))).toContain(",3,2,0,0,1,0,2,");
});

test.each(["2026-13", "2026-10", "1999-01", "x"])("there is no month %j", async (month) => {
  expect((await get(`/figures?month=${month}`)).status).toBe(404);
  expect((await get(`/api/v1/figures/dual-publicity?month=${month}`)).status).toBe(404);
});

test("there is no number that is not one of the table's", async () => {
  expect((await get("/figures/rows?month=2026-08&kind=subjects")).status).toBe(404);
});

test("a page's style stays within its measure", () => {
  for (const css of [figuresCss, rowsCss]) expect(Buffer.byteLength(css)).toBeLessThanOrEqual(8192);
  expect(figuresPages.figures.contentSecurityPolicy).toContain("sha256-");
});
