import { z } from "@hono/zod-openapi";
import { dayOfInstant } from "../../kernel/day.ts";
import type { LookProof } from "../../foundation/access/index.ts";
import { articleText } from "../../policy/article-text.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { articleOf } from "../../policy/source.ts";
import type { FieldValue } from "../../records/statements/index.ts";
import type { Moment } from "../site/index.ts";
import { marksSchema, presentMarks, publicity, readValidUntil } from "../visibility/index.ts";
import type { EntryAnswer, SubjectAnswer } from "./service/query.ts";
import type { SharedRow, ToldLook } from "./rules/told.ts";
import { api, words } from "./text.ts";

const day = (): z.ZodString => z.string().openapi({ example: "2027-06-18", format: "date" });
const code = (): z.ZodString => z.string().max(64).openapi({ description: api.uscc, example: "91990100MA0XH00501" });
const subjectsMax = 100;
const entriesMax = 40;

const basisSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("duty"), duty: z.string().max(64) }),
    z.strictObject({ kind: z.literal("authorisation") }),
  ])
  .openapi({ description: api.basis });

/** What a first page asks for: nothing that is not named here may be asked. */
export const firstSchema = z
  .strictObject({
    purpose: z.string().max(64).openapi({ description: api.purpose, example: "administrative-approval" }),
    basis: basisSchema,
    entries: z.array(z.string().max(64)).min(1).max(entriesMax).nullable().default(null).openapi({
      description: api.entries,
    }),
    multiParty: z.boolean().default(false).openapi({ description: api.multiParty }),
    subjects: z
      .array(
        z.strictObject({
          uscc: code(),
          matter: z.string().max(64).openapi({ description: api.matter, example: "SL-2026-000123" }),
        }),
      )
      .min(1)
      .max(subjectsMax),
  })
  .openapi("Query");

const furtherSchema = z
  .strictObject({ cursor: z.string().max(2048).openapi({ description: api.cursor }) })
  .openapi("QueryFurther");

export const querySchema = z.union([firstSchema, furtherSchema]);

const scopeSchema = z.object({
  providers: z.number().int(),
  completeThrough: day().nullable(),
  unchecked: z.array(z.object({ title: z.string(), through: day().nullable() })),
});

const sharedRecordSchema = z
  .object({
    id: z.string(),
    entry: z.string(),
    entryName: z.string(),
    documentNo: z.string().nullable(),
    authority: z.string().nullable(),
    provider: z.string(),
    providerName: z.string(),
    decidedOn: day().nullable(),
    validUntil: day().nullable(),
    shownUntil: day().nullable().openapi({ description: api.shownUntil }),
    severity: z.enum(["minor", "general", "serious", "unclassified"]).nullable(),
    receivedOn: day(),
    marks: marksSchema.openapi({ description: api.marks }),
    fields: z.record(z.string(), z.string().nullable()).openapi({ description: api.fields }),
  })
  .openapi("SharedRecord");

export const queryAnswerSchema = z
  .object({
    at: z.string().openapi({ format: "date-time" }),
    day: day(),
    policyHash: z.string(),
    prompt: z.string(),
    answers: z.array(
      z.object({
        uscc: code(),
        matter: z.string(),
        look: z.string().openapi({ description: api.look }),
        outcome: z
          .enum(["data", "nothing-found", "not-checked", "not-authorised"])
          .openapi({ description: api.outcome }),
        known: z.boolean().nullable().openapi({ description: api.known }),
        name: z.string().nullable(),
        entries: z.array(
          z.object({
            entry: z.string(),
            entryName: z.string(),
            state: z.enum(["found", "not-found", "unchecked"]).openapi({ description: api.state }),
            records: z.number().int(),
            scope: scopeSchema,
          }),
        ),
        records: z.array(sharedRecordSchema),
        next: z.string().nullable(),
      }),
    ),
  })
  .openapi("QueryAnswer");

type AnswerBody = z.infer<typeof queryAnswerSchema>["answers"][number];

function textOf(value: FieldValue | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : value.join(words.listJoin);
}

