import { describe, expect, test } from "vitest";
import { faultLine } from "./tidy/fault.ts";
import { checksumOf } from "./tidy/migrations.ts";
import { tidy } from "./tidy.ts";

const migration = `create schema subject;
create schema statements;
create schema audit;
-- class: distributed
create table subject.subject (subject text not null, primary key (subject));
-- class: distributed
create table statements.statement (
  subject text not null references subject.subject,
  id bytea not null,
  primary key (subject, id)
);
-- class: reference
create table statements.ended_batch (batch uuid not null primary key);
create view subject.pub_subject as select subject from subject.subject;
`;
const slice = "server/src/records/statements";

/** A small house in order, with one file planted or replaced. */
function plant(path: string, text: string): ReadonlyMap<string, string> {
  const tree = new Map([
    [`${slice}/README.md`, "# Statements"],
    [`${slice}/index.ts`, 'export { save } from "./store.ts";'],
    [`${slice}/store.ts`, "export const save = `insert into statements.statement (subject, id) values ($1, $2)`;"],
    ["server/migrations/0001-subject.sql", migration],
    ["policy/sources.yaml", "sources: []"],
  ]);
  tree.set(path, text);
  const sums = [...tree]
    .filter(([name]) => name.endsWith(".sql"))
    .map(([name, sql]) => `${checksumOf(sql)}  ${name.split("/").at(-1) ?? ""}`);
  if (!tree.has("server/migrations/checksums.txt")) tree.set("server/migrations/checksums.txt", `${sums.join("\n")}\n`);
  return tree;
}

const faultsOf = (path: string, text: string): readonly string[] =>
  tidy(plant(path, text)).map((fault) => faultLine(fault));

test("a house in order has no fault", () => {
  expect(faultsOf("policy/sources.yaml", "sources: []")).toEqual([]);
});

describe("SQL stays in its slice", () => {
  const store = `${slice}/store.ts`;
  test.each([
    [
      "another slice's table",
      "select s.subject from subject.subject s where s.subject = $1",
      "foreign-table: subject.subject belongs to another slice",
    ],
    [
      "another slice's table in a join",
      "select 1 from statements.statement t join audit.entry e on e.id = t.id",
      "foreign-table: audit.entry belongs",
    ],
    [
      "a write to another slice's view",
      "insert into subject.pub_subject (subject) values ($1)",
      "it is read, never written",
    ],
    [
      "an alias called like a schema",
      "select subject.kind from subject.pub_subject as subject",
      "if subject is an alias here",
    ],
    ["a fragment that joins a foreign table", "left join audit.entry e on true", "foreign-table: audit.entry"],
    ["now()", "select now() from statements.statement", "sql-clock: now reads the server's clock"],
    ["current_date", "select 1 from statements.statement where day < current_date", "sql-clock: current_date"],
    [
      "current_timestamp",
      "update statements.statement set at = current_timestamp where subject = $1",
      "sql-clock: current_timestamp",
    ],
    ["the word 'now'", "select 'now'::timestamptz as at from statements.statement", "sql-clock: 'now'"],
    ["a word newer than PostgreSQL 15", "select any_value(id) from statements.statement", "sql-dialect: any_value()"],
  ])("%s is refused", (_, sql, message) => {
    expect(faultsOf(store, `export const save = ${JSON.stringify(sql)};`)).toEqual([expect.stringContaining(message)]);
  });

  test("a table put together at run time is refused", () => {
    const code = "export const save = (table: string): string => `select 1 from ${table} where subject = $1`;";
    expect(faultsOf(store, code)).toEqual([expect.stringContaining("sql-open")]);
  });

  test.each([
    [
      "own tables and another's published view",
      "select 1 from statements.statement t join subject.pub_subject p on p.subject = t.subject",
    ],
    [
      "a foreign table named in a comment or a literal",
      "select 'from audit.entry' as note from statements.statement -- join audit.entry",
    ],
    ["a column called now", "select t.now from statements.statement t"],
  ])("%s is fine", (_, sql) => {
    expect(faultsOf(store, `export const save = ${JSON.stringify(sql)};`)).toEqual([]);
  });

  test("SQL in rules is refused, prose is not", () => {
    const rules =
      'export const a = "select id from statements.statement";\nexport const b = "Select a row from the list";';
    expect(faultsOf(`${slice}/rules.ts`, rules)).toEqual([
      `${slice}/rules.ts:1  sql-place: SQL stands in store.ts; service.ts and jobs.ts may hold it too. Move it there.`,
    ]);
  });
});

