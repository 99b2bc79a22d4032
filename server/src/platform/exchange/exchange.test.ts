import { createServer } from "node:net";
import type { Server } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../database/test-database.ts";
import type { ExchangeTable, VerdictPlace } from "./exchange-table.ts";
import { openExchange } from "./exchange.ts";
import { exchangeLimits, quoteWith } from "./session.ts";
import type { ExchangeTarget } from "./session.ts";
import { hasMariadb, hasOpenssl, startMariadb } from "./test-mariadb.ts";
import { mariadbSite, postgresSite, targetOf } from "./test-sites.ts";
import type { Site } from "./test-sites.ts";

const noColumns = { batch: null, code: null, message: null, at: null };
const inRow: VerdictPlace = {
  kind: "columns",
  columns: { outcome: "jg", batch: "pc", code: "dm", message: "sm", at: "sj" },
};
const verdictColumns = "jg varchar(12), pc char(36), dm varchar(64), sm varchar(20), sj timestamp null";

function table(name: string, more: Partial<ExchangeTable> = {}): ExchangeTable {
  return {
    table: name,
    cursor: "id",
    key: "id",
    columns: null,
    verdict: { kind: "columns", columns: { ...noColumns, outcome: "jg" } },
    ...more,
  };
}

const everything = { after: null, unjudgedUpTo: null, limit: 1000 };
const fault = (code: string, detail?: string) =>
  expect.objectContaining(detail === undefined ? { code } : { code, detail });

const engines = [
  { engine: "postgres", start: postgresSite, isHere: true },
  { engine: "mariadb", start: mariadbSite, isHere: hasMariadb() },
] as const;

