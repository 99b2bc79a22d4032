// Calls to identity providers: to hosts that the operator listed and to no other, wherever an answer points.
import { lookup } from "node:dns";
import type { LookupAddress } from "node:dns";
import { request } from "node:https";
import type { RequestOptions } from "node:https";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { ListedHosts } from "../rules/provider.ts";

const BYTES_MAX = 512 * 1024;
const TIMEOUT_MS = 10_000;

/** Addresses that are nobody's in the public network. */
const inner = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  inner.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inner.addSubnet(network, prefix, "ipv6");

/** Whether an address is of this machine, a private network or no network; a v4 address in v6 clothes counts as itself. */
export function isInner(address: string): boolean {
  return inner.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** A call that was not made, or not answered as it must be. The message names no secret. */
export class CallRefused extends Error {}

type Resolve = NonNullable<RequestOptions["lookup"]>;

/** Looks a name up and keeps inner addresses out, at the moment of connecting: no later answer can point elsewhere. */
function resolver(mayBePrivate: boolean): Resolve {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) return callback(error, "", 4);
      const fit = addresses.filter(({ address }) => mayBePrivate || !isInner(address));
      const [first] = fit;
      if (first === undefined) return callback(new CallRefused("the host lies in a private network"), "", 4);
      return options.all === true ? callback(null, fit) : callback(null, first.address, first.family);
    });
  };
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > BYTES_MAX) throw new CallRefused("the answer is too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What is asked of a provider. */
export interface Call {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

function mayCall(url: URL, hosts: ListedHosts): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol !== "https:") throw new CallRefused("the address is not https");
  if (!hosts.all.has(url.host) && !hosts.all.has(host)) throw new CallRefused("the host is not listed");
  if (isIP(host) !== 0 && isInner(host) && !hosts.mayBePrivate.has(host))
    throw new CallRefused("the host lies in a private network");
}

/**
 * Calls an address over https. Redirects are not followed. Throws `CallRefused` where the host is not listed, lies in a
 * private network without being listed as such, or answers too much; the system's error where it cannot be reached.
 * @param ca certificates to trust instead of the system's.
 */
export async function callListed(url: URL, call: Call, hosts: ListedHosts, ca?: string): Promise<Response> {
  mayCall(url, hosts);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      url,
      {
        method: call.method,
        headers: call.headers,
        lookup: resolver(hosts.mayBePrivate.has(host)),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
        ...(ca === undefined ? {} : { ca }),
      },
      resolve,
    );
    sent.on("error", reject);
    sent.end(call.body ?? undefined);
  });
  const body = await bodyOf(answer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  const status = answer.statusCode ?? 502;
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : new Uint8Array(body), { status, headers });
}
