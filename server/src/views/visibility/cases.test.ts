import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { readCases } from "../../policy/cases.ts";
import { loadPolicy } from "../../policy/load.ts";
import { hasEnded, visible } from "./rules/channel.ts";
import { publicity } from "./rules/clock.ts";

const region = "990100";
const folders = [fileURLToPath(new URL("../../../../policy", import.meta.url))];
const cases = readCases(folders, region);
const load = loadPolicy({ folders, region, day: "2026-09-09" as Day });

describe("the cases that the policy comes with", () => {
  test("are many", () => expect(cases.length).toBeGreaterThan(10));

  test.each(cases.map((one) => [one.title, one] as const))("%s", (_, one) => {
    if (!load.ok) throw new Error("the policy does not load");
    const rules = { ...load.snapshot.publicity, convention: one.convention ?? load.snapshot.publicity.convention };
    const policy = { ...load.snapshot, day: one.day, publicity: rules };
    const entry = policy.entries.get(one.entry);
    if (entry === undefined) throw new Error(`no entry ${one.entry}`);
    const facts = {
      severity: one.severity,
      decidedOn: one.decidedOn,
      validFrom: null,
      validUntil: one.validUntil,
      providerShownUntil: one.providerShownUntil,
      receivedOn: one.received,
    };
    const judged = publicity({ entry, facts, policy: rules, on: policy.day });
    const ended = one.ended !== null && hasEnded([{ kind: "repaired", effective: one.ended }], one.day, "public-page");
    const statement = { entry: one.entry, subjectKind: "enterprise", facts, newest: true, paused: false } as const;
    expect(visible({ statement, channel: "public-page", day: one.day, policy, ended })).toBe(one.expected.shown);
    if (one.expected.shownUntil !== undefined) expect(judged.shownUntil).toBe(one.expected.shownUntil);
    if (one.expected.repairableFrom !== undefined) expect(judged.repairableFrom).toBe(one.expected.repairableFrom);
  });
});
