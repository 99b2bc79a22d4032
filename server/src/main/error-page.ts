import type { Context } from "hono";
import { dayOfInstant } from "../kernel/day.ts";
import type { Clock } from "../platform/clock.ts";
import type { ErrorPage, HttpEnv, StyledPage } from "../platform/http/http-app.ts";
import type { PolicySnapshot } from "../policy/snapshot.ts";
import { publicPages } from "../views/publicity/index.ts";
import { chromeAt } from "../views/site/index.ts";
import type { Chrome } from "../views/site/index.ts";
import { repeatable } from "./crowd.ts";

const told = [429, 500, 503] as const;
const UNREADABLE = 422;

/** A search that found no room keeps what was typed, so that it need only be sent again. */
function busySearch(c: Context<HttpEnv>, chrome: Chrome): StyledPage {
  const { render, contentSecurityPolicy } = publicPages.results;
  const query = repeatable(c.req.query("q") ?? "");
  const scope = { providers: 0, completeThrough: null, unchecked: [] };
  const model = { query, problem: "busy", items: [], more: false, nextHref: null, scope } as const;
  return { html: String(render(model, { ...chrome, path: c.req.path })), contentSecurityPolicy };
}

/** What browsers are shown when something is not there or cannot be answered now. Never-existed and ended look the same. */
export function createErrorPage(site: {
  readonly name: string;
  readonly clock: Clock;
  readonly currentPolicy: () => PolicySnapshot;
}): (page: ErrorPage, c: Context<HttpEnv>) => string | StyledPage {
  let known: PolicySnapshot | undefined;
  const lastPolicy = (): PolicySnapshot => {
    // The law of the day may be what cannot be read: the error page then stands on the last that could.
    try {
      known = site.currentPolicy();
    } catch (error) {
      if (known === undefined) throw error;
    }
    return known;
  };
  return (page, c) => {
    const now = site.clock.now();
    const policy = lastPolicy();
    const status = told.find((one) => one === page.status) ?? (404 as const);
    const moment = { now, today: dayOfInstant(now), policy };
    const chrome = chromeAt(moment, { siteName: site.name, large: false, path: "/" });
    if (page.code === "http.busy" && c.req.path === "/subjects") return busySearch(c, chrome);
    const model = {
      status: page.code === "http.busy" ? ("busy" as const) : status,
      retryAfterSeconds: page.retrySeconds,
      incident: status === 500 ? page.number : null,
      // What was typed is nobody's: its fault may be told. All else looks like what never was.
      own: page.status === UNREADABLE ? { title: page.title, says: page.detail } : null,
    };
    return String(publicPages.problem.render(model, chrome));
  };
}
