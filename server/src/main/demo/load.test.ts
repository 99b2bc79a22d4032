import { hash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Account } from "../../foundation/accounts/index.ts";
import { dayOfInstant } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import { openSpool } from "../../platform/storage/spool.ts";
import { loadCalendar } from "../../policy/calendar.ts";
import { loadPolicy } from "../../policy/load.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { declareComplete } from "../../records/ingest/service/declare.ts";
import type { IngestPorts } from "../../records/ingest/service/ports.ts";
import { processBatch } from "../../records/ingest/service/process.ts";
import { appendUpload, completeUpload, openBatch } from "../../records/ingest/service/upload.ts";
import { listIssues, loadBatch } from "../../records/ingest/store.ts";
import type { Batch } from "../../records/ingest/rules/batch.ts";
import { openFigures } from "../../views/figures/service.ts";
import { sumOf } from "../../views/figures/rules/figures.ts";
import { parseMonth } from "../../views/figures/rules/month.ts";
import { clockCases } from "./acts/clock-cases.ts";
import { openArrivalClock } from "./arrival-clock.ts";
import { DEPARTMENT_TEXTS } from "./acts/text.ts";
import { awkwardPenalties } from "./awkward/penalties.ts";
import { demoCast } from "./cast.ts";
import type { DemoFile } from "./demo-file.ts";
import { DEPARTMENTS } from "./departments.ts";
import { demoFiles } from "./files.ts";
import { loadDemo } from "./load.ts";
import type { Submitted } from "./load.ts";
import { randomFrom } from "./random.ts";
import { makeTown } from "./town.ts";

const folder = new URL("../../../../policy", import.meta.url).pathname;
const now = Date.parse("2026-09-09T08:00:00+08:00");
const today = dayOfInstant(now);
const arrival = openArrivalClock({ now: () => now });

let database: TestDatabase;
let root: string;
let ports: IngestPorts;
let policy: PolicySnapshot;
let providers: { uscc: string; zh: string; entries: readonly string[] }[];
const ends = new Map<string, { file: DemoFile; batch: Batch }>();
const lines: string[] = [];

function clerkOf(provider: string): Account {
  return {
    account: "00000000-0000-7000-8000-000000000001",
    person: "00000000-0000-7000-8000-000000000001",
    organisation: provider,
    organisationName: provider,
    role: "clerk",
    login: "clerk",
  };
}

function submit(file: DemoFile): ReturnType<typeof submitNow> {
  return arrival.during(file.at, () => submitNow(file));
}

async function submitNow(file: DemoFile): Promise<(Submitted & { batch: string }) | { refusal: string }> {
  const { provider, entry, mapping } = file;
  const opened = await openBatch(ports, clerkOf(provider), {
    provider,
    entry,
    mapping,
    uploadLength: null,
    mends: null,
    purpose: null,
    carried: null,
  });
  if (!opened.ok) return { refusal: opened.refusal.code };
  const appended = await appendUpload(ports, opened.value, { offset: 0, stream: file.bytes() });
  if (!appended.ok) return { refusal: appended.refusal.code };
  const completed = await completeUpload(ports, opened.value, { force: false });
  if (!completed.ok) return { refusal: completed.refusal.code };
  await processBatch(ports, completed.value.batch.batch);
  const batch = await ports.db.read((tx) => loadBatch(tx, completed.value.batch.batch));
  if (batch === undefined || batch.state !== "done") return { refusal: batch?.failure ?? "no batch" };
  ends.set(batch.batch, { file, batch });
  return batch;
}

function load(): ReturnType<typeof loadDemo> {
  return loadDemo({
    files: demoFiles({ today, seed: "demo", scale: 0.01, providers }),
    providers,
    submit,
    today,
    declare: async (declaration) => {
      const clerk = clerkOf(declaration.provider);
      const declared = await arrival.during(declaration.at, () => declareComplete(ports, clerk, declaration));
      if (!declared.ok) throw new Error(`${declaration.provider} ${declaration.entry}: ${declared.refusal.code}`);
    },
    progress: (line) => void lines.push(line),
  });
}

