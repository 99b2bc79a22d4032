// Random case files against a slow model that keeps no state: each answer is looked up in the whole history.
import { expect, test } from "vitest";
import { addDays, addMonths, isWorkingDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import { day as dayOf, fileOf, procedureIn, shippedCalendar, shippedOn } from "../test-cases.ts";
import { DECIDED_EXITS, NO_TERMS, STEP_KINDS, stateOf } from "./case.ts";
import type { CaseFile, CaseStep, StepTerms } from "./case.ts";
import { judgeStep } from "./judge.ts";
import { nextSteps } from "./next.ts";
import type { StepWish } from "./verdict.ts";

const HISTORIES = 20_000;
const policy = shippedOn("2026-09-09");
const calendar = shippedCalendar();
const LISTS = ["wage-arrears", "procurement", "abnormal-operation", "market-regulation"].map((id) =>
  procedureIn(policy, id),
);
const KINDS = STEP_KINDS.filter((kind): kind is StepWish["kind"] => kind !== "open");
const PEOPLE = ["a", "b"];

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Days after a day, one by one, until so many were worked. */
function slowWorkingDays(from: Day, count: number): Day {
  let at = from;
  let worked = 0;
  while (worked < count) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar) === true) worked += 1;
  }
  return at;
}

interface Question {
  readonly steps: readonly CaseStep[];
  readonly wish: StepWish;
  readonly day: Day;
  readonly procedure: ListProcedure;
  readonly ground: string;
}

const lastOf = (steps: readonly CaseStep[], ...kinds: readonly string[]): CaseStep | undefined =>
  steps.findLast((step) => kinds.includes(step.kind));
const has = (steps: readonly CaseStep[], kind: string): boolean => steps.some((step) => step.kind === kind);

/** Whether a decision lies before its approver: drafted, and neither returned nor approved since. */
function draftOpen(steps: readonly CaseStep[], drafted: string, ...done: readonly string[]): boolean {
  return lastOf(steps, drafted, ...done)?.kind === drafted;
}

const isRepaired = (steps: readonly CaseStep[]): boolean =>
  lastOf(steps, "repaired", "repair-revoked")?.kind === "repaired";
const isFinished = (steps: readonly CaseStep[]): boolean =>
  has(steps, "close") || has(steps, "exit-approved") || isRepaired(steps);

function isOver({ steps, day }: Question): boolean {
  if (isFinished(steps)) return true;
  const until = lastOf(steps, "decision-served")?.terms.validUntil ?? null;
  return until !== null && day > until;
}

function heardUntil(question: Question): Day {
  const service = lastOf(question.steps, "notice-served");
  if (service === undefined) return dayOf("9999-12-31");
  const late = has(question.steps, "late-entry");
  return slowWorkingDays(
    late || service.on > service.day ? service.on : service.day,
    question.procedure.defence?.workingDays ?? 0,
  );
}

/** A hearing that was asked for, not taken back, and not held. */
function hearingOpen(steps: readonly CaseStep[]): boolean {
  const asked = steps.some(({ kind, terms }) => kind === "defence" && terms.asksHearing);
  return asked && !has(steps, "waiver") && !has(steps, "hearing-held");
}

/** Heard or not: the middle of the procedure, between service of the notice and a drafted decision. */
function beforeDecision({ steps }: Question): boolean {
  return has(steps, "notice-served") && !draftOpen(steps, "decision", "decision-returned");
}

function months(question: Question): number | null {
  const term = question.procedure.grounds.get(question.ground)?.term ?? question.procedure.term;
  return term?.kind === "months" ? term.months : null;
}

