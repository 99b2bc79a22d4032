import { z } from "@hono/zod-openapi";
import { plainText } from "../../platform/http/plain-words.ts";
import { RESPONSES } from "../../policy/access-policy.ts";
import { isLate, isOverdue, stateOf } from "./rules/draw.ts";
import { parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { AlertFacts } from "./service/watch.ts";
import type { DelayFigures, DelayRow } from "./service/delay.ts";
import type { DrawFigures, DrawnRow } from "./service/justify.ts";
import type { RootRow } from "./service/sequence.ts";
import type { Trace } from "../audit/index.ts";
import { OUTCOMES } from "./rules/look.ts";
import { isMadeHere, TRACE_OUTCOMES, traceOutcome } from "./rules/trace.ts";
import type { Today } from "./service/today.ts";
import { api } from "./text.ts";

const day = (description?: string): z.ZodString =>
  z.string().openapi({ format: "date", example: "2026-09-09", ...(description === undefined ? {} : { description }) });
const instant = (): z.ZodString => z.string().openapi({ format: "date-time" });
const hex = (description: string): z.ZodString => z.string().openapi({ description });
/** Words that a person writes: never a personal number, never what the database cannot keep. */
/** What is kept of it has no white space around it, and is not empty. */
const said = (lengthMax: number): z.ZodString => plainText(lengthMax).trim().min(1);

export const pageQuery = z.object({ cursor: z.string().max(2048).optional() });
export const lookParams = z.object({ look: z.string().regex(/^[0-9a-f]{32}$/u) });
export const alertParams = z.object({ alert: z.uuid() });
export const delayParams = z.object({ delay: z.uuid() });

const drawSchema = z
  .object({
    day: day(),
    seedHash: hex(api.seedHash),
    committedAt: instant(),
    late: z.boolean().openapi({ description: api.late }),
    seed: z.string().nullable().openapi({ description: api.seed }),
    perTenThousand: z.number().int().nullable(),
    looks: z.number().int().nullable(),
    drawn: z.number().int().nullable(),
    due: day(api.due).nullable(),
    justified: z.number().int(),
    confirmed: z.number().int(),
    rejected: z.number().int(),
    overdue: z.number().int(),
  })
  .openapi("AccessDraw");
export const drawsSchema = z.object({ items: z.array(drawSchema), next: z.string().nullable() });

export function presentDraw(row: DrawFigures): z.infer<typeof drawSchema> {
  const { seedHash, seed, committedAt, ...rest } = row;
  return {
    ...rest,
    seedHash: seedHash.toString("hex"),
    committedAt: committedAt.toISOString(),
    late: isLate(row.day, committedAt),
    seed: seed?.toString("hex") ?? null,
  };
}

const rootSchema = z
  .object({ hour: instant(), size: z.number().int(), note: z.string().openapi({ description: api.note }) })
  .openapi("AccessRoot");
export const rootsSchema = z.object({
  key: z.string().openapi({ description: api.key }),
  items: z.array(rootSchema),
  next: z.string().nullable(),
});

export function presentRoot({ hour, size, note }: RootRow): z.infer<typeof rootSchema> {
  return { hour: hour.toISOString(), size, note };
}

const delayedSchema = z
  .object({ article: z.string(), matters: z.number().int(), looks: z.number().int() })
  .openapi("DelayedLooks");
export const delayedListSchema = z.object({ items: z.array(delayedSchema) });

export function presentDelayed({ article, matters, looks }: DelayFigures): z.infer<typeof delayedSchema> {
  return { article, matters, looks };
}

export const justificationSchema = z
  .object({
    look: hex(api.look),
    day: day(),
    at: instant(),
    organisation: z.string(),
    account: z.uuid(),
    subject: z.string().nullable().openapi({ description: api.hidden }),
    matter: z.string().nullable().openapi({ description: api.hidden }),
    purpose: z.string(),
    due: day(api.due).nullable(),
    state: z.enum(["open", "justified", "confirmed", "rejected"]).openapi({ description: api.state }),
    overdue: z.boolean(),
    document: z.string().nullable(),
    reason: z.string().nullable(),
    remark: z.string().nullable(),
  })
  .openapi("LookJustification");
export const justificationsSchema = z.object({ items: z.array(justificationSchema), next: z.string().nullable() });

/** @param isTrace for the auditor: whom it was about stays closed. */
export function presentDrawn(
  row: DrawnRow,
  { today, isTrace }: { readonly today: Day; readonly isTrace: boolean },
): z.infer<typeof justificationSchema> {
  const { look, day: drawn, at, organisation, account, purpose, due, document, reason, remark } = row;
  const state = stateOf(reason, row.sound);
  return {
    look: look.toString("hex"),
    day: drawn,
    at: at.toISOString(),
    organisation,
    account,
    subject: isTrace ? null : row.subject,
    matter: isTrace ? null : row.matter,
    purpose,
    due,
    state,
    overdue: isOverdue(state, due, today),
    document,
    reason,
    remark,
  };
}

export const justifySchema = z.strictObject({
  document: said(200).openapi({ description: api.document, example: "SL-2026-000123" }),
  reason: said(1000).openapi({ description: api.reason }),
});
export const confirmSchema = z.strictObject({
  sound: z.boolean().openapi({ description: api.sound }),
  remark: said(1000),
});

export const alertSchema = z
  .object({
    alert: z.uuid(),
    rule: z.string(),
    account: z.uuid(),
    organisation: z.string().nullable(),
    organisationName: z.string().nullable(),
    role: z.string().nullable(),
    at: instant(),
    counted: z.number().int().openapi({ description: api.counted }),
    more: z.number().int().openapi({ description: api.more }),
    minutes: z.number().int(),
    response: z.enum(RESPONSES).openapi({ description: api.response }),
    state: z.enum(["open", "closed"]),
    closedAt: instant().nullable(),
    closedBy: z.uuid().nullable(),
    closedWhy: z.string().nullable(),
  })
  .openapi("AccessAlert");
export const alertsSchema = z.object({ items: z.array(alertSchema), next: z.string().nullable() });

export function presentAlert({ person: _person, ...row }: AlertFacts): z.infer<typeof alertSchema> {
  return {
    ...row,
    at: row.at.toISOString(),
    state: row.closedAt === null ? "open" : "closed",
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

export const closingSchema = z.strictObject({ reason: said(1000) });

export const delayWishSchema = z.strictObject({
  rule: z.string().max(64),
  matter: z.string().min(1).max(64),
  reason: said(1000),
  until: day(api.until).refine((text) => parseDay(text) !== undefined),
});
export const delaySchema = z
  .object({
    delay: z.uuid(),
    matter: z.string(),
    rule: z.string(),
    article: z.string(),
    reason: z.string(),
    until: day(api.until),
    state: z.enum(["proposed", "confirmed"]),
  })
  .openapi("LookDelay");

export function presentDelay(row: DelayRow): z.infer<typeof delaySchema> {
  const { delay, matter, rule, article, reason, until } = row;
  return { delay, matter, rule, article, reason, until, state: row.confirmedAt === null ? "proposed" : "confirmed" };
}

const dayText = z
  .string()
  .refine((text): text is Day => parseDay(text) !== undefined)
  .openapi({ format: "date", example: "2026-09-09" });
export const trailLookSchema = z
  .strictObject({
    purpose: said(200).openapi({ description: api.trailPurpose }),
    action: z
      .string()
      .regex(/^[a-z-]+\.[a-z-]*$/u)
      .max(64)
      .nullable()
      .default(null)
      .openapi({ description: api.trailAction, example: "account." }),
    account: z.uuid().nullable().default(null),
    organisation: z.string().length(18).nullable().default(null),
    target: z.string().max(64).refine(isMadeHere).nullable().default(null).openapi({ description: api.trailTarget }),
    from: dayText.nullable().default(null),
    to: dayText.nullable().default(null),
    cursor: z.string().max(2048).nullable().default(null),
  })
  .openapi("TrailLook");
const traceSchema = z
  .object({
    entry: z.uuid(),
    at: instant(),
    account: z.uuid().nullable().openapi({ description: api.traceAccount }),
    role: z.string().nullable(),
    organisation: z.string().nullable().openapi({ description: api.traceOrganisation }),
    organisationName: z.string().nullable(),
    action: z.string(),
    target: z.string().nullable().openapi({ description: api.trailTarget }),
    count: z.number().int().openapi({ description: api.traceCount }),
    outcome: z.enum(TRACE_OUTCOMES),
    reasoned: z.boolean().openapi({ description: api.reasoned }),
  })
  .openapi("AuditTrace");
export const trailSchema = z.object({ items: z.array(traceSchema), next: z.string().nullable() });

export function presentTrace({ ordinal: _ordinal, ...trace }: Trace): z.infer<typeof traceSchema> {
  return { ...trace, at: trace.at.toISOString(), outcome: traceOutcome(trace.action) };
}

export const todaySchema = z
  .object({
    day: day(),
    reach: z.enum(["own", "office"]).openapi({ description: api.reach }),
    budget: z
      .object({ subjects: z.number().int(), used: z.number().int(), left: z.number().int() })
      .nullable()
      .openapi({ description: api.budget }),
    looks: z.number().int(),
    matters: z.number().int(),
    items: z.array(
      z.object({
        look: hex(api.lookId),
        at: instant(),
        account: z.uuid(),
        subject: z.string().nullable().openapi({ description: api.reviewerHidden }),
        matter: z.string(),
        purpose: z.string(),
        basis: z.enum(["duty", "authorisation"]),
        entries: z.array(z.string()),
        outcome: z.enum(OUTCOMES),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("OfficeToday");

export function presentToday(today: Today): Omit<z.infer<typeof todaySchema>, "next"> {
  const isOwn = today.reach === "own";
  return {
    ...today,
    items: today.items.map(({ look, at, subject, basisKind, ...rest }) => ({
      ...rest,
      look: look.toString("hex"),
      at: at.toISOString(),
      subject: isOwn ? subject : null,
      basis: basisKind,
      entries: [...rest.entries],
    })),
  };
}
