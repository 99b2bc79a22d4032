// A review or a lawsuit that is under way: said beside its decision by the authority that made it, until another paper ends it.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { liftMark, saveMark } from "../../statements/index.ts";
import type { Pending } from "../rules/pending.ts";
import { lockSubject } from "../store/objection.ts";
import { findDecision, findPending, listPending, savePending, savePendingOver, stands } from "../store/pending.ts";
import type { ObjectionPorts } from "./ports.ts";

export interface PendingWish {
  readonly subject: string;
  /** Public id of the record, 16 bytes. */
  readonly record: Buffer;
  readonly kind: Pending["kind"];
  /** Number of the paper by which the court or the reviewing authority took it up. */
  readonly documentNo: string;
  readonly reason: string;
}

const LISTED = 500;
const maySet = (by: SignedIn): Outcome<unknown> =>
  mayDo({ account: by, command: "mark.set", provider: by.organisation });

/** What one's own unit has said, the newest first. Refuses what `mayDo` refuses. */
export function ownPending(ports: ObjectionPorts, by: SignedIn): Promise<Outcome<readonly Pending[]>> {
  const may = maySet(by);
  if (!may.ok) return Promise.resolve(may);
  return ports.db.read(async (tx) => granted(await listPending(tx, by.organisation, LISTED)));
}

/**
 * Says it of a record of one's own unit. Refuses what `mayDo` refuses, `objection.unknown-thing` alike for another's and for
 * none, `objection.already-marked`. @returns the mark.
 */
export function setPending(ports: ObjectionPorts, by: SignedIn, wish: PendingWish): Promise<Outcome<string>> {
  const may = maySet(by);
  if (!may.ok) return Promise.resolve(may);
  const setAt = new Date(ports.clock.now());
  const setOn = ports.clock.today();
  const { hash } = ports.policyAt(setOn);
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<string>> => {
    const { subject, kind, documentNo } = wish;
    const { account, organisation } = by;
    const decision = await findDecision(tx, { ...wish, provider: organisation });
    if (decision === undefined) return refused({ code: "objection.unknown-thing", kind: "absent" });
    await lockSubject(tx, subject);
    if (await stands(tx, wish)) return refused({ code: "objection.already-marked", kind: "conflict" });
    const said = { subject, decision, kind, pauses: false, ref: documentNo, setOn, setAt, account };
    const mark = await saveMark(tx, { ...said, policyHash: Buffer.from(hash, "hex") });
    await savePending(tx, { ...wish, mark, organisation, account, setOn, setAt });
    const state = { kind, documentNo };
    await record(tx, { at: setAt, account: by, action: "mark.set", purpose: wish.reason, target: mark, state });
    return granted(mark);
  });
}

/** Lifts it by another paper. Refuses what `mayDo` refuses, `objection.unknown-mark`, `objection.mark-lifted`. */
export function liftPending(
  ports: ObjectionPorts,
  by: SignedIn,
  wish: { readonly mark: string; readonly documentNo: string; readonly reason: string },
): Promise<Outcome<string>> {
  const may = maySet(by);
  if (!may.ok) return Promise.resolve(may);
  const liftedAt = new Date(ports.clock.now());
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<string>> => {
    const { mark, documentNo, reason } = wish;
    const { account } = by;
    const found = await findPending(tx, by.organisation, mark);
    if (found === undefined) return refused({ code: "objection.unknown-mark", kind: "absent" });
    const { subject } = found;
    const over = { subject, mark, documentNo, reason, account, liftedOn: ports.clock.today(), liftedAt };
    if (!(await savePendingOver(tx, over))) return refused({ code: "objection.mark-lifted", kind: "conflict" });
    await liftMark(tx, { subject, mark, at: liftedAt, account });
    const deed = { at: liftedAt, account: by, purpose: reason, target: mark };
    await record(tx, { ...deed, action: "mark.lift", state: { documentNo } });
    return granted(mark);
  });
}
