// Invented parties, a policy and a clock that tests move; everything in one database of the test's own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAccount } from "../../foundation/accounts/index.ts";
import type { Account, Role } from "../../foundation/accounts/index.ts";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Database } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { testSnapshot } from "../../views/visibility/test-policy.ts";
import type { TermsWish } from "./rules/terms.ts";
import { draftAuthorisation, giveAuthorisation } from "./service/give.ts";
import type { GivenAuthorisation, Paper } from "./service/give.ts";
import type { AuthorisationPorts } from "./service/ports.ts";
import { listOf } from "./service/read.ts";
import { revokeAuthorisation } from "./service/revoke.ts";

export const ENTERPRISE = "91990100MA0XH0026G";
export const BANK = "91990100MA0XH0034B";
export const OTHER_ENTERPRISE = "91990100MA0XH00426";
export const DEPARTMENT = "11990100990006857Y";
export const HALL = "129901009900397397";

export const day = (text: string): Day => text as Day;

const office = (uscc: string) => ({ uscc, matterFormat: "XD-####", subjectsPerDay: 100 });

/** The invented city, with two offices that may ask. */
export function authorisationPolicy(): PolicySnapshot {
  const base = testSnapshot();
  return {
    ...base,
    access: {
      ...base.access,
      purposes: new Map([
        ["financing", { id: "financing", zh: "融资授信" }],
        ["contract", { id: "contract", zh: "合同与交易" }],
      ]),
      offices: new Map([BANK, DEPARTMENT, HALL].map((uscc) => [uscc, office(uscc)])),
    },
  };
}

/** Three times, to a bank, for a loan, from the first day of the tests. */
export const WISH: TermsWish = {
  grantee: BANK,
  scope: [
    { entry: "penalty", fields: null },
    { entry: "permit", fields: ["documentNo", "creditLine"] },
  ],
  purpose: "financing",
  uses: 3,
  from: day("2027-01-01"),
  through: day("2027-03-31"),
};

export const PAPER: Paper = { file: "DA-2027-0001", appeared: "agent", name: "张示例" };

export interface TestBed {
  readonly database: TestDatabase;
  readonly ports: AuthorisationPorts;
  /** Moves the clock to a moment in Shanghai, `YYYY-MM-DDTHH:MM:SS`. */
  readonly at: (moment: string) => Date;
  /** What the next questions about mandates are answered. */
  readonly mandate: (answer: Outcome<string | null>) => void;
  readonly member: (organisation: string, role: Role, person?: string) => Promise<Account>;
  readonly know: (subject: string) => Promise<void>;
  readonly count: (table: string) => Promise<number>;
  /** Looks past the grants of the server's role. */
  readonly admin: Database["read"];
  readonly close: () => Promise<void>;
}

const NAMES: Readonly<Record<string, string>> = {
  [ENTERPRISE]: "示例市云岭机械制造有限公司",
  [BANK]: "示例市商业银行股份有限公司",
  [OTHER_ENTERPRISE]: "示例市信用评估服务有限公司",
  [DEPARTMENT]: "示例市生态环境局",
  [HALL]: "示例市公共信用信息中心",
};

const insertSubject = statement(
  "test.authorisation-subject",
  "insert into subject.subject values ($1, 'enterprise', 'registered', '2020-01-01Z', gen_random_uuid())",
);

export async function openTestBed(): Promise<TestBed> {
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), "xinheng-authorisation-"));
  const keys = await openKeys({ folder: path.join(folder, "keys") });
  const policy = authorisationPolicy();
  let now = Date.parse("2027-01-01T08:00:00+08:00");
  let answer: Outcome<string | null> = granted(null);
  let logins = 0;
  const ports: AuthorisationPorts = {
    db: database.db,
    clock: { now: () => now, today: () => dayOfInstant(now) },
    keys,
    policyAt: () => policy,
    origin: "credit.example",
    mandateOf: () => Promise.resolve(answer),
  };
  return {
    database,
    ports,
    at: (moment) => {
      now = Date.parse(`${moment}+08:00`);
      return new Date(now);
    },
    mandate: (said) => {
      answer = said;
    },
    member: async (organisation, role, person) => {
      logins += 1;
      const made = await createAccount(database.db, {
        at: new Date(now),
        by: null,
        organisation: { uscc: organisation, name: NAMES[organisation] ?? organisation },
        role,
        login: `test-${logins}`,
        ...(person === undefined ? {} : { person }),
      });
      if (!made.ok) throw new Error(made.refusal.code);
      return made.value.account;
    },
    know: async (subject) => {
      await database.db.write((tx) => tx.run(insertSubject, [subject]));
    },
    count: async (table) => {
      const asked = statement(`test.count-${table}`, `select count(*) as n from ${table}`);
      return (await database.admin.read((tx) => tx.rows<{ n: number }>(asked)))[0]?.n ?? -1;
    },
    admin: (work) => database.admin.read(work),
    close: async () => {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Reads the wording and consents to it. */
export async function give(
  bed: TestBed,
  by: Account,
  wish: { readonly terms?: Partial<TermsWish>; readonly subject?: string; readonly paper?: Paper } = {},
): Promise<Outcome<GivenAuthorisation>> {
  const terms = { ...WISH, ...wish.terms };
  const subject = wish.subject ?? null;
  const draft = await draftAuthorisation(bed.ports, by, { terms, subject });
  if (!draft.ok) return draft;
  const { draft: number, digest } = draft.value;
  return giveAuthorisation(bed.ports, by, {
    terms,
    subject,
    draft: number,
    consent: digest,
    paper: wish.paper ?? null,
  });
}

/** The same where nothing else is expected. */
export async function given(...asked: Parameters<typeof give>): Promise<GivenAuthorisation> {
  return certain(await give(...asked));
}

export function certain<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "granted" : outcome.refusal.code;
}

/** The subject's own person, a clerk of the hall and a lender of the bank; the department knows the subject too. */
export async function openParties(bed: TestBed): Promise<{ owner: Account; clerk: Account; lender: Account }> {
  const owner = await bed.member(ENTERPRISE, "enterprise");
  const clerk = await bed.member(HALL, "hall-clerk");
  const lender = await bed.member(BANK, "bank");
  await bed.member(DEPARTMENT, "approver");
  await bed.know(ENTERPRISE);
  return { owner, clerk, lender };
}

let files = 0;

/** Another paper in the hall's files. */
export function nextPaper(): Paper {
  files += 1;
  return { ...PAPER, file: `DA-${files}` };
}

/** Ends whatever the subject has given so far. */
export async function revokeAll(bed: TestBed, by: Account): Promise<void> {
  const all = await bed.ports.db.read((tx) => listOf(tx, ENTERPRISE, { after: null, limit: 1000 }));
  for (const { authorisation } of all) {
    certain(await revokeAuthorisation(bed.ports, by, { authorisation, hall: null }));
  }
}
