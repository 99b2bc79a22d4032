import { copyChunks } from "../../platform/database/copy.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Batch, CarriedBatch, Counts, Failure } from "./rules/batch.ts";
import type { Candidate, Issue, KeptIssue, KeptQuestion, Outcome, Position } from "./rules/fate.ts";

const batchColumns = `batch, provider, entry, mapping, account, client, purpose, state, failure, failure_values as "failureValues", format,
  upload_length as "uploadLength", wrapped_key as "wrappedKey", wrapped_digest as "wrappedDigest", mends, policy_hash as "policyHash",
  created_at as "createdAt", received_at as "receivedAt", finished_at as "finishedAt", events_done as "eventsDone", tree, received, skipped, accepted,
  duplicates, quarantined, rejected, natural_persons as "naturalPersons", issues, receipt, carried`;

const insertOne = statement(
  "ingest.insert-batch",
  `insert into ingest.batch (batch, provider, entry, mapping, account, purpose, state, upload_length, wrapped_key, mends, created_at, client, carried)
   values ($1, $2, $3, $4, $5, $6, 'receiving', $7, $8, $9, $10, $11, $12)`,
);

export interface NewBatch {
  readonly batch: string;
  readonly provider: string;
  readonly entry: string;
  readonly mapping: string;
  readonly account: string;
  readonly client: string | null;
  readonly purpose: string | null;
  readonly uploadLength: number | null;
  readonly wrappedKey: Buffer;
  readonly mends: string | null;
  readonly createdAt: Date;
  readonly carried: CarriedBatch | null;
}

export async function insertBatch(tx: Tx, one: NewBatch): Promise<void> {
  await tx.run(insertOne, [
    one.batch,
    one.provider,
    one.entry,
    one.mapping,
    one.account,
    one.purpose,
    one.uploadLength,
    one.wrappedKey,
    one.mends,
    one.createdAt,
    one.client,
    one.carried,
  ]);
}

const loadOne = statement("ingest.load-batch", `select ${batchColumns} from ingest.batch where batch = $1`);
const lockOne = statement("ingest.lock-batch", `select ${batchColumns} from ingest.batch where batch = $1 for update`);
const byIdempotency = statement(
  "ingest.by-idempotency",
  `select ${batchColumns} from ingest.batch where idempotency = $1 and state <> 'withdrawn'`,
);
const openOnes = statement(
  "ingest.open-batches",
  `select batch, state, coalesce(received_at, created_at) as since from ingest.batch
   where state in ('receiving', 'processing') or state = 'waiting'`,
);

export async function loadBatch(tx: Tx, batch: string): Promise<Batch | undefined> {
  return (await tx.rows<Batch>(loadOne, [batch]))[0];
}

export async function lockBatch(tx: Tx, batch: string): Promise<Batch | undefined> {
  return (await tx.rows<Batch>(lockOne, [batch]))[0];
}

/** The batch that the same provider made from the same file under the same mapping, unless it was taken back. */
export async function sameFile(tx: Tx, idempotency: Buffer): Promise<Batch | undefined> {
  return (await tx.rows<Batch>(byIdempotency, [idempotency]))[0];
}

export async function openBatches(tx: Tx): Promise<{ batch: string; state: Batch["state"]; since: Date }[]> {
  return tx.rows(openOnes);
}

const begin = statement(
  "ingest.begin-processing",
  `update ingest.batch set state = $7, idempotency = $2, wrapped_digest = $3, format = $4, policy_hash = $5, received_at = $6
   where batch = $1 and state = 'receiving'`,
);

/** The upload is whole: from here on a restarted server goes on with it by itself, once it waits for nobody. */
export async function beginProcessing(
  tx: Tx,
  one: {
    batch: string;
    idempotency: Buffer | null;
    wrappedDigest: Buffer;
    format: string;
    policyHash: Buffer;
    at: Date;
    state: "waiting" | "processing";
  },
): Promise<void> {
  await tx.run(begin, [one.batch, one.idempotency, one.wrappedDigest, one.format, one.policyHash, one.at, one.state]);
}

const release = statement(
  "ingest.release",
  "update ingest.batch set state = 'processing' where batch = $1 and state = 'waiting'",
);

