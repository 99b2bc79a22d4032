import { randomUUID } from "node:crypto";
import { mayDo, requireStepUp } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, RefusalCode } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { commitmentFor } from "../../commitment/index.ts";
import type { ApplicationKind } from "../rules/application.ts";
import { judgeApplying } from "../rules/eligible.ts";
import type { Eligibility } from "../rules/eligible.ts";
import { REPAIR_RULE } from "../rules/judge.ts";
import { lockSubject, saveApplication, saveStep } from "../store/application.ts";
import type { CourtPaper, Evidence, KeptApplication } from "../store/application.ts";
import { findDecision, isUsed } from "../store/decision.ts";
import type { DecisionRow } from "../store/decision.ts";
import type { RepairPorts } from "./ports.ts";
import { viewOf, writeDocket } from "./view.ts";
import type { RepairView } from "./view.ts";

export interface ApplyAsked {
  readonly kind: ApplicationKind;
  /** Id of the record, 16 bytes. */
  readonly record: Buffer;
  /** The commitment bound to its document number, 32 hex digits; null for a court's plan. */
  readonly commitment: string | null;
  readonly court: CourtPaper | null;
  readonly proofs: readonly Evidence[];
  /** At a hall: for whom, and the mandate that was handed in on paper. */
  readonly hall: { readonly subject: string; readonly paper: Evidence } | null;
}

interface Applicant {
  readonly subject: string;
  readonly mandate: string | null;
  readonly paper: Evidence | null;
  /** The number that the national entrance gave; null where it came another way. */
  readonly nationalNo: string | null;
}

/** A refusal by the rule of repair. */
export function no(code: RefusalCode, kind: "invalid" | "conflict" | "forbidden" = "conflict") {
  return refused({ code, kind, article: REPAIR_RULE });
}

/** Who applies: the subject itself, proved anew; or a hall on paper. */
async function applicantOf(
  tx: Tx,
  ports: RepairPorts,
  { by, asked, day }: { readonly by: SignedIn; readonly asked: ApplyAsked; readonly day: Day },
): Promise<Outcome<Applicant>> {
  const subject = asked.hall?.subject ?? by.organisation;
  const command = asked.hall === null ? "repair.apply" : "repair.hand-in";
  const may = mayDo({ account: by, command, provider: subject });
  if (!may.ok) return may;
  if (asked.hall !== null) return granted({ subject, mandate: null, paper: asked.hall.paper, nationalNo: null });
  const proved = requireStepUp(by, ports.clock.now());
  if (!proved.ok) return proved;
  const mandate = await ports.mandateOf(tx, by, day);
  return mandate.ok ? granted({ subject, mandate: mandate.value, paper: null, nationalNo: null }) : mandate;
}

/** The list that a listing is on, by the name that the record gives it. */
export function listOf(policy: PolicySnapshot, { entry, listName }: DecisionRow): string | null {
  const fit = [...policy.lists.values()].filter((one) => one.entry === entry);
  return fit.find((one) => one.listName === listName)?.id ?? null;
}

/** One commitment, of this subject, for this document number, and for no other decision. */
async function judgeCommitment(
  tx: Tx,
  {
    asked,
    found,
    subject,
    day,
  }: { readonly asked: ApplyAsked; readonly found: DecisionRow; readonly subject: string; readonly day: Day },
): Promise<Outcome<null>> {
  const { commitment } = asked;
  if (commitment === null) return no("repair.commitment-needed", "invalid");
  const { decision, documentNo } = found;
  if (await isUsed(tx, { subject, commitment, decision })) return no("repair.commitment-used");
  const bound = documentNo === null ? undefined : await commitmentFor(tx, { subject, documentNo, day });
  if (bound?.kept.commitment !== commitment) return no("repair.commitment-other");
  return bound.state === "broken" ? no("repair.commitment-broken") : granted(null);
}

async function judgeMaterials(
  tx: Tx,
  given: { readonly asked: ApplyAsked; readonly found: DecisionRow; readonly subject: string; readonly day: Day },
): Promise<Outcome<null>> {
  const { asked, day } = given;
  if (asked.kind === "bankruptcy") {
    const { court } = asked;
    return court !== null && court.from <= day && court.through >= day
      ? granted(null)
      : no("repair.court-needed", "invalid");
  }
  if (asked.proofs.length === 0) return no("repair.proof-needed", "invalid");
  return judgeCommitment(tx, given);
}