async function count(sql: string): Promise<number> {
  const [row] = await database.admin.read((tx) =>
    tx.rows<{ n: number }>(statement(`test.count-${hash("md5", sql)}`, `select count(*)::int as n from ${sql}`)),
  );
  return row?.n ?? -1;
}

beforeAll(async () => {
  database = await testDatabase();
  root = await mkdtemp(path.join(tmpdir(), "xinheng-demo-"));
  const law = loadPolicy({ folders: [folder], region: "990100", day: today });
  if (!law.ok) throw new Error(JSON.stringify(law.faults.slice(0, 3)));
  policy = law.snapshot;
  // A third of the departments holds every entry, format and layout; what the others send is judged in files.test.ts.
  const chosen = [
    "market",
    "westMarket",
    "staffing",
    "environment",
    "transport",
    "housing",
    "labour",
    "court",
    "tax",
    "eastEnforcement",
    "eastMarket",
    "statistics",
    "insurance",
  ];
  const codes = new Set(chosen.map((id) => DEPARTMENTS[id]?.uscc));
  providers = [...policy.providers.values()].filter(({ uscc }) => codes.has(uscc));
  ports = {
    db: database.db,
    clock: arrival.clock,
    keys: await openKeys({ folder: path.join(root, "keys") }),
    spool: await openSpool({ folder: path.join(root, "spool") }),
    policyAt: () => policy,
    origin: "credit.example.invalid",
    onFault: ({ error }) => {
      throw error;
    },
  };
  await load();
}, 300_000);

afterAll(async () => {
  await database.drop();
  await rm(root, { recursive: true, force: true });
});

