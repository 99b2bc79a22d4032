import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Account } from "../../foundation/accounts/index.ts";
import { dayOfInstant } from "../../kernel/day.ts";
import { sqlState, statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import { openSpool } from "../../platform/storage/spool.ts";
import { loadPolicy } from "../../policy/load.ts";
import type { Batch } from "./rules/batch.ts";
import { listIssues } from "./store.ts";
import type { KeptIssue } from "./rules/fate.ts";
import { appendUpload, completeUpload, openBatch } from "./service/upload.ts";
import type { IngestPorts } from "./service/ports.ts";
import { saveMapping } from "./service/declare.ts";
import { processBatch } from "./service/process.ts";
import { loadBatch } from "./store.ts";

const folder = new URL("../../../../policy", import.meta.url).pathname;
const now = Date.parse("2026-09-09T08:00:00+08:00");
const bureau = "11990100990001378K";
const clerk: Account = {
  account: "00000000-0000-7000-8000-000000000001",
  person: "00000000-0000-7000-8000-000000000001",
  organisation: bureau,
  organisationName: "示例市市场监督管理局",
  role: "clerk",
  login: "clerk",
};

let database: TestDatabase;
let root: string;
let ports: IngestPorts;

beforeAll(async () => {
  database = await testDatabase();
  root = await mkdtemp(path.join(tmpdir(), "xinheng-ingest-"));
  const load = loadPolicy({ folders: [folder], region: "990100", day: dayOfInstant(now) });
  if (!load.ok) throw new Error(JSON.stringify(load.faults.slice(0, 3)));
  ports = {
    db: database.db,
    clock: { now: () => now, today: () => dayOfInstant(now) },
    keys: await openKeys({ folder: path.join(root, "keys") }),
    spool: await openSpool({ folder: path.join(root, "spool") }),
    policyAt: () => load.snapshot,
    origin: "credit.example.invalid",
    onFault: ({ error }) => {
      throw error;
    },
  };
});

afterAll(async () => {
  await database.drop();
  await rm(root, { recursive: true, force: true });
});

const heads =
  "行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,行政处罚决定文书号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额(万元),处罚决定日期,处罚有效期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码";

interface RowParts {
  name?: string;
  category?: string;
  code?: string;
  document?: string;
  basis?: string;
  content?: string;
  fine?: string;
  decided?: string;
  facts?: string;
}

function row(parts: RowParts): string {
  const {
    name = "示例市澄岸环境工程有限公司",
    category = "法人及非法人组织",
    code = "91990100MA0XH0026G",
    document = "示市监罚〔2026〕1号",
    basis = "《产品质量法》第四十九条",
    content = "罚款人民币贰万元整",
    fine = "2",
    decided = "2026-06-18",
    facts = "销售不合格产品",
  } = parts;
  return [
    name,
    category,
    code,
    "",
    document,
    "产品质量",
    facts,
    basis,
    "罚款",
    content,
    fine,
    decided,
    "2027-06-18",
    "示例市市场监督管理局",
    bureau,
    "示例市市场监督管理局",
    bureau,
  ].join(",");
}

async function send(
  lines: readonly string[],
  options: { mends?: string; force?: boolean; entry?: string; mapping?: string; ports?: IngestPorts } = {},
): Promise<{ batch: Batch; issues: KeptIssue[] }> {
  const opened = await openBatch(ports, clerk, {
    provider: bureau,
    entry: options.entry ?? "penalty",
    mapping: options.mapping ?? "",
    uploadLength: null,
    mends: options.mends ?? null,
    purpose: null,
    carried: null,
  });
  if (!opened.ok) throw new Error(opened.refusal.code);
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(lines.join("\n"));
  }
  const appended = await appendUpload(ports, opened.value, { offset: 0, stream: body() });
  if (!appended.ok) throw new Error(appended.refusal.code);
  const completed = await completeUpload(ports, opened.value, { force: options.force ?? false });
  if (!completed.ok) throw new Error(completed.refusal.code);
  await processBatch(options.ports ?? ports, completed.value.batch.batch);
  const batch = await ports.db.read((tx) => loadBatch(tx, completed.value.batch.batch));
  if (batch === undefined) throw new Error("no batch");
  return { batch, issues: await ports.db.read((tx) => listIssues(tx, { batch: batch.batch, after: 0, limit: 1000 })) };
}

