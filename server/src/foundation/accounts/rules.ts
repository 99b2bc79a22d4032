// Who may act. Roles are fixed; what each may do to its own organisation's data, and to others', is one table.
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Uscc } from "../../kernel/uscc.ts";

export const ROLES = [
  "clerk",
  "reviewer",
  "approver",
  "operator",
  "leader",
  "enterprise",
  "bank",
  "subscriber",
  "hall-clerk",
  "system-admin",
  "security-admin",
  "auditor",
] as const;

export type Role = (typeof ROLES)[number];

/** The membership of a person in an organisation, in one role. */
export interface Account {
  /** UUID. */
  readonly account: string;
  /** UUID of the human being; several accounts may be one person's. */
  readonly person: string;
  /** 统一社会信用代码 of the organisation that the account acts for. */
  readonly organisation: string;
  readonly organisationName: string;
  readonly role: Role;
  readonly login: string;
}

export const ORGANISATION_KINDS = [
  "department",
  "centre",
  "lender",
  "credit-service",
  "enterprise",
  "auditor",
] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** An organisation that an account can belong to. */
export interface Organisation {
  readonly uscc: string;
  readonly name: string;
  /** Only for one that is not known yet; without it the role of its first account tells. */
  readonly kind?: OrganisationKind;
}

const KIND_OF_ROLE: Readonly<Record<Role, OrganisationKind>> = {
  clerk: "department",
  reviewer: "department",
  approver: "department",
  operator: "centre",
  leader: "centre",
  "hall-clerk": "centre",
  "system-admin": "centre",
  "security-admin": "centre",
  auditor: "centre",
  enterprise: "enterprise",
  bank: "lender",
  subscriber: "credit-service",
};

/** What kind of organisation is new with an account of this role. */
export function kindOf(organisation: Organisation, role: Role): OrganisationKind {
  return organisation.kind ?? KIND_OF_ROLE[role];
}

/** How a request proved for whom it acts: a bearer token, a browser's session, a machine's signature. */
export type Via = "token" | "session" | "signature";

/** Who a request acts for, and how that was proved. */
export interface SignedIn extends Account {
  readonly via: Via;
  /** UUID of the session; null where it was another way. */
  readonly session: string | null;
  /** Key of a machine client; null where it was another way. */
  readonly client: string | null;
  /** When the person last proved anew that it is he; null where that was never, or counts no longer. */
  readonly steppedUpAt: Date | null;
}

export type Command =
  | "batch.submit"
  | "batch.withdraw"
  | "batch.read"
  | "batch.list"
  | "mapping.keep"
  | "completeness.declare"
  | "question.read"
  | "question.accept"
  | "question.reject"
  | "account.list"
  | "account.create"
  | "account.disable"
  | "account.freeze"
  | "mandate.register"
  | "subject.query"
  | "subject.check"
  | "subject.own"
  | "audit.read"
  | "export.trace"
  | "authorisation.give"
  | "authorisation.register"
  | "authorisation.revoke"
  | "authorisation.read"
  | "list.handle"
  | "list.approve"
  | "list.defend"
  | "objection.file"
  | "objection.handle"
  | "objection.answer"
  | "objection.confirm"
  | "objection.figures"
  | "mark.set"
  | "repair.apply"
  | "repair.hand-in"
  | "repair.handle"
  | "repair.approve"
  | "repair.oversee"
  | "repair.figures"
  | "repair.receive"
  | "commitment.give"
  | "commitment.register"
  | "commitment.judge"
  | "subscription.grant"
  | "subscription.end"
  | "subscription.read"
  | "endpoint.register"
  | "endpoint.end"
  | "endpoint.read"
  | "delivery.receive"
  | "withdrawal.oversee"
  | "withdrawal.remind";

/** Whose data a command touches: the account's own organisation's, or another's. */
export type Reach = "own" | "other";

interface Permission {
  /** Roles that may do it for their own organisation. */
  readonly own: readonly Role[];
  /** Roles that may do it to any organisation's data. */
  readonly other: readonly Role[];
  /** Whether a look at another's data must name its purpose. */
  readonly purpose: boolean;
}

const SUBMITTERS: readonly Role[] = ["clerk", "reviewer", "operator"];
const submitting: Permission = { own: SUBMITTERS, other: [], purpose: false };
const looking: Permission = { own: SUBMITTERS, other: ["operator"], purpose: true };
/** Whoever gives an authorisation, and whoever may query under one. */
const PARTIES: readonly Role[] = ["enterprise", "approver", "operator", "bank"];

