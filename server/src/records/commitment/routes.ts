import { createRoute, z } from "@hono/zod-openapi";
import type { SignIn } from "../../foundation/accounts/index.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Cursors } from "../../platform/http/cursor.ts";
import { refuse } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import {
  commitmentParams,
  commitmentSchema,
  draftSchema,
  givingSchema,
  judgementSchema,
  listSchema,
  pageQuery,
  presentCommitment,
  presentWording,
  wordingSchema,
} from "./schema.ts";
import {
  draftCommitment,
  giveCommitment,
  judgeCommitment,
  ownCommitments,
  receivedCommitments,
} from "./service/commitment.ts";
import type { CommitmentPorts, CommitmentView } from "./service/commitment.ts";
import type { CommitmentPlace } from "./rules.ts";

/** What the routes stand on. */
export interface CommitmentRoutes {
  readonly ports: CommitmentPorts;
  readonly signIn: SignIn;
  /** Lets a frozen account of a subject in: nobody can be frozen out of seeing what he promised. */
  readonly signInToRights: SignIn;
  readonly cursors: Cursors;
}

/** Every item carries its whole wording. */
const PAGE_SIZE = 50;

type JsonContent<S extends z.ZodType> = { readonly "application/json": { readonly schema: S } };

function jsonOf<S extends z.ZodType>(schema: S, description: string): { description: string; content: JsonContent<S> } {
  return { description, content: { "application/json": { schema } } };
}

function bodyOf<S extends z.ZodType>(schema: S): { content: JsonContent<S>; required: true } {
  return { content: { "application/json": { schema } }, required: true };
}

const tags = ["commitments"];
const security = [{ bearer: [] }];

const postDraft = createRoute({
  method: "post",
  path: "/api/v1/commitments/drafts",
  operationId: "draftCommitment",
  tags,
  security,
  summary: "The wording of a commitment, for the subject to read before it is signed; nothing is kept",
  request: { body: bodyOf(draftSchema) },
  responses: { 200: jsonOf(wordingSchema, "The wording and its digest."), ...problemResponses },
});
const postCommitment = createRoute({
  method: "post",
  path: "/api/v1/commitments",
  operationId: "giveCommitment",
  tags,
  security,
  summary:
    "Sign a commitment for one's own enterprise, proved anew; or register one that was signed on paper at a hall",
  request: { body: bodyOf(givingSchema) },
  responses: { 201: jsonOf(commitmentSchema, "Given."), ...problemResponses },
});
const getOwn = createRoute({
  method: "get",
  path: "/api/v1/own/commitments",
  operationId: "listOwnCommitments",
  tags,
  security,
  summary: "What one's own enterprise promised, the newest first",
  request: { query: pageQuery },
  responses: { 200: jsonOf(listSchema, "Fifty at a time."), ...problemResponses },
});
const getReceived = createRoute({
  method: "get",
  path: "/api/v1/commitments",
  operationId: "listReceivedCommitments",
  tags,
  security,
  summary: "What was promised to one's own organisation, the newest first",
  request: { query: pageQuery },
  responses: { 200: jsonOf(listSchema, "Fifty at a time."), ...problemResponses },
});
const postJudgement = createRoute({
  method: "post",
  path: "/api/v1/commitments/{commitment}/judgements",
  operationId: "judgeCommitment",
  tags,
  security,
  summary: "Say what became of a promise made to one's own organisation; added to what was said before",
  request: { params: commitmentParams, body: bodyOf(judgementSchema) },
  responses: { 200: jsonOf(commitmentSchema, "Said."), ...problemResponses },
});

function addGiving(app: HttpApp, { ports, signIn }: CommitmentRoutes): void {
  app.openapi(postDraft, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const draft = await draftCommitment(ports, who.value, c.req.valid("json"));
    if (!draft.ok) return refuse(c, draft.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentWording(draft.value), 200);
  });
  app.openapi(postCommitment, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const { draft, digest, hall, ...wish } = c.req.valid("json");
    const given = await giveCommitment(ports, who.value, { wish, draft, digest, hall });
    if (!given.ok) return refuse(c, given.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentCommitment(given.value), 201);
  });
}

type Page = z.infer<typeof listSchema>;

interface Asked {
  readonly cursors: Cursors;
  /** What a cursor is good for. */
  readonly list: string;
  readonly cursor: string | undefined;
}

/** A page of a list, with the cursor of the next one. */
async function pageOf(
  { cursors, list, cursor }: Asked,
  load: (page: {
    readonly after: CommitmentPlace | null;
    readonly limit: number;
  }) => Promise<Outcome<CommitmentView[]>>,
): Promise<Outcome<Page>> {
  const after = placeOf(cursors, list, cursor);
  if (!after.ok) return after;
  const items = await load({ after: after.value, limit: PAGE_SIZE });
  if (!items.ok) return items;
  const last = items.value.length === PAGE_SIZE ? items.value.at(-1)?.kept : undefined;
  const next = last === undefined ? null : cursors.encode(list, `${last.givenAt.getTime()} ${last.commitment}`);
  return granted({ items: items.value.map(presentCommitment), next });
}

function placeOf(cursors: Cursors, list: string, cursor: string | undefined): Outcome<CommitmentPlace | null> {
  if (cursor === undefined) return granted(null);
  const place = cursors.decode(list, cursor);
  if (!place.ok) return place;
  const [at = "", commitment = ""] = typeof place.value === "string" ? place.value.split(" ") : [];
  return granted({ givenAt: new Date(Number(at)), commitment });
}

/** `/api/v1/commitments`: promised by subjects, read by both sides, judged by whom they were made to. */
export function addCommitmentRoutes(app: HttpApp, routes: CommitmentRoutes): void {
  const { ports, signIn, signInToRights, cursors } = routes;
  addGiving(app, routes);
  app.openapi(getOwn, async (c) => {
    const who = await signInToRights(c);
    if (!who.ok) return refuse(c, who.refusal);
    const asked = { cursors, list: `own-commitments:${who.value.organisation}`, cursor: c.req.valid("query").cursor };
    const page = await pageOf(asked, (at) => ownCommitments(ports, who.value, at));
    if (!page.ok) return refuse(c, page.refusal);
    c.header("cache-control", "no-store");
    return c.json(page.value, 200);
  });
  app.openapi(getReceived, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const asked = { cursors, list: `commitments:${who.value.organisation}`, cursor: c.req.valid("query").cursor };
    const page = await pageOf(asked, (at) => receivedCommitments(ports, who.value, at));
    if (!page.ok) return refuse(c, page.refusal);
    c.header("cache-control", "no-store");
    return c.json(page.value, 200);
  });
  app.openapi(postJudgement, async (c) => {
    const who = await signIn(c);
    if (!who.ok) return refuse(c, who.refusal);
    const { commitment } = c.req.valid("param");
    const said = await judgeCommitment(ports, who.value, { ...c.req.valid("json"), commitment });
    if (!said.ok) return refuse(c, said.refusal);
    c.header("cache-control", "no-store");
    return c.json(presentCommitment(said.value), 200);
  });
}
