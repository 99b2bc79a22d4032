import { dayOfInstant } from "../kernel/day.ts";
import type { Clock } from "../platform/clock.ts";
import type { ErrorPage } from "../platform/http/http-app.ts";
import type { PolicySnapshot } from "../policy/snapshot.ts";
import { publicPages } from "../views/publicity/index.ts";
import { chromeAt } from "../views/site/index.ts";

const told = [429, 500, 503] as const;

/** What browsers are shown when something is not there or cannot be answered now. Never-existed and ended look the same. */
export function createErrorPage(site: {
  readonly name: string;
  readonly clock: Clock;
  readonly currentPolicy: () => PolicySnapshot;
}): (page: ErrorPage) => string {
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
  return (page) => {
    const now = site.clock.now();
    const policy = lastPolicy();
    const status = told.find((one) => one === page.status) ?? (404 as const);
    const moment = { now, today: dayOfInstant(now), policy };
    const chrome = chromeAt(moment, { siteName: site.name, large: false, path: "/" });
    const model = {
      status: status satisfies 404 | 429 | 500 | 503,
      retryAfterSeconds: status === 429 || status === 503 ? 5 : null,
      incident: status === 500 ? page.number : null,
    };
    return String(publicPages.problem.render(model, chrome));
  };
}
