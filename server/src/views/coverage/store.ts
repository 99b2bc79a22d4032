import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Declaration, Sender } from "./rules.ts";

const declared = statement(
  "coverage.declared",
  `select distinct on (provider, entry) provider, entry, through, nil_from as "nilFrom"
   from ingest.pub_completeness order by provider, entry, declared_at desc, through desc`,
);
const sent = statement("coverage.sent", "select distinct provider, entry from ingest.pub_batch where state = 'done'");

/** The newest declaration of every provider on every entry: a later word mends an earlier one. */
export async function loadDeclarations(tx: Tx): Promise<Declaration[]> {
  return tx.rows<Declaration>(declared);
}

/** Who has ever sent what. */
export async function loadSenders(tx: Tx): Promise<Sender[]> {
  return tx.rows<Sender>(sent);
}

/** When something last came in, and how many of its rows still wait for a person (疑问数据). */
export interface Receipt {
  readonly provider: string;
  readonly entry: string;
  readonly lastReceiptAt: Date | null;
  readonly openQuestions: number;
}

const receipts = statement(
  "coverage.receipts",
  `select b.provider, b.entry, max(b.finished_at) as "lastReceiptAt", coalesce(sum(q.waiting), 0)::int as "openQuestions"
   from ingest.pub_batch b
   left join (select batch, count(*) as waiting from ingest.pub_question where state = 'open' group by batch) q on q.batch = b.batch
   where b.state = 'done' group by b.provider, b.entry`,
);

/** The newest finished batch of everybody who sends; one that was taken back is none. */
export async function loadReceipts(tx: Tx): Promise<Receipt[]> {
  return tx.rows<Receipt>(receipts);
}