/** One record with the values that the channel let through; all null where an eraser emptied them. */
export function presentShared(row: SharedRow, policy: PolicySnapshot): z.infer<typeof sharedRecordSchema> {
  const entry = policy.entries.get(row.entry);
  const receivedOn = dayOfInstant(row.receivedAt.getTime());
  const { decidedOn, validFrom, validUntil, providerShownUntil } = row;
  const facts = { severity: row.severity, decidedOn, validFrom, validUntil, providerShownUntil, receivedOn };
  const severity =
    entry === undefined ? row.severity : publicity({ entry, facts, policy: policy.publicity, on: policy.day }).severity;
  return {
    id: row.id.toString("base64url"),
    entry: row.entry,
    entryName: entry?.zh ?? row.entry,
    documentNo: row.documentNo,
    authority: row.authority,
    provider: row.provider,
    providerName: policy.providers.get(row.provider)?.zh ?? row.provider,
    decidedOn,
    validUntil: entry === undefined ? validUntil : readValidUntil(entry, validUntil, policy.publicity),
    shownUntil: row.shownUntil,
    severity,
    receivedOn,
    marks: presentMarks(row.marks),
    fields: Object.fromEntries(Object.entries(row.fields ?? {}).map(([id, value]) => [id, textOf(value)])),
  };
}

function presentEntry(answer: EntryAnswer, policy: PolicySnapshot): AnswerBody["entries"][number] {
  const { entry, state, records, scope } = answer;
  const unchecked = scope.unchecked.map(({ title, through }) => ({ title, through }));
  const { providers, completeThrough } = scope;
  const entryName = policy.entries.get(entry)?.zh ?? entry;
  return { entry, entryName, state, records, scope: { providers, completeThrough, unchecked } };
}

/** @param next the sealed place where its records go on, or null. */
export function presentAnswer(answer: SubjectAnswer, policy: PolicySnapshot, next: string | null): AnswerBody {
  const { uscc, matter, look, outcome, subject } = answer;
  return {
    uscc,
    matter,
    look,
    outcome,
    known: outcome === "not-authorised" ? null : subject !== null,
    name: subject?.name ?? null,
    entries: answer.entries.map((entry) => presentEntry(entry, policy)),
    records: answer.rows.map((row) => presentShared(row, policy)),
    next,
  };
}

export const pageQuery = z.object({ cursor: z.string().max(2048).optional().openapi({ description: api.cursor }) });

export const ownRecordsSchema = z
  .object({
    uscc: code(),
    name: z.string().nullable(),
    known: z.boolean().openapi({ description: api.known }),
    items: z.array(sharedRecordSchema),
    next: z.string().nullable(),
  })
  .openapi("OwnRecords");

