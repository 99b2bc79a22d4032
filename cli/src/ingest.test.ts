import { createHash, randomBytes } from "node:crypto";
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "./run.ts";
import { problem, TestPlatform, TOKEN } from "./test-platform.ts";
import { ran } from "./test-terminal.ts";

const PROVIDER = "11990100990001378K";
const AS = ["--provider", PROVIDER, "--entry", "penalty"];
const MEGA = 1024 * 1024;

let platform: TestPlatform;
let folder: string;
let small: string;
beforeEach(async () => {
  platform = new TestPlatform();
  await platform.start();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-cli-"));
  small = await file("small.csv", "行政相对人名称\n示例市澄岸环境工程有限公司\n");
});
afterEach(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const full = path.join(folder, name);
  await writeFile(full, content);
  return full;
}

async function large(megabytes: number): Promise<{ name: string; digest: string }> {
  const bytes = randomBytes(megabytes * MEGA + 17);
  return { name: await file("large.csv", bytes), digest: createHash("sha256").update(bytes).digest("hex") };
}

test("a small file goes in one shot and is followed to its end", async () => {
  platform.busyLooks = 2;
  const { exit, document, err } = await ran(platform.env, "ingest", small, ...AS, "--purpose", "月度报送");
  expect([exit, document["state"], document["accepted"]]).toEqual([0, "done", 3]);
  expect(platform.seen.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "GET"]);
  expect(platform.seen[0]?.query).toBe(`?provider=${PROVIDER}&entry=penalty&purpose=${encodeURIComponent("月度报送")}`);
  expect(platform.seen[0]?.headers).toMatchObject({ prefer: "respond-async", authorization: `Bearer ${TOKEN}` });
  expect(err).toContain("处理中：已处理 3 行");
  expect(err).toContain("已完成：收到 3 行，入库 3");
});

test("an old platform's file is sent with its counts and the document of the handover", async () => {
  const old = ["--mapping", "old-platform-penalties", "--declared", "正常=3", "--document", "移交1号"];
  expect((await ran(platform.env, "ingest", small, ...AS, ...old)).exit).toBe(0);
  const query = new URLSearchParams(platform.seen[0]?.query);
  expect([query.get("declared"), query.get("document")]).toEqual(["正常=3", "移交1号"]);
});

test("rows that did not come in are no failure: they are told, and where the rest is", async () => {
  const issue = (row: number) => ({
    row,
    outcome: "rejected",
    field: "决定日期",
    code: "ingest.date-future",
    value: "\u001b[2J",
    message: `第${row}行\u001b[31m：日期在未来`,
  });
  platform.summary = {
    rejected: 25,
    quarantined: 1,
    issueCount: 26,
    issues: Array.from({ length: 26 }, (_, at) => issue(at + 2)),
  };
  const { exit, document, err } = await ran(platform.env, "ingest", small, ...AS);
  expect([exit, document["issues"].length]).toEqual([0, 26]);
  expect(err).toContain("21  退回  第21行");
  expect(err).not.toContain("第22行");
  expect(err).toContain(`共 26 条问题，以上是前 20 条。查看全部：xinheng issues ${document["batch"]} --all --csv`);
  expect(err).toContain("xinheng questions");
  expect(err).not.toContain("\u001b");
});

test("a large file goes in parts and arrives whole", async () => {
  const { name, digest } = await large(17);
  const { exit, document, err } = await ran(platform.env, "ingest", name, ...AS);
  expect(exit).toBe(0);
  expect(platform.digest(document["batch"])).toBe(digest);
  expect(
    platform.seen.filter(({ method }) => method === "PATCH").map(({ headers }) => headers["upload-offset"]),
  ).toEqual(["0", `${8 * MEGA}`, `${16 * MEGA}`]);
  expect(err).toContain("已开启续传，批次");
  expect(err).toContain("17.0 MB");
});

test("a connection that is cut again and again is resumed where the server stands", async () => {
  const { name, digest } = await large(10);
  platform.cuts = [3 * MEGA, 1, 0, 2 * MEGA];
  const { exit, document, err, slept } = await ran(platform.env, "ingest", name, ...AS);
  expect([exit, platform.digest(document["batch"])]).toEqual([0, digest]);
  expect(platform.batches.size).toBe(1);
  expect(platform.seen.filter(({ method }) => method === "HEAD")).toHaveLength(4);
  expect(err).toContain("从 3.0 MB 处续传");
  expect(err).toContain("秒后重试");
  expect(Math.max(...slept)).toBeGreaterThanOrEqual(500);
});

