import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

export interface KeptListing {
  readonly subject: string;
  readonly case: string;
  readonly list: string;
  readonly entry: string;
  readonly decision: Buffer;
  readonly statement: Buffer;
  readonly from: Day;
  readonly until: Day | null;
  readonly listedAt: Date;
}

const insertListing = statement(
  "lists.insert-listing",
  `insert into lists.listing (subject, "case", list, entry, decision, statement, valid_from, valid_until, listed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export async function saveListing(tx: Tx, one: KeptListing): Promise<void> {
  const { subject, list, entry, decision, from, until, listedAt } = one;
  await tx.run(insertListing, [subject, one.case, list, entry, decision, one.statement, from, until, listedAt]);
}

const ofCase = statement(
  "lists.listing",
  `select subject, "case", list, entry, decision, statement, valid_from as "from", valid_until as "until",
          listed_at as "listedAt"
   from lists.listing where subject = $1 and "case" = $2`,
);

export async function loadListing(
  tx: Tx,
  one: { readonly subject: string; readonly case: string },
): Promise<KeptListing | undefined> {
  return (await tx.rows<KeptListing>(ofCase, [one.subject, one.case]))[0];
}
