import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { propose } from "../../../foundation/approvals/index.ts";
import type { Proposal } from "../../../foundation/approvals/index.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { digestOfCheck } from "./check.ts";
import type { CheckDeps, CheckWish } from "./check.ts";

/**
 * Puts a large check before a second person: what it asks is held by its digest, and no list of subjects is kept (promise 9).
 * Refuses `accounts.role` and what proposals refuse.
 */
export function proposeCheck(
  { db, clock }: Pick<CheckDeps, "db" | "clock">,
  by: SignedIn,
  { wish, reason }: { readonly wish: Omit<CheckWish, "approval">; readonly reason: string },
): Promise<Outcome<Proposal>> {
  const may = mayDo({ account: by, command: "subject.check", provider: by.organisation });
  if (!may.ok) return Promise.resolve(may);
  const { matter, purpose, duty, subjects } = wish;
  const payload = { matter, purpose, duty, subjects: subjects.length };
  const asked = { organisation: by.organisation, target: digestOfCheck(wish), documentNo: null, reason, payload };
  const at = new Date(clock.now());
  return inOneTransaction(db, (tx) => propose(tx, by, { ...asked, command: "check.batch", at }));
}