describe("the demo city in the real ingest", () => {
  test("every file is read, and each row meets the fate it was made for", async () => {
    expect(lines.filter((line) => line.includes("未能接收"))).toEqual([]);
    expect(ends.size).toBe([...demoFiles({ today, seed: "demo", scale: 0.01, providers })].length);
    for (const { file, batch } of ends.values()) {
      const { skipped, duplicates, quarantined, rejected } = batch;
      const issues = await ports.db.read((tx) => listIssues(tx, { batch: batch.batch, after: 0, limit: 60 }));
      const why = `${file.title}: ${issues.map((one) => `${one.row} ${one.outcome} ${one.code}`).join("; ")}`;
      expect({ skipped, duplicates, quarantined, rejected }, why).toEqual(file.fates);
      expect(batch.received, file.title).toBe(file.rows);
    }
  });

  test("the awkward rows meet it for the reason they were made for", async () => {
    const zh = "示例市市场监督管理局";
    const actor = {
      id: "market",
      uscc: DEPARTMENTS["market"]?.uscc ?? "",
      zh,
      text: DEPARTMENT_TEXTS["market"] ?? { short: "", style: "" },
    };
    const town = makeTown({ today, seed: "demo", scale: 0.01, providers });
    const subject = town.subjects.find(({ uscc }) => uscc === demoCast.everything.uscc);
    if (subject === undefined) throw new Error("no cast");
    const rows = awkwardPenalties({ actor, subject, day: today, number: 1, today, random: randomFrom("test") });
    const made = rows.flatMap(({ outcome, code }, at) => {
      const why = outcome === "skipped" ? "ingest.template-row" : code;
      return why === null ? [] : [`${at + 2} ${outcome} ${why}`];
    });
    const [end] = [...ends.values()].filter(({ file }) => file.title === `${zh} 行政处罚（疑难数据）`);
    const issues = await ports.db.read((tx) => listIssues(tx, { batch: end?.batch.batch ?? "", after: 0, limit: 100 }));
    expect(issues.map((one) => `${one.row} ${one.outcome} ${one.code}`).toSorted()).toEqual(made.toSorted());
    expect(end?.batch.naturalPersons).toBe(2);
  });

  test("progress is one line a file, and one a month for what comes by the week, and ends at a hundred", () => {
    const weekly = [...ends.values()].filter(({ file }) => file.month !== null);
    expect(weekly.length).toBeGreaterThan(60);
    expect(lines.filter((line) => line.includes("按期报送")).length).toBe(5);
    expect(lines.length).toBe(ends.size - weekly.length + 5 + 1);
    expect(lines.at(-1)).toMatch(/^示例数据 100%/);
    expect(lines[0]).toMatch(/^示例数据 0%  示例市市场监督管理局 登记名册：13 行，入库 13/);
  });

  test("the cast has what its pages show", async () => {
    const of = (uscc: string, entry: string): Promise<number> =>
      count(`statements.statement where subject = '${uscc}' and entry = '${entry}'`);
    expect(await of(demoCast.many.uscc, "permit")).toBe(60);
    expect(await of(demoCast.known.uscc, "permit")).toBe(5);
    expect(await of(demoCast.known.uscc, "honour")).toBe(1);
    expect(await of(demoCast.listed.uscc, "serious-list")).toBe(1);
    expect(
      await count(`statements.statement where subject = '${demoCast.nothing.uscc}' and entry <> 'registration'`),
    ).toBe(0);
    expect(
      await count(`subject.subject where subject = '${demoCast.provisional.uscc}' and standing = 'provisional'`),
    ).toBe(1);
    expect(await count(`subject.subject where subject = '${demoCast.known.uscc}' and standing = 'registered'`)).toBe(1);
    expect(
      await count(`(select distinct entry from statements.statement where subject = '${demoCast.everything.uscc}') e`),
    ).toBe(11);
  });

  test("the clock's cases are all on file", async () => {
    const market = DEPARTMENTS["market"]?.uscc ?? "";
    expect(await count(`statements.statement where provider = '${market}' and document_no like '%〕900__号'`)).toBe(
      clockCases(today).length,
    );
  });

  test("each file is received when it was sent, none after now", async () => {
    for (const { file, batch } of ends.values()) expect(batch.receivedAt?.getTime(), file.title).toBe(file.at ?? now);
    expect(
      await count(
        "statements.statement s join ingest.batch b using (batch) where s.received_at <> date_trunc('second', b.received_at)",
      ),
    ).toBe(0);
  });

  test("in the last whole month one has a nil return, one said nothing, and three decisions are known from others alone", async () => {
    const calendar = loadCalendar([folder], "990100");
    if (!calendar.ok) throw new Error("no calendar");
    const { db, clock, keys } = ports;
    const present = { db, clock, keys, calendar: calendar.calendar, policy: () => policy };
    const figures = openFigures(present);
    const month = parseMonth("2026-08");
    if (month === undefined) throw new Error("no month");
    const { lines: found } = await figures.month(figures.moment(), month);
    const of = (id: string, entry: string): (typeof found)[number] | undefined =>
      found.find((line) => line.provider === DEPARTMENTS[id]?.uscc && line.entry === entry);
    expect(of("statistics", "penalty")?.state).toBe("nil");
    expect(of("insurance", "penalty")?.state).toBe("none");
    expect(of("eastEnforcement", "penalty")?.missing).toBe(3);
    const { late, timely } = sumOf(found);
    expect(late * 4).toBeLessThan(timely);
    expect(timely).toBeGreaterThan(50);
  });

  test("a file sent again changes nothing and answers with its first batch", async () => {
    const before = await count("statements.statement");
    const known = new Set(ends.keys());
    for (const [at, file] of [...demoFiles({ today, seed: "demo", scale: 0.01, providers })].entries()) {
      if (at % 10 !== 0) continue;
      const again = await submit(file);
      expect("batch" in again && known.has(again.batch), file.title).toBe(true);
    }
    expect(await count("statements.statement")).toBe(before);
  });
});
