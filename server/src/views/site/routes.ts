// How a public page is answered, whichever slice it belongs to.
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { answerUnchanged } from "../../platform/http/cache.ts";
import type { Caching } from "../../platform/http/cache.ts";
import { etagOf } from "../../platform/http/etag.ts";
import type { EtagPart } from "../../platform/http/etag.ts";
import type { HttpApp, HttpEnv } from "../../platform/http/http-app.ts";
import type { PublicPage } from "./pages.ts";
import { TYPE_SIZE_PATH } from "./pages/frame.ts";
import { chromeAt, secondsOfDayLeft } from "./rules.ts";
import type { Chrome, Moment } from "./rules.ts";

export type PageContext = Context<HttpEnv>;

/** What the operator calls the site. */
export interface SiteName {
  readonly name: string;
}

const largeCookie = "large";
const yearSeconds = 365 * 86_400;

function isLarge(c: PageContext): boolean {
  const asked = c.req.query("large");
  return asked === undefined ? getCookie(c, largeCookie) === "1" : asked === "1";
}

/** The frame of a page: path and query as they were asked, or the path alone where the query must not be repeated. */
export function chromeOf(
  c: PageContext,
  site: SiteName,
  { moment, bare = false }: { readonly moment: Moment; readonly bare?: boolean },
): Chrome {
  const url = new URL(c.req.url);
  const path = bare ? url.pathname : `${url.pathname}${url.search}`;
  return chromeAt(moment, { siteName: site.name, large: isLarge(c), path });
}

export function writePage<Model>(
  c: PageContext,
  page: PublicPage<Model>,
  made: { readonly model: Model; readonly chrome: Chrome; readonly status?: 200 | 422 },
): Response {
  c.header("content-security-policy", page.contentSecurityPolicy);
  c.header("content-type", "text/html; charset=utf-8");
  // As bytes: the server would measure and encode a text of this size twice.
  return c.body(Buffer.from(String(page.render(made.model, made.chrome))), made.status ?? 200);
}

/** What an answer is made from. `weak`: its bytes may differ where its matter does not, as by the minute at its foot. */
export interface Version {
  readonly parts: readonly EtagPart[];
  readonly caching: Caching;
  readonly weak?: boolean;
}

/** 304 where the caller holds this version. The day and the policy are part of every version. */
export function unchanged(
  c: Context,
  { today, policy }: Moment,
  { parts, caching, weak = false }: Version,
): Response | null {
  const etag = etagOf([today, policy.hash, ...parts]);
  return answerUnchanged(c, weak ? `W/${etag}` : etag, caching);
}

/** 304 for a page. Its foot names the minute, so the version is of the matter. */
export function keptPage(c: PageContext, moment: Moment, { parts, caching }: Version): Response | null {
  c.header("vary", "Cookie");
  return unchanged(c, moment, { caching, weak: true, parts: ["page", isLarge(c), c.req.url, ...parts] });
}

/** A whole answer of a page whose model says all that can change in it. */
export function answerPage<Model>(
  c: PageContext,
  page: PublicPage<Model>,
  made: { readonly model: Model; readonly moment: Moment; readonly site: SiteName; readonly caching: Caching },
): Response {
  const { model, moment, site, caching } = made;
  const kept = keptPage(c, moment, { parts: [JSON.stringify(model)], caching });
  return kept ?? writePage(c, page, { model, chrome: chromeOf(c, site, { moment }) });
}

/** For what is about nobody in particular: reused for a while, never beyond the day it was made for. */
export function untilTonight(moment: Moment, seconds: number): Caching {
  return { kind: "fresh", seconds: Math.min(seconds, secondsOfDayLeft(moment)) };
}

/** Another site could stand behind two slashes, a backslash or a control character that browsers leave out. */
function ownPath(back: string | undefined): string {
  return back !== undefined && back.length <= 2048 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(back) ? back : "/";
}

/** Large or usual type, kept in a cookie; then back to a path of this site and to nowhere else. */
export function addSiteRoutes(app: HttpApp): void {
  app.get(TYPE_SIZE_PATH, (c) => {
    const large = c.req.query("size") === "large";
    setCookie(c, largeCookie, large ? "1" : "0", { path: "/", maxAge: yearSeconds, httpOnly: true, sameSite: "Lax" });
    c.header("cache-control", "no-store");
    return c.redirect(ownPath(c.req.query("back")), 303);
  });
}
