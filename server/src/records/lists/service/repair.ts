// The way in for repairs: the list's own rule says whether one ends a listing, and nothing else does.
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { NO_TERMS } from "../rules/case.ts";
import { judgeStep } from "../rules/judge.ts";
import { isListed, loadCase, loadSteps, lockListing, saveStep } from "../store/case.ts";
import { endListing } from "./effect.ts";
import type { Effect } from "./effect.ts";
import type { ListPorts } from "./ports.ts";
import { fileOf, unknownCase } from "./read.ts";

/** A decision on repair of the authority that listed. */
export interface RepairEnd {
  readonly case: string;
  /** 统一社会信用代码 of the deciding authority, whose decision the repair is. */
  readonly organisation: string;
  readonly documentNo: string;
}

interface Repairing {
  readonly by: SignedIn;
  readonly end: RepairEnd;
}

/** Adds a step that repair takes in the case, in the caller's transaction; what it does to the record is the caller's. */
async function stepOfRepair(
  tx: Tx,
  ports: ListPorts,
  { by, end, kind }: Repairing & { readonly kind: "repaired" | "repair-revoked" },
): Promise<Outcome<Effect>> {
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
  const wish = { kind, on: null, person: by.person, terms: NO_TERMS } as const;
  const verdict = judgeStep({ file, procedure, instruments: policy, day, calendar: ports.calendar }, wish);
  if (!verdict.ok) return verdict;
  const at = new Date(ports.clock.now());
  const { account, person } = by;
  const no = steps.length + 1;
  const terms = { ...NO_TERMS, receipt: null };
  const said = { terms, words: end.documentNo, document: null };
  const step = { no, kind, day, on: day, at, account, person, ...said, subject: kept.subject, case: kept.case };
  if (!(await saveStep(tx, step, policy.hash)))
    return refused({ code: "lists.conflict", kind: "conflict", values: { version: no } });
  const state = { list: kept.list, step: kind, no, documentNo: end.documentNo };
  await record(tx, { at, account: by, action: "lists.step", purpose: null, target: kept.case, state });
  return granted({ kept, policy, procedure, at, account });
}

/**
 * Ends a listing by repair, in the caller's transaction: whoever decided the repair has judged who may. Refuses
 * `lists.unknown-case`, `lists.exit-unknown` where the list's rule knows no repair, and what `judgeStep` refuses.
 */
export async function repairListing(tx: Tx, ports: ListPorts, asked: Repairing): Promise<Outcome<null>> {
  const stepped = await stepOfRepair(tx, ports, { ...asked, kind: "repaired" });
  if (!stepped.ok) return stepped;
  const end = { kind: "repaired", day: ports.clock.today(), documentNo: asked.end.documentNo } as const;
  await endListing(tx, stepped.value, end);
  return granted(null);
}

/**
 * Lets the case of a listing go on whose repair is revoked, in the caller's transaction, which takes the end back itself.
 * Refuses `lists.unknown-case`, `lists.already-listed` where the subject was listed anew meanwhile, and what `judgeStep`
 * refuses.
 */
export async function relistAfterRepair(tx: Tx, ports: ListPorts, asked: Repairing): Promise<Outcome<null>> {
  const stepped = await stepOfRepair(tx, ports, { ...asked, kind: "repair-revoked" });
  if (!stepped.ok) return stepped;
  const { kept, procedure } = stepped.value;
  const { entry, listName, zh } = procedure;
  const asOf = { subject: kept.subject, day: ports.clock.today(), listName };
  if (entry !== null && (await isListed(tx, { ...asOf, entry })))
    return refused({ code: "lists.already-listed", kind: "conflict", values: { list: zh } });
  return granted(null);
}
