import type { Status } from "../../ui/status-mark.tsx";
import { approvalsText } from "./text.ts";

export type ProposalState = keyof typeof approvalsText.states;

const shapes: Readonly<Record<ProposalState, Omit<Status, "word">>> = {
  open: { shape: "half", tone: "zhe" },
  approved: { shape: "tick", tone: "lv" },
  refused: { shape: "cross", tone: "zhe" },
  lapsed: { shape: "bar", tone: "soft" },
  withdrawn: { shape: "bar", tone: "soft" },
};

export function proposalMark(state: ProposalState): Status {
  return { ...shapes[state], word: approvalsText.states[state] };
}
