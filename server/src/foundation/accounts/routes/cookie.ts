// The cookies of signing in. Their names bind them to this host where the platform is reached by https.
import type { Context } from "hono";
import { generateCookie, getCookie } from "hono/cookie";
import type { HttpEnv } from "../../../platform/http/http-app.ts";

/** `session`: who is signed in. `pending`: a sign-in that is under way at an identity provider. */
export type CookieKind = "session" | "pending";

const NAMES: Readonly<Record<CookieKind, string>> = { session: "xinheng", pending: "xinheng-sign-in" };

function nameOf(kind: CookieKind, secure: boolean): string {
  return secure ? `__Host-${NAMES[kind]}` : NAMES[kind];
}

/** Whether the public address is https; then the cookies are `Secure` and bound to the host by their names. */
export function isSecure({ publicUrl }: { readonly publicUrl: string }): boolean {
  return publicUrl.startsWith("https:");
}

export function readCookie(c: Context<HttpEnv>, kind: CookieKind, secure: boolean): string | undefined {
  return getCookie(c, nameOf(kind, secure));
}

/**
 * A `Set-Cookie` line. The session is never sent along from another site; what is pending is, since the provider sends
 * the browser back from there. @param value null takes the cookie back.
 */
export function cookieLine(kind: CookieKind, value: string | null, secure: boolean): string {
  return generateCookie(nameOf(kind, secure), value ?? "", {
    path: "/",
    httpOnly: true,
    secure,
    sameSite: kind === "session" ? "Strict" : "Lax",
    ...(value === null ? { maxAge: 0 } : {}),
  });
}