/** Everything that an application stands on, in its transaction. */
interface Applying {
  readonly by: SignedIn;
  readonly asked: Pick<ApplyAsked, "kind" | "commitment" | "court" | "proofs">;
  readonly applicant: Applicant;
  readonly found: DecisionRow;
  readonly list: string | null;
  readonly eligible: Eligibility;
  readonly policy: PolicySnapshot;
  readonly day: Day;
}

async function load(
  tx: Tx,
  ports: RepairPorts,
  { by, asked }: { readonly by: SignedIn; readonly asked: ApplyAsked },
): Promise<Outcome<Applying>> {
  const day = ports.clock.today();
  const policy = ports.policyAt(day);
  const applicant = await applicantOf(tx, ports, { by, asked, day });
  if (!applicant.ok) return applicant;
  if (policy.repair?.tier === "national-entrance") return no("repair.national-entrance");
  const { subject } = applicant.value;
  await lockSubject(tx, subject);
  const found = await findDecision(tx, subject, asked.record);
  if (found === undefined) return refused({ code: "repair.unknown-record", kind: "absent" });
  const list = listOf(policy, found);
  // A record's own last day; the term of publicity is reckoned elsewhere and takes nobody's right to apply.
  const facts = { ...found, list, shownUntil: found.validUntil, kind: asked.kind };
  const eligible = judgeApplying(facts, policy, day);
  if (!eligible.ok) return eligible;
  const complete = await judgeMaterials(tx, { asked, found, subject, day });
  if (!complete.ok) return complete;
  return granted({ by, asked, applicant: applicant.value, found, list, eligible: eligible.value, policy, day });
}

function viaOf({ nationalNo, paper }: Applicant): KeptApplication["via"] {
  if (nationalNo !== null) return "national";
  return paper === null ? "portal" : "hall";
}

/** Writes an application that may be made, with its first step and its place in the queue. */
export async function write(tx: Tx, ports: RepairPorts, applying: Applying): Promise<KeptApplication> {
  const { by, asked, applicant, found, list, eligible, policy, day } = applying;
  const at = new Date(ports.clock.now());
  const { account, person, organisation } = by;
  const { statement, decision, entry, listCase, documentNo, authority, authorityName } = found;
  const isCourt = asked.kind === "bankruptcy";
  const kept: KeptApplication = {
    ...applicant,
    statement,
    decision,
    entry,
    list,
    listCase,
    documentNo,
    authority,
    authorityName,
    application: randomUUID(),
    kind: asked.kind,
    commitment: isCourt ? null : asked.commitment,
    court: isCourt ? asked.court : null,
    proofs: asked.proofs,
    via: viaOf(applicant),
    account,
    person,
    appliedOn: day,
    appliedAt: at,
    eligible,
  };
  await saveApplication(tx, kept, policy.hash);
  const { subject, application } = kept;
  const terms = { proposal: null, outcome: null, proofs: asked.proofs };
  const said = { terms, words: null, document: null };
  const first = { no: 1, kind: "apply", day, at, account, person, organisation, ...said } as const;
  await saveStep(tx, { ...first, subject, application }, policy.hash);
  await writeDocket(tx, ports, kept);
  const state = { kind: kept.kind, entry, via: kept.via, authority, edition: eligible.edition, from: eligible.from };
  await record(tx, { at, account: by, action: "repair.apply", purpose: null, target: application, state });
  return kept;
}

/**
 * Applies for the repair of one decision. Refuses what `mayDo`, the proof of presence and the mandate refuse, what
 * `judgeApplying` refuses (`repair.too-early` with the first lawful day), `repair.unknown-record` alike for another's and for
 * none, `repair.proof-needed`, `repair.commitment-other`, `repair.commitment-used`, `repair.court-needed`.
 */
export function applyForRepair(ports: RepairPorts, by: SignedIn, asked: ApplyAsked): Promise<Outcome<RepairView>> {
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<RepairView>> => {
    const applying = await load(tx, ports, { by, asked });
    if (!applying.ok) return applying;
    const kept = await write(tx, ports, applying.value);
    return granted(await viewOf(tx, ports, { kept, side: asked.hall === null ? "subject" : "hall" }));
  });
}
