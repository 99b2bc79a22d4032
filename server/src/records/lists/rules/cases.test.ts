import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { ListCase } from "../../../policy/list-file.ts";
import { readListCases } from "../../../policy/lists-part.ts";
import { fileOf, procedureIn, REGION, shippedCalendar, shippedOn, SHIPPED } from "../test-cases.ts";
import { DECIDED_EXITS, NO_TERMS } from "./case.ts";
import type { CaseFile, CaseStep, DecidedExit, StepTerms } from "./case.ts";
import { judgeOpening } from "./opening.ts";
import { judgeStep } from "./judge.ts";
import type { StepWish } from "./verdict.ts";

const calendar = shippedCalendar();
const cases = readListCases([SHIPPED], REGION);
const isExit = (name: string): name is DecidedExit => DECIDED_EXITS.some((exit) => exit === name);

/** A step of the cases' language as the rules know it. */
function wishOf(
  name: string,
  said: { person: string; until?: Day | undefined; correctedOn?: Day | undefined; conditions: readonly string[] },
): StepWish {
  const kind = isExit(name) ? "exit" : name === "defence-hearing" ? "defence" : name;
  const terms: StepTerms = {
    ...NO_TERMS,
    hearingOn: said.until ?? null,
    asksHearing: name === "defence-hearing",
    exit: isExit(name) ? name : null,
    correctedOn: said.correctedOn ?? null,
    conditionsMet: said.conditions,
  };
  return { kind: kind as StepWish["kind"], on: null, person: said.person, terms };
}

/** The case file after its steps; each of them must have been lawful itself. */
function played(one: ListCase): CaseFile {
  const procedure = procedureIn(shippedOn(one.given.day), one.list);
  const conditions = procedure.earlyRemoval?.conditions ?? [];
  const ground = one.given.ground ?? [...procedure.grounds.keys()][0] ?? "";
  let file = fileOf([], {
    list: one.list,
    ground,
    organisation: one.given.office ?? procedure.competent[0]?.uscc ?? "",
  });
  for (const [index, { step, day, until }] of one.given.done.entries()) {
    const wish = wishOf(step, { person: `person-${index}`, until, conditions, correctedOn: day });
    let { terms } = wish;
    if (step !== "open") {
      const verdict = judgeStep({ file, procedure, instruments: shippedOn(day), day, calendar }, wish);
      if (!verdict.ok) throw new Error(`${one.case}: ${step} ${verdict.refusal.code}`);
      terms = verdict.value;
    }
    const added: CaseStep = { kind: step === "open" ? "open" : wish.kind, day, on: day, person: wish.person, terms };
    file = { ...file, steps: [...file.steps, added] };
  }
  return file;
}

function outcomeOf(one: ListCase): Outcome<StepTerms | null> {
  const { given, list } = one;
  const policy = shippedOn(given.day);
  const procedure = procedureIn(policy, list);
  if (given.step === "open") {
    const organisation = given.office ?? procedure.competent[0]?.uscc ?? "";
    const standing = given.listed ? "listed" : "none";
    const opened = judgeOpening(policy, {
      procedure,
      organisation,
      ground: given.ground ?? "",
      subjectKind: given.subjectKind,
      standing,
      day: given.day,
    });
    return opened.ok ? { ok: true, value: null } : opened;
  }
  const conditions = procedure.earlyRemoval?.conditions ?? [];
  const wish = wishOf(given.step, {
    person: "second",
    conditions,
    correctedOn: given.correctedOn,
    until: given.step === "hearing-set" ? given.day : undefined,
  });
  return judgeStep({ file: played(one), procedure, instruments: policy, day: given.day, calendar }, wish);
}

test("there are cases of every live list and of every kind of refusal that a jurist would look for", () => {
  expect(cases.length).toBeGreaterThanOrEqual(35);
});

test.for(cases.map((one) => [one.case, one] as const))("%s", ([, one]) => {
  const outcome = outcomeOf(one);
  if ("refused" in one.then) {
    expect(outcome.ok ? "granted" : outcome.refusal.code).toBe(one.then.refused);
    if (!outcome.ok) {
      expect(outcome.refusal.availableFrom).toBe(one.then.from);
      expect(outcome.refusal.article).toMatch(/^[a-z]/);
    }
    return;
  }
  expect(outcome.ok ? "granted" : outcome.refusal.code).toBe("granted");
  if (outcome.ok && one.then.until !== undefined) expect(outcome.value?.validUntil ?? null).toBe(one.then.until);
});
