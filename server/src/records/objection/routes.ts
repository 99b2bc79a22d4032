import type { HttpApp } from "../../platform/http/http-app.ts";
import { addMarkRoutes } from "./routes/mark-routes.ts";
import { addOfficeRoutes } from "./routes/office-routes.ts";
import { addOwnRoutes } from "./routes/own-routes.ts";
import type { ObjectionRoutes } from "./routes/context.ts";

/** `/api/v1/own/objections`, `/api/v1/objections`, `/api/v1/marks`. */
export function addObjectionRoutes(app: HttpApp, routes: ObjectionRoutes): void {
  addOwnRoutes(app, routes);
  addOfficeRoutes(app, routes);
  addMarkRoutes(app, routes);
}