describe("tables can be laid over a cluster by subject", () => {
  const second = "server/migrations/0002-more.sql";
  test.each([
    ["no class", "create table audit.entry (entry uuid primary key);", "table-class: audit.entry has no class"],
    [
      "a class that stands not directly above",
      "-- class: local\n\ncreate table audit.entry (entry uuid primary key);",
      "table-class",
    ],
    ["no column subject", "-- class: distributed\ncreate table audit.a (id uuid);", "has no column subject"],
    [
      "a key without subject first",
      "-- class: distributed\ncreate table audit.a (id uuid, subject text, primary key (id, subject));",
      "primary key (id, subject) of audit.a must begin with subject",
    ],
    [
      "a key beside its column",
      "-- class: distributed\ncreate table audit.a (subject text, id uuid unique, primary key (subject, id));",
      "unique (id)",
    ],
    [
      "a unique index",
      "-- class: distributed\ncreate table audit.a (subject text, id uuid, primary key (subject));\ncreate unique index i on audit.a (id);",
      "unique (id)",
    ],
    [
      "a key added later",
      "alter table statements.statement add constraint one_id unique (id);",
      "unique (id) of statements.statement",
    ],
    ["no primary key", "-- class: distributed\ncreate table audit.a (subject text);", "has no primary key"],
    [
      "a distribution column uscc",
      "-- class: distributed\ncreate table audit.a (subject text, uscc text, primary key (subject, uscc));",
      "has a column uscc",
    ],
    [
      "a foreign key across schemas",
      "-- class: local\ncreate table audit.a (batch uuid references statements.ended_batch, primary key (batch));",
      "across schemas only subject.subject",
    ],
    [
      "a foreign key from a local table to a distributed one",
      "-- class: local\ncreate table subject.a (subject text primary key references subject.subject);",
      "is not distributed and cannot point to subject.subject",
    ],
    [
      "a foreign key without subject first",
      "-- class: distributed\ncreate table statements.a (subject text, id bytea, primary key (subject), foreign key (id, subject) references statements.statement);",
      "foreign key (id, subject)",
    ],
    [
      "a trigger",
      "create or replace trigger t before update on audit.entry execute function audit.f();",
      "sql-trigger",
    ],
    [
      "a default from the server's clock",
      "-- class: local\ncreate table audit.a (at timestamptz not null default now(), primary key (at));",
      "sql-clock: now",
    ],
    ["a reminder without a number", "-- TODO index\nselect 1;", "leftover"],
  ])("%s is refused", (_, sql, message) => {
    expect(faultsOf(second, sql)).toContainEqual(expect.stringContaining(message));
  });

  test("keys by subject, a key to a reference table of the same schema and an exempt comment are fine", () => {
    const sql = `-- What hangs on a statement.
-- class: distributed
create table statements.mark (
  subject text not null references subject.subject,
  batch uuid not null references statements.ended_batch,
  at timestamptz not null, -- never now()
  unique (subject, at),
  primary key (subject, batch)
);
-- class: local
create table if not exists audit.entry (entry uuid not null, check (entry is not null), primary key (entry));
alter table statements.mark add column note text;
create unique index mark_note on statements.mark (subject, note);
`;
    expect(faultsOf(second, sql)).toEqual([]);
  });
});

describe("migrations are one line of history", () => {
  const first = "server/migrations/0001-subject.sql";
  const tree = (sql: string, checksums: string): readonly string[] =>
    tidy(
      new Map([
        [first, sql],
        ["server/migrations/checksums.txt", checksums],
      ]),
    ).map((fault) => faultLine(fault));

  test("a sealed migration that changed is refused", () => {
    expect(tree("create schema b;", `${checksumOf("create schema a;")}  0001-subject.sql\n`)).toEqual([
      `${first}  old-migration: was sealed and has changed: undo it, and write a new migration.`,
    ]);
  });
  test("an unsealed and a vanished migration are refused", () => {
    expect(tree("create schema a;", `${checksumOf("x")}  0002-gone.sql\n`)).toEqual([
      "server/migrations/0002-gone.sql  old-migration: is sealed and gone: bring it back.",
      `${first}  old-migration: is not sealed: run "node house/seal.ts" once it is final.`,
    ]);
  });
  test("a gap in the numbers is refused", () => {
    expect(faultsOf("server/migrations/0003-late.sql", "select 1;")).toEqual([
      expect.stringContaining("should be called 0002-<name>.sql"),
    ]);
  });
  test("a checksum that history once removed is refused", () => {
    const planted = plant("policy/sources.yaml", "sources: []");
    expect(tidy(planted, ["abc  0001-subject.sql"]).map((fault) => faultLine(fault))).toEqual([
      expect.stringContaining("this file only grows"),
    ]);
  });
});

