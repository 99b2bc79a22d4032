import { z } from "zod";
import { RESPONSES, WATCHED } from "./access-policy.ts";
import { basis, dayShape, id, mark, text } from "./file-schema.ts";

/** The shapes of `access/*.yaml` as they are written. */

const count = z.int().min(1).max(1_000_000);

/** A rule of delayed disclosure; what is not verified rests until an operator confirms it: `delay:<id>`. */
const delayShape = z.strictObject({
  id,
  zh: text,
  basis,
  offices: z.array(text).min(1),
  daysMax: z.int().min(1).max(3650),
  mark,
});

export const accessShape = z.strictObject({
  purposes: z.array(z.strictObject({ id, zh: text })).min(1),
  authorisation: z.strictObject({ monthsMax: z.int().min(1).max(120), usesMax: count, basis, mark }),
  draw: z.strictObject({
    perTenThousand: z.int().min(1).max(10_000),
    workingDays: z.int().min(1).max(60),
    basis,
    mark,
  }),
  exports: z.strictObject({ rowsMax: z.int().min(1).max(50_000), keepDays: z.int().min(1).max(3650) }),
  hours: z.strictObject({ from: z.int().min(0).max(23), until: z.int().min(1).max(24) }),
  delays: z.array(delayShape).default([]),
  watch: z.array(
    z.strictObject({
      id,
      zh: text,
      counts: z.enum(WATCHED),
      more: count,
      minutes: z.int().min(1).max(1440),
      // oxlint-disable-next-line unicorn/no-thenable -- a rule reads counts/then; it is never awaited.
      then: z.enum(RESPONSES),
    }),
  ),
});

/** 办件编号 formats: `#` a digit, `@` a capital letter; the rest stands for itself and is plain. */
const matterFormat = z.string().regex(/^[#@A-Z0-9-]{4,40}$/);

export const officeShape = z.strictObject({ uscc: text, matterFormat, subjectsPerDay: count });

export const dutyShape = z.strictObject({
  id,
  zh: text,
  offices: z.array(text).min(1),
  entries: z.array(id).min(1),
  purposes: z.array(id).min(1),
  basis,
  from: dayShape,
  until: dayShape.nullable(),
  mark,
});

/** A case of `access/cases.yaml`: who asks for what by which duty, and what he is given or by which code he is refused. */
export const accessCaseShape = z.strictObject({
  case: text,
  given: z.strictObject({
    office: text,
    duty: id,
    purpose: id,
    matter: text,
    /** null: all that the duty names. */
    entries: z.array(id).nullable(),
    day: dayShape,
  }),
  // oxlint-disable-next-line unicorn/no-thenable -- a case reads given/then; it is never awaited.
  then: z.union([z.strictObject({ entries: z.array(id) }), z.strictObject({ refused: text })]),
});

export type AccessCase = z.output<typeof accessCaseShape>;
export type AccessFile = z.output<typeof accessShape>;
export type OfficeFile = z.output<typeof officeShape>;
export type DutyFile = z.output<typeof dutyShape>;
