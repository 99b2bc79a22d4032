// Sign-in by a browser's session, and the change of its number while it is used.
import type { Context } from "hono";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { HttpEnv } from "../../../platform/http/http-app.ts";
import type { SignInWay } from "../routes.ts";
import { isOurs } from "../rules/session.ts";
import { isCsrfToken, readSession, rotateSession } from "../service/session.ts";
import type { Session } from "../service/session.ts";
import type { AccountPorts } from "../service/ports.ts";
import { cookieLine, isSecure, readCookie } from "./cookie.ts";

const API = "/api/";
const CSRF_HEADER = "x-csrf-token";
/** Name of the token in forms of server pages. */
export const CSRF_FIELD = "csrf";

/** What the cookie of a request was found to be; undefined where nobody asked. */
const found = new WeakMap<Context<HttpEnv>, Session | "over">();

/** Programs put the token into a header, our own forms into a field; a form's body is small wherever it may come. */
async function tokenOf(c: Context<HttpEnv>): Promise<string | undefined> {
  const header = c.req.header(CSRF_HEADER);
  if (header !== undefined || c.req.path.startsWith(API)) return header;
  if (c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded") !== true) return undefined;
  const field = (await c.req.parseBody())[CSRF_FIELD];
  return typeof field === "string" ? field : undefined;
}

/** Whether a request bears a session's cookie, be it good or not. */
export function bearsSession(c: Context<HttpEnv>, ports: Pick<AccountPorts, "publicUrl">): boolean {
  return readCookie(c, "session", isSecure(ports)) !== undefined;
}

/**
 * By session. A request that changes something must come from a page of ours and bear the session's token, wherever it
 * goes: no route can forget it. Refuses `accounts.session-ended`, `accounts.csrf`, `accounts.disabled`, `accounts.frozen`.
 */
export function sessionWay(ports: AccountPorts): SignInWay {
  const secure = isSecure(ports);
  return async (c, admission) => {
    const id = readCookie(c, "session", secure);
    if (id === undefined) return null;
    const session = await readSession(ports, id, admission);
    if (!session.ok) {
      if (session.refusal.code === "accounts.session-ended") found.set(c, "over");
      return session;
    }
    found.set(c, session.value);
    const { signedIn } = session.value;
    const provenance = {
      method: c.req.method,
      site: c.req.header("sec-fetch-site"),
      origin: c.req.header("origin"),
      token: await tokenOf(c),
    };
    const isToken = (token: string): boolean => isCsrfToken(ports, session.value.row.session, token);
    return isOurs(provenance, { origin: ports.publicUrl, isToken })
      ? granted(signedIn)
      : refused({ code: "accounts.csrf", kind: "forbidden" });
  };
}

/** Nothing that others may be answered from memory may set somebody's cookie. */
function isPrivate(headers: Headers): boolean {
  return headers.get("cache-control")?.includes("no-store") ?? true;
}

/** Middleware: changes the number of a session when it is due, and takes back the cookie of one that is over. */
export function keepSessions(ports: AccountPorts) {
  const secure = isSecure(ports);
  return async (c: Context<HttpEnv>, next: () => Promise<void>): Promise<void> => {
    await next();
    const session = found.get(c);
    const { headers } = c.res;
    // A route that set a cookie of its own has said what becomes of the session.
    if (session === undefined || !isPrivate(headers) || headers.has("set-cookie")) return;
    if (session === "over") headers.append("set-cookie", cookieLine("session", null, secure));
    else if (session.due) {
      const id = await rotateSession(ports, session);
      if (id !== null) headers.append("set-cookie", cookieLine("session", id, secure));
    }
  };
}
