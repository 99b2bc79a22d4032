import type { HttpApp } from "../../platform/http/http-app.ts";
import { addDraftRoutes } from "./routes/draft-routes.ts";
import type { DraftRoutes } from "./routes/draft-routes.ts";
import { addReleaseRoutes } from "./routes/release-routes.ts";
import type { ReleaseRoutes } from "./routes/release-routes.ts";

/** Everything that the policy office stands on. */
export type PolicyOfficeWiring = DraftRoutes & ReleaseRoutes;

/** Drafts for those who write policy; releases for everybody. */
export function addPolicyOfficeRoutes(app: HttpApp, wiring: PolicyOfficeWiring): void {
  addDraftRoutes(app, wiring);
  addReleaseRoutes(app, wiring);
}
