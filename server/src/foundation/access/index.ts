export { openAccessLog } from "./service/log.ts";
export type { AccessLog, AccessLogLimits, AccessLogPorts } from "./service/log.ts";
export type { Basis, Look, LookEntry, Looker, LookOutcome } from "./rules/look.ts";
export { createAccessJobs } from "./jobs.ts";
export type { AccessJobPorts, AccessJobs } from "./jobs.ts";
export { accessKey } from "./service/sequence.ts";
export { proofOfLook, verifyAccessLog } from "./service/verify.ts";
export type { Finding, FindingKind, LookProof, Verdict } from "./service/verify.ts";
export { accessTexts } from "./text.ts";
