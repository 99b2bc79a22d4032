// A crowd against a running server: who is refused, who is answered, and that all is as before when it has gone.
import { Agent, request } from "node:http";
import type { IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { createMetrics } from "../observability/metrics.ts";
import { createGate } from "./admission.ts";
import type { Gate, LoadClass } from "./admission.ts";
import { admit, countTurnedAway } from "./admit.ts";
import { compress } from "./compress.ts";
import { createHttpApp } from "./http-app.ts";
import { watchLoopDelay } from "./loop-delay.ts";
import { listenHttp } from "./server.ts";
import type { HttpServer } from "./server.ts";
import { httpTexts } from "./text.ts";

const running: HttpServer[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 400 });
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop(0);
});

const classes: Readonly<Record<string, LoadClass>> = { "/bulk": "bulk", "/search": "search", "/page": "page" };

interface Site {
  readonly port: number;
  readonly gate: Gate;
  readonly counted: () => string;
}

/** Four connections to a database that takes 20 ms a search, 2 ms a page; a download is two hundred lines. */
async function openSite(): Promise<Site> {
  const metrics = createMetrics();
  const delay = watchLoopDelay();
  let free = 4;
  const waiting: (() => void)[] = [];
  const read = async (ms: number): Promise<void> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    await wait(ms);
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const gate = createGate({
    capacity: { crowd: 16, inFlight: 400, loopDelayMs: 2000, waitingReads: 300 },
    rooms: {
      bulk: { seats: 1, queue: 2, waitMs: 300 },
      search: { seats: 2, queue: 40, waitMs: 1000 },
      page: { seats: 1000, queue: 0, waitMs: 0 },
    },
    sense: () => ({ loopDelayMs: delay(), waitingReads: waiting.length }),
  });
  const app = createHttpApp({
    texts: httpTexts,
    watch: { request: () => undefined, fault: () => undefined },
    errorPage: ({ code, retrySeconds }) => `<h1>${code} ${retrySeconds}</h1>`,
    secure: false,
    bodyBytes: 1000,
    uploadPaths: [],
  });
  app.use(compress());
  app.use(admit({ gate, loadOf: (c) => classes[c.req.path] ?? "write", turnedAway: countTurnedAway(metrics) }));
  app.get("/page", async (c) => {
    await read(2);
    return c.html("page");
  });
  app.get("/search", async (c) => {
    await read(20);
    return c.html("found");
  });
  app.get("/bulk", (c) => {
    const lines = new ReadableStream({
      async start(controller) {
        for (let line = 0; line < 200; line += 1) {
          if (line % 20 === 0) await read(5);
          controller.enqueue(Buffer.from(`${line},${"x".repeat(100)}\n`));
        }
        controller.close();
      },
    });
    return c.body(lines, 200, { "content-type": "text/csv", "cache-control": "no-cache" });
  });
  app.post("/send", (c) => c.text("taken"));
  const server = await listenHttp({ fetch: (asked, env) => app.fetch(asked, env), host: "127.0.0.1", port: 0 });
  running.push(server);
  return { port: server.port, gate, counted: () => metrics.text() };
}

interface Answer {
  readonly status: number;
  readonly retry: string | undefined;
  readonly text: string;
}

function ask(port: number, path: string, how: { method?: string; accept?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: "127.0.0.1",
        path,
        agent,
        method: how.method ?? "GET",
        headers: { accept: how.accept ?? "text/html" },
      },
      (answer: IncomingMessage) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        answer.once("error", reject);
        answer.once("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            retry: answer.headers["retry-after"],
            text,
          }),
        );
      },
    );
    asked.once("error", reject).end();
  });
}

/** Asks again and again until the time is up, whatever the answer. */
async function hammer(port: number, path: string, how: { callers: number; ms: number }): Promise<Answer[]> {
  const until = performance.now() + how.ms;
  const answers: Answer[] = [];
  await Promise.all(
    Array.from({ length: how.callers }, async () => {
      while (performance.now() < until) {
        const answer = await ask(port, path);
        answers.push(answer);
        if (answer.status === 503) await wait(20);
      }
    }),
  );
  return answers;
}

const statuses = (answers: readonly Answer[]): number[] =>
  [...new Set(answers.map(({ status }) => status))].toSorted((a, b) => a - b);

test("while downloads and searches hammer, every page and every deed is answered, and afterwards all is as before", async () => {
  const { port, gate, counted } = await openSite();
  await hammer(port, "/page", { callers: 20, ms: 300 });
  const ms = 2000;
  const [bulk, search, page, sent] = await Promise.all([
    hammer(port, "/bulk", { callers: 20, ms }),
    hammer(port, "/search", { callers: 60, ms }),
    hammer(port, "/page", { callers: 4, ms }),
    Promise.all(Array.from({ length: 20 }, () => ask(port, "/send", { method: "POST" }))),
  ]);
  expect(statuses(page)).toEqual([200]);
  expect(statuses(sent)).toEqual([200]);
  expect(statuses(bulk)).toEqual([200, 503]);
  expect(statuses(search)).toEqual([200, 503]);
  expect(counted()).toMatch(/xinheng_http_shed_total\{class="bulk",why="(?:queue|wait)"\} \d+/);
  expect(counted()).toMatch(/xinheng_http_shed_total\{class="search",why="queue"\} \d+/);
  expect(counted()).not.toContain('class="page"');
  await expect.poll(() => gate.inFlight()).toBe(0);
  for (const path of ["/bulk", "/search", "/page"]) expect((await ask(port, path)).status).toBe(200);
});

test("who is turned away is told when to come back, as a page or as a problem", async () => {
  const { port } = await openSite();
  const answers = await Promise.all(Array.from({ length: 60 }, () => ask(port, "/search")));
  const turned = answers.filter(({ status }) => status === 503);
  expect(turned.length).toBeGreaterThan(0);
  expect(turned[0]).toMatchObject({ retry: "5", text: "<h1>http.busy 5</h1>" });
  const programs = await Promise.all(
    Array.from({ length: 10 }, () => ask(port, "/bulk", { accept: "application/json" })),
  );
  const problem = programs.find(({ status }) => status === 503);
  expect(problem?.retry).toBe("60");
  expect(JSON.parse(problem?.text ?? "{}")).toMatchObject({
    code: "http.busy",
    status: 503,
    detail: "为使公示页面人人可查，本次请求暂未受理。请在 60 秒后再试。",
  });
});

test("downloads that are broken off give their seats back", async () => {
  const { port, gate } = await openSite();
  for (let round = 0; round < 5; round += 1) {
    const asked = request({ port, host: "127.0.0.1", path: "/bulk" });
    asked.on("error", () => undefined).end();
    await new Promise((resolve) => asked.once("response", resolve));
    asked.destroy();
    await expect.poll(() => gate.inFlight()).toBe(0);
  }
  expect((await ask(port, "/bulk")).status).toBe(200);
});
