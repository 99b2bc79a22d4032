import { expect, test } from "vitest";
import { nameByText } from "./store.ts";

test("a text has one name, made from it, and another text another", () => {
  const named = nameByText("slice");
  const one = named("list", "select 1");
  expect(named("list", "select 1")).toBe(one);
  expect(one).toEqual({ name: expect.stringMatching(/^slice\.list\.[0-9a-f]{16}$/) as string, text: "select 1" });
  expect(named("list", "select 2").name).not.toBe(one.name);
});

test("after any number of shapes a text is still called as it was, so that no two texts share a name", () => {
  const named = nameByText("slice");
  const before = named("list", "select 0").name;
  const names = Array.from({ length: 500 }, (_, n) => named("list", `select ${n}`).name);
  expect(new Set(names).size).toBe(500);
  expect(named("list", "select 0").name).toBe(before);
});
