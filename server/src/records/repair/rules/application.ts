// 信用修复申请: the file of one application, as a sequence of steps, and what follows from the sequence.
import type { Day } from "../../../kernel/day.ts";

export const STEP_KINDS = [
  "apply",
  "need-more",
  "supplement",
  "accept",
  "not-accept",
  "extend",
  "remind",
  "propose",
  "return",
  "approve",
  "withdraw",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What is asked for: that a decision end, or that it rest while a court's plan is carried out. */
export type ApplicationKind = "repair" | "bankruptcy";

export const OUTCOMES = ["repair", "refuse", "shield", "revoke"] as const;
/** What an officer drafts and a second person approves. */
export type ProposalOutcome = (typeof OUTCOMES)[number];

export interface Proposal {
  readonly outcome: ProposalOutcome;
  /** Why. It stands in the document. */
  readonly reason: string;
  /** refuse: what can be mended, and how. */
  readonly mend: string | null;
  /** shield: last day, to 24:00, as the court's paper says. */
  readonly through: Day | null;
}

export interface Step {
  readonly kind: StepKind;
  /** The day of entry, by the platform's clock. */
  readonly day: Day;
  /** UUID of the human being. */
  readonly person: string;
  readonly proposal: Proposal | null;
}

export type Phase =
  | "submitted"
  | "need-more"
  | "accepted"
  | "proposed"
  | "not-accepted"
  | "shielded"
  | "repaired"
  | "refused"
  | "revoked"
  | "withdrawn";

export interface State {
  /** Number of steps: whoever adds one names it, and of two at once one is refused. */
  readonly version: number;
  readonly phase: Phase;
  readonly appliedOn: Day | null;
  /** The day from which the term for acceptance runs: of the application, or of what was supplemented. */
  readonly completeOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly extended: boolean;
  readonly draft: { readonly proposal: Proposal; readonly person: string } | null;
  /** Where a draft that is returned goes back to. */
  readonly before: Phase;
  readonly shieldedThrough: Day | null;
  /** The day of the first decision on what was asked: shielded, repaired, refused, not accepted. */
  readonly decidedOn: Day | null;
  readonly endedOn: Day | null;
}

const NEW: State = {
  version: 0,
  phase: "submitted",
  appliedOn: null,
  completeOn: null,
  acceptedOn: null,
  extended: false,
  draft: null,
  before: "submitted",
  shieldedThrough: null,
  decidedOn: null,
  endedOn: null,
};

const PHASE_OF: Readonly<Record<ProposalOutcome, Phase>> = {
  repair: "repaired",
  refuse: "refused",
  shield: "shielded",
  revoke: "revoked",
};

function approved(state: State, { day }: Step): Partial<State> {
  const { draft } = state;
  if (draft === null) return {};
  const { outcome, through } = draft.proposal;
  // A refusal of the final repair leaves the shield to run out by its own day.
  return {
    phase: PHASE_OF[outcome],
    draft: null,
    decidedOn: state.decidedOn ?? day,
    shieldedThrough: outcome === "shield" ? through : state.shieldedThrough,
    endedOn: outcome === "shield" ? null : day,
  };
}

type Change = (state: State, step: Step) => Partial<State>;

const CHANGES: Readonly<Record<StepKind, Change>> = {
  apply: (_, { day }) => ({ appliedOn: day, completeOn: day }),
  "need-more": () => ({ phase: "need-more", completeOn: null }),
  supplement: (_, { day }) => ({ phase: "submitted", completeOn: day }),
  accept: (_, { day }) => ({ phase: "accepted", acceptedOn: day }),
  "not-accept": (_, { day }) => ({ phase: "not-accepted", decidedOn: day, endedOn: day }),
  extend: () => ({ extended: true }),
  remind: () => ({}),
  propose: ({ phase }, { proposal, person }) => ({
    phase: "proposed",
    before: phase,
    draft: proposal === null ? null : { proposal, person },
  }),
  return: ({ before }) => ({ phase: before, draft: null }),
  approve: approved,
  withdraw: (_, { day }) => ({ phase: "withdrawn", endedOn: day }),
};

/** Where an application stands after its steps. */
export function stateOf(steps: readonly Step[]): State {
  return steps.reduce<State>(
    (state, step) => ({ ...state, ...CHANGES[step.kind](state, step), version: state.version + 1 }),
    NEW,
  );
}

/** Phases in which nobody waits for anything any more; a repair among them may still be revoked. */
const OVER: ReadonlySet<Phase> = new Set<Phase>(["not-accepted", "repaired", "refused", "revoked", "withdrawn"]);

/** Whether the application has been decided or withdrawn. A draft of a revocation reopens nothing. */
export function isOver({ phase, before }: Pick<State, "phase" | "before">): boolean {
  return OVER.has(phase === "proposed" ? before : phase);
}
