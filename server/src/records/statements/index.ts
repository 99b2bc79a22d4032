export { appendStatements, groupsOf, keyOf, sealStatements } from "./service.ts";
export type { WriteHeading } from "./service.ts";
export { affectedSubjects, endedDecisions, locate, newestReceivedAt, saveEnd, saveEndedBatch } from "./store.ts";
export type { StatementRow } from "./store.ts";
export type { DecisionFacts, EndKind, Fields, FieldValue, Located, SeveritySource, StatementDraft } from "./rules.ts";
