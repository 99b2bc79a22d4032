import type { HttpApp } from "../../platform/http/http-app.ts";
import { addAssessmentRoutes } from "./routes/assessment-routes.ts";
import type { AssessmentRoutes } from "./routes/assessment-routes.ts";
import { addDraftRoutes } from "./routes/draft-routes.ts";
import type { DraftRoutes } from "./routes/draft-routes.ts";
import { addReleaseRoutes } from "./routes/release-routes.ts";
import type { ReleaseRoutes } from "./routes/release-routes.ts";
import { addTextRoutes } from "./routes/text-routes.ts";

/** Everything that the policy office stands on. */
export type PolicyOfficeWiring = DraftRoutes & ReleaseRoutes & AssessmentRoutes;

/** Drafts for those who write policy; releases for everybody. */
export function addPolicyOfficeRoutes(app: HttpApp, wiring: PolicyOfficeWiring): void {
  addDraftRoutes(app, wiring);
  addTextRoutes(app, wiring);
  addAssessmentRoutes(app, wiring);
  addReleaseRoutes(app, wiring);
}
