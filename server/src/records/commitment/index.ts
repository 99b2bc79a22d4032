export {
  commitmentFor,
  draftCommitment,
  giveCommitment,
  judgeCommitment,
  ownCommitments,
  receivedCommitments,
} from "./service/commitment.ts";
export type {
  CommitmentDraft,
  CommitmentPorts,
  CommitmentView,
  SayingWish,
  SigningWish,
} from "./service/commitment.ts";
export { addCommitmentRoutes } from "./routes.ts";
export type { CommitmentRoutes } from "./routes.ts";
export { COMMITMENT_KINDS, JUDGEMENTS, stateOn } from "./rules.ts";
export type { Commitment, CommitmentKind, CommitmentState, CommitmentWish, Judgement } from "./rules.ts";
export { commitmentTexts, KIND_NAMES, STATE_NAMES } from "./text.ts";
