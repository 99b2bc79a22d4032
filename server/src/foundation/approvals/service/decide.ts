import { randomUUID } from "node:crypto";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { record } from "../../audit/index.ts";
import { requireStepUp } from "../../accounts/index.ts";
import type { SignedIn } from "../../accounts/index.ts";
import {
  decidedBy,
  digestOf,
  expiryOf,
  mayDecide,
  mayPropose,
  maySee,
  mayTakeBack,
  unknownProposal,
} from "../rules.ts";
import type { ApprovalCommand, Asked, Proposal } from "../rules.ts";
import { listInbox, listOfPerson, loadProposal, lockProposal, saveProposal, settleProposal } from "../store.ts";
import type { Place, Settled } from "../store.ts";

/** What an approved command did. */
export interface Performed {
  /** Shown to the approver once; never kept. */
  readonly result: CanonicalObject;
  /** Begun when the decision is committed, and never before. */
  readonly after?: () => void;
}

/** How a command is carried out; registered by `main`. */
export interface Handler {
  /** Runs in the transaction of the approval. A refusal undoes the approval with it: the proposal stays open. */
  readonly perform: (tx: Tx, proposal: Proposal, approver: SignedIn) => Promise<Outcome<Performed>>;
  /** What must end when the proposal is refused or taken back; in the same transaction. */
  readonly drop?: (tx: Tx, proposal: Proposal, by: SignedIn) => Promise<Pick<Performed, "after">>;
}

export type Handlers = Readonly<Record<ApprovalCommand, Handler>>;

export interface ApprovalPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly handlers: Handlers;
}

function stateOf({ command, target, digest, organisation }: Proposal): CanonicalObject {
  return { command, target, organisation, digest: digest.toString("hex") };
}

/**
 * Puts a command before a second person, in the caller's transaction. `submittedBy` are accounts whose own work it is
 * about: their persons may not decide it either. Refuses what `mayPropose` refuses, and `approvals.already-open`.
 */
export async function propose(
  tx: Tx,
  by: SignedIn,
  wanted: Asked & { readonly at: Date; readonly submittedBy?: readonly string[] },
): Promise<Outcome<Proposal>> {
  const { at, submittedBy = [], ...asked } = wanted;
  const may = mayPropose(by, asked);
  if (!may.ok) return may;
  const who = { proposal: randomUUID(), account: by.account };
  const proposal: Proposal = {
    ...asked,
    ...who,
    person: by.person,
    barred: [by.person],
    digest: digestOf({ ...asked, ...who }),
    proposedAt: at,
    expiresAt: expiryOf(asked.command, at),
    state: "open",
    decidedAccount: null,
    decidedPerson: null,
    decidedAt: null,
    decidedReason: null,
  };
  const free = await saveProposal(tx, proposal, [...new Set([by.account, ...submittedBy])]);
  if (!free) return refused({ code: "approvals.already-open", kind: "conflict" });
  const deed = { at, account: by, action: "approval.propose", purpose: asked.reason, target: proposal.proposal };
  await record(tx, { ...deed, state: stateOf(proposal) });
  return granted(proposal);
}

interface Decision {
  readonly proposal: string;
  readonly reason: string | null;
}

async function settle(
  tx: Tx,
  by: SignedIn,
  step: {
    readonly proposal: Proposal;
    readonly state: Settled["state"];
    readonly at: Date;
    readonly reason: string | null;
  },
): Promise<Proposal> {
  const { proposal, state, at, reason } = step;
  const { account, person } = by;
  await settleProposal(tx, { proposal: proposal.proposal, state, account, person, at, reason });
  const deed = { at, account: by, action: `approval.${state}`, purpose: reason, target: proposal.proposal };
  await record(tx, { ...deed, state: stateOf(proposal) });
  return { ...proposal, state, decidedAccount: account, decidedPerson: person, decidedAt: at, decidedReason: reason };
}

/** What an approval gave: the proposal as it stands now, and what its command did. */
export interface Approved {
  readonly proposal: Proposal;
  readonly result: CanonicalObject;
}

/**
 * Approves and performs, in one transaction. Of several approvals at once one succeeds. Refuses what `mayDecide`
 * refuses, `accounts.step-up-needed` where a browser has not lately proved who sits there, `approvals.altered` where the proposal is not what was proposed, and what the command itself refuses.
 */
