import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import { isRemoval, removedOn, shortened } from "./removal.ts";

const rolesOf = (removal: readonly string[] | undefined, validUntil: string): Pick<CatalogueEntry, "roles"> => ({
  roles: {
    removal,
    validUntil,
    subjectCode: "code",
    subjectName: "name",
    summary: [],
  } as unknown as CatalogueEntry["roles"],
});
const list = rolesOf(["removedOn", "reason"], "validUntil");
const register = rolesOf(["removedOn"], "removedOn");
const day = (text: string): Day => text as Day;

test.for([
  [{}, "2029-06-18", "2029-06-18"],
  [{ removedOn: "2026-09-09" }, "2029-06-18", "2026-09-08"],
  [{ removedOn: "2026-09-09" }, null, "2026-09-08"],
  [{ removedOn: "2030-01-01" }, "2029-06-18", "2029-06-18"],
] as const)("%o leaves of %s: %s", ([fields, until, left]) => {
  expect(shortened(list, fields, until === null ? null : day(until))).toBe(left);
});

test("where the valid-to day is the day of removal itself nothing is reckoned twice", () => {
  expect(shortened(register, { removedOn: "2026-09-09" }, day("2026-09-09"))).toBe("2026-09-09");
});

test("a removal is a row that says nothing else anew", () => {
  const before = { name: "甲", removedOn: null };
  expect(isRemoval(list, before, { ...before, removedOn: "2026-09-09", reason: "履行" })).toBe(true);
  expect(isRemoval(list, { name: "甲" }, { name: "甲", removedOn: "2026-09-09" })).toBe(true);
  expect(isRemoval(list, before, { name: "乙", removedOn: "2026-09-09" })).toBe(false);
  expect(isRemoval(list, before, before)).toBe(false);
  expect(isRemoval(list, { ...before, removedOn: "2026-09-08" }, { ...before, removedOn: "2026-09-09" })).toBe(false);
  expect(isRemoval(rolesOf(undefined, "validUntil"), before, { ...before, removedOn: "2026-09-09" })).toBe(false);
  expect(removedOn(rolesOf(undefined, "validUntil"), { removedOn: "2026-09-09" })).toBeNull();
});