describe("a department's file", () => {
  test("becomes records, and the same file again changes nothing", async () => {
    const first = await send([heads, row({}), row({ document: "示市监罚〔2026〕2号" })]);
    expect(first.issues).toEqual([]);
    expect(first.batch).toMatchObject({ state: "done", received: 2, accepted: 2 });
    expect(first.batch.receipt).toContain("xinheng/v1/receipt");
    const again = await send([heads, row({}), row({ document: "示市监罚〔2026〕2号" })]);
    expect(again.batch.batch).toBe(first.batch.batch);
    const forced = await send([heads, row({}), row({ document: "示市监罚〔2026〕2号" })], { force: true });
    expect(forced.batch).toMatchObject({ received: 2, accepted: 0, duplicates: 2 });
    const [count] = await database.admin.read((tx) =>
      tx.rows<{ n: number }>(statement("test.count", "select count(*)::int as n from statements.statement")),
    );
    expect(count?.n).toBe(2);
  });

  test("comes in a layout of its own, kept by its hash", async () => {
    const layout = {
      zh: "本局台账",
      entry: "penalty",
      profile: "legacy" as const,
      columns: { 企业: "subjectName", 代码: "subjectCode", 文号: "documentNo", 日期: "decidedOn", 结果: "content" },
      constants: { authority: "示例市市场监督管理局" },
      derivations: [{ field: "fine", from: "罚款元", unit: "yuan-to-wan" as const, emptyWhen: ["无罚款"] }],
    };
    const saved = await saveMapping(ports, clerk, layout);
    if (!saved.ok) throw new Error(saved.refusal.code);
    expect(await saveMapping(ports, { ...clerk, organisation: "11990100990002741Q" }, layout)).toEqual(saved);
    const lines = [
      "企业,代码,文号,日期,结果,罚款元",
      "示例市澄岸环境工程有限公司,91990100MA0XH0026G,台〔2026〕1号,2026-05-06,罚款人民币伍仟元整,5000",
      "示例市澄岸环境工程有限公司,91990100MA0XH0026G,台〔2026〕2号,2026-05-06,警告,无罚款",
    ];
    const { batch, issues } = await send(lines, { mapping: saved.value });
    expect(issues).toEqual([]);
    expect(batch).toMatchObject({ received: 2, accepted: 2 });
  });

  test("of 2016 whose state column says revoked waits for a person", async () => {
    const lines = [
      `${heads},CF_ZT`,
      `${row({ document: "旧1号" })},1`,
      `${row({ document: "旧2号" })},0`,
      `${row({ document: "旧3号" })},`,
    ];
    const { batch, issues } = await send(lines);
    expect(batch).toMatchObject({ received: 3, accepted: 2, quarantined: 1 });
    expect(issues.map((one) => [one.row, one.code])).toEqual([[2, "ingest.held-column"]]);
  });

  test.each([
    // what stands in the row                                              outcome        code
    [{ code: "9.14E+17", document: "甲1号" }, "quarantined", "ingest.code-destroyed"],
    [{ code: "91990100ma0xh0026g", document: "甲2号" }, "quarantined", "ingest.code-not-canonical"],
    [{ code: "91990100MA0XH0026H", document: "甲3号" }, "quarantined", "ingest.code-check-digit"],
    [{ code: "110000000000018", document: "甲4号" }, "quarantined", "ingest.code-is-registration-no"],
    [{ code: "MA0XH0026", document: "甲5号" }, "quarantined", "ingest.code-is-organisation-code"],
    [{ code: "11010519491231002X", document: "甲6号" }, "rejected", "ingest.resident-id-in-code"],
    [{ code: "", document: "甲7号" }, "quarantined", "ingest.name-only"],
    [{ name: "示例市别家有限公司", document: "甲8号" }, "quarantined", "ingest.name-mismatch"],
    [{ decided: "2026-09-10", document: "甲9号" }, "rejected", "ingest.date-future"],
    [{ decided: "2026-09-31", document: "甲10号" }, "rejected", "ingest.date-impossible"],
    [{ fine: "20000", document: "甲11号" }, "quarantined", "ingest.amount-unit"],
    [{ fine: "3", document: "甲12号" }, "quarantined", "ingest.amount-mismatch"],
    [{ content: "我局拟对你单位罚款人民币贰万元整", document: "甲13号" }, "quarantined", "ingest.proposed-decision"],
    [{ basis: "《治安管理处罚法》第四十三条", document: "甲14号" }, "rejected", "ingest.forbidden-kind"],
    [{ facts: "当事人身份证号11010519491231002X", document: "甲15号" }, "rejected", "ingest.personal-in-text"],
    [{ category: "自然人", code: "", document: "甲16号" }, "rejected", "ingest.natural-person"],
    [{ facts: "另销售过期食品" }, "quarantined", "ingest.document-conflict"],
    [{ code: "91990100MA0XH00426", name: "示例市信源数据有限公司" }, "quarantined", "ingest.document-other-subject"],
  ] as const)("row %# %o ends %s by %s", async (parts, outcome, code) => {
    const { issues } = await send([heads, row({}), row(parts)], { force: true });
    expect(issues.filter((issue) => issue.row === 3).map((issue) => [issue.outcome, issue.code])).toContainEqual([
      outcome,
      code,
    ]);
  });
});

