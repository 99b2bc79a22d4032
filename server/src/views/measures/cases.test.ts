import { describe, expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import type { Day } from "../../kernel/day.ts";
import { policyAt } from "../../policy/load.ts";
import { readMeasureCases } from "../../policy/measures-part.ts";
import type { MeasureCase } from "../../policy/measure-file.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { hasEnded } from "../visibility/index.ts";
import { applicable, offered } from "./rules/applicable.ts";
import type { StandingRecord } from "./rules/applicable.ts";

const folders = [fileURLToPath(new URL("../../../../policy", import.meta.url))];
const region = "990100";

function policyOn(day: Day): PolicySnapshot {
  const load = policyAt({ folders, region, day });
  if (!load.ok) throw new Error(JSON.stringify(load.faults[0]));
  return load.snapshot;
}

/** What of a written record the two channels would let through on the day. */
function letThrough(one: MeasureCase["given"]["records"][number], policy: PolicySnapshot, day: Day): StandingRecord[] {
  const ends = one.ended === null ? [] : [{ kind: one.ended.kind, effective: one.ended.on }];
  const listName = one.list === undefined ? null : (policy.lists.get(one.list)?.listName ?? null);
  const record = {
    id: Buffer.alloc(16),
    entry: one.entry,
    fields: { ...one.fields, ...(listName === null ? {} : { listName }) },
    documentNo: "示例",
    authority: "示例机关",
    decidedOn: one.decidedOn,
    validUntil: one.validUntil,
    shownUntil: one.sharedUntil,
    marks: [],
  };
  const isShared = !hasEnded(ends, day, "duty") && (one.sharedUntil === null || day <= one.sharedUntil);
  const lasts = !hasEnded(ends, day, "statutory-bar");
  return [
    ...(isShared ? [{ ...record, via: "shared" as const }] : []),
    ...(lasts ? [{ ...record, via: "lasting" as const }] : []),
  ];
}

describe("the cases of policy/measures/cases.yaml", () => {
  const cases = readMeasureCases(folders, region);
  test("there are enough to read", () => expect(cases.length).toBeGreaterThanOrEqual(20));
  test.each(cases.map((one) => [one.case, one] as const))("%s", (_title, { given, then: expected }) => {
    const policy = policyOn(given.day);
    const { day, matter } = given;
    const records = given.records.flatMap((one) => letThrough(one, policy, day));
    if (given.subjectKind === "natural-person") throw new Error("a natural person has no case");
    const question = { policy, day, matter, subjectKind: given.subjectKind };
    const told = applicable(question, records).map(({ measure, until }) => ({ measure: measure.id, until }));
    const gifts = offered(question, records).map(({ measure }) => ({ measure: measure.id, until: null }));
    const wanted = expected.measures.map((one) => (typeof one === "string" ? { measure: one } : one));
    const all = [...told, ...gifts];
    expect(all.map(({ measure }) => measure).toSorted()).toEqual(wanted.map(({ measure }) => measure).toSorted());
    for (const one of wanted) expect(all).toContainEqual(expect.objectContaining(one));
  });
});
