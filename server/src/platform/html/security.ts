import { createHash } from "node:crypto";

/**
 * The policy of a page without script, frame or foreign resource, whose only style is `css` inlined by `layout`.
 * The hash covers exactly the bytes between `<style>` and `</style>`, so inline style attributes stay forbidden.
 */
export function contentSecurityPolicy(css: string): string {
  const digest = createHash("sha256").update(css, "utf8").digest("base64");
  return [
    "default-src 'none'",
    `style-src 'sha256-${digest}'`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
