import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Outcome } from "../../kernel/refusal.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { hasMariadb, startMariadb } from "../../platform/exchange/test-mariadb.ts";
import { startConnectors } from "./jobs.ts";
import type { RunTold } from "./jobs.ts";
import { readSources } from "./rules/source.ts";
import type { ConnectorSource } from "./rules/source.ts";
import type { ConnectorPorts } from "./service/ports.ts";
import { runConnector } from "./service/run.ts";
import type { RunReport } from "./service/run.ts";
import { breaking } from "./test-breaking.ts";
import { ddl, heads, valuesOf } from "./test-penalty-rows.ts";
import type { RowParts } from "./test-penalty-rows.ts";
import { bureau, machine, openPuller } from "./test-puller.ts";
import type { Puller } from "./test-puller.ts";

let platform: TestDatabase;
let exchange: TestDatabase;
let table: pg.Client;
let root: string;
let puller: Puller;

beforeAll(async () => {
  exchange = await testDatabase();
  table = new pg.Client({ connectionString: exchange.url });
  await table.connect();
});

afterAll(async () => {
  await table.end();
  await exchange.drop();
});

beforeEach(async () => {
  platform = await testDatabase();
  root = await mkdtemp(path.join(tmpdir(), "xinheng-connector-"));
  puller = await openPuller(platform.db, root);
  await table.query('drop table if exists "处罚"');
  await table.query(ddl("text"));
});

afterEach(async () => {
  await puller.stop();
  await platform.drop();
  await rm(root, { recursive: true, force: true });
});

function sourceOf(url: string, more: Record<string, unknown> = {}): ConnectorSource {
  const sources = readSources({
    connectors: [
      {
        id: "scjg-penalty",
        provider: bureau,
        account: machine.login,
        entry: "penalty",
        engine: url.startsWith("mysql") ? "mysql" : "postgres",
        url,
        table: "处罚",
        cursor: "gxsj",
        key: "zj",
        rowsPerBatch: 3,
        every: 1,
        verdict: { columns: { outcome: "jg", batch: "pc", code: "dm", message: "sm", at: "sj" } },
        ...more,
      },
    ],
  });
  if (!sources.ok) throw new Error(JSON.stringify(sources.refusal));
  const [source] = sources.value;
  if (source === undefined) throw new Error("no source");
  return source;
}

const here = (more: Record<string, unknown> = {}): ConnectorSource => sourceOf(exchange.url, more);

async function lay(...rows: RowParts[]): Promise<void> {
  const names = ["zj", "gxsj", ...heads].map((name) => `"${name}"`).join(", ");
  for (const row of rows) {
    const values = valuesOf(row);
    await table.query(
      `insert into "处罚" (${names}) values (${values.map((_, at) => `$${at + 1}`).join(", ")})`,
      values,
    );
  }
}

const verdicts = async (): Promise<unknown[][]> =>
  (
    await table.query<{ zj: string; jg: string | null; dm: string | null }>('select zj, jg, dm from "处罚" order by zj')
  ).rows.map((row) => [row.zj, row.jg, row.dm]);

const count = async (what: string): Promise<number> =>
  (
    await platform.admin.read((tx) =>
      tx.rows<{ n: number }>(statement(`test.count ${what}`.slice(0, 60), `select count(*)::int as n from ${what}`)),
    )
  )[0]?.n ?? -1;

