import { z } from "zod";
import { basis, dayShape, id, mark, text } from "./file-schema.ts";
import { LIST_DOORS, LIST_EXITS, LIST_KINDS } from "./list-procedure.ts";

/**
 * The shapes of `lists/*.yaml` as they are written. No key holds a number of records, of penalties or of anything else that
 * could be counted: listing by arithmetic cannot be expressed.
 */

const months = z.int().min(1).max(600);

const termShape = z
  .strictObject({
    kind: z.enum(["months", "none", "until-performed"]),
    months: months.nullable().default(null),
    extensionMonthsMax: months.nullable().default(null),
    basis: basis.nullable().default(null),
    mark,
  })
  .refine((term) => term.kind === "months" || (term.months === null && term.extensionMonthsMax === null), {
    path: ["months"],
  });

const groundShape = z.strictObject({
  id,
  zh: text,
  threshold: text,
  basis,
  mark,
  term: termShape.nullable().default(null),
});

const daysShape = z.strictObject({
  workingDays: z.int().min(1).max(120),
  basis: basis.nullable().default(null),
  mark,
});

const remedyShape = z
  .strictObject({
    kind: z.enum(["reconsideration", "litigation"]),
    days: z.int().min(1).max(3660).nullable().default(null),
    months: months.nullable().default(null),
    basis: basis.nullable().default(null),
    mark,
  })
  .refine((remedy) => (remedy.days === null) !== (remedy.months === null), { path: ["days"] });

export const listShape = z.strictObject({
  id,
  version: z.int().min(1),
  zh: text,
  kind: z.enum(LIST_KINDS),
  entry: id.nullable().default(null),
  listName: text.nullable().default(null),
  doors: z.array(z.enum(LIST_DOORS)),
  authority: text,
  state: z.enum(["live", "template"]),
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
      ]),
    )
    .default([]),
  grounds: z.array(groundShape).default([]),
  term: termShape.nullable().default(null),
  earlyRemoval: z
    .strictObject({
      monthsMin: months,
      from: z.enum(["listing", "correction"]),
      conditions: z.array(text).min(1),
      basis: basis.nullable().default(null),
      mark,
    })
    .nullable()
    .default(null),
  corrections: z.array(z.strictObject({ zh: text, basis, mark })).default([]),
  exits: z.array(z.enum(LIST_EXITS)).default([]),
  endsWithPenalty: z.boolean().default(false),
  defence: daysShape.nullable().default(null),
  hearing: daysShape.nullable().default(null),
  publishedFields: z.array(text).default([]),
  remedies: z.array(remedyShape).default([]),
  domain: z.array(basis).min(1),
  procedure: z.array(basis).default([]),
  mark,
  note: text.nullable().default(null),
});

/** `lists/competence.yaml`: which offices of the region decide which list. */
export const competenceShape = z.strictObject({
  list: id,
  offices: z.array(z.strictObject({ uscc: text, prefix: z.string().min(1).max(20) })).min(1),
});

/**
 * A case of `lists/cases.yaml`: the case file of an invented listing, what is asked on a day, and what must follow. Days of
 * `done` are in order; `then.from` is the next lawful day where it is too early.
 */
export const listCaseShape = z.strictObject({
  case: text,
  list: id,
  given: z.strictObject({
    office: text.optional(),
    subjectKind: z
      .enum(["enterprise", "individual-business", "social-organisation", "state-organ", "natural-person"])
      .default("enterprise"),
    ground: id.optional(),
    listed: z.boolean().default(false),
    done: z.array(z.strictObject({ step: id, day: dayShape, until: dayShape.optional() })).default([]),
    step: id,
    day: dayShape,
    correctedOn: dayShape.optional(),
  }),
  // oxlint-disable-next-line unicorn/no-thenable -- a case reads given/then; it is never awaited.
  then: z.union([
    z.strictObject({ granted: z.literal(true), until: dayShape.nullable().optional() }),
    z.strictObject({ refused: text, from: dayShape.optional() }),
  ]),
});

export type ListFile = z.output<typeof listShape>;
export type CompetenceFile = z.output<typeof competenceShape>;
export type ListCase = z.output<typeof listCaseShape>;
