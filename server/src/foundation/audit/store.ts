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
