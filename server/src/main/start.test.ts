import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { initialiseInstance } from "../foundation/accounts/index.ts";
import { statement } from "../platform/database/pool.ts";
import { testDatabase } from "../platform/database/test-database.ts";
import type { TestDatabase } from "../platform/database/test-database.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { StartRefused } from "./failure.ts";
import { initialise } from "./init.ts";
import { openApiDocument } from "./openapi.ts";
import { assertNode, start } from "./start.ts";
import type { Running } from "./start.ts";
import { createStartingApp } from "./starting-app.ts";
import { explainFailure } from "./terminal.ts";
import { makeToken, readWish } from "./token.ts";

let database: TestDatabase;
let folder: string;
let running: Running | undefined;
let said = "";
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-start-"));
  said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(async () => {
  await end();
  vi.restoreAllMocks();
  await database.drop();
  await rm(folder, { recursive: true });
});

function config(more: Readonly<Record<string, string>> = {}): Config {
  const env = {
    PORT: "0",
    XINHENG_DATA: folder,
    XINHENG_DEMO: "0",
    DATABASE_URL: database.url,
    XINHENG_CLOCK: "2026-09-09T08:00:00+08:00",
    ...more,
  };
  const outcome = readConfig(env);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

async function begin(more: Readonly<Record<string, string>> = {}): Promise<string> {
  running = await start(config(more));
  return `http://127.0.0.1:${running.port}`;
}

async function end(): Promise<void> {
  await running?.stop();
  running = undefined;
}

async function refusal(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const error: unknown = await begin(more).catch((failure: unknown) => failure);
  if (!(error instanceof StartRefused)) throw new Error("it started", { cause: error });
  return explainFailure(error).join("\n");
}

test("a start tells its steps and ends in a platform that answers", async () => {
  const url = await begin();
  expect(said).toContain("装载规则");
  expect(said).toContain("信衡已就绪");
  const health = await fetch(`${url}/healthz`);
  expect([health.status, await health.json()]).toEqual([200, { status: "ready" }]);
  const catalogue = (await (await fetch(`${url}/api/v1/catalogue`)).json()) as { day: string; categories: unknown[] };
  expect([catalogue.day, catalogue.categories.length]).toEqual(["2026-09-09", 13]);
  const accounts = JSON.parse(await readFile(path.join(folder, "demo-accounts.json"), "utf8")) as {
    role: string;
    organisation: string;
  }[];
  expect(accounts.find(({ role }) => role === "clerk")?.organisation).toBe("示例市市场监督管理局");
  expect(accounts).toHaveLength(12);
});

test("metrics are for the machine itself and hold patterns only", async () => {
  const url = await begin();
  await fetch(`${url}/api/v1/catalogue/penalty?q=secret`);
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toContain('route="/api/v1/catalogue/{entry}"');
  expect(text).not.toContain("secret");
  expect((await fetch(`${url}/metrics`, { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(404);
});

test("callers from elsewhere are counted and told what is left", async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === "IPv4" && !one.internal)?.address;
  const url = await begin(
    outside === undefined
      ? { XINHENG_PROXIES: "127.0.0.1" }
      : { XINHENG_PROXIES: "127.0.0.1", XINHENG_HOST: "0.0.0.0" },
  );
  const response = await fetch(`${url}/api/v1/catalogue`, { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(response.headers.get("ratelimit-policy")).toBe('"visitor";q=240;w=30');
  expect((await fetch(`${url}/api/v1/catalogue`)).headers.get("ratelimit-policy")).toBeNull();
  if (outside === undefined) return;
  const port = Number(new URL(url).port);
  expect((await fetch(`http://${outside}:${port}/metrics`)).status).toBe(404);
});

test("the Host header builds no link and breaks nothing", async () => {
  const { port } = new URL(await begin());
  const status = await new Promise((resolve) => {
    request({ port, host: "127.0.0.1", path: "/api/v1/catalogue", headers: { host: "evil.example" } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(200);
});

test("a start before the newest receipt is refused", async () => {
  await database.admin.write(async (tx) => {
    await tx.run(
      statement(
        "test.subject",
        "insert into subject.subject values ('S', 'enterprise', 'provisional', '2026-10-01', gen_random_uuid())",
      ),
    );
    await tx.run(
      statement(
        "test.statement",
        `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, received_at, batch, row, warnings, policy_hash, commitment)
         values ('S', 'penalty', 'P', '\\x00', 1, '\\x00', 1, '\\x00', '2026-10-01T00:00:00Z', gen_random_uuid(), 1, '{}', '\\x00', '\\x00')`,
      ),
    );
  });
  expect(await refusal()).toContain("时钟早于已有数据");
  await begin({ XINHENG_CLOCK: "2026-10-02T08:00:00+08:00" });
});

test("a start without the key that sealed what lies in the database is refused: restore it, do not make another", async () => {
  await database.admin.write(async (tx) => {
    const subject =
      "insert into subject.subject values ('S1', 'enterprise', 'registered', '2020-01-01Z', gen_random_uuid())";
    await tx.run(statement("test.start-subject", subject));
    const key =
      "insert into statements.subject_key values ('S1', decode(repeat('0', 32), 'hex'), 'aes-256-gcm', $1, '\\x00')";
    await tx.run(statement("test.start-key", key), ["0123456789abcdef"]);
  });
  expect(await refusal()).toContain("0123456789abcdef");
});

test("nor without one of the keys that sealed files of cases", async () => {
  await begin();
  await end();
  const own = /^\S+/u.exec(await readFile(path.join(folder, "keys", "key-encryption.keys"), "utf8"))?.[0];
  const keep = (kek: string | undefined): Promise<number> =>
    database.admin.write((tx) =>
      tx.run(
        statement(
          "test.start-file-key",
          `insert into attachments.file_key
           values ($1, gen_random_uuid(), decode(repeat('0', 32), 'hex'), 'aes-256-gcm', $1, '\\x00')`,
        ),
        [kek],
      ),
    );
  await keep(own);
  await begin();
  await end();
  await keep("fedcba9876543210");
  expect(await refusal()).toContain("fedcba9876543210");
}, 120_000);

test("production refuses a moved clock and demo accounts", async () => {
  await initialiseInstance(database.db, { at: new Date(), region: "990100", production: true });
  expect(await refusal()).toContain("正式系统不得移动时钟");
});

test("another region's database, a broken policy and a wrong clock are refused by name", async () => {
  await initialiseInstance(database.db, { at: new Date(), region: "990100", production: false });
  expect(await refusal({ XINHENG_REGION: "990200" })).toContain("本库已初始化为区域 990100");
  expect(await refusal({ XINHENG_CLOCK: "tomorrow" })).toContain("XINHENG_CLOCK 有误");
  const broken = await refusal({ XINHENG_POLICY: path.join(folder, "nowhere") });
  expect(broken).toContain("规则文件有误");
  expect(broken).toContain("nowhere");
});

test("a taken port is explained", async () => {
  const url = await begin();
  const taken = config({ PORT: new URL(url).port });
  const error: unknown = await start(taken).catch((failure: unknown) => failure);
  expect(explainFailure(error, taken)).toEqual([
    `端口 ${taken.port} 已被占用。请停止占用它的程序，或用 PORT 另选端口。`,
  ]);
});

test("an older Node is refused", () => {
  expect(() => assertNode("20.19.0")).toThrow(StartRefused);
  expect(() => assertNode("24.0.0")).not.toThrow();
});

test("the local commands mark production once and make the first administrator", async () => {
  expect(await initialise(config(), true)).toContain("正式系统");
  await expect(initialise(config(), false)).rejects.toThrow("accounts.instance-differs");
  const wish = readWish([
    "--login",
    "root",
    "--organisation",
    "129901009900397397",
    "--name",
    "示例市公共信用信息中心",
  ]);
  expect(wish.role).toBe("system-admin");
  expect(await makeToken(config(), wish)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  await expect(makeToken(config(), wish)).rejects.toThrow("accounts.login-taken");
  for (const args of [
    [],
    ["--login", "x"],
    ["--bogus"],
    ["--login", "x", "--organisation", "y", "--name", "z", "--role", "king"],
  ]) {
    expect(() => readWish(args)).toThrow("main.usage");
  }
});

test("while it starts, people see a page with the step and programs an honest 503", async () => {
  const app = createStartingApp(() => "装载<规则>");
  const health = await app.request("/healthz");
  expect([health.status, await health.json()]).toEqual([503, { status: "starting", reason: "装载<规则>" }]);
  const page = await app.request("/subjects?q=x", { headers: { accept: "text/html" } });
  expect([page.status, page.headers.get("refresh")]).toEqual([503, "2"]);
  expect(await page.text()).toContain("装载&lt;规则&gt;");
  const api = await app.request("/api/v1/subjects", { headers: { accept: "text/html" } });
  expect([api.status, await api.json()]).toMatchObject([
    503,
    { code: "main.starting", detail: "正在装载<规则>。请稍候再试。" },
  ]);
});

test("the contract is made without a server and names its refusals", () => {
  const document = openApiDocument() as {
    openapi: string;
    paths: Record<string, { get: { responses: Record<string, unknown> } }>;
  };
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toContain("/api/v1/catalogue/{entry}");
  expect(Object.keys(document.paths["/api/v1/catalogue"]?.get.responses ?? {})).toEqual(["200", "304", "default"]);
});

test(
  "the key of pseudonyms is made where natural persons are subjects, and nowhere else",
  { timeout: 120_000 },
  async () => {
    const file = path.join(folder, "keys", "pseudonym.key");
    await begin();
    await expect(readFile(file)).rejects.toThrow("ENOENT");
    await running?.stop();
    running = await start({ ...config(), naturalPersons: true });
    expect(await readFile(file, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
  },
);
