// An application through the service and a real PostgreSQL: exact refusals, nothing half-done, one moment for its effect.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount } from "../../../foundation/accounts/index.ts";
import type { Role, SignedIn } from "../../../foundation/accounts/index.ts";
import { dayOfInstant } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { statement } from "../../../platform/database/pool.ts";
import { testDatabase } from "../../../platform/database/test-database.ts";
import { openKeys } from "../../../platform/keys/keys.ts";
import { loadCalendar } from "../../../policy/calendar.ts";
import { policyAt } from "../../../policy/load.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { draftCommitment, giveCommitment } from "../../commitment/index.ts";
import { applyForRepair } from "./apply.ts";
import type { ApplyAsked } from "./apply.ts";
import { readProgress, verifyDocument } from "./code.ts";
import type { RepairPorts } from "./ports.ts";
import { takeRepairStep } from "./step.ts";
import type { StepAsked } from "./step.ts";
import { openRepairs, readRepair } from "./view.ts";
import type { RepairView } from "./view.ts";

const AUTHORITY = "11990100990001378K";
const OTHER_AUTHORITY = "11990100990004114B";
const SUBJECT = "91990100MA0XH0026G";
const OTHER_SUBJECT = "91990100MA0XH00426";
const SHIPPED = fileURLToPath(new URL("../../../../../policy", import.meta.url));
const PROOF = { title: "缴款凭证", digest: "ab".repeat(32) };

const load = loadCalendar([SHIPPED], "990100");
if (!load.ok) throw new Error(JSON.stringify(load.faults));
const { calendar } = load;
const known = new Map<Day, PolicySnapshot>();
function policyOn(day: Day): PolicySnapshot {
  const before = known.get(day);
  if (before !== undefined) return before;
  const made = policyAt({ folders: [SHIPPED], region: "990100", day });
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  known.set(day, made.snapshot);
  return made.snapshot;
}

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
let now = Date.parse("2026-09-11T12:00:00+08:00");
let logins = 0;
let mandate: Outcome<string | null> = granted(null);
let waiting = false;
let ports: RepairPorts;
let owner: SignedIn;
let other: SignedIn;
let clerk: SignedIn;
let reviewer: SignedIn;
let stranger: SignedIn;
let hall: SignedIn;
let operator: SignedIn;

const on = (instant: string): void => {
  now = Date.parse(`${instant}+08:00`);
};
const fresh = (by: SignedIn): SignedIn => ({ ...by, steppedUpAt: new Date(now) });

