// Files that leave by duty: what stands in them, what is written down, and how one that turns up names its export.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Day } from "../../src/kernel/day.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { forgetExports } from "../../src/foundation/exports/store.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const environment = "11990100990006857Y";
const centre = { uscc: "129901009900397397", name: "示例市公共信用信息中心" };
const many = 130;

let bed: TestApp;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["approver"] = await bed.tokenOf(environment, "approver");
  tokens["bank"] = await bed.tokenOf({ uscc: "91990100MA0XH0034B", name: "示例市商业银行股份有限公司" }, "bank");
  tokens["security"] = await bed.tokenOf(centre, "security-admin");
  tokens["auditor"] = await bed.tokenOf(centre, "auditor");
  const rows = Array.from({ length: many }, (_, at) =>
    penaltyOf(1, {
      document: `示市监处罚〔2026〕${at + 1}号`,
      facts: at === 0 ? "=1+1，未按规定保存记录" : `第${at + 1}次`,
    }),
  );
  const sent = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: csv([...rows, penaltyOf(2)]),
  });
  expect(await sent.json()).toMatchObject({ accepted: many + 1 });
});
afterAll(() => bed.close());

function post(path: string, body: unknown, as = "approver"): Promise<Response> {
  return bed.ask(path, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens[as]}` },
    body: JSON.stringify(body),
  });
}

let matters = 0;
function wish(...indices: readonly number[]): Record<string, unknown> {
  return {
    purpose: "administrative-approval",
    basis: { kind: "duty", duty: "permit-review" },
    entries: ["penalty"],
    subjects: indices.map((index) => {
      matters += 1;
      return { uscc: firm(index).code, matter: `SL-2026-${String(matters).padStart(6, "0")}` };
    }),
  };
}

interface Taken {
  readonly id: string;
  readonly text: string;
  readonly lines: readonly string[];
}

async function take(...indices: readonly number[]): Promise<Taken> {
  const response = await post("/api/v1/queries/exports", wish(...indices));
  expect(response.status, await response.clone().text()).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const text = await response.text();
  const id = /[0-9a-f]{32}/.exec(text)?.[0] ?? "";
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${id}.csv"`);
  return { id, text, lines: text.trimEnd().split("\r\n") };
}

interface TraceBody {
  readonly rows: number;
  readonly exports: readonly {
    readonly export: string;
    readonly organisation: string;
    readonly named: boolean;
    readonly common: number;
    readonly inOrder: number | null;
  }[];
}

async function trace(text: string, as = "security"): Promise<TraceBody> {
  const body = { file: Buffer.from(text).toString("base64"), reason: "接到举报" };
  const response = await post("/api/v1/exports/traces", body, as);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as TraceBody;
}

async function rowsOf<R extends object>(name: string, sql: string, values: readonly unknown[] = []): Promise<R[]> {
  return bed.database.admin.read((tx) => tx.rows<R>(statement(`test.exports-${name}-${sql.length}`, sql), values));
}

describe("a file that is taken along", () => {
  test("holds every record on all pages, says where it is from, and runs no formula", async () => {
    const { lines, text } = await take(1);
    expect(lines[0]).toMatch(/导出编号 [0-9a-f]{32}，.+示例市.*导出，仅供办理所填事项使用，不得转交。/);
    expect(lines[1]).toMatch(/^统一社会信用代码,名称,办件编号,/);
    expect(lines).toHaveLength(2 + many);
    const documents = lines.slice(2).map((line) => /示市监处罚〔2026〕\d+号/.exec(line)?.[0]);
    expect(new Set(documents).size).toBe(many);
    expect(text).not.toMatch(/(?:^|,)=/m);
  });

  test("says of absence what was looked at: never a file without rows", async () => {
    const { lines } = await take(2, 900);
    expect(lines).toHaveLength(4);
    const absent = lines.slice(2).find((line) => line.startsWith(firm(900).code));
    expect(absent).toMatch(/未查询到|未能核查/);
    expect(absent).toMatch(/个来源，完整至/);
  });

  test("says of a subject without authorisation just that", async () => {
    const body = { ...wish(1), basis: { kind: "authorisation" }, purpose: "financing" };
    const subjects = [{ uscc: firm(1).code, matter: "XDA-2026-000001" }];
    const response = await post("/api/v1/queries/exports", { ...body, subjects }, "bank");
    const text = await response.text();
    expect([response.status, text]).toEqual([200, expect.stringContaining("没有授权")]);
    expect(text).not.toContain("罚〔2026〕");
  });

  test("is written down with its looks before it leaves, one look a page", async () => {
    const looks = "select count(*)::int as n from access.look where subject = $1";
    const [before] = await rowsOf<{ n: number }>("looks", looks, [firm(1).code]);
    const { id } = await take(1);
    const [after] = await rowsOf<{ n: number }>("looks", looks, [firm(1).code]);
    expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(2);
    const made = await rowsOf<{ organisation: string; n: number }>(
      "made",
      "select organisation, cardinality(row_keys) as n from exports.export where export = decode($1, 'hex')",
      [id],
    );
    expect(made).toEqual([{ organisation: environment, n: many }]);
    const audited = await rowsOf("audited", "select 1 from audit.entry where action = 'exports.mark' and target = $1", [
      id,
    ]);
    expect(audited).toHaveLength(1);
    const dump = await rowsOf<{ row: string }>("dump", "select to_jsonb(e)::text as row from exports.export e");
    expect(dump.map(({ row }) => row).join("\n")).not.toContain(firm(1).code);
  });

  test("that was refused leaves no export and names nothing", async () => {
    const count = "select count(*)::int as n from exports.export";
    const before = await rowsOf("count", count);
    const refused = await post("/api/v1/queries/exports", { ...wish(1), basis: { kind: "duty", duty: "none" } });
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain(firm(1).code);
    expect((await post("/api/v1/queries/exports", wish(1), "clerk")).status).toBe(403);
    expect((await post("/api/v1/queries/exports", { cursor: "x" })).status).toBe(422);
    const personal = { file: "YSxiCjEsMgo=", reason: "核查 110101199003070054" };
    expect((await post("/api/v1/exports/traces", personal, "security")).status).toBe(422);
    expect(await rowsOf("count", count)).toEqual(before);
  });
});

