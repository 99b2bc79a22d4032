import { createPublicKey, generateKeyPairSync, hash, sign, verify } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSend } from "./send.ts";
import type { Send } from "./send.ts";

const pair = generateKeyPairSync("ed25519");
const signer = { name: "endpoint", sign: (bytes: Uint8Array) => sign(null, bytes, pair.privateKey) };
const at = Date.parse("2026-09-09T08:00:00+08:00");

let server: Server;
let answer: RequestListener = (_, response) => response.writeHead(204).end();
let seen: { readonly request: IncomingMessage; readonly body: string }[] = [];

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      seen.push({ request, body: Buffer.concat(pieces).toString("utf8") });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterEach(async () => {
  answer = (_, response) => response.writeHead(204).end();
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

const open = (waitMs = 30_000): Send => createSend({ signer, now: () => at, nonce: () => "n".repeat(22), waitMs });
const urlOf = (path: string, host = "127.0.0.1"): URL =>
  new URL(`http://${host}:${(server.address() as AddressInfo).port}${path}`);
const body = Buffer.from(JSON.stringify({ hello: "信衡" }));

test("a message arrives whole, signed over method, address and content by the published key", async () => {
  const url = urlOf("/in?x=1");
  expect(await open()({ url, body })).toEqual({ kind: "answered", status: 204 });
  const [one] = seen;
  expect(one?.body).toBe(body.toString("utf8"));
  const headers = one?.request.headers ?? {};
  expect(headers["content-digest"]).toBe(`sha-256=:${hash("sha256", body, "base64")}:`);
  // Made anew from what arrived, as a receiver would do it.
  const params = /^xinheng=(.*)$/u.exec(String(headers["signature-input"]))?.[1] ?? "";
  expect(params).toContain(
    `created=${at / 1000};expires=${at / 1000 + 300};nonce="${"n".repeat(22)}";keyid="endpoint"`,
  );
  const base = `"@method": ${one?.request.method}\n"@target-uri": ${url.href}\n"content-digest": ${String(
    headers["content-digest"],
  )}\n"content-type": ${headers["content-type"]}\n"@signature-params": ${params}`;
  const signature = Buffer.from(/^xinheng=:(.*):$/u.exec(String(headers["signature"]))?.[1] ?? "", "base64");
  const key = createPublicKey(pair.privateKey);
  expect(verify(null, Buffer.from(base), key, signature)).toBe(true);
  expect(verify(null, Buffer.from(base.replace("/in", "/out")), key, signature)).toBe(false);
});

test("a redirection is an answer and is not followed", async () => {
  answer = (_, response) => response.writeHead(307, { location: "/elsewhere" }).end();
  expect(await open()({ url: urlOf("/in"), body })).toEqual({ kind: "answered", status: 307 });
  expect(seen).toHaveLength(1);
});

test("a name that leads to this machine itself is not connected to", async () => {
  expect(await open()({ url: urlOf("/in", "localhost"), body })).toEqual({ kind: "failed", why: "closed-address" });
  expect(seen).toEqual([]);
});

test("who never answers, answers without end, or is not there, does not hold anybody up", async () => {
  answer = () => undefined;
  expect(await open(200)({ url: urlOf("/in"), body })).toEqual({ kind: "failed", why: "too-slow" });
  answer = (_, response) => {
    response.writeHead(200);
    response.end(Buffer.alloc(200_000));
  };
  expect(await open()({ url: urlOf("/in"), body })).toEqual({ kind: "failed", why: "too-long" });
  answer = (request) => request.socket.destroy();
  expect(await open()({ url: urlOf("/in"), body })).toEqual({ kind: "failed", why: "no-answer" });
});
