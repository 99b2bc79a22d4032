// The rules against a slow and obvious model: every history is walked day by day and step by step, and nothing is kept but a list.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, isWorkingDay } from "../../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import type { ObjectionTerms } from "../../../policy/objection.ts";
import { nextDue } from "./due.ts";
import { judgeStep, nextSteps } from "./judge.ts";
import type { Wish } from "./judge.ts";
import { isMarked, isOver, stateOf } from "./objection.ts";
import type { Step } from "./objection.ts";

const start = "2026-09-07" as Day;
const calendar: WorkingCalendar = {
  years: new Set([2026]),
  holidays: new Set([1, 2, 3, 4, 5, 6, 7].map((one) => `2026-10-0${one}` as Day)),
  workdays: new Set(["2026-10-10" as Day]),
};

interface Try {
  readonly kind: Wish["kind"];
  readonly after: number;
  readonly person: string;
  readonly words: boolean;
  readonly outcome: "upheld" | "rejected" | null;
  readonly change: "ended" | "acted" | null;
  readonly evidence: boolean;
}

const kinds: readonly Wish["kind"][] = [
  "accept",
  "not-accept",
  "forward",
  "extend",
  "remind",
  "escalate",
  "answer",
  "return",
  "confirm",
  "withdraw",
];
const arbitraryTry = (of: readonly Wish["kind"][]): fc.Arbitrary<Try> =>
  fc.record({
    kind: fc.constantFrom(...of),
    after: fc.nat(6),
    person: fc.constantFrom("one", "two"),
    words: fc.constantFrom(true, true, false),
    outcome: fc.constantFrom("upheld", "upheld", "rejected", null),
    change: fc.constantFrom("ended", "acted", null),
    evidence: fc.boolean(),
  });
/** Half of all histories begin as a sound one does, so that many come to their end. */
const tries: fc.Arbitrary<readonly Try[]> = fc.oneof(
  fc.array(arbitraryTry(kinds), { maxLength: 12 }),
  fc
    .tuple(
      fc.constantFrom<readonly Wish["kind"][]>(["accept"], ["accept", "forward"], ["accept", "forward", "answer"]),
      fc.array(
        arbitraryTry(["answer", "answer", "answer", "confirm", "confirm", "return", "remind", "extend", "escalate"]),
        {
          maxLength: 12,
        },
      ),
    )
    .map(([first, rest]) => [
      ...first.map((kind): Try => ({
        kind,
        after: 1,
        person: "one",
        words: true,
        outcome: "upheld",
        change: "ended",
        evidence: true,
      })),
      ...rest,
    ]),
);
const some = fc.option(fc.nat(8), { freq: 4 });
const terms: fc.Arbitrary<ObjectionTerms | null> = fc.option(
  fc.record({ accept: some, own: some, transfer: some, provider: some, extension: some, total: some }),
  { freq: 8 },
);

/** The working days after a day, one after the other. */
function slowDue(from: Day, days: number): Day {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar) === true) left -= 1;
  }
  return day;
}

interface Setting {
  readonly terms: ObjectionTerms | null;
  readonly own: boolean;
  readonly record: boolean;
}

const did = (done: readonly Step[], kind: Step["kind"]): Step | undefined => done.findLast((one) => one.kind === kind);

/** The earliest of all last days that bind what comes next. */
function slowLastDay(done: readonly Step[], { terms: set, own }: Setting): Day | null {
  if (set === null || over(done)) return null;
  const bounds: (Day | null)[] = [];
  const bound = (step: Step["kind"], days: number | null): void => {
    const from = did(done, step)?.day;
    bounds.push(from === undefined || days === null ? null : slowDue(from, days));
  };
  bound("file", set.total);
  if (did(done, "accept") === undefined) bound("file", set.accept);
  else if (own) bound("accept", set.own);
  else if (did(done, "forward") === undefined) bound("accept", set.transfer);
  else {
    const more = did(done, "extend") === undefined ? 0 : (set.extension ?? 0);
    bound("forward", set.provider === null ? null : set.provider + more);
  }
  return bounds.filter((one) => one !== null).toSorted()[0] ?? null;
}

