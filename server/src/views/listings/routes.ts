import { refusePage } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { cite } from "../guidance/index.ts";
import { answerPage, momentOf, untilTonight } from "../site/index.ts";
import type { Present, SiteName } from "../site/index.ts";
import { listingPages as pages } from "./pages.ts";
import { listModel, registryModel } from "./rules.ts";

export interface ListingWiring extends Present {
  readonly site: SiteName;
}

const KEPT_SECONDS = 300;

/** `/rules/lists`: the procedures of lists, about nobody in particular. */
export function addListingRoutes(app: HttpApp, wiring: ListingWiring): void {
  const { site } = wiring;
  app.get("/rules/lists", (c) => {
    const moment = momentOf(wiring);
    const model = registryModel({ policy: moment.policy, cite });
    return answerPage(c, pages.registry, { model, moment, site, caching: untilTonight(moment, KEPT_SECONDS) });
  });
  app.get("/rules/lists/:list", (c) => {
    const moment = momentOf(wiring);
    const model = listModel({ policy: moment.policy, cite }, c.req.param("list"));
    if (model === null) return refusePage(c, { code: "listings.unknown-list", kind: "absent" });
    return answerPage(c, pages.list, { model, moment, site, caching: untilTonight(moment, KEPT_SECONDS) });
  });
}
