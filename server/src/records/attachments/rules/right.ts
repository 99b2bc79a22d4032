import type { Attachment, AttachmentKind, CaseOfFiles } from "./attachment.ts";

/** What the slice that keeps a case says of somebody who asks for its files. */
export interface CaseRight {
  readonly of: CaseOfFiles;
  /**
   * Whose eyes: the subject's; an office that decides or answers the case; a hall that handed papers in; an overseer, who
   * sees how a case goes on and judges nothing in it.
   */
  readonly side: "subject" | "office" | "hall" | "overseer";
  /** Code of the organisation that asks. */
  readonly organisation: string;
  /** What may be attached today; none once the case is over. */
  readonly adds: readonly AttachmentKind[];
}

/** What a subject hands in, wherever it stood: on its own page, or on paper in a hall. */
const OF_SUBJECT: ReadonlySet<AttachmentKind> = new Set<AttachmentKind>(["defence", "performance-proof"]);

/**
 * Whether somebody may open a file, and learns that it is there. Who decides a case opens every one; the others what their
 * own side handed in, and of the rest nothing but a redacted version that two persons stand for: evidence may tell of third
 * persons (个人信息保护法) and of their business secrets.
 */
export function mayOpen({ side, organisation }: Pick<CaseRight, "side" | "organisation">, file: Attachment): boolean {
  if (side === "office" || file.confirmedAt !== null) return true;
  if (side === "overseer" || file.redacts !== null) return false;
  return file.organisation === organisation || (side === "subject" && OF_SUBJECT.has(file.kind));
}
