// The shipped cases of policy/objection, step by step.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadCalendar } from "../../../policy/calendar.ts";
import { readObjectionCases } from "../../../policy/objection.ts";
import type { ObjectionCase } from "../../../policy/objection-file.ts";
import { lateFrom, nextDue } from "./due.ts";
import { judgeStep } from "./judge.ts";
import type { Wish } from "./judge.ts";
import { stateOf } from "./objection.ts";
import type { Step } from "./objection.ts";

const SHIPPED = fileURLToPath(new URL("../../../../../policy", import.meta.url));
const load = loadCalendar([SHIPPED], "990100");
if (!load.ok) throw new Error(JSON.stringify(load.faults));
const { calendar } = load;

type Named = ObjectionCase["given"]["done"][number]["step"];

function wishOf(step: Named, given: ObjectionCase["given"]): Wish {
  const outcome = step === "upheld" || step === "rejected" ? step : null;
  const evidence = given.evidence ? [{ title: "证据", digest: "ab".repeat(32) }] : [];
  const answer =
    outcome === null ? null : { outcome, change: outcome === "upheld" ? ({ kind: "ended" } as const) : null, evidence };
  const kind = outcome === null ? step : "answer";
  return { kind: kind as Wish["kind"], person: given.samePerson ? "one" : "two", words: "理由", answer };
}

test.each(readObjectionCases([SHIPPED], "990100").map(({ asked, rule }) => [asked.case, asked, rule] as const))(
  "%s",
  (_, { given, then }, rule) => {
    const steps = given.done.map(({ step, day }): Step => {
      const { kind, answer } = wishOf(step, given);
      return { kind, day, person: "one", answer: answer === null ? null : { ...answer, words: "", corrections: [] } };
    });
    const reckoning = { terms: rule, calendar, own: given.own, day: given.day };
    const state = stateOf(steps);
    const due = nextDue(state, reckoning);
    if (then.due !== undefined) expect(due?.until ?? null).toBe(then.due);
    if (then.left !== undefined) expect(due?.left).toBe(then.left);
    if (then.phase !== undefined) expect(state.phase).toBe(then.phase);
    if (due !== null) expect(due.overdue).toBe((lateFrom(state, reckoning) ?? "9999-12-31") <= given.day);
    if (given.step === null) return;
    const verdict = judgeStep({ kind: "statement", steps }, wishOf(given.step, given), reckoning);
    expect(verdict.ok ? "granted" : verdict.refusal.code).toBe(then.refused ?? "granted");
    if (then.from !== undefined) expect(verdict.ok ? null : verdict.refusal.availableFrom).toBe(then.from);
  },
);
