export { keyOf } from "./service/key.ts";
export { bodyOf, contentMaker, fieldsOf, groupsOf } from "./service/content.ts";
export { appendStatements, sealStatements } from "./service/statement.ts";
export type { WriteHeading } from "./service/statement.ts";
export { affectedSubjects, endedDecisions, locate, newestReceivedAt, saveEnd, saveEndedBatch } from "./store.ts";
export type { StatementRow } from "./store.ts";
export type {
  Content,
  DecisionFacts,
  EndKind,
  Fields,
  FieldValue,
  Hex,
  Located,
  SeveritySource,
  StatementDraft,
} from "./rules.ts";
