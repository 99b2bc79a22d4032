// The proof that a look at oneself stands in the log, as far as one may know of the look.
import { proofOfLook } from "../../../foundation/access/index.ts";
import type { LookProof } from "../../../foundation/access/index.ts";
import { mayReadOwn } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { dayOfInstant } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { isTold } from "../store.ts";
import type { SharingDeps } from "./query.ts";

/**
 * What a subject needs to check one look at it with nothing of ours but the verifier key (docs/spec/access-log.md).
 * Refuses what `mayReadOwn` refuses; `sharing.unknown-look` alike for a look at another, for one that is told later and
 * for none; `sharing.no-proof-yet` as long as no signed root is over it, at most an hour.
 * @param look id of the look, 32 hex digits.
 */
export function proofOfOwnLook(
  { db, clock, representativeOf }: Pick<SharingDeps, "db" | "clock" | "representativeOf">,
  by: Account,
  look: string,
): Promise<Outcome<LookProof>> {
  const today = dayOfInstant(clock.now());
  return db.read(async (tx) => {
    const may = await mayReadOwn(tx, by, { day: today, representativeOf });
    if (!may.ok) return may;
    const subject = by.organisation;
    if (!(await isTold(tx, { subject, look: Buffer.from(look, "hex"), today }))) {
      return refused({ code: "sharing.unknown-look", kind: "absent" });
    }
    const proof = await proofOfLook(tx, subject, look);
    return proof === undefined ? refused({ code: "sharing.no-proof-yet", kind: "too-early" }) : granted(proof);
  });
}
