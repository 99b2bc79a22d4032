export { addFileRoutes, FILES_PATH } from "./routes.ts";
export type { FileRoutes } from "./routes.ts";
export type { CaseKeeper, FilePorts } from "./service/case-files.ts";
export type { CaseRight } from "./rules/right.ts";
export { readFile } from "./service/read-file.ts";
export type { ReadFile } from "./service/read-file.ts";
export {
  attach,
  confirmRedacted,
  listAttachments,
  openAttachment,
  openPublic,
  proposeRedacted,
} from "./service/attach.ts";
export type { FileContext, NewFile, OpenedFile } from "./service/attach.ts";
export { rewrapFileKeys } from "./service/rewrap.ts";
export { keptFileKeks } from "./store.ts";
export { ATTACHMENT_KINDS, BYTES_MAX, needsReason, stateOf } from "./rules/attachment.ts";
export type {
  Attachment,
  AttachmentKind,
  AttachmentState,
  CaseOfFiles,
  Findings,
  OwnerSlice,
} from "./rules/attachment.ts";
export { servingHeads } from "./rules/format.ts";
export { attachmentTexts, attachmentTitle, READING_WORDS, STATE_WORDS } from "./text.ts";
