import { expect, test } from "vitest";
import { askedOf, isAction } from "./asked.ts";

test.each([
  ["", true],
  ["account.", true],
  ["account.create", true],
  ["account", false],
  ["Account.create", false],
])("%o is an action: %s", (text, expected) => {
  expect(isAction(text)).toBe(expected);
});

test("what was left open is not asked", () => {
  expect(
    askedOf({ action: "account.", organisation: "11990100990001378k", from: "2026-09-09" }, " 核对 ", null),
  ).toEqual({
    purpose: "核对",
    action: "account.",
    organisation: "11990100990001378K",
    account: null,
    target: null,
    from: "2026-09-09",
    to: null,
    cursor: null,
  });
});
