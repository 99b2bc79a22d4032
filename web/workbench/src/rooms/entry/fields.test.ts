import { expect, test } from "vitest";
import { faultsOf, recordOf } from "./fields.ts";

const field = (id: string, type: "string" | "date" | "decimal", required: "always" | "optional") => ({
  id,
  name: `字段${id}`,
  type,
  required,
  lengthMax: type === "string" ? 4 : null,
  personal: false,
});
const fields = [field("a", "string", "always"), field("b", "date", "optional"), field("c", "decimal", "optional")];

test.each([
  [{ a: "甲" }, []],
  [{}, ["a"]],
  [{ a: "  " }, ["a"]],
  [{ a: "甲乙丙丁戊" }, ["a"]],
  [{ a: "甲", b: "2026/9/1", c: "2万" }, ["b", "c"]],
  [{ a: "甲", b: "2026-09-01", c: "-0.5" }, []],
] as const)("%j lacks %j", (typed, faults) => {
  expect([...faultsOf(fields, typed).keys()]).toEqual(faults);
});

test("a record bears official names, and nothing empty", () => {
  expect(recordOf(fields, { a: " 甲 ", b: "", z: "无" })).toEqual({ 字段a: "甲" });
});
