// What needs a second person, who may ask for it and who may decide it: one table, and the rules over it.
import { hash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Role, SignedIn } from "../accounts/index.ts";

interface CommandRule {
  /** Roles that may propose it. */
  readonly propose: readonly Role[];
  /** Roles that may decide it, in the organisation that the proposal names. */
  readonly approve: readonly Role[];
  /** Whether the platform itself proposes it when a machine's deed calls for it; then no person can. */
  readonly byMachine: boolean;
  /** Whether a document must be named. */
  readonly document: boolean;
  /** Days after which an undecided proposal lapses. */
  readonly days: number;
}

const SUBMITTERS: readonly Role[] = ["clerk", "reviewer", "operator"];
const REVIEWERS: readonly Role[] = ["reviewer", "operator"];
const atProvider: CommandRule = {
  propose: SUBMITTERS,
  approve: REVIEWERS,
  byMachine: false,
  document: true,
  days: 30,
};

/** Separated administrators: one asks, the other grants, and neither can do both. */
const byAdministrators: CommandRule = {
  propose: ["system-admin"],
  approve: ["security-admin"],
  byMachine: false,
  document: false,
  days: 30,
};

/** Policy is written by the centre's operators; another of them, or its security administrator, confirms. */
const policy: CommandRule = {
  propose: ["operator"],
  approve: ["operator", "security-admin"],
  byMachine: false,
  document: false,
  days: 30,
};

const table = {
  "batch.withdraw": atProvider,
  "question.accept": atProvider,
  "batch.release": { propose: [], approve: REVIEWERS, byMachine: true, document: false, days: 7 },
  // Records of an old platform come with their states: whoever sends them names the document of the handover.
  "batch.carry-over": atProvider,
  "client.register": { ...atProvider, document: false },
  "client.rotate": { ...atProvider, document: false },
  // One officer asks about more than a hundred applicants at once, another of the same office has looked at the list.
  "check.batch": {
    propose: ["approver"],
    approve: ["approver", "reviewer"],
    byMachine: false,
    document: false,
    days: 7,
  },
  // The centre registers who receives statements, and names in public who does not withdraw them: by a document.
  "subscription.grant": { ...policy, document: true },
  "endpoint.register": { ...policy, document: true },
  "withdrawal.name": { ...policy, document: true },
  "policy.release": policy,
  "policy.withdraw": policy,
  "account.create": byAdministrators,
  "account.role": byAdministrators,
  "account.unfreeze": byAdministrators,
  "account.close": byAdministrators,
} as const satisfies Record<string, CommandRule>;

/** A command that is performed only when a second person approves it. */
export type ApprovalCommand = keyof typeof table;

/** Who may propose and decide which command. */
export const COMMANDS: Readonly<Record<ApprovalCommand, CommandRule>> = table;
export const COMMAND_NAMES = Object.keys(table) as readonly ApprovalCommand[];

export type ProposalState = "open" | "approved" | "refused" | "lapsed" | "withdrawn";

/** What somebody asks for. */
export interface Asked {
  readonly command: ApprovalCommand;
  /** 统一社会信用代码 of the organisation whose second person decides. */
  readonly organisation: string;
  /** What it is about; of one command and target at most one proposal is open. */
  readonly target: string;
  readonly documentNo: string | null;
  readonly reason: string;
  readonly payload: CanonicalObject;
}

/** A proposal as it stands. Instants are by the platform's clock. */
export interface Proposal extends Asked {
  /** UUID. */
  readonly proposal: string;
  readonly account: string;
  /** The human being who proposed it, as known today. */
  readonly person: string;
  /** Human beings who may not decide it, as known today. */
  readonly barred: readonly string[];
  readonly digest: Buffer;
  readonly proposedAt: Date;
  readonly expiresAt: Date;
  readonly state: ProposalState;
  readonly decidedAccount: string | null;
  readonly decidedPerson: string | null;
  readonly decidedAt: Date | null;
  readonly decidedReason: string | null;
}

const dayMs = 86_400_000;

/** When a proposal made now lapses. */
export function expiryOf(command: ApprovalCommand, at: Date): Date {
  return new Date(at.getTime() + COMMANDS[command].days * dayMs);
}

