import { expect, test } from "vitest";
import { chosenOf } from "./chosen.ts";
import type { FigureRow, OfAuthority } from "./chosen.ts";

const row = (repair: string, authority: string, counted: FigureRow["counted"]): FigureRow => ({
  repair,
  authority,
  documentNo: null,
  appliedOn: "2026-09-01",
  counted,
  workingDays: null,
});
const named = { authority: "a", name: "示例机关" } as OfAuthority;
const rows = [row("1", "a", ["received", "granted"]), row("2", "a", ["received"]), row("3", "b", ["granted"])];

test("a number opens to exactly the applications that it counts", () => {
  const found = chosenOf({ authorities: [named], rows }, { authority: "a", figure: "granted" });
  expect(found?.rows.map(({ repair }) => repair)).toEqual(["1"]);
  expect(chosenOf({ authorities: [named], rows }, { authority: "a", figure: "received" })?.rows).toHaveLength(2);
});

test("what is no number opens to nothing, nor does one whose rows are not the caller's", () => {
  expect(chosenOf({ authorities: [named], rows }, { authority: "a", figure: "x" })).toBeNull();
  expect(chosenOf({ authorities: [named], rows }, { authority: "b", figure: "granted" })).toBeNull();
  expect(chosenOf({ authorities: [named], rows }, {})).toBeNull();
  expect(chosenOf({ authorities: [named], rows: null }, { authority: "a", figure: "granted" })).toBeNull();
});
