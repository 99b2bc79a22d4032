// Two processes over one database, and machines that sign their requests to them.
import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { listenHttp } from "../../src/platform/http/server.ts";
import type { HttpServer } from "../../src/platform/http/server.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";
import { sendRaw, signedHeaders } from "./test-signer.ts";
import type { Signer, Told, Wish } from "./test-signer.ts";

export const market = "11990100990001378K";
export const tax = "11990100990002741Q";

interface Machines {
  readonly bed: TestApp;
  /** Two processes over one database. */
  readonly servers: readonly HttpServer[];
}

let machines: Machines | undefined;
let known: Signer | undefined;

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("useMachines was not called");
  return value;
}

/** The application behind both processes. */
export const bed = (): TestApp => present(machines).bed;
/** The key that requests are signed with where nothing else is said. */
export const machine = (): Signer => present(known);

export const tokens = new Map<string, string>();

export async function asPerson(who: string, path: string, json?: unknown): Promise<Told> {
  const response = await bed().ask(path, {
    method: json === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${tokens.get(who) ?? ""}`, "content-type": "application/json" },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  return { ...((await response.json()) as object), status: response.status, headers: {} };
}

export const life = { notBefore: "2026-09-01T00:00:00+08:00", notAfter: "2027-09-01T00:00:00+08:00" };

interface Bounds {
  readonly entries?: readonly string[];
  readonly rowsPerBatch?: number;
  readonly batchesPerDay?: number;
}

/** A key that two persons of a unit made, with its private half. */
export async function newKey(
  unit = "market",
  bounds: Bounds = {},
  curve: "ed25519" | "p256" = "ed25519",
): Promise<Signer> {
  const pair =
    curve === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const asked = await asPerson(`${unit}-clerk`, "/api/v1/clients", {
    publicKey: pair.publicKey.export({ type: "spki", format: "pem" }),
    entries: ["penalty", "permit"],
    rowsPerBatch: 100,
    batchesPerDay: 1000,
    ...bounds,
    ...life,
    reason: "业务系统对接",
  });
  expect(asked, JSON.stringify(asked)).toMatchObject({ status: 202 });
  const made = await asPerson(`${unit}-reviewer`, `/api/v1/approvals/${String(asked["proposal"])}/approval`, {});
  expect(made, JSON.stringify(made)).toMatchObject({ status: 200 });
  return { key: (made["result"] as { key: string }).key, privateKey: pair.privateKey };
}

async function open(): Promise<void> {
  const app = await openTestApp();
  for (const [unit, code] of [
    ["market", market],
    ["tax", tax],
  ] as const) {
    for (const role of ["clerk", "reviewer"] as const) tokens.set(`${unit}-${role}`, await app.tokenOf(code, role));
  }
  const servers = await Promise.all(
    [app.app, app.twin()].map((one) =>
      listenHttp({ fetch: (request, env) => one.fetch(request, env), host: "127.0.0.1", port: 0 }),
    ),
  );
  machines = { bed: app, servers };
  known = await newKey();
}

/** For a file of tests: two processes over one database, two units with two persons each, and a key of the first. */
export function useMachines(): void {
  beforeAll(open);
  afterAll(async () => {
    await Promise.all(present(machines).servers.map((server) => server.stop(0)));
    await bed().close();
  });
}

export const portOf = (process = 0): number => present(machines).servers[process]?.port ?? 0;

export function send(wish: Wish, signer: Signer = machine(), more: { readonly process?: number } = {}): Promise<Told> {
  const { method = "GET", target, body } = wish;
  return sendRaw(portOf(more.process), { method, target, headers: signedHeaders(wish, signer), body });
}

/** A question that changes nothing and that only an account of a provider may ask. */
const harmless = { method: "POST", target: "/api/v1/mappings", body: "" } as const;
export const mapping = (zh: string): string =>
  JSON.stringify({ zh, entry: "penalty", columns: { 名称: "subjectName" } });
let names = 0;
export function keep(more: Partial<Wish> = {}): Wish {
  names += 1;
  const headers = { "content-type": "application/json" };
  return { ...harmless, body: mapping(`表${names}`), ...more, headers: { ...headers, ...more.headers } };
}

let rows = 9500;
export function sheet(count = 1): string {
  rows += count;
  return csv(Array.from({ length: count }, (_, at) => penaltyOf(rows - at)));
}
export const uploadTo = (entry = "penalty", provider = market): string =>
  `/api/v1/batches?provider=${provider}&entry=${entry}`;
export const upload = (body: string, more: Partial<Wish> = {}): Wish => ({
  method: "POST",
  target: uploadTo(),
  body,
  headers: { prefer: "respond-async" },
  ...more,
});

/** A permit as one line of NDJSON. */
export function permit(documentNo: string): string {
  const { code, name } = firm(9501);
  return JSON.stringify({
    subjectName: name,
    counterpart: "法人及非法人组织",
    subjectCode: code,
    documentTitle: "经营许可",
    documentNo,
    permitKind: "普通",
    content: "准予经营",
    decidedOn: "2026-06-18",
    validFrom: "2026-06-18",
    validUntil: "2027-06-18",
    authority: "示例市市场监督管理局",
    authorityCode: market,
    currentStatus: "有效",
    sourceUnit: "示例市市场监督管理局",
    sourceUnitCode: market,
  });
}

export async function countOf(table: string): Promise<number> {
  const sql = `select count(*)::int as n from ${table}`;
  const found = await bed().database.admin.read((tx) => tx.rows<{ n: number }>(statement(`test.${table}`, sql)));
  return found[0]?.n ?? -1;
}
