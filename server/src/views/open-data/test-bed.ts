// Open data over a real database and a clock that tests move.
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { dayOfInstant, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { foldName } from "../../kernel/fold.ts";
import { checkCharacter } from "../../kernel/uscc.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { compress } from "../../platform/http/compress.ts";
import { openCursors } from "../../platform/http/cursor.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { testApp } from "../site/test-app.ts";
import { addPublicityRoutes } from "../publicity/index.ts";
import { testEntry, testField, testSnapshot } from "../visibility/test-policy.ts";
import { addOpenDataRoutes, openDataTexts } from "./index.ts";
import type { OpenRow } from "./rules/row.ts";

export const code = (at: number, head = "91"): string => {
  const first = `${head}990100MA${String(at).padStart(7, "0")}`;
  return first + (checkCharacter(first) ?? "");
};
export const FIRM = code(1);
export const SHOP = code(2, "92");
export const PROVIDER = "11990100000000001A";
export const BATCH = "00000000-0000-4000-8000-000000000001";

/** Every type of field that a data set can have, and some that must never leave. */
const permit = testEntry("permit", {
  zh: "行政许可",
  fields: [
    testField("documentNo", "文书号", { required: "always" }),
    testField("authority", "许可机关"),
    testField("content", "内容", { required: "always", type: "text" }),
    testField("decidedOn", "许可决定日期", { type: "date" }),
    testField("capital", "核定资本(万元)", { type: "decimal", scale: 6 }),
    testField("seats", "座位（个）", { type: "integer" }),
    testField("kinds", "类别", { type: "enum-list", values: ["甲", "乙"] }),
    testField("internal", "内部意见", { group: "duty" }),
    testField("legalRepresentative", "法定代表人", { personal: true }),
    testField("idNumber", "证件号码", { personal: true, identityNumber: true, group: "authorisation" }),
  ],
});
const secret = testEntry("secret", {
  zh: "不公开文书号的事项",
  publicityRule: "until-ended",
  fields: [testField("documentNo", "文书号", { group: "duty" }), testField("content", "内容")],
});

export const policy: PolicySnapshot = (() => {
  const base = testSnapshot({ day: "2026-09-09" as Day });
  return { ...base, entries: new Map([...base.entries, ["permit", permit], ["secret", secret]]) };
})();

const proxies: ReadonlySet<string> = new Set(["10.0.0.1"]);

let bed: TestDatabase;
let app: HttpApp;
let now = 0;

export const at = (text: string): void => {
  now = Date.parse(`${text}+08:00`);
};

export function site(): HttpApp {
  return app;
}

export function database(): TestDatabase {
  return bed;
}

/** Registers the hooks of a test file: a database of its own, emptied and given an enterprise and a shop before each test. */
export function useDownloads(): void {
  beforeAll(async () => {
    bed = await testDatabase();
  });
  afterAll(() => bed.drop());
  beforeEach(reset);
}

export async function reset(): Promise<void> {
  at("2026-09-09T09:42:00");
  openApp();
  await run(
    "clear",
    `truncate statements.statement, statements.body, statements.ended, statements.ended_batch, subject.subject,
       ingest.completeness, ingest.batch, ingest.question cascade`,
  );
  await subject(FIRM, "示例华信有限公司");
  await subject(SHOP, "示例市东门李记面馆", "individual-business");
}

/** An application that has counted nothing yet. */
export function openApp(): void {
  app = testApp(openDataTexts);
  app.use(compress());
  const clock = { now: () => now, today: () => dayOfInstant(now) };
  const wiring = { db: bed.db, clock, policy: () => policy, calendar: null, site: { name: "信用示例市" }, proxies };
  const mac = (bytes: Uint8Array): Buffer => createHmac("sha256", "test").update(bytes).digest();
  addOpenDataRoutes(app, wiring);
  addPublicityRoutes(app, { ...wiring, nameDigest: () => Buffer.alloc(16), cursors: openCursors(mac) });
}

export async function run(label: string, sql: string, values: readonly unknown[] = []): Promise<void> {
  await bed.admin.write((tx) => tx.run(statement(`test.${label}`, sql), values));
}

export async function subject(uscc: string, name: string, kind = "enterprise"): Promise<void> {
  await run("subject", "insert into subject.subject values ($1, $2, 'registered', '2020-01-01Z', $3)", [
    uscc,
    kind,
    BATCH,
  ]);
  await run(
    "name",
    "insert into subject.name values ($1, $2, $3, '2020-01-01', null, true, $4, $5, '\\x00', array['甲乙'])",
    [uscc, foldName(name) || "x", name, BATCH, kind !== "individual-business"],
  );
}

/** So many rows of a batch under way, counted in it as whoever writes them does. */
export async function countRows(rows: number, batch = BATCH): Promise<void> {
  await run(
    "count-rows",
    `insert into ingest.batch (batch, provider, entry, mapping, account, state, created_at, received, accepted)
     values ($1, '${PROVIDER}', 'permit', 'official', gen_random_uuid(), 'processing', '2026-06-24Z', $2, $2)
     on conflict (batch) do update set received = batch.received + $2, accepted = batch.accepted + $2`,
    [batch, rows],
  );
}

export interface Given {
  readonly uscc?: string;
  readonly entry?: string;
  readonly key?: number;
  readonly version?: number;
  readonly documentNo?: string;
  readonly authority?: string;
  readonly decidedOn?: string | null;
  readonly validUntil?: string | null;
  readonly severity?: string | null;
  readonly providerShownUntil?: string | null;
  readonly receivedOn?: string;
  readonly batch?: string;
  readonly fields?: Record<string, string | string[] | null>;
}

export const bytes = (n: number): Buffer => Buffer.from(String(n).padStart(16, "0"));
export const idOf = (key: number, version = 1): string => bytes(key * 10 + version).toString("base64url");

export async function record(given: Given = {}): Promise<string> {
  const { uscc = FIRM, entry = "permit", key = 1, version = 1 } = given;
  const documentNo = given.documentNo ?? `示许〔2026〕${String(key)}号`;
  const fields = given.fields ?? { documentNo, content: "食品经营许可", internal: "不得外传", idNumber: "330106" };
  await run(
    "statement",
    `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
       authority, authority_code, decided_on, valid_from, valid_until, severity, severity_by, provider_shown_until, received_at,
       batch, row, warnings, replaces, policy_hash, commitment)
     values ($1, $2, '${PROVIDER}', $3, $4, $5, 1, $3, $6, $7, null, $8, null, $9, $10, null, $11, $12, $13, 1, '{}', null, '\\x00', '\\x00')`,
    [
      uscc,
      entry,
      bytes(key),
      version,
      bytes(key * 10 + version),
      documentNo,
      given.authority ?? "示例市监督局",
      given.decidedOn === undefined ? "2026-06-18" : given.decidedOn,
      given.validUntil ?? null,
      given.severity ?? null,
      given.providerShownUntil ?? null,
      new Date(startOfDay((given.receivedOn ?? "2026-06-24") as Day)),
      given.batch ?? BATCH,
    ],
  );
  await run("body", "insert into statements.body values ($1, $2, '\\x00', $3)", [
    uscc,
    bytes(key * 10 + version),
    JSON.stringify({ ...fields, legalRepresentative: "张三丰" }),
  ]);
  await countRows(1, given.batch);
  return idOf(key, version);
}

export async function end(kind: string, effective: string, key = 1, uscc: string = FIRM): Promise<void> {
  await run("end", "insert into statements.ended values ($1, $2, $3, $4, '2026-09-01Z', null, gen_random_uuid())", [
    uscc,
    bytes(key),
    kind,
    effective,
  ]);
}

/** Many records of the enterprise at once, keys from 1. */
export async function manyRecords(count: number): Promise<void> {
  await run(
    "many",
    `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
       authority, received_at, batch, row, warnings, policy_hash, commitment)
     select $1, 'permit', '${PROVIDER}', key, 1, id, 1, key, 'no ' || n, '示例市监督局', '2026-06-24Z', '${BATCH}', n, '{}', '\\x00', '\\x00'
     from (select n, convert_to(lpad(n::text, 16, '0'), 'UTF8') as key, convert_to(lpad((n * 10 + 1)::text, 16, '0'), 'UTF8') as id
           from generate_series(1, $2::int) n) k`,
    [FIRM, count],
  );
  await run(
    "bodies",
    `insert into statements.body select subject, id, '\\x00', jsonb_build_object('content', repeat('示例', 500)) from statements.statement`,
  );
  await countRows(count);
}

/** 归集完整性声明 of the provider for permits. */
export async function declare(through: string): Promise<void> {
  await run(
    "declare",
    "insert into ingest.completeness values ($1, 'permit', $2, null, '2026-09-08Z', gen_random_uuid())",
    [PROVIDER, through],
  );
}

export async function withdrawBatch(batch = BATCH, effective = "2026-09-09"): Promise<void> {
  await run("batch-end", "insert into statements.ended_batch values ($1, $2, '2026-09-09Z', gen_random_uuid())", [
    batch,
    effective,
  ]);
}

export const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(app.request(`/api/v1${path}`, init));

/** The same from an address, as the socket tells it. */
export const getFrom = (address: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(
    app.request(`/api/v1${path}`, { headers }, { incoming: { socket: { remoteAddress: address }, complete: true } }),
  );

export async function ndjson(entry = "permit"): Promise<OpenRow[]> {
  return readNdjson(await (await get(`/open-data/${entry}.ndjson`)).text());
}

export function readNdjson(text: string): OpenRow[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as OpenRow);
}