test("a server that is restarted in the middle is waited for", async () => {
  const { name, digest } = await large(10);
  platform.cuts = [3 * MEGA];
  const going = ran(platform.env, "ingest", name, ...AS);
  while (platform.cuts.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await platform.stop();
  await new Promise((resolve) => setTimeout(resolve, 150));
  platform.before = [problem(503, "main.starting", "系统正在启动")];
  await platform.start();
  const { exit, document, slept } = await going;
  expect([exit, platform.digest(document["batch"])]).toEqual([0, digest]);
  expect(slept.length).toBeGreaterThanOrEqual(2);
});

test("an answer that was lost is not a second batch", async () => {
  const { name } = await large(9);
  platform.cutAnswers = 1;
  const { exit, document } = await ran(platform.env, "ingest", name, ...AS);
  expect([exit, document["state"], platform.batches.size]).toEqual([0, "done", 1]);
});

test("an upload that is whole but not begun is set going by an empty part", async () => {
  const { name, digest } = await large(9);
  platform.cuts = [8 * MEGA, MEGA + 17];
  const { exit, document } = await ran(platform.env, "ingest", name, ...AS);
  expect([exit, platform.digest(document["batch"])]).toEqual([0, digest]);
  expect(platform.seen.filter(({ method }) => method === "PATCH").at(-1)?.headers["content-length"]).toBe("0");
});

test("an offset that is still held by the cut connection is waited for", async () => {
  const { name, digest } = await large(9);
  platform.cuts = [MEGA, "held", "held"];
  const { exit, document } = await ran(platform.env, "ingest", name, ...AS);
  expect([exit, platform.digest(document["batch"])]).toEqual([0, digest]);
});

test("force goes in parts, however small, and says so to the end", async () => {
  const { exit } = await ran(
    platform.env,
    "ingest",
    small,
    ...AS,
    "--force",
    "--mends",
    "0198f9a0-0000-7000-8000-000000000001",
  );
  expect(exit).toBe(0);
  expect(platform.seen.map(({ method }) => method).slice(0, 2)).toEqual(["POST", "PATCH"]);
  expect(platform.seen[0]?.query).toContain("mends=0198f9a0");
  expect(platform.seen[1]?.query).toBe("?force=true");
});

test("the same file again is told as such", async () => {
  const first = await ran(platform.env, "ingest", small, ...AS);
  const known = { ...first.document, sameAs: true };
  platform.fixed.set("POST /api/v1/batches", { status: 200, json: known });
  const { exit, document, err } = await ran(platform.env, "ingest", small, ...AS);
  expect([exit, document["batch"], document["sameAs"]]).toEqual([0, first.document["batch"], true]);
  expect(err).toContain("同一文件此前已报送");
});

test("a refusal is shown in Chinese, with its problem on stdout", async () => {
  const refusal = problem(403, "ingest.forbidden-column", "含有不得归集的列", "“治安管理处罚”依法不得归集。");
  platform.fixed.set("POST /api/v1/batches", {
    ...refusal,
    json: { ...(refusal.json as object), article: "public-security-law#136", availableFrom: "2026-10-01" },
  });
  const { exit, document, err } = await ran(platform.env, "ingest", small, ...AS);
  expect([exit, document["code"], document["article"]]).toEqual([
    1,
    "ingest.forbidden-column",
    "public-security-law#136",
  ]);
  expect(err).toBe(
    "未通过：含有不得归集的列。“治安管理处罚”依法不得归集。\n依据：public-security-law#136\n最早可于 2026-10-01 再次提出。\n",
  );
});

test("a file of which nothing stands is refused, though the server says so late", async () => {
  platform.summary = {
    state: "failed",
    failure: { code: "tabular.encrypted", message: "文件已加密。请去掉密码后重新报送" },
  };
  const { exit, document, err } = await ran(platform.env, "ingest", small, ...AS);
  expect([exit, document["code"]]).toEqual([1, "tabular.encrypted"]);
  expect(document["batch"]).toBe([...platform.batches.keys()][0]);
  expect(err).toContain("文件已加密");
});

test.each([
  [
    "mapping.yaml",
    "id: mine\nzh: 本局表\nentry: penalty\nprofile: legacy\ncolumns:\n  企业名称: subjectName\n  序号: null\n",
  ],
  [
    "mapping.json",
    '{"zh":"本局表","entry":"penalty","profile":"legacy","columns":{"企业名称":"subjectName","序号":null}}',
  ],
])("a mapping file %s is registered first and named by its content", async (name, content) => {
  platform.fixed.set("POST /api/v1/mappings", { status: 201, json: { mapping: "3f9a" } });
  const { exit, err } = await ran(platform.env, "ingest", small, ...AS, "--mapping", await file(name, content));
  expect(exit).toBe(0);
  expect(JSON.parse(platform.seen[0]?.body ?? "")).toEqual({
    zh: "本局表",
    entry: "penalty",
    profile: "legacy",
    columns: { 企业名称: "subjectName", 序号: null },
  });
  expect(platform.seen[1]?.query).toContain("mapping=3f9a");
  expect(err).toContain("字段映射已登记：3f9a");
});

test("a mapping's name is sent as it is, and a broken mapping file is not sent at all", async () => {
  await ran(platform.env, "ingest", small, ...AS, "--mapping", "shandong-env");
  expect(platform.seen[0]?.query).toContain("mapping=shandong-env");
  platform.seen.length = 0;
  const broken = await file("broken.yaml", "columns:\n  a: [1\n");
  for (const mapping of [
    broken,
    await file("broken.json", "{"),
    path.join(folder, "nowhere.yml"),
    await file("empty.yaml", ""),
  ]) {
    const { exit, document } = await ran(platform.env, "ingest", small, ...AS, "--mapping", mapping);
    expect([exit, document["code"]]).toEqual([2, "cli.mapping-unreadable"]);
  }
  expect(platform.seen).toEqual([]);
});

test("a file that changes while it is sent is not sent to its end", async () => {
  const { name } = await large(17);
  platform.cuts = [MEGA];
  platform.onCut = () => appendFile(name, "one more row\n");
  const { exit, document } = await ran(platform.env, "ingest", name, ...AS);
  expect([exit, document["code"]]).toEqual([1, "cli.file-changed"]);
  expect([...platform.batches.values()].map(({ state }) => state)).toEqual(["receiving"]);
});

test("a server that cannot be reached ends the command at once", async () => {
  await platform.stop();
  const { name } = await large(9);
  for (const one of [small, name]) {
    const { exit, document, err, slept } = await ran(platform.env, "ingest", one, ...AS);
    expect([exit, document["code"], slept]).toEqual([3, "cli.unreachable", []]);
    expect(err).toContain("连接被拒绝");
  }
});

test("a server that is never ready again is given up after a while", async () => {
  const { name } = await large(9);
  platform.cuts = [MEGA];
  let clock = 0;
  let out = "";
  const going = run(["ingest", name, ...AS], {
    env: platform.env,
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    err: () => undefined,
    sleep: async (ms) => {
      clock += ms;
      await platform.stop();
    },
    now: () => clock,
    wall: () => clock,
  });
  expect(await going).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ code: "cli.unreachable" });
  expect(clock).toBeGreaterThan(600_000);
  expect(clock).toBeLessThan(660_000);
});