async function pull(ports: ConnectorPorts = puller.ports, source = here()): Promise<RunReport> {
  const outcome: Outcome<RunReport> = await runConnector(ports, source, { settleMs: 20_000, look: true });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

describe("a department's exchange table", () => {
  test("becomes records, each row answered with its one fate, and a second run changes nothing", async () => {
    await lay(
      { key: "a1" },
      { key: "a2", code: "91990100MA0XH0026H" },
      { key: "a3", decided: "2026-09-10" },
      { key: "a4" },
      { key: "a5", person: "11010519491231002X" },
    );
    expect(await pull()).toEqual({ rows: 5, waiting: false, elsewhere: false, unordered: false });
    expect(await verdicts()).toEqual([
      ["a1", "accepted", null],
      ["a2", "quarantined", "ingest.code-check-digit"],
      ["a3", "rejected", "ingest.date-future"],
      ["a4", "accepted", null],
      ["a5", "accepted", null],
    ]);
    const { rows } = await table.query<{ sm: string; sj: string; pc: string }>(
      `select sm, sj::text, pc from "处罚" where zj = 'a3'`,
    );
    expect(rows[0]).toMatchObject({
      sj: "2026-09-09 08:00:00",
      sm: expect.stringContaining("处罚决定日期"),
      pc: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(rows[0]?.sm).not.toMatch(/第\d+行/);
    expect(await pull()).toMatchObject({ rows: 0 });
    expect([
      await count("statements.statement"),
      await count("ingest.batch"),
      await count("audit.entry where action = 'connector.page'"),
    ]).toEqual([3, 2, 2]);
  });

  test("is read again where a row was changed later, and where one was laid in behind the cursor", async () => {
    await lay({ key: "b1" }, { key: "b2", at: "2026-09-03 08:00:00" });
    await pull();
    await lay({ key: "b0", at: "2026-08-31 08:00:00" });
    await table.query(`update "处罚" set gxsj = '2026-09-04 08:00:00', "违法事实" = '另销售过期食品' where zj = 'b1'`);
    expect(await pull()).toMatchObject({ rows: 2 });
    expect(await verdicts()).toEqual([
      ["b0", "accepted", null],
      ["b1", "quarantined", "ingest.document-conflict"],
      ["b2", "accepted", null],
    ]);
    expect(await pull()).toMatchObject({ rows: 0 });
  });

  test("template rows and blank rows are skipped, and not told as accepted", async () => {
    await lay({ key: "示例 c1" }, { key: "c2" });
    expect(await pull()).toMatchObject({ rows: 2 });
    expect(await verdicts()).toEqual([
      ["c2", "accepted", null],
      ["示例 c1", "skipped", "ingest.template-row"],
    ]);
  });

  test("a row of bytes and over-long text neither stops the others nor passes for a value", async () => {
    await lay({ key: "d1" }, { key: "d2", content: "很长".repeat(40_000) }, { key: "d3" });
    expect(await pull()).toMatchObject({ rows: 3 });
    expect(await verdicts()).toEqual([
      ["d1", "accepted", null],
      ["d2", "rejected", "ingest.damaged-text"],
      ["d3", "accepted", null],
    ]);
  });

  test("leaves nothing personal on disk in clear, neither in our database nor in our folder", async () => {
    const number = "11010519491231002X";
    await lay({ key: number, person: number });
    const stopped = breaking(puller.ports, "settle");
    await expect(pull(stopped)).rejects.toThrow("killed");
    await pull();
    const held = await platform.admin.read((tx) =>
      tx.rows<{ place: Buffer }>(statement("test.place", "select place from connector.source")),
    );
    expect(held[0]?.place.includes(number)).toBe(false);
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (entry.isFile())
        expect((await readFile(path.join(entry.parentPath, entry.name))).includes(number)).toBe(false);
    }
  });
});

describe("killed", () => {
  test.each(["open", "send", "sent", "settle", "move"] as const)(
    "at %s it goes on where it was: nothing lost, nothing twice",
    async (point) => {
      await lay({ key: "k1" }, { key: "k2", code: "91990100MA0XH0026H" }, { key: "k3" }, { key: "k4" });
      await expect(pull(breaking(puller.ports, point))).rejects.toThrow("killed");
      // Meanwhile the department goes on: the page must not be cut anew.
      await lay({ key: "k0" });
      await pull();
      expect(await verdicts()).toEqual([
        ["k0", "accepted", null],
        ["k1", "accepted", null],
        ["k2", "quarantined", "ingest.code-check-digit"],
        ["k3", "accepted", null],
        ["k4", "accepted", null],
      ]);
      expect([await count("statements.statement"), await count("ingest.question")]).toEqual([4, 1]);
    },
  );

  test("with -9, again and again, it still brings each row once", { timeout: 180_000 }, async () => {
    const total = 400;
    await table.query(
      `insert into "处罚" (${["zj", "gxsj", ...heads].map((name) => `"${name}"`).join(", ")})
       select 'n' || g, timestamp '2026-09-01' + g * interval '1 second', $1, $2, $3, '', 'z-' || g, $4, $5, $6, $7, $8, 2, date '2026-06-18', '2027-06-18', $9, $10 from generate_series(1, ${total}) g`,
      [
        "示例市澄岸环境工程有限公司",
        "法人及非法人组织",
        "91990100MA0XH0026G",
        "产品质量",
        "销售不合格产品",
        "《产品质量法》第四十九条",
        "罚款",
        "罚款人民币贰万元整",
        "示例市市场监督管理局",
        bureau,
      ],
    );
    const given = { url: platform.url, root, source: here({ rowsPerBatch: 20 }) };
    let kills = 0;
    for (let round = 0; ; round += 1) {
      const child = spawn(process.execPath, [fileURLToPath(new URL("test-puller.ts", import.meta.url))], {
        env: { ...process.env, PULLER: JSON.stringify(given) },
        stdio: ["ignore", "pipe", "inherit"],
      });
      let said = "";
      const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
      child.stdout.on("data", (part: Buffer) => (said += part.toString()));
      while (!said.includes("ready") && child.exitCode === null) await pause(10);
      if (round < 5) await Promise.race([ended, pause(80 + ((round * 97) % 400))]);
      else await ended;
      if (said.includes("done")) break;
      child.kill("SIGKILL");
      await ended;
      kills += 1;
      if (round > 8) throw new Error("it never came to an end");
    }
    expect(kills).toBeGreaterThan(0);
    expect(await count("statements.statement")).toBe(total);
    expect((await table.query(`select jg, count(*)::int as n from "处罚" group by jg`)).rows).toEqual([
      { jg: "accepted", n: total },
    ]);
  });
});

describe("refused", () => {
  const refusal = async (source: ConnectorSource, ports = puller.ports): Promise<unknown> => {
    const outcome = await runConnector(ports, source, { settleMs: 20_000 });
    return outcome.ok ? null : outcome.refusal;
  };

  test("without an account of that provider, and with one of another", async () => {
    expect(await refusal(here({ account: "nobody.here" }))).toMatchObject({ code: "connector.no-account" });
    expect(await refusal(here({ provider: "11990100990006857Y" }))).toMatchObject({ code: "connector.no-account" });
  });

  test("when the same id has come to mean another table", async () => {
    await pull();
    expect(await refusal(here({ cursor: "zj" }))).toMatchObject({ code: "connector.source-changed" });
    expect(await pull(puller.ports, here({ rowsPerBatch: 50 }))).toMatchObject({ rows: 0 });
  });

  test("when the other side is away or not as told", async () => {
    expect(await refusal(here({ url: "postgres://u:p@127.0.0.1:1/d" }))).toMatchObject({
      code: "exchange.unreachable",
      kind: "unavailable",
    });
    expect(await refusal(here({ id: "other", table: "nowhere" }))).toMatchObject({ code: "exchange.no-table" });
  });

  test("an entry that the catalogue does not admit, without a batch", async () => {
    await lay({ key: "e1" });
    expect(await refusal(here({ entry: "no-such-entry" }))).toMatchObject({ code: "catalogue.unknown-entry" });
    expect(await count("ingest.batch")).toBe(0);
  });

  test("a table without the needed columns: nothing stands, nothing is passed over, and once mended it is read", async () => {
    await lay({ key: "f1" });
    const narrow = here({ columns: ["zj", "gxsj", "行政相对人名称"] });
    expect(await refusal(narrow)).toMatchObject({
      code: "connector.batch-failed",
      values: { reason: "ingest.missing-columns" },
    });
    expect(await verdicts()).toEqual([["f1", null, null]]);
    expect(await pull()).toMatchObject({ rows: 1 });
    expect(await verdicts()).toEqual([["f1", "accepted", null]]);
  });
});

describe("the schedule", () => {
  test("two servers bring each row once, and stop when told", async () => {
    await lay({ key: "g1" }, { key: "g2" }, { key: "g3" }, { key: "g4" });
    const told: RunTold[] = [];
    const schedule = { ports: puller.ports, sources: [here()], onRun: (run: RunTold) => void told.push(run) };
    const both = [startConnectors(schedule), startConnectors(schedule)];
    for (let tries = 0; tries < 100 && (await verdicts()).some(([, jg]) => jg === null); tries += 1) await pause(100);
    await lay({ key: "g5" });
    for (let tries = 0; tries < 100 && (await verdicts()).some(([, jg]) => jg === null); tries += 1) await pause(100);
    await Promise.all(both.map((one) => one.stop()));
    expect((await verdicts()).map(([, jg]) => jg)).toEqual(Array(5).fill("accepted"));
    expect(await count("statements.statement")).toBe(5);
    expect(told.every((run) => run.outcome?.ok === true)).toBe(true);
    const after = told.length;
    await pause(1200);
    expect(told).toHaveLength(after);
  });
});

test("an exchange table in MariaDB, GBK, with a verdict table and a self-stamping cursor", async (context) => {
  if (!hasMariadb()) return context.skip("no mariadb server on this machine");
  const mariadb = await startMariadb();
  const { client, port } = mariadb;
  const names = ["zj", "gxsj", ...heads].map((name) => `\`${name}\``);
  await client.query(
    `create table xzcf (${names.map((name, at) => `${name} ${at === 0 ? "bigint primary key" : at === 1 ? "timestamp not null on update current_timestamp" : name.includes("日期") ? "date" : "varchar(200)"}`).join(", ")}) character set gbk`,
  );
  await client.query(
    "create table yz (pc char(36), hh varchar(40), jg varchar(12), dm varchar(64), sm varchar(200), sj datetime) character set gbk",
  );
  for (const key of ["911234567890123456", "911234567890123457"]) {
    await client.query(`insert into xzcf (${names.join(", ")}) values (?)`, [
      valuesOf({ key, code: key.endsWith("7") ? "91990100MA0XH0026H" : "91990100MA0XH0026G" }),
    ]);
  }
  const source = sourceOf(`mysql://pull:p-pull@127.0.0.1:${port}/exchange`, {
    id: "maria",
    table: "xzcf",
    verdict: { table: "yz", row: "hh", columns: { outcome: "jg", batch: "pc", code: "dm", message: "sm", at: "sj" } },
  });
  expect(await pull(puller.ports, source)).toMatchObject({ rows: 2 });
  expect(await pull(puller.ports, source)).toMatchObject({ rows: 0 });
  const [rows] = await client.query("select hh, jg, dm, cast(sj as char) as sj from yz order by hh");
  expect(rows).toEqual([
    { hh: "911234567890123456", jg: "accepted", dm: null, sj: "2026-09-09 08:00:00" },
    { hh: "911234567890123457", jg: "quarantined", dm: "ingest.code-check-digit", sj: "2026-09-09 08:00:00" },
  ]);
  await mariadb.stop();
});
