// The way in for repairs: the list's own rule says whether one ends a listing, and nothing else does.
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { NO_TERMS } from "../rules/case.ts";
import { judgeStep } from "../rules/judge.ts";
import { loadCase, loadSteps, lockListing, saveStep } from "../store/case.ts";
import { endListing } from "./effect.ts";
import type { ListPorts } from "./ports.ts";
import { fileOf, unknownCase } from "./read.ts";

/** A repair decision of the authority that listed. */
export interface RepairEnd {
  readonly case: string;
  /** 统一社会信用代码 of the deciding authority, whose decision the repair is. */
  readonly organisation: string;
  readonly documentNo: string;
}

/**
 * Ends a listing by repair, in the caller's transaction: whoever decided the repair has judged who may. Refuses
 * `lists.unknown-case`, `lists.exit-unknown` where the list's rule knows no repair, and what `judgeStep` refuses.
 */
export async function repairListing(
  tx: Tx,
  ports: ListPorts,
  { by, end }: { readonly by: SignedIn; readonly end: RepairEnd },
): Promise<Outcome<null>> {
  const kept = await loadCase(tx, { side: "authority", organisation: end.organisation }, end.case);
  if (kept === undefined) return unknownCase;
  await lockListing(tx, kept);
  const steps = await loadSteps(tx, kept);
  const day = ports.clock.today();
  const policy = ports.policyAt(day);
  const procedure = policy.lists.get(kept.list);
  if (procedure === undefined) return refused({ code: "lists.unknown", kind: "absent" });
  if (ports.calendar === null) return refused({ code: "lists.calendar-unknown", kind: "unavailable" });
  const file = await fileOf(tx, kept, steps);
  const wish = { kind: "repaired", on: null, person: by.person, terms: NO_TERMS } as const;
  const verdict = judgeStep({ file, procedure, instruments: policy, day, calendar: ports.calendar }, wish);
  if (!verdict.ok) return verdict;
  const at = new Date(ports.clock.now());
  const { account, person } = by;
  const no = steps.length + 1;
  const terms = { ...NO_TERMS, receipt: null };
  const step = {
    no,
    kind: "repaired",
    day,
    on: day,
    at,
    account,
    person,
    terms,
    words: end.documentNo,
    document: null,
  } as const;
  if (!(await saveStep(tx, { ...step, subject: kept.subject, case: kept.case }, policy.hash)))
    return refused({ code: "lists.conflict", kind: "conflict", values: { version: no } });
  const effect = { kept, policy, procedure, at, account };
  await endListing(tx, effect, { kind: "repaired", day, documentNo: end.documentNo });
  const state = { list: kept.list, step: "repaired", no, documentNo: end.documentNo };
  await record(tx, { at, account: by, action: "lists.step", purpose: null, target: kept.case, state });
  return granted(null);
}