const ANSWERS: Readonly<Record<StepWish["kind"], (question: Question) => boolean>> = {
  notice: ({ steps }) => !has(steps, "notice"),
  "notice-served": ({ steps, wish, day }) => {
    const notice = lastOf(steps, "notice");
    const on = wish.on ?? day;
    return notice !== undefined && !has(steps, "notice-served") && on <= day && on >= notice.day;
  },
  "late-entry": (question) => {
    const service = lastOf(question.steps, "notice-served");
    if (service === undefined || !beforeDecision(question) || has(question.steps, "late-entry")) return false;
    return service.on < service.day && service.person !== question.wish.person;
  },
  defence: (question) => mayBeHeard(question),
  waiver: (question) => mayBeHeard(question),
  "hearing-set": ({ steps, wish, day, procedure, ...rest }) =>
    beforeDecision({ steps, wish, day, procedure, ...rest }) &&
    hearingOpen(steps) &&
    wish.terms.hearingOn !== null &&
    wish.terms.hearingOn >= slowWorkingDays(day, procedure.hearing?.workingDays ?? 0),
  "hearing-held": (question) => {
    const on = lastOf(question.steps, "hearing-set")?.terms.hearingOn ?? null;
    const held = question.wish.on ?? question.day;
    return beforeDecision(question) && hearingOpen(question.steps) && on !== null && held >= on && held <= question.day;
  },
  decision: (question) => {
    if (!beforeDecision(question) || hearingOpen(question.steps)) return false;
    if (!has(question.steps, "waiver") && question.day <= heardUntil(question)) return false;
    return question.wish.terms.extensionMonths <= (question.procedure.term?.extensionMonthsMax ?? 0);
  },
  "decision-returned": ({ steps }) => draftOpen(steps, "decision", "decision-returned", "decision-approved"),
  "decision-approved": ({ steps, wish }) =>
    draftOpen(steps, "decision", "decision-returned", "decision-approved") &&
    lastOf(steps, "decision")?.person !== wish.person,
  "decision-served": ({ steps, wish, day, ...rest }) => {
    const approved = lastOf(steps, "decision-approved");
    const on = wish.on ?? day;
    if (approved === undefined || has(steps, "decision-served") || on > day || on < approved.day) return false;
    const length = months({ steps, wish, day, ...rest });
    return length === null || addMonths(on, length) >= day;
  },
  exit: (question) => {
    const { steps, wish, procedure, day } = question;
    const listed = lastOf(steps, "decision-served");
    const { exit, correctedOn } = wish.terms;
    if (listed === undefined || exit === null || !procedure.exits.includes(exit)) return false;
    if (draftOpen(steps, "exit", "exit-returned", "repaired")) return false;
    if (exit !== "early-removal") return true;
    const rule = procedure.earlyRemoval;
    if (rule === null || (correctedOn !== null && correctedOn > day)) return false;
    const from = rule.from === "listing" ? listed.day : correctedOn;
    if (from === null || day <= addMonths(from, rule.monthsMin)) return false;
    return rule.conditions.every((condition) => wish.terms.conditionsMet.includes(condition));
  },
  "exit-returned": ({ steps }) => draftOpen(steps, "exit", "exit-returned", "repaired"),
  "exit-approved": ({ steps, wish }) =>
    draftOpen(steps, "exit", "exit-returned", "repaired") && lastOf(steps, "exit")?.person !== wish.person,
  repaired: ({ steps, procedure }) => has(steps, "decision-served") && procedure.exits.includes("repair"),
  // Only what a repair has ended; that stands above the answers.
  "repair-revoked": () => false,
  close: ({ steps }) => !has(steps, "decision-served"),
};

function mayBeHeard(question: Question): boolean {
  if (!beforeDecision(question) || has(question.steps, "waiver")) return false;
  if (question.day <= heardUntil(question)) return true;
  return hearingOpen(question.steps) && !question.wish.terms.asksHearing;
}

const LEADS_ON: ReadonlySet<string> = new Set([
  "notice",
  "late-entry",
  "decision",
  "decision-approved",
  "decision-served",
]);

/** The instruments that the listing would stand on have begun; none of them ends. */
function carried({ procedure, ground, day }: Question): boolean {
  const named = [procedure.grounds.get(ground)?.basis, ...procedure.procedure];
  return named.every((basis) => (policy.sources.get(basis?.source ?? "")?.inForce ?? day) <= day);
}

/** What has run out can still be revoked, from the beginning; nothing else is left of it. */
function reference(question: Question): boolean {
  const { steps, wish } = question;
  const isRevocation =
    wish.kind === "exit" ? wish.terms.exit === "revocation" : lastOf(steps, "exit")?.terms.exit === "revocation";
  if (wish.kind === "repair-revoked") return isRepaired(steps) && !has(steps, "exit-approved");
  if (isFinished(steps)) return false;
  if (LEADS_ON.has(wish.kind) && !carried(question)) return false;
  if (isOver(question) && !(isRevocation && (wish.kind === "exit" || wish.kind === "exit-approved"))) return false;
  return ANSWERS[wish.kind](question);
}

function randomWish(random: (below: number) => number, today: Day, procedure: ListProcedure): StepWish {
  const kind = KINDS[random(KINDS.length)] ?? "notice";
  const conditions = procedure.earlyRemoval?.conditions ?? [];
  const terms: StepTerms = {
    ...NO_TERMS,
    hearingOn: random(4) === 0 ? null : addDays(today, random(20)),
    asksHearing: random(2) === 0,
    extensionMonths: random(6) === 0 ? 12 : 0,
    exit: DECIDED_EXITS[random(DECIDED_EXITS.length)] ?? null,
    correctedOn: random(3) === 0 ? null : addDays(today, 3 - random(400)),
    conditionsMet: random(4) === 0 ? conditions.slice(1) : conditions,
  };
  const on = random(3) === 0 ? addDays(today, 2 - random(6)) : null;
  return { kind, on, person: PEOPLE[random(PEOPLE.length)] ?? "", terms };
}

