export { auditTrail, isUnaltered, record } from "./service.ts";
export type { Actor, AuditEntry, Deed } from "./rules.ts";
