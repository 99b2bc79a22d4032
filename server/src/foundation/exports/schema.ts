import { z } from "@hono/zod-openapi";
import { plainWords } from "../../platform/http/plain-words.ts";
import type { Trace } from "./service.ts";
import { api } from "./text.ts";

/** Base64 of about 700 kB: what fits into a request. Of a longer file its first rows do. */
const FILE_MAX = 960_000;

export const traceAskedSchema = z
  .strictObject({
    file: z
      .base64()
      .min(4)
      .max(FILE_MAX)
      .openapi({ description: api.file, example: "57uf5LiA56S+5Lya5L+h55So5Luj56CB" }),
    reason: plainWords(200).openapi({ description: api.reason, example: api.reasonExample }),
  })
  .openapi("TraceQuestion");

export const traceSchema = z
  .object({
    rows: z.number().int().openapi({ description: api.rows }),
    exports: z.array(
      z.object({
        export: z.string(),
        at: z.string().openapi({ format: "date-time" }),
        organisation: z.string(),
        organisationName: z.string(),
        account: z.string(),
        purpose: z.string(),
        channel: z.enum(["duty", "authorisation"]),
        rows: z.number().int().openapi({ description: api.exportRows }),
        named: z.boolean().openapi({ description: api.named }),
        common: z.number().int().openapi({ description: api.common }),
        inOrder: z.number().nullable().openapi({ description: api.inOrder }),
        commitment: z.string(),
      }),
    ),
    note: z.string(),
  })
  .openapi("Trace");

export function presentTrace({ rows, exports }: Trace): z.infer<typeof traceSchema> {
  return {
    rows,
    exports: exports.map(({ made, named, common, inOrder }) => ({
      export: made.id.toString("hex"),
      at: made.at.toISOString(),
      organisation: made.organisation,
      organisationName: made.organisationName,
      account: made.account,
      purpose: made.purpose,
      channel: made.channel,
      rows: made.keys.length,
      named,
      common,
      inOrder: inOrder === null ? null : Math.round(inOrder * 1000) / 1000,
      commitment: made.commitment.toString("hex"),
    })),
    note: api.note,
  };
}
