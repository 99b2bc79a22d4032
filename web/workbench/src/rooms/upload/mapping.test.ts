import { describe, expect, test } from "vitest";
import { columnsOf, foundColumns, headsOf, mappingFault, missingFields } from "./mapping.ts";

const fields = [
  { id: "subjectName", name: "行政相对人名称", names: ["CF_XDR_MC"], required: "always" as const },
  { id: "documentNo", name: "行政处罚决定文书号", names: ["CF_WSH"], required: "always" as const },
  { id: "remark", name: "备注", names: [], required: "optional" as const },
];

describe("columns of a file", () => {
  test("heads are the first line with more than one cell", () => {
    expect(
      headsOf([
        ["填表说明", "", ""],
        ["名称 ", "文号", ""],
        ["甲", "1", ""],
      ]),
    ).toEqual(["名称", "文号"]);
    expect(headsOf([])).toEqual([]);
  });

  test("official names, other names and ids are known", () => {
    const heads = ["CF_XDR_MC", "文号", "remark"];
    expect(foundColumns(fields, heads)).toEqual({ subjectName: "CF_XDR_MC", remark: "remark" });
    expect(missingFields(fields, heads)).toEqual([fields[1]]);
  });

  test.each([
    [{ subjectName: "名称", documentNo: "文号" }, "表", null],
    [{ subjectName: "名称", documentNo: "" }, "表", "missing"],
    [{ subjectName: "名称", documentNo: "文号" }, " ", "missing"],
    [{ subjectName: "名称", documentNo: "名称" }, "表", "same"],
  ] as const)("%j called %s: %s", (chosen, name, fault) => {
    expect(mappingFault(fields, chosen, name)).toBe(fault);
  });

  test("are kept by head", () => {
    expect(columnsOf({ subjectName: "名称", documentNo: "文号", remark: "" })).toEqual({
      名称: "subjectName",
      文号: "documentNo",
    });
  });
});
