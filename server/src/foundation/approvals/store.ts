import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { ApprovalCommand, Proposal, ProposalState } from "./rules.ts";

/**
 * Persons are named as they are known today: two that were found to be one count as one, from then on, everywhere. An
 * account that was never kept stands for itself.
 */
const columns = `proposal, command, organisation, target, account,
  coalesce((select a.person from accounts.pub_account a where a.account = p.account), p.person) as person,
  array(select coalesce(a.person, b.account) from unnest(p.barred) as b (account)
    left join accounts.pub_account a on a.account = b.account) as barred,
  document_no as "documentNo", reason, payload, digest, proposed_at as "proposedAt", expires_at as "expiresAt", state, decided_account as "decidedAccount",
  decided_person as "decidedPerson", decided_at as "decidedAt", decided_reason as "decidedReason"`;

const insertOne = statement(
  "approvals.insert",
  `insert into approvals.proposal (proposal, command, organisation, target, account, person, barred, document_no, reason, payload, digest,
     proposed_at, expires_at, state)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open')
   on conflict (command, target) where state = 'open' do nothing`,
);
const lapseOld = statement(
  "approvals.lapse",
  "update approvals.proposal set state = 'lapsed' where command = $1 and target = $2 and state = 'open' and expires_at <= $3",
);
const loadOne = statement("approvals.load", `select ${columns} from approvals.proposal p where proposal = $1`);
const lockOne = statement(
  "approvals.lock",
  `select ${columns} from approvals.proposal p where proposal = $1 for update of p`,
);
const decideOne = statement(
  "approvals.decide",
  `update approvals.proposal set state = $2, decided_account = $3, decided_person = $4, decided_at = $5, decided_reason = $6
   where proposal = $1 and state = 'open'`,
);
const inboxOf = statement(
  "approvals.inbox",
  `select ${columns} from approvals.proposal p
   where state = 'open' and organisation = $1 and command = any($2) and expires_at > $3
     and not exists (select from accounts.pub_account a where a.account = any(p.barred) and a.person = $4)
     and (proposed_at, proposal) < ($5, $6)
   order by proposed_at desc, proposal desc limit $7`,
);
const ofPerson = statement(
  "approvals.of-person",
  `select ${columns} from approvals.proposal p
   where account in (select a.account from accounts.pub_account a where a.person = $1) and (proposed_at, proposal) < ($2, $3)
   order by proposed_at desc, proposal desc limit $4`,
);

/** @returns whether no other proposal was open for the same command and target. */
export async function saveProposal(tx: Tx, one: Proposal, barredAccounts: readonly string[]): Promise<boolean> {
  await tx.run(lapseOld, [one.command, one.target, one.proposedAt]);
  const saved = await tx.run(insertOne, [
    one.proposal,
    one.command,
    one.organisation,
    one.target,
    one.account,
    one.person,
    barredAccounts,
    one.documentNo,
    one.reason,
    one.payload,
    one.digest,
    one.proposedAt,
    one.expiresAt,
  ]);
  return saved === 1;
}

export async function loadProposal(tx: Tx, proposal: string): Promise<Proposal | undefined> {
  return (await tx.rows<Proposal>(loadOne, [proposal]))[0];
}

/** Held until the transaction ends: two who decide at the same moment do it one after the other. */
export async function lockProposal(tx: Tx, proposal: string): Promise<Proposal | undefined> {
  return (await tx.rows<Proposal>(lockOne, [proposal]))[0];
}

export interface Settled {
  readonly proposal: string;
  readonly state: Exclude<ProposalState, "open" | "lapsed">;
  readonly account: string;
  readonly person: string;
  readonly at: Date;
  readonly reason: string | null;
}

/** Throws when it was open no more: the caller holds its lock, so that would be a fault of ours. */
export async function settleProposal(tx: Tx, one: Settled): Promise<void> {
  const values = [one.proposal, one.state, one.account, one.person, one.at, one.reason];
  if ((await tx.run(decideOne, values)) !== 1) throw new Error("a proposal was decided twice");
}

/** Where a list goes on, newest first. */
export interface Place {
  readonly at: Date;
  readonly proposal: string;
}

export function listInbox(
  tx: Tx,
  asked: {
    readonly organisation: string;
    readonly commands: readonly ApprovalCommand[];
    readonly person: string;
    readonly now: Date;
    readonly before: Place;
    readonly limit: number;
  },
): Promise<Proposal[]> {
  const { organisation, commands, person, now, before, limit } = asked;
  return tx.rows<Proposal>(inboxOf, [organisation, commands, now, person, before.at, before.proposal, limit]);
}

export function listOfPerson(
  tx: Tx,
  asked: { readonly person: string; readonly before: Place; readonly limit: number },
): Promise<Proposal[]> {
  return tx.rows<Proposal>(ofPerson, [asked.person, asked.before.at, asked.before.proposal, asked.limit]);
}
