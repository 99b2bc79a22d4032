import { expect, test } from "vitest";
import { wayOf } from "./way.ts";

test.each([
  ["looked-at", null, "/workbench/own/looks"],
  ["authorisation-used", "a", "/workbench/own/looks?basis=authorisation"],
  ["authorisation-revoked", "a", "/workbench/authorisations/a"],
  ["record-arrived", "r", "/workbench/own/records/r"],
  ["repair-possible", "r", "/workbench/own/records/r"],
  ["case-notice", "c", "/workbench/own/cases/c"],
  ["objection-answered", "o", "/workbench/own/objections/o"],
  ["objection-to-answer", "o", "/workbench/objections/o"],
  ["repair-decided", "a", "/workbench/own/repairs/a"],
  ["repair-to-handle", "a", "/workbench/repairs/a"],
  ["proposal-approved", "p", "/workbench/approvals?list=mine"],
  ["alert", "a", null],
  ["record-arrived", null, null],
])("%s about %s leads to %s", (kind, about, way) => {
  expect(wayOf({ kind, about })).toBe(way);
});
