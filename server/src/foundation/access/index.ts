export { openAccessLog } from "./service/log.ts";
export type { AccessLog, AccessLogLimits, AccessLogPorts } from "./service/log.ts";
export type { Basis, Look, LookEntry, Looker, LookOutcome } from "./rules/look.ts";
export { accessTexts } from "./text.ts";
