import type { HttpApp } from "../../../platform/http/http-app.ts";
import { addAlertRoutes } from "./alert-routes.ts";
import type { AccessRoutes } from "./context.ts";
import { addDelayRoutes } from "./delay-routes.ts";
import { addJustificationRoutes } from "./justification-routes.ts";
import { addPublicRoutes } from "./public-routes.ts";
import { addTrailRoutes } from "./trail-routes.ts";

/** Draws, roots and delays for everybody; justifications, alerts and delays for whom they concern; the trail, and today. */
export function addAccessRoutes(app: HttpApp, routes: AccessRoutes): void {
  addPublicRoutes(app, routes);
  addJustificationRoutes(app, routes);
  addAlertRoutes(app, routes);
  addDelayRoutes(app, routes);
  addTrailRoutes(app, routes);
}
