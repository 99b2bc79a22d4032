import type { Cursors } from "../../platform/http/cursor.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { addPublicApi } from "./routes/api.ts";
import { addPublicLists } from "./routes/lists.ts";
import { addPublicSite } from "./routes/site.ts";
import { openPublicity } from "./service.ts";
import type { PublicityDeps } from "./service.ts";

export interface PublicityWiring extends PublicityDeps {
  readonly cursors: Cursors;
  readonly site: { readonly name: string };
}

/** Everything the public may ask: the site at `/` and the API below `/api/v1`. All of it is GET and changes nothing. */
export function addPublicityRoutes(app: HttpApp, wiring: PublicityWiring): void {
  const publicity = openPublicity(wiring);
  addPublicApi(app, { publicity, cursors: wiring.cursors });
  addPublicLists(app, { publicity, cursors: wiring.cursors, site: wiring.site });
  addPublicSite(app, { publicity, cursors: wiring.cursors, site: wiring.site });
}
