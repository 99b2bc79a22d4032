import { describe, expect, test } from "vitest";
import { daysBetween, noForm, openingFault, stepBody, stepFault, waitsFor, whenOf } from "./case.ts";
import type { Case, StepForm } from "./case.ts";

const digest = "ab".repeat(32);
const form: StepForm = { ...noForm, words: "" };
const step = (kind: string, exit: string | null = null) => ({ kind, exit, by: "authority", from: "2026-09-17" });
const one = { extensionMonthsMax: 0, exitConditions: ["甲", "乙"], version: 3 } as unknown as Case;

describe("a case in the list", () => {
  test("waits for its first step onward, not for being dropped", () => {
    const next = [step("close"), step("decision"), { ...step("hearing-held"), from: "2026-09-12" }];
    expect(waitsFor({ next })?.kind).toBe("hearing-held");
    expect(waitsFor({ next: [step("close")] })).toBeNull();
    expect(daysBetween("2026-02-27", "2026-03-01")).toBe(2);
    expect(whenOf({ next: [step("decision")], asOf: "2026-09-09" })).toBe("2026-09-17 起可办，还有 8 日");
    expect(whenOf({ next: [step("decision")], asOf: "2026-09-17" })).toBe("现在可办");
    expect(whenOf({ next: [], asOf: "2026-09-17" })).toBe("");
  });
});

describe("a step before it is sent", () => {
  test.each([
    ["a notice without words", step("notice"), {}, "请写明内容。"],
    ["service without a receipt", step("notice-served"), {}, "请写明送达回证的名称和 64 位校验值。"],
    [
      "a receipt with a short sum",
      step("notice-served"),
      { proof: { title: "回证", digest: "ab" } },
      "请写明送达回证的名称和 64 位校验值。",
    ],
    ["a hearing without a day", step("hearing-set"), {}, "请写明听证日。"],
    ["a correction without its day", step("exit", "correction"), { words: "已改正" }, "请写明改正之日。"],
    [
      "a condition left out",
      step("exit", "early-removal"),
      { words: "申请", conditions: ["甲"] },
      "移出条件须逐条满足。",
    ],
    ["a signature", step("decision-approved"), {}, undefined],
    ["a revocation", step("exit", "revocation"), { words: "认定有误" }, undefined],
  ])("%s", (_, wanted, more, fault) => {
    expect(stepFault({ ...form, ...more }, wanted, one)).toBe(fault);
  });

  test("says only what its kind asks for", () => {
    const full = { ...form, words: " 后果 ", on: "2026-09-08", proof: { title: "回证", digest }, conditions: ["甲"] };
    expect(stepBody(full, step("notice"), one)).toEqual({
      version: 3,
      kind: "notice",
      words: "后果",
      receipt: null,
      extensionMonths: 0,
      exit: null,
      conditionsMet: [],
    });
    expect(stepBody(full, step("notice-served"), one)).toMatchObject({
      on: "2026-09-08",
      receipt: { how: "direct", proof: { title: "回证", digest } },
    });
  });
});

test("a case is opened by a code, never by a name", () => {
  const opening = {
    list: "abnormal-operation",
    ground: "no-contact",
    subject: "示例市云岭机械制造有限公司",
    facts: "两次邮寄均被退回。",
    evidence: [{ title: "笔录", digest }],
  };
  expect(openingFault(opening)).toContain("名称只供查找");
  expect(openingFault({ ...opening, subject: "91990100ma0xh0026g " })).toBeUndefined();
  expect(openingFault({ ...opening, subject: "91990100MA0XH0026G", evidence: [] })).toContain("至少登记一份证据");
});
