// Whether a step may be added to a case today: one judge a kind, and the order in which they may come.
import { addWorkingDays, addDays } from "../../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { ListProcedure, ProcedureDays } from "../../../policy/list-procedure.ts";
import { noticeRunsFrom, standingOn, stateOf } from "./case.ts";
import type { CaseState, CaseStanding, StepKind } from "./case.ts";
import { judgeExit } from "./exit.ts";
import { judgeCompetence, judgeGround } from "./ground.ts";
import { termOf, validUntil } from "./term.ts";
import { articleIn, no, notStanding, tooEarly } from "./verdict.ts";
import type { Asked, Judging, StepWish, Verdict } from "./verdict.ts";

const yes = ({ wish }: Asked): Verdict => granted(wish.terms);

/** Phases in which a kind of step may come. */
const PHASES: Readonly<Record<StepWish["kind"], readonly CaseStanding[]>> = {
  notice: ["opened"],
  "notice-served": ["noticed"],
  "late-entry": ["notice-served"],
  defence: ["notice-served"],
  waiver: ["notice-served"],
  "hearing-set": ["notice-served"],
  "hearing-held": ["notice-served"],
  decision: ["notice-served"],
  "decision-returned": ["decision-drafted"],
  "decision-approved": ["decision-drafted"],
  "decision-served": ["approved"],
  exit: ["listed", "expired"],
  "exit-returned": ["exit-drafted"],
  // A revocation that was drafted in time is not lost with the term.
  "exit-approved": ["exit-drafted", "expired"],
  repaired: ["listed", "exit-drafted"],
  "repair-revoked": ["ended"],
  close: ["opened", "noticed", "notice-served", "decision-drafted", "approved"],
};

/** Steps towards a listing: none of them is taken once the list does not stand. */
const WORSENING: ReadonlySet<StepKind> = new Set<StepKind>([
  "notice",
  "late-entry",
  "decision",
  "decision-approved",
  "decision-served",
]);

/** The last day of the term for statement and defence; undefined where the calendar does not reach so far. */
export function defenceUntil(
  state: Pick<CaseState, "service">,
  procedure: Pick<ListProcedure, "defence">,
  calendar: WorkingCalendar,
): Day | undefined {
  if (state.service === null || procedure.defence === null) return undefined;
  return addWorkingDays(noticeRunsFrom(state.service), procedure.defence.workingDays, calendar);
}

function workedOut(
  found: Day | undefined,
  rule: ProcedureDays | null,
): Outcome<{ readonly last: Day; readonly article: string }> {
  if (found === undefined) return no("lists.calendar-unknown", { kind: "unavailable" });
  return granted({ last: found, article: articleIn(rule?.basis) });
}

function servedWithin({ on, day, wish }: Asked, issued: Day | null): Verdict {
  if (on > day) return no("lists.future-day", { kind: "invalid", values: { on } });
  if (issued !== null && on < issued) return no("lists.before-issue", { kind: "invalid", values: { issued } });
  return granted(wish.terms);
}

function judgeLateEntry({ state, wish }: Asked): Verdict {
  const { service } = state;
  if (service === null || service.lateEntry || service.on >= service.entered) return no("lists.not-late");
  if (service.person === wish.person) return no("lists.second-person", { kind: "forbidden" });
  return granted(wish.terms);
}

/** Statement, defence and waiver are the subject's, until the term has run out. */
function judgeHeard(asked: Asked): Verdict {
  const { state, procedure, calendar, day, wish } = asked;
  if (state.waived) return no("lists.waived");
  const term = workedOut(defenceUntil(state, procedure, calendar), procedure.defence);
  if (!term.ok) return term;
  const pending = state.hearingAsked && state.hearingHeld === null;
  // Who asked for a hearing may say what he has to say until it is held, and may take it back.
  if (day > term.value.last && !pending) return no("lists.defence-over", { values: { last: term.value.last } });
  if (day > term.value.last && wish.terms.asksHearing)
    return no("lists.defence-over", { values: { last: term.value.last } });
  return granted(wish.terms);
}

function judgeHearingSet({ state, procedure, calendar, day, wish }: Asked): Verdict {
  if (!state.hearingAsked || state.hearingHeld !== null) return no("lists.no-hearing");
  const { hearingOn } = wish.terms;
  if (hearingOn === null) return no("lists.hearing-day-needed", { kind: "invalid" });
  const found = procedure.hearing === null ? undefined : addWorkingDays(day, procedure.hearing.workingDays, calendar);
  const notice = workedOut(found, procedure.hearing);
  if (!notice.ok) return notice;
  const { last, article } = notice.value;
  return hearingOn < last ? tooEarly("lists.hearing-too-soon", last, article) : granted(wish.terms);
}

function judgeHearingHeld({ state, procedure, day, on, wish }: Asked): Verdict {
  if (!state.hearingAsked || state.hearingOn === null || state.hearingHeld !== null) return no("lists.no-hearing");
  if (day < state.hearingOn)
    return tooEarly("lists.hearing-not-yet", state.hearingOn, articleIn(procedure.hearing?.basis));
  return on < state.hearingOn || on > day
    ? no("lists.future-day", { kind: "invalid", values: { on } })
    : granted(wish.terms);
}

