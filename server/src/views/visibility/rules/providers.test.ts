import { expect, test } from "vitest";
import type { Provider } from "../../../policy/catalogue-entry.ts";
import { testEntry, testSnapshot } from "../test-policy.ts";
import { providersOf } from "./providers.ts";

const place = testSnapshot();
const register: readonly Provider[] = [
  { uscc: "A", zh: "示例甲局", region: place.region, entries: ["permit"], official: false },
  { uscc: "B", zh: "示例乙局", region: place.region, entries: [], official: false },
  { uscc: "C", zh: "示例丙局", region: "990101", entries: ["permit", "penalty"], official: false },
];
const policy = { ...place, providers: new Map(register.map((one) => [one.uscc, one])) };
const codes = (named: readonly string[], region = policy.region): string[] =>
  providersOf(testEntry("permit", { providers: { [region]: named } }), policy).map(({ uscc }) => uscc);

test.each([
  ["whose line of the register names it", [], ["A", "C"]],
  ["whom the entry names, in the order of the register and once", ["B", "A"], ["A", "B", "C"]],
  ["who stand in the region's own register, where it names the whole of it", ["any-registered"], ["A", "B", "C"]],
  ["and nobody who is not registered", ["Z"], ["A", "C"]],
])("an entry is sent by those %s", (_, named, expected) => expect(codes(named)).toEqual(expected));

test("a district's department is not of the city's whole register", () => {
  const penalty = testEntry("template", { providers: { [policy.region]: ["any-registered"] } });
  expect(providersOf(penalty, policy).map(({ uscc }) => uscc)).toEqual(["A", "B"]);
});

test("what an entry names in another region says nothing here", () =>
  expect(codes(["B"], "990200")).toEqual(["A", "C"]));
