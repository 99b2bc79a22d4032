// What a signature says about where a request goes. Built from the configured address, never from the Host header.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";

/** Paths have one way of being written: no percent-encoding, no empty or dot segment, so that nobody reads two into one. */
const PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+\/?$/;
/** RFC 3986 §3.4, every percent sign followed by two digits. */
const QUERY = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$/;
const TARGET_MAX = 8192;

/** The derived components (RFC 9421 §2.2) that name where a request goes. */
export type TargetParts = Readonly<Record<"@target-uri" | "@authority" | "@path" | "@query", string>>;

/**
 * @param origin the public address, `https://credit.example`.
 * @param raw the request target as it came, path and query. Refuses `clients.bad-target` for what has a second spelling.
 */
export function targetParts(origin: string, raw: string): Outcome<TargetParts> {
  const at = raw.indexOf("?");
  const path = at < 0 ? raw : raw.slice(0, at);
  const query = at < 0 ? "" : raw.slice(at + 1);
  if (raw.length > TARGET_MAX || !PATH.test(path) || !QUERY.test(query)) {
    return refused({ code: "clients.bad-target", kind: "invalid" });
  }
  return granted({
    "@target-uri": origin + raw,
    "@authority": new URL(origin).host,
    "@path": path,
    "@query": `?${query}`,
  });
}