/** Who acts for a credit-service institution, a lender, a department's system that receives statements. */
const RECIPIENTS: readonly Role[] = ["subscriber", "bank", "approver"];

const PERMISSIONS: Readonly<Record<Command, Permission>> = {
  // The centre submits as itself where it is a provider, and never in another's name: statements stay their provider's.
  "batch.submit": submitting,
  "batch.withdraw": submitting,
  "mapping.keep": submitting,
  "completeness.declare": submitting,
  "batch.read": looking,
  "question.read": looking,
  // Counts, states and times of all providers, and nothing about a subject: that is no look.
  "batch.list": { own: SUBMITTERS, other: ["operator"], purpose: false },
  "question.accept": { own: SUBMITTERS, other: ["operator"], purpose: false },
  "question.reject": { own: SUBMITTERS, other: ["operator"], purpose: false },
  // Whoever works somewhere knows who else does; the two who run the accounts know it of everybody.
  "account.list": { own: ROLES, other: ["system-admin", "security-admin"], purpose: false },
  "account.create": { own: [], other: ["system-admin"], purpose: false },
  "account.disable": { own: [], other: ["system-admin", "security-admin"], purpose: false },
  "account.freeze": { own: [], other: ["security-admin"], purpose: false },
  // An agent's mandate is registered at a hall, never by the agent himself.
  "mandate.register": { own: [], other: ["hall-clerk"], purpose: false },
  // By duty or authorisation, which is judged apart; a subject's own record by whoever acts for it.
  "subject.query": { own: ["approver", "operator", "bank"], other: [], purpose: false },
  "subject.check": { own: ["approver", "operator"], other: [], purpose: false },
  "subject.own": { own: ["enterprise"], other: [], purpose: false },
  // 三员分立: the auditor sees traces and no business data; the other two administrators see neither.
  "audit.read": { own: [], other: ["auditor"], purpose: false },
  // Which export a file came from: who got it, and nothing of whom it is about.
  "export.trace": { own: [], other: ["security-admin", "auditor"], purpose: false },
  // A subject gives in its portal; a hall registers what came on paper, and nobody else speaks for a subject.
  "authorisation.give": { own: ["enterprise"], other: [], purpose: false },
  "authorisation.register": { own: [], other: ["hall-clerk"], purpose: false },
  "authorisation.revoke": { own: PARTIES, other: ["hall-clerk"], purpose: false },
  "authorisation.read": { own: PARTIES, other: [], purpose: false },
  // A listing is its deciding authority's alone: the centre decides nothing of others.
  "list.handle": { own: ["clerk", "reviewer"], other: [], purpose: false },
  "list.approve": { own: ["reviewer"], other: [], purpose: false },
  "list.defend": { own: ["enterprise"], other: [], purpose: false },
  // An objection is its subject's, at a hall on paper; the centre sees to it, and who is disputed answers, never the centre for him.
  "objection.file": { own: ["enterprise"], other: ["hall-clerk"], purpose: false },
  "objection.handle": { own: ["operator"], other: ["operator"], purpose: false },
  "objection.answer": { own: ["clerk", "reviewer", "approver", "operator"], other: [], purpose: false },
  "objection.confirm": { own: ["reviewer", "operator"], other: [], purpose: false },
  "objection.figures": { own: ["operator", "leader"], other: [], purpose: false },
  // A review or a lawsuit is said beside a decision by the authority that made it.
  "mark.set": { own: ["clerk", "reviewer"], other: [], purpose: false },
  // A repair is asked for by its subject, at a hall on paper, and decided by the authority that determined, never by the centre.
  "repair.apply": { own: ["enterprise"], other: [], purpose: false },
  "repair.hand-in": { own: [], other: ["hall-clerk"], purpose: false },
  "repair.handle": { own: ["clerk", "reviewer"], other: [], purpose: false },
  "repair.approve": { own: ["reviewer"], other: [], purpose: false },
  "repair.oversee": { own: ["operator"], other: ["operator"], purpose: false },
  "repair.receive": { own: ["operator"], other: [], purpose: false },
  "repair.figures": { own: ["clerk", "reviewer"], other: ["operator", "leader"], purpose: false },
  // A promise is its subject's, in its portal or on paper at a hall, and what became of it is said by the organisation that received it alone.
  "commitment.give": { own: ["enterprise"], other: [], purpose: false },
  "commitment.register": { own: [], other: ["hall-clerk"], purpose: false },
  "commitment.judge": { own: ["clerk", "reviewer", "approver", "operator"], other: [], purpose: false },
  // The centre registers recipients; they receive for their own organisation alone, and everybody who watches sees who.
  "subscription.grant": { own: [], other: ["operator"], purpose: false },
  "subscription.end": { own: RECIPIENTS, other: ["operator", "security-admin"], purpose: false },
  "subscription.read": { own: RECIPIENTS, other: ["operator", "security-admin", "auditor"], purpose: false },
  // Where the platform speaks first is the centre's to say; whoever is spoken to may end it, and see how far it was told.
  "endpoint.register": { own: [], other: ["operator"], purpose: false },
  "endpoint.end": {
    own: [...RECIPIENTS, "approver", "reviewer"],
    other: ["operator", "security-admin"],
    purpose: false,
  },
  "endpoint.read": {
    own: [...RECIPIENTS, "approver", "reviewer"],
    other: ["operator", "security-admin", "auditor"],
    purpose: false,
  },
  "delivery.receive": { own: RECIPIENTS, other: [], purpose: false },
  "withdrawal.oversee": { own: [], other: ["operator", "leader", "auditor"], purpose: false },
  "withdrawal.remind": { own: [], other: ["operator"], purpose: false },
};

