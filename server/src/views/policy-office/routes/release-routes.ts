// What was released is for everybody: as data, and as pages.
import { createRoute } from "@hono/zod-openapi";
import { readRelease, readReleases, RELEASES_A_PAGE } from "../../../foundation/releases/index.ts";
import type { ReleasePorts } from "../../../foundation/releases/index.ts";
import { refuse, refusePage } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { answerPage, momentOf, unchanged, untilTonight } from "../../site/index.ts";
import type { Present, SiteName } from "../../site/index.ts";
import { officePages } from "../pages.ts";
import {
  presentRelease,
  presentReleaseHead,
  releaseParams,
  releaseSchema,
  releasesQuery,
  releasesSchema,
} from "../schema.ts";
import { api } from "../text.ts";

/** What the public side stands on. */
export interface ReleaseRoutes extends Present {
  readonly db: ReleasePorts["db"];
  readonly site: SiteName;
}

/** A release confirmed now is read by everybody within a minute. */
const KEPT_SECONDS = 30;

const tags = [api.tag];
const unaltered = { 304: { description: api.unchanged } };

const getReleases = createRoute({
  method: "get",
  path: "/api/v1/policy/releases",
  operationId: "listPolicyReleases",
  tags,
  summary: api.releases,
  request: { query: releasesQuery },
  responses: {
    200: { description: api.page, content: { "application/json": { schema: releasesSchema } } },
    ...unaltered,
    ...problemResponses,
  },
});
const getRelease = createRoute({
  method: "get",
  path: "/api/v1/policy/releases/{number}",
  operationId: "readPolicyRelease",
  tags,
  summary: api.release,
  request: { params: releaseParams },
  responses: {
    200: { description: api.release, content: { "application/json": { schema: releaseSchema } } },
    ...unaltered,
    ...problemResponses,
  },
});

export function addReleaseRoutes(app: HttpApp, routes: ReleaseRoutes): void {
  addApi(app, routes);
  addPages(app, routes);
}

function addApi(app: HttpApp, routes: ReleaseRoutes): void {
  app.openapi(getReleases, async (c) => {
    const moment = momentOf(routes);
    const found = await readReleases(routes, c.req.valid("query").below ?? null);
    const items = found.map((release) => presentReleaseHead(release, moment.today));
    const body = { items, next: found.length === RELEASES_A_PAGE ? (items.at(-1)?.number ?? null) : null };
    const version = { parts: ["releases", JSON.stringify(body)], caching: untilTonight(moment, KEPT_SECONDS) };
    return unchanged(c, moment, version) ?? c.json(body, 200);
  });
  app.openapi(getRelease, async (c) => {
    const moment = momentOf(routes);
    const found = await readRelease(routes, c.req.valid("param").number);
    if (!found.ok) return refuse(c, found.refusal);
    const body = presentRelease(found.value, moment.today);
    const parts = ["release", body.number, body.state];
    return unchanged(c, moment, { parts, caching: untilTonight(moment, KEPT_SECONDS) }) ?? c.json(body, 200);
  });
}

function addPages(app: HttpApp, routes: ReleaseRoutes): void {
  const { site } = routes;
  app.get("/policy/releases", async (c) => {
    const moment = momentOf(routes);
    const below = releasesQuery.safeParse({ below: c.req.query("below") });
    const found = await readReleases(routes, below.data?.below ?? null);
    const releases = found.map((release) => presentReleaseHead(release, moment.today));
    const model = { releases, more: found.length === RELEASES_A_PAGE };
    return answerPage(c, officePages.releases, { model, moment, site, caching: untilTonight(moment, KEPT_SECONDS) });
  });
  app.get("/policy/releases/:number", async (c) => {
    const moment = momentOf(routes);
    const asked = releaseParams.safeParse({ number: c.req.param("number") });
    if (!asked.success) return refusePage(c, { code: "releases.unknown-release", kind: "absent" });
    const found = await readRelease(routes, asked.data.number);
    if (!found.ok) return refusePage(c, found.refusal);
    const model = presentRelease(found.value, moment.today);
    return answerPage(c, officePages.release, { model, moment, site, caching: untilTonight(moment, KEPT_SECONDS) });
  });
}
