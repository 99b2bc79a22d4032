import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { createHttpApp } from "./http-app.ts";
import type { HttpApp } from "./http-app.ts";
import { remoteAddress } from "./remote-address.ts";
import { listenHttp } from "./server.ts";
import type { HttpServer } from "./server.ts";
import { httpTexts } from "./text.ts";

const running: HttpServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop(0);
});

function frame(): HttpApp {
  const app = createHttpApp({
    texts: httpTexts,
    watch: { request: () => undefined, fault: () => undefined },
    secure: false,
    bodyBytes: 100_000,
    uploadPaths: [],
  });
  app.get("/from", (c) => c.text(remoteAddress(c, new Set(["127.0.0.1", "10.0.0.2"])) ?? "none"));
  app.get("/slow", async (c) => {
    await wait(300);
    return c.text("done");
  });
  app.post("/read", async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
  return app;
}

async function start(app: HttpApp): Promise<HttpServer> {
  const server = await listenHttp({
    fetch: (request, env) => app.fetch(request, env),
    host: "127.0.0.1",
    port: 0,
    senders: { bytesPerSecond: 1000, windowMs: 400 },
  });
  running.push(server);
  return server;
}

function speak(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let said = "";
    socket.on("data", (chunk) => (said += chunk.toString("utf8")));
    socket.on("close", () => resolve(said));
    socket.on("error", reject);
  });
}

test("a trickling body is turned away, a steady one is read", async () => {
  const { port } = await start(frame());
  const answer = await speak(port, "POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 50000\r\n\r\nabc");
  expect(answer).toContain("408 Request Timeout");
  expect(answer).toContain("http.slow");
  const response = await fetch(`http://127.0.0.1:${port}/read`, { method: "POST", body: "x".repeat(50_000) });
  expect(await response.text()).toBe("50000");
});

test.each([
  ["GET /from HTTP/1.1\r\nhost: [x\r\nconnection: close\r\n\r\n", "400"],
  ["GET /from HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n", "400"],
  [`GET /from HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(20_000)}\r\n\r\n`, "431"],
  ["POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", "400"],
  ["POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n", "400"],
])("the hostile request %# gets a refusal and the server lives on", async (text, status) => {
  const { port } = await start(frame());
  expect((await speak(port, text)).split("\r\n")[0]).toContain(status);
  expect((await fetch(`http://127.0.0.1:${port}/from`)).status).toBe(200);
});

test.each([
  [undefined, "127.0.0.1"],
  ["203.0.113.9", "203.0.113.9"],
  ["1.2.3.4, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
  ["1.2.3.4, <script>", "127.0.0.1"],
])("a forwarded address %s is believed as far as its hops are named: %s", async (header, address) => {
  const { port } = await start(frame());
  const init = header === undefined ? {} : { headers: { "x-forwarded-for": header } };
  expect(await (await fetch(`http://127.0.0.1:${port}/from`, init)).text()).toBe(address);
});

test("stopping lets a running request finish and takes no new one", async () => {
  const server = await start(frame());
  const answer = fetch(`http://127.0.0.1:${server.port}/slow`);
  await wait(100);
  await server.stop(5000);
  expect(await (await answer).text()).toBe("done");
  await expect(fetch(`http://127.0.0.1:${server.port}/from`)).rejects.toThrow();
});
