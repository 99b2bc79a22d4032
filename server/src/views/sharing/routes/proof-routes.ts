import { createRoute } from "@hono/zod-openapi";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { lookParams, lookProofSchema, presentProof } from "../schema.ts";
import { proofOfOwnLook } from "../service/proof.ts";
import type { SharingDeps } from "../service/query.ts";
import { api } from "../text.ts";

const proofRoute = createRoute({
  method: "get",
  path: "/api/v1/own/looks/{look}/proof",
  operationId: "proveOwnLook",
  tags: [api.tag],
  security: [{ bearer: [] }],
  summary: api.proof,
  request: { params: lookParams },
  responses: {
    200: { description: api.proof, content: { "application/json": { schema: lookProofSchema } } },
    ...problemResponses,
  },
});

/** The proof of a look at oneself; a right, so that nobody is frozen out of it. */
export function addProofRoute(app: HttpApp, wiring: SharingDeps & { readonly ownSignIn: SignIn }): void {
  app.openapi(proofRoute, async (c) => {
    c.header("cache-control", "no-store");
    const by = await wiring.ownSignIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const proof = await proofOfOwnLook(wiring, by.value, c.req.valid("param").look);
    return proof.ok ? c.json(presentProof(proof.value), 200) : refuse(c, proof.refusal);
  });
}
