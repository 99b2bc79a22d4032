// 异议: one objection as a sequence of steps, and what follows from the sequence.
import type { Day } from "../../../kernel/day.ts";

export const STEP_KINDS = [
  "file",
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
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export type Kind = "statement" | "listing" | "measure" | "look";
export type AnswerOutcome = "upheld" | "rejected";

export interface Evidence {
  readonly title: string;
  /** SHA-256 of the file in hex. */
  readonly digest: string;
}

/** The ground that a record is about somebody else: it matters who attached it, and only then it can leave its subject. */
export const WRONG_SUBJECT = "wrong-subject";

/**
 * What was done for an objection that is upheld. `version`: the provider's own mending batch made a newer version; `ended`:
 * the decision or its batch was ended; `detached`: the record was about somebody else, and leaves this subject from the beginning;
 * `acted`: a document says what was done about a measure or a look.
 */
export type Change =
  | { readonly kind: "version"; readonly record: string }
  | { readonly kind: "ended" }
  | { readonly kind: "detached" }
  | { readonly kind: "acted"; readonly documentNo: string };

/** A field before and after, as the two versions say; null where it says nothing. */
export interface Correction {
  readonly field: string;
  readonly name: string;
  readonly old: string | null;
  readonly new: string | null;
}

export interface Answer {
  readonly outcome: AnswerOutcome;
  readonly words: string;
  readonly change: Change | null;
  readonly evidence: readonly Evidence[];
  readonly corrections: readonly Correction[];
}

export interface Step {
  readonly kind: StepKind;
  readonly day: Day;
  /** UUID of the human being. */
  readonly person: string;
  /** Only `answer` has one. */
  readonly answer: Answer | null;
}

export const PHASES = ["filed", "accepted", "forwarded", "answered", "closed", "not-accepted", "withdrawn"] as const;
export type Phase = (typeof PHASES)[number];

export interface State {
  /** Number of steps: whoever adds one names it, and of two at once one is refused. */
  readonly version: number;
  readonly phase: Phase;
  readonly filedOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly forwardedOn: Day | null;
  readonly extended: boolean;
  readonly reminders: number;
  readonly escalated: boolean;
  /** Who drafted the answer that stands. */
  readonly drafter: string | null;
  readonly answer: Answer | null;
  /** The day on which it came to an end, whichever. */
  readonly endedOn: Day | null;
}

const NEW: State = {
  version: 0,
  phase: "filed",
  filedOn: null,
  acceptedOn: null,
  forwardedOn: null,
  extended: false,
  reminders: 0,
  escalated: false,
  drafter: null,
  answer: null,
  endedOn: null,
};

const CHANGES: Readonly<Record<StepKind, (state: State, step: Step) => Partial<State>>> = {
  file: (_, { day }) => ({ filedOn: day }),
  accept: (_, { day }) => ({ phase: "accepted", acceptedOn: day }),
  "not-accept": (_, { day }) => ({ phase: "not-accepted", endedOn: day }),
  forward: (_, { day }) => ({ phase: "forwarded", forwardedOn: day }),
  extend: () => ({ extended: true }),
  remind: ({ reminders }) => ({ reminders: reminders + 1 }),
  escalate: () => ({ escalated: true }),
  answer: (_, { person, answer }) => ({ phase: "answered", drafter: person, answer }),
  // Back to whoever has to answer: what was drafted is gone.
  return: ({ forwardedOn }) => ({
    phase: forwardedOn === null ? "accepted" : "forwarded",
    drafter: null,
    answer: null,
  }),
  confirm: (_, { day }) => ({ phase: "closed", endedOn: day }),
  withdraw: (_, { day }) => ({ phase: "withdrawn", endedOn: day }),
};

/** Where an objection stands after its steps. */
export function stateOf(steps: readonly Step[]): State {
  return steps.reduce<State>(
    (state, step) => ({ ...state, ...CHANGES[step.kind](state, step), version: state.version + 1 }),
    NEW,
  );
}

const OVER: ReadonlySet<Phase> = new Set<Phase>(["closed", "not-accepted", "withdrawn"]);

/** Whether nothing can follow any more. */
export function isOver({ phase }: Pick<State, "phase">): boolean {
  return OVER.has(phase);
}

/** Whether the mark 异议处理中 stands: from acceptance to the end. */
export function isMarked(state: Pick<State, "phase" | "acceptedOn">): boolean {
  return state.acceptedOn !== null && !isOver(state);
}