/** A hearing that was asked for has been held. */
function hearingOver({ state, procedure, day }: Asked): Outcome<null> {
  if (!state.hearingAsked || state.hearingHeld !== null) return granted(null);
  const article = articleIn(procedure.hearing?.basis);
  return state.hearingOn !== null && day < state.hearingOn
    ? tooEarly("lists.hearing-pending", state.hearingOn, article)
    : no("lists.hearing-pending", { article });
}

/** The term for statement and defence has run out, or the subject has waived. */
function termOver({ state, procedure, calendar, day }: Asked): Outcome<null> {
  if (state.waived) return granted(null);
  const term = workedOut(defenceUntil(state, procedure, calendar), procedure.defence);
  if (!term.ok) return term;
  const { last, article } = term.value;
  return day <= last ? tooEarly("lists.defence-running", addDays(last, 1), article) : granted(null);
}

/** A decision waits for the end of the term, or the waiver, and for the hearing where one was asked for. */
function judgeDecision(asked: Asked): Verdict {
  const { procedure, wish, file } = asked;
  const hearing = hearingOver(asked);
  if (!hearing.ok) return hearing;
  const term = termOver(asked);
  if (!term.ok) return term;
  const most = termOf(procedure, file.ground)?.extensionMonthsMax ?? 0;
  if (wish.terms.extensionMonths > most) return no("lists.term-too-long", { kind: "invalid", values: { most } });
  return granted(wish.terms);
}

function judgeApproval({ state, wish }: Asked): Verdict {
  return state.drafter === wish.person ? no("lists.second-person", { kind: "forbidden" }) : granted(wish.terms);
}

/** Service of the decision makes the listing: from the day of entry, never backwards; its term runs from service. */
function judgeDecisionServed(asked: Asked): Verdict {
  const { state, procedure, file, on, day } = asked;
  const fit = servedWithin(asked, state.approvedOn);
  if (!fit.ok) return fit;
  const until = validUntil(termOf(procedure, file.ground), on, state.extensionMonths);
  if (until !== null && until < day) return no("lists.term-over", { values: { until } });
  return granted({ ...fit.value, validUntil: until });
}

function judgeExitApproval({ state, wish, day, procedure }: Asked): Verdict {
  if (state.exit === null) return no("lists.step-order");
  if (state.exit.person === wish.person) return no("lists.second-person", { kind: "forbidden" });
  if (standingOn(state, day) === "expired" && state.exit.kind !== "revocation") return no("lists.ended");
  // What was drafted is judged again on the day on which it takes effect.
  return procedure.exits.includes(state.exit.kind)
    ? granted(wish.terms)
    : no("lists.exit-unknown", { kind: "invalid" });
}

const JUDGES: Readonly<Record<StepWish["kind"], (asked: Asked) => Verdict>> = {
  notice: yes,
  "notice-served": (asked) => servedWithin(asked, asked.state.noticeOn),
  "late-entry": judgeLateEntry,
  defence: judgeHeard,
  waiver: judgeHeard,
  "hearing-set": judgeHearingSet,
  "hearing-held": judgeHearingHeld,
  decision: judgeDecision,
  "decision-returned": yes,
  "decision-approved": judgeApproval,
  "decision-served": judgeDecisionServed,
  exit: judgeExit,
  "exit-returned": yes,
  "exit-approved": judgeExitApproval,
  repaired: ({ procedure, wish }) =>
    procedure.exits.includes("repair") ? granted(wish.terms) : no("lists.exit-unknown", { kind: "invalid" }),
  "repair-revoked": yes,
  close: yes,
};

/** Whether anybody may still be listed, by this authority, on this ground, on this day. */
function judgeStanding({ file, procedure, instruments, day }: Judging): Outcome<null> {
  if (procedure.state !== "live") return notStanding(procedure);
  const competent = judgeCompetence(procedure, file.organisation);
  if (!competent.ok) return competent;
  const ground = judgeGround(instruments, procedure, { ground: file.ground, day });
  return ground.ok ? granted(null) : ground;
}

/**
 * Whether a step may be added, and its terms as they are kept. Refuses `lists.closed`, `lists.ended`, `lists.step-order`,
 * `lists.not-live`, `lists.lapsed`, `lists.not-competent`, `lists.basis-…`, and what the kind's own judge refuses; `availableFrom` is the first lawful day.
 */
export function judgeStep(judging: Judging, wish: StepWish): Verdict {
  const { file, day } = judging;
  const state = stateOf(file);
  const standing = standingOn(state, day);
  if (standing === "closed") return no("lists.closed");
  const isTakenBack = wish.kind === "repair-revoked" && state.endedBy === "repair";
  if (standing === "ended" && !isTakenBack) return no("lists.ended");
  if (!PHASES[wish.kind].includes(standing)) {
    return standing === "expired" ? no("lists.ended") : no("lists.step-order", { values: { step: wish.kind } });
  }
  const stands = WORSENING.has(wish.kind) ? judgeStanding(judging) : granted(null);
  if (!stands.ok) return stands;
  return JUDGES[wish.kind]({ ...judging, state, wish, on: wish.on ?? day });
}
