// How a public page is answered, whichever slice it belongs to.
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { findPersonal } from "../../kernel/personal.ts";
import { answerUnchanged } from "../../platform/http/cache.ts";
import type { Caching } from "../../platform/http/cache.ts";
import { etagOf } from "../../platform/http/etag.ts";
import type { EtagPart } from "../../platform/http/etag.ts";
import { keepBodies } from "../../platform/http/kept-bodies.ts";
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

/** Whether somebody's number stands in a query: pages are kept, printed and passed on, so it is not repeated in them. */
function isPersonal({ searchParams }: URL): boolean {
  return findPersonal([...searchParams].flat().join("\n")).length > 0;
}

/** The frame of a page: path and query as they were asked, or the path alone where the query must not be repeated. */
export function chromeOf(
  c: PageContext,
  site: SiteName,
  { moment, bare = false }: { readonly moment: Moment; readonly bare?: boolean },
): Chrome {
  const url = new URL(c.req.url);
  const path = bare || isPersonal(url) ? url.pathname : `${url.pathname}${url.search}`;
  return chromeAt(moment, { siteName: site.name, large: isLarge(c), path });
}

export function writePage<Model>(
  c: PageContext,
  page: PublicPage<Model>,
  made: { readonly model: Model; readonly chrome: Chrome; readonly status?: 200 | 422 },
): Response {
  // As bytes: the server would measure and encode a text of this size twice.
  return send(c, page, Buffer.from(String(page.render(made.model, made.chrome))), made.status);
}

/** What an answer is made from. */
export interface Version {
  readonly parts: readonly EtagPart[];
  readonly caching: Caching;
}

/** 304 where the caller holds this version. The day and the policy are part of every version. */
export function unchanged(c: Context, { today, policy }: Moment, { parts, caching }: Version): Response | null {
  return answerUnchanged(c, etagOf([today, policy.hash, ...parts]), caching);
}

/** The version of a page: of its matter, whatever minute its foot names. */
function versionOf(c: PageContext, { today, policy }: Moment, parts: readonly EtagPart[]): string {
  return `W/${etagOf([today, policy.hash, "page", isLarge(c), c.req.url, ...parts])}`;
}

/** A whole answer of a page whose model says all that can change in it. */
export function answerPage<Model>(
  c: PageContext,
  page: PublicPage<Model>,
  made: { readonly model: Model; readonly moment: Moment; readonly site: SiteName; readonly caching: Caching },
): Response {
  const { model, moment, site, caching } = made;
  c.header("vary", "Cookie");
  const unaltered = answerUnchanged(c, versionOf(c, moment, [JSON.stringify(model)]), caching);
  return unaltered ?? writePage(c, page, { model, chrome: chromeOf(c, site, { moment }) });
}

const keptBytes = 8 * 1024 * 1024;
const bodies = keepBodies(keptBytes);

/** A page that knows its version before its model. Everything that can change in the page must stand in `version`. */
interface Versioned {
  readonly version: Version;
  readonly moment: Moment;
  readonly site: SiteName;
}

/** What the bytes follow from: beside the version what the frame says, whose foot tells the minute. */
function bodyKey(etag: string, { now, policy }: Moment, site: SiteName): string {
  return [etag, site.name, Math.floor(now / 60_000), policy.official, policy.regionName].join(" ");
}

/** 304, or the page as it was written a moment ago for the same version; null where it has to be written. */
export function answerHeld(
  c: PageContext,
  page: Pick<PublicPage<never>, "contentSecurityPolicy">,
  { version, moment, site }: Versioned,
): Response | null {
  c.header("vary", "Cookie");
  const etag = versionOf(c, moment, version.parts);
  const unaltered = answerUnchanged(c, etag, version.caching);
  if (unaltered !== null) return unaltered;
  const body = bodies.find(bodyKey(etag, moment, site));
  return body === undefined ? null : send(c, page, body);
}

/** The page written, and kept for those who ask for the same version. `answerHeld` was asked before. */
export function answerVersion<Model>(
  c: PageContext,
  page: PublicPage<Model>,
  made: Versioned & { readonly model: Model },
): Response {
  const { version, model, moment, site } = made;
  const body = Buffer.from(String(page.render(model, chromeOf(c, site, { moment }))));
  bodies.keep(bodyKey(versionOf(c, moment, version.parts), moment, site), body);
  return send(c, page, body);
}

function send(
  c: PageContext,
  page: Pick<PublicPage<never>, "contentSecurityPolicy">,
  body: Buffer,
  status: 200 | 422 = 200,
): Response {
  c.header("content-security-policy", page.contentSecurityPolicy);
  c.header("content-type", "text/html; charset=utf-8");
  return c.body(new Uint8Array(body.buffer as ArrayBuffer, body.byteOffset, body.length), status);
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
