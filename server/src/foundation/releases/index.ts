export { keepSnapshot, keptSnapshot } from "./service.ts";
export { createDraft, DRAFTS_A_PAGE, editDraft, judgeDraft, readDraft, readDrafts } from "./service/drafts.ts";
export { readText, readTexts } from "./service/texts.ts";
export { judgeTexts } from "./service/judge.ts";
export {
  proposeRelease,
  proposeWithdrawal,
  readRelease,
  readReleases,
  releaseHandlers,
  RELEASES_A_PAGE,
} from "./service/release.ts";
export { layerOf } from "./rules/release.ts";
export { checkTexts, mayDraft, mayReadDrafts } from "./rules/draft.ts";
export { releasesVersion, standingReleases } from "./store/releases.ts";
export { releaseTexts } from "./text.ts";
export type { Draft, PolicyTexts } from "./rules/draft.ts";
export type { Release, StandingRelease } from "./rules/release.ts";
export type { CaseOutcome, Judgement, ReleasePorts } from "./service/judge.ts";
