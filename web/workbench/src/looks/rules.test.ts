import { expect, test } from "vitest";
import { dutiesOf, formatOf, noRules, purposeName, readRules } from "./rules.ts";

const told = {
  purposes: [{ purpose: "financing", name: "融资授信" }, null, "x"],
  duties: [
    {
      duty: "review",
      name: "审查",
      offices: ["A", 1],
      entries: ["penalty"],
      purposes: ["supervision"],
      articleText: "第1条",
    },
  ],
  offices: [{ uscc: "A", name: null, matterFormat: "SL-##" }],
  authorisation: { monthsMax: 12, usesMax: 100 },
};

test("an answer is read, and what is not as expected is left out", () => {
  const rules = readRules(told);
  expect(rules.purposes).toEqual([{ purpose: "financing", name: "融资授信" }]);
  expect(rules.duties[0]).toMatchObject({ offices: ["A"], articleText: "第1条" });
  expect(rules.authorisation).toEqual({ monthsMax: 12, usesMax: 100 });
});

test.each([null, undefined, "text", 1, []])("of %o nothing is known", (answer) => {
  expect(readRules(answer)).toEqual(noRules);
});

test("limits that are no numbers are none", () => {
  expect(readRules({ ...told, authorisation: { monthsMax: "12" } }).authorisation).toBeNull();
});

test("an office has its duties, for the purposes that they serve", () => {
  const rules = readRules(told);
  expect(dutiesOf(rules, "A")).toHaveLength(1);
  expect(dutiesOf(rules, "A", "supervision")).toHaveLength(1);
  expect(dutiesOf(rules, "A", "financing")).toEqual([]);
  expect(dutiesOf(rules, "B")).toEqual([]);
});

test("what is not known is called by its id, and has no format", () => {
  const rules = readRules(told);
  expect([purposeName(rules, "financing"), purposeName(rules, "other"), purposeName(null, "x")]).toEqual([
    "融资授信",
    "other",
    "x",
  ]);
  expect([formatOf(rules, "A"), formatOf(rules, "B")]).toEqual(["SL-##", null]);
});
