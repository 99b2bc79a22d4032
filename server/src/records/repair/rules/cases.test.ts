// The shipped cases of policy/repair.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import { loadCalendar } from "../../../policy/calendar.ts";
import { policyAt } from "../../../policy/load.ts";
import { readRepairCases, repairTerms } from "../../../policy/repair.ts";
import type { RepairCase } from "../../../policy/repair-file.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { stateOf } from "./application.ts";
import type { Proposal, Step } from "./application.ts";
import { nextDue } from "./due.ts";
import { judgeApplying } from "./eligible.ts";
import { judgeStep } from "./judge.ts";
import type { Wish } from "./judge.ts";

const SHIPPED = fileURLToPath(new URL("../../../../../policy", import.meta.url));
const load = loadCalendar([SHIPPED], "990100");
if (!load.ok) throw new Error(JSON.stringify(load.faults));
const { calendar } = load;
const cases = readRepairCases([SHIPPED], "990100");

function policyOn(day: Day): PolicySnapshot {
  const made = policyAt({ folders: [SHIPPED], region: "990100", day });
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return made.snapshot;
}

type Given = NonNullable<RepairCase["given"]>;

function wishOf(step: Given["done"][number]["step"], given: Given, person: string): Wish {
  const words = given.words ? "理由" : null;
  if (!step.startsWith("propose-")) return { kind: step as Wish["kind"], person, words, proposal: null };
  const outcome = step.slice("propose-".length) as Proposal["outcome"];
  const through = given.through ?? null;
  return { kind: "propose", person, words, proposal: { outcome, reason: words ?? "", mend: words, through } };
}

test("there are cases of both kinds", () => {
  expect(cases.filter(({ decision }) => decision !== undefined).length).toBeGreaterThan(10);
  expect(cases.filter(({ given }) => given !== undefined).length).toBeGreaterThan(25);
});

const decisions = cases.flatMap(({ case: name, decision, then }) =>
  decision === undefined ? [] : ([[name, decision, then]] as const),
);

test.each(decisions)("%s", (_, decision, then) => {
  const verdict = judgeApplying({ ...decision, kind: "repair" }, policyOn(decision.day), decision.day);
  expect(verdict.ok ? "granted" : verdict.refusal.code).toBe(then.refused ?? "granted");
  if (!verdict.ok) expect(verdict.refusal.article).toMatch(/^[a-z]/);
  if (then.from !== undefined) expect(verdict.ok ? verdict.value.from : verdict.refusal.availableFrom).toBe(then.from);
  if (then.edition !== undefined) expect(verdict.ok && verdict.value.edition).toBe(then.edition);
});

const histories = cases.flatMap(({ case: name, given, then }) =>
  given === undefined ? [] : ([[name, given, then]] as const),
);

test.each(histories)("%s", (_, given, then) => {
  const repair = policyOn(given.day).repair;
  if (repair === null) throw new Error("no rules of repair");
  const terms = repairTerms(repair, given.list);
  const { kind } = given;
  const full = { ...given, words: true, through: given.through ?? ("2027-12-31" as Day) };
  const steps: Step[] = [];
  for (const [index, { step, day }] of given.done.entries()) {
    const person = `person-${index}`;
    const wish = wishOf(step, full, person);
    if (index > 0) expect(judgeStep({ kind, steps }, wish, { terms, calendar, day })).toMatchObject({ ok: true });
    steps.push({ kind: index === 0 ? "apply" : wish.kind, day, person, proposal: wish.proposal });
  }
  const reckoning = { terms, calendar, day: given.day };
  const state = stateOf(steps);
  const due = nextDue(state, reckoning);
  if (then.due !== undefined) expect(due?.until ?? null).toBe(then.due);
  if (then.left !== undefined) expect(due?.left).toBe(then.left);
  if (then.phase !== undefined) expect(state.phase).toBe(then.phase);
  if (given.step === null) return;
  const person = given.samePerson ? `person-${given.done.length - 1}` : "another";
  const verdict = judgeStep({ kind, steps }, wishOf(given.step, given, person), reckoning);
  expect(verdict.ok ? "granted" : verdict.refusal.code).toBe(then.refused ?? "granted");
  if (then.from !== undefined) expect(verdict.ok ? null : verdict.refusal.availableFrom).toBe(then.from);
});
