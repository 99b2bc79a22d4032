import { z } from "zod";
import { basis, dayShape, id, mark, text } from "./file-schema.ts";
import { LEVELS, MEASURE_KINDS } from "./measure.ts";

/**
 * The shapes of `measures/*.yaml` as they are written. A trigger names a list or a record of the subject itself: no key holds
 * a count, a score, a grade or another subject, so what reckons or attributes cannot be expressed.
 */

const fieldId = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const kinds = z.enum([
  "enterprise",
  "individual-business",
  "farmer-cooperative",
  "public-institution",
  "social-organisation",
  "state-organ",
  "other-organisation",
]);

const trigger = z.union([
  z.strictObject({ list: id }),
  z.strictObject({
    entry: id,
    where: z.array(z.strictObject({ field: fieldId, contains: z.array(text).min(1) })).default([]),
  }),
]);

const term = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("while-triggered") }),
  z.strictObject({ kind: z.literal("months"), months: z.int().min(1).max(600) }),
  z.strictObject({ kind: z.literal("stated") }),
]);

export const matterShape = z.strictObject({ id, zh: text, purposes: z.array(id).min(1) });

export const measureShape = z.strictObject({
  id,
  version: z.int().min(1),
  zh: text,
  kind: z.enum(MEASURE_KINDS),
  class: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .nullable()
    .default(null),
  item: text.nullable().default(null),
  content: text,
  state: z.enum(["live", "template"]),
  triggers: z.array(trigger),
  unless: z.array(trigger).default([]),
  subjectKinds: z.array(kinds).min(1),
  matters: z.array(id),
  bodies: z.array(z.strictObject({ zh: text, levels: z.array(z.enum(LEVELS)).min(1) })),
  basis: z.array(basis).min(1),
  term,
  remedy: z.strictObject({ zh: text, basis: basis.nullable().default(null) }),
  commitment: text.nullable().default(null),
  mark,
  note: text.nullable().default(null),
});

/** A case of `measures/cases.yaml`: what stands about an invented subject, what is asked on a day, and what must be told. */
export const measureCaseShape = z.strictObject({
  case: text,
  given: z.strictObject({
    subjectKind: z.union([kinds, z.literal("natural-person")]).default("enterprise"),
    matter: id,
    day: dayShape,
    records: z
      .array(
        z.strictObject({
          entry: id,
          list: id.optional(),
          fields: z.record(fieldId, z.union([text, z.array(text)])).default({}),
          decidedOn: dayShape,
          validUntil: dayShape.nullable().default(null),
          /** Last day on which it is shared; left out while it is. */
          sharedUntil: dayShape.nullable().default(null),
          ended: z
            .strictObject({ kind: z.enum(["repaired", "removed", "revoked", "quashed", "withdrawn"]), on: dayShape })
            .nullable()
            .default(null),
        }),
      )
      .default([]),
  }),
  // oxlint-disable-next-line unicorn/no-thenable -- a case reads given/then; it is never awaited.
  then: z.strictObject({
    /** Ids of measures that are told, in any order; with the last day where it is asked. */
    measures: z.array(z.union([id, z.strictObject({ measure: id, until: dayShape.nullable() })])),
  }),
  basis,
});

export type MatterFile = z.output<typeof matterShape>;
export type MeasureFile = z.output<typeof measureShape>;
export type MeasureCase = z.output<typeof measureCaseShape>;
export type TriggerFile = MeasureFile["triggers"][number];
