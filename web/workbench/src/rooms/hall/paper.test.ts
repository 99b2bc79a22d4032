import { expect, test } from "vitest";
import { noPaper, paperOf } from "./paper.ts";

const whole = { subject: " 91990100ma0xh0026g", file: "档-1 ", appeared: "agent", name: "某人" };

test("a whole paper is taken as it is meant", () => {
  expect(paperOf(whole)).toEqual({ subject: "91990100MA0XH0026G", file: "档-1", appeared: "agent", name: "某人" });
});

test.each([
  { subject: "91990100MA0XH0026H" },
  { file: " " },
  { appeared: "" },
  { appeared: "neighbour" },
  { name: "" },
])("%o is no paper", (over) => {
  expect(paperOf({ ...whole, ...over })).toBeNull();
});

test("nothing is no paper", () => {
  expect(paperOf(noPaper)).toBeNull();
});
