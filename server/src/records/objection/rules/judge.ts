// Whether a step may be taken today.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal, RefusalCode } from "../../../kernel/refusal.ts";
import { lateFrom, nextDue } from "./due.ts";
import type { Reckoning } from "./due.ts";
import { isOver, stateOf, STEP_KINDS } from "./objection.ts";
import type { Answer, Kind, Phase, State, Step, StepKind } from "./objection.ts";

/** 国办发〔2025〕22号: what is wrong is put right on objection; the article of what has none of its own. */
export const OBJECTION_RULE = "repair-plan-2025#*";

export interface File {
  readonly kind: Kind;
  readonly steps: readonly Step[];
}

export interface Wish {
  readonly kind: Exclude<StepKind, "file">;
  readonly person: string;
  readonly words: string | null;
  readonly answer: Omit<Answer, "words" | "corrections"> | null;
}

interface Asked extends Reckoning {
  readonly file: File;
  readonly state: State;
  readonly wish: Wish;
}

const PHASES: Readonly<Record<Wish["kind"], readonly Phase[]>> = {
  accept: ["filed"],
  "not-accept": ["filed"],
  forward: ["accepted"],
  extend: ["forwarded"],
  // Whoever is reminded is the one who has to answer: what is late before stands in the queue of the centre itself.
  remind: ["forwarded", "answered"],
  escalate: ["forwarded", "answered"],
  answer: ["accepted", "forwarded"],
  return: ["answered"],
  confirm: ["answered"],
  withdraw: ["filed", "accepted", "forwarded", "answered"],
};

const WORDED: ReadonlySet<StepKind> = new Set<StepKind>(["not-accept", "extend", "answer", "return", "escalate"]);

function no(code: RefusalCode, more: Partial<Refusal> = {}): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ code, kind: "conflict", article: OBJECTION_RULE, ...more });
}

const yes = (): Outcome<null> => granted(null);

function judgeRejection({ change, evidence }: NonNullable<Wish["answer"]>): Outcome<null> {
  if (change !== null) return no("objection.change-unfit", { kind: "invalid" });
  return evidence.length === 0 ? no("objection.evidence-needed", { kind: "invalid" }) : yes();
}

/** A record is put right where it stands; about a measure or a look a paper says what was done. */
function judgeUpholding({ change }: NonNullable<Wish["answer"]>, kind: Kind): Outcome<null> {
  if (change === null) return no("objection.change-needed", { kind: "invalid" });
  const ofRecord = kind === "statement" || kind === "listing";
  return ofRecord === (change.kind !== "acted") ? yes() : no("objection.change-unfit", { kind: "invalid" });
}

function judgeAnswer({ file, own, state, wish }: Asked): Outcome<null> {
  // Before it is forwarded only the platform itself answers, and for nothing but its own.
  if (state.forwardedOn === null && !own) return no("objection.step-order", { values: { step: "answer" } });
  const { answer } = wish;
  if (answer === null) return no("objection.answer-needed", { kind: "invalid" });
  return answer.outcome === "rejected" ? judgeRejection(answer) : judgeUpholding(answer, file.kind);
}

function judgeSecond({ state, wish }: Asked): Outcome<null> {
  return state.drafter === wish.person ? no("objection.second-person", { kind: "forbidden" }) : yes();
}

function judgeExtension({ state, terms, ...rest }: Asked): Outcome<null> {
  if (terms === null || (terms.extension ?? 0) === 0) return no("objection.no-extension");
  if (state.extended) return no("objection.extended");
  return nextDue(state, { terms, ...rest })?.overdue === true ? no("objection.too-late") : yes();
}

function judgeReminder({ state, ...rest }: Asked): Outcome<null> {
  if (state.forwardedOn === null) return no("objection.step-order", { values: { step: "remind" } });
  const from = lateFrom(state, rest);
  if (from !== null && rest.day >= from) return yes();
  return from === null
    ? no("objection.not-overdue")
    : no("objection.not-overdue", { kind: "too-early", availableFrom: from });
}

function judgeEscalation(asked: Asked): Outcome<null> {
  if (asked.state.reminders === 0) return no("objection.reminder-first");
  return asked.state.escalated ? no("objection.escalated") : judgeReminder(asked);
}

const JUDGES: Readonly<Record<Wish["kind"], (asked: Asked) => Outcome<null>>> = {
  accept: yes,
  "not-accept": yes,
  forward: ({ own }) => (own ? no("objection.own-data") : yes()),
  extend: judgeExtension,
  remind: judgeReminder,
  escalate: judgeEscalation,
  answer: judgeAnswer,
  return: judgeSecond,
  confirm: judgeSecond,
  withdraw: yes,
};

/**
 * Whether a step may be added. Refuses `objection.closed`, `objection.step-order`, `objection.words-needed`, and what the kind's own judge
 * refuses; a reminder that comes too soon says from which day on it may be sent.
 */
export function judgeStep(file: File, wish: Wish, reckoning: Reckoning): Outcome<null> {
  const state = stateOf(file.steps);
  if (isOver(state)) return no("objection.closed");
  if (!PHASES[wish.kind].includes(state.phase)) return no("objection.step-order", { values: { step: wish.kind } });
  if (WORDED.has(wish.kind) && (wish.words ?? "").trim() === "")
    return no("objection.words-needed", { kind: "invalid" });
  return JUDGES[wish.kind]({ ...reckoning, file, state, wish });
}

/** Whose step it is. */
export type Side = "subject" | "centre" | "respondent" | "second-person";

const SIDES: Readonly<Record<Wish["kind"], Side>> = {
  accept: "centre",
  "not-accept": "centre",
  forward: "centre",
  extend: "respondent",
  remind: "centre",
  escalate: "centre",
  answer: "respondent",
  return: "second-person",
  confirm: "second-person",
  withdraw: "subject",
};

export const sideOf = (kind: Wish["kind"]): Side => SIDES[kind];

/** Nobody: so that what only a second person may do is shown to whoever looks. */
const ANYBODY = "";
const SOME_ANSWER = { outcome: "rejected", change: null, evidence: [{ title: "x", digest: "x" }] } as const;

/** What may be done today, and by which side. */
export function nextSteps(
  file: File,
  reckoning: Reckoning,
): readonly { readonly kind: Wish["kind"]; readonly by: Side }[] {
  const kinds = STEP_KINDS.filter((kind): kind is Wish["kind"] => kind !== "file");
  return kinds.flatMap((kind) => {
    const wish = { kind, person: ANYBODY, words: "x", answer: SOME_ANSWER };
    return judgeStep(file, wish, reckoning).ok ? [{ kind, by: SIDES[kind] }] : [];
  });
}
