// Lists over many batches: what came in, and what waits for a person.
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Batch, Counts } from "../rules/batch.ts";
import type { KeptQuestion } from "../rules/fate.ts";

/** Whose batches: null stands for everybody's; `client` narrows to what one machine sent. */
export interface Scope {
  readonly provider: string | null;
  readonly client: string | null;
}

/** A batch without anything about a subject. */
export interface BatchLine extends Counts {
  readonly batch: string;
  readonly provider: string;
  readonly entry: string;
  readonly mapping: string;
  readonly state: Batch["state"];
  readonly failure: string | null;
  readonly mends: string | null;
  readonly createdAt: Date;
  readonly receivedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly issueCount: number;
  readonly openQuestions: number;
  readonly receipt: boolean;
}

/** Where a list of batches goes on. */
export interface BatchPlace {
  readonly at: Date;
  readonly batch: string;
}

export interface BatchFilter extends Scope {
  readonly entry: string | null;
  readonly state: Batch["state"] | null;
  /** Inclusive. */
  readonly from: Date | null;
  /** Exclusive. */
  readonly until: Date | null;
  readonly after: BatchPlace | null;
  readonly limit: number;
}

const pageOfBatches = statement(
  "ingest.list-batches",
  `select b.batch, b.provider, b.entry, b.mapping, b.state, b.failure, b.mends, b.created_at as "createdAt",
     b.received_at as "receivedAt", b.finished_at as "finishedAt", b.received, b.skipped, b.accepted, b.duplicates,
     b.quarantined, b.rejected, b.natural_persons as "naturalPersons", b.issues as "issueCount",
     b.receipt is not null as receipt,
     (select count(*)::int from ingest.question q where q.batch = b.batch and q.state = 'open') as "openQuestions"
   from (
     select * from ingest.batch
     where ($1::text is null or provider = $1) and ($2::text is null or client = $2)
       and ($3::text is null or entry = $3) and ($4::text is null or state = $4)
       and ($5::timestamptz is null or created_at >= $5) and ($6::timestamptz is null or created_at < $6)
       and ($7::timestamptz is null or (created_at, batch) < ($7, $8::uuid))
     order by created_at desc, batch desc limit $9
   ) b
   order by b.created_at desc, b.batch desc`,
);

/** Batches, newest first. */
export function listBatches(tx: Tx, asked: BatchFilter): Promise<BatchLine[]> {
  const { provider, client, entry, state, from, until, after, limit } = asked;
  const place = [after?.at ?? null, after?.batch ?? null];
  return tx.rows<BatchLine>(pageOfBatches, [provider, client, entry, state, from, until, ...place, limit]);
}

/** An open question with the batch that it came in. */
export interface OpenQuestion extends KeptQuestion {
  readonly batch: string;
  readonly entry: string;
  readonly receivedAt: Date | null;
  readonly createdAt: Date;
}

/** Where a list of questions goes on. */
export interface QuestionPlace extends BatchPlace {
  readonly sheet: string;
  readonly row: number;
}

// What is not done yet, or was taken back, has nothing to decide.
const pageOfOpen = statement(
  "ingest.list-open-questions",
  `select b.batch, b.entry, b.received_at as "receivedAt", b.created_at as "createdAt", q.row, q.sheet, q.codes,
     q.candidate, q.proposals, q.state, q.decided_at as "decidedAt", q.decided_subject as "decidedSubject", q.reason,
     q.document_no as "documentNo"
   from ingest.batch b join ingest.question q on q.batch = b.batch and q.state = 'open'
   where b.provider = $1 and b.state = 'done' and ($2::text is null or b.client = $2) and ($3::text is null or b.entry = $3)
     and ($4::timestamptz is null or (b.created_at, b.batch) < ($4, $5::uuid)
       or (b.batch = $5::uuid and (q.sheet, q.row) > ($6::text, $7::integer)))
   order by b.created_at desc, b.batch desc, q.sheet, q.row limit $8`,
);

/** Open questions of one provider's batches: newest batch first, rows in file order. */
export function listOpenQuestions(
  tx: Tx,
  asked: {
    readonly provider: string;
    readonly client: string | null;
    readonly entry: string | null;
    readonly after: QuestionPlace | null;
    readonly limit: number;
  },
): Promise<OpenQuestion[]> {
  const { provider, client, entry, after, limit } = asked;
  const place = [after?.at ?? null, after?.batch ?? null, after?.sheet ?? null, after?.row ?? null];
  return tx.rows<OpenQuestion>(pageOfOpen, [provider, client, entry, ...place, limit]);
}

export interface QuestionCount {
  readonly provider: string;
  readonly entry: string;
  readonly open: number;
}

const countOpen = statement(
  "ingest.count-open-questions",
  `select b.provider, b.entry, count(*)::int as open
   from ingest.question q join ingest.batch b on b.batch = q.batch
   where q.state = 'open' and b.state = 'done' and ($1::text is null or b.provider = $1)
     and ($2::text is null or b.client = $2) and ($3::text is null or b.entry = $3)
   group by b.provider, b.entry order by b.provider, b.entry`,
);

/** How many questions are open, by provider and entry. */
export function countOpenQuestions(tx: Tx, scope: Scope, entry: string | null): Promise<QuestionCount[]> {
  return tx.rows<QuestionCount>(countOpen, [scope.provider, scope.client, entry]);
}
