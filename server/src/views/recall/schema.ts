import { z } from "@hono/zod-openapi";
import type { Recall } from "./rules.ts";
import { api } from "./text.ts";

export const recallQuery = z.object({ cursor: z.string().max(2048).optional() });
export const recallsSchema = z
  .object({
    items: z.array(
      z.object({
        position: z.number().int().openapi({ description: api.position }),
        at: z.string().openapi({ format: "date-time" }),
        what: z.string().openapi({ description: api.what }),
        told: z.number().int().openapi({ description: api.told }),
        read: z.number().int().openapi({ description: api.read }),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("Recalls");

export function presentRecall({ at, ...one }: Recall): z.infer<typeof recallsSchema>["items"][number] {
  return { ...one, at: at.toISOString() };
}
