import { createRoute, z } from "@hono/zod-openapi";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import type { SignedIn, SignIn } from "../accounts/index.ts";
import type { Key } from "./rules/key.ts";
import { keyListSchema, keyParams, keySchema, registrationSchema, revocationSchema, rotationSchema } from "./schema.ts";
import { listKeys, proposeKey, proposeRotation, revokeKey } from "./service/keys.ts";
import type { KeyPorts } from "./service/keys.ts";

/** What the routes of machine clients stand on. */
export interface ClientRoutes {
  readonly ports: KeyPorts;
  readonly signIn: SignIn;
  /** How a proposal is answered: approvals are another room's. */
  readonly proposal: {
    readonly schema: z.ZodType<object>;
    readonly present: (proposal: object, by: SignedIn) => object;
  };
}

const security = [{ bearer: [] }];
const tags = ["clients"];

const getKeys = createRoute({
  method: "get",
  path: "/api/v1/clients",
  operationId: "listClientKeys",
  tags,
  security,
  summary: "The keys by which machines act for one's own organisation",
  responses: {
    200: { description: "Newest first.", content: { "application/json": { schema: keyListSchema } } },
    ...problemResponses,
  },
});
const postRevocation = createRoute({
  method: "post",
  path: "/api/v1/clients/{key}/revocation",
  operationId: "revokeClientKey",
  tags,
  security,
  summary: "End a key at once",
  request: {
    params: keyParams,
    body: { required: true, content: { "application/json": { schema: revocationSchema } } },
  },
  responses: {
    200: { description: "Ended.", content: { "application/json": { schema: keySchema } } },
    ...problemResponses,
  },
});

function proposing(schema: z.ZodType<object>): {
  readonly 202: { description: string; content: { "application/json": { schema: z.ZodType<object> } } };
} {
  const description = "Proposed: a second person of the organisation decides it at /api/v1/approvals/{proposal}.";
  return { 202: { description, content: { "application/json": { schema } } } };
}

const registering = {
  method: "post",
  path: "/api/v1/clients",
  operationId: "proposeClientKey",
  tags,
  security,
  summary: "Ask for a key bound to entries, one's own organisation and this region; a second person approves it",
  request: { body: { required: true, content: { "application/json": { schema: registrationSchema } } } },
} as const;
const rotating = {
  method: "post",
  path: "/api/v1/clients/{key}/rotation",
  operationId: "proposeClientKeyRotation",
  tags,
  security,
  summary: "Ask for a successor bound to the same; the former key signs on for a week",
  request: { params: keyParams, body: { required: true, content: { "application/json": { schema: rotationSchema } } } },
} as const;

function presentKey(key: Key): z.infer<typeof keySchema> {
  return {
    key: key.key,
    organisation: key.organisation,
    account: key.account,
    algorithm: key.algorithm,
    entries: [...key.entries],
    region: key.region,
    rowsPerBatch: key.rowsPerBatch,
    batchesPerDay: key.batchesPerDay,
    notBefore: key.notBefore.toISOString(),
    notAfter: key.notAfter.toISOString(),
    rotatedFrom: key.rotatedFrom,
    provedAt: key.provedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}

/** Keys are asked for, rotated and ended by persons; a machine manages none. */
export function addClientRoutes(app: HttpApp, { ports, signIn, proposal }: ClientRoutes): void {
  const waits = { ...proposing(proposal.schema), ...problemResponses };
  app.openapi(getKeys, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const keys = await listKeys(ports, by.value);
    if (!keys.ok) return refuse(c, keys.refusal);
    c.header("cache-control", "no-store");
    return c.json({ items: keys.value.map(presentKey) }, 200);
  });
  app.openapi(createRoute({ ...registering, responses: waits }), async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const asked = await proposeKey(ports, by.value, c.req.valid("json"));
    if (!asked.ok) return refuse(c, asked.refusal);
    c.header("cache-control", "no-store");
    return c.json(proposal.present(asked.value, by.value), 202) as never;
  });
  app.openapi(createRoute({ ...rotating, responses: waits }), async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { key } = c.req.valid("param");
    const asked = await proposeRotation(ports, by.value, { key, fresh: c.req.valid("json") });
    if (!asked.ok) return refuse(c, asked.refusal);
    c.header("cache-control", "no-store");
    return c.json(proposal.present(asked.value, by.value), 202) as never;
  });
  app.openapi(postRevocation, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { reason } = c.req.valid("json");
    const revoked = await revokeKey(ports, by.value, { key: c.req.valid("param").key, reason });
    if (!revoked.ok) return refuse(c, revoked.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentKey(revoked.value), 200);
  });
}
