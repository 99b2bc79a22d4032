// The pages for signing in and out.
import type { Context } from "hono";
import type { Refusal } from "../../../kernel/refusal.ts";
import type { Html } from "../../../platform/html/markup.ts";
import type { HttpApp, HttpEnv } from "../../../platform/http/http-app.ts";
import { describeRefusal, statusOf } from "../../../platform/http/problem.ts";
import {
  choicePage,
  doorsPage,
  nobodyPage,
  onwardPage,
  refusedPage,
  SIGN_IN_POLICY,
  signedInPage,
  signedOutPage,
} from "../pages.ts";
import type { SignInSite } from "../pages.ts";
import type { SignIn } from "../routes.ts";
import { ownPath } from "../rules/provider.ts";
import { STEP_UP_PATH } from "../rules/session.ts";
import { csrfToken, endSession } from "../service/session.ts";
import { RETURN_PATH } from "../service/identity.ts";
import { beginSignIn, chooseAccount, finishSignIn, sealPending } from "../service/sign-in.ts";
import type { Ended, SignInPorts } from "../service/sign-in.ts";
import { accountTexts } from "../text.ts";
import { cookieLine, isSecure, readCookie } from "./cookie.ts";

/** What the pages stand on. */
export interface SignInRoutes extends SignInPorts {
  readonly site: SignInSite;
  /** Lets frozen accounts in: they may still see who they are, and sign out. */
  readonly signIn: SignIn;
  /** Whose failures an attempt counts among: a key of the caller's address, or null. */
  readonly addressOf: (c: Context<HttpEnv>) => string | null;
}

type Cookies = readonly string[];

/** A page of a moment: kept by nobody. */
export function send(
  c: Context<HttpEnv>,
  html: Html,
  { status = 200, cookies = [] }: { status?: number; cookies?: Cookies } = {},
): Response {
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": SIGN_IN_POLICY,
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
  });
  for (const line of cookies) headers.append("set-cookie", line);
  return c.newResponse(String(html), { status: status as 200, headers });
}

/** Elsewhere, at once. */
export function go(address: string, cookies: Cookies = []): Response {
  const headers = new Headers({ location: address, "cache-control": "no-store" });
  for (const line of cookies) headers.append("set-cookie", line);
  return new Response(null, { status: 303, headers });
}

function told(c: Context<HttpEnv>, routes: SignInRoutes, refusal: Refusal, cookies: Cookies = []): Response {
  const texts = { ...c.var.frame.texts, ...accountTexts };
  return send(c, refusedPage(routes.site, describeRefusal(refusal, texts)), {
    status: statusOf(refusal.kind),
    cookies,
  });
}

/** What the browser carried is used up, whatever came of it. */
function answerEnd(c: Context<HttpEnv>, routes: SignInRoutes, ended: Ended): Response {
  const secure = isSecure(routes);
  const gone = cookieLine("pending", null, secure);
  if (ended.kind === "nobody")
    return send(c, nobodyPage(routes.site, ended.registration), { status: 403, cookies: [gone] });
  if (ended.kind === "choose") {
    const carried = cookieLine("pending", sealPending(routes, ended.choosing), secure);
    return send(c, choicePage(routes.site, ended.accounts), { cookies: [carried] });
  }
  const { account, back, id } = ended;
  return send(c, onwardPage(routes.site, { account, back }), { cookies: [gone, cookieLine("session", id, secure)] });
}

async function begin(
  c: Context<HttpEnv>,
  routes: SignInRoutes,
  wish: { provider: string; session: string | null },
): Promise<Response> {
  const back = ownPath(c.req.query("back") ?? "/sign-in");
  const begun = await beginSignIn(routes, { ...wish, back });
  if (!begun.ok) return told(c, routes, begun.refusal);
  return go(begun.value.url, [cookieLine("pending", begun.value.sealed, isSecure(routes))]);
}

function addEntry(app: HttpApp, routes: SignInRoutes): void {
  const { identity, publicUrl, site, signIn } = routes;
  const offered = [...identity.doors.values()].map(({ provider }) => provider);
  app.get("/sign-in", async (c) => {
    const by = await signIn(c);
    const again = new URLSearchParams({ back: ownPath(c.req.query("back") ?? "/sign-in") }).toString();
    if (by.ok && by.value.session !== null) {
      const csrf = csrfToken(routes, by.value.session);
      return send(c, signedInPage(site, { account: by.value, csrf, stepUpHref: `${STEP_UP_PATH}?${again}` }));
    }
    const doors = offered.map(({ id, name }) => ({ name, href: `${publicUrl}/sign-in/${id}?${again}` }));
    return send(c, doorsPage(site, { doors, demo: identity.bundled !== null }));
  });
  app.get(STEP_UP_PATH, async (c) => {
    const by = await signIn(c);
    if (!by.ok) return told(c, routes, by.refusal);
    const asked = c.req.query("provider") ?? offered[0]?.id ?? "";
    // A token cannot be proved in a browser.
    const { session } = by.value;
    if (session === null) return told(c, routes, { code: "accounts.session-ended", kind: "unauthenticated" });
    return begin(c, routes, { provider: asked, session });
  });
}

function addReturn(app: HttpApp, routes: SignInRoutes): void {
  const secure = isSecure(routes);
  const gone = [cookieLine("pending", null, secure)];
  app.get(RETURN_PATH, async (c) => {
    const sealed = readCookie(c, "pending", secure);
    const query = new URL(c.req.url).search;
    const ended = await finishSignIn(routes, { query, sealed, address: routes.addressOf(c) });
    return ended.ok ? answerEnd(c, routes, ended.value) : told(c, routes, ended.refusal, gone);
  });
  app.post("/sign-in/accounts", async (c) => {
    const { account } = await c.req.parseBody();
    const sealed = readCookie(c, "pending", secure);
    const chosen = await chooseAccount(routes, { sealed, account: typeof account === "string" ? account : "" });
    return chosen.ok ? answerEnd(c, routes, chosen.value) : told(c, routes, chosen.refusal, gone);
  });
}

/** `/sign-in` and what lies below it, and `/sign-out`. */
export function addSignInRoutes(app: HttpApp, routes: SignInRoutes): void {
  addEntry(app, routes);
  addReturn(app, routes);
  app.get("/sign-in/:provider", (c) => begin(c, routes, { provider: c.req.param("provider"), session: null }));
  app.post("/sign-out", async (c) => {
    const by = await routes.signIn(c);
    const gone = [cookieLine("session", null, isSecure(routes))];
    if (!by.ok) {
      // Whoever is out already is told so; a forged request is not obeyed.
      const isOut = by.refusal.kind === "unauthenticated";
      return isOut ? send(c, signedOutPage(routes.site), { cookies: gone }) : told(c, routes, by.refusal);
    }
    if (by.value.session !== null) await endSession(routes, by.value, by.value.session);
    return send(c, signedOutPage(routes.site), { cookies: gone });
  });
}
