import { z } from "@hono/zod-openapi";
import type { MarkKind } from "../../records/statements/index.ts";
import { markWords } from "./text.ts";

/** Marks as every JSON answer gives them. */
export const marksSchema = z.array(
  z
    .object({ kind: z.enum(["objection", "review", "litigation"]), name: z.string(), means: z.string() })
    .openapi("Mark"),
);

export function presentMarks(marks: readonly MarkKind[]): z.infer<typeof marksSchema> {
  return marks.map((kind) => ({ kind, ...markWords[kind] }));
}
