import { expect, test } from "vitest";
import { writeCsv } from "../../ui/table-text.ts";
import { sheetOf } from "./sheet.ts";
import type { OwnLook } from "./sheet.ts";

const look: OwnLook = {
  look: "0".repeat(32),
  at: "2026-09-09T01:14:59.491Z",
  organisation: "11990100990002741Q",
  organisationName: "=HYPERLINK(1)",
  post: "approver",
  matter: "SW-2026-000001",
  purpose: "administrative-approval",
  purposeName: "行政审批",
  basis: "duty",
  basisRef: "permit-review",
  article: "opinions-2025#7",
  articleText: "第7项",
  entries: ["penalty"],
  fields: ["penalty.*"],
  outcome: "not-checked",
  measures: [
    {
      measure: "wage-arrears-public-trade",
      name: "限制投标",
      applied: true,
      decisionNo: "示发改〔2026〕8号",
      reason: "取消本次投标资格",
      articles: [],
      remedy: null,
      at: "2026-09-10T01:00:00.000Z",
    },
  ],
};

test("a look is one row under as many heads", () => {
  const [heads = [], row = []] = sheetOf([look]);
  expect(row).toHaveLength(heads.length);
  expect(row).toContain("2026-09-09 09:14");
  expect(row).toContain("未能核查");
  expect(row).toContain("限制投标 示发改〔2026〕8号");
});

test("nothing in it is run by a spreadsheet", () => {
  expect(writeCsv(sheetOf([look]), true)).toContain("'=HYPERLINK(1)");
});

test("what is not known keeps its own word", () => {
  const [, row] = sheetOf([{ ...look, post: "other", outcome: "other", articleText: null }]);
  expect(row?.filter((cell) => cell === "other")).toHaveLength(2);
  expect(row).toContain("permit-review");
});
