export { keyOf } from "./service/key.ts";
export { bodyOf, contentMaker, fieldsOf, groupsOf, sealedFieldsOf } from "./service/content.ts";
export { digestWith, hasPersonal, openKeyring, openSealed } from "./service/personal.ts";
export type { Keyring, SealedValue } from "./service/personal.ts";
export { rewrapKeys } from "./service/rewrap.ts";
export { keptKek } from "./store/sealed.ts";
export type { SubjectKey } from "./store/sealed.ts";
export { disclosuresOf } from "./service/disclose.ts";
export type { DisclosureWish } from "./service/disclose.ts";
export { appendStatements, sealStatements } from "./service/statement.ts";
export type { WriteHeading } from "./service/statement.ts";
export { sequenceChanges } from "./service/sequence.ts";
export { affectedSubjects, loadStanding, locate, newestReceivedAt } from "./store.ts";
export { endedDecisions, liftMark, restoreEnd, saveEnd, saveEndedBatch, saveMark } from "./store/ends.ts";
export { restoreCarried, saveCarriedOver, standsElsewhere } from "./store/carried.ts";
export type { CarriedOverRow } from "./store/carried.ts";
export type { End, Mark, Restoration } from "./store/ends.ts";
export type { StatementRow } from "./store.ts";
export type {
  Content,
  DecisionFacts,
  EndKind,
  Fields,
  FieldValue,
  Hex,
  Located,
  MarkKind,
  Personal,
  RestorableKind,
  SeveritySource,
  Standing,
  StatementDraft,
} from "./rules.ts";
