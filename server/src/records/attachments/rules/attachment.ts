import { countBankCards, findPersonal } from "../../../kernel/personal.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { FileFormat } from "./format.ts";

export const ATTACHMENT_KINDS = ["evidence", "defence", "decision", "court-paper", "performance-proof"] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Slices whose cases may have files. */
export const OWNERS = ["lists", "repair", "objection", "commitment"] as const;
export type OwnerSlice = (typeof OWNERS)[number];

/** The case that files belong to. */
export interface CaseOfFiles {
  readonly subject: string;
  readonly owner: OwnerSlice;
  readonly case: string;
}

/** How far the text of a file could be searched: all of it, all but its pictures, or not at all. */
export type Reading = "searched" | "partly" | "not-readable";

/** How often each kind of personal number stands in a file; what is not there has no entry. Never the text. */
export type Findings = Readonly<Partial<Record<"resident-id" | "mobile" | "bank-card", number>>>;

/** Who did something, as far as rules ask. */
export interface Doer {
  readonly account: string;
  readonly person: string;
  readonly organisation: string;
}

/** A file as it was attached. */
export interface Attachment extends CaseOfFiles, Doer {
  /** UUID. */
  readonly attachment: string;
  /** From 1 within its case. */
  readonly no: number;
  readonly kind: AttachmentKind;
  readonly format: FileFormat;
  /** Bytes. */
  readonly size: number;
  readonly digest: Buffer;
  readonly reading: Reading;
  readonly findings: Findings;
  /** The original that it is a redacted version of; null for an original. */
  readonly redacts: string | null;
  readonly at: Date;
  readonly confirmedAt: Date | null;
}

export type AttachmentState = "non-public" | "redacted-proposed" | "public";

/** Most bytes of one file. */
export const BYTES_MAX = 20 * 1024 * 1024;
/** Most files of one case, redacted versions included. */
export const FILES_MAX = 100;

/** An original is never public, whatever else happened to it. */
export function stateOf({ redacts, confirmedAt }: Pick<Attachment, "redacts" | "confirmedAt">): AttachmentState {
  if (redacts === null) return "non-public";
  return confirmedAt === null ? "redacted-proposed" : "public";
}

/** Personal numbers in the text of a file. */
export function findingsIn(text: string): Findings {
  const finds = findPersonal(text);
  const counts = {
    "resident-id": finds.filter(({ kind }) => kind === "resident-id").length,
    mobile: finds.filter(({ kind }) => kind === "mobile").length,
    "bank-card": countBankCards(text),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Whether a person must say why he lets the public see it: something was found, or not everything could be searched. */
export function needsReason({ reading, findings }: Pick<Attachment, "reading" | "findings">): boolean {
  return reading !== "searched" || Object.keys(findings).length > 0;
}

/** Whether a case may have one more file. Refuses `attachments.too-many`. */
export function judgeCount(files: number): Outcome<void> {
  if (files < FILES_MAX) return granted(undefined);
  return refused({ code: "attachments.too-many", kind: "conflict", values: { files: FILES_MAX } });
}

/** Whether a redacted version of a file may be proposed: only of an original. Refuses `attachments.not-original`. */
export function judgeProposal(original: Pick<Attachment, "redacts">): Outcome<void> {
  return original.redacts === null
    ? granted(undefined)
    : refused({ code: "attachments.not-original", kind: "conflict" });
}

/**
 * Whether a person may confirm a redacted version. Refuses `attachments.original` (it never becomes public),
 * `attachments.confirmed`, `attachments.other-office`, `attachments.same-person` and `attachments.reason-needed`.
 */
export function judgeConfirmation(file: Attachment, by: Doer, reason: string | null): Outcome<void> {
  if (file.redacts === null) return refused({ code: "attachments.original", kind: "forbidden", article: "pipl#25" });
  if (file.confirmedAt !== null) return refused({ code: "attachments.confirmed", kind: "conflict" });
  if (file.organisation !== by.organisation) return refused({ code: "attachments.other-office", kind: "forbidden" });
  if (file.person === by.person) return refused({ code: "attachments.same-person", kind: "forbidden" });
  if (needsReason(file) && (reason ?? "").trim() === "")
    return refused({ code: "attachments.reason-needed", kind: "invalid" });
  return granted(undefined);
}
