import { z } from "zod";
import { parseDay } from "../kernel/day.ts";
import type { Day } from "../kernel/day.ts";
import type { Basis } from "./source.ts";

/** The shapes of the policy files as they are written; `build.ts` makes the snapshot's types of them. */

export const dayShape = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: "day" });
  return z.NEVER;
});
export const mark = z.enum(["verified", "secondary", "unverified"]);
export const id = z.string().regex(/^[a-z][A-Za-z0-9-]*$/);
const fieldId = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
export const text = z.string().min(1);
const region = z.string().regex(/^\d{6}$/);
const months = z.int().min(0).max(600);

/** An article in a file: `source#article`, or `source#*` where the instrument as a whole is meant. */
export const WHOLE_INSTRUMENT = "*";
export const basis = z.string().regex(/^[a-z][a-z0-9-]*(#.+)?$/);

/** Splits `source#article`; `article` is undefined where the file names none, null for the whole instrument. */
export function readBasis(written: string): { readonly source: string; readonly article: string | null | undefined } {
  const cut = written.indexOf("#");
  if (cut < 0) return { source: written, article: undefined };
  const article = written.slice(cut + 1);
  return { source: written.slice(0, cut), article: article === WHOLE_INSTRUMENT ? null : article };
}

/** The basis of a file that has been checked. */
export function basisOf(written: string): Basis {
  const { source, article } = readBasis(written);
  return { source, article: article ?? null };
}

export const sourceShape = z.strictObject({
  id,
  title: text,
  number: text.nullable(),
  rank: z.enum([
    "law",
    "administrative-regulation",
    "local-regulation",
    "judicial-interpretation",
    "central-policy",
    "departmental-rule",
    "normative-document",
    "standard",
  ]),
  territory: region,
  issued: dayShape.nullable(),
  inForce: dayShape.nullable(),
  until: dayShape.nullable(),
  succeeds: z.array(id),
  textSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  mark,
  note: text.nullable(),
});

export const categoryShape = z.strictObject({
  id,
  no: z.int().min(1),
  zh: text,
  since: z.int(),
  mark,
  basis,
});

const condition = z.union([
  z.strictObject({ field: fieldId, contains: z.array(text).min(1) }),
  z.strictObject({ field: fieldId, present: z.literal(true) }),
  z.strictObject({ counterpart: z.array(z.enum(["organisation", "individual-business", "natural-person"])).min(1) }),
]);

/** A bare number is read, so that the linter can say what is missing: the mark. */
const length = z.union([z.int().min(1), z.strictObject({ max: z.int().min(1), mark })]);

const values = z.strictObject({
  list: z.array(text).min(1),
  /** Values whose own source is not checked yet: they join when an operator confirms them. */
  pending: z.array(text).default([]),
  synonyms: z.record(z.string(), text).default({}),
  mark,
});

export const fieldShape = z.strictObject({
  id: fieldId,
  zh: text,
  names: z.array(text).default([]),
  type: z.enum(["string", "text", "enum", "enum-list", "date", "decimal", "integer", "uscc"]),
  length: length.nullable().default(null),
  scale: z.int().min(0).max(12).nullable().default(null),
  values: values.nullable().default(null),
  required: z.enum(["always", "conditional", "optional"]).default("optional"),
  when: condition.nullable().default(null),
  legacy: z.boolean().default(false),
  group: z.enum(["public", "duty", "authorisation"]).default("public"),
  personal: z.boolean().default(false),
  identityNumber: z.boolean().default(false),
  sealed: text.nullable().default(null),
  mark,
  note: text.optional(),
});

const use = z.strictObject({ use: id, except: z.array(fieldId).default([]) });

const role = fieldId.nullable().default(null);
const roles = z.strictObject({
  subjectCode: fieldId,
  subjectName: fieldId,
  counterpart: role,
  registrationNo: role,
  organisationCode: role,
  taxNo: role,
  documentNo: role,
  authority: role,
  authorityCode: role,
  decidedOn: role,
  validFrom: role,
  validUntil: role,
  shownUntil: role,
  severity: role,
  procedure: role,
  amount: role,
  content: role,
  title: role,
  removal: z.array(fieldId).default([]),
  summary: z.array(fieldId),
});

export const entryShape = z.strictObject({
  id,
  version: z.int().min(1),
  zh: text,
  category: id,
  state: z.enum(["live", "template"]),
  adverse: z.boolean(),
  subjectKinds: z
    .array(
      z.enum([
        "enterprise",
        "individual-business",
        "farmer-cooperative",
        "public-institution",
        "social-organisation",
        "state-organ",
        "other-organisation",
        "natural-person",
      ]),
    )
    .min(1),
  mark,
  basis: z.array(basis).default([]),
  severityRule: z.enum(["provider", "none"]),
  publicityRule: id.nullable(),
  channels: z
    .array(
      z.enum([
        "public-page",
        "open-data",
        "duty",
        "authorisation",
        "statutory-bar",
        "special-report",
        "own",
        "evaluation",
        "archive",
      ]),
    )
    .min(1),
  updateTerm: z.strictObject({ workingDays: z.int().min(0), basis, mark }).nullable(),
  retention: z.strictObject({ years: z.int().min(0).nullable(), basis: basis.nullable(), mark }),
  sourceKey: z.array(fieldId),
  decisionIdentity: z.array(fieldId),
  roles,
  fields: z.array(z.union([use, fieldShape])).min(1),
});

const term = z.strictObject({ shown: z.boolean(), monthsMin: months, monthsMax: months });
const edition = z.strictObject({
  id,
  inForce: dayShape,
  until: dayShape.nullable(),
  basis,
  mark,
  terms: z.strictObject({ minor: term, general: term, serious: term, unclassified: term }),
});

export const ruleShape = z.discriminatedUnion("kind", [
  z.strictObject({
    id,
    kind: z.literal("severity-term"),
    transition: z.literal("more-favourable"),
    transitionMark: mark,
    editions: z.array(edition).min(1),
  }),
  z.strictObject({ id, kind: z.literal("valid-until"), longTerm: z.array(dayShape), basis, mark }),
  z.strictObject({ id, kind: z.literal("until-ended"), basis, mark }),
]);

export const publicityShape = z.strictObject({
  convention: z.enum(["start-not-counted", "start-counted"]),
  conventionBasis: basis,
  conventionMark: mark,
  severityWords: z.record(z.string(), z.enum(["minor", "general", "serious"])),
  minorProcedures: z.array(text),
  minorProceduresBasis: basis,
  minorProceduresMark: mark,
  rules: z.array(ruleShape).min(1),
});

export const forbiddenShape = z.strictObject({
  id,
  zh: text,
  asKind: z.array(text),
  mention: z.array(text),
  basis,
  mark,
  note: text.optional(),
});

export const wordsShape = z.strictObject({
  templateRow: z.array(text),
  proposedDecision: z.array(text),
  simpleProcedure: z.array(text),
  notStated: z.array(text),
  naturalPerson: z.array(text),
  heldColumns: z.array(text).default([]),
  heldQuiet: z.array(text).default([]),
  carriedShown: z.array(text).default([]),
  carriedRepaired: z.array(text).default([]),
  carriedTakenDown: z.array(text).default([]),
  carriedQuashed: z.array(text).default([]),
  carriedDisputed: z.array(text).default([]),
  scoreHeads: z.array(text).default([]),
});

const derivation = z.union([
  z.strictObject({ field: fieldId, template: text }),
  z.strictObject({ field: fieldId, from: text, unit: z.literal("yuan-to-wan") }),
  z.strictObject({ field: fieldId, from: text, unit: z.literal("yuan-to-wan"), emptyWhen: z.array(text).min(1) }),
  z.strictObject({ field: fieldId, from: text, excelSerial: z.literal(true) }),
  z.strictObject({ field: fieldId, from: text, shape: z.literal("document-number") }),
  z.strictObject({ field: fieldId, from: text, emptyWhen: z.array(text).min(1) }),
]);

export const mappingShape = z.strictObject({
  id,
  zh: text,
  entry: id,
  profile: z.enum(["full", "legacy"]),
  columns: z.record(z.string().min(1), fieldId.nullable()),
  constants: z.record(z.string(), text).default({}),
  derivations: z.array(derivation).default([]),
  carriedOver: z
    .strictObject({
      until: dayShape,
      receivedOn: text,
      state: text,
      stateOn: text,
      stateDocument: text.nullable().default(null),
      objection: text.nullable().default(null),
      objectionOn: text.nullable().default(null),
    })
    .optional(),
});

export const regionShape = z.strictObject({
  region,
  zh: text,
  /** Names of the territories inside the region whose providers send, by code. */
  districts: z.record(region, text).default({}),
  official: z.boolean(),
  note: text.optional(),
});
export const providerShape = z.strictObject({
  uscc: text,
  zh: text,
  region: region.optional(),
  entries: z.array(id),
});
export const confirmShape = z.strictObject({
  what: z.string().regex(/^(entry|values|length|edition|duty|delay|list|measure|objection|repair):[A-Za-z0-9.-]+$/),
  note: text,
});
const severity = z.enum(["minor", "general", "serious", "unclassified"]);

/** A case of `visibility/cases.yaml`: facts, a day, and what must follow. What is left out of `then` is not asked. */
export const caseShape = z.strictObject({
  case: text,
  given: z.strictObject({
    entry: id.default("penalty"),
    severity: severity.nullable().default(null),
    decidedOn: dayShape,
    received: dayShape.optional(),
    providerShownUntil: dayShape.nullable().default(null),
    validUntil: dayShape.nullable().default(null),
    ended: dayShape.nullable().default(null),
    convention: z.enum(["start-not-counted", "start-counted"]).optional(),
    day: dayShape,
  }),
  // oxlint-disable-next-line unicorn/no-thenable -- a case reads given/then; it is never awaited.
  then: z.strictObject({
    shown: z.boolean(),
    shownUntil: dayShape.nullable().optional(),
    repairableFrom: dayShape.nullable().optional(),
  }),
  basis,
});

export const yearShape = z.strictObject({
  year: z.int().min(1990).max(2200),
  holidays: z.array(dayShape),
  workdays: z.array(dayShape),
  disputed: z.array(dayShape).default([]),
  mark,
  note: text.optional(),
});

export type SourceFile = z.output<typeof sourceShape>;
export type CategoryFile = z.output<typeof categoryShape>;
export type FieldFile = z.output<typeof fieldShape>;
export type EntryFile = z.output<typeof entryShape>;
export type RuleFile = z.output<typeof ruleShape>;
export type PublicityFile = z.output<typeof publicityShape>;
export type ForbiddenFile = z.output<typeof forbiddenShape>;
export type WordsFile = z.output<typeof wordsShape>;
export type MappingFile = z.output<typeof mappingShape>;
export type RegionFile = z.output<typeof regionShape>;
export type ProviderFile = z.output<typeof providerShape>;
export type ConfirmFile = z.output<typeof confirmShape>;
export type CaseFile = z.output<typeof caseShape>;
export type YearFile = z.output<typeof yearShape>;
