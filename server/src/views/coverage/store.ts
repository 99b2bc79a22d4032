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
