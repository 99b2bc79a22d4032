// Whether a step may be taken today.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal, RefusalCode } from "../../../kernel/refusal.ts";
import { stateOf, STEP_KINDS } from "./application.ts";
import type { ApplicationKind, Phase, Proposal, ProposalOutcome, State, Step, StepKind } from "./application.ts";
import { lateFrom, nextDue } from "./due.ts";
import type { Reckoning } from "./due.ts";

/** 《信用修复管理办法》(国家发展改革委令第36号): the article of what has none of its own. */
export const REPAIR_RULE = "order-36#*";

export interface File {
  readonly kind: ApplicationKind;
  readonly steps: readonly Step[];
}

export interface Wish {
  readonly kind: Exclude<StepKind, "apply">;
  readonly person: string;
  readonly words: string | null;
  readonly proposal: Proposal | null;
}

interface Asked extends Reckoning {
  readonly file: File;
  readonly state: State;
  readonly wish: Wish;
}

const PHASES: Readonly<Record<Wish["kind"], readonly Phase[]>> = {
  "need-more": ["submitted"],
  supplement: ["need-more"],
  accept: ["submitted"],
  "not-accept": ["submitted", "need-more"],
  extend: ["accepted"],
  remind: ["submitted", "accepted", "proposed"],
  propose: ["accepted", "shielded", "repaired"],
  return: ["proposed"],
  approve: ["proposed"],
  withdraw: ["submitted", "need-more", "accepted"],
};

/** What may be drafted in which phase; a shield is for a bankruptcy alone. */
const DRAFTS: Readonly<Partial<Record<Phase, readonly ProposalOutcome[]>>> = {
  accepted: ["repair", "refuse", "shield"],
  shielded: ["repair", "refuse", "revoke"],
  repaired: ["revoke"],
};

const WORDED: ReadonlySet<StepKind> = new Set<StepKind>(["need-more", "supplement", "not-accept", "extend", "return"]);

function no(code: RefusalCode, more: Partial<Refusal> = {}): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ code, kind: "conflict", article: REPAIR_RULE, ...more });
}

const yes = (): Outcome<null> => granted(null);
const isEmpty = (text: string | null): boolean => (text ?? "").trim() === "";

function judgeShield(proposal: Proposal, { file, day }: Asked): Outcome<null> {
  if (file.kind !== "bankruptcy") return no("repair.outcome-unfit", { kind: "invalid" });
  if (proposal.through === null || proposal.through < day) return no("repair.through-needed", { kind: "invalid" });
  return yes();
}

/** What a draft must say, whatever it decides. */
function judgeWords({ outcome, reason, mend }: Proposal): Outcome<null> {
  if (isEmpty(reason)) return no("repair.reason-needed", { kind: "invalid" });
  return outcome === "refuse" && isEmpty(mend) ? no("repair.mend-needed", { kind: "invalid" }) : yes();
}

function judgeProposal(asked: Asked): Outcome<null> {
  const { state, wish, file } = asked;
  const { proposal } = wish;
  if (proposal === null) return no("repair.proposal-needed", { kind: "invalid" });
  const { outcome } = proposal;
  if (DRAFTS[state.phase]?.includes(outcome) !== true)
    return no("repair.outcome-unfit", { kind: "invalid", values: { phase: state.phase } });
  const said = judgeWords(proposal);
  if (!said.ok) return said;
  if (outcome === "shield") return judgeShield(proposal, asked);
  // A plan that is not yet carried out ends nothing for good: it is shielded first.
  const isEarly = outcome === "repair" && file.kind === "bankruptcy" && state.phase === "accepted";
  return isEarly ? no("repair.shield-first") : yes();
}

function judgeApproval({ state, wish, day }: Asked): Outcome<null> {
  if (state.draft === null) return no("repair.step-order", { values: { step: wish.kind } });
  if (state.draft.person === wish.person) return no("repair.second-person", { kind: "forbidden" });
  const { outcome, through } = state.draft.proposal;
  if (wish.kind === "approve" && outcome === "shield" && through !== null && through < day)
    return no("repair.through-needed");
  return yes();
}

function judgeExtension({ state, terms, ...rest }: Asked): Outcome<null> {
  if ((terms.extension ?? 0) === 0) return no("repair.no-extension");
  if (state.extended) return no("repair.extended");
  return nextDue(state, { terms, ...rest })?.overdue === true ? no("repair.too-late") : yes();
}

function judgeReminder({ state, ...rest }: Asked): Outcome<null> {
  const from = lateFrom(state, rest);
  if (from !== null && rest.day >= from) return yes();
  return from === null
    ? no("repair.not-overdue")
    : no("repair.not-overdue", { kind: "too-early", availableFrom: from });
}

const JUDGES: Readonly<Record<Wish["kind"], (asked: Asked) => Outcome<null>>> = {
  "need-more": yes,
  supplement: yes,
  accept: yes,
  "not-accept": yes,
  extend: judgeExtension,
  remind: judgeReminder,
  propose: judgeProposal,
  return: judgeApproval,
  approve: judgeApproval,
  withdraw: yes,
};

/**
 * Whether a step may be added. Refuses `repair.step-order`, `repair.words-needed`, `repair.second-person`, `repair.mend-needed`
 * (a refusal says what can be mended), `repair.extended`, and what else the kind's own judge refuses.
 */
export function judgeStep(file: File, wish: Wish, reckoning: Reckoning): Outcome<null> {
  const state = stateOf(file.steps);
  if (!PHASES[wish.kind].includes(state.phase)) return no("repair.step-order", { values: { step: wish.kind } });
  if (WORDED.has(wish.kind) && isEmpty(wish.words)) return no("repair.words-needed", { kind: "invalid" });
  return JUDGES[wish.kind]({ ...reckoning, file, state, wish });
}

/** Which kinds of steps the file is ready for, whoever takes them: what a screen offers. */
export function nextSteps(file: File, reckoning: Reckoning): readonly Wish["kind"][] {
  const state = stateOf(file.steps);
  const kinds = STEP_KINDS.filter((kind): kind is Wish["kind"] => kind !== "apply");
  return kinds.filter((kind) => {
    if (!PHASES[kind].includes(state.phase)) return false;
    if (kind !== "extend" && kind !== "remind") return true;
    const wish: Wish = { kind, person: "", words: kind, proposal: null };
    return JUDGES[kind]({ ...reckoning, file, state, wish }).ok;
  });
}
