// Who may have a draft of measures assessed before it is issued: whoever writes policy, and departments that draft measures.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Role, SignedIn } from "../../../foundation/accounts/index.ts";

const ASSESSORS: readonly Role[] = ["operator", "security-admin", "reviewer"];

/** Refuses `accounts.role`. */
export function mayAssess({ role }: Pick<SignedIn, "role">): Outcome<true> {
  return ASSESSORS.includes(role) ? granted(true) : refused({ code: "accounts.role", kind: "forbidden" });
}

/** What is said of a report that is not there, and of another office's. */
export const unknownAssessment = refused({ code: "policy-office.unknown-assessment", kind: "absent" });
