// Applications that the national entrance pushes, and what it is told of them.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { foldDocumentNo } from "../../../kernel/fold.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { judgeApplying } from "../rules/eligible.ts";
import { lockSubject } from "../store/application.ts";
import type { Evidence } from "../store/application.ts";
import { findDecisions } from "../store/decision.ts";
import type { DecisionRow } from "../store/decision.ts";
import { isEvidenceUsed, loadPushed, savePushed } from "../store/pushed.ts";
import { listOf, no, write } from "./apply.ts";
import type { RepairPorts } from "./ports.ts";
import { unknownApplication, viewOf } from "./view.ts";
import type { RepairView } from "./view.ts";

/** An application as the national entrance tells it. The decision is named as its authority named it. */
export interface PushAsked {
  readonly nationalNo: string;
  readonly subject: string;
  /** USCC of the authority that determined (认定机关). */
  readonly authority: string;
  readonly documentNo: string;
  readonly commitment: Evidence;
  readonly proofs: readonly Evidence[];
}

/** Pushed is only by a machine of the centre: the entrance has proved who applies, and answers for it. */
function mayPush(by: SignedIn): Outcome<true> {
  const may = mayDo({ account: by, command: "repair.receive", provider: by.organisation });
  if (!may.ok) return may;
  return by.client === null ? refused({ code: "repair.machine-needed", kind: "forbidden" }) : granted(true);
}

const DECISIONS_MAX = 500;

async function decisionOf(tx: Tx, asked: PushAsked, policy: PolicySnapshot): Promise<DecisionRow | undefined> {
  const entries = [...new Set((policy.repair?.scope ?? []).map(({ entry }) => entry))];
  const wanted = foldDocumentNo(asked.documentNo);
  const found = (await findDecisions(tx, asked.subject, { entries, limit: DECISIONS_MAX })).filter(
    ({ authority, documentNo }) => authority === asked.authority && foldDocumentNo(documentNo ?? "") === wanted,
  );
  // One document may hold a penalty and a listing: what still stands is what is asked about.
  return found.find(({ ended }) => !ended) ?? found[0];
}

/**
 * Takes in what the national entrance pushes; the same number again is the same application. Refuses `accounts.role`,
 * `repair.machine-needed`, `repair.own-entrance` where this instance opens its own, `repair.national-other` for a number that
 * stands for another subject, `repair.unknown-record`, what `judgeApplying` refuses, `repair.proof-needed`,
 * `repair.commitment-used`.
 */
export function receivePushed(ports: RepairPorts, by: SignedIn, asked: PushAsked): Promise<Outcome<RepairView>> {
  const may = mayPush(by);
  if (!may.ok) return Promise.resolve(may);
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<RepairView>> => {
    const day = ports.clock.today();
    const policy = ports.policyAt(day);
    if (policy.repair?.tier !== "national-entrance") return no("repair.own-entrance");
    const { subject, nationalNo } = asked;
    const place = { client: by.organisation, nationalNo };
    await lockSubject(tx, subject);
    const before = await loadPushed(tx, place);
    if (before !== undefined)
      return before.subject === subject
        ? granted(await viewOf(tx, ports, { kept: before, side: "centre" }))
        : no("repair.national-other");
    const found = await decisionOf(tx, asked, policy);
    if (found === undefined) return refused({ code: "repair.unknown-record", kind: "absent" });
    const list = listOf(policy, found);
    const eligible = judgeApplying({ ...found, list, shownUntil: found.validUntil, kind: "repair" }, policy, day);
    if (!eligible.ok) return eligible;
    const materials = await judgePushed(tx, asked, found);
    if (!materials.ok) return materials;
    const kept = await write(tx, ports, {
      by,
      asked: { kind: "repair", commitment: null, court: null, proofs: [...asked.proofs, asked.commitment] },
      applicant: { subject, mandate: null, paper: null, nationalNo },
      found,
      list,
      eligible: eligible.value,
      policy,
      day,
    });
    if (!(await savePushed(tx, place, kept))) return no("repair.national-other");
    return granted(await viewOf(tx, ports, { kept, side: "centre" }));
  });
}

/** One commitment for one document, and proof that what was imposed has been done. */
async function judgePushed(tx: Tx, asked: PushAsked, { decision }: DecisionRow): Promise<Outcome<null>> {
  if (asked.proofs.length === 0) return no("repair.proof-needed", "invalid");
  const { subject, commitment } = asked;
  const used = await isEvidenceUsed(tx, { subject, decision, digest: commitment.digest });
  return used ? no("repair.commitment-used") : granted(null);
}

/** How an application that was pushed stands, with its documents. Refuses as `receivePushed` does, and `repair.unknown`. */
export function readPushed(ports: RepairPorts, by: SignedIn, nationalNo: string): Promise<Outcome<RepairView>> {
  const may = mayPush(by);
  if (!may.ok) return Promise.resolve(may);
  return ports.db.read(async (tx) => {
    const kept = await loadPushed(tx, { client: by.organisation, nationalNo });
    return kept === undefined ? unknownApplication : granted(await viewOf(tx, ports, { kept, side: "centre" }));
  });
}
