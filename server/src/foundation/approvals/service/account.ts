// Accounts and roles: a system administrator asks, a security administrator grants.
import type { z } from "@hono/zod-openapi";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { addAccount, changeRole, closeAccount, unfreeze } from "../../accounts/index.ts";
import type { SignedIn } from "../../accounts/index.ts";
import type { Proposal } from "../rules.ts";
import { accountPayload, namedPayload, rolePayload } from "../schema.ts";
import type { accountReasonSchema, newAccountSchema, newRoleSchema } from "../schema.ts";
import { propose } from "./decide.ts";
import type { ApprovalPorts, Handlers } from "./decide.ts";

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

/** Asks for another role of an account, never of one's own. Whose account it is cannot decide it. */
export function proposeRole(
  { db, clock }: ApprovalPorts,
  by: SignedIn,
  asked: z.infer<typeof newRoleSchema> & { readonly account: string },
): Promise<Outcome<Proposal>> {
  const { reason, documentNo, ...payload } = asked;
  if (asked.account === by.account) {
    return Promise.resolve(refused({ code: "approvals.second-person", kind: "forbidden" }));
  }
  const at = new Date(clock.now());
  const { organisation } = by;
  const wanted = { command: "account.role", organisation, target: asked.account, documentNo, reason, payload } as const;
  return inOneTransaction(db, (tx) => propose(tx, by, { ...wanted, submittedBy: [asked.account], at }));
}

/**
 * Asks that a frozen account be let in again, or that one be closed for good: never one's own. Whose account it is cannot
 * decide it. Refuses what `propose` refuses, `approvals.second-person`.
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
  if (account === by.account) {
    return Promise.resolve(refused({ code: "approvals.second-person", kind: "forbidden" }));
  }
  const at = new Date(clock.now());
  const { organisation } = by;
  const wanted = { command, organisation, target: account, documentNo, reason, payload: { account }, at };
  return inOneTransaction(db, (tx) => propose(tx, by, { ...wanted, submittedBy: [account] }));
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
      perform: async (tx, { payload, reason }, approver) => {
        const { account } = namedPayload.parse(payload);
        const lifted = await unfreeze(tx, account, { at: now(), by: approver, reason });
        return lifted.ok ? granted({ result: { account } }) : lifted;
      },
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
