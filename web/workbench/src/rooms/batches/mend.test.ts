import { describe, expect, test } from "vitest";
import type { BatchIssue } from "./batch.ts";
import { change, mendedRows, openRows } from "./mend.ts";

const heads = ["行政相对人名称", "处罚决定日期", "罚款金额(万元)"];
const file = [
  ["填表说明：日期写 2026-09-09"],
  heads,
  ["示例市甲公司", "2026-09-01", "1.5"],
  ["示例市乙公司", "2026-09-31", "2万"],
  ["示例市丙公司", "2026-09-02", "3"],
];
const issue = (
  row: number,
  field: string | null,
  value: string | null,
  code = "ingest.date-impossible",
): BatchIssue => ({
  row,
  outcome: "rejected",
  field,
  value,
  code,
  message: "",
});

function opened(issues: readonly BatchIssue[], rows = file) {
  const found = openRows(rows, issues);
  if (found.kind !== "rows") throw new Error(found.kind);
  return found;
}

describe("rows to mend", () => {
  test("are found by their number, with the columns that are wrong", () => {
    const found = opened([issue(4, "罚款金额(万元)", "2万"), issue(4, "处罚决定日期", "2026-09-31")]);
    expect(found.heads).toEqual(heads);
    expect(found.rows).toMatchObject([{ row: 4, faulty: [2, 1], barred: false, cells: file[3] }]);
  });

  test("of another file are not mended", () => {
    expect(openRows(file, [issue(3, "处罚决定日期", "2026-09-31")])).toEqual({ kind: "other-file", row: 3 });
    expect(openRows(file, [issue(40, "处罚决定日期", "2026-09-31")])).toEqual({ kind: "other-file", row: 40 });
    expect(openRows([], [issue(3, null, null)])).toEqual({ kind: "no-head" });
  });

  test("a masked value says nothing of the file", () => {
    expect(openRows(file, [issue(4, "处罚决定日期", "4****1")]).kind).toBe("rows");
  });

  test("of natural persons and of forbidden kinds are never sent again", () => {
    const found = opened([issue(4, null, null, "ingest.natural-person")]);
    const [row] = found.rows;
    expect(row?.barred).toBe(true);
    const changes = row === undefined ? new Map() : change(new Map(), { row, column: 0 }, "某公司");
    expect(mendedRows(found.heads, found.rows, changes)).toEqual([heads]);
  });

  test("only changed rows are sent, and a change taken back is none", () => {
    const found = opened([issue(4, "处罚决定日期", "2026-09-31"), issue(5, null, null)]);
    const [row] = found.rows;
    if (row === undefined) throw new Error("no row");
    const changes = change(new Map(), { row, column: 1 }, "2026-08-31");
    expect(mendedRows(heads, found.rows, changes)).toEqual([heads, ["示例市乙公司", "2026-08-31", "2万"]]);
    expect(change(changes, { row, column: 1 }, "2026-09-31").size).toBe(0);
  });
});