/** Lets a waiting batch go on. */
export async function releaseBatch(tx: Tx, batch: string): Promise<void> {
  await tx.run(release, [batch]);
}

const batchesOfClient = statement(
  "ingest.batches-of-client",
  "select count(*)::int as n from ingest.batch where client = $1 and received_at >= $2 and received_at < $3",
);

/** How many batches of a machine were received in a stretch of time. */
export async function countOfClient(
  tx: Tx,
  asked: { readonly client: string; readonly from: Date; readonly until: Date },
): Promise<number> {
  return (await tx.rows<{ n: number }>(batchesOfClient, [asked.client, asked.from, asked.until]))[0]?.n ?? 0;
}

const saveProgress = statement(
  "ingest.save-checkpoint",
  `update ingest.batch set events_done = $2, tree = $3, received = received + $4, skipped = skipped + $5, accepted = accepted + $6,
     duplicates = duplicates + $7, quarantined = quarantined + $8, rejected = rejected + $9, natural_persons = natural_persons + $10,
     issues = issues + $11
   where batch = $1`,
);

/** Moves the checkpoint together with the rows that it stands for. */
export async function saveCheckpoint(
  tx: Tx,
  at: { batch: string; eventsDone: number; tree: Buffer; counts: Counts; issues: number },
): Promise<void> {
  const { counts } = at;
  await tx.run(saveProgress, [
    at.batch,
    at.eventsDone,
    at.tree,
    counts.received,
    counts.skipped,
    counts.accepted,
    counts.duplicates,
    counts.quarantined,
    counts.rejected,
    counts.naturalPersons,
    at.issues,
  ]);
}

const finish = statement(
  "ingest.finish-batch",
  `update ingest.batch set state = $2, finished_at = $3, receipt = $4, failure = $5, failure_values = $6, wrapped_key = null,
     wrapped_digest = null, tree = null, idempotency = case when $2 = 'done' then idempotency else null end
   where batch = $1`,
);

/** Ends a batch and destroys the key of its upload. */
export async function finishBatch(
  tx: Tx,
  end: { batch: string; state: "done" | "failed"; at: Date; receipt: string | null; failure: Failure | null },
): Promise<void> {
  await tx.run(finish, [
    end.batch,
    end.state,
    end.at,
    end.receipt,
    end.failure?.code ?? null,
    end.failure?.values ?? null,
  ]);
}

const withdraw = statement(
  "ingest.withdraw-batch",
  "update ingest.batch set state = 'withdrawn', idempotency = null where batch = $1",
);

export async function markWithdrawn(tx: Tx, batch: string): Promise<void> {
  await tx.run(withdraw, [batch]);
}

const copyIssues = statement(
  "ingest.copy-issues",
  "copy ingest.issue (batch, seq, row, sheet, outcome, field, code, value, cure) from stdin",
);
const copyQuestions = statement(
  "ingest.copy-questions",
  "copy ingest.question (batch, row, sheet, codes, candidate, proposals, state) from stdin",
);

export interface RowIssue extends Issue {
  readonly position: Position;
  readonly outcome: Outcome;
}

export async function insertIssues(
  tx: Tx,
  first: { batch: string; seq: number },
  issues: readonly RowIssue[],
): Promise<void> {
  if (issues.length === 0) return;
  await tx.copyIn(
    copyIssues,
    copyChunks(
      issues.map((one, at) => [
        first.batch,
        first.seq + at,
        one.position.row,
        one.position.sheet,
        one.outcome,
        one.field,
        one.code,
        one.value,
        JSON.stringify(one.values),
      ]),
    ),
  );
}

export interface RowQuestion {
  readonly position: Position;
  readonly codes: readonly string[];
  readonly candidate: Candidate;
  readonly proposals: readonly string[];
}

export async function insertQuestions(tx: Tx, batch: string, questions: readonly RowQuestion[]): Promise<void> {
  if (questions.length === 0) return;
  await tx.copyIn(
    copyQuestions,
    copyChunks(
      questions.map((one) => [
        batch,
        one.position.row,
        one.position.sheet ?? "",
        one.codes,
        JSON.stringify(one.candidate),
        one.proposals,
        "open",
      ]),
    ),
  );
}

