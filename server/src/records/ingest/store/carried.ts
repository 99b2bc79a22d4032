import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { CarriedBatch } from "../rules/batch.ts";
import type { Outcome } from "../rules/fate.ts";

const saveOne = statement("ingest.save-carried", "update ingest.batch set carried = $2 where batch = $1");

/** Keeps what was found about a file that is taken over from an old platform. */
export async function saveCarried(tx: Tx, batch: string, carried: CarriedBatch): Promise<void> {
  await tx.run(saveOne, [batch, carried]);
}

const addCount = statement(
  "ingest.add-carried-count",
  `insert into ingest.carried_count (batch, word, outcome, count) values ($1, $2, $3, $4)
   on conflict (batch, word, outcome) do update set count = carried_count.count + excluded.count`,
);

/** How many rows with a word of state ended in an outcome. */
export interface WordOutcome {
  readonly word: string;
  readonly outcome: Outcome;
  readonly count: number;
}

/** Adds the rows of a chunk to those of the chunks before it. */
export async function addCarriedCounts(tx: Tx, batch: string, counts: readonly WordOutcome[]): Promise<void> {
  for (const { word, outcome, count } of counts) await tx.run(addCount, [batch, word, outcome, count]);
}

const countsOf = statement(
  "ingest.carried-counts",
  "select word, outcome, count from ingest.carried_count where batch = $1 order by word, outcome",
);

export async function listCarriedCounts(tx: Tx, batch: string): Promise<WordOutcome[]> {
  return tx.rows(countsOf, [batch]);
}
