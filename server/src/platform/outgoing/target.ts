// Where this instance may speak first: only to origins that its operator listed, never to what a name resolves to by trick.
import { BlockList, isIP } from "node:net";

/** Addresses that no listed name may lead to: the machine itself, its link, its carrier, many at once, nobody. */
const closed = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  closed.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [
  ["::", 127],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  closed.addSubnet(net, prefix, "ipv6");

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu;
const URL_MAX = 2000;

/**
 * Whether a name that the operator listed may be connected to at this address. Networks of an administration are private
 * ones, so those are open: a name was listed by the operator, and a name of the outside cannot be. IPv4 written as IPv6 counts
 * as what it is; other forms that hide an IPv4 address are closed.
 */
export function mayReach(address: string): boolean {
  const mapped = MAPPED.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain);
  if (family === 0) return false;
  if (family === 4) return !closed.check(plain, "ipv4");
  return !/^(?:64:ff9b:|2002:|2001:0?:|::)/iu.test(plain) && !closed.check(plain, "ipv6");
}

/** Whether a host is written as an address: an operator that lists one means just that one. */
export const isAddress = (hostname: string): boolean => isIP(hostname.replace(/^\[|\]$/gu, "")) !== 0;

function isLoopback(hostname: string): boolean {
  return /^127\.\d+\.\d+\.\d+$/u.test(hostname) || hostname === "[::1]";
}

const ORIGIN = /^https?:\/\/[^/?#@\s]+\/?$/u;

/** The origin that an operator writes; null where it is none, or is neither https nor of this machine itself. */
export function readOrigin(text: string): string | null {
  if (!ORIGIN.test(text) || !URL.canParse(text)) return null;
  const { protocol, hostname, origin } = new URL(text);
  return protocol === "https:" || isLoopback(hostname) ? origin : null;
}

/** A full address at a listed origin, without name, password or fragment; null where it is none. */
export function readTarget(text: string, origins: ReadonlySet<string>): URL | null {
  if (text.length > URL_MAX || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "" || url.hash !== "" || text.includes("#")) return null;
  return origins.has(url.origin) ? url : null;
}
