import { describe, expect, test } from "vitest";
import type { Measure } from "../../client/measures.ts";
import { shownOf, stateStatus, termOf } from "./listed.ts";

const measure = (id: string, more: Partial<Measure> = {}): Measure => ({
  id,
  version: 1,
  name: `限制${id}`,
  kind: "restriction",
  measureClass: 1,
  className: null,
  item: null,
  content: "示例",
  triggers: [],
  unless: [],
  subjectKinds: [],
  matters: ["bidding"],
  bodies: [],
  basis: [],
  term: { kind: "while-triggered", months: null },
  remedy: "",
  commitment: null,
  state: "live",
  stateName: "适用",
  mark: "verified",
  note: null,
  ...more,
});

const all = [
  measure("a"),
  measure("b", { kind: "incentive", measureClass: null, matters: ["permit"] }),
  measure("c", { state: "lapsed", measureClass: 2, content: "不予受理" }),
];
const ids = (query: Readonly<Record<string, string>>) => shownOf(all, query).map(({ id }) => id);

describe("the registry in the workbench", () => {
  test("shows what fits every filter", () => {
    expect(ids({})).toEqual(["a", "b", "c"]);
    expect(ids({ kind: "incentive" })).toEqual(["b"]);
    expect(ids({ class: "2" })).toEqual(["c"]);
    expect(ids({ matter: "bidding", state: "live" })).toEqual(["a"]);
    expect(ids({ name: " 不予 " })).toEqual(["c"]);
    expect(ids({ kind: "nothing" })).toEqual([]);
  });

  test("no two states look alike", () => {
    const states = ["live", "template", "pending", "lapsed"] as const;
    expect(new Set(states.map((state) => stateStatus(state).shape)).size).toBe(states.length);
    expect(new Set(states.map((state) => stateStatus(state).word)).size).toBe(states.length);
  });

  test("a term is said in words", () => {
    expect(termOf({ kind: "fixed", months: 36 })).toContain("36 个月");
    expect(termOf({ kind: "stated", months: null })).toContain("决定书");
    expect(termOf({ kind: "other", months: null })).toBe("other");
  });
});