async function member(organisation: string, role: Role): Promise<SignedIn> {
  logins += 1;
  const made = await createAccount(database.db, {
    at: new Date(now),
    by: null,
    organisation: { uscc: organisation, name: `示例单位${organisation.slice(-4)}` },
    role,
    login: `test-${logins}`,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return { ...made.value.account, via: "session", session: null, client: null, steppedUpAt: new Date(now) };
}

const insertSubject = statement(
  "test.repair-subject",
  "insert into subject.subject values ($1, 'enterprise', 'registered', '2020-01-01Z', gen_random_uuid())",
);
const insertStatement = statement(
  "test.repair-statement",
  `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
     authority, authority_code, decided_on, severity, received_at, batch, row, warnings, policy_hash, commitment)
   values ($1, 'penalty', $2, $3, 1, $3, 1, $3, $4, '示例市市场监督管理局', $2, $5, $6, '2026-06-12Z', gen_random_uuid(), 1, '{}', $3, $3)`,
);
const endsOf = statement(
  "test.repair-ends",
  `select kind, through from statements.pub_ended where subject = $1 and decision = $2 order by kind`,
);
const allEnds = statement("test.repair-all-ends", "select 1 as one from statements.ended where subject = $1");
const trail = statement(
  "test.repair-trail",
  "select count(*)::int as n from audit.entry where action in ('repair.apply', 'repair.step')",
);

let made = 0;
async function penalty(over: { readonly subject?: string; readonly decidedOn?: string } = {}) {
  made += 1;
  const id = Buffer.alloc(16, made);
  const documentNo = `示市监罚字〔2026〕${made}号`;
  const { subject = SUBJECT, decidedOn = "2026-06-10" } = over;
  await database.admin.write((tx) =>
    tx.run(insertStatement, [subject, AUTHORITY, id, documentNo, decidedOn, "general"]),
  );
  return { id, documentNo };
}

async function promise(documentNo: string, by = owner): Promise<string> {
  const wish = {
    receiver: AUTHORITY,
    kind: "repair",
    matter: null,
    promise: "材料真实，愿承担责任。",
    documentNo,
    through: null,
  } as const;
  const draft = await draftCommitment(ports, fresh(by), { ...wish, hallFor: null });
  if (!draft.ok) throw new Error(draft.refusal.code);
  const given = await giveCommitment(ports, fresh(by), { wish, ...draft.value, hall: null });
  if (!given.ok) throw new Error(given.refusal.code);
  return given.value.kept.commitment;
}

const apply = (record: Buffer, over: Partial<ApplyAsked> = {}, by = owner): Promise<Outcome<RepairView>> =>
  applyForRepair(ports, fresh(by), {
    kind: "repair",
    record,
    commitment: null,
    court: null,
    proofs: [PROOF],
    hall: null,
    ...over,
  });
const step = (by: SignedIn, view: RepairView, asked: Pick<StepAsked, "kind"> & Partial<StepAsked>) =>
  takeRepairStep(ports, by, {
    application: view.kept.application,
    version: view.state.version,
    words: "示例理由",
    proposal: null,
    proofs: [],
    ...asked,
  });
const draft = (outcome: "repair" | "refuse" | "shield" | "revoke", through: string | null = null) =>
  ({ outcome, reason: "经核实。", mend: "补缴余款。", through: through as Day | null }) as const;

function certain<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "granted" : outcome.refusal.code);
const ends = (decision: Buffer): Promise<{ kind: string; through: string | null }[]> =>
  database.admin.read((tx) => tx.rows(endsOf, [SUBJECT, decision]));

/** An application that was decided with the given outcome. */
async function decided(view: RepairView, proposal: StepAsked["proposal"]): Promise<RepairView> {
  let at = view;
  if (at.state.phase === "submitted") at = certain(await step(clerk, at, { kind: "accept" }));
  at = certain(await step(clerk, at, { kind: "propose", proposal }));
  return certain(await step(reviewer, at, { kind: "approve", words: null }));
}

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-repair-"));
  const keys = await openKeys({ folder: path.join(folder, "keys") });
  ports = {
    db: database.db,
    clock: { now: () => now, today: () => dayOfInstant(now) },
    keys,
    policyAt: (day) => {
      const policy = policyOn(day);
      if (!waiting || policy.repair === null) return policy;
      return { ...policy, repair: { ...policy.repair, waiting: [policy.repair.routing] } };
    },
    calendar,
    mandateOf: () => Promise.resolve(mandate),
  };
  for (const subject of [SUBJECT, OTHER_SUBJECT]) await database.db.write((tx) => tx.run(insertSubject, [subject]));
  owner = await member(SUBJECT, "enterprise");
  other = await member(OTHER_SUBJECT, "enterprise");
  clerk = await member(AUTHORITY, "clerk");
  reviewer = await member(AUTHORITY, "reviewer");
  stranger = await member(OTHER_AUTHORITY, "reviewer");
  hall = await member(OTHER_AUTHORITY, "hall-clerk");
  operator = await member(OTHER_AUTHORITY, "operator");
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

test("one day early and one second early are refused with the first lawful day, and nothing is written", async () => {
  const { id, documentNo } = await penalty();
  const commitment = await promise(documentNo);
  on("2026-09-10T23:59:59");
  const early = await apply(id, { commitment });
  expect(early).toMatchObject({ ok: false, refusal: { code: "repair.too-early", availableFrom: "2026-09-11" } });
  expect(certain(await openRepairs(ports, clerk, { overdue: false }))).toEqual([]);
  on("2026-09-11T00:00:00");
  expect(certain(await apply(id, { commitment })).kept.eligible).toMatchObject({
    from: "2026-09-11",
    edition: "order-36",
  });
});

test("what is wrong with an application is said exactly, and nothing of it is kept", async () => {
  on("2026-09-11T12:00:00");
  const { id, documentNo } = await penalty();
  const second = await penalty();
  const foreign = await penalty({ subject: OTHER_SUBJECT });
  const entries = async (): Promise<number> =>
    (await database.admin.read((tx) => tx.rows<{ n: number }>(trail)))[0]?.n ?? -1;
  const commitment = await promise(documentNo);
  const before = await entries();
  expect(codeOf(await apply(id))).toBe("repair.commitment-needed");
  expect(codeOf(await apply(id, { commitment, proofs: [] }))).toBe("repair.proof-needed");
  expect(codeOf(await apply(second.id, { commitment }))).toBe("repair.commitment-other");
  expect(await apply(foreign.id, { commitment })).toEqual(await apply(Buffer.alloc(16, 250), { commitment }));
  expect(codeOf(await apply(id, { commitment }, other))).toBe("repair.unknown-record");
  expect(
    codeOf(
      await applyForRepair(
        ports,
        { ...owner, steppedUpAt: null },
        { kind: "repair", record: id, commitment, court: null, proofs: [PROOF], hall: null },
      ),
    ),
  ).toBe("accounts.step-up");
  expect(codeOf(await apply(id, { commitment }, clerk))).toBe("accounts.role");
  mandate = refused({ code: "accounts.no-mandate", kind: "forbidden" });
  expect(codeOf(await apply(id, { commitment }))).toBe("accounts.no-mandate");
  mandate = granted(null);
  waiting = true;
  expect(codeOf(await apply(id, { commitment }))).toBe("repair.waiting");
  waiting = false;
  expect(await entries()).toBe(before);
  const [one, two] = await Promise.all([apply(id, { commitment }), apply(id, { commitment })]);
  expect([codeOf(one), codeOf(two)].toSorted()).toEqual(["granted", "repair.already-open"]);
  expect(codeOf(await apply(second.id, { commitment }))).toBe("repair.commitment-used");
});

test("a decision is repaired by two persons of the authority that made it, and restored for a false commitment", async () => {
  on("2026-09-11T12:00:00");
  const { id, documentNo } = await penalty();
  let view = certain(await apply(id, { commitment: await promise(documentNo) }));
  expect(view.due).toMatchObject({ kind: "accept", until: "2026-09-16", left: 3 });
  expect(codeOf(await step(stranger, view, { kind: "accept" }))).toBe("repair.unknown");
  expect(codeOf(await readRepair(ports, other, view.kept.application))).toBe("repair.unknown");
  expect(codeOf(await step(operator, view, { kind: "accept" }))).toBe("accounts.role");
  const [one, two] = await Promise.all([
    step(clerk, view, { kind: "accept" }),
    step(reviewer, view, { kind: "accept" }),
  ]);
  expect([codeOf(one), codeOf(two)].toSorted()).toEqual(["granted", "repair.conflict"]);
  view = certain(await readRepair(ports, clerk, view.kept.application));
  const own = certain(await step(reviewer, view, { kind: "propose", proposal: draft("repair") }));
  expect(codeOf(await step(reviewer, own, { kind: "approve" }))).toBe("repair.second-person");
  expect(codeOf(await step(reviewer, own, { kind: "withdraw" }))).toBe("accounts.role");
  const third = await member(AUTHORITY, "reviewer");
  view = certain(await step(third, own, { kind: "approve", words: null }));
  expect(view.state.phase).toBe("repaired");
  expect(await ends(id)).toEqual([{ kind: "repaired", through: null }]);
  const paper = view.documents.find(({ kind }) => kind === "repaired");
  expect(paper?.number).toBe("信修准字〔2026〕1号");
  const digest = paper?.digest.toString("hex") ?? "";
  expect(await verifyDocument(ports, { number: paper?.number ?? "", digest })).toBe(true);
  expect(await verifyDocument(ports, { number: paper?.number ?? "", digest: "0".repeat(64) })).toBe(false);
  expect(codeOf(await apply(id, { commitment: view.kept.commitment }))).toBe("repair.ended");
  on("2027-01-11T12:00:00");
  view = certain(await step(clerk, view, { kind: "propose", proposal: draft("revoke") }));
  view = certain(await step(reviewer, view, { kind: "approve", words: null }));
  expect(view.state.phase).toBe("revoked");
  expect(await ends(id)).toEqual([]);
  expect((await database.admin.read((tx) => tx.rows(allEnds, [SUBJECT]))).length).toBe(1);
});

test("a court's plan shields for its time and no longer, and ends in a repair when it is carried out", async () => {
  on("2026-09-11T12:00:00");
  const { id } = await penalty({ decidedOn: "2026-09-01" });
  const court = { documentNo: "示法破〔2026〕1号", from: "2026-09-10" as Day, through: "2027-09-09" as Day };
  expect(codeOf(await apply(id, { kind: "bankruptcy" }))).toBe("repair.court-needed");
  const view = await decided(certain(await apply(id, { kind: "bankruptcy", court })), draft("shield", "2027-09-09"));
  expect(await ends(id)).toEqual([{ kind: "shielded", through: "2027-09-09" }]);
  on("2027-08-11T12:00:00");
  expect((await decided(view, draft("repair"))).state.phase).toBe("repaired");
  expect((await ends(id)).map(({ kind }) => kind)).toEqual(["repaired", "shielded"]);
});

test("a refusal says why, what can be mended and what remedy there is, and ends nothing", async () => {
  on("2026-09-11T12:00:00");
  const { id, documentNo } = await penalty();
  const commitment = await promise(documentNo);
  const view = await decided(certain(await apply(id, { commitment })), draft("refuse"));
  expect(await ends(id)).toEqual([]);
  const body = view.documents.find(({ kind }) => kind === "refused")?.body;
  expect(body).toMatchObject({ words: "经核实。", mend: "补缴余款。" });
  expect(body?.remedies.map((one) => one.id)).toEqual(["reconsideration", "litigation"]);
  expect(codeOf(await apply(id, { commitment }))).toBe("granted");
});

test("a hall takes in paper; its code tells how far it has come, and what is late stands in the centre's queue", async () => {
  on("2026-09-11T12:00:00");
  const { id, documentNo } = await penalty();
  const commitment = await promise(documentNo);
  const paper = { title: "授权委托书", digest: "cd".repeat(32) };
  const view = certain(await apply(id, { commitment, hall: { subject: SUBJECT, paper } }, hall));
  expect(view.kept).toMatchObject({ via: "hall", paper, subject: SUBJECT });
  expect(certain(await readProgress(ports, view.code))).toMatchObject({ phase: "submitted", left: 3 });
  expect(codeOf(await readProgress(ports, "0".repeat(20)))).toBe("repair.unknown");
  expect(codeOf(await step(operator, view, { kind: "remind" }))).toBe("repair.not-overdue");
  on("2026-09-17T12:00:00");
  const late = certain(await openRepairs(ports, operator, { overdue: true }));
  expect(late.some(({ kept }) => kept.application === view.kept.application)).toBe(true);
  expect(late.find(({ kept }) => kept.application === view.kept.application)?.due?.overdue).toBe(true);
  const reminded = certain(await step(operator, view, { kind: "remind" }));
  expect(reminded.documents.map(({ kind }) => kind)).toEqual(["reminder"]);
  expect(certain(await step(clerk, reminded, { kind: "accept" })).state.phase).toBe("accepted");
});
