import { expect, test } from "vitest";
import { loadOf, repeatable } from "./crowd.ts";

test.each([
  ["GET", "/", "page"],
  ["GET", "/subjects/91990100MA00DEMO0X", "page"],
  ["HEAD", "/api/v1/subjects/91990100MA00DEMO0X/records", "page"],
  ["GET", "/api/v1/coverage", "page"],
  ["GET", "/api/v1/catalogue/penalty/template.csv", "page"],
  ["GET", "/subjects", "search"],
  ["GET", "/api/v1/subjects", "search"],
  ["GET", "/lists", "page"],
  ["GET", "/lists/penalty", "search"],
  ["GET", "/figures", "search"],
  ["GET", "/figures/rows", "search"],
  ["GET", "/api/v1/figures/dual-publicity", "search"],
  ["GET", "/api/v1/figures/dual-publicity/rows", "search"],
  ["GET", "/api/v1/open-data", "page"],
  ["GET", "/api/v1/open-data/permit/schema", "page"],
  ["GET", "/sitemap.xml", "bulk"],
  ["GET", "/open-data/permit.csv", "bulk"],
  ["GET", "/api/v1/open-data/permit", "bulk"],
  ["GET", "/subjects/91990100MA00DEMO0X/records.csv", "bulk"],
  ["GET", "/api/v1/openapi.json", "watch"],
  ["GET", "/api/v1/batches/1/issues", "write"],
  ["POST", "/api/v1/batches", "write"],
  ["POST", "/api/v1/checks", "write"],
  ["PATCH", "/subjects", "write"],
])("%s %s is of the class %s", (method, path, load) => {
  expect(loadOf(method, path)).toBe(load);
});

test.each([
  ["示例华信", "示例华信"],
  ["91990100MA00DEMO0X", "91990100MA00DEMO0X"],
  ["1399010001", "1399010001"],
  ["13800138000", ""],
  ["１３８００１３８０００", ""],
  ["138-0013-8000", ""],
  ["11010119900307233X", ""],
  ["110101 19900307 2331", ""],
  ["长".repeat(101), ""],
])("what was typed as %s is kept as %j when there is no time to look", (typed, kept) => {
  expect(repeatable(typed)).toBe(kept);
});
