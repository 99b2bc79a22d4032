import { z } from "@hono/zod-openapi";
import { findPersonal } from "../../kernel/personal.ts";

/** What a person writes, in as many lines as he likes or none: no personal number, nothing that the database cannot keep. */
export function plainText(lengthMax: number): z.ZodString {
  return z
    .string()
    .max(lengthMax)
    .refine((text) => !text.includes("\0") && text.isWellFormed() && findPersonal(text).length === 0);
}

/** Words that a person writes: no line breaks, no personal number, nothing that the database cannot keep. */
export function plainWords(lengthMax: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(lengthMax)
    .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed() && findPersonal(text).length === 0);
}