describe("a file that turns up", () => {
  test("names its export by its number, and without the number by its rows and their order", async () => {
    const [one, other] = [await take(1), await take(1)];
    expect(one.lines.slice(2)).not.toEqual(other.lines.slice(2));
    const named = await trace(one.text);
    expect(named.exports[0]).toMatchObject({ export: one.id, named: true, common: many, inOrder: 1 });
    const cut = await trace(one.lines.slice(1).join("\r\n"));
    expect(cut.exports[0]).toMatchObject({ export: one.id, named: false, common: many, inOrder: 1 });
    expect(cut.exports[0]?.organisation).toBe(environment);
    expect(cut.exports.map((found) => found.export)).not.toContain(other.id);
    const few = await trace(other.lines.filter((_, at) => at > 1 && at % 6 === 0).join("\r\n"), "auditor");
    expect(few.exports[0]).toMatchObject({ export: other.id, inOrder: 1 });
  });

  test("that is made for the purpose tells nobody who looked at whom", async () => {
    await take(2);
    const [line = ""] = (await take(1)).lines.slice(2);
    for (const rows of [
      [`${firm(2).code},${/[^,]*罚〔2026〕[^,]*/.exec(line)?.[0] ?? ""}`],
      [line],
      [line, line, line],
    ]) {
      expect((await trace(["代码,文书号", ...rows].join("\r\n"))).exports).toEqual([]);
    }
    const sorted = (await take(1)).lines.slice(2).toSorted();
    expect((await trace(sorted.join("\r\n"))).exports).toEqual([]);
  });

  test("with another's number planted in it names its own all the same", async () => {
    const [one, other] = [await take(1), await take(2)];
    const planted = await trace([`导出编号 ${other.id}`, `导出编号 ${"0".repeat(32)}`, ...one.lines].join("\r\n"));
    expect(planted.exports.map((found) => found.export)).toEqual([one.id]);
  });

  test("is found among any number of newer exports that share a row with it", async () => {
    const old = await take(1);
    await bed.database.admin.write((tx) =>
      tx.run(
        statement(
          "test.exports-newer",
          `insert into exports.export
           select decode(md5('n' || n), 'hex'), e.at + interval '1 hour', e.account, 'X', 'X', e.purpose, e.channel, e.as_of,
             e.row_keys[1:1], e.nonce, e.commitment, e.kept_through
           from exports.export e, generate_series(1, 80) n where e.export = decode($1, 'hex')`,
        ),
        [old.id],
      ),
    );
    expect((await trace(old.lines.slice(1).join("\r\n"))).exports[0]).toMatchObject({ export: old.id, inOrder: 1 });
  });

  test("of other origin is nobody's", async () => {
    const answer = await trace("名称,代码\r\n某企业,91990100MA0XH0026G\r\n又一企业,91990100MA0XH0034B\r\n");
    expect(answer).toMatchObject({ rows: 2, exports: [] });
  });

  test("that is no table is refused, and the question of anybody else too", async () => {
    const body = {
      file: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).toString("base64"),
      reason: "核对",
    };
    const refused = await post("/api/v1/exports/traces", body, "security");
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, "exports.unreadable"]);
    for (const as of ["approver", "clerk", "bank"]) {
      expect([as, (await post("/api/v1/exports/traces", { file: "YSxiCjEsMgo=", reason: "核对" }, as)).status]).toEqual(
        [as, 403],
      );
    }
  });

  test("can be traced to the end of its keeping and no longer; asking is written down", async () => {
    const { id, text } = await take(2);
    const forget = (day: string, keepDays: number) =>
      bed.database.db.write((tx) => forgetExports(tx, day as Day, { keepDays }));
    await forget("2026-09-10", 1);
    expect((await trace(text)).exports[0]).toMatchObject({ export: id });
    // Marked for less than the rule says by now: the rule stands.
    const short = statement("test.kept-short", "update exports.export set kept_through = '2026-09-09'");
    await bed.database.admin.write((tx) => tx.run(short));
    await forget("2026-10-09", 30);
    expect((await trace(text)).exports[0]).toMatchObject({ export: id });
    await expect(forget("2029-12-31", 0)).rejects.toThrow("without a day and a rule");
    await forget("2026-10-10", 30);
    expect((await trace(text)).exports).toEqual([]);
    const asked = await rowsOf<{ n: number }>(
      "asked",
      "select count(*)::int as n from audit.entry where action = 'exports.trace' and target = $1",
      [id],
    );
    expect(asked[0]?.n).toBe(3);
  });
});
