// The public routes over a real database and a clock that tests move.
import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { bigrams, foldName } from "../../kernel/fold.ts";
import { dayOfInstant, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { checkCharacter } from "../../kernel/uscc.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openCursors } from "../../platform/http/cursor.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { testApp } from "../site/test-app.ts";
import { searchTexts } from "../search/index.ts";
import { addCoverageRoutes } from "../coverage/index.ts";
import { addSiteRoutes } from "../site/index.ts";
import { testSnapshot } from "../visibility/test-policy.ts";
import { addPublicityRoutes, publicityTexts } from "./index.ts";

const nameDigest = (folded: string): Buffer => createHash("sha256").update(folded).digest().subarray(0, 16);
const cursors = openCursors((bytes) => createHmac("sha256", "test").update(bytes).digest());
export const code = (at: number, head = "91"): string => {
  const first = `${head}990100MA${String(at).padStart(7, "0")}`;
  return first + (checkCharacter(first) ?? "");
};
export const FIRM = code(1);
export const SHOP = code(2, "92");
export const QUIET = code(3);
const BATCH = "00000000-0000-4000-8000-000000000001";

let bed: TestDatabase;
let app: HttpApp;
let now = 0;
export const at = (text: string): void => {
  now = Date.parse(`${text}+08:00`);
};

/** Registers the hooks of a test file: a database of its own, emptied and filled with three subjects before each test. */
export function useTestSite(): void {
  beforeAll(async () => {
    bed = await testDatabase();
  });
  afterAll(() => bed.drop());
  beforeEach(reset);
}

async function reset(): Promise<void> {
  at("2026-09-09T09:42:00");
  app = testApp({ ...publicityTexts, ...searchTexts });
  const clock = { now: () => now, today: () => dayOfInstant(now) };
  const policy = testSnapshot({ day: "2026-09-09" as Day });
  addSiteRoutes(app);
  addCoverageRoutes(app, { db: bed.db, clock, policy: () => policy, calendar: null, site: { name: "信用示例市" } });
  addPublicityRoutes(app, {
    db: bed.db,
    clock,
    policy: () => policy,
    nameDigest,
    calendar: null,
    cursors,
    site: { name: "信用示例市" },
  });
  await bed.admin.write(async (tx) => {
    await tx.run(
      statement(
        "test.clear",
        "truncate statements.statement, statements.body, statements.ended, statements.ended_batch, subject.subject cascade",
      ),
    );
  });
  await subject(FIRM, "示例华信有限公司");
  await subject(SHOP, "示例市东门李记面馆", "individual-business");
  await subject(QUIET, "示例静默有限公司");
}

export async function subject(uscc: string, name: string, kind = "enterprise"): Promise<void> {
  const folded = foldName(name);
  const open = kind !== "individual-business";
  await bed.admin.write(async (tx) => {
    await tx.run(
      statement(
        "test.subject",
        "insert into subject.subject values ($1, $2, 'registered', '2020-01-01Z', gen_random_uuid())",
      ),
      [uscc, kind],
    );
    await tx.run(
      statement(
        "test.name",
        "insert into subject.name values ($1, $2, $3, '2020-01-01', null, true, gen_random_uuid(), $4, $5, $6)",
      ),
      [uscc, folded, name, open, open ? Buffer.alloc(0) : nameDigest(folded), open ? bigrams(folded) : []],
    );
  });
}

interface Given {
  readonly uscc?: string;
  readonly entry?: string;
  readonly key?: number;
  readonly version?: number;
  readonly decidedOn?: string | null;
  readonly validUntil?: string | null;
  readonly severity?: string | null;
  readonly receivedOn?: string;
  readonly batch?: string;
  readonly fields?: Record<string, string | string[] | null>;
}

const bytes = (n: number): Buffer => Buffer.from(String(n).padStart(16, "0"));
export const idOf = (key: number, version = 1): string => bytes(key * 10 + version).toString("base64url");

export async function record(given: Given): Promise<string> {
  const {
    uscc = FIRM,
    entry = "penalty",
    key = 1,
    version = 1,
    decidedOn = "2026-06-18",
    severity = "general",
  } = given;
  const fields = given.fields ?? {
    documentNo: `示罚〔2026〕${String(key)}号`,
    content: "未按规定保存记录",
    internal: "不得外传",
    legalRepresentative: "张三丰",
  };
  await bed.admin.write(async (tx) => {
    await tx.run(
      statement(
        "test.statement",
        `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
           authority, authority_code, decided_on, valid_from, valid_until, severity, severity_by, provider_shown_until, received_at,
           batch, row, warnings, replaces, policy_hash, commitment)
         values ($1, $2, '11990100000000001A', $3, $4, $5, 1, $3, $6, '示例市监督局', null, $7, null, $8, $9, 'provider', null,
           $10, $11, 1, '{}', null, '\\x00', '\\x00')`,
      ),
      [
        uscc,
        entry,
        bytes(key),
        version,
        bytes(key * 10 + version),
        `示罚〔2026〕${String(key)}号`,
        decidedOn,
        given.validUntil ?? null,
        severity,
        new Date(startOfDay((given.receivedOn ?? "2026-06-24") as Day)),
        given.batch ?? BATCH,
      ],
    );
    await tx.run(statement("test.body", "insert into statements.body values ($1, $2, '\\x00', $3)"), [
      uscc,
      bytes(key * 10 + version),
      JSON.stringify(fields),
    ]);
  });
  return idOf(key, version);
}

export async function end(kind: string, effective: string, key = 1): Promise<void> {
  await bed.admin.write((tx) =>
    tx.run(
      statement(
        "test.end",
        "insert into statements.ended values ($1, $2, $3, $4, '2026-09-01Z', null, gen_random_uuid())",
      ),
      [FIRM, bytes(key), kind, effective],
    ),
  );
}

export const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers }));
export async function json<T>(path: string): Promise<T> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}
export interface Listed {
  readonly items: readonly {
    id: string;
    shownUntil: string | null;
    fields: Record<string, string | null>;
    [more: string]: unknown;
  }[];
  readonly next: string | null;
  readonly known: boolean;
}
export const records = (query = "", uscc = FIRM): Promise<Listed> =>
  json<Listed>(`/api/v1/subjects/${uscc}/records${query}`);

/** Everything in which a record could show, at this moment. */
export async function seen(id: string): Promise<boolean[]> {
  const listed = (await records()).items.some((item) => item.id === id);
  const counted = (await json<{ counts: unknown[] }>(`/api/v1/subjects/${FIRM}`)).counts.length > 0;
  const page = (await (await get(`/subjects/${FIRM}`)).text()).includes(id);
  const one = (await get(`/api/v1/subjects/${FIRM}/records/${id}`)).status === 200;
  const html = (await get(`/subjects/${FIRM}/records/${id}`)).status === 200;
  return [listed, counted, page, one, html];
}
export const everywhere = [true, true, true, true, true];
export const nowhere = [false, false, false, false, false];

/** Takes the batch of every record back. */
export async function withdrawBatch(): Promise<void> {
  await bed.admin.write((tx) =>
    tx.run(
      statement(
        "test.batch-end",
        "insert into statements.ended_batch values ($1, '2026-09-09', '2026-09-09Z', gen_random_uuid())",
      ),
      [BATCH],
    ),
  );
}

export function site(): HttpApp {
  return app;
}