/** Mostly what comes next, so that histories go far; sometimes anything, so that nothing is taken on trust. */
function chooseWish(
  random: (below: number) => number,
  at: { file: CaseFile; today: Day; procedure: ListProcedure },
): StepWish {
  const wish = randomWish(random, at.today, at.procedure);
  if (random(3) === 0) return wish;
  const next = nextSteps({
    file: at.file,
    procedure: at.procedure,
    instruments: policy,
    day: at.today,
    calendar,
  }).filter(({ kind }) => kind !== "close" || random(8) === 0);
  const chosen = next[random(Math.max(next.length, 1))];
  if (chosen === undefined) return wish;
  return { ...wish, kind: chosen.kind, terms: { ...wish.terms, exit: chosen.exit ?? wish.terms.exit } };
}

interface Ran {
  readonly file: CaseFile;
  readonly asked: number;
  readonly wrong: readonly string[];
}

function runOne(seed: number): Ran {
  const random = randomFrom(seed);
  const procedure = LISTS[random(LISTS.length)] ?? procedureIn(policy, "wage-arrears");
  const ground = [...procedure.grounds.keys()][0] ?? "";
  let today = addDays(dayOf("2020-02-01"), random(600));
  let file = fileOf([{ kind: "open", day: today, on: today, person: "a", terms: NO_TERMS }], {
    list: procedure.id,
    organisation: procedure.competent[0]?.uscc ?? "",
    ground,
  });
  const wrong: string[] = [];
  let asked = 0;
  for (let turn = 0; turn < 14; turn += 1) {
    today = addDays(today, random(5) === 0 ? random(14) : random(3));
    if (stateOf(file).phase === "listed" && random(3) === 0) today = addDays(today, random(400));
    const wish = chooseWish(random, { file, today, procedure });
    const verdict = judgeStep({ file, procedure, instruments: policy, day: today, calendar }, wish);
    asked += 1;
    if (verdict.ok !== reference({ steps: file.steps, wish, day: today, procedure, ground }))
      wrong.push(`${seed}/${turn} ${wish.kind} ${verdict.ok ? "granted" : verdict.refusal.code}`);
    if (!verdict.ok) continue;
    const on = wish.on ?? today;
    file = {
      ...file,
      steps: [...file.steps, { kind: wish.kind, day: today, on, person: wish.person, terms: verdict.value }],
    };
  }
  return { file, asked, wrong };
}

test(`the rules and the model agree on every step of ${HISTORIES} random case files`, { timeout: 240_000 }, () => {
  let listed = 0;
  let ended = 0;
  const wrong: string[] = [];
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    const ran = runOne(seed * 7919);
    wrong.push(...ran.wrong);
    const state = stateOf(ran.file);
    if (state.listing !== null) listed += 1;
    if (state.endedBy !== null) ended += 1;
    checkListing(ran.file);
    if (wrong.length > 5) break;
  }
  expect(wrong).toEqual([]);
  // Histories that never get anywhere would prove nothing.
  expect(listed).toBeGreaterThan(HISTORIES / 20);
  expect(ended).toBeGreaterThan(HISTORIES / 200);
});

/** What must be true of whoever was listed, said without the rules: nothing was skipped, and two persons stand for it. */
function checkListing({ steps }: CaseFile): void {
  const place = (kind: string): number => steps.findLastIndex((step) => step.kind === kind);
  const served = place("decision-served");
  if (served < 0) return;
  const order = ["open", "notice", "notice-served", "decision", "decision-approved", "decision-served"].map(place);
  expect(order.every((at, index) => at >= 0 && (index === 0 || at > (order[index - 1] ?? -1)))).toBe(true);
  expect(steps[place("decision")]?.person).not.toBe(steps[place("decision-approved")]?.person);
}

test("of a case that waits, the next steps say from which day on it may be decided, and on that day it may", () => {
  const procedure = procedureIn(policy, "wage-arrears");
  const at = (text: string, kind: CaseStep["kind"]): CaseStep => ({
    kind,
    day: dayOf(text),
    on: dayOf(text),
    person: "a",
    terms: NO_TERMS,
  });
  const file = fileOf([at("2026-09-28", "open"), at("2026-09-28", "notice"), at("2026-09-29", "notice-served")]);
  const next = nextSteps({ file, procedure, instruments: policy, day: dayOf("2026-09-30"), calendar });
  expect(next.find(({ kind }) => kind === "decision")).toEqual({
    kind: "decision",
    exit: null,
    by: "authority",
    from: "2026-10-13",
  });
  expect(next.map(({ kind }) => kind).toSorted()).toEqual(["close", "decision", "defence", "waiver"]);
});

