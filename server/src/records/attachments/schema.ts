import { hash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { SignedIn } from "../../foundation/accounts/index.ts";
import { plainText } from "../../platform/http/plain-words.ts";
import { ATTACHMENT_KINDS, judgeConfirmation, needsReason, stateOf } from "./rules/attachment.ts";
import type { Attachment } from "./rules/attachment.ts";
import { FILE_FORMATS } from "./rules/format.ts";
import type { Addition, CaseFiles, KeptOwner } from "./service/case-files.ts";
import { attachmentTitle, KIND_WORDS, READING_WORDS, STATE_WORDS } from "./text.ts";

const OWNERS = ["lists", "repair", "objection"] as const satisfies readonly KeptOwner[];

export const filesParams = z.object({
  owner: z.enum(OWNERS).openapi({ description: "Which room keeps the case" }),
  case: z.uuid(),
});
export const fileParams = filesParams.extend({ file: z.uuid() });

export const additionQuery = z
  .object({
    kind: z.enum(ATTACHMENT_KINDS).optional().openapi({ description: "What an original is" }),
    redacts: z.uuid().optional().openapi({ description: "The original that this is a redacted version of" }),
  })
  .refine(({ kind, redacts }) => (kind === undefined) !== (redacts === undefined), {
    message: "either kind or redacts",
  });

/** What the query asks to be attached. */
export function additionOf({ kind, redacts }: z.output<typeof additionQuery>): Addition {
  if (redacts !== undefined) return { redacts };
  if (kind === undefined) throw new Error("a query that names neither was let through");
  return { kind };
}

const REASON_MAX = 1000;
export const confirmationSchema = z
  .strictObject({ reason: plainText(REASON_MAX).min(1).nullable() })
  .openapi("FileConfirmation");

export const fileSchema = z
  .object({
    file: z.uuid(),
    no: z.number().int().openapi({ description: "From 1 within its case" }),
    title: z.string(),
    kind: z.enum(ATTACHMENT_KINDS),
    format: z.enum(FILE_FORMATS),
    size: z.number().int().openapi({ description: "Bytes" }),
    state: z.enum(["non-public", "redacted-proposed", "public"]),
    stateText: z.string(),
    reading: z.enum(["searched", "partly", "not-readable"]),
    readingText: z.string(),
    findings: z
      .record(z.string(), z.number().int())
      .openapi({ description: "How often each kind of personal number stands in it; never the text" }),
    redacts: z.uuid().nullable(),
    organisation: z.string().openapi({ description: "Code of the organisation that attached it" }),
    attachedAt: z.iso.datetime(),
    confirmedAt: z.iso.datetime().nullable(),
    confirmable: z.boolean().openapi({ description: "Whether the caller may stand for it" }),
    reasonNeeded: z.boolean().openapi({ description: "Whether whoever stands for it writes why" }),
  })
  .openapi("CaseFile");

export const filesSchema = z
  .object({
    items: z.array(fileSchema),
    adds: z.array(z.object({ kind: z.enum(ATTACHMENT_KINDS), text: z.string() })).openapi({
      description: "What the caller may attach today",
    }),
    redacts: z.boolean().openapi({ description: "Whether the caller may propose redacted versions" }),
  })
  .openapi("CaseFiles");

export const addedSchema = z
  .object({ file: fileSchema, sha256: z.string().openapi({ description: "Of the bytes that arrived" }) })
  .openapi("AddedFile");

export function presentFile(file: Attachment, by: SignedIn): z.infer<typeof fileSchema> {
  const state = stateOf(file);
  // With a reason, so that what is left to refuse is who asks.
  const may = judgeConfirmation(file, by, KIND_WORDS[file.kind]);
  return {
    file: file.attachment,
    no: file.no,
    title: attachmentTitle(file),
    kind: file.kind,
    format: file.format,
    size: file.size,
    state,
    stateText: STATE_WORDS[state],
    reading: file.reading,
    readingText: READING_WORDS[file.reading],
    findings: { ...file.findings },
    redacts: file.redacts,
    organisation: file.organisation,
    attachedAt: file.at.toISOString(),
    confirmedAt: file.confirmedAt?.toISOString() ?? null,
    confirmable: may.ok,
    reasonNeeded: needsReason(file),
  };
}

export function presentFiles({ right, files }: CaseFiles, by: SignedIn): z.infer<typeof filesSchema> {
  const open = right.adds.length > 0;
  return {
    items: files.map((file) => presentFile(file, by)),
    adds: right.adds.map((kind) => ({ kind, text: KIND_WORDS[kind] })),
    redacts: open && right.side === "office",
  };
}

export function presentAdded(file: Attachment, by: SignedIn, bytes: Buffer): z.infer<typeof addedSchema> {
  return { file: presentFile(file, by), sha256: hash("sha256", bytes, "hex") };
}