const insertLeavesRow = statement(
  "ingest.insert-receipt-rows",
  "insert into ingest.receipt_rows (batch, first, leaves) values ($1, $2, $3)",
);
const leavesFrom = statement(
  "ingest.receipt-rows-from",
  "select leaves from ingest.receipt_rows where batch = $1 and first = $2",
);

/** Keeps a chunk's packed leaves; `first` is the index of the first of them. */
export async function insertLeaves(
  tx: Tx,
  one: { readonly batch: string; readonly first: number; readonly leaves: Buffer },
): Promise<void> {
  await tx.run(insertLeavesRow, [one.batch, one.first, one.leaves]);
}

/** The packed leaves that begin at an index; undefined where none do. */
export async function loadLeaves(tx: Tx, batch: string, first: number): Promise<Buffer | undefined> {
  return (await tx.rows<{ leaves: Buffer }>(leavesFrom, [batch, first]))[0]?.leaves;
}

const pageOfIssues = statement(
  "ingest.page-issues",
  "select seq, row, sheet, outcome, field, code, value, cure from ingest.issue where batch = $1 and seq > $2 order by seq limit $3",
);

export async function listIssues(tx: Tx, page: { batch: string; after: number; limit: number }): Promise<KeptIssue[]> {
  return tx.rows(pageOfIssues, [page.batch, page.after, page.limit]);
}

const questionColumns = `row, sheet, codes, candidate, proposals, state, decided_at as "decidedAt", decided_subject as "decidedSubject",
  reason, document_no as "documentNo"`;

const pageOfQuestions = statement(
  "ingest.page-questions",
  `select ${questionColumns} from ingest.question where batch = $1 and (sheet, row) > ($2, $3) order by sheet, row limit $4`,
);
const lockQuestionRow = statement(
  "ingest.lock-question",
  `select ${questionColumns} from ingest.question where batch = $1 and sheet = $2 and row = $3 for update`,
);
const decideQuestionRow = statement(
  "ingest.decide-question",
  `update ingest.question set state = $4, decided_at = $5, decided_by = $6, decided_subject = $7, reason = $8, document_no = $9
   where batch = $1 and sheet = $2 and row = $3`,
);

export async function listQuestions(
  tx: Tx,
  page: { batch: string; after: Position; limit: number },
): Promise<KeptQuestion[]> {
  return tx.rows(pageOfQuestions, [page.batch, page.after.sheet ?? "", page.after.row, page.limit]);
}

export async function lockQuestion(
  tx: Tx,
  at: { batch: string; position: Position },
): Promise<KeptQuestion | undefined> {
  return (await tx.rows<KeptQuestion>(lockQuestionRow, [at.batch, at.position.sheet ?? "", at.position.row]))[0];
}

export interface QuestionDecision {
  readonly batch: string;
  readonly position: Position;
  readonly state: "accepted" | "rejected";
  readonly at: Date;
  readonly account: string;
  readonly subject: string | null;
  readonly reason: string;
  readonly documentNo: string | null;
}

export async function saveDecision(tx: Tx, one: QuestionDecision): Promise<void> {
  await tx.run(decideQuestionRow, [
    one.batch,
    one.position.sheet ?? "",
    one.position.row,
    one.state,
    one.at,
    one.account,
    one.subject,
    one.reason,
    one.documentNo,
  ]);
}

const lockSourceRow = statement(
  "ingest.lock-source",
  "select pg_advisory_xact_lock(hashtext('ingest.source'), hashtext($1))",
);

const lockFileRow = statement(
  "ingest.lock-file",
  "select pg_advisory_xact_lock(hashtext('ingest.file'), hashtext($1))",
);

/** Two uploads of the same file at the same moment are told apart one after the other. */
export async function lockFile(tx: Tx, idempotency: Buffer): Promise<void> {
  await tx.rows(lockFileRow, [idempotency.toString("hex")]);
}

/** One writer per provider and entry at a time: the anti-join of a chunk is only true under it. */
export async function lockSource(tx: Tx, provider: string, entry: string): Promise<void> {
  await tx.rows(lockSourceRow, [`${provider}/${entry}`]);
}

const refresh = statement("ingest.refresh-statistics", "select ingest.refresh_statistics()");

/** Measures the tables anew that have grown by a tenth, so that questions are planned for what is in them. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await tx.rows(refresh);
}
