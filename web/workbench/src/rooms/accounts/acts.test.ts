import { expect, test } from "vitest";
import { actsFor } from "./acts.ts";

test.each([
  ["security-admin", "active", ["freeze"]],
  ["security-admin", "frozen", []],
  ["system-admin", "active", ["role", "close"]],
  ["system-admin", "frozen", ["unfreeze", "close"]],
  ["system-admin", "closed", []],
  ["clerk", "active", []],
] as const)("%s does to one that is %s: %o", (role, state, acts) => {
  expect(actsFor(role, state)).toEqual(acts);
});
