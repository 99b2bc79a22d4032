import { createRoute } from "@hono/zod-openapi";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { problemResponses } from "../../platform/http/problem.ts";
import { answerPage, unchanged, untilTonight } from "../site/index.ts";
import type { Moment, SiteName } from "../site/index.ts";
import { coveragePages } from "./pages.ts";
import type { CoverageModel } from "./pages/coverage.ts";
import { coverageStates } from "./rules.ts";
import { coverageSchema, presentReceived } from "./schema.ts";
import { openCoverage } from "./service.ts";
import type { Coverage, CoverageDeps, CoverageSource } from "./service.ts";
import { apiText } from "./text.ts";

export interface CoverageWiring extends CoverageDeps {
  readonly site: SiteName;
}

const keptSeconds = 30;

const route = createRoute({
  method: "get",
  tags: [apiText.tag],
  path: "/api/v1/coverage",
  operationId: "readCoverage",
  summary: apiText.summary,
  responses: {
    200: { description: apiText.answer, content: { "application/json": { schema: coverageSchema } } },
    304: { description: apiText.unchanged },
    ...problemResponses,
  },
});

/** `/coverage` and `/api/v1/coverage`. What a filter names that does not exist narrows nothing. */
export function addCoverageRoutes(app: HttpApp, wiring: CoverageWiring): void {
  const coverage = openCoverage(wiring);
  addApi(app, coverage);
  app.get("/coverage", async (c) => {
    const moment = coverage.moment();
    const asked = { entry: c.req.query("entry"), provider: c.req.query("provider"), state: c.req.query("state") };
    const model = modelOf(await coverage.sources(moment), asked, moment);
    const caching = untilTonight(moment, keptSeconds);
    return answerPage(c, coveragePages.coverage, { model, moment, site: wiring.site, caching });
  });
}

function addApi(app: HttpApp, coverage: Coverage): void {
  app.openapi(route, async (c) => {
    const moment = coverage.moment();
    const sources = await coverage.sources(moment);
    const body = { items: sources.map(presentReceived), day: moment.today, region: moment.policy.region };
    const version = { parts: ["coverage", JSON.stringify(body)], caching: untilTonight(moment, keptSeconds) };
    return unchanged(c, moment, version) ?? c.json(body, 200);
  });
}

function modelOf(
  sources: readonly CoverageSource[],
  asked: Readonly<Record<"entry" | "provider" | "state", string | undefined>>,
  { policy }: Moment,
): CoverageModel {
  const entries = [...new Map(sources.map((one) => [one.entry, one.entryTitle]))].map(([id, title]) => ({
    id,
    title,
    termDays: policy.entries.get(id)?.updateTerm?.workingDays ?? null,
  }));
  const providers = [...new Map(sources.map((one) => [one.provider, one.providerName]))].map(([uscc, name]) => ({
    uscc,
    name,
  }));
  return {
    sources,
    entries,
    providers,
    filter: {
      entry: entries.find((one) => one.id === asked.entry)?.id ?? null,
      provider: providers.find((one) => one.uscc === asked.provider)?.uscc ?? null,
      state: coverageStates.find((one) => one === asked.state) ?? null,
    },
  };
}
