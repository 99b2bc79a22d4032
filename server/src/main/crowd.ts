// How the platform meets crowds and robots: what is refused first, who may ask how much, what robots are asked.
import type { Context } from "hono";
import { foldName } from "../kernel/fold.ts";
import { isUscc } from "../kernel/uscc.ts";
import { bearsSession } from "../foundation/accounts/index.ts";
import type { SignIn } from "../foundation/accounts/index.ts";
import type { Database } from "../platform/database/pool.ts";
import { createGate } from "../platform/http/admission.ts";
import type { Capacity, LoadClass, Room, SheddableClass } from "../platform/http/admission.ts";
import { admit, countTurnedAway } from "../platform/http/admit.ts";
import { createFailureGuard } from "../platform/http/failure-guard.ts";
import type { FailureGuard } from "../platform/http/failure-guard.ts";
import type { HttpApp, HttpEnv } from "../platform/http/http-app.ts";
import { watchLoopDelay } from "../platform/http/loop-delay.ts";
import { ACCOUNT, VISITOR, createRateLimiter, limitRate } from "../platform/http/rate-limit.ts";
import type { CallerOf } from "../platform/http/rate-limit.ts";
import { addressKey, isLoopback, remoteAddress } from "../platform/http/remote-address.ts";
import { robotsText } from "../platform/http/robots.ts";
import type { Metrics } from "../platform/observability/metrics.ts";

const CALLERS_MAX = 50_000;

/** Reading connections of the database, as `openDatabase` opens them. */
const READERS = 8;
/** Pages are refused where they would wait for seconds: two cores answer some hundreds of them a second. */
const CAPACITY: Capacity = { crowd: 32, inFlight: 600, loopDelayMs: 800, waitingReads: 500 };
/** Searches and downloads together never take the last connection: a page always finds one. */
const ROOMS: Readonly<Record<SheddableClass, Room>> = {
  bulk: { seats: 2, queue: 8, waitMs: 10_000 },
  search: { seats: READERS - 3, queue: 300, waitMs: 8000 },
  page: { seats: Number.POSITIVE_INFINITY, queue: 0, waitMs: 0 },
};

const WORK =
  /^\/api\/v1\/(?:batches|submissions|completeness|mappings|receipt-key|sessions?)(?:\/|$)|^\/sign-in(?:\/|$)/;
const SEARCH = /^(?:\/api\/v1)?\/subjects$|^\/lists\/.|^(?:\/api\/v1)?\/figures(?:\/|$)/;
const CHEAP: ReadonlySet<string> = new Set(["/api/v1/openapi.json", "/type-size"]);
const BULK =
  /\.(?:csv|xlsx|json|jsonl|ndjson|parquet|xml|zip|gz)$|^(?:\/api\/v1)?\/open-data\/[^/]+$|^\/api\/v1\/own\/download$/;
/** The templates of the catalogue are a few lines each. */
const CATALOGUE = "/api/v1/catalogue/";

/** The class of a request, by method and path. What changes something is never refused for load. */
export function loadOf(method: string, path: string): LoadClass {
  if (method !== "GET" && method !== "HEAD") return "write";
  if (WORK.test(path)) return "write";
  if (CHEAP.has(path)) return "watch";
  if (SEARCH.test(path)) return "search";
  return BULK.test(path) && !path.startsWith(CATALOGUE) ? "bulk" : "page";
}

/** The same database, with the reads counted that are under way. */
function countReads(db: Database): { readonly counted: Database; readonly waiting: () => number } {
  let reads = 0;
  const counted: Database = {
    ...db,
    async read(work) {
      reads += 1;
      try {
        return await db.read(work);
      } finally {
        reads -= 1;
      }
    },
  };
  return { counted, waiting: () => Math.max(0, reads - READERS) };
}

interface CrowdWiring {
  readonly db: Database;
  readonly signIn: SignIn;
  readonly proxies: ReadonlySet<string>;
  readonly metrics: Metrics;
  readonly publicUrl: string;
}

/** Whether it says for whom it acts. Public pages are read as by anybody, whoever is signed in. */
function namesAccount(c: Context<HttpEnv>, publicUrl: string): boolean {
  if (c.req.header("authorization") !== undefined) return true;
  return c.req.path.startsWith("/api/") && bearsSession(c, { publicUrl });
}

/** The address that pays for a request; null on the server's own machine, which pays nothing. */
export function payingAddress(c: Context<HttpEnv>, proxies: ReadonlySet<string>): string | null {
  const address = remoteAddress(c, proxies);
  return address === null || isLoopback(address) ? null : `address ${addressKey(address)}`;
}

/** A guard over the secrets that requests show, with a count of failures for each address. */
export function guardSecrets(): FailureGuard {
  const nowMs = (): number => performance.now();
  return createFailureGuard(createRateLimiter(CALLERS_MAX, nowMs), nowMs);
}

/** Who pays for a request: its account, else its address. */
function callerOf({ signIn, proxies, publicUrl }: Pick<CrowdWiring, "signIn" | "proxies" | "publicUrl">): CallerOf {
  return async (c) => {
    const address = payingAddress(c, proxies);
    if (address === null) return null;
    if (namesAccount(c, publicUrl)) {
      const account = await signIn(c);
      if (account.ok) return { key: `account ${account.value.account}`, policy: "account", limit: ACCOUNT };
    }
    return { key: address, policy: "visitor", limit: VISITOR };
  };
}

/** What stands between the socket and the routes. @returns the database that the routes are to read from. */
export function meetCrowds(app: HttpApp, wiring: CrowdWiring): Database {
  const { counted, waiting } = countReads(wiring.db);
  const limiter = createRateLimiter(CALLERS_MAX, () => performance.now());
  const loopDelayMs = watchLoopDelay();
  const sense = (): { loopDelayMs: number; waitingReads: number } => ({
    loopDelayMs: loopDelayMs(),
    waitingReads: waiting(),
  });
  const gate = createGate({ capacity: CAPACITY, rooms: ROOMS, sense });
  const classOf = (c: Context<HttpEnv>): LoadClass => loadOf(c.req.method, c.req.path);
  app.use(limitRate(limiter, callerOf(wiring)));
  app.use(admit({ gate, loadOf: classOf, turnedAway: countTurnedAway(wiring.metrics) }));
  return counted;
}

/** What is made on demand or for whoever signs in: the interface, the workbench, searches and whatever else has a query. */
const UNVISITED = ["/api/", "/workbench", "/sign-in", "/subjects?", "/type-size", "/*?"];
const CRAWL_DELAY_SECONDS = 2;
const DAY_SECONDS = 86_400;

/** `/robots.txt`, before the limiter: whoever asks for the rules is never refused them. */
export function addRobots(app: HttpApp, origin: string): void {
  const text = robotsText({ origin, disallow: UNVISITED, delaySeconds: CRAWL_DELAY_SECONDS });
  app.get("/robots.txt", (c) => c.text(text, 200, { "cache-control": `public, max-age=${DAY_SECONDS}` }));
}

/**
 * What was typed, for a page that says that there was no time to look: nothing where it could be somebody's identity
 * or telephone number, since then it may not be repeated.
 */
export function repeatable(typed: string): string {
  if (typed.length > 100) return "";
  const compact = foldName(typed).replaceAll("-", "");
  return isUscc(compact) || !/\d{11}/.test(compact) ? typed : "";
}
