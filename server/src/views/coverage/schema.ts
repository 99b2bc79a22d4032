import { z } from "@hono/zod-openapi";
import type { CoverageSource } from "./service.ts";
import { coverageStates } from "./rules.ts";
import type { SourceCoverage } from "./rules.ts";
import { apiText } from "./text.ts";

const day = (): z.ZodString => z.string().openapi({ example: "2026-09-08", format: "date" });

/** What programs are told of one source, wherever it stands. */
export const sourceShape = {
  entry: z.string(),
  entryName: z.string(),
  provider: z.string(),
  providerName: z.string(),
  through: day().nullable().openapi({ description: apiText.through }),
  state: z.enum(coverageStates).openapi({ description: apiText.state }),
  lateWorkingDays: z.number().int().nullable(),
};

const receivedSchema = z
  .object({
    ...sourceShape,
    lastReceiptAt: z
      .string()
      .nullable()
      .openapi({ description: apiText.lastReceipt, format: "date-time", example: "2026-09-08T02:30:00.000Z" }),
    openQuestions: z.number().int().openapi({ description: apiText.questions }),
  })
  .openapi("CoverageSource");

export const coverageSchema = z
  .object({ items: z.array(receivedSchema), day: day(), region: z.string() })
  .openapi("Coverage");

export function presentSource(source: SourceCoverage): z.infer<z.ZodObject<typeof sourceShape>> {
  const { entry, entryTitle, provider, providerName, through, state, lateWorkingDays } = source;
  return { entry, entryName: entryTitle, provider, providerName, through, state, lateWorkingDays };
}

/** The same, with what came in from it last. */
export function presentReceived(source: CoverageSource): z.infer<typeof receivedSchema> {
  const { lastReceiptAt, openQuestions } = source;
  const receipt = lastReceiptAt === null ? null : new Date(lastReceiptAt).toISOString();
  return { ...presentSource(source), lastReceiptAt: receipt, openQuestions };
}