describe.each(engines)("an exchange table in $engine", ({ engine, start, isHere }) => {
  let site: Site;
  const quote = (name: string): string => (engine === "postgres" ? `"${name}"` : `\`${name}\``);

  beforeAll(async () => {
    if (isHere) site = await start();
  });
  afterAll(async () => {
    if (isHere) await site.stop();
  });

  test("gives days, sums, codes and blanks as they were laid in", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    const [stamp, bytes, float] =
      engine === "postgres" ? ["timestamp(6)", "bytea", "double precision"] : ["datetime(6)", "blob", "double"];
    await site.ask(
      `create table types (id bigint primary key, d date, t ${stamp}, n numeric(18,6), c18 varchar(18), cn numeric(18,0), pad char(10), b ${bytes}, f ${float}, txt text, jg varchar(12))`,
    );
    await site.ask(`insert into types values (9007199254740993, '2026-06-18', '2026-06-18 23:59:59.123456', 1.50, '91990100MA0XH0026G', 110101199912310021, 'ab', '\\x41', 9.14e17, '多行
“文”', null), (9007199254740994, null, null, null, null, null, null, null, null, '', null)`);
    const exchange = await openExchange(site.target, table("types"));
    expect(exchange.heads).toEqual(["id", "d", "t", "n", "c18", "cn", "pad", "b", "f", "txt"]);
    const [first, second] = await exchange.readRows(everything);
    expect(first?.cells.slice(0, 8)).toEqual([
      "9007199254740993",
      "2026-06-18",
      "2026-06-18 23:59:59.123456",
      "1.500000",
      "91990100MA0XH0026G",
      "110101199912310021",
      "ab",
      "\ufffd",
    ]);
    expect(first?.cells[9]).toBe("多行\n“文”");
    expect(second?.cells).toEqual(["9007199254740994", null, null, null, null, null, null, null, null, ""]);
    expect(
      await exchange.readRows({ ...everything, after: { cursor: "9007199254740993", key: "9007199254740993" } }),
    ).toHaveLength(1);
    await exchange.close();
  });

  test("gives a moment with a zone as the time of day in Shanghai", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    const type = engine === "postgres" ? "timestamptz" : "timestamp";
    await site.ask(`create table moments (id int primary key, at ${type}, jg varchar(12))`);
    if (engine === "mariadb") await site.ask("set time_zone = '+00:00'");
    await site.ask(`insert into moments values (1, '2026-06-17 16:30:00${engine === "postgres" ? "+00" : ""}', null)`);
    if (engine === "mariadb") await site.ask("set time_zone = '+08:00'");
    const exchange = await openExchange(site.target, table("moments", { cursor: "at" }));
    const [row] = await exchange.readRows(everything);
    expect(row?.cells[1]).toBe("2026-06-18 00:30:00");
    expect(await exchange.readRows({ ...everything, after: row?.place ?? null })).toEqual([]);
    await exchange.writeVerdicts([
      {
        place: row?.place ?? { cursor: "", key: "" },
        batch: "b",
        outcome: "accepted",
        code: null,
        message: null,
        at: "2026-09-09 08:00:00",
      },
    ]);
    expect(await site.ask("select jg from moments")).toEqual([{ jg: "accepted" }]);
    await exchange.close();
  });

  test("is read page by page in order, ties broken by the key, nothing twice and nothing left out", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    await site.ask(`create table pages (bh varchar(20) primary key, gx date not null, jg varchar(12))`);
    const rows = Array.from(
      { length: 450 },
      (_, at) => `('编号${String(at).padStart(4, "0")}', '2026-01-0${1 + (at % 3)}', null)`,
    );
    await site.ask(`insert into pages values ${rows.join(",")}`);
    const exchange = await openExchange(site.target, table("pages", { cursor: "gx", key: "bh" }));
    const seen: string[] = [];
    for (let after: { cursor: string; key: string } | null = null; ;) {
      const page = await exchange.readRows({ after, unjudgedUpTo: null, limit: 140 });
      if (page.length === 0) break;
      seen.push(...page.map((row) => `${row.place.cursor} ${row.place.key}`));
      after = page.at(-1)?.place ?? null;
    }
    expect(seen).toHaveLength(450);
    expect(seen).toEqual([...new Set(seen)].toSorted());
    await exchange.close();
  });

  test("takes verdicts into its own columns, cut to their width, for the row as it was read", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    await site.ask(`create table answered (id int primary key, v int not null, ${verdictColumns})`);
    await site.ask("insert into answered (id, v) values (1, 1), (2, 1)");
    const exchange = await openExchange(site.target, table("answered", { cursor: "v", key: "id", verdict: inRow }));
    expect(exchange.heads).toEqual(["id", "v"]);
    const rows = await exchange.readRows(everything);
    await site.ask("update answered set v = 2 where id = 2");
    const hostile = `代码'; drop table answered; -- \\' ${"很长".repeat(40)}`;
    const verdicts = rows.map(({ place }) => ({
      place,
      batch: "0199a1b2-0000-7000-8000-000000000001",
      outcome: "rejected",
      code: "ingest.x",
      message: hostile,
      at: "2026-09-09 08:00:00",
    }));
    await exchange.writeVerdicts(verdicts);
    await exchange.writeVerdicts(verdicts);
    const found = await site.ask("select id, jg, sm, cast(sj as char(19)) as sj from answered order by id");
    expect(found).toEqual([
      { id: 1, jg: "rejected", sm: [...hostile].slice(0, 20).join(""), sj: "2026-09-09 08:00:00" },
      { id: 2, jg: null, sm: null, sj: null },
    ]);
    expect(await exchange.readRows({ after: null, unjudgedUpTo: { cursor: "9", key: "9" }, limit: 10 })).toHaveLength(
      1,
    );
    await exchange.close();
  });

  test("takes verdicts into a table of their own, once for a batch and row", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    await site.ask("create table sent (id bigint primary key, name varchar(20))");
    await site.ask("create table verdicts (pc char(36) not null, hh varchar(40) not null, jg varchar(12), sm text)");
    await site.ask("insert into sent values (1, '甲'), (2, '乙')");
    const verdict: VerdictPlace = {
      kind: "table",
      table: "verdicts",
      row: "hh",
      columns: { outcome: "jg", batch: "pc", code: null, message: "sm", at: null },
    };
    const exchange = await openExchange(site.target, table("sent", { verdict }));
    const rows = await exchange.readRows(everything);
    const given = rows.slice(0, 1).map(({ place }) => ({
      place,
      batch: "b1",
      outcome: "accepted",
      code: null,
      message: null,
      at: "2026-09-09 08:00:00",
    }));
    await exchange.writeVerdicts(given);
    await exchange.writeVerdicts(given);
    expect(await site.ask("select hh, jg, sm from verdicts")).toEqual([{ hh: "1", jg: "accepted", sm: null }]);
    const late = await exchange.readRows({ after: null, unjudgedUpTo: { cursor: "2", key: "2" }, limit: 10 });
    expect(late.map((row) => row.place.key)).toEqual(["2"]);
    await exchange.close();
  });

  test("is refused when it is not as the operator says", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    await site.ask("create table shapes (id int, f double precision, jg varchar(12), eng varchar(4))");
    const open = (more: Partial<ExchangeTable>) => openExchange(site.target, table("shapes", more));
    await expect(openExchange(site.target, table("nowhere"))).rejects.toEqual(fault("exchange.no-table"));
    await expect(open({ cursor: "nowhere" })).rejects.toEqual(fault("exchange.no-column", "nowhere"));
    await expect(open({ columns: ["id", "nowhere"] })).rejects.toEqual(fault("exchange.no-column", "nowhere"));
    await expect(open({ cursor: "f" })).rejects.toEqual(fault("exchange.column-kind", "f"));
    await expect(open({ verdict: { kind: "columns", columns: { ...noColumns, outcome: "eng" } } })).rejects.toEqual(
      fault("exchange.verdict-narrow", "eng"),
    );
    await expect(openExchange({ ...site.target, password: "wrong" }, table("shapes"))).rejects.toEqual(
      fault("exchange.login"),
    );
    await site.ask("insert into shapes (id) values (7), (7), (null)");
    const exchange = await open({});
    expect(await exchange.hasUnordered()).toBe(true);
    await expect(exchange.readRows({ ...everything, limit: 1 })).rejects.toEqual(
      fault("exchange.key-not-unique", "id"),
    );
    await exchange.close();
  });

  test("may be called anything: names are quoted, and a hostile one is only a name", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    await site.ask(
      `create table ${quote("行政处罚 select")} (${quote("order")} int primary key, ${quote("处罚 名称")} text, jg varchar(12))`,
    );
    await site.ask(`insert into ${quote("行政处罚 select")} values (1, '甲', null)`);
    const exchange = await openExchange(site.target, table("行政处罚 select", { cursor: "order", key: "order" }));
    expect((await exchange.readRows(everything)).map((row) => row.cells)).toEqual([["1", "甲"]]);
    await exchange.close();
    for (const name of ['x"; drop table shapes; --', "x`; drop table shapes; --"]) {
      await expect(openExchange(site.target, table(name))).rejects.toEqual(fault("exchange.no-table"));
    }
    expect(await site.ask("select count(*) as n from shapes")).toHaveLength(1);
  });

  test("a text beyond all measure, and one of many, stay bounded", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    const long = engine === "postgres" ? "text" : "longtext";
    await site.ask(`create table heavy (id int primary key, x ${long}, jg varchar(12))`);
    await site.ask("insert into heavy values (1, repeat('字', 40000), null), (2, repeat('字', 32768), null)");
    const exchange = await openExchange(site.target, table("heavy"));
    const rows = await exchange.readRows(everything);
    expect(rows.map((row) => row.cells[1]?.length)).toEqual([1, 32_768]);
    expect(rows[0]?.cells[1]).toBe("\ufffd");
    await exchange.close();
  });

  test("a lock that does not end and a slow table end in a fault", async (context) => {
    if (!isHere) return context.skip(`no ${engine} server on this machine`);
    await site.ask("create table locked (id int primary key, jg varchar(12))");
    await site.ask("insert into locked values (1, null)");
    const exchange = await openExchange(site.target, table("locked"), { ...exchangeLimits, lockMs: 1000 });
    await site.ask("begin");
    await site.ask("update locked set jg = 'x' where id = 1");
    const verdict = {
      place: { cursor: "1", key: "1" },
      batch: "b",
      outcome: "accepted",
      code: null,
      message: null,
      at: "2026-09-09 08:00:00",
    };
    await expect(exchange.writeVerdicts([verdict])).rejects.toEqual(fault("exchange.busy"));
    await site.ask("rollback");
    await exchange.close();
    const slow =
      engine === "postgres"
        ? "select 1 as id, null::varchar(12) as jg from pg_sleep(30)"
        : "select 1 as id, cast(null as char(12)) as jg, sleep(30) as s";
    await site.ask(`create view slow as ${slow}`);
    const opened = await openExchange(
      site.target,
      table("slow", { columns: ["id"], verdict: { kind: "columns", columns: { ...noColumns, outcome: "jg" } } }),
      { ...exchangeLimits, statementMs: 1000 },
    ).catch((error: unknown) => error);
    if (opened instanceof Error) expect(opened).toEqual(fault("exchange.slow"));
    else
      await expect((opened as Awaited<ReturnType<typeof openExchange>>).readRows(everything)).rejects.toEqual(
        fault("exchange.slow"),
      );
  });
});