export interface Intent {
  readonly account: Account;
  readonly command: Command;
  /** The organisation whose data it is about; null for commands about the system itself. */
  readonly provider: string | null;
  /** Why another organisation's data is looked at. */
  readonly purpose?: string | null;
}

/** Whether two are two human beings: one who holds two accounts is one. */
export function isSecondPerson(a: { readonly person: string }, b: { readonly person: string }): boolean {
  return a.person !== b.person;
}

/** Whose data the account would touch, or null where its role gives it no way to these. */
function reachOf({ account, command, provider }: Intent): Reach | null {
  const { own, other } = PERMISSIONS[command];
  if (provider === account.organisation && own.includes(account.role)) return "own";
  return other.includes(account.role) ? "other" : null;
}

/**
 * Whether an account may do something. Refuses, in this order: `accounts.role` (its role never may),
 * `accounts.other-organisation`, `accounts.purpose-needed`.
 */
export function mayDo(intent: Intent): Outcome<Reach> {
  const permission = PERMISSIONS[intent.command];
  const reach = reachOf(intent);
  if (reach === null) {
    const elsewhere = permission.own.includes(intent.account.role);
    return refused({ code: elsewhere ? "accounts.other-organisation" : "accounts.role", kind: "forbidden" });
  }
  if (permission.purpose && reach === "other" && (intent.purpose ?? "").trim() === "") {
    return refused({ code: "accounts.purpose-needed", kind: "invalid" });
  }
  return granted(reach);
}

/** What the database says that it is. The production mark is written once and cannot be taken back. */
export interface Instance {
  readonly region: string;
  readonly production: boolean;
  readonly initialisedAt: Date;
}

const LOGIN = /^[a-z][a-z0-9.-]{1,39}$/;

/** Lower-case letters, digits, dot and hyphen, from a letter, 2 to 40 characters. */
export function isLogin(text: string): boolean {
  return LOGIN.test(text);
}

/** Which invented or listed organisation each demo account acts for. */
export type DemoSeat = "provider" | "department" | "centre" | "enterprise" | "bank" | "subscriber";

export const DEMO_SEATS: Readonly<Record<Role, DemoSeat>> = {
  clerk: "provider",
  reviewer: "provider",
  approver: "department",
  operator: "centre",
  leader: "centre",
  "hall-clerk": "centre",
  "system-admin": "centre",
  "security-admin": "centre",
  auditor: "centre",
  enterprise: "enterprise",
  bank: "bank",
  subscriber: "subscriber",
};

/** Invented codes of the demo region, sound by GB 32100 and GB 11714; the first three stand in its register too. */
export const DEMO_CODES: Readonly<Record<DemoSeat, Uscc>> = {
  provider: "11990100990001378K" as Uscc,
  department: "11990100990006857Y" as Uscc,
  centre: "129901009900397397" as Uscc,
  enterprise: "91990100MA0XH0026G" as Uscc,
  bank: "91990100MA0XH0034B" as Uscc,
  subscriber: "91990100MA0XH00426" as Uscc,
};
