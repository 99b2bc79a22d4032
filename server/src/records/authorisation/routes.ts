import { createRoute, z } from "@hono/zod-openapi";
import { requireStepUp, signInEntitled } from "../../foundation/accounts/index.ts";
import type { SignIn } from "../../foundation/accounts/index.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Cursors } from "../../platform/http/cursor.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import type { Authorisation } from "./rules/authorisation.ts";
import {
  authorisationFileSchema,
  authorisationParams,
  authorisationSchema,
  draftSchema,
  givenSchema,
  givingSchema,
  listSchema,
  pageQuery,
  presentAuthorisation,
  presentFile,
  presentGiven,
  presentWording,
  revocationSchema,
  wordingSchema,
} from "./schema.ts";
import { draftAuthorisation, giveAuthorisation } from "./service/give.ts";
import { authorisationKey } from "./service/note.ts";
import type { AuthorisationPorts } from "./service/ports.ts";
import { ownAuthorisation, ownAuthorisations, pageSize } from "./service/read.ts";
import { revokeAuthorisation } from "./service/revoke.ts";

/** What the routes stand on. */
export interface AuthorisationRoutes {
  readonly ports: AuthorisationPorts;
  readonly signIn: SignIn;
  /** Lets a frozen account of a subject in: nobody can be frozen out of seeing and revoking what he gave. */
  readonly signInToRights: SignIn;
  readonly cursors: Cursors;
}

type JsonContent<S extends z.ZodType> = { readonly "application/json": { readonly schema: S } };

function jsonOf<S extends z.ZodType>(schema: S, description: string): { description: string; content: JsonContent<S> } {
  return { description, content: { "application/json": { schema } } };
}

function bodyOf<S extends z.ZodType>(schema: S): { content: JsonContent<S>; required: true } {
  return { content: { "application/json": { schema } }, required: true };
}

const tags = ["authorisations"];
const security = [{ bearer: [] }];

const postDraft = createRoute({
  method: "post",
  path: "/api/v1/authorisations/drafts",
  operationId: "draftAuthorisation",
  tags,
  security,
  summary: "The wording of an authorisation, for the subject to read before it is given; nothing is kept",
  request: { body: bodyOf(draftSchema) },
  responses: { 200: jsonOf(wordingSchema, "The wording and its digest."), ...problemResponses },
});
const postAuthorisation = createRoute({
  method: "post",
  path: "/api/v1/authorisations",
  operationId: "giveAuthorisation",
  tags,
  security,
  summary: "Give an authorisation: the subject in its portal, or a hall with the paper in hand",
  request: { body: bodyOf(givingSchema) },
  responses: { 201: jsonOf(givenSchema, "Given; with the signed artefact."), ...problemResponses },
});
const getAuthorisations = createRoute({
  method: "get",
  path: "/api/v1/authorisations",
  operationId: "listAuthorisations",
  tags,
  security,
  summary: "One's own authorisations, the newest first: what one gave, or what one was given",
  request: { query: pageQuery },
  responses: { 200: jsonOf(listSchema, "A hundred at a time."), ...problemResponses },
});
const getAuthorisation = createRoute({
  method: "get",
  path: "/api/v1/authorisations/{authorisation}",
  operationId: "readAuthorisation",
  tags,
  security,
  summary: "One's own authorisation with its wording",
  request: { params: authorisationParams },
  responses: { 200: jsonOf(authorisationFileSchema, "The authorisation."), ...problemResponses },
});
const getArtefact = createRoute({
  method: "get",
  path: "/api/v1/authorisations/{authorisation}/artefact",
  operationId: "readAuthorisationArtefact",
  tags,
  security,
  summary: "The signed artefact of one's own authorisation",
  request: { params: authorisationParams },
  responses: {
    200: { description: "A signed note.", content: { "text/plain": { schema: z.string() } } },
    ...problemResponses,
  },
});
const postRevocation = createRoute({
  method: "post",
  path: "/api/v1/authorisations/{authorisation}/revocation",
  operationId: "revokeAuthorisation",
  tags,
  security,
  summary: "Revoke at once: the subject without a reason, a hall on the subject's paper, or the grantee who renounces",
  request: { params: authorisationParams, body: bodyOf(revocationSchema) },
  responses: { 200: jsonOf(authorisationSchema, "Revoked, now or before."), ...problemResponses },
});
const getKey = createRoute({
  method: "get",
  path: "/api/v1/authorisation-key",
  operationId: "readAuthorisationKey",
  tags,
  summary: "The public key by which artefacts are verified",
  responses: {
    200: { description: "A verifier key of a signed note.", content: { "text/plain": { schema: z.string() } } },
  },
});