describe("MySQL alone", () => {
  test("a GBK table gives its characters, and takes a message that it has no characters for", async (context) => {
    if (!hasMariadb()) return context.skip("no mariadb server on this machine");
    const site = await mariadbSite();
    await site.ask(
      "create table gb (bh varchar(20) primary key, mc varchar(40), gx timestamp not null default current_timestamp on update current_timestamp, jg varchar(12), sm varchar(40)) character set gbk",
    );
    await site.ask(
      "insert into gb (bh, mc, gx) values ('甲〔2026〕1号', '示例市澄岸环境工程有限公司', '2026-01-01 00:00:00')",
    );
    const exchange = await openExchange(
      site.target,
      table("gb", {
        cursor: "gx",
        key: "bh",
        verdict: { kind: "columns", columns: { ...noColumns, outcome: "jg", message: "sm" } },
      }),
    );
    const [row] = await exchange.readRows(everything);
    expect(row?.cells.slice(0, 2)).toEqual(["甲〔2026〕1号", "示例市澄岸环境工程有限公司"]);
    await exchange.writeVerdicts([
      {
        place: row?.place ?? { cursor: "", key: "" },
        batch: "b",
        outcome: "rejected",
        code: null,
        message: "名称𠮷有误",
        at: "2026-09-09 08:00:00",
      },
    ]);
    const [found] = await site.ask("select jg, sm, cast(gx as char) as gx from gb");
    expect(found).toEqual({ jg: "rejected", sm: "名称?有误", gx: "2026-01-01 00:00:00" });
    expect(await exchange.readRows({ ...everything, after: row?.place ?? null })).toEqual([]);
    await exchange.close();
    await site.stop();
  });

  test("is spoken to under TLS only when its certificate fits its name", async (context) => {
    if (!hasMariadb() || !hasOpenssl()) return context.skip("no mariadb server or no openssl on this machine");
    const mariadb = await startMariadb({ tls: true });
    const { port, user, password, database, client, ca } = mariadb;
    await client.query("create table t (id int primary key, jg varchar(12))");
    const target: ExchangeTarget = { engine: "mysql", host: "localhost", port, user, password, database, tls: { ca } };
    await (await openExchange(target, table("t"))).close();
    await expect(openExchange({ ...target, tls: { ca: null } }, table("t"))).rejects.toEqual(fault("exchange.no-tls"));
    await expect(openExchange({ ...target, host: "127.0.0.1.nip.invalid", tls: { ca } }, table("t"))).rejects.toEqual(
      fault("exchange.unreachable"),
    );
    await mariadb.stop();
  });
});

