import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { csvLine } from "./csv.ts";
import { problem, TestPlatform } from "./test-platform.ts";
import { ran } from "./test-terminal.ts";
import { commandHelp } from "./text.ts";

const BATCH = "0198f9a0-0000-7000-8000-000000000001";
const PATH = `/api/v1/batches/${BATCH}`;

let platform: TestPlatform;
let folder: string;
beforeEach(async () => {
  platform = new TestPlatform();
  await platform.start();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-cli-"));
});
afterEach(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
});

const counts = { received: 4, skipped: 1, accepted: 1, duplicates: 0, quarantined: 1, rejected: 1, naturalPersons: 1 };
const summary = { batch: BATCH, state: "done", ...counts, issueCount: 0, issues: [], failure: null };

test("a batch is shown with its counts", async () => {
  platform.fixed.set(`GET ${PATH}`, { status: 200, json: summary });
  const { exit, document, err } = await ran(platform.env, "batch", BATCH);
  expect([exit, document]).toEqual([0, summary]);
  expect(err).toContain("已完成：收到 4 行，入库 1，重复 0，疑问数据 1，退回 1，说明行 1。");
  expect(err).toContain("1 行是自然人信息");
});

test("a batch that waits for bytes, and one that could not be read, say so", async () => {
  const waiting = { ...summary, state: "receiving", uploadOffset: 2_097_152, uploadLength: 10_485_760 };
  platform.fixed.set(`GET ${PATH}`, { status: 200, json: waiting });
  expect((await ran(platform.env, "batch", BATCH)).err).toContain("已上传 2.0 MB / 10.0 MB");
  const failed = { ...summary, state: "failed", failure: { code: "tabular.empty", message: "文件没有数据" } };
  platform.fixed.set(`GET ${PATH}`, { status: 200, json: failed });
  const { exit, err } = await ran(platform.env, "batch", BATCH);
  expect([exit, err.includes("原因：文件没有数据")]).toEqual([0, true]);
});

const issue = (row: number, value: string) => ({
  row,
  outcome: "rejected",
  field: "名称",
  code: "ingest.x",
  value,
  message: `第${row}行`,
});

function twoPages(below: string, first: object, second: object): void {
  platform.fixed.set(`GET ${PATH}${below}`, (query) =>
    query.get("cursor") === "c 2"
      ? { status: 200, json: { items: [second], next: null } }
      : { status: 200, json: { items: [first], next: "c 2" } },
  );
}

test("issues are one page, or all of them", async () => {
  twoPages("/issues", issue(2, "a"), issue(3, "b"));
  const page = await ran(platform.env, "issues", BATCH);
  expect(page.document).toEqual({ items: [issue(2, "a")], next: "c 2" });
  expect(page.err).toContain("加 --all 取全部");
  const all = await ran(platform.env, "issues", BATCH, "--all");
  expect(all.document).toEqual({ items: [issue(2, "a"), issue(3, "b")], next: null });
  expect(all.err).toContain("共 2 条问题。");
});

test("issues as CSV run no formula in a spreadsheet", async () => {
  twoPages("/issues", issue(2, "=HYPERLINK(1)"), issue(3, 'a,"b"'));
  const { exit, out } = await ran(platform.env, "issues", BATCH, "--all", "--csv");
  expect(exit).toBe(0);
  expect(out).toBe(
    '\ufeff行,工作表,去向,字段,代码,原值,说明\r\n2,,退回,名称,ingest.x,\'=HYPERLINK(1),第2行\r\n3,,退回,名称,ingest.x,"a,""b""",第3行\r\n',
  );
});

test.each(["=1", "+1", "-1", "@a", "\tx", "\rx", "＝1", "＋1", "－1", "＠a"])(
  "%o is not run by a spreadsheet",
  (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
  },
);

test("questions are listed whole, with their proposals", async () => {
  const question = (row: number, state: string) => ({
    row,
    sheet: null,
    codes: ["ingest.name-only"],
    messages: ["只有名称，没有代码。"],
    name: "示例市澄岸环境工程有限公司",
    statedCode: null,
    proposals: ["91990100MA0XH0026G"],
    state,
  });
  twoPages("/questions", question(2, "open"), question(3, "rejected"));
  const { exit, document, err } = await ran(platform.env, "questions", BATCH);
  expect([exit, document["items"].length]).toEqual([0, 2]);
  expect(err).toContain("91990100MA0XH0026G");
  expect(err).toContain("共 2 条疑问数据，其中 1 条待核实。");
});

