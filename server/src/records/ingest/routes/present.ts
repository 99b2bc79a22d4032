import type { z } from "@hono/zod-openapi";
import { fillSlots } from "../../../platform/http/problem.ts";
import { tabularText } from "../../../platform/tabular/text.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import type { Batch } from "../rules/batch.ts";
import type { batchSchema, issueSchema, questionSchema } from "../schema.ts";
import type { StoredIssue, StoredQuestion } from "../store.ts";
import { ingestTexts, messageParts } from "../text.ts";

/** What a row's reason says to a person: where it is, what stood there, the rule, the cure. */
export function messageOf(issue: Pick<StoredIssue, "row" | "sheet" | "field" | "code" | "value" | "cure">): string {
  const text = ingestTexts[issue.code as RefusalCode];
  const place = [
    issue.sheet === null || issue.sheet === "" ? "" : fillSlots(messageParts.sheet, { sheet: issue.sheet }),
    issue.row === 0 ? "" : fillSlots(messageParts.row, { row: issue.row }),
    issue.field === null ? "" : fillSlots(messageParts.field, { field: issue.field }),
  ].join("");
  const value = issue.value === null ? "" : fillSlots(messageParts.value, { value: issue.value });
  const rule = [text?.title ?? issue.code, text?.detail, text?.cure]
    .filter((part) => part !== undefined)
    .map((part) => fillSlots(part, issue.cure).replace(/\u3002$/u, ""));
  const subject = [place, value].filter((part) => part !== "").join("\uff0c");
  return `${subject}${subject === "" ? "" : "\uff1a"}${rule.join("\u3002")}\u3002`;
}

export function presentIssue(issue: StoredIssue): z.infer<typeof issueSchema> {
  const { row, sheet, outcome, field, code, value } = issue;
  return { row, ...(sheet === null ? {} : { sheet }), outcome, field, code, value, message: messageOf(issue) };
}

/** Where a file stopped being readable, as words; empty when no line is known. */
export function placeOfFailure(batch: Batch): string {
  const line = batch.failureValues?.["line"];
  return line === undefined ? "" : `${fillSlots(messageParts.row, { row: line })}\u3002`;
}

function failureOf(batch: Batch): z.infer<typeof batchSchema>["failure"] {
  if (batch.failure === null) return null;
  const tabular = Object.hasOwn(tabularText, batch.failure) ? tabularText[batch.failure as keyof typeof tabularText] : undefined;
  const text = tabular === undefined ? ingestTexts[batch.failure] : { title: tabular.title, cure: tabular.cure };
  const message = [text?.title ?? batch.failure, text !== undefined && "detail" in text ? text.detail : undefined, text?.cure]
    .filter((part) => part !== undefined)
    .map((part) => fillSlots(part, batch.failureValues ?? {}).replace(/\u3002$/u, ""))
    .join("\u3002");
  return { code: batch.failure, message: `${placeOfFailure(batch)}${message}` };
}

/** The batch summary fixed for everyone outside: received is the sum of the five fates. */
export function presentBatch(
  batch: Batch,
  more: { readonly issues: readonly StoredIssue[]; readonly issuesNext: string | null; readonly offset?: number; readonly sameAs?: boolean },
): z.infer<typeof batchSchema> {
  const { received, skipped, accepted, duplicates, quarantined, rejected, naturalPersons } = batch;
  return {
    batch: batch.batch, provider: batch.provider, entry: batch.entry, mapping: batch.mapping, state: batch.state, mends: batch.mends,
    ...(more.offset === undefined ? {} : { uploadOffset: more.offset }),
    uploadLength: batch.uploadLength,
    receivedAt: batch.receivedAt?.toISOString() ?? null, finishedAt: batch.finishedAt?.toISOString() ?? null,
    received, skipped, accepted, duplicates, quarantined, rejected, naturalPersons,
    issueCount: batch.issues, issues: more.issues.map(presentIssue), issuesNext: more.issuesNext, failure: failureOf(batch),
    ...(more.sameAs === undefined ? {} : { sameAs: more.sameAs }),
  };
}

export function presentQuestion(question: StoredQuestion): z.infer<typeof questionSchema> {
  const { candidate } = question;
  const at = { row: question.row, sheet: question.sheet, field: null, value: null, cure: {} };
  return {
    row: question.row, sheet: question.sheet === "" ? null : question.sheet, codes: [...question.codes],
    messages: question.codes.map((code) => messageOf({ ...at, code })),
    name: candidate.name, documentNo: candidate.facts.documentNo, statedCode: candidate.subject ?? candidate.stated.text,
    proposals: [...question.proposals], state: question.state, decidedSubject: question.decidedSubject, reason: question.reason,
  };
}
