// Whether what an answer names was done, by whom it is to be done. The centre never edits for a provider.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { correctionsOf } from "../rules/correction.ts";
import type { Change, Correction } from "../rules/objection.ts";
import { WRONG_SUBJECT } from "../rules/objection.ts";
import type { KeptObjection } from "../store/objection.ts";
import { endedSince, findRecord } from "../store/thing.ts";
import type { DisputedRecord } from "../store/thing.ts";

export interface Verifying {
  readonly kept: KeptObjection;
  readonly change: Change | null;
  readonly policy: PolicySnapshot;
}

const SAME = granted<readonly Correction[]>([]);

/** Whether a record is a later version of another that its own provider sent, and stands. */
function follows(newer: DisputedRecord, old: DisputedRecord): boolean {
  const isSame = newer.entry === old.entry && newer.provider === old.provider && newer.sourceKey.equals(old.sourceKey);
  return isSame && !newer.over && newer.version > old.version;
}

async function verifyVersion(
  tx: Tx,
  { kept, policy }: Verifying,
  ids: { readonly old: Buffer; readonly newer: Buffer },
): Promise<Outcome<readonly Correction[]>> {
  const old = await findRecord(tx, kept.subject, ids.old);
  const newer = await findRecord(tx, kept.subject, ids.newer);
  if (old === undefined || newer === undefined || !follows(newer, old))
    return refused({ code: "objection.no-such-version", kind: "conflict" });
  const corrections = correctionsOf(policy.entries.get(old.entry)?.fields ?? [], old.fields, newer.fields);
  return corrections.length > 0
    ? granted(corrections)
    : refused({ code: "objection.nothing-corrected", kind: "conflict" });
}

/**
 * Field by field what the named change has put right; empty where it is no newer version. Refuses
 * `objection.no-such-version` (none that the provider sent after it, or taken back), `objection.nothing-corrected`,
 * `objection.not-ended`, `objection.not-wrong-subject`.
 */
export async function verifyChange(tx: Tx, verifying: Verifying): Promise<Outcome<readonly Correction[]>> {
  const { kept, change } = verifying;
  const { subject, statement, filedAt } = kept;
  if (change === null || statement === null) return SAME;
  switch (change.kind) {
    case "acted":
      return SAME;
    case "detached":
      return kept.ground === WRONG_SUBJECT ? SAME : refused({ code: "objection.not-wrong-subject", kind: "conflict" });
    case "ended": {
      const isEnded = await endedSince(tx, { subject, record: statement, since: filedAt });
      return isEnded ? SAME : refused({ code: "objection.not-ended", kind: "conflict" });
    }
    case "version":
      return verifyVersion(tx, verifying, { old: statement, newer: Buffer.from(change.record, "base64url") });
  }
}
