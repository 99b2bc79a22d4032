import type { Cursors } from "../../platform/http/cursor.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import type { SiteName } from "../site/index.ts";
import { addFiguresApi } from "./routes/api.ts";
import { addFiguresSite } from "./routes/site.ts";
import { openFigures } from "./service.ts";
import type { FiguresDeps } from "./service.ts";

export interface FiguresWiring extends FiguresDeps {
  readonly cursors: Cursors;
  readonly site: SiteName;
}

/** `/figures` and `/api/v1/figures/dual-publicity`. All of it is GET and changes nothing. */
export function addFiguresRoutes(app: HttpApp, wiring: FiguresWiring): void {
  const figures = openFigures(wiring);
  addFiguresApi(app, { figures, cursors: wiring.cursors });
  addFiguresSite(app, { figures, cursors: wiring.cursors, site: wiring.site });
}
