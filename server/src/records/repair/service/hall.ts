// What a hall needs of a document that somebody hands in: which decision it is, from when, and whether a commitment is there.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { foldDocumentNo } from "../../../kernel/fold.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { commitmentFor } from "../../commitment/index.ts";
import { decisionsOf } from "./eligible.ts";
import type { DecisionView } from "./eligible.ts";
import type { RepairPorts } from "./ports.ts";
import { nameOf } from "./view.ts";

export interface HandedIn {
  readonly subject: { readonly uscc: string; readonly name: string };
  /** The legal day on which they were judged. */
  readonly asOf: Day;
  /** Each with the commitment for its number that still counts and was not broken; null where there is none. */
  readonly decisions: readonly (DecisionView & { readonly commitment: string | null })[];
}

async function withCommitment(tx: Tx, subject: string, one: { readonly view: DecisionView; readonly day: Day }) {
  const { documentNo } = one.view.found;
  const bound = documentNo === null ? undefined : await commitmentFor(tx, { subject, documentNo, day: one.day });
  const stands = bound === undefined || bound.state === "broken" ? null : bound.kept.commitment;
  return { ...one.view, commitment: stands };
}

/**
 * The decisions of one document number against a subject, whoever issued it, for a hall that has its papers in hand. Refuses
 * `accounts.role`, and `repair.unknown-decision` alike for one about somebody else and for none.
 */
export function handedInAtHall(
  ports: RepairPorts,
  by: SignedIn,
  asked: { readonly subject: string; readonly documentNo: string },
): Promise<Outcome<HandedIn>> {
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<HandedIn>> => {
    const may = mayDo({ account: by, command: "repair.hand-in", provider: asked.subject });
    if (!may.ok) return may;
    const day = ports.clock.today();
    const wanted = foldDocumentNo(asked.documentNo);
    const all = await decisionsOf(tx, asked.subject, { policy: ports.policyAt(day), day });
    const views = all.filter(({ found }) => foldDocumentNo(found.documentNo ?? "") === wanted);
    const [first] = views;
    if (first === undefined) return refused({ code: "repair.unknown-decision", kind: "absent" });
    await record(tx, {
      at: new Date(ports.clock.now()),
      account: by,
      action: "repair.hand-in",
      purpose: null,
      target: first.found.statement.toString("hex"),
      state: { decisions: views.length },
    });
    const subject = { uscc: asked.subject, name: await nameOf(tx, asked.subject) };
    const decisions = await Promise.all(views.map((view) => withCommitment(tx, asked.subject, { view, day })));
    return granted({ subject, asOf: day, decisions });
  });
}
