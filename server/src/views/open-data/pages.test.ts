import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import type { Chrome } from "../site/index.ts";
import { openDataPage } from "./pages.ts";
import type { OpenDataModel } from "./pages.ts";
import { get, record, site, useDownloads } from "./test-bed.ts";

useDownloads();

const HOSTILE = '<img src=x onerror="alert(1)">&\'';
const chrome: Chrome = {
  siteName: "信用示例市",
  regionName: "示例市",
  official: false,
  today: "2026-09-09" as Day,
  generatedAt: "2026-09-09 09:42",
  policyVersion: "demo",
  large: false,
  path: "/open-data",
};
const model: OpenDataModel = {
  datasets: [
    {
      id: "permit",
      title: HOSTILE,
      count: 1_204_318,
      files: [{ format: "csv", href: "/api/v1/open-data/permit.csv" }],
      schemaHref: "/api/v1/open-data/permit/schema",
      coverageHref: "/coverage?entry=permit",
      completeThrough: null,
      newestReceipt: null,
    },
  ],
  countedAt: "2026-09-09 09:42",
  terms: { name: HOSTILE, confirmed: false, href: "https://credit.example.invalid/a?b=1&c=2", lines: [HOSTILE] },
};

test("nothing of a name becomes markup, and counts are grouped", () => {
  const html = String(openDataPage.render(model, chrome));
  expect(html).not.toContain("<img");
  expect(html).toContain("1,204,318");
  expect(html).toContain("b=1&amp;c=2");
});

test("terms that nobody confirmed say so, confirmed ones do not", () => {
  expect(String(openDataPage.render(model, chrome))).toContain("未经任何机关确认");
  const confirmed = { ...model, terms: { ...model.terms, confirmed: true } };
  expect(String(openDataPage.render(confirmed, chrome))).not.toContain("未经任何机关确认");
});

test("without a data set the page says so", () => {
  expect(String(openDataPage.render({ ...model, datasets: [] }, chrome))).toContain("没有可以整份下载的事项");
});

test("the page lists each data set with its files and leads to what is not among them", async () => {
  await record();
  const response = await site().request("/open-data");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-security-policy")).toBe(openDataPage.contentSecurityPolicy);
  const html = await response.text();
  for (const format of ["csv", "ndjson", "parquet"]) expect(html).toContain(`/api/v1/open-data/permit.${format}"`);
  expect(html).toContain("/coverage?entry=permit");
  expect(html).not.toContain("/api/v1/open-data/penalty");
  expect(html).toContain('id="terms"');
  expect(gzipSync(html).length).toBeLessThan(8192);
  // Every link of the page to a file is one that answers.
  for (const [, path] of html.matchAll(/href="\/api\/v1(\/open-data[^"]*)"/g)) {
    const answer = await get(path ?? "", { method: "HEAD" });
    expect([path, answer.status]).toEqual([path, 200]);
  }
});

test("the page may be reused for seconds, never beyond its day", async () => {
  const response = await site().request("/open-data");
  expect(response.headers.get("cache-control")).toBe("public, max-age=30");
});