export const ownLooksSchema = z
  .object({
    items: z.array(
      z.object({
        look: z.string(),
        at: z.string().openapi({ format: "date-time" }),
        organisation: z.string(),
        organisationName: z.string(),
        post: z.string(),
        matter: z.string(),
        purpose: z.string(),
        purposeName: z.string(),
        basis: z.enum(["duty", "authorisation", "own"]),
        basisRef: z.string(),
        article: z.string().nullable(),
        articleText: z.string().nullable(),
        entries: z.array(z.string()),
        fields: z.array(z.string()),
        outcome: z.string(),
        measures: z
          .array(
            z.object({
              measure: z.string(),
              name: z.string(),
              applied: z.boolean(),
              decisionNo: z.string().nullable(),
              reason: z.string(),
              articles: z
                .array(z.string())
                .openapi({ description: "Its basis in words; none where it stands no more" }),
              remedy: z.string().nullable(),
              at: z.string().openapi({ format: "date-time" }),
            }),
          )
          .openapi({
            description: "What the office said that it did after the look; an applied one can be objected to",
          }),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("OwnLooks");

/** A look as its subject is told of it: the office and the post, never the person. */
export function presentLook(
  look: ToldLook,
  policy: PolicySnapshot,
  cite: (article: string) => string,
): z.infer<typeof ownLooksSchema>["items"][number] {
  const { organisation, organisationName, post, matter, purpose, basisRef, entries, fields, outcome } = look;
  return {
    look: look.look.toString("hex"),
    at: look.at.toISOString(),
    organisation,
    organisationName,
    post,
    matter,
    purpose,
    purposeName: policy.access.purposes.get(purpose)?.zh ?? purpose,
    basis: look.basisKind,
    basisRef,
    article: look.basisArticle,
    articleText: look.basisArticle === null ? null : cite(look.basisArticle),
    entries: [...entries],
    fields: [...fields],
    outcome,
    measures: look.measures.map(({ measure, at, ...said }) => {
      const known = policy.measures.get(measure);
      const articles = (known?.basis ?? []).map((basis) => cite(articleOf(basis)));
      const remedy = known?.remedy.zh ?? null;
      return { measure, name: known?.zh ?? measure, ...said, articles, remedy, at: new Date(at).toISOString() };
    }),
  };
}

export const lookParams = z.object({ look: z.string().regex(/^[0-9a-f]{32}$/u) });
export const lookProofSchema = z
  .object({
    disclosure: z.object({
      suite: z.string(),
      kind: z.string(),
      header: z.record(z.string(), z.unknown()),
      headerSalt: z.string(),
      groups: z.array(
        z.union([
          z.object({ hash: z.string() }),
          z.object({ salt: z.string(), fields: z.record(z.string(), z.unknown()) }),
        ]),
      ),
    }),
    commitment: z.string(),
    position: z.number().int(),
    size: z.number().int(),
    path: z.array(z.string()),
    note: z.string(),
  })
  .openapi("LookProof");

/** A proof as it leaves: what is disclosed is copied, since the log keeps it for reading alone. */
export function presentProof(proof: LookProof): z.infer<typeof lookProofSchema> {
  const { disclosure, path, ...rest } = proof;
  const groups = disclosure.groups.map((group) =>
    "hash" in group ? { hash: group.hash } : { salt: group.salt, fields: { ...group.fields } },
  );
  return { ...rest, disclosure: { ...disclosure, header: { ...disclosure.header }, groups }, path: [...path] };
}

export const lookRulesSchema = z
  .object({
    day: day(),
    policyHash: z.string(),
    purposes: z.array(z.object({ purpose: z.string(), name: z.string() })),
    duties: z.array(
      z.object({
        duty: z.string(),
        name: z.string(),
        offices: z.array(z.string()),
        entries: z.array(z.string()),
        purposes: z.array(z.string()),
        article: z.string(),
        articleText: z.string(),
        from: day(),
        until: day().nullable().openapi({ description: api.dutyUntil }),
      }),
    ),
    offices: z.array(
      z.object({
        uscc: z.string(),
        name: z.string().nullable(),
        matterFormat: z.string().openapi({ description: api.matterFormat }),
        subjectsPerDay: z.number().int(),
      }),
    ),
    authorisation: z.object({ monthsMax: z.number().int(), usesMax: z.number().int() }),
  })
  .openapi("LookRules");

/** The duties that stand today, the purposes, who may ask, and what an authorisation may be at most. */
export function presentRules({ policy, today }: Moment): z.infer<typeof lookRulesSchema> {
  const { purposes, duties, offices, authorisation } = policy.access;
  const standing = [...duties.values()].filter(({ from, until }) => from <= today && (until === null || today < until));
  return {
    day: today,
    policyHash: policy.hash,
    purposes: [...purposes.values()].map(({ id, zh }) => ({ purpose: id, name: zh })),
    duties: standing.map((duty) => ({
      duty: duty.id,
      name: duty.zh,
      offices: [...duty.offices],
      entries: [...duty.entries],
      purposes: [...duty.purposes],
      article: articleOf(duty.basis),
      articleText: articleText(policy, duty.basis),
      from: duty.from,
      until: duty.until,
    })),
    offices: [...offices.values()].map(({ uscc, matterFormat, subjectsPerDay }) => ({
      uscc,
      name: policy.providers.get(uscc)?.zh ?? null,
      matterFormat,
      subjectsPerDay,
    })),
    authorisation: { monthsMax: authorisation.monthsMax, usesMax: authorisation.usesMax },
  };
}