const over = (done: readonly Step[]): boolean =>
  done.some(({ kind }) => ["confirm", "not-accept", "withdraw"].includes(kind));

/** The drafted answer that nobody has sent back. */
function standing(done: readonly Step[]): Step | undefined {
  const last = done.findLast(({ kind }) => kind === "answer" || kind === "return");
  return last?.kind === "answer" ? last : undefined;
}

/** Whether the model lets a step through; every reason on a line of its own. */
function slowMay(done: readonly Step[], one: Try, { day, setting }: { day: Day; setting: Setting }): boolean {
  if (over(done)) return false;
  const accepted = did(done, "accept") !== undefined;
  const forwarded = did(done, "forward") !== undefined;
  const drafted = standing(done);
  const last = slowLastDay(done, setting);
  const late = last !== null && day > last;
  switch (one.kind) {
    case "accept":
      return !accepted;
    case "not-accept":
      return !accepted && one.words;
    case "forward":
      return accepted && !forwarded && drafted === undefined && !setting.own;
    case "extend":
      if (!forwarded || drafted !== undefined || !one.words || late) return false;
      return (setting.terms?.extension ?? 0) > 0 && did(done, "extend") === undefined;
    case "remind":
      return late && forwarded;
    case "escalate":
      return late && forwarded && one.words && did(done, "remind") !== undefined && did(done, "escalate") === undefined;
    case "answer": {
      if (!accepted || drafted !== undefined || !one.words || one.outcome === null) return false;
      if (!forwarded && !setting.own) return false;
      if (one.outcome === "rejected") return one.change === null && one.evidence;
      return one.change === (setting.record ? "ended" : "acted");
    }
    case "return":
      return drafted !== undefined && one.words && drafted.person !== one.person;
    case "confirm":
      return drafted !== undefined && drafted.person !== one.person;
    case "withdraw":
      return true;
  }
}

function wishOf({ kind, person, words, outcome, change, evidence }: Try): Wish {
  const changes = { ended: { kind: "ended" }, acted: { kind: "acted", documentNo: "示函1号" } } as const;
  const answer =
    outcome === null
      ? null
      : {
          outcome,
          change: change === null ? null : changes[change],
          evidence: evidence ? [{ title: "证据", digest: "ab".repeat(32) }] : [],
        };
  return { kind, person, words: words ? "理由" : " ", answer };
}

/** `expect` in the innermost loop would cost more than all that is tried. */
function same(found: unknown, wanted: unknown, about: unknown): void {
  if (found !== wanted) throw new Error(`${String(found)} is not ${String(wanted)}: ${JSON.stringify(about)}`);
}

test("20,000 histories: the rules let through what the model lets through, and tell the same last day", () => {
  let closed = 0;
  fc.assert(
    fc.property(tries, terms, fc.boolean(), fc.boolean(), (history, set, own, record) => {
      const setting: Setting = { terms: set, own, record };
      let day = start;
      let done: readonly Step[] = [{ kind: "file", day, person: "subject", answer: null }];
      for (const one of history) {
        day = addDays(day, one.after);
        const reckoning = { terms: set, calendar, own, day };
        const file = { kind: record ? "statement" : "look", steps: done } as const;
        const due = nextDue(stateOf(done), reckoning);
        same(due?.until ?? null, slowLastDay(done, setting), done);
        const wish = wishOf(one);
        const verdict = judgeStep(file, wish, reckoning);
        same(verdict.ok, slowMay(done, one, { day, setting }), [...done, one]);
        if (!verdict.ok) continue;
        // What is offered is what may be done.
        same(
          nextSteps(file, reckoning).some(({ kind }) => kind === one.kind),
          true,
          done,
        );
        const answer = wish.answer === null ? null : { ...wish.answer, words: "理由", corrections: [] };
        done = [...done, { kind: one.kind, day, person: one.person, answer: one.kind === "answer" ? answer : null }];
        const state = stateOf(done);
        same(state.version, done.length, done);
        same(isOver(state), over(done), done);
        same(isMarked(state), did(done, "accept") !== undefined && !over(done), done);
        if (state.phase === "closed") closed += 1;
      }
    }),
    { numRuns: 20_000 },
  );
  expect(closed).toBeGreaterThan(500);
});
