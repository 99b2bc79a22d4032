import { expect, test } from "vitest";
import { additionFault, findingsOf, sizeOf } from "./case-file.ts";

test.each([
  [0, "0 字节"],
  [1023, "1023 字节"],
  [1024, "1 KB"],
  [1025, "2 KB"],
  [1024 * 1024, "1.0 MB"],
  [20 * 1024 * 1024, "20.0 MB"],
])("%i bytes", (bytes, said) => {
  expect(sizeOf(bytes)).toBe(said);
});

test("what was found is told by kind and count", () => {
  expect(findingsOf({ findings: {} })).toEqual([]);
  expect(findingsOf({ findings: { mobile: 2, "resident-id": 1 } })).toEqual(["疑似手机号码 2 处", "疑似身份证号 1 处"]);
});

test.each([
  [null, "请先选择文件。"],
  [{ size: 0 }, "文件没有内容。"],
  [{ size: 1 }, undefined],
  [{ size: 20 * 1024 * 1024 }, undefined],
  [{ size: 20 * 1024 * 1024 + 1 }, "一个附件最大 20 MB。"],
])("%o", (file, said) => {
  expect(additionFault(file)).toBe(said);
});
