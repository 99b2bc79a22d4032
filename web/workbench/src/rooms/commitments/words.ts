import type { Answer, Operation } from "../../client/contract.ts";
import type { Status } from "../../ui/status-mark.tsx";
import { commitmentsText } from "./text.ts";

export type Commitment = Answer<Operation<"/api/v1/commitments", "get">>["items"][number];

/** What a code of the platform is called here; the code itself where it has no word. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

const SHAPES: Readonly<Record<Commitment["state"], Omit<Status, "word">>> = {
  open: { shape: "half", tone: "ink" },
  due: { shape: "broken", tone: "mo" },
  fulfilled: { shape: "tick", tone: "lv" },
  broken: { shape: "cross", tone: "zhe" },
  lapsed: { shape: "bar", tone: "soft" },
};

/** Where a commitment stands, as shape, word and colour. */
export function stateMark(state: Commitment["state"]): Status {
  return { ...SHAPES[state], word: wordFor(commitmentsText.states, state) };
}

/** What a judgement still lacks; null where it is whole. */
export function lackOfJudgement(said: {
  readonly outcome: string;
  readonly reason: string;
  readonly paper: string;
}): string | null {
  if (said.outcome === "") return commitmentsText.lackOutcome;
  if (said.reason.trim() === "") return commitmentsText.lackReason;
  return said.outcome === "broken" && said.paper.trim() === "" ? commitmentsText.lackPaper : null;
}