export async function approve(ports: ApprovalPorts, by: SignedIn, decision: Decision): Promise<Outcome<Approved>> {
  const at = new Date(ports.clock.now());
  const done = await inOneTransaction(ports.db, async (tx): Promise<Outcome<Approved & Pick<Performed, "after">>> => {
    const proposal = await lockProposal(tx, decision.proposal);
    if (proposal === undefined) return unknownProposal;
    const may = mayDecide(by, proposal, at);
    if (!may.ok) return may;
    const proved = requireStepUp(by, at.getTime());
    if (!proved.ok) return proved;
    if (!digestOf(proposal).equals(proposal.digest)) return refused({ code: "approvals.altered", kind: "conflict" });
    const performed = await ports.handlers[proposal.command].perform(tx, proposal, by);
    if (!performed.ok) return performed;
    const settled = await settle(tx, by, { proposal, state: "approved", at, reason: decision.reason });
    return granted({ proposal: settled, ...performed.value });
  });
  if (!done.ok) return done;
  const { after, ...approved } = done.value;
  after?.();
  return granted(approved);
}

/**
 * Whether a proposal of the caller's own stands approved for exactly this target, and has not lapsed since. For commands that
 * the proposer carries out himself, as often as he needs, until its end.
 */
export async function approvalStands(
  tx: Tx,
  by: Pick<SignedIn, "account" | "organisation">,
  asked: { readonly proposal: string; readonly command: ApprovalCommand; readonly target: string; readonly at: Date },
): Promise<boolean> {
  const found = await loadProposal(tx, asked.proposal);
  if (found === undefined || found.state !== "approved" || found.expiresAt.getTime() <= asked.at.getTime())
    return false;
  const { command, target, account, organisation } = found;
  return (
    command === asked.command &&
    target === asked.target &&
    account === by.account &&
    organisation === by.organisation &&
    digestOf(found).equals(found.digest)
  );
}

async function close(
  ports: ApprovalPorts,
  by: SignedIn,
  step: Decision & { readonly state: "refused" | "withdrawn"; readonly may: typeof mayDecide },
): Promise<Outcome<Proposal>> {
  const at = new Date(ports.clock.now());
  const done = await inOneTransaction(ports.db, async (tx) => {
    const proposal = await lockProposal(tx, step.proposal);
    if (proposal === undefined) return unknownProposal;
    const may = step.may(by, proposal, at);
    if (!may.ok) return may;
    const dropped = await ports.handlers[proposal.command].drop?.(tx, proposal, by);
    const settled = await settle(tx, by, { proposal, state: step.state, at, reason: step.reason });
    return granted({ settled, after: dropped?.after });
  });
  if (!done.ok) return done;
  done.value.after?.();
  return granted(done.value.settled);
}

/** Refuses a proposal, with a reason. Refuses what `mayDecide` refuses, and `approvals.reason-needed`. */
export function refuseProposal(
  ports: ApprovalPorts,
  by: SignedIn,
  decision: { readonly proposal: string; readonly reason: string },
): Promise<Outcome<Proposal>> {
  if (decision.reason.trim() === "") {
    return Promise.resolve(refused({ code: "approvals.reason-needed", kind: "invalid" }));
  }
  return close(ports, by, { ...decision, state: "refused", may: mayDecide });
}

/** Takes one's own proposal back. Refuses what `mayTakeBack` refuses. */
export function takeBack(ports: ApprovalPorts, by: SignedIn, proposal: string): Promise<Outcome<Proposal>> {
  return close(ports, by, { proposal, reason: null, state: "withdrawn", may: mayTakeBack });
}

/** One proposal. Refuses `approvals.unknown` alike for one that is not there and one that is another's. */
export async function readProposal(ports: ApprovalPorts, by: SignedIn, id: string): Promise<Outcome<Proposal>> {
  const proposal = await ports.db.read((tx) => loadProposal(tx, id));
  return proposal !== undefined && maySee(by, proposal) ? granted(proposal) : unknownProposal;
}

/** Proposals of a page. */
export const pageSize = 100;

const newest = { at: new Date("9999-12-31T00:00:00Z"), proposal: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

/** What a second person has decided of what somebody proposed, among his newest proposals. */
export async function decidedFor(tx: Tx, person: string, limit: number): Promise<readonly Proposal[]> {
  const proposals = await listOfPerson(tx, { person, before: newest, limit });
  return proposals.filter(({ state }) => state === "approved" || state === "refused");
}

/** What waits for one's own decision, or what one proposed; newest first. */
export function listProposals(
  ports: ApprovalPorts,
  by: SignedIn,
  page: { readonly list: "inbox" | "mine"; readonly before: Place | null },
): Promise<Proposal[]> {
  const before = page.before ?? newest;
  const { person, organisation, role } = by;
  if (page.list === "mine") return ports.db.read((tx) => listOfPerson(tx, { person, before, limit: pageSize }));
  const now = new Date(ports.clock.now());
  const commands = decidedBy(role);
  return ports.db.read((tx) => listInbox(tx, { organisation, commands, person, now, before, limit: pageSize }));
}