test("a large file whose rows the database refuses is let go of, thread and all", async () => {
  let open = 0;
  let writes = 0;
  const failing: IngestPorts = {
    ...ports,
    db: {
      ...ports.db,
      write: async (work) => {
        writes += 1;
        if (writes > 1) throw new Error("the database is gone");
        return ports.db.write(work);
      },
    },
    spool: {
      ...ports.spool,
      async *read(...asked) {
        open += 1;
        try {
          yield* ports.spool.read(...asked);
        } finally {
          open -= 1;
        }
      },
    },
  };
  const rows = Array.from({ length: 12_000 }, (_, at) => row({ document: `示市监罚〔2026〕${70_000 + at}号` }));
  await expect(send([heads, ...rows], { ports: failing })).rejects.toThrow("the database is gone");
  expect(writes).toBeGreaterThan(1);
  expect(open).toBe(0);
});

test("after a large batch the planner knows what the tables hold, and a small one does not have them measured", async () => {
  const known = statement(
    "test.known",
    `select (select reltuples::int from pg_class where oid = 'statements.locator'::regclass) as rows,
       (select count(*)::int from pg_stats where schemaname = 'statements' and tablename = 'body') as columns`,
  );
  const unmeasured = statement(
    "test.unmeasured",
    "select brin_summarize_new_values('statements.statement_batch') + brin_summarize_new_values('statements.statement_recent') as ranges",
  );
  const fileOf = (rows: number): string[] => [
    heads,
    ...Array.from({ length: rows }, (_, at) => row({ document: `示市监罚〔2026〕量${rows}-${at}号` })),
  ];
  // Autovacuum would measure them too, a minute later.
  for (const table of ["statements.locator", "statements.body"])
    await database.admin.write((tx) =>
      tx.run(statement(`test.alone.${table}`, `alter table ${table} set (autovacuum_enabled = off)`)),
    );
  const before = await database.admin.read((tx) => tx.rows(known));
  await send(fileOf(100));
  expect(await database.admin.read((tx) => tx.rows(known))).toEqual(before);
  await send(fileOf(5_000));
  const [after] = await database.admin.read((tx) => tx.rows<{ rows: number; columns: number }>(known));
  expect(after?.rows).toBeGreaterThanOrEqual(5_100);
  // Subject and id: the bodies themselves are never looked for by what they say.
  expect(after?.columns).toBe(2);
  expect(await database.admin.write((tx) => tx.rows(unmeasured))).toEqual([{ ranges: 0 }]);
});

test("the server's role may have all tables measured and cannot reach for one by itself", async () => {
  const asked = (sql: string): Promise<unknown> =>
    database.db.write((tx) => tx.rows(statement(`test.${sql.slice(0, 50)}`, sql))).catch(sqlState);
  expect(await asked("select ingest.refresh_statistics()")).toHaveLength(1);
  expect(await asked("select brin_summarize_new_values('statements.statement_batch')")).toBe("42501");
});

test("a batch is done also where the tables could not be measured", async () => {
  const faults: unknown[] = [];
  const broken: IngestPorts = {
    ...ports,
    onFault: ({ error }) => void faults.push(error),
    db: {
      ...ports.db,
      write: (work) =>
        ports.db.write((tx) =>
          work({
            ...tx,
            rows: (asked, values) =>
              asked.name === "ingest.refresh-statistics"
                ? Promise.reject(new Error("no time"))
                : tx.rows(asked, values),
          }),
        ),
    },
  };
  const lines = Array.from({ length: 5_000 }, (_, at) => row({ category: "自然人", code: "", document: `误${at}号` }));
  const { batch } = await send([heads, ...lines], { ports: broken });
  expect(batch).toMatchObject({ state: "done", received: 5_000 });
  expect(faults).toEqual([new Error("no time")]);
});
