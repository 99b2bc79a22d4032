// Ends uploads that trickle: a body may take as long as it likes, but must keep moving.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { httpTexts } from "./text.ts";
import { problemBody } from "./problem.ts";

export interface SenderLimits {
  /** Fewest bytes a second, as a mean over one window. */
  readonly bytesPerSecond: number;
  readonly windowMs: number;
}

interface Sender {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  bytes: number;
  sinceMs: number;
}

/** True while bytes lie unread: then it is this server that is slow, and the sender is not to blame. */
function waitsForUs(sender: Sender): boolean {
  return sender.incoming.readableLength > 0 && !sender.outgoing.writableEnded;
}

function hasBody(incoming: IncomingMessage): boolean {
  const { "content-length": length, "transfer-encoding": encoding } = incoming.headers;
  return encoding !== undefined || (length !== undefined && length !== "0");
}

function turnAway({ incoming, outgoing }: Sender): void {
  const { socket } = incoming;
  if (outgoing.headersSent) {
    socket.destroy();
    return;
  }
  const problem = problemBody({ code: "http.slow", kind: "unavailable" }, httpTexts);
  const body = JSON.stringify({ ...problem, status: 408 });
  const head = [
    "HTTP/1.1 408 Request Timeout",
    "content-type: application/problem+json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

/**
 * Watches every request body of a server. One timer for all of them.
 * @param nowMs a monotonic clock in milliseconds.
 */
export function guardSenders(server: Server, limits: SenderLimits, nowMs: () => number): void {
  const senders = new Set<Sender>();
  server.prependListener("request", (incoming, outgoing) => {
    if (!hasBody(incoming)) return;
    const sender: Sender = { incoming, outgoing, bytes: incoming.socket.bytesRead, sinceMs: nowMs() };
    senders.add(sender);
    incoming.once("close", () => senders.delete(sender));
  });
  const timer = setInterval(() => {
    for (const sender of senders) {
      if (!isTooSlow(sender, limits, nowMs())) continue;
      senders.delete(sender);
      turnAway(sender);
    }
  }, limits.windowMs / 4);
  timer.unref();
  server.once("close", () => clearInterval(timer));
}

function isTooSlow(sender: Sender, limits: SenderLimits, now: number): boolean {
  if (sender.incoming.complete) return false;
  const read = sender.incoming.socket.bytesRead;
  const elapsed = now - sender.sinceMs;
  if (!waitsForUs(sender)) {
    if (elapsed < limits.windowMs) return false;
    if ((read - sender.bytes) * 1000 < limits.bytesPerSecond * elapsed) return true;
  }
  sender.bytes = read;
  sender.sinceMs = now;
  return false;
}
