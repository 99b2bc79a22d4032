export { auditTrail, isUnaltered, record } from "./service.ts";
export type { Actor, AuditEntry, Deed } from "./rules.ts";
export { listTraces } from "./store.ts";
export type { Trace, TraceFilter, TracePlace } from "./store.ts";
