import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";

/** One bucket of an entry's copies. */
export interface BucketDigest {
  readonly entry: string;
  /** First byte of the own ids. */
  readonly bucket: number;
  readonly count: number;
  readonly digest: Buffer;
}

// What may be shown on the day, as far as the feed has told: so that a copy which has followed the feed is the same.
const digests = statement(
  "withdrawals.digests",
  `select r.entry, get_byte(r.own_id, 0) as bucket, count(*)::int as count,
     sha256(string_agg(r.own_id || convert_to(coalesce(r.shown_until::text, '----------'), 'UTF8') || r.content, ''::bytea
       order by r.own_id)) as digest
   from withdrawals.received r
   where r.subscriber = $1 and ($3::text is null or r.entry = $3) and not r.paused
     and (r.shown_until is null or r.shown_until >= $2::date) and not r.ends @> $2::date
   group by r.entry, get_byte(r.own_id, 0) order by r.entry, bucket`,
);

/** Digests of all that a subscriber may show on a day, by entry and bucket; empty buckets have no row. */
export function loadDigests(
  tx: Tx,
  asked: { readonly subscriber: string; readonly day: Day; readonly entry: string | null },
): Promise<BucketDigest[]> {
  return tx.rows(digests, [asked.subscriber, asked.day, asked.entry]);
}

/** A copy as it ought to be. */
export interface Copy {
  readonly ownId: Buffer;
  readonly shownUntil: Day | null;
  readonly content: Buffer;
}

const copies = statement(
  "withdrawals.copies",
  `select r.own_id as "ownId", r.shown_until as "shownUntil", r.content from withdrawals.received r
   where r.subscriber = $1 and r.entry = $3 and r.own_id > $4::bytea and r.own_id < $5::bytea and not r.paused
     and (r.shown_until is null or r.shown_until >= $2::date) and not r.ends @> $2::date
   order by r.own_id limit $6::int`,
);

/** Copies of an entry that may be shown on a day, between two own ids, both exclusive. */
export function loadCopies(
  tx: Tx,
  asked: {
    readonly subscriber: string;
    readonly day: Day;
    readonly entry: string;
    readonly above: Buffer;
    readonly below: Buffer;
    readonly limit: number;
  },
): Promise<Copy[]> {
  const { subscriber, day, entry, above, below, limit } = asked;
  return tx.rows(copies, [subscriber, day, entry, above, below, limit]);
}
