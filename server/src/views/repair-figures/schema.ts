import { z } from "@hono/zod-openapi";
import { FIGURES } from "./rules.ts";
import type { FigureRow } from "./rules.ts";
import type { MonthOfRepairs } from "./service.ts";
import { api } from "./text.ts";

export const figuresQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/u)
    .optional()
    .openapi({ description: api.month }),
});

const count = z.number().int();
const authoritySchema = z
  .object({
    authority: z.string(),
    name: z.string(),
    received: count,
    accepted: count,
    notAccepted: count,
    granted: count,
    shielded: count,
    refused: count,
    revoked: count,
    withdrawn: count,
    overdue: count.openapi({ description: api.overdue }),
    meanWorkingDays: count.nullable().openapi({ description: api.mean }),
    longestWorkingDays: count.nullable().openapi({ description: api.longest }),
  })
  .openapi("RepairFiguresOfAuthority");
const rowSchema = z
  .object({
    repair: z.string(),
    authority: z.string(),
    documentNo: z.string().nullable(),
    appliedOn: z.string(),
    counted: z.array(z.enum(FIGURES)).openapi({ description: api.counted }),
    workingDays: count.nullable(),
  })
  .openapi("RepairFigureRow");
export const repairFiguresSchema = z
  .object({
    month: z.string(),
    day: z.string(),
    authorities: z.array(authoritySchema),
    rows: z.array(rowSchema).nullable().openapi({ description: api.rows }),
  })
  .openapi("RepairFigures");

function presentRow(row: FigureRow): z.infer<typeof rowSchema> {
  const { application: repair, authority, documentNo, appliedOn, counted, workingDays } = row;
  return { repair, authority, documentNo, appliedOn, counted: [...counted], workingDays };
}

export function presentMonth({ month, day, authorities, rows }: MonthOfRepairs): z.infer<typeof repairFiguresSchema> {
  return { month, day, authorities: [...authorities], rows: rows?.map(presentRow) ?? null };
}
