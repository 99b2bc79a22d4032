// Headers that every answer carries, whatever the route.

/** For answers that are data: a browser that opens one may load and run nothing. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For pages: own files only, no inline script, no frame. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const FIXED: readonly (readonly [string, string])[] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  // Searches stand in addresses of this site: no other site may learn where a visitor came from.
  ["referrer-policy", "no-referrer"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
];

/** Adds the headers in place; a handler's own Content-Security-Policy and Cache-Control stay. */
export function setSecurityHeaders(
  headers: Headers,
  how: { readonly secure: boolean; readonly pagePolicy: () => string | undefined },
): void {
  for (const [name, value] of FIXED) headers.set(name, value);
  if (how.secure) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  if (!headers.has("content-security-policy")) {
    const html = headers.get("content-type")?.startsWith("text/html") ?? false;
    headers.set("content-security-policy", html ? (how.pagePolicy() ?? PAGE_POLICY) : DATA_POLICY);
  }
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
}
