// What the national entrance pushes, through the service and a real PostgreSQL.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount } from "../../../foundation/accounts/index.ts";
import type { Role, SignedIn } from "../../../foundation/accounts/index.ts";
import { dayOfInstant } from "../../../kernel/day.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { statement } from "../../../platform/database/pool.ts";
import { testDatabase } from "../../../platform/database/test-database.ts";
import { openKeys } from "../../../platform/keys/keys.ts";
import { loadCalendar } from "../../../policy/calendar.ts";
import { policyAt } from "../../../policy/load.ts";
import type { RepairPolicy } from "../../../policy/repair.ts";
import { applyForRepair } from "./apply.ts";
import type { RepairPorts } from "./ports.ts";
import { readPushed, receivePushed } from "./push.ts";
import type { PushAsked } from "./push.ts";
import { takeRepairStep } from "./step.ts";
import { openRepairs, readRepair } from "./view.ts";

const AUTHORITY = "11990100990001378K";
const CENTRE = "129901009900397397";
const [SUBJECT, OTHER] = ["91990100MA0XH0026G", "91990100MA0XH00426"];
const SHIPPED = fileURLToPath(new URL("../../../../../policy", import.meta.url));
const calendarLoad = loadCalendar([SHIPPED], "990100");
const policyLoad = policyAt({
  folders: [SHIPPED],
  region: "990100",
  day: dayOfInstant(Date.parse("2026-09-11T12:00:00+08:00")),
});
if (!calendarLoad.ok || !policyLoad.ok) throw new Error("the shipped policy has faults");
const { calendar } = calendarLoad;
const { snapshot } = policyLoad;

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
let tier: RepairPolicy["tier"] = "national-entrance";
let ports: RepairPorts;
let machine: SignedIn;
let clerk: SignedIn;
let reviewer: SignedIn;
const now = Date.parse("2026-09-11T12:00:00+08:00");

async function member(organisation: string, role: Role, client: string | null = null): Promise<SignedIn> {
  const made = await createAccount(database.db, {
    at: new Date(now),
    by: null,
    organisation: { uscc: organisation, name: `示例单位${organisation.slice(-4)}` },
    role,
    login: `push-${organisation.slice(-4).toLowerCase()}-${role}`,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const via = client === null ? "session" : "signature";
  return { ...made.value.account, via, session: null, client, steppedUpAt: new Date(now) };
}

const insertSubject = statement(
  "test.push-subject",
  "insert into subject.subject values ($1, 'enterprise', 'registered', '2020-01-01Z', gen_random_uuid())",
);
const insertStatement = statement(
  "test.push-statement",
  `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
     authority, authority_code, decided_on, severity, received_at, batch, row, warnings, policy_hash, commitment)
   values ($1, 'penalty', $2, $3, 1, $3, 1, $3, $4, '示例市市场监督管理局', $2, $5, 'general', '2026-06-12Z', gen_random_uuid(), 1, '{}', $3, $3)`,
);
const counts = statement(
  "test.push-counts",
  "select (select count(*)::int from repair.application) as applications, (select count(*)::int from repair.pushed) as pushed",
);

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-push-"));
  ports = {
    db: database.db,
    clock: { now: () => now, today: () => dayOfInstant(now) },
    keys: await openKeys({ folder: path.join(folder, "keys") }),
    policyAt: () => ({ ...snapshot, repair: snapshot.repair === null ? null : { ...snapshot.repair, tier } }),
    calendar,
    mandateOf: () => Promise.resolve(granted(null)),
  };
  machine = await member(CENTRE, "operator", "key-1");
  clerk = await member(AUTHORITY, "clerk");
  reviewer = await member(AUTHORITY, "reviewer");
  await database.admin.write(async (tx) => {
    for (const one of [SUBJECT, OTHER]) await tx.run(insertSubject, [one]);
    for (const [at, subject, decided] of [
      [1, SUBJECT, "2026-06-10"],
      [2, SUBJECT, "2026-06-10"],
      [3, SUBJECT, "2026-08-10"],
      [4, OTHER, "2026-06-10"],
      [5, SUBJECT, "2026-06-10"],
    ] as const)
      await tx.run(insertStatement, [subject, AUTHORITY, Buffer.alloc(16, at), `示市监罚字〔2026〕${at}号`, decided]);
  });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const asked = (nationalNo: string, over: Partial<PushAsked> = {}): PushAsked => ({
  nationalNo,
  subject: SUBJECT,
  authority: AUTHORITY,
  documentNo: "示市监罚字[2026]1号",
  commitment: { title: "信用修复承诺书", digest: "cd".repeat(32) },
  proofs: [{ title: "缴款凭证", digest: "ab".repeat(32) }],
  ...over,
});
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "granted" : outcome.refusal.code);
function certain<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

test("what is pushed is decided by the authority, and the entrance reads what became of it", async () => {
  const pushed = certain(await receivePushed(ports, machine, asked("QG-1")));
  expect(pushed.kept).toMatchObject({ via: "national", nationalNo: "QG-1", commitment: null, authority: AUTHORITY });
  expect(pushed.kept.proofs.map(({ title }) => title)).toEqual(["缴款凭证", "信用修复承诺书"]);
  const queue = certain(await openRepairs(ports, clerk, { overdue: false }));
  expect(queue.map(({ kept }) => kept.application)).toContain(pushed.kept.application);
  let view = certain(await readRepair(ports, clerk, pushed.kept.application));
  const step = async (by: SignedIn, kind: "accept" | "propose" | "approve"): Promise<void> => {
    const proposal =
      kind === "propose" ? ({ outcome: "repair", reason: "经核实。", mend: null, through: null } as const) : null;
    const { version } = view.state;
    const words = kind === "approve" ? null : "经核实。";
    view = certain(
      await takeRepairStep(ports, by, {
        application: view.kept.application,
        version,
        kind,
        words,
        proposal,
        proofs: [],
      }),
    );
  };
  await step(clerk, "accept");
  await step(clerk, "propose");
  await step(reviewer, "approve");
  const told = certain(await readPushed(ports, machine, "QG-1"));
  expect(told.state.phase).toBe("repaired");
  expect(told.documents.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "repaired"]);
});

