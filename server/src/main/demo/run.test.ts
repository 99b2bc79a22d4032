import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOfInstant } from "../../kernel/day.ts";
import { initialiseInstance, noIdentity } from "../../foundation/accounts/index.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import { openLog } from "../../platform/observability/log.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { createMetrics } from "../../platform/observability/metrics.ts";
import { openSpool } from "../../platform/storage/spool.ts";
import { loadPolicy } from "../../policy/load.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { createWorker } from "../../records/ingest/index.ts";
import type { IngestPorts } from "../../records/ingest/index.ts";
import { createApp } from "../app.ts";
import type { Foundations } from "../app.ts";
import { DEPARTMENTS } from "./departments.ts";
import { demoCast } from "./cast.ts";
import { demoFiles } from "./files.ts";
import { SHIPPED } from "../policy-of-day.ts";
import { openDemoDoor } from "./door.ts";
import type { DemoDoor } from "./door.ts";
import { runDemo } from "./run.ts";

const folder = new URL("../../../../policy", import.meta.url).pathname;
const now = Date.parse("2026-09-09T08:00:00+08:00");
const clock = { now: () => now, today: () => dayOfInstant(now) };

let database: TestDatabase;
let root: string;
let app: HttpApp;
let open: () => DemoDoor;
let policy: PolicySnapshot;

beforeAll(async () => {
  database = await testDatabase();
  root = await mkdtemp(path.join(tmpdir(), "xinheng-run-"));
  const load = loadPolicy({ folders: [folder], region: "990100", day: clock.today() });
  if (!load.ok) throw new Error(JSON.stringify(load.faults.slice(0, 3)));
  // One department is a city small enough for a test.
  const few = new Set(["market"].map((id) => DEPARTMENTS[id]?.uscc));
  policy = { ...load.snapshot, providers: new Map([...load.snapshot.providers].filter(([uscc]) => few.has(uscc))) };
  const { db } = database;
  await initialiseInstance(db, { at: new Date(now), region: "990100", production: false });
  const [keys, spool] = [
    await openKeys({ folder: path.join(root, "keys") }),
    await openSpool({ folder: path.join(root, "spool") }),
  ];
  const ports: IngestPorts = {
    db,
    clock,
    keys,
    spool,
    policyAt: () => policy,
    origin: "credit.example.invalid",
    onFault: ({ error }) => {
      throw error;
    },
  };
  const foundations: Foundations = {
    db,
    clock,
    keys,
    spool,
    identity: noIdentity,
    currentPolicy: () => policy,
    policyAt: () => policy,
    log: openLog({ clock, level: "error" }),
    metrics: createMetrics(),
    policyFolders: [SHIPPED],
    releases: { base: { folders: [SHIPPED], region: policy.region }, onChange: () => undefined },
    publicUrl: "http://localhost:8080",
    origins: new Set(),
    proxies: new Set(),
    calendar: null,
    site: { name: "信衡" },
    ingest: { ports, worker: createWorker(ports) },
  };
  app = createApp(foundations);
  open = () => openDemoDoor(foundations, clock.today());
}, 120_000);

afterAll(async () => {
  await database.drop();
  await rm(root, { recursive: true, force: true });
});

function run(lines: string[], more: { signal?: AbortSignal } = {}): Promise<void> {
  return runDemo({
    db: database.db,
    open,
    now: clock.now,
    policy,
    day: clock.today(),
    progress: (line) => void lines.push(line),
    scale: 0.003,
    ...more,
  });
}

/** The month of the newest receipt. */
async function newest(): Promise<string | undefined> {
  const [row] = await database.admin.read((tx) =>
    tx.rows<{ month: string }>(
      statement("test.newest", "select to_char(max(received_at), 'YYYY-MM') as month from ingest.batch"),
    ),
  );
  return row?.month;
}

async function batches(): Promise<number> {
  const [row] = await database.admin.read((tx) =>
    tx.rows<{ n: number }>(statement("test.done", "select count(*)::int as n from ingest.batch where state = 'done'")),
  );
  return row?.n ?? -1;
}

test("a load that was cut off goes on, doubles nothing, and is not begun again when all is there", async () => {
  const first: string[] = [];
  const cut = new AbortController();
  const progress = (line: string): void => {
    first.push(line);
    if (first.length === 3) cut.abort();
  };
  await runDemo({
    db: database.db,
    open,
    now: clock.now,
    policy,
    day: clock.today(),
    progress,
    scale: 0.003,
    signal: cut.signal,
  });
  // Others may have been under way.
  expect(first.length).toBeGreaterThanOrEqual(3);
  expect(first.length).toBeLessThan(7);
  expect(await batches()).toBe(first.length);
  expect(await newest()).toBe("2026-04");
  const second: string[] = [];
  await run(second);
  expect(second.filter((line) => line.includes("未能接收"))).toEqual([]);
  expect(second.at(-1)).toMatch(/^示例数据 100%/);
  const own = [...policy.providers.values()];
  const files = [...demoFiles({ today: clock.today(), seed: "demo", scale: 0.003, providers: own })];
  expect(await batches()).toBe(files.length);
  expect(second.length - 1).toBe(files.filter(({ month }) => month === null).length + 5);
  const third: string[] = [];
  await run(third);
  expect(third).toEqual([]);
  expect(await newest()).toBe("2026-09");
  const page = await app.fetch(new Request(`http://localhost/subjects/${demoCast.known.uscc}`));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(demoCast.known.name);
});
