import { z } from "@hono/zod-openapi";
import { plainText } from "../../platform/http/plain-words.ts";
import { ALGORITHMS } from "./rules/key.ts";

const instant = z.iso.datetime({ offset: true });

export const keyParams = z.object({ key: z.string().regex(/^[A-Za-z0-9_-]{22}$/u) });

const fresh = {
  publicKey: z.string().max(2000).openapi({
    description: "Ed25519 or ECDSA P-256 public key, PEM (SubjectPublicKeyInfo)",
    example: "-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n",
  }),
  notBefore: instant,
  notAfter: instant,
  reason: plainText(500),
  documentNo: plainText(128).nullable().default(null),
};
export const registrationSchema = z
  .strictObject({
    ...fresh,
    entries: z
      .array(z.string().regex(/^[\w.-]{1,64}$/u))
      .min(1)
      .max(100),
    rowsPerBatch: z
      .number()
      .int()
      .positive()
      .max(5_000_000)
      .openapi({ description: "What the feed is expected to send" }),
    batchesPerDay: z.number().int().positive().max(10_000),
  })
  .openapi("KeyRegistration");
export const rotationSchema = z.strictObject(fresh).openapi("KeyRotation");
export const revocationSchema = z.object({ reason: plainText(500) }).openapi("KeyRevocation");

export const keySchema = z
  .object({
    key: z.string(),
    organisation: z.string(),
    account: z.uuid().openapi({ description: "The account that it acts as" }),
    algorithm: z.enum(ALGORITHMS),
    entries: z.array(z.string()),
    region: z.string(),
    rowsPerBatch: z.number().int(),
    batchesPerDay: z.number().int(),
    notBefore: z.string(),
    notAfter: z.string(),
    rotatedFrom: z.string().nullable(),
    provedAt: z.string().nullable().openapi({ description: "When its first adverse batch was let through" }),
    revokedAt: z.string().nullable(),
  })
  .openapi("ClientKey");
export const keyListSchema = z.object({ items: z.array(keySchema) }).openapi("ClientKeys");

/** A registration as a proposal carries it; read again when it is approved. */
export const wantedSchema = z.strictObject({
  key: z.string(),
  organisation: z.string(),
  account: z.uuid(),
  login: z.string(),
  algorithm: z.enum(ALGORITHMS),
  /** SubjectPublicKeyInfo, DER, base64. */
  publicKey: z.string(),
  entries: z.array(z.string()),
  region: z.string(),
  rowsPerBatch: z.number().int(),
  batchesPerDay: z.number().int(),
  notBefore: z.string(),
  notAfter: z.string(),
  rotatedFrom: z.string().nullable(),
});
