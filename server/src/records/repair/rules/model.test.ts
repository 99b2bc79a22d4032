// Random applications against a slow model that keeps no state: each answer is looked up in the whole history.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { addDays, isWorkingDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { loadCalendar } from "../../../policy/calendar.ts";
import { OUTCOMES, stateOf, STEP_KINDS } from "./application.ts";
import type { ApplicationKind, Proposal, Step } from "./application.ts";
import { nextDue } from "./due.ts";
import { judgeStep, nextSteps } from "./judge.ts";
import type { Wish } from "./judge.ts";

const HISTORIES = 20_000;
const SHIPPED = fileURLToPath(new URL("../../../../../policy", import.meta.url));
const load = loadCalendar([SHIPPED], "990100");
if (!load.ok) throw new Error(JSON.stringify(load.faults));
const { calendar } = load;
const terms = { accept: 3, decide: 7, extension: 10, feedback: 10 };
const KINDS = STEP_KINDS.filter((kind): kind is Wish["kind"] => kind !== "apply");
const STANDING: readonly string[] = ["supplement", "accept", "not-accept", "approve", "withdraw", "need-more"];

interface Question {
  readonly kind: ApplicationKind;
  readonly steps: readonly Step[];
  readonly wish: Wish;
  readonly day: Day;
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function slowWorkingDays(from: Day, count: number): Day {
  let at = from;
  for (let worked = 0; worked < count;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar) === true) worked += 1;
  }
  return at;
}

/** What the last act that moved the application was. An approval counts as what it approved. */
function standing(steps: readonly Step[]): string {
  const at = steps.findLastIndex(({ kind }) => STANDING.includes(kind));
  const last = steps[at];
  if (last === undefined) return "applied";
  if (last.kind !== "approve") return last.kind;
  return steps.slice(0, at).findLast(({ kind }) => kind === "propose")?.proposal?.outcome ?? "";
}

/** A draft that was neither returned nor approved since. */
function draftOf(steps: readonly Step[]): Step | undefined {
  const last = steps.findLast(({ kind }) => ["propose", "return", "approve"].includes(kind));
  return last?.kind === "propose" ? last : undefined;
}

function lastDay(steps: readonly Step[]): Day | null {
  const at = standing(steps);
  if (at === "applied" || at === "supplement") {
    const from = steps.findLast(({ kind }) => kind === "apply" || kind === "supplement");
    return from === undefined ? null : slowWorkingDays(from.day, 3);
  }
  if (at !== "accept") return null;
  const accepted = steps.findLast(({ kind }) => kind === "accept");
  const more = steps.some(({ kind }) => kind === "extend") ? 10 : 0;
  return accepted === undefined ? null : slowWorkingDays(accepted.day, 7 + more);
}

const fresh = ({ steps }: Question): boolean => ["applied", "supplement"].includes(standing(steps));
const said = ({ wish }: Question): boolean => wish.words !== null;

function mayPropose({ kind, steps, wish, day }: Question): boolean {
  const { proposal } = wish;
  if (proposal === null || proposal.reason === "" || draftOf(steps) !== undefined) return false;
  const at = standing(steps);
  const { outcome, mend, through } = proposal;
  if (outcome === "revoke") return at === "repair" || at === "shield";
  if (at !== "accept" && at !== "shield") return false;
  if (outcome === "refuse") return mend !== null;
  if (outcome === "repair") return kind === "repair" || at === "shield";
  return kind === "bankruptcy" && at === "accept" && through !== null && through >= day;
}

const ANSWERS: Readonly<Record<Wish["kind"], (question: Question) => boolean>> = {
  "need-more": (question) => fresh(question) && said(question),
  supplement: (question) => standing(question.steps) === "need-more" && said(question),
  accept: fresh,
  "not-accept": (question) => (fresh(question) || standing(question.steps) === "need-more") && said(question),
  extend: (question) => {
    const { steps, day } = question;
    if (standing(steps) !== "accept" || draftOf(steps) !== undefined || !said(question)) return false;
    return !steps.some(({ kind }) => kind === "extend") && day <= (lastDay(steps) ?? "");
  },
  remind: ({ steps, day }) => day > (lastDay(steps) ?? "9999-12-31"),
  propose: mayPropose,
  return: (question) => {
    const draft = draftOf(question.steps);
    return draft !== undefined && draft.person !== question.wish.person && said(question);
  },
  approve: ({ steps, wish, day }) => {
    const draft = draftOf(steps);
    if (draft === undefined || draft.person === wish.person) return false;
    return draft.proposal?.outcome !== "shield" || (draft.proposal.through ?? "") >= day;
  },
  withdraw: ({ steps }) =>
    draftOf(steps) === undefined && ["applied", "supplement", "need-more", "accept"].includes(standing(steps)),
};

function wishFrom(random: (below: number) => number, day: Day): Wish {
  const kind = KINDS[random(KINDS.length)] ?? "accept";
  const person = random(2) === 0 ? "a" : "b";
  const words = random(6) === 0 ? null : "理由";
  const proposal: Proposal = {
    outcome: OUTCOMES[random(OUTCOMES.length)] ?? "repair",
    reason: random(8) === 0 ? "" : "理由",
    mend: random(4) === 0 ? null : "补缴",
    through: random(3) === 0 ? null : addDays(day, random(30) - 4),
  };
  return { kind, person, words, proposal: kind === "propose" && random(10) > 0 ? proposal : null };
}

test(`${HISTORIES} random applications are judged as the slow model judges them`, () => {
  const random = randomFrom(20_260_909);
  const reached = new Set<string>();
  for (let history = 0; history < HISTORIES; history += 1) {
    const kind: ApplicationKind = random(3) === 0 ? "bankruptcy" : "repair";
    let day = addDays("2026-09-01" as Day, random(60));
    const steps: Step[] = [{ kind: "apply", day, person: "s", proposal: null }];
    for (let at = 0; at < 14; at += 1) {
      day = addDays(day, random(4) === 0 ? random(12) : random(2));
      const wish = wishFrom(random, day);
      const reckoning = { terms, calendar, day };
      const verdict = judgeStep({ kind, steps }, wish, reckoning);
      const expected = ANSWERS[wish.kind]({ kind, steps, wish, day });
      if (verdict.ok !== expected) throw new Error(JSON.stringify({ kind, steps, wish, day, expected, verdict }));
      if (verdict.ok && !nextSteps({ kind, steps }, reckoning).includes(wish.kind))
        throw new Error(`not offered: ${wish.kind}`);
      const due = nextDue(stateOf(steps), reckoning);
      if ((due?.until ?? null) !== lastDay(steps)) throw new Error(JSON.stringify({ steps, due }));
      if (verdict.ok) steps.push({ kind: wish.kind, day, person: wish.person, proposal: wish.proposal });
    }
    reached.add(stateOf(steps).phase);
  }
  expect(reached.size).toBe(10);
}, 120_000);

test("silence of the authority is never a refusal: on whatever day it may still accept and decide", () => {
  const day = "2026-12-09" as Day;
  const late = "2026-09-09" as Day;
  const apply: Step = { kind: "apply", day: late, person: "s", proposal: null };
  const wish: Wish = { kind: "accept", person: "a", words: null, proposal: null };
  const reckoning = { terms, calendar, day };
  expect(judgeStep({ kind: "repair", steps: [apply] }, wish, reckoning).ok).toBe(true);
  expect(stateOf([apply]).phase).toBe("submitted");
  expect(nextDue(stateOf([apply]), reckoning)?.overdue).toBe(true);
});
