// An invented authority with two officers, an invented enterprise, the shipped policy, a clock that tests move.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAccount } from "../../foundation/accounts/index.ts";
import type { Account, Role, SignedIn } from "../../foundation/accounts/index.ts";
import { addDays, dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Database } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import { NO_TERMS } from "./rules/case.ts";
import type { StepTerms } from "./rules/case.ts";
import { openCase } from "./service/open.ts";
import type { CaseWish } from "./service/open.ts";
import type { ListPorts } from "./service/ports.ts";
import type { CaseView } from "./service/read.ts";
import { takeStep } from "./service/step.ts";
import type { StepAsked } from "./service/step.ts";
import { shippedCalendar, shippedOn } from "./test-cases.ts";

/** 示例市市场监督管理局, which decides the register of abnormal operation, and one that does not. */
export const AUTHORITY = "11990100990001378K";
export const OTHER_AUTHORITY = "11990100990004114B";
export const SUBJECT = "91990100MA0XH0026G";
export const OTHER_SUBJECT = "91990100MA0XH00426";
export const PROOF = { title: "送达回证", digest: "ab".repeat(32) };

export interface TestBed {
  readonly ports: ListPorts;
  /** Moves the clock to noon of a day. */
  readonly on: (day: string) => void;
  readonly member: (organisation: string, role: Role) => Promise<SignedIn>;
  readonly count: (table: string) => Promise<number>;
  readonly admin: Database["read"];
  readonly close: () => Promise<void>;
}

const NAMES: Readonly<Record<string, string>> = {
  [AUTHORITY]: "示例市市场监督管理局",
  [OTHER_AUTHORITY]: "示例市人力资源和社会保障局",
  [SUBJECT]: "示例市云岭机械制造有限公司",
  [OTHER_SUBJECT]: "示例市信用评估服务有限公司",
};

const insertSubject = statement(
  "test.lists-subject",
  "insert into subject.subject values ($1, 'enterprise', 'registered', '2020-01-01Z', gen_random_uuid())",
);

export async function openTestBed(): Promise<TestBed> {
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), "xinheng-lists-"));
  const keys = await openKeys({ folder: path.join(folder, "keys") });
  let now = Date.parse("2026-09-09T12:00:00+08:00");
  let logins = 0;
  const ports: ListPorts = {
    db: database.db,
    clock: { now: () => now, today: () => dayOfInstant(now) },
    keys,
    policyAt: (day: Day) => shippedOn(day),
    calendar: shippedCalendar(),
    mandateOf: () => Promise.resolve(granted(null)),
  };
  for (const subject of [SUBJECT, OTHER_SUBJECT]) await database.db.write((tx) => tx.run(insertSubject, [subject]));
  return {
    ports,
    on: (day) => {
      now = Date.parse(`${day}T12:00:00+08:00`);
    },
    member: async (organisation, role) => {
      logins += 1;
      const made = await createAccount(database.db, {
        at: new Date(now),
        by: null,
        organisation: { uscc: organisation, name: NAMES[organisation] ?? organisation },
        role,
        login: `test-${logins}`,
      });
      if (!made.ok) throw new Error(made.refusal.code);
      return signedIn(made.value.account);
    },
    count: async (table) => {
      const asked = statement(`test.count-${table}`, `select count(*)::int as n from ${table}`);
      return (await database.admin.read((tx) => tx.rows<{ n: number }>(asked)))[0]?.n ?? -1;
    },
    admin: (work) => database.admin.read(work),
    close: async () => {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

function signedIn(account: Account): SignedIn {
  return { ...account, via: "token", session: null, client: null, steppedUpAt: null };
}

export function certain<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "granted" : outcome.refusal.code);

export const WISH: CaseWish = {
  list: "abnormal-operation",
  subject: SUBJECT,
  ground: "no-contact",
  facts: "通过登记的住所两次邮寄均被退回，现场检查无人。",
  evidence: [{ title: "现场检查笔录", digest: "cd".repeat(32) }],
  naturalPersons: 0,
};

export const openOne = (bed: TestBed, by: SignedIn, wish: Partial<CaseWish> = {}): Promise<Outcome<CaseView>> =>
  openCase(bed.ports, by, { ...WISH, ...wish });

type Wished = Partial<Omit<StepAsked, "case" | "version" | "kind" | "terms">> & {
  readonly terms?: Partial<StepTerms>;
  readonly version?: number;
};

/** One step on what the view showed, with the words and receipts that its kind asks for. */
export function stepOn(
  bed: TestBed,
  by: SignedIn,
  { view, kind, ...wished }: { readonly view: CaseView; readonly kind: StepAsked["kind"] } & Wished,
): Promise<Outcome<CaseView>> {
  const { terms, ...rest } = wished;
  const served = kind === "notice-served" || kind === "decision-served";
  return takeStep(bed.ports, by, {
    case: view.kept.case,
    version: view.state.version,
    kind,
    on: null,
    words: "示例：理由与后果。",
    receipt: served ? { how: "direct", proof: PROOF } : null,
    ...rest,
    terms: { ...NO_TERMS, ...terms },
  });
}

export interface Parties {
  readonly clerk: SignedIn;
  readonly reviewer: SignedIn;
  readonly owner: SignedIn;
}

export async function openParties(bed: TestBed, subject = SUBJECT): Promise<Parties> {
  return {
    clerk: await bed.member(AUTHORITY, "clerk"),
    reviewer: await bed.member(AUTHORITY, "reviewer"),
    owner: await bed.member(subject, "enterprise"),
  };
}

/** A case that led to a listing five days after its opening; the clock stays there. */
export async function listed(
  bed: TestBed,
  { clerk, reviewer, owner }: Parties,
  { start = "2026-09-09", ...wish }: Partial<CaseWish> & { readonly start?: string } = {},
): Promise<CaseView> {
  bed.on(start);
  let view = certain(await openOne(bed, clerk, wish));
  view = certain(await stepOn(bed, clerk, { view, kind: "notice" }));
  bed.on(addDays(start as Day, 1));
  view = certain(await stepOn(bed, clerk, { view, kind: "notice-served" }));
  view = certain(await stepOn(bed, owner, { view, kind: "waiver", words: null }));
  view = certain(await stepOn(bed, clerk, { view, kind: "decision" }));
  view = certain(await stepOn(bed, reviewer, { view, kind: "decision-approved", words: null }));
  bed.on(addDays(start as Day, 5));
  return certain(await stepOn(bed, clerk, { view, kind: "decision-served", on: bed.ports.clock.today() }));
}
