import { lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { signedFields } from "./signature.ts";
import type { Message, MessageSigner } from "./signature.ts";
import { isAddress, mayReach } from "./target.ts";

/** What became of a message: an answer, or why there was none. Nothing of an answer but its status is kept. */
export type Sent =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "failed"; readonly why: "closed-address" | "no-answer" | "too-slow" | "too-long" };

export type Send = (message: Message) => Promise<Sent>;

interface Sending {
  readonly signer: MessageSigner;
  /** Milliseconds since 1970, and what is never the same twice. */
  readonly now: () => number;
  readonly nonce: () => string;
  readonly waitMs: number;
}

const ANSWER_MAX = 65_536;

class ClosedAddress extends Error {}

/** Resolves as the machine does, and gives the socket only what may be reached: no second resolving could differ. */
const openLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const open = error === null ? found.filter(({ address }) => mayReach(address)) : [];
    const [first] = open;
    if (error !== null) done(error, [], 0);
    else if (first === undefined) done(new ClosedAddress(hostname), [], 0);
    else if (options.all === true) done(null, open);
    else done(null, first.address, first.family);
  });
};

function open(url: URL, options: RequestOptions): ClientRequest {
  return url.protocol === "https:" ? requestHttps(url, options) : requestHttp(url, options);
}

function readAnswer(answer: IncomingMessage, end: (sent: Sent) => void): void {
  let length = 0;
  answer.on("data", (piece: Buffer) => {
    length += piece.length;
    if (length > ANSWER_MAX) end({ kind: "failed", why: "too-long" });
  });
  answer.on("end", () => end({ kind: "answered", status: answer.statusCode ?? 0 }));
  answer.on("error", () => end({ kind: "failed", why: "no-answer" }));
}

/** Whether a message arrived is for its receiver to say: a status of 2xx. Redirections are not followed. Never throws. */
export function createSend({ signer, now, nonce, waitMs }: Sending): Send {
  return (message) =>
    new Promise((resolve) => {
      const { url, body } = message;
      const headers = {
        ...signedFields(message, { signer, at: now(), nonce: nonce() }),
        "content-length": body.length,
      };
      // Whoever lists an address means it; a name is looked at where it leads.
      const lookedUp = isAddress(url.hostname) ? {} : { lookup: openLookup };
      const going = open(url, { method: "POST", headers, agent: false, ...lookedUp });
      const end = (sent: Sent): void => {
        clearTimeout(timer);
        resolve(sent);
        going.destroy();
      };
      const timer = setTimeout(() => end({ kind: "failed", why: "too-slow" }), waitMs);
      going.on("response", (answer) => readAnswer(answer, end));
      going.on("error", (error) =>
        end({ kind: "failed", why: error instanceof ClosedAddress ? "closed-address" : "no-answer" }),
      );
      going.end(body);
    });
}
