import { expect, test } from "vitest";
import { wayOf } from "./way.ts";

test.each([
  ["looked-at", null, "/workbench/own/looks"],
  ["authorisation-used", "a", "/workbench/own/looks?basis=authorisation"],
  ["authorisation-revoked", "a", "/workbench/authorisations/a"],
  ["record-arrived", "r", "/workbench/own/records/r"],
  ["repair-possible", "r", "/workbench/own/records/r"],
  ["proposal-approved", "p", "/workbench/approvals?list=mine"],
  ["alert", "a", null],
  ["record-arrived", null, null],
])("%s about %s leads to %s", (kind, about, way) => {
  expect(wayOf({ kind, about })).toBe(way);
});
