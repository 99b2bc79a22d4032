// Accounts and roles: a system administrator asks, a security administrator grants.
import type { z } from "@hono/zod-openapi";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import {
  addAccount,
  changeRole,
  closeAccount,
  freezeOrganisation,
  freezingOf,
  unfreeze,
} from "../../accounts/index.ts";
import type { Freezing, SignedIn } from "../../accounts/index.ts";
import { mayPropose } from "../rules.ts";
import type { Asked, Proposal } from "../rules.ts";
import { accountPayload, namedPayload, rolePayload, unfreezePayload } from "../schema.ts";
import type { accountReasonSchema, newAccountSchema, newRoleSchema } from "../schema.ts";
import { propose } from "./decide.ts";
import type { ApprovalPorts, Handlers, Performed } from "./decide.ts";

interface Lifting {
  readonly at: Date;
  readonly by: SignedIn;
  readonly reason: string;
}

/** Asks for a new account. Whether login and organisation will do is judged when it is approved. */
export function proposeAccount(
  { db, clock }: ApprovalPorts,
  by: SignedIn,
  asked: z.infer<typeof newAccountSchema>,
): Promise<Outcome<Proposal>> {
  const { reason, documentNo, ...payload } = asked;
  const at = new Date(clock.now());
  const { organisation } = by;
  return inOneTransaction(db, (tx) =>
    propose(tx, by, { command: "account.create", organisation, target: asked.login, documentNo, reason, payload, at }),
  );
}

const secondPerson = refused({ code: "approvals.second-person", kind: "forbidden" });

/** The account that something is asked about, once it is known that the caller may ask; never one of the caller's person. */
async function accountOfAnother(tx: Tx, by: SignedIn, asked: Asked): Promise<Outcome<Freezing>> {
  const may = mayPropose(by, asked);
  if (!may.ok) return may;
  const found = await freezingOf(tx, asked.target);
  return found.ok && found.value.person === by.person ? secondPerson : found;
}

/**
 * Asks for another role of an account, never of one's own person's. Whose account it is cannot decide it. Refuses what
 * `propose` refuses, `approvals.second-person`, `accounts.unknown-account`.
 */
export function proposeRole(
  { db, clock }: ApprovalPorts,
  by: SignedIn,
  asked: z.infer<typeof newRoleSchema> & { readonly account: string },
): Promise<Outcome<Proposal>> {
  const { reason, documentNo, ...payload } = asked;
  const at = new Date(clock.now());
  const { organisation } = by;
  const wanted = { command: "account.role", organisation, target: asked.account, documentNo, reason, payload } as const;
  return inOneTransaction(db, async (tx) => {
    const found = await accountOfAnother(tx, by, wanted);
    return found.ok ? propose(tx, by, { ...wanted, submittedBy: [asked.account], at }) : found;
  });
}

/** The freezing that is asked about, by when it began: a later one is another. */
function freezingIn({ frozenAt, organisationFrozenAt }: Freezing) {
  return {
    frozenAt: frozenAt?.toISOString() ?? null,
    organisationFrozenAt: organisationFrozenAt?.toISOString() ?? null,
  };
}

/**
 * Asks that a frozen account be let in again, or that one be closed for good: never one's own person's. Letting in lifts what
 * stops the account now, its organisation's freezing as well, and no later freezing. Whose account it is cannot decide it.
 * Refuses what `propose` refuses, `approvals.second-person`, `accounts.unknown-account`, `approvals.not-frozen`.
 */
export function proposeStanding(
  { db, clock }: ApprovalPorts,
  by: SignedIn,
  asked: z.infer<typeof accountReasonSchema> & {
    readonly command: "account.unfreeze" | "account.close";
    readonly account: string;
  },
): Promise<Outcome<Proposal>> {
  const { command, reason, documentNo, account } = asked;
  const at = new Date(clock.now());
  const { organisation } = by;
  const wanted = { command, organisation, target: account, documentNo, reason, payload: { account } };
  return inOneTransaction(db, async (tx) => {
    const found = await accountOfAnother(tx, by, wanted);
    if (!found.ok) return found;
    if (command === "account.close") return propose(tx, by, { ...wanted, at, submittedBy: [account] });
    const freezing = freezingIn(found.value);
    if (freezing.frozenAt === null && freezing.organisationFrozenAt === null) {
      return refused({ code: "approvals.not-frozen", kind: "conflict" });
    }
    return propose(tx, by, { ...wanted, payload: { account, ...freezing }, at, submittedBy: [account] });
  });
}

/** Lifts the freezing that was asked about, whole, or nothing. Refuses `approvals.freezing-changed` where it is another now. */
async function lift(tx: Tx, payload: CanonicalObject, change: Lifting): Promise<Outcome<Performed>> {
  const { account, ...asked } = unfreezePayload.parse(payload);
  const found = await freezingOf(tx, account);
  if (!found.ok) return found;
  const now = freezingIn(found.value);
  if (now.frozenAt !== asked.frozenAt || now.organisationFrozenAt !== asked.organisationFrozenAt) {
    return refused({ code: "approvals.freezing-changed", kind: "conflict" });
  }
  if (now.frozenAt !== null) {
    const lifted = await unfreeze(tx, account, change);
    if (!lifted.ok) return lifted;
  }
  if (now.organisationFrozenAt !== null) {
    const lifted = await freezeOrganisation(tx, found.value.organisation, { ...change, frozen: false });
    if (!lifted.ok) return lifted;
  }
  return granted({ result: { account } });
}

/** How what administrators ask for comes to be. */
export function accountHandlers(
  clock: Clock,
): Pick<Handlers, "account.create" | "account.role" | "account.unfreeze" | "account.close"> {
  const now = (): Date => new Date(clock.now());
  return {
    "account.create": {
      perform: async (tx, { payload }, approver) => {
        const { organisation: uscc, name, role, login, person, registration } = accountPayload.parse(payload);
        const known = { ...(person === null ? {} : { person }), ...(registration === null ? {} : { registration }) };
        const wanted = { at: now(), by: approver, organisation: { uscc, name }, role, login, ...known };
        const made = await addAccount(tx, wanted);
        if (!made.ok) return made;
        // The token is nobody's: an administrator who saw it could act as the account. Its person signs in.
        const { account, person: whose } = made.value.account;
        return granted({ result: { account, person: whose, login } });
      },
    },
    "account.role": {
      perform: async (tx, { payload, reason }, approver) => {
        const { account, role } = rolePayload.parse(payload);
        const changed = await changeRole(tx, account, { role, at: now(), by: approver, reason });
        return changed.ok ? granted({ result: { account, role } }) : changed;
      },
    },
    "account.unfreeze": {
      perform: (tx, { payload, reason }, approver) => lift(tx, payload, { at: now(), by: approver, reason }),
    },
    "account.close": {
      perform: async (tx, { payload, reason }, approver) => {
        const { account } = namedPayload.parse(payload);
        const closed = await closeAccount(tx, account, { at: now(), by: approver, reason });
        return closed.ok ? granted({ result: { account } }) : closed;
      },
    },
  };
}