test("a decision, a withdrawal and a declaration carry what was said", async () => {
  const proposal = { proposal: "p-1", title: "撤回批次", state: "open" };
  platform.fixed.set(`POST ${PATH}/decisions`, { status: 202, json: proposal });
  platform.fixed.set(`POST ${PATH}/withdrawal`, { status: 202, json: proposal });
  platform.fixed.set("POST /api/v1/completeness", { status: 201, json: { through: "2026-08-31" } });
  const subject = "91990100MA0XH0026G";
  const decided = await ran(
    platform.env,
    "decide",
    BATCH,
    "--row",
    "3",
    "--sheet",
    "表一",
    "--accept",
    "--subject",
    subject,
    "--reason",
    "核对无误",
    "--document",
    "示核〔2026〕1号",
  );
  expect([decided.exit, decided.document]).toEqual([0, proposal]);
  const withdrawn = await ran(platform.env, "withdraw", BATCH, "--reason", "报错了文件", "--document", "函1号");
  expect([withdrawn.exit, withdrawn.document]).toEqual([0, proposal]);
  for (const { err } of [decided, withdrawn]) expect(err).toContain("xinheng approve p-1");
  const declared = await ran(
    platform.env,
    "complete",
    "--provider",
    "11990100990001378K",
    "--entry",
    "penalty",
    "--through",
    "2026-08-31",
    "--nil-from",
    "2026-08-01",
  );
  expect(declared.err).toContain("零报告");
  expect(platform.seen.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    { row: 3, sheet: "表一", action: "accept", subject, reason: "核对无误", documentNo: "示核〔2026〕1号" },
    { reason: "报错了文件", documentNo: "函1号" },
    { provider: "11990100990001378K", entry: "penalty", through: "2026-08-31", nilFrom: "2026-08-01" },
  ]);
});

test("what waits for a second person is listed, approved and refused", async () => {
  const item = { proposal: "p-1", state: "open", title: "撤回批次", target: BATCH, reason: "报错了文件" };
  platform.fixed.set("GET /api/v1/approvals", (query) => ({
    status: 200,
    json: { items: query.get("list") === "inbox" ? [item] : [], next: null },
  }));
  const inbox = await ran(platform.env, "approvals");
  expect([inbox.exit, inbox.document["items"]]).toEqual([0, [item]]);
  expect(inbox.err).toContain("报错了文件");
  expect((await ran(platform.env, "approvals", "--mine")).document["items"]).toEqual([]);
  for (const act of ["approval", "refusal", "withdrawal"]) {
    platform.fixed.set(`POST /api/v1/approvals/p-1/${act}`, { status: 200, json: { act } });
  }
  expect((await ran(platform.env, "approve", "p-1")).document).toEqual({ act: "approval" });
  expect((await ran(platform.env, "refuse", "p-1", "--reason", "批次无误")).document).toEqual({ act: "refusal" });
  expect((await ran(platform.env, "refuse", "p-1", "--mine")).document).toEqual({ act: "withdrawal" });
  expect((await ran(platform.env, "refuse", "p-1")).exit).toBe(2);
});

test("a decision is sent once, whatever becomes of the answer", async () => {
  platform.before = [problem(503, "main.starting", "系统正在启动")];
  const { exit, document } = await ran(platform.env, "decide", BATCH, "--row", "3", "--reject", "--reason", "不实");
  expect([exit, document["code"], platform.seen.length]).toEqual([3, "main.starting", 1]);
});

test("a receipt is kept as it is and never over another", async () => {
  platform.fixed.set(`GET ${PATH}/receipt`, { status: 200, text: "note one\n" });
  expect((await ran(platform.env, "receipt", BATCH)).document).toEqual({ batch: BATCH, receipt: "note one\n" });
  const kept = await ran(platform.env, "receipt", BATCH, "--out", folder);
  expect(kept.document["file"]).toBe(path.join(folder, `${BATCH}.receipt`));
  expect(await readFile(kept.document["file"], "utf8")).toBe("note one\n");
  expect((await ran(platform.env, "receipt", BATCH, "--out", folder)).err).toContain("未改写");
  platform.fixed.set(`GET ${PATH}/receipt`, { status: 200, text: "note two\n" });
  const other = await ran(platform.env, "receipt", BATCH, "--out", folder);
  expect([other.exit, other.document["code"]]).toEqual([1, "cli.file-exists"]);
  expect(await readFile(kept.document["file"], "utf8")).toBe("note one\n");
  expect(await readdir(folder)).toHaveLength(1);
  const nowhere = await ran(platform.env, "receipt", BATCH, "--out", path.join(folder, "no", "where"));
  expect(nowhere.document["code"]).toBe("cli.file-unreadable");
});