test("the same number again is the same application, also of two at once; for another subject it is refused", async () => {
  const wish = asked("QG-2", {
    documentNo: "示市监罚字〔2026〕2号",
    commitment: { title: "承诺书", digest: "ef".repeat(32) },
  });
  const both = await Promise.all([receivePushed(ports, machine, wish), receivePushed(ports, machine, wish)]);
  const ids = both.map((one) => certain(one).kept.application);
  expect(new Set(ids).size).toBe(1);
  const renewed = { ...machine, client: "key-2" };
  expect(certain(await receivePushed(ports, renewed, wish)).kept.application).toBe(ids[0]);
  const other = { ...wish, subject: OTHER, documentNo: "示市监罚字〔2026〕4号" };
  expect(codeOf(await receivePushed(ports, machine, other))).toBe("repair.national-other");
});

test("one commitment is for one document, and nothing goes without proof", async () => {
  const before = await database.admin.read((tx) => tx.rows(counts));
  const reused = asked("QG-3", { documentNo: "示市监罚字〔2026〕5号" });
  expect(codeOf(await receivePushed(ports, machine, reused))).toBe("repair.commitment-used");
  const empty = asked("QG-4", { subject: OTHER, documentNo: "示市监罚字〔2026〕4号", proofs: [] });
  expect(codeOf(await receivePushed(ports, machine, empty))).toBe("repair.proof-needed");
  expect(await database.admin.read((tx) => tx.rows(counts))).toEqual(before);
});

test.each<[string, Partial<PushAsked>, string]>([
  ["a document that nobody issued", { documentNo: "示市监罚字〔2026〕9号" }, "repair.unknown-record"],
  ["another subject's document", { subject: OTHER }, "repair.unknown-record"],
  ["another authority", { authority: CENTRE }, "repair.unknown-record"],
  ["a day too early", { documentNo: "示市监罚字〔2026〕3号" }, "repair.too-early"],
  ["what has been repaired", {}, "repair.ended"],
])("%s is refused", async (_, over, code) => {
  expect(codeOf(await receivePushed(ports, machine, asked("QG-9", over)))).toBe(code);
  expect(codeOf(await readPushed(ports, machine, "QG-9"))).toBe("repair.unknown");
});

test("no person pushes, and no other role; another centre reads nothing of it", async () => {
  expect(codeOf(await receivePushed(ports, { ...machine, client: null }, asked("QG-5")))).toBe("repair.machine-needed");
  expect(codeOf(await receivePushed(ports, { ...clerk, client: "key-3" }, asked("QG-5")))).toBe("accounts.role");
  expect(codeOf(await readPushed(ports, { ...machine, organisation: OTHER }, "QG-1"))).toBe("repair.unknown");
});

test("either this instance opens its own entrance or the nation's, never both", async () => {
  const apply = {
    kind: "repair",
    record: Buffer.alloc(16, 4),
    commitment: null,
    court: null,
    proofs: [],
    hall: null,
  } as const;
  const owner = { ...(await member(OTHER, "enterprise")), steppedUpAt: new Date(now) };
  expect(codeOf(await applyForRepair(ports, owner, apply))).toBe("repair.national-entrance");
  tier = "own-entrance";
  expect(codeOf(await receivePushed(ports, machine, asked("QG-6")))).toBe("repair.own-entrance");
  tier = "national-entrance";
});