describe("a server that does not serve", () => {
  let silent: Server;
  beforeAll(async () => {
    silent = createServer((socket) => void socket.on("error", () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => silent.close());

  test.each(["postgres", "mysql"] as const)("%s: one that accepts and says nothing is hung up on", async (engine) => {
    const address = silent.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const target: ExchangeTarget = {
      engine,
      host: "127.0.0.1",
      port,
      user: "u",
      password: "p",
      database: "d",
      tls: null,
    };
    await expect(openExchange(target, table("t"), { ...exchangeLimits, connectMs: 300 })).rejects.toEqual(
      expect.objectContaining({ code: expect.stringMatching(/slow|unreachable/) }),
    );
  });

  test("postgres: one without TLS is not spoken to in clear", async () => {
    const database = await testDatabase();
    await expect(openExchange({ ...targetOf(database.url), tls: { ca: null } }, table("t"))).rejects.toEqual(
      fault("exchange.no-tls"),
    );
    await database.drop();
  });

  test.each(["postgres", "mysql"] as const)("%s: one that is not there is unreachable", async (engine) => {
    const target: ExchangeTarget = {
      engine,
      host: "127.0.0.1",
      port: 1,
      user: "u",
      password: "p",
      database: "d",
      tls: null,
    };
    await expect(openExchange(target, table("t"))).rejects.toEqual(fault("exchange.unreachable"));
  });
});

test("a name is quoted by doubling the sign, and what is no name is no statement", () => {
  expect(quoteWith('"', 'a"b')).toBe('"a""b"');
  expect(quoteWith("`", "a`b")).toBe("`a``b`");
  for (const name of ["", "a\0b", "a\nb", "字".repeat(22), "\ud800"])
    expect(() => quoteWith('"', name)).toThrow(RangeError);
});
