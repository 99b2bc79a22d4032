import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { AuditEntry } from "./rules.ts";

const insertEntry = statement(
  "audit.insert",
  `insert into audit.entry (entry, at, account, organisation, action, purpose, target, state, count, root, seed, commitment)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

const selectByTarget = statement(
  "audit.by-target",
  `select entry, at, account, organisation, action, purpose, target, state, count, root, seed, commitment
   from audit.entry where target = $1 order by at, ordinal`,
);

export async function saveEntry(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.run(insertEntry, [
    entry.entry,
    entry.at,
    entry.account,
    entry.organisation,
    entry.action,
    entry.purpose,
    entry.target,
    entry.state,
    entry.count,
    entry.root,
    entry.seed,
    entry.commitment,
  ]);
}

export function entriesByTarget(tx: Tx, target: string): Promise<AuditEntry[]> {
  return tx.rows<AuditEntry>(selectByTarget, [target]);
}

/** A deed as a trace: who, what, when, how many; nothing of what it left behind. */
export interface Trace {
  readonly entry: string;
  readonly at: Date;
  readonly ordinal: number;
  readonly account: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly action: string;
  readonly target: string | null;
  readonly count: number;
  readonly reasoned: boolean;
}

/** Where the trail goes on. */
export type TracePlace = Pick<Trace, "at" | "ordinal">;

export interface TraceFilter {
  /** An action, or a slice: `batch.` for all of its own. */
  readonly action: string | null;
  readonly account: string | null;
  readonly organisation: string | null;
  readonly target: string | null;
  /** Inclusive. */
  readonly from: Date | null;
  /** Exclusive. */
  readonly until: Date | null;
  readonly after: TracePlace | null;
  readonly limit: number;
}

// An enterprise that acts for itself is a subject: asking for it by its code finds nothing.
const selectTraces = statement(
  "audit.traces",
  `select e.entry, e.at, e.ordinal, e.account, a.role, e.organisation, a.organisation_name as "organisationName",
     e.action, e.target, e.count, e.purpose is not null as reasoned
   from audit.entry e left join accounts.pub_account a on a.account = e.account
   where ($1::text is null or e.action = $1 or (right($1, 1) = '.' and starts_with(e.action, $1)))
     and ($2::uuid is null or e.account = $2) and ($3::text is null or (e.organisation = $3 and a.role is distinct from 'enterprise'))
     and ($4::text is null or e.target = $4)
     and ($5::timestamptz is null or e.at >= $5) and ($6::timestamptz is null or e.at < $6)
     and ($7::timestamptz is null or (e.at, e.ordinal) < ($7, $8::bigint))
   order by e.at desc, e.ordinal desc limit $9`,
);

/** Traces, newest first. */
export function listTraces(tx: Tx, asked: TraceFilter): Promise<Trace[]> {
  const { action, account, organisation, target, from, until, after, limit } = asked;
  const place = [after?.at ?? null, after?.ordinal ?? null];
  return tx.rows<Trace>(selectTraces, [action, account, organisation, target, from, until, ...place, limit]);
}
