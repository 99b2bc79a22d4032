import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Subscription, SubscriptionWish } from "./rules.ts";

const insertOne = statement(
  "subscription.insert",
  `insert into subscription.subscription (subscription, organisation, organisation_name, basis_kind, basis, purpose, entries,
     since, until, document_no, proposed_account, approved_account, granted_at, policy_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, decode($14, 'hex'))`,
);
const insertEnd = statement(
  "subscription.end",
  `insert into subscription.ended (subscription, ended_at, account, reason) values ($1, $2, $3, $4) on conflict do nothing`,
);
const columns = `subscription, organisation, organisation_name as name, basis_kind as "basisKind", basis, purpose, entries,
  since, until, granted_at as "grantedAt", ended_at as "endedAt"`;
const selectOne = statement(
  "subscription.one",
  `select ${columns} from subscription.pub_subscription where subscription = $1`,
);
const selectOf = statement(
  "subscription.of",
  `select ${columns} from subscription.pub_subscription
   where ($1::text is null or organisation = $1) and ($2::timestamptz is null or (granted_at, subscription) < ($2, $3::uuid))
   order by granted_at desc, subscription desc limit $4::int`,
);

interface Row extends Omit<Subscription, "basis"> {
  readonly basisKind: "article" | "contract";
  readonly basis: string;
}

function read({ basisKind, basis, ...row }: Row): Subscription {
  return {
    ...row,
    basis: basisKind === "article" ? { kind: "article", article: basis } : { kind: "contract", number: basis },
  };
}

export interface GrantedRow extends SubscriptionWish {
  readonly subscription: string;
  readonly documentNo: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly at: Date;
  /** Hex. */
  readonly policyHash: string;
}

export async function saveSubscription(tx: Tx, row: GrantedRow): Promise<void> {
  const { basis } = row;
  const stands = [basis.kind, basis.kind === "article" ? basis.article : basis.number];
  const who = [row.subscription, row.organisation, row.name, ...stands, row.purpose, row.entries];
  const by = [row.documentNo, row.proposedBy, row.approvedBy, row.at, row.policyHash];
  await tx.run(insertOne, [...who, row.since, row.until, ...by]);
}

/** @returns whether it had not ended before. */
export async function endOne(
  tx: Tx,
  end: { readonly subscription: string; readonly at: Date; readonly account: string; readonly reason: string },
): Promise<boolean> {
  return (await tx.run(insertEnd, [end.subscription, end.at, end.account, end.reason])) === 1;
}

export async function loadSubscription(tx: Tx, subscription: string): Promise<Subscription | undefined> {
  const [row] = await tx.rows<Row>(selectOne, [subscription]);
  return row === undefined ? undefined : read(row);
}

/** Where a list goes on, newest first. */
export interface SubscriptionPlace {
  readonly at: Date;
  readonly subscription: string;
}

/** Subscriptions of an organisation, or of all where it is null; newest first, also those that ended. */
export async function loadSubscriptions(
  tx: Tx,
  asked: { readonly organisation: string | null; readonly after: SubscriptionPlace | null; readonly limit: number },
): Promise<Subscription[]> {
  const { organisation, after, limit } = asked;
  const rows = await tx.rows<Row>(selectOf, [organisation, after?.at ?? null, after?.subscription ?? null, limit]);
  return rows.map(read);
}
