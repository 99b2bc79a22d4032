import { createRoute } from "@hono/zod-openapi";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import {
  assessmentParams,
  assessmentSchema,
  assessmentsQuery,
  assessmentsSchema,
  newAssessmentSchema,
  presentAssessment,
  presentAssessmentHead,
} from "../schema.ts";
import { ASSESSMENTS_A_PAGE, makeAssessment, readAssessment, readAssessments } from "../service/assess.ts";
import type { AssessmentPorts } from "../service/assess.ts";
import type { AssessmentPlace } from "../rules/assessment.ts";
import { api } from "../text.ts";

/** What the routes of assessments stand on. */
export interface AssessmentRoutes {
  readonly releasing: AssessmentPorts;
  readonly signIn: SignIn;
  readonly cursors: Cursors;
  readonly policy: () => PolicySnapshot;
}

const tags = [api.tag];
const security = [{ bearer: [] }];
const json = <S>(schema: S): { readonly content: { readonly "application/json": { readonly schema: S } } } => ({
  content: { "application/json": { schema } },
});

const postAssessment = createRoute({
  method: "post",
  path: "/api/v1/policy/assessments",
  operationId: "assessPolicyDraft",
  tags,
  security,
  summary: api.assess,
  request: { body: { required: true, ...json(newAssessmentSchema) } },
  responses: { 201: { description: api.assessment, ...json(assessmentSchema) }, ...problemResponses },
});
const getAssessments = createRoute({
  method: "get",
  path: "/api/v1/policy/assessments",
  operationId: "listPolicyAssessments",
  tags,
  security,
  summary: api.assessments,
  request: { query: assessmentsQuery },
  responses: { 200: { description: api.page, ...json(assessmentsSchema) }, ...problemResponses },
});
const getAssessment = createRoute({
  method: "get",
  path: "/api/v1/policy/assessments/{assessment}",
  operationId: "readPolicyAssessment",
  tags,
  security,
  summary: api.assessment,
  request: { params: assessmentParams },
  responses: { 200: { description: api.assessment, ...json(assessmentSchema) }, ...problemResponses },
});

function placeOf(cursors: Cursors, name: string, cursor: string | undefined): Outcome<AssessmentPlace | null> {
  if (cursor === undefined) return granted(null);
  const place = cursors.decode(name, cursor);
  if (!place.ok) return place;
  const [at, assessment] = Array.isArray(place.value) ? (place.value as readonly unknown[]) : [];
  return typeof at === "number" && typeof assessment === "string"
    ? granted({ at: new Date(at), assessment })
    : refused({ code: "http.bad-cursor", kind: "invalid" });
}

/** 防泛化审查: a draft is assessed before it is issued, and the report is kept. */
export function addAssessmentRoutes(app: HttpApp, { releasing, signIn, cursors, policy }: AssessmentRoutes): void {
  app.openapi(postAssessment, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const made = await makeAssessment(releasing, by.value, { ...c.req.valid("json"), policy: policy() });
    return made.ok ? c.json(presentAssessment(made.value), 201) : refuse(c, made.refusal);
  });
  app.openapi(getAssessments, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const name = `policy-assessments:${by.value.organisation}`;
    const before = placeOf(cursors, name, c.req.valid("query").cursor);
    if (!before.ok) return refuse(c, before.refusal);
    const found = await readAssessments(releasing, by.value, before.value);
    if (!found.ok) return refuse(c, found.refusal);
    const last = found.value.at(-1);
    const more = last !== undefined && found.value.length === ASSESSMENTS_A_PAGE;
    const next = more ? cursors.encode(name, [last.madeAt.getTime(), last.assessment]) : null;
    return c.json({ items: found.value.map(presentAssessmentHead), next }, 200);
  });
  app.openapi(getAssessment, async (c) => {
    c.header("cache-control", "no-store");
    const by = await signIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const kept = await readAssessment(releasing, by.value, c.req.valid("param").assessment);
    return kept.ok ? c.json(presentAssessment(kept.value), 200) : refuse(c, kept.refusal);
  });
}