test.each<[string, readonly string[], string]>([
  ["no command", [], "请写明命令"],
  ["an unknown command", ["evaluate"], "没有命令“evaluate”"],
  ["an unknown option", ["batch", BATCH, "--frobnicate"], "没有选项 --frobnicate"],
  ["no file", ["ingest", "--provider", "p", "--entry", "e"], "缺少 文件"],
  ["no provider", ["ingest", "f", "--entry", "e"], "缺少选项 --provider"],
  ["an empty reason", ["withdraw", BATCH, "--reason", " ", "--document", "d"], "--reason 的值不能为空"],
  ["an option without its value", ["withdraw", BATCH, "--reason"], "选项 --reason 的写法不对"],
  ["too many words", ["batch", BATCH, "more"], "多余的参数"],
  ["both verdicts", ["decide", BATCH, "--row", "2", "--reason", "r", "--accept", "--reject"], "--accept 与 --reject"],
  ["no verdict", ["decide", BATCH, "--row", "2", "--reason", "r"], "--accept 与 --reject"],
  ["a row that is none", ["decide", BATCH, "--row", "0", "--reason", "r", "--accept"], "--row 应为"],
])("%s is wrong usage", async (_, words, said) => {
  const { exit, document, err } = await ran(platform.env, ...words);
  expect([exit, document["code"], platform.seen.length]).toEqual([2, "cli.usage", 0]);
  expect(err).toContain(said);
  expect(err).toContain("--help");
});

test("what can only be done as somebody needs a token", async () => {
  const { XINHENG_SERVER = "" } = platform.env;
  for (const env of [{ XINHENG_SERVER }, { XINHENG_SERVER, XINHENG_TOKEN: "" }]) {
    const { exit, document } = await ran(env, "batch", BATCH);
    expect([exit, document["code"], platform.seen.length]).toEqual([2, "cli.no-token", 0]);
  }
});

test("every command has help, which asks nobody", async () => {
  const overview = await ran({}, "--help");
  for (const [name, help] of Object.entries(commandHelp)) {
    expect(overview.out).toContain(`  ${name} `);
    const own = await ran({}, ...name.split(" "), "--help");
    expect([own.exit, own.out, own.err]).toEqual([0, `${help}\n`, ""]);
  }
  expect((await ran({}, "--version")).out).toBe("0.1.0\n");
});

test("a folder or a missing file is not sent", async () => {
  await mkdir(path.join(folder, "sub"));
  await writeFile(path.join(folder, "f"), "");
  for (const name of ["sub", "none"]) {
    const { exit, document } = await ran(
      platform.env,
      "ingest",
      path.join(folder, name),
      "--provider",
      "p",
      "--entry",
      "e",
    );
    expect([exit, document["code"], platform.seen.length]).toEqual([2, "cli.file-unreadable", 0]);
  }
});

const traced = {
  rows: 2,
  exports: [
    {
      export: "5b1f0f1c2a3d4e5f60718293a4b5c6d7",
      at: "2026-09-09T00:30:00.000Z",
      organisationName: "示例市税务局",
      named: false,
      common: 2,
      inOrder: 1,
    },
  ],
  note: "",
};

test("a table that turned up is traced, and of a long one its beginning", async () => {
  platform.fixed.set("POST /api/v1/exports/traces", { status: 200, json: traced });
  const file = path.join(folder, "found.csv");
  await writeFile(file, csvLine(["91990100MA0XH0026G", "示〔2026〕1号"]));
  const short = await ran(platform.env, "trace", file, "--reason", "接到举报");
  expect([short.exit, short.document]).toEqual([0, traced]);
  expect(short.err).toContain("示例市税务局");
  expect(short.err).toContain("100%");
  expect(short.err).not.toContain("文件较大");
  await writeFile(file, csvLine(["91990100MA0XH0026G", "示〔2026〕1号"]).repeat(30_000));
  const long = await ran(platform.env, "trace", file, "--reason", "接到举报");
  expect([long.exit, long.err.includes("只比对前 700 kB")]).toEqual([0, true]);
});

test("a trace needs a reason, a file that is there, and no workbook that would have to be cut", async () => {
  const file = path.join(folder, "found.xlsx");
  expect((await ran(platform.env, "trace", file)).exit).toBe(2);
  expect((await ran(platform.env, "trace", file, "--reason", "核对")).document).toMatchObject({
    code: "cli.file-unreadable",
  });
  await writeFile(file, Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(800_000, 65)]));
  expect((await ran(platform.env, "trace", file, "--reason", "核对")).err).toContain("另存为 CSV");
});
