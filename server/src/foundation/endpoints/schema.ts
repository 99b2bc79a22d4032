import { z } from "@hono/zod-openapi";
import { plainWords } from "../../platform/http/plain-words.ts";
import { FEEDS } from "./rules.ts";
import type { Endpoint } from "./rules.ts";

const REASON_MAX = 2000;
const URL_MAX = 2000;

export const registerSchema = z
  .strictObject({
    organisation: z.string().length(18).openapi({ example: "91990100MA0XH00426" }),
    name: plainWords(200),
    feed: z.enum(FEEDS),
    url: z
      .string()
      .max(URL_MAX)
      .regex(/^[\x21-\x7e]+$/u)
      .openapi({
        example: "https://approval.example.cn/xinheng",
        description: "At an origin that the operator listed",
      }),
    documentNo: plainWords(200),
    reason: plainWords(REASON_MAX),
  })
  .openapi("EndpointWish");
export const endSchema = z.strictObject({ reason: plainWords(REASON_MAX) }).openapi("EndpointEnd");
export const endpointParams = z.object({ endpoint: z.uuid() });
export const pageQuery = z.object({
  cursor: z.string().max(2048).optional(),
  organisation: z.string().length(18).optional().openapi({ description: "Only of this one; for the centre" }),
});

export const endpointSchema = z
  .object({
    endpoint: z.string(),
    organisation: z.string(),
    name: z.string(),
    feed: z.enum(FEEDS),
    url: z.string(),
    registeredAt: z.string(),
    endedAt: z.string().nullable(),
    messages: z.number().int().openapi({ description: "Messages that arrived" }),
    failures: z.number().int().openapi({ description: "Tries in a row that did not" }),
    nextAt: z.string(),
    lastAt: z.string().nullable(),
    lastAnswer: z.string().nullable().openapi({ description: "The receiver's status, or why there was none" }),
  })
  .openapi("Endpoint");
export const endpointsSchema = z
  .object({
    items: z.array(endpointSchema),
    next: z.string().nullable(),
    origins: z.array(z.string()).readonly().nullable().openapi({
      description: "Origins that the operator listed, for whoever may ask for an address; null for everybody else",
    }),
  })
  .openapi("Endpoints");

/** A public key as RFC 8037 writes it. */
export const keySchema = z
  .object({
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    kid: z.string(),
    use: z.literal("sig"),
    x: z.string().openapi({ description: "The raw key, base64url" }),
  })
  .openapi("EndpointKey");

export function presentEndpoint(one: Endpoint): z.infer<typeof endpointSchema> {
  const { endpoint, organisation, name, feed, url, messages, failures, lastAnswer } = one;
  return {
    endpoint,
    organisation,
    name,
    feed,
    url,
    registeredAt: one.registeredAt.toISOString(),
    endedAt: one.endedAt?.toISOString() ?? null,
    messages,
    failures,
    nextAt: one.nextAt.toISOString(),
    lastAt: one.lastAt?.toISOString() ?? null,
    lastAnswer,
  };
}
