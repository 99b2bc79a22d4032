import { z } from "zod";
import { basis, id, mark, text } from "./file-schema.ts";

/** The shape of `releases/rules.yaml` as it is written. */
export const releaseRulesShape = z.strictObject({
  notice: z.strictObject({ days: z.int().min(1).max(365), basis, mark }),
});

/** The shape of `assessment/rules.yaml`: words that raise a flag in a draft, and how long a measure may be by rank. */
export const assessmentShape = z.strictObject({
  flags: z
    .array(
      z.strictObject({
        id,
        zh: text,
        words: z.array(text).min(1),
        except: z.array(text).default([]),
        classes: z.array(z.union([z.literal(1), z.literal(2), z.literal(3)])).default([]),
        basis,
        mark,
      }),
    )
    .default([]),
  monthsMax: z.strictObject({
    minor: z.int().min(0).max(600),
    general: z.int().min(0).max(600),
    serious: z.int().min(0).max(600),
    basis,
    mark,
  }),
});

export type ReleaseRulesFile = z.output<typeof releaseRulesShape>;
export type AssessmentFile = z.output<typeof assessmentShape>;
