import type { z } from "@hono/zod-openapi";
import { fillSlots } from "../../../platform/http/problem.ts";
import type { RefusalText } from "../../../platform/http/problem.ts";
import type { TabularCode } from "../../../platform/tabular/tabular-refusal.ts";
import { tabularText } from "../../../platform/tabular/text.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import type { Batch } from "../rules/batch.ts";
import type { reconciliationOf } from "../service/carry-over.ts";
import type { batchSchema, issueSchema, questionSchema } from "../schema.ts";
import type { KeptIssue, KeptQuestion } from "../rules/fate.ts";
import { correctionTexts, ingestTexts, messageParts } from "../text.ts";

/** Where a row's reason lies: the sheet, the row, the field, what stood there. */
function placeOf(issue: Pick<KeptIssue, "row" | "sheet" | "field" | "value">): string {
  const { row, sheet, field, value } = issue;
  const place = [
    sheet === null || sheet === "" ? "" : fillSlots(messageParts.sheet, { sheet }),
    row === 0 ? "" : fillSlots(messageParts.row, { row }),
    field === null ? "" : fillSlots(messageParts.field, { field }),
  ].join("");
  const stood = value === null ? "" : fillSlots(messageParts.value, { value });
  return [place, stood].filter((part) => part !== "").join("\uff0c");
}

/** The values that a message names, as words. */
function wordsOf({ code, cure }: Pick<KeptIssue, "code" | "cure">): KeptIssue["cure"] {
  if (code !== "ingest.favourable-correction") return cure;
  return Object.fromEntries(Object.entries(cure).map(([name, value]) => [name, correctionTexts[value] ?? value]));
}

/** Whether all that a sentence names is known: of a question only its codes are kept. */
const isKnown = (sentence: string, values: KeptIssue["cure"]): boolean =>
  [...sentence.matchAll(/\{(\w+)\}/gu)].every(([, name = ""]) => Object.hasOwn(values, name));

/** What a row's reason says to a person: where it is, what stood there, the rule, the cure. */
export function messageOf(issue: Omit<KeptIssue, "seq" | "outcome">): string {
  const text = ingestTexts[issue.code as RefusalCode] ?? { title: issue.code };
  const values = wordsOf(issue);
  const rule = [text.title, text.detail, text.cure]
    .filter((part) => part !== undefined)
    .filter((part) => isKnown(part, values))
    .map((part) => fillSlots(part, values).replace(/\u3002$/u, ""));
  const place = placeOf(issue);
  return `${place}${place === "" ? "" : "\uff1a"}${rule.join("\u3002")}\u3002`;
}

export function presentIssue(issue: KeptIssue): z.infer<typeof issueSchema> {
  const { row, sheet, outcome, field, code, value } = issue;
  return { row, ...(sheet === null ? {} : { sheet }), outcome, field, code, value, message: messageOf(issue) };
}

/** Where a file stopped being readable, as words; empty when no line is known. */
export function placeOfFailure(batch: Batch): string {
  const line = batch.failureValues?.["line"];
  return line === undefined ? "" : `${fillSlots(messageParts.row, { row: line })}\u3002`;
}

function failureOf(batch: Batch): z.infer<typeof batchSchema>["failure"] {
  const { failure } = batch;
  if (failure === null) return null;
  const text: RefusalText = Object.hasOwn(tabularText, failure)
    ? tabularText[failure as TabularCode]
    : (ingestTexts[failure] ?? { title: failure });
  const message = [text.title, text.detail, text.cure]
    .filter((part) => part !== undefined)
    .map((part) => fillSlots(part, batch.failureValues ?? {}).replace(/\u3002$/u, ""))
    .join("\u3002");
  return { code: failure, message: `${placeOfFailure(batch)}${message}` };
}

/** The batch summary fixed for everyone outside: received is the sum of the five fates. */
export function presentBatch(
  batch: Batch,
  more: {
    readonly issues: readonly KeptIssue[];
    readonly issuesNext: string | null;
    readonly offset?: number;
    readonly sameAs?: boolean;
    readonly carriedOver: Awaited<ReturnType<typeof reconciliationOf>>;
  },
): z.infer<typeof batchSchema> {
  const { received, skipped, accepted, duplicates, quarantined, rejected, naturalPersons } = batch;
  return {
    batch: batch.batch,
    provider: batch.provider,
    entry: batch.entry,
    mapping: batch.mapping,
    state: batch.state,
    mends: batch.mends,
    ...(more.offset === undefined ? {} : { uploadOffset: more.offset }),
    uploadLength: batch.uploadLength,
    receivedAt: batch.receivedAt?.toISOString() ?? null,
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    received,
    skipped,
    accepted,
    duplicates,
    quarantined,
    rejected,
    naturalPersons,
    issueCount: batch.issues,
    issues: more.issues.map(presentIssue),
    issuesNext: more.issuesNext,
    failure: failureOf(batch),
    carriedOver: more.carriedOver === null ? null : { ...more.carriedOver, scores: [...more.carriedOver.scores] },
    ...(more.sameAs === undefined ? {} : { sameAs: more.sameAs }),
  };
}

export function presentQuestion(question: KeptQuestion): z.infer<typeof questionSchema> {
  const { candidate } = question;
  const at = { row: question.row, sheet: question.sheet, field: null, value: null, cure: {} };
  return {
    row: question.row,
    sheet: question.sheet === "" ? null : question.sheet,
    codes: [...question.codes],
    messages: question.codes.map((code) => messageOf({ ...at, code })),
    name: candidate.name,
    documentNo: candidate.facts.documentNo,
    statedCode: candidate.subject ?? candidate.stated.text,
    proposals: [...question.proposals],
    state: question.state,
    decidedSubject: question.decidedSubject,
    reason: question.reason,
  };
}
