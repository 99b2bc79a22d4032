// What a subject may do about each decision against it, from which day, and by which article.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { foldDocumentNo } from "../../../kernel/fold.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { judgeApplying } from "../rules/eligible.ts";
import type { Eligibility } from "../rules/eligible.ts";
import { referenceText } from "../../../policy/article-text.ts";
import { findDecisions } from "../store/decision.ts";
import type { DecisionRow } from "../store/decision.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { listOf } from "./apply.ts";
import type { RepairPorts } from "./ports.ts";
import { nameOf } from "./view.ts";

/** One decision against the subject, and whether its repair may be applied for today. */
export interface DecisionView {
  readonly found: DecisionRow;
  readonly list: string | null;
  readonly eligible: Outcome<Eligibility>;
  /** The article that it is judged by, as people read it; null where none is named. */
  readonly article: string | null;
}

const DECISIONS_MAX = 500;

type Policy = ReturnType<RepairPorts["policyAt"]>;

/** The newest word on each decision about a subject that the rules of repair speak of, judged as of a day. */
export async function decisionsOf(tx: Tx, subject: string, on: { policy: Policy; day: Day }): Promise<DecisionView[]> {
  const { policy, day } = on;
  const entries = [...new Set((policy.repair?.scope ?? []).map(({ entry }) => entry))];
  const rows = await findDecisions(tx, subject, { entries, limit: DECISIONS_MAX });
  return rows.map((found) => {
    const list = listOf(policy, found);
    const facts = { ...found, list, shownUntil: found.validUntil, kind: "repair" } as const;
    const eligible = judgeApplying(facts, policy, day);
    const reference = eligible.ok ? eligible.value.article : (eligible.refusal.article ?? null);
    return { found, list, eligible, article: reference === null ? null : referenceText(policy, reference) };
  });
}

export interface OwnDecisions {
  /** The legal day on which they were judged. */
  readonly asOf: Day;
  readonly decisions: readonly DecisionView[];
}

/** Every decision about the caller's enterprise that the rules of repair speak of. Refuses what `mayDo` and the mandate refuse. */
export function ownDecisions(ports: RepairPorts, by: SignedIn): Promise<Outcome<OwnDecisions>> {
  return ports.db.read(async (tx) => {
    const may = mayDo({ account: by, command: "repair.apply", provider: by.organisation });
    if (!may.ok) return may;
    const day = ports.clock.today();
    const mandate = await ports.mandateOf(tx, by, day);
    if (!mandate.ok) return mandate;
    return granted({
      asOf: day,
      decisions: await decisionsOf(tx, by.organisation, { policy: ports.policyAt(day), day }),
    });
  });
}

/** What an authority tells a subject with its decision (信用修复告知书). */
export interface RepairNotice {
  readonly subject: { readonly uscc: string; readonly name: string };
  readonly authority: { readonly uscc: string; readonly name: string };
  readonly asOf: Day;
  readonly decisions: readonly DecisionView[];
}

/**
 * What may be done about a document that the caller's authority issued: its decisions against the subject, and from which day
 * their repair may be applied for. Refuses `repair.unknown-decision` alike for another authority's, for one about somebody
 * else and for none.
 */
export function noticeOf(
  ports: RepairPorts,
  by: SignedIn,
  asked: { readonly subject: string; readonly documentNo: string },
): Promise<Outcome<RepairNotice>> {
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<RepairNotice>> => {
    const may = mayDo({ account: by, command: "repair.handle", provider: by.organisation });
    if (!may.ok) return may;
    const day = ports.clock.today();
    const wanted = foldDocumentNo(asked.documentNo);
    const all = await decisionsOf(tx, asked.subject, { policy: ports.policyAt(day), day });
    const decisions = all.filter(
      ({ found }) => found.authority === by.organisation && foldDocumentNo(found.documentNo ?? "") === wanted,
    );
    const [first] = decisions;
    if (first === undefined) return refused({ code: "repair.unknown-decision", kind: "absent" });
    await record(tx, {
      at: new Date(ports.clock.now()),
      account: by,
      action: "repair.notice",
      purpose: null,
      target: first.found.statement.toString("hex"),
      state: { decisions: decisions.length },
    });
    const subject = { uscc: asked.subject, name: await nameOf(tx, asked.subject) };
    const authority = { uscc: by.organisation, name: by.organisationName };
    return granted({ subject, authority, asOf: day, decisions });
  });
}
