// The client against the real platform: its own tests stop at the contract, these go through to the record.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, connect } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readConfig } from "../../server/src/main/config.ts";
import type { Config } from "../../server/src/main/config.ts";
import { start } from "../../server/src/main/start.ts";
import type { Running } from "../../server/src/main/start.ts";
import { testDatabase } from "../../server/src/platform/database/test-database.ts";
import type { TestDatabase } from "../../server/src/platform/database/test-database.ts";
import { ran } from "./test-terminal.ts";
import type { Ran } from "./test-terminal.ts";

interface DemoAccount {
  readonly role: string;
  readonly uscc: string;
  readonly organisation: string;
  readonly token: string;
}

let database: TestDatabase;
let folder: string;
let running: Running | undefined;
let accounts: readonly DemoAccount[];

function config(port: number, time = "08:00"): Config {
  const outcome = readConfig({
    PORT: String(port),
    XINHENG_DATA: path.join(folder, "data"),
    DATABASE_URL: database.url,
    XINHENG_CLOCK: `2026-09-09T${time}:00+08:00`,
    XINHENG_DEMO: "0",
    XINHENG_PUBLIC_URL: "http://credit.example.invalid",
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-journey-"));
  running = await start(config(0));
  const file = path.join(folder, "data", "demo-accounts.json");
  accounts = JSON.parse(await readFile(file, "utf8")) as readonly DemoAccount[];
});
afterAll(async () => {
  await running?.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

function account(role: string): DemoAccount {
  const found = accounts.find((one) => one.role === role);
  if (found === undefined) throw new Error(role);
  return found;
}

/** Runs a command line as the holder of a role. */
function as(role: string, ...words: readonly string[]): Promise<Ran> {
  const { token } = account(role);
  return ran({ XINHENG_SERVER: `http://127.0.0.1:${running?.port}`, XINHENG_TOKEN: token }, ...words);
}

function penalties(rows: readonly (readonly [document: string, code: string, more?: string])[]): string {
  const { organisation, uscc } = account("clerk");
  const heads =
    "行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,行政处罚决定文书号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额(万元),处罚决定日期,处罚有效期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,本局内部说明";
  const lines = rows.map(([document, code, more = ""]) => {
    const subject = `示例市澄岸环境工程有限公司,法人及非法人组织,${code},`;
    const act = `${document},产品质量,销售不合格产品,《产品质量法》第四十九条,罚款,罚款人民币贰万元整,2,2026-06-18,2027-06-18`;
    return [subject, act, organisation, uscc, organisation, uscc, more].join(",");
  });
  return `${[heads, ...lines].join("\n")}\n`;
}

const CODE = "91990100MA0XH0026G";

async function file(name: string, text: string): Promise<string> {
  const full = path.join(folder, name);
  await writeFile(full, text);
  return full;
}

const sent = (name: string, ...more: string[]): Promise<Ran> =>
  as("clerk", "ingest", name, "--provider", account("clerk").uscc, "--entry", "penalty", ...more);

test("a department sends, asks, decides, keeps its receipt and takes the batch back", async () => {
  const rows = penalties([
    ["示市监罚〔2026〕1号", CODE],
    ["示市监罚〔2026〕2号", CODE.toLowerCase()],
    ["示市监罚〔2026〕3号", "11010519491231002X"],
  ]);
  const first = await sent(await file("penalties.csv", rows));
  const { batch } = first.document;
  expect([first.exit, first.document]).toMatchObject([
    0,
    { state: "done", received: 3, accepted: 1, quarantined: 1, rejected: 1 },
  ]);
  expect(first.err).toContain("代码列填了居民身份证件号码");
  expect((await sent(path.join(folder, "penalties.csv"))).document).toMatchObject({ batch, sameAs: true });

  expect((await as("clerk", "batch", batch)).document).toMatchObject({ batch, state: "done" });
  const csv = await as("clerk", "issues", batch, "--all", "--csv");
  expect(csv.out.split("\r\n").length).toBeGreaterThanOrEqual(4);
  expect(csv.out).not.toContain("11010519491231002X");
  const questions = await as("clerk", "questions", batch);
  expect(questions.document["items"]).toMatchObject([{ row: 3, state: "open", proposals: [CODE] }]);

  const verdict = [
    "--row",
    "3",
    "--accept",
    "--subject",
    CODE,
    "--reason",
    "已核对决定书",
    "--document",
    "示核〔2026〕1号",
  ];
  const asked = await as("clerk", "decide", batch, ...verdict);
  expect([asked.exit, asked.document["state"]]).toEqual([0, "open"]);
  const alone = await as("clerk", "approve", asked.document["proposal"]);
  expect([alone.exit, alone.document["code"]]).toEqual([1, "approvals.second-person"]);
  const waiting = await as("reviewer", "approvals");
  expect(waiting.document["items"]).toMatchObject([{ proposal: asked.document["proposal"], mayDecide: true }]);
  const second = await as("reviewer", "approve", asked.document["proposal"]);
  expect([second.exit, second.document["result"]]).toMatchObject([0, { state: "accepted" }]);

  const receipts = await mkdtemp(path.join(folder, "receipts-"));
  expect((await as("clerk", "receipt", batch, "--out", receipts)).exit).toBe(0);
  const published = await fetch(`http://127.0.0.1:${running?.port}/api/v1/receipt-key`);
  const key = await file("platform.key", await published.text());
  const verify = ["verify", "--receipts", receipts, "--key", key];
  expect((await as("clerk", "verify", "--receipts", receipts)).document).toMatchObject({ failures: 0, compared: 1 });
  expect((await as("clerk", ...verify)).document).toMatchObject({ receipts: 1, failures: 0, compared: 1 });
  const stranger = await as("bank", ...verify);
  expect(stranger.exit).toBe(1);

  const withdrawal = await as("clerk", "withdraw", batch, "--reason", "报送有误", "--document", "函1号");
  expect((await as("clerk", "batch", batch)).document["state"]).toBe("done");
  expect((await as("reviewer", "approve", withdrawal.document["proposal"])).exit).toBe(0);
  expect((await as("clerk", "batch", batch)).document["state"]).toBe("withdrawn");
  expect((await as("clerk", ...verify)).document).toMatchObject({ failures: 0, compared: 1 });
});

test("a layout of one's own is registered from a file; completeness is declared", async () => {
  const { uscc } = account("clerk");
  const mapping = await file(
    "mapping.yaml",
    "id: ours\nzh: 本局表\nentry: penalty\nprofile: legacy\ncolumns: { unit: subjectName, uscc: subjectCode, no: documentNo, day: decidedOn, by: authority, what: content, seq: null }\n",
  );
  const { organisation } = account("clerk");
  const rows = await file(
    "ours.csv",
    `seq,unit,uscc,no,day,by,what\n1,示例市澄岸环境工程有限公司,${CODE},示市监罚〔2026〕9号,2026-06-18,${organisation},罚款人民币贰万元整\n`,
  );
  const own = await sent(rows, "--mapping", mapping);
  expect([own.exit, own.document]).toMatchObject([0, { state: "done", received: 1, accepted: 1 }]);
  const declared = await as("clerk", "complete", "--provider", uscc, "--entry", "penalty", "--through", "2026-08-31");
  expect([declared.exit, declared.document]).toMatchObject([0, { through: "2026-08-31" }]);
  const early = await as("clerk", "complete", "--provider", uscc, "--entry", "penalty", "--through", "2026-10-01");
  expect([early.exit, early.document["code"]]).toEqual([1, "ingest.completeness-future"]);
});

test("a file that must not come in is refused with its article", async () => {
  const forbidden = await sent(
    await file("forbidden.csv", penalties([["甲1号", CODE]]).replace("本局内部说明", "宗教信仰")),
  );
  expect([forbidden.exit, forbidden.document["code"]]).toEqual([1, "ingest.forbidden-column"]);
  const foreign = await as(
    "clerk",
    "ingest",
    path.join(folder, "forbidden.csv"),
    "--provider",
    "11990100MB0XH0054P",
    "--entry",
    "penalty",
  );
  expect([foreign.exit, foreign.document["code"]]).toEqual([1, "accounts.other-organisation"]);
});

test("a refusal is heard while a whole file is still being sent", async () => {
  const name = await file("whole.csv", "x".repeat(8 * 1024 * 1024));
  const env = { XINHENG_SERVER: `http://127.0.0.1:${running?.port}`, XINHENG_TOKEN: "nobody" };
  const { exit, document, slept } = await ran(
    env,
    "ingest",
    name,
    "--provider",
    account("clerk").uscc,
    "--entry",
    "penalty",
  );
  expect([exit, document["status"], slept]).toEqual([1, 401, []]);
});

/** Passes everything on, and cuts its first connections after so many bytes. */
async function cuttingProxy(to: number, cuts: number[]): Promise<{ port: number; close: () => void }> {
  const proxy = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    let passed = 0;
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    near.on("data", (bytes: Buffer) => {
      passed += bytes.length;
      const [limit = Infinity] = cuts;
      if (passed > limit) {
        cuts.shift();
        cut();
      } else if (!far.write(bytes)) {
        near.pause();
        far.once("drain", () => near.resume());
      }
    });
    far.on("data", (bytes: Buffer) => near.write(bytes));
    for (const end of [near, far]) end.on("error", cut).on("close", cut);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return { port: (proxy.address() as AddressInfo).port, close: () => void proxy.close() };
}

test("a large file survives a cut line and a restarted server, and counts as if nothing had happened", async () => {
  const padding = "说".repeat(10_000);
  const rows = Array.from({ length: 500 }, (_, at): readonly [string, string, string] => [
    `示市监大〔2026〕${at}号`,
    CODE,
    padding,
  ]);
  const name = await file("large.csv", penalties(rows));
  const port = running?.port ?? 0;
  const proxy = await cuttingProxy(port, [5_000_000, 2_000_000]);
  const { token, uscc } = account("clerk");
  const env = { XINHENG_SERVER: `http://127.0.0.1:${proxy.port}`, XINHENG_TOKEN: token };
  const going = ran(env, "ingest", name, "--provider", uscc, "--entry", "penalty");
  const spool = path.join(folder, "data", "spool");
  while ((await readdir(spool)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await running?.stop();
  running = undefined;
  running = await start(config(port, "09:00"));
  const { exit, document, err } = await going;
  proxy.close();
  expect([exit, document]).toMatchObject([0, { state: "done", received: 500, accepted: 500 }]);
  expect(err).toContain("处续传");
});
