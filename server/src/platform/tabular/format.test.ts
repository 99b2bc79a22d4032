import { expect, test } from "vitest";
import { detectFormat } from "./format.ts";
import { readBytes, refusalOf, zipOf } from "./test-files.ts";
import { tabularText } from "./text.ts";

test.each([
  ["名称,代码\n", "csv"],
  ["\ufeff名称,代码\n", "csv"],
  ["\t\b甲,代码\n", "csv"],
  ['{"a":1}\n', "ndjson"],
  ['\ufeff \n{"a":1}\n', "ndjson"],
  ['[{"a":1}]', "unknown"],
  ["<html><table>", "xls"],
  ["\ufeff\r\n<?xml version='1.0'?><Workbook>", "xls"],
  ["<ss:Workbook>", "xls"],
  ["%PDF-1.7", "unknown"],
  ["a\0b\0c\0", "unknown"],
])("%j is %s", (text, format) => {
  expect(detectFormat(Buffer.from(text))).toBe(format);
});

test("binary beginnings", () => {
  expect(detectFormat(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("xls");
  expect(detectFormat(Buffer.from("0908100000060500", "hex"))).toBe("xls");
  expect(detectFormat(Buffer.from("1f8b0800", "hex"), "a.csv.gz")).toBe("unknown");
  expect(detectFormat(Buffer.from("\ufeff<html>", "utf16le"))).toBe("xls");
  expect(detectFormat(zipOf([{ name: "[Content_Types].xml", content: "" }]))).toBe("xlsx");
  expect(detectFormat(zipOf([{ name: "readme.txt", content: "" }]))).toBe("zip-other");
  expect(detectFormat(zipOf([{ name: "docProps/app.xml", content: "" }]), "A.XLSX")).toBe("xlsx");
});

test("old and foreign files are refused with their cure", async () => {
  expect(await refusalOf(readBytes(Buffer.from("d0cf11e0a1b11ae1", "hex")))).toBe("tabular.old-xls");
  expect(await refusalOf(readBytes(Buffer.from("<table><tr>")))).toBe("tabular.old-xls");
  expect(await refusalOf(readBytes(zipOf([{ name: "a.csv", content: "" }])))).toBe("tabular.not-a-table");
  expect(tabularText["tabular.old-xls"].cure).toContain("另存为");
});
