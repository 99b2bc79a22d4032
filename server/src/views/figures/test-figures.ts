// Batches and their rows for tests, as the ingest leaves them behind.
import { createHmac } from "node:crypto";
import { addDays, isWorkingDay, startOfDay } from "../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Database, Tx } from "../../platform/database/pool.ts";
import type { Provider } from "../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import type { Verdict } from "./rules/punctuality.ts";
import { testEntry, testSnapshot } from "../visibility/test-policy.ts";

export const MARKET = "11990100000000001A";
export const WATER = "11990100000000002B";
export const EAST = "11990101000000003C";

const dual = { workingDays: 7, basis: { source: "dual-publicity-424", article: "*" } };
const adverse = { adverse: true, channels: ["public-page", "own", "archive"] } as const;
const entries = [
  testEntry("permit", { zh: "行政许可", updateTerm: dual }),
  testEntry("penalty", {
    zh: "行政处罚",
    updateTerm: dual,
    publicityRule: "severity-term",
    severityRule: "provider",
    ...adverse,
  }),
  testEntry("honour", { zh: "表彰奖励", publicityRule: "until-ended" }),
];
const provider = (uscc: string, zh: string, region = "990100"): Provider => ({
  uscc,
  zh,
  region,
  entries: ["permit", "penalty", "honour"],
  official: false,
});

/** Three departments, one of them of a district, that send permits, penalties and honours. */
export function figuresPolicy(): PolicySnapshot {
  const providers = [
    provider(MARKET, "示例市市场监督管理局"),
    provider(WATER, "示例市水利局"),
    provider(EAST, "示例市东山区市场监督管理局", "990101"),
  ];
  return testSnapshot({
    day: "2026-09-09" as Day,
    entries: new Map(entries.map((one) => [one.id, one])),
    providers: new Map(providers.map((one) => [one.uscc, one])),
  });
}

const days = (...list: string[]): Set<Day> => new Set(list as Day[]);

/** The 2026 arrangement of the second half of the year. */
export const calendar2026: WorkingCalendar = {
  years: new Set([2026]),
  holidays: days(
    "2026-06-19",
    "2026-09-25",
    "2026-10-01",
    "2026-10-02",
    "2026-10-05",
    "2026-10-06",
    "2026-10-07",
    "2026-05-01",
    "2026-05-04",
    "2026-05-05",
  ),
  workdays: days("2026-05-09", "2026-09-20", "2026-10-10"),
};

/** The slow rule: days are crossed off one by one; a term of seven. */
export function crossedOff(decidedOn: Day, receivedOn: Day): Verdict {
  let worked = 0;
  for (let at = addDays(decidedOn, 1); at <= receivedOn; at = addDays(at, 1))
    if (isWorkingDay(at, calendar2026) === true) worked += 1;
  return worked > 7 ? "late" : "timely";
}

/** Keys as an instance has them. */
export const testKeys = {
  mac: (context: string, bytes: Uint8Array | string): Buffer => createHmac("sha256", context).update(bytes).digest(),
};

export interface GivenRow {
  readonly fate: "accepted" | "duplicate" | "rejected" | "natural" | "skipped" | "quarantined";
  readonly decidedOn?: string | null;
  /** It stands in the place of an earlier statement. */
  readonly replaces?: Buffer | null;
  /** What a person made of a question, and when. */
  readonly question?: "open" | "accepted" | "rejected";
  readonly decidedAt?: number;
  readonly subject?: string;
  readonly document?: string;
  readonly authorityCode?: string | null;
  readonly authority?: string | null;
  /** Of the sheet on which a question or an issue stands. */
  readonly sheet?: string;
}

export interface GivenBatch {
  readonly provider: string;
  readonly entry: string;
  readonly receivedAt: number;
  readonly state: "done" | "withdrawn" | "failed" | "processing";
  readonly rows: readonly GivenRow[];
  /** Whether it is taken over from an old platform. */
  readonly carriedOver?: boolean;
}