test("what was served before it was entered counts from entry, and from service once a second person stands for it", () => {
  const procedure = procedureIn(policy, "wage-arrears");
  const base = { person: "a", terms: NO_TERMS };
  const file = fileOf([
    { ...base, kind: "open", day: dayOf("2026-09-01"), on: dayOf("2026-09-01") },
    { ...base, kind: "notice", day: dayOf("2026-09-01"), on: dayOf("2026-09-01") },
    { ...base, kind: "notice-served", day: dayOf("2026-09-11"), on: dayOf("2026-09-02") },
  ]);
  const judge = (held: CaseFile, kind: StepWish["kind"], person: string) =>
    judgeStep(
      { file: held, procedure, instruments: policy, day: dayOf("2026-09-11"), calendar },
      { kind, on: null, person, terms: NO_TERMS },
    );
  expect(judge(file, "decision", "a")).toMatchObject({
    ok: false,
    refusal: { code: "lists.defence-running", availableFrom: "2026-09-19" },
  });
  expect(judge(file, "late-entry", "a")).toMatchObject({ ok: false, refusal: { code: "lists.second-person" } });
  const late: CaseFile = {
    ...file,
    steps: [
      ...file.steps,
      { ...base, kind: "late-entry", day: dayOf("2026-09-11"), on: dayOf("2026-09-11"), person: "b" },
    ],
  };
  expect(judge(file, "late-entry", "b").ok).toBe(true);
  expect(judge(late, "decision", "a").ok).toBe(true);
});

test("a list whose instrument has ended takes nobody any further, and still lets out", () => {
  const lapsed: ListProcedure = { ...procedureIn(policy, "abnormal-operation"), state: "lapsed" };
  const served = fileOf(
    ["open", "notice", "notice-served", "waiver", "decision", "decision-approved", "decision-served"].map(
      (kind): CaseStep => ({
        kind: kind as CaseStep["kind"],
        day: dayOf("2026-09-09"),
        on: dayOf("2026-09-09"),
        person: "a",
        terms: NO_TERMS,
      }),
    ),
  );
  const on = { procedure: lapsed, instruments: policy, day: dayOf("2026-09-10"), calendar };
  const wish = (kind: StepWish["kind"]): StepWish => ({
    kind,
    on: null,
    person: "c",
    terms: { ...NO_TERMS, exit: "correction" },
  });
  expect(judgeStep({ ...on, file: served }, wish("exit")).ok).toBe(true);
  const approved = { ...served, steps: served.steps.slice(0, -1) };
  expect(judgeStep({ ...on, file: approved }, wish("decision-served"))).toMatchObject({
    ok: false,
    refusal: { code: "lists.lapsed" },
  });
});

test("who is no longer competent, or stands on a ground that has ended, lists nobody, and still lets out", () => {
  const procedure = procedureIn(policy, "abnormal-operation");
  const step = (kind: CaseStep["kind"]): CaseStep => ({
    kind,
    day: dayOf("2026-09-09"),
    on: dayOf("2026-09-09"),
    person: "a",
    terms: NO_TERMS,
  });
  const file = fileOf([step("open")], { list: procedure.id, ground: "no-contact", organisation: "11990100990001378K" });
  const wish: StepWish = { kind: "notice", on: null, person: "a", terms: NO_TERMS };
  const at = { procedure, day: dayOf("2026-09-10"), calendar };
  const codeOf = (held: CaseFile, instruments = policy): string => {
    const verdict = judgeStep({ ...at, file: held, instruments }, wish);
    return verdict.ok ? "granted" : verdict.refusal.code;
  };
  expect(codeOf(file)).toBe("granted");
  expect(codeOf({ ...file, organisation: "11990100990004114B" })).toBe("lists.not-competent");
  const source = policy.sources.get("enterprise-disclosure-regulation");
  if (source === undefined) throw new Error("no source");
  const withSource = (change: Partial<typeof source>) => ({
    ...policy,
    sources: new Map([...policy.sources, [source.id, { ...source, ...change }] as const]),
  });
  expect(codeOf(file, withSource({ until: dayOf("2026-09-10") }))).toBe("lists.basis-expired");
  expect(codeOf(file, withSource({ territory: "370000" }))).toBe("lists.basis-foreign");
  expect(codeOf(file, withSource({ inForce: dayOf("2027-01-01") }))).toBe("lists.basis-not-yet");
  expect(codeOf(file, { ...policy, sources: new Map() })).toBe("lists.basis-unknown");
});
