import { createRoute } from "@hono/zod-openapi";
import { readText, readTexts } from "../../../foundation/releases/index.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { textQuery, textSchema, textsSchema } from "../schema.ts";
import { api } from "../text.ts";
import type { DraftRoutes } from "./draft-routes.ts";

const tags = [api.tag];
const security = [{ bearer: [] }];

const getTexts = createRoute({
  method: "get",
  path: "/api/v1/policy/texts",
  operationId: "listPolicyTexts",
  tags,
  security,
  summary: api.texts,
  responses: {
    200: { description: api.texts, content: { "application/json": { schema: textsSchema } } },
    ...problemResponses,
  },
});
const getText = createRoute({
  method: "get",
  path: "/api/v1/policy/text",
  operationId: "readPolicyText",
  tags,
  security,
  summary: api.text,
  request: { query: textQuery },
  responses: {
    200: { description: api.text, content: { "application/json": { schema: textSchema } } },
    ...problemResponses,
  },
});

/** What the policy of today says, file by file: a draft begins from it. */
export function addTextRoutes(app: HttpApp, { releasing, signIn }: Pick<DraftRoutes, "releasing" | "signIn">): void {
  app.openapi(getTexts, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const texts = await readTexts(releasing, by.value);
    if (!texts.ok) return refuse(c, texts.refusal);
    return c.json({ items: texts.value.map(({ layer, path }) => ({ layer, path })) }, 200);
  });
  app.openapi(getText, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const text = await readText(releasing, by.value, c.req.valid("query"));
    return text.ok ? c.json({ ...text.value }, 200) : refuse(c, text.refusal);
  });
}