function addGiving(app: HttpApp, { ports, signIn }: AuthorisationRoutes): void {
  app.openapi(postDraft, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const { subject, ...terms } = c.req.valid("json");
    const draft = await draftAuthorisation(ports, who.value, { terms, subject });
    if (!draft.ok) return refuse(c, draft.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentWording(draft.value), 200);
  });
  app.openapi(postAuthorisation, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const { draft, consent, hall, ...terms } = c.req.valid("json");
    // In the portal nobody but the person himself stands for the consent: it is he, now. A hall has the paper.
    const isPortal = hall === null && who.value.role === "enterprise";
    const proved = isPortal ? requireStepUp(who.value, ports.clock.now()) : granted(undefined);
    if (!proved.ok) return refuse(c, proved.refusal);
    const wish = { terms, draft, consent, subject: hall?.subject ?? null, paper: hall };
    const given = await giveAuthorisation(ports, who.value, wish);
    if (!given.ok) return refuse(c, given.refusal);
    c.header("cache-control", "no-store");
    c.header("location", `/api/v1/authorisations/${given.value.authorisation.authorisation}`);
    return c.json(presentGiven(given.value, ports.clock.today()), 201);
  });
}

function addReading(app: HttpApp, routes: AuthorisationRoutes): void {
  const { ports } = routes;
  app.openapi(getAuthorisations, async (c) => {
    const who = await signInEntitled(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const list = `authorisations:${who.value.organisation}:${who.value.role}`;
    const place = placeOf(routes.cursors, list, c.req.valid("query").cursor);
    if (!place.ok) return refuse(c, place.refusal);
    const items = await ownAuthorisations(ports, who.value, place.value);
    if (!items.ok) return refuse(c, items.refusal);
    const last = items.value.length === pageSize ? items.value.at(-1) : undefined;
    const next = last === undefined ? null : routes.cursors.encode(list, writePlace(last));
    const today = ports.clock.today();
    c.header("cache-control", "no-store");
    return c.json({ items: items.value.map((one) => presentAuthorisation(one, today)), next }, 200);
  });
  app.openapi(getAuthorisation, async (c) => {
    const who = await signInEntitled(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const file = await ownAuthorisation(ports, who.value, c.req.valid("param").authorisation);
    if (!file.ok) return refuse(c, file.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentFile(file.value, ports.clock.today()), 200);
  });
  app.openapi(getArtefact, async (c) => {
    const who = await signInEntitled(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const file = await ownAuthorisation(ports, who.value, c.req.valid("param").authorisation);
    if (!file.ok) return refuse(c, file.refusal);
    if (file.value.artefact === null) return refuse(c, { code: "authorisation.unknown", kind: "absent" });
    c.header("cache-control", "no-store");
    return c.text(file.value.artefact.note, 200);
  });
  app.openapi(getKey, (c) => c.text(`${authorisationKey(ports)}\n`, 200));
}

/** `/api/v1/authorisations`: given, listed, read, checked and revoked by the two sides and by halls. */
export function addAuthorisationRoutes(app: HttpApp, routes: AuthorisationRoutes): void {
  const { ports } = routes;
  addGiving(app, routes);
  addReading(app, routes);
  app.openapi(postRevocation, async (c) => {
    const who = await signInEntitled(routes, c);
    if (!who.ok) return refuse(c, who.refusal);
    const { authorisation } = c.req.valid("param");
    const revoked = await revokeAuthorisation(ports, who.value, { authorisation, hall: c.req.valid("json").hall });
    if (!revoked.ok) return refuse(c, revoked.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentAuthorisation(revoked.value, ports.clock.today()), 200);
  });
}

interface ListPlace {
  readonly givenAt: Date;
  readonly authorisation: string;
}

function writePlace({ givenAt, authorisation }: Authorisation): string {
  return `${givenAt.getTime()} ${authorisation}`;
}

function placeOf(cursors: Cursors, list: string, cursor: string | undefined): Outcome<ListPlace | null> {
  if (cursor === undefined) return granted(null);
  const place = cursors.decode(list, cursor);
  if (!place.ok) return place;
  const [at = "", authorisation = ""] = typeof place.value === "string" ? place.value.split(" ") : [];
  return granted({ givenAt: new Date(Number(at)), authorisation });
}
