import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Pending } from "../rules/pending.ts";

const recordOf = statement(
  "objection.own-record",
  `select s.decision from statements.pub_statement s where s.subject = $1 and s.id = $2 and s.provider = $3`,
);

/** The decision of a record that a provider sent; undefined alike for another's and for none. */
export async function findDecision(
  tx: Tx,
  one: { readonly subject: string; readonly record: Buffer; readonly provider: string },
): Promise<Buffer | undefined> {
  return (await tx.rows<{ decision: Buffer }>(recordOf, [one.subject, one.record, one.provider]))[0]?.decision;
}

const insertPending = statement(
  "objection.insert-pending",
  `insert into objection.pending (subject, mark, kind, statement, organisation, document_no, reason, account, set_on, set_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const insertLocator = statement(
  "objection.insert-pending-locator",
  "insert into objection.pending_locator (mark, subject, organisation, set_at) values ($1, $2, $3, $4)",
);

export interface NewPending extends Omit<Pending, "liftedOn"> {
  readonly organisation: string;
  readonly reason: string;
  readonly account: string;
  readonly setAt: Date;
}

export async function savePending(tx: Tx, one: NewPending): Promise<void> {
  const { subject, mark, kind, record, organisation, documentNo, reason, account, setOn, setAt } = one;
  const said = [organisation, documentNo, reason, account, setOn, setAt];
  await tx.run(insertPending, [subject, mark, kind, record, ...said]);
  await tx.run(insertLocator, [mark, subject, organisation, setAt]);
}

const columns = `p.mark, p.subject, p.kind, p.statement as record, p.document_no as "documentNo", p.set_on as "setOn",
  v.lifted_on as "liftedOn"`;
const from = `from objection.pending_locator l join objection.pending p on p.subject = l.subject and p.mark = l.mark
  left join objection.pending_over v on v.subject = p.subject and v.mark = p.mark`;
const listOf = statement(
  "objection.pending-of",
  `select ${columns} ${from} where l.organisation = $1 order by l.set_at desc, l.mark limit $2`,
);
const oneOf = statement("objection.pending-one", `select ${columns} ${from} where l.mark = $1 and l.organisation = $2`);
const standing = statement(
  "objection.pending-standing",
  `select p.mark from objection.pending p where p.subject = $1 and p.statement = $2 and p.kind = $3
     and not exists (select from objection.pending_over v where v.subject = p.subject and v.mark = p.mark)`,
);

export function listPending(tx: Tx, organisation: string, limit: number): Promise<Pending[]> {
  return tx.rows<Pending>(listOf, [organisation, limit]);
}

export async function findPending(tx: Tx, organisation: string, mark: string): Promise<Pending | undefined> {
  return (await tx.rows<Pending>(oneOf, [mark, organisation]))[0];
}

/** Whether the same is already said of a record. */
export async function stands(
  tx: Tx,
  one: { readonly subject: string; readonly record: Buffer; readonly kind: Pending["kind"] },
): Promise<boolean> {
  return (await tx.rows(standing, [one.subject, one.record, one.kind])).length > 0;
}

const insertOver = statement(
  "objection.insert-pending-over",
  `insert into objection.pending_over (subject, mark, document_no, reason, account, lifted_on, lifted_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);

export interface Over {
  readonly subject: string;
  readonly mark: string;
  readonly documentNo: string;
  readonly reason: string;
  readonly account: string;
  readonly liftedOn: Day;
  readonly liftedAt: Date;
}

/** @returns whether nobody had lifted it before. */
export async function savePendingOver(tx: Tx, one: Over): Promise<boolean> {
  const { subject, mark, documentNo, reason, account, liftedOn, liftedAt } = one;
  return (await tx.run(insertOver, [subject, mark, documentNo, reason, account, liftedOn, liftedAt])) === 1;
}
