import { z } from "@hono/zod-openapi";
import { referenceText } from "../../policy/article-text.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { presentSource, scopeOf, sourceShape } from "../coverage/index.ts";
import type { SourceCoverage } from "../coverage/index.ts";
import type { FoundSubject } from "../search/index.ts";
import { marksSchema, presentMarks } from "../visibility/index.ts";
import { titleOf, validUntilOf } from "./service/record.ts";
import type { ShownRecord } from "./service/record.ts";
import { api } from "./text.ts";
import type { Moment } from "../site/index.ts";
import type { SubjectSummary } from "./service.ts";

const day = (): z.ZodString => z.string().openapi({ example: "2027-06-18", format: "date" });
const code = (): z.ZodString => z.string().openapi({ description: api.uscc, example: "91990100MA00DEMO0X" });
const pageMax = 100;
const cursor = z.string().max(2048).optional().openapi({ description: api.cursor });
const limit = z.coerce.number().int().min(1).max(pageMax).default(20).openapi({ description: api.limit, example: 20 });

export const subjectParams = z.object({
  uscc: z.string().max(64).openapi({ description: api.uscc, example: "91990100MA00DEMO0X" }),
});
export const recordParams = subjectParams.extend({
  id: z.string().max(64).openapi({ description: api.recordId, example: "AAECAwQFBgcICQoLDA0ODw" }),
});
export const searchQuery = z.object({
  q: z.string().max(400).default("").openapi({ description: api.q, example: api.qExample }),
  cursor,
  limit,
});
export const recordsQuery = z.object({
  entry: z.string().max(64).optional().openapi({ description: api.entry, example: "penalty" }),
  cursor,
  limit,
});

const scopeSchema = z
  .object({
    providers: z.number().int(),
    completeThrough: day().nullable(),
    unchecked: z.array(z.object({ title: z.string(), through: day().nullable() })),
  })
  .openapi("AbsenceScope", { description: api.scope });

const coverageSchema = z.object(sourceShape).openapi("SourceCoverage");

const foundSchema = z
  .object({
    uscc: code(),
    name: z.string().nullable(),
    formerName: z.string().nullable(),
    kind: z.string(),
    standing: z.enum(["registered", "provisional"]),
  })
  .openapi("FoundSubject");

export const searchSchema = z
  .object({
    items: z.array(foundSchema),
    next: z.string().nullable(),
    more: z.boolean().openapi({ description: api.more }),
    wrongCheckDigit: z.boolean(),
    scope: scopeSchema,
  })
  .openapi("SubjectSearch");

export const subjectSchema = z
  .object({
    uscc: code(),
    known: z.boolean().openapi({ description: api.known }),
    name: z.string().nullable(),
    kind: z.string().nullable(),
    standing: z.enum(["registered", "provisional"]).nullable(),
    formerNames: z.array(z.object({ name: z.string(), until: day().nullable() })),
    counts: z
      .array(z.object({ entry: z.string(), entryName: z.string(), count: z.number().int() }))
      .openapi({ description: api.counts }),
    scope: scopeSchema,
    coverage: z.array(coverageSchema),
    day: day(),
    policyHash: z.string(),
  })
  .openapi("Subject");

const recordSchema = z
  .object({
    id: z.string().openapi({ description: api.recordId }),
    entry: z.string(),
    entryName: z.string(),
    title: z.string(),
    documentNo: z.string().nullable(),
    authority: z.string().nullable(),
    provider: z.string(),
    providerName: z.string(),
    decidedOn: day().nullable(),
    validUntil: day().nullable(),
    shownUntil: day().nullable().openapi({ description: api.shownUntil }),
    repairableFrom: day().nullable().openapi({ description: api.repairableFrom }),
    severity: z.enum(["minor", "general", "serious", "unclassified"]).nullable().openapi({ description: api.severity }),
    article: z.string().nullable().openapi({ description: api.article, example: "order-36" }),
    articleText: z.string().nullable(),
    receivedOn: day(),
    marks: marksSchema.openapi({ description: api.marks }),
    fields: z.record(z.string(), z.string().nullable()).openapi({ description: api.fields }),
  })
  .openapi("PublicRecord");

export const recordsSchema = z
  .object({
    items: z.array(recordSchema),
    next: z.string().nullable(),
    known: z.boolean().openapi({ description: api.known }),
  })
  .openapi("PublicRecords");

export const recordAnswerSchema = recordSchema
  .extend({ uscc: code(), name: z.string().nullable() })
  .openapi("PublicRecordOfSubject");

export type RecordBody = z.infer<typeof recordSchema>;

export function presentRecord(record: ShownRecord, policy: PolicySnapshot): RecordBody {
  const { row, judged } = record;
  return {
    id: record.id,
    entry: row.entry,
    entryName: record.entry.zh,
    title: titleOf(record),
    documentNo: row.documentNo,
    authority: row.authority,
    provider: row.provider,
    providerName: record.providerName,
    decidedOn: row.decidedOn,
    validUntil: validUntilOf(record, policy),
    shownUntil: row.shownUntil,
    repairableFrom: row.repairableFrom,
    severity: judged.severity,
    article: judged.article,
    articleText: judged.article === null ? null : referenceText(policy, judged.article),
    receivedOn: record.receivedOn,
    marks: presentMarks(row.marks),
    fields: Object.fromEntries(record.fields.map(({ field, value }) => [field.id, value])),
  };
}

export function presentScope(sources: readonly SourceCoverage[]): z.infer<typeof scopeSchema> {
  const { providers, completeThrough, unchecked } = scopeOf(sources);
  return { providers, completeThrough, unchecked: unchecked.map(({ title, through }) => ({ title, through })) };
}

export function presentFound(found: FoundSubject): z.infer<typeof foundSchema> {
  const { uscc, name, formerName, kind, standing } = found;
  return { uscc, name, formerName, kind, standing };
}

export function presentSubject(view: SubjectSummary, { policy, today }: Moment): z.infer<typeof subjectSchema> {
  const { subject } = view;
  const [current, ...others] = subject?.names ?? [];
  return {
    uscc: view.code,
    known: subject !== null,
    name: current?.name ?? null,
    kind: subject?.kind ?? null,
    standing: subject?.standing ?? null,
    formerNames: others.map(({ name, until }) => ({ name, until })),
    counts: view.counts.map(({ entry, count }) => ({
      entry,
      entryName: policy.entries.get(entry)?.zh ?? entry,
      count,
    })),
    scope: presentScope(view.coverage),
    coverage: view.coverage.map(presentSource),
    day: today,
    policyHash: policy.hash,
  };
}
