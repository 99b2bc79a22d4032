import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSources } from "./rules/source.ts";
import { loadConnectors } from "./service/config.ts";

const sound = {
  id: "scjg-penalty",
  provider: "11990100990001378K",
  account: "exchange.scjg",
  entry: "penalty",
  engine: "postgres",
  url: "postgres://pull:p%40ss@127.0.0.1:5433/qzk",
  table: "public.行政处罚",
  cursor: "gxsj",
  key: "zj",
  verdict: { columns: { outcome: "jg", message: "sm" } },
};

const read = (more: Record<string, unknown>, allowedHosts: unknown = []) =>
  readSources({ allowedHosts, connectors: [{ ...sound, ...more }] });

describe("connectors.yaml", () => {
  test("is read with defaults, and the address is taken apart here", () => {
    const sources = read({});
    expect(sources.ok && sources.value[0]).toMatchObject({
      target: { engine: "postgres", host: "127.0.0.1", port: 5433, user: "pull", password: "p@ss", database: "qzk" },
      tls: null,
      mapping: "",
      rowsPerBatch: 1000,
      every: 300,
      table: {
        table: "public.行政处罚",
        columns: null,
        verdict: { kind: "columns", columns: { outcome: "jg", batch: null, message: "sm" } },
      },
    });
  });

  test("an absent one is no connectors", () => {
    expect(readSources(undefined)).toEqual({ ok: true, value: [] });
  });

  test.each([
    ["an unlisted host", { url: "postgres://u:p@10.0.0.5/d" }, [], "connector.host-not-allowed"],
    [
      "a public host that is not listed",
      { url: "postgres://u:p@db.example.invalid/d" },
      ["10.0.0.5"],
      "connector.host-not-allowed",
    ],
    [
      "a listed host at another port",
      { url: "postgres://u:p@10.0.0.5:22/d" },
      ["10.0.0.5:5432"],
      "connector.host-not-allowed",
    ],
    [
      "a name that begins like a loopback address",
      { url: "postgres://u:p@127.0.0.1.example.invalid/d" },
      [],
      "connector.host-not-allowed",
    ],
    ["a host behind the user", { url: "postgres://127.0.0.1@10.0.0.5/d" }, [], "connector.host-not-allowed"],
    ["a link-local address as a number", { url: "postgres://u:p@2852039166/d" }, [], "connector.host-not-allowed"],
    [
      "a host smuggled in as a parameter",
      { url: "postgres://u:p@127.0.0.1/d?host=10.0.0.5" },
      [],
      "connector.malformed",
    ],
    [
      "a file smuggled in as a parameter",
      { url: "postgres://u:p@127.0.0.1/d?sslrootcert=/etc/passwd" },
      [],
      "connector.malformed",
    ],
    ["the other engine's address", { engine: "mysql" }, [], "connector.malformed"],
    ["no database", { url: "postgres://u:p@127.0.0.1" }, [], "connector.malformed"],
    ["an unknown engine", { engine: "oracle" }, [], "connector.malformed"],
    ["an unsound provider", { provider: "119901009900013781" }, [], "connector.malformed"],
    ["an unknown key", { pasword: "x" }, [], "connector.unknown-key"],
    ["no table", { table: undefined }, [], "connector.missing"],
    ["a hostile table", { table: 'x"; drop table y; --' }, [], "connector.bad-name"],
    ["a table in three parts", { table: "a.b.c" }, [], "connector.bad-name"],
    ["a column with a blank", { key: "a b" }, [], "connector.bad-name"],
    ["a column with a backtick", { cursor: "a`b" }, [], "connector.bad-name"],
    ["an over-long column", { columns: ["字".repeat(22)] }, [], "connector.bad-name"],
    ["a verdict into the cursor", { verdict: { columns: { outcome: "gxsj" } } }, [], "connector.bad-name"],
    ["two verdicts into one column", { verdict: { columns: { outcome: "jg", code: "jg" } } }, [], "connector.bad-name"],
    [
      "a verdict table without a batch",
      { verdict: { table: "v", row: "r", columns: { outcome: "jg" } } },
      [],
      "connector.missing",
    ],
    ["a run every zero seconds", { every: 0 }, [], "connector.malformed"],
    ["a batch without bound", { rowsPerBatch: 1e9 }, [], "connector.malformed"],
  ])("%s is refused", (_, more, hosts, code) => {
    const sources = read(more, hosts);
    expect(sources).toMatchObject({ ok: false, refusal: { code } });
    // A value may be a password: a refusal names the place alone.
    expect(JSON.stringify(sources)).not.toMatch(/p@ss|p%40ss|drop table/);
  });

  test.each(["10.0.0.5", "10.0.0.5:5432", "[fd00::5]", "DB.example.invalid"])(
    "a listed host may be asked: %s",
    (host) => {
      const name = host.replace(":5432", "");
      const sources = read({ url: `postgres://u:p@${name}/d` }, [host]);
      expect(sources).toMatchObject({ ok: true, value: [{ tls: { ca: null } }] });
    },
  );

  test("one id stands for one place", () => {
    expect(readSources({ connectors: [sound, sound] })).toMatchObject({
      ok: false,
      refusal: { code: "connector.duplicate-id" },
    });
  });
});

describe("the file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "xinheng-connectors-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("is not read when others may read it, and names the line where it is broken", async () => {
    const file = path.join(folder, "connectors.yaml");
    expect(await loadConnectors(file)).toEqual({ ok: true, value: [] });
    await writeFile(file, "allowedHosts: []\nconnectors: []\n", { mode: 0o600 });
    expect(await loadConnectors(file)).toEqual({ ok: true, value: [] });
    await chmod(file, 0o640);
    expect(await loadConnectors(file)).toMatchObject({ ok: false, refusal: { code: "connector.file-open" } });
    await chmod(file, 0o600);
    for (const broken of ["allowedHosts: []\n", "connectors: *elsewhere\n"]) {
      await writeFile(file, `allowedHosts: []\n${broken}`);
      expect(await loadConnectors(file)).toMatchObject({
        ok: false,
        refusal: { code: "connector.unreadable", values: { line: 2 } },
      });
    }
  });
});