const clear = statement(
  "test.clear-figures",
  "truncate ingest.batch, ingest.issue, ingest.question, ingest.completeness, statements.statement, statements.ended, statements.ended_batch, subject.subject cascade",
);
const insertBatch = statement(
  "test.batch",
  `insert into ingest.batch (batch, provider, entry, mapping, account, state, created_at, received_at, finished_at, received,
     skipped, accepted, duplicates, quarantined, rejected, natural_persons, carried)
   values ($1, $2, $3, 'official', gen_random_uuid(), $4, $5, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);
const insertStatement = statement(
  "test.figure-statement",
  `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
     authority, authority_code, decided_on, valid_from, valid_until, severity, severity_by, provider_shown_until, received_at,
     batch, row, warnings, replaces, policy_hash, commitment)
   values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $10, $11, null, '2099-12-31', 'general', 'provider', null, $12, $13, $14, '{}', $15, '\\x00', '\\x00')`,
);
const insertIssue = statement(
  "test.issue",
  "insert into ingest.issue values ($1, $2, $3, $6, $4, null, $5, null, '{}')",
);
const insertQuestion = statement(
  "test.question",
  `insert into ingest.question (batch, row, sheet, codes, candidate, proposals, state, decided_at)
   values ($1, $2, $5, '{}', $6, '{}', $3, $4)`,
);
const insertSubject = statement(
  "test.figure-subject",
  "insert into subject.subject values ($1, $2, 'registered', '2020-01-01Z', gen_random_uuid()) on conflict do nothing",
);

const outcomes = { duplicate: "duplicate", rejected: "rejected", natural: "rejected" } as const;
const codes = {
  duplicate: "ingest.duplicate",
  rejected: "ingest.required",
  natural: "ingest.natural-person",
} as const;

const bytes = (text: string): Buffer => Buffer.from(text.padStart(16, "0"));
export const FIRM = "91990100MA00DEMO0X";

/** Writes batches in their order. The id of the statement of batch b, row r (both from 1) is `statementId(b, r)`. */
export function statementId(batch: number, row: number): Buffer {
  return bytes(`${batch}-${row}`);
}

export function batchId(batch: number): string {
  return `00000000-0000-7000-8000-${String(batch).padStart(12, "0")}`;
}

export async function writeBatches(db: Database, batches: readonly GivenBatch[]): Promise<void> {
  await db.write(async (tx) => {
    await tx.run(clear);
    await tx.run(insertSubject, [FIRM, "enterprise"]);
    for (const [at, batch] of batches.entries()) await writeBatch(tx, at + 1, batch);
  });
}

async function writeBatch(tx: Tx, number: number, batch: GivenBatch): Promise<void> {
  const id = batchId(number);
  const count = (...fates: GivenRow["fate"][]): number => batch.rows.filter((row) => fates.includes(row.fate)).length;
  await tx.run(insertBatch, [
    id,
    batch.provider,
    batch.entry,
    batch.state,
    new Date(batch.receivedAt),
    batch.rows.length,
    count("skipped"),
    count("accepted"),
    count("duplicate"),
    count("quarantined"),
    count("rejected", "natural"),
    count("natural"),
    batch.carriedOver === true ? { declared: {}, documentNo: "1", scores: [] } : null,
  ]);
  for (const [at, row] of batch.rows.entries()) await writeRow(tx, { id, number, row: at + 1, batch }, row);
}

interface At {
  readonly id: string;
  readonly number: number;
  readonly row: number;
  readonly batch: GivenBatch;
}

async function writeRow(tx: Tx, at: At, row: GivenRow): Promise<void> {
  const { id, batch } = at;
  if (row.fate === "duplicate" || row.fate === "rejected" || row.fate === "natural") {
    // Two reasons for one row: it is one row all the same.
    for (const seq of [1, 2])
      await tx.run(insertIssue, [id, at.row * 2 + seq, at.row, outcomes[row.fate], codes[row.fate], row.sheet ?? null]);
  }
  if (row.fate === "quarantined") {
    const decidedAt = row.question === "open" || row.question === undefined ? null : new Date(row.decidedAt ?? 0);
    const candidate = { facts: { documentNo: row.document ?? null } };
    await tx.run(insertQuestion, [id, at.row, row.question ?? "open", decidedAt, row.sheet ?? "", candidate]);
    if (row.question === "accepted") await writeStatement(tx, at, { ...row, received: row.decidedAt ?? 0 });
  }
  if (row.fate === "accepted") await writeStatement(tx, at, { ...row, received: batch.receivedAt });
}

async function writeStatement(tx: Tx, at: At, row: GivenRow & { readonly received: number }): Promise<void> {
  const { batch } = at;
  const key = row.document ?? `${at.number}-${at.row}`;
  const version = row.replaces === undefined || row.replaces === null ? 1 : 2;
  const subject = row.subject ?? FIRM;
  await tx.run(insertSubject, [subject, subject.startsWith("92") ? "individual-business" : "enterprise"]);
  await tx.run(insertStatement, [
    row.subject ?? FIRM,
    batch.entry,
    batch.provider,
    bytes(`k${key}`),
    version,
    statementId(at.number, at.row),
    bytes(`d${key}`),
    key,
    row.authority ?? null,
    row.authorityCode === undefined ? batch.provider : row.authorityCode,
    row.decidedOn ?? null,
    new Date(Math.floor(row.received / 1000) * 1000),
    at.id,
    at.row,
    row.replaces ?? null,
  ]);
}

const insertEnd = statement(
  "test.figure-end",
  "insert into statements.ended values ($1, $2, $3, $4, $4::date, null, gen_random_uuid())",
);

/** Ends the decision of a document, by a kind and from a day on. */
export async function endDocument(
  db: Database,
  document: string,
  end: { kind: string; effective: string },
): Promise<void> {
  await db.write((tx) => tx.run(insertEnd, [FIRM, bytes(`d${document}`), end.kind, end.effective]));
}

const insertEndedBatch = statement(
  "test.figure-ended-batch",
  "insert into statements.ended_batch values ($1, $2, $2::date, gen_random_uuid())",
);

export async function endBatch(db: Database, batch: number, effective: string): Promise<void> {
  await db.write((tx) => tx.run(insertEndedBatch, [batchId(batch), effective]));
}

/** An instant by its day and time in Shanghai. */
export function instant(day: string, time = "10:00:00.000"): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return startOfDay(day as Day) + (hours * 3600 + minutes * 60 + seconds) * 1000;
}