test("a refusal for load is waited out as long as the server asks", async () => {
  platform.before = [
    { ...problem(429, "http.too-many", "请求过于频繁", "请在 7 秒后再试。"), headers: { "retry-after": "7" } },
  ];
  const { exit, slept, err } = await ran(platform.env, "ingest", small, ...AS);
  expect(exit).toBe(0);
  expect(slept[0]).toBeGreaterThanOrEqual(7000);
  expect(err).toContain("请在 7 秒后再试，7 秒后重试");
});

test("a token is never shown, whatever happens", async () => {
  const secret = `${TOKEN}-secret`;
  const wrong = await ran({ ...platform.env, XINHENG_TOKEN: secret }, "ingest", small, ...AS);
  const broken = await ran({ ...platform.env, XINHENG_TOKEN: `${secret} two words` }, "ingest", small, ...AS);
  const inAddress = await ran(
    { ...platform.env, XINHENG_SERVER: `http://me:${secret}@127.0.0.1:${platform.port}` },
    "ingest",
    small,
    ...AS,
  );
  const asOption = await ran(platform.env, "ingest", small, ...AS, `--token=${secret}`);
  const asWord = await ran(platform.env, "ingest", small, secret, ...AS);
  const runs = [wrong, broken, inAddress, asOption, asWord];
  expect(runs.map(({ document }) => document["code"])).toEqual([
    "accounts.unauthenticated",
    "cli.bad-token",
    "cli.bad-server",
    "cli.usage",
    "cli.usage",
  ]);
  expect(runs.map(({ exit }) => exit)).toEqual([1, 2, 2, 2, 2]);
  for (const { out, err } of runs) expect(out + err).not.toContain(secret);
});

test("a token does not follow a redirection", async () => {
  platform.before = [{ status: 302, text: "", headers: { location: `http://127.0.0.1:${platform.port}/elsewhere` } }];
  const { exit, document } = await ran(platform.env, "batch", "b");
  expect([exit, document["code"], platform.seen.length]).toEqual([1, "cli.bad-answer", 1]);
});
