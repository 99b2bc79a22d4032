import { z } from "@hono/zod-openapi";
import type { CoverageSource } from "./service.ts";
import { coverageStates } from "./rules.ts";
import { apiText } from "./text.ts";

const day = (): z.ZodString => z.string().openapi({ example: "2026-09-08", format: "date" });

const sourceSchema = z
  .object({
    entry: z.string(),
    entryName: z.string(),
    provider: z.string(),
    providerName: z.string(),
    through: day().nullable().openapi({ description: apiText.through }),
    state: z.enum(coverageStates).openapi({ description: apiText.state }),
    lateWorkingDays: z.number().int().nullable(),
    lastReceiptAt: z
      .string()
      .nullable()
      .openapi({ description: apiText.lastReceipt, format: "date-time", example: "2026-09-08T02:30:00.000Z" }),
    openQuestions: z.number().int().openapi({ description: apiText.questions }),
  })
  .openapi("CoverageSource");

export const coverageSchema = z
  .object({ items: z.array(sourceSchema), day: day(), region: z.string() })
  .openapi("Coverage");

export function presentSource(source: CoverageSource): z.infer<typeof sourceSchema> {
  const { entry, entryTitle, provider, providerName, through, state, lateWorkingDays } = source;
  const lastReceiptAt = source.lastReceiptAt === null ? null : new Date(source.lastReceiptAt).toISOString();
  const { openQuestions } = source;
  const who = { entry, entryName: entryTitle, provider, providerName };
  return { ...who, through, state, lateWorkingDays, lastReceiptAt, openQuestions };
}