describe("words", () => {
  test.each([
    ["Chinese in code", `${slice}/rules.ts`, 'export const a = "公示";', "chinese"],
    ["Chinese in a template", `${slice}/rules.ts`, "export const a = (n: number): string => `${n} 条`;", "chinese"],
    ["Chinese in a pattern", `${slice}/rules.ts`, "export const a = /公示/u;", "chinese"],
    ["a banned name", `${slice}/rules.ts`, "export const subjectInfo = 1;", '"info" in subjectInfo: say which'],
    [
      "a name that ends in data",
      `${slice}/rules.ts`,
      "export function f(rowData: string): string { return rowData; }",
      '"data" in rowData',
    ],
    ["a list called black", `${slice}/rules.ts`, "export interface Blacklist { readonly a: string }", "seriousList"],
    ["a permit called licence", `${slice}/rules.ts`, "export const licenceNo = 1;", "permit"],
    ["a misleading Chinese word", `${slice}/text.ts`, 'export const a = "黑名单";', "严重失信主体名单"],
    ["a reminder without a number", `${slice}/rules.ts`, "// TODO later\nexport const a = 1;", "leftover"],
    ["a reminder in an empty block", `${slice}/rules.ts`, "export function f(): void { /* FIXME */ }", "leftover"],
    ["a file called utils", "server/src/kernel/utils.ts", "export const a = 1;", "banned-name"],
    ["a file not in kebab-case", "server/src/kernel/dayOf.ts", "export const a = 1;", "kebab-case"],
  ])("%s is refused", (_, path, text, message) => {
    expect(faultsOf(path, text)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ["Chinese in comments", `${slice}/rules.ts`, "/** 公示期 */\nexport const a = 1; // 条"],
    ["Chinese in text.ts", `${slice}/text.ts`, 'export const a = "公示";'],
    ["Chinese in tests", `${slice}/rules.test.ts`, 'export const a = "公示";'],
    ["Chinese in the table of characters", "server/src/kernel/characters.ts", 'export const a = "壹";'],
    ["a folder of data", `${slice}/rules.ts`, "export const dataFolder = 1;"],
    ["a reminder with its issue", `${slice}/rules.ts`, "// TODO #12 later\nexport const a = 1;"],
    ["a marker word in a string", `${slice}/rules.ts`, 'export const a = "// TODO later";'],
    ["a key that a package prescribes", `${slice}/rules.ts`, 'export const a = { info: { license: "x" } };'],
  ])("%s are fine", (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });
});

describe("refusals", () => {
  const text = 'export const texts = { "statements.gone": "没有" };';
  test("a code without Chinese text is refused, each branch of a choice counted", () => {
    const code =
      'export const f = (a: boolean) => ({ code: a ? "statements.one" : "statements.two", kind: "absent" });';
    expect(faultsOf(`${slice}/rules.ts`, code)).toEqual([
      `${slice}/rules.ts:1  refusal-text: statements.one has no Chinese text: add it to the text.ts of its slice.`,
      `${slice}/rules.ts:1  refusal-text: statements.two has no Chinese text: add it to the text.ts of its slice.`,
    ]);
  });
  test("a text whose code is gone is refused", () => {
    expect(faultsOf(`${slice}/text.ts`, text)).toEqual([
      expect.stringContaining("refusal-unused: statements.gone is never used"),
    ]);
  });
  test("a code with its text is fine", () => {
    const tree = new Map(plant(`${slice}/text.ts`, text));
    tree.set(`${slice}/rules.ts`, 'export const gone = { code: "statements.gone", kind: "absent" };');
    expect(tidy(tree)).toEqual([]);
  });
});

describe("places", () => {
  test.each([
    [
      "a file outside the closed list",
      `${slice}/mapper.ts`,
      "export const a = 1;",
      "closed-list: mapper.ts is no file of a slice",
    ],
    ["a second text.ts", `${slice}/rules/text.ts`, "export const a = 1;", "one-text"],
    ["code in policy", "policy/rules.ts", "export const a = 1;", "policy-is-data"],
    ["a barrel", `${slice}/index.ts`, 'export * from "./store.ts";', "barrel"],
    ["a named barrel", `${slice}/index.ts`, 'export * as store from "./store.ts";', "barrel"],
    ["a default export", `${slice}/rules.ts`, "export default 1;", "default-export"],
    ["a default function", `${slice}/rules.ts`, "export default function f(): void {}", "default-export"],
    ["a test run alone", `${slice}/rules.test.ts`, 'test.only("a", () => {});', "skipped-test: every test runs"],
    ["a skipped test", `${slice}/rules.test.ts`, 'describe.skip("a", () => {});', "skipped-test: use skipIf"],
    [
      "a skip that says nothing",
      `${slice}/rules.test.ts`,
      'test("a", (context) => { context.skip(); });',
      "say in a message what is missing",
    ],
  ])("%s is refused", (_, path, text, message) => {
    expect(faultsOf(path, text)).toContainEqual(expect.stringContaining(message));
  });

  test("a slice without README or door is refused", () => {
    expect(faultsOf("server/src/views/search/rules.ts", "export const a = 1;")).toEqual([
      "server/src/views/search  closed-list: the slice has no README.md.",
      "server/src/views/search  closed-list: the slice has no index.ts.",
    ]);
  });

  test.each([
    [
      "a switch's default",
      `${slice}/rules.ts`,
      "export function f(a: number): number { switch (a) { default: return 1; } }",
    ],
    [
      "a skip with its message",
      `${slice}/rules.test.ts`,
      'test("a", (context) => { context.skip("no ../shared/data"); });',
    ],
    ["the rules of one noun", `${slice}/rules/version.ts`, "export const a = 1;"],
    ["a skip of something else", `${slice}/rules.test.ts`, "cursor.skip(3, reason);"],
  ])("%s is fine", (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });
});
