import { createRoute } from "@hono/zod-openapi";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Cursors } from "../../platform/http/cursor.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import type { Signer } from "../../platform/keys/keys.ts";
import type { SignIn } from "../accounts/index.ts";
import { presentProposal, proposalSchema } from "../approvals/index.ts";
import {
  endSchema,
  endpointParams,
  endpointSchema,
  endpointsSchema,
  keySchema,
  pageQuery,
  presentEndpoint,
  registerSchema,
} from "./schema.ts";
import { endEndpoint, listEndpoints, proposeEndpoint } from "./service.ts";
import type { EndpointPlace, EndpointPorts } from "./service.ts";

export interface EndpointRoutes extends EndpointPorts {
  readonly signIn: SignIn;
  readonly cursors: Cursors;
  /** The pair that messages are signed with. */
  readonly signer: () => Pick<Signer, "name" | "publicKey">;
}

const tags = ["endpoints"];
const security = [{ bearer: [] }];
const json = <T>(schema: T) => ({ "application/json": { schema } });

const postEndpoint = createRoute({
  method: "post",
  path: "/api/v1/endpoints",
  operationId: "proposeEndpoint",
  tags,
  security,
  summary: "Ask that an address of an organisation be told of its feed; a second person of the centre decides",
  request: { body: { required: true, content: json(registerSchema) } },
  responses: { 202: { description: "Proposed.", content: json(proposalSchema) }, ...problemResponses },
});
const getEndpoints = createRoute({
  method: "get",
  path: "/api/v1/endpoints",
  operationId: "listEndpoints",
  tags,
  security,
  summary: "Addresses that are told, how far, and what they answered last; an organisation sees its own",
  request: { query: pageQuery },
  responses: { 200: { description: "Newest first.", content: json(endpointsSchema) }, ...problemResponses },
});
const postEnd = createRoute({
  method: "post",
  path: "/api/v1/endpoints/{endpoint}/end",
  operationId: "endEndpoint",
  tags,
  security,
  summary: "End an endpoint at once; its feed stays to be read",
  request: { params: endpointParams, body: { required: true, content: json(endSchema) } },
  responses: { 200: { description: "Ended.", content: json(endpointSchema) }, ...problemResponses },
});
const getKey = createRoute({
  method: "get",
  path: "/api/v1/endpoint-key",
  operationId: "readEndpointKey",
  tags,
  summary: "The public key under which messages to endpoints are signed (RFC 9421, RFC 8037)",
  responses: { 200: { description: "A JSON Web Key.", content: json(keySchema) }, ...problemResponses },
});

const PAGE = 100;

function placeIn(cursors: Cursors, list: string, cursor: string | undefined): Outcome<EndpointPlace | null> {
  if (cursor === undefined) return granted(null);
  const read = cursors.decode(list, cursor);
  if (!read.ok) return read;
  const [at, endpoint] = Array.isArray(read.value) ? (read.value as readonly unknown[]) : [];
  return typeof at === "number" && typeof endpoint === "string"
    ? granted({ at: new Date(at), endpoint })
    : refused({ code: "http.bad-cursor", kind: "invalid" });
}

/** Where the platform speaks first: asked for, listed, ended; and the key that it signs with. */
export function addEndpointRoutes(app: HttpApp, routes: EndpointRoutes): void {
  const { signIn, cursors, clock, signer } = routes;
  app.openapi(postEndpoint, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { documentNo, reason, ...wish } = c.req.valid("json");
    const asked = await proposeEndpoint(routes, by.value, { wish, documentNo, reason });
    if (!asked.ok) return refuse(c, asked.refusal);
    return c.json(presentProposal(asked.value, by.value, new Date(clock.now())), 202);
  });
  app.openapi(getEndpoints, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { cursor, organisation = null } = c.req.valid("query");
    const list = `endpoints:${by.value.account}:${organisation ?? ""}`;
    const after = placeIn(cursors, list, cursor);
    if (!after.ok) return refuse(c, after.refusal);
    const read = await listEndpoints(routes, by.value, { organisation, after: after.value, limit: PAGE });
    if (!read.ok) return refuse(c, read.refusal);
    const { items, origins } = read.value;
    const last = items.length === PAGE ? items.at(-1) : undefined;
    const next = last === undefined ? null : cursors.encode(list, [last.registeredAt.getTime(), last.endpoint]);
    return c.json({ items: items.map(presentEndpoint), next, origins }, 200);
  });
  app.openapi(postEnd, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const { endpoint } = c.req.valid("param");
    const ended = await endEndpoint(routes, by.value, { endpoint, ...c.req.valid("json") });
    return ended.ok ? c.json(presentEndpoint(ended.value), 200) : refuse(c, ended.refusal);
  });
  app.openapi(getKey, (c) => {
    c.header("cache-control", "public, max-age=300");
    const { name, publicKey } = signer();
    const x = publicKey.toString("base64url");
    return c.json({ kty: "OKP" as const, crv: "Ed25519" as const, kid: name, use: "sig" as const, x }, 200);
  });
}