/** What the second person puts his name to: every part of what was asked, and who asked it. */
export function digestOf(asked: Asked & Pick<Proposal, "proposal" | "account">): Buffer {
  const { proposal, account, command, organisation, target, documentNo, reason, payload } = asked;
  const whole = { proposal, account, command, organisation, target, documentNo, reason, payload };
  return hash("sha256", canonicalBytes(whole), "buffer");
}

/** The state by the clock: an open proposal past its end has lapsed, whether or not anybody wrote that down. */
export function stateAt(proposal: Pick<Proposal, "state" | "expiresAt">, now: Date): ProposalState {
  return proposal.state === "open" && proposal.expiresAt.getTime() <= now.getTime() ? "lapsed" : proposal.state;
}

const personNeeded = refused({ code: "approvals.person-needed", kind: "forbidden" });
const wrongRole = refused({ code: "approvals.role", kind: "forbidden" });

function mayAsk(by: Pick<SignedIn, "role" | "via">, { propose, byMachine }: CommandRule): Outcome<true> {
  if (byMachine) return by.via === "signature" ? granted(true) : wrongRole;
  if (by.via === "signature") return personNeeded;
  return propose.includes(by.role) ? granted(true) : wrongRole;
}

/**
 * Whether somebody may propose this. Refuses `approvals.role`, `approvals.person-needed`, `approvals.reason-needed`,
 * `approvals.document-needed`.
 */
export function mayPropose(by: Pick<SignedIn, "role" | "via">, asked: Asked): Outcome<true> {
  const rule = COMMANDS[asked.command];
  const may = mayAsk(by, rule);
  if (!may.ok) return may;
  if (asked.reason.trim() === "") return refused({ code: "approvals.reason-needed", kind: "invalid" });
  if (rule.document && (asked.documentNo ?? "").trim() === "") {
    return refused({ code: "approvals.document-needed", kind: "invalid" });
  }
  return granted(true);
}

/** Commands that a role may decide. */
export function decidedBy(role: Role): readonly ApprovalCommand[] {
  return COMMAND_NAMES.filter((name) => COMMANDS[name].approve.includes(role));
}

/** Whether somebody may know of a proposal: his own, or one of his organisation that his role has to do with. */
export function maySee(by: SignedIn, proposal: Proposal): boolean {
  if (by.person === proposal.person) return true;
  const { propose, approve } = COMMANDS[proposal.command];
  return by.organisation === proposal.organisation && (approve.includes(by.role) || propose.includes(by.role));
}

function stillOpen(proposal: Proposal, now: Date): Outcome<true> {
  const state = stateAt(proposal, now);
  if (state === "open") return granted(true);
  const code = state === "lapsed" ? "approvals.lapsed" : "approvals.decided";
  return refused({ code, kind: "conflict" });
}

/**
 * Whether somebody may approve or refuse. Refuses, in this order: `approvals.unknown`, `approvals.person-needed`,
 * `approvals.second-person`, `approvals.role`, `approvals.decided`, `approvals.lapsed`.
 */
export function mayDecide(by: SignedIn, proposal: Proposal, now: Date): Outcome<true> {
  if (!maySee(by, proposal)) return unknownProposal;
  if (by.via === "signature") return personNeeded;
  if (proposal.barred.includes(by.person)) return refused({ code: "approvals.second-person", kind: "forbidden" });
  const fits = by.organisation === proposal.organisation && COMMANDS[proposal.command].approve.includes(by.role);
  return fits ? stillOpen(proposal, now) : wrongRole;
}

/** Whether somebody may take a proposal back: who made it, as long as nobody decided. */
export function mayTakeBack(by: SignedIn, proposal: Proposal, now: Date): Outcome<true> {
  if (!maySee(by, proposal)) return unknownProposal;
  if (by.via === "signature") return personNeeded;
  if (by.person !== proposal.person) return refused({ code: "approvals.not-yours", kind: "forbidden" });
  return stillOpen(proposal, now);
}

/** What is said of a proposal that is not there, and of one that is another's. */
export const unknownProposal = refused({ code: "approvals.unknown", kind: "absent" });
