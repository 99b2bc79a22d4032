// From which address a request comes, with reverse proxies that the operator has named looked through.
import { isIP, isIPv6 } from "node:net";
import type { Context } from "hono";
import type { HttpEnv } from "./http-app.ts";

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function plain(address: string): string {
  return MAPPED.exec(address)?.[1] ?? address;
}

export function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

/**
 * The caller's address, or null when the request did not come over a socket. `X-Forwarded-For` is believed only as far
 * as each hop, read from the right, is one of `proxies`.
 */
export function remoteAddress(c: Context<HttpEnv>, proxies: ReadonlySet<string>): string | null {
  const socket = c.env?.incoming?.socket.remoteAddress;
  if (socket === undefined) return null;
  let address = plain(socket);
  const hops = (c.req.header("x-forwarded-for") ?? "").split(",").slice(-16);
  while (proxies.has(address)) {
    const hop = plain((hops.pop() ?? "").trim());
    if (isIP(hop) === 0) return address;
    address = hop;
  }
  return address;
}

/** One caller for counting: an IPv6 customer holds a whole /64, so its addresses count as one. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
