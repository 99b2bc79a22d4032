import { z } from "@hono/zod-openapi";
import { findPersonal } from "../../kernel/personal.ts";

/** Words that a person writes: no line breaks, no personal number, nothing that the database cannot keep. */
export function plainWords(lengthMax: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(lengthMax)
    .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed() && findPersonal(text).length === 0);
}
