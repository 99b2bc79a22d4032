import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { workingDaysBetween } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { referenceText } from "../../../policy/article-text.ts";
import { repairTerms } from "../../../policy/repair.ts";
import type { CaseRight } from "../../attachments/index.ts";
import { loadSubjects } from "../../subject/index.ts";
import { isOver, stateOf } from "../rules/application.ts";
import type { State, Step } from "../rules/application.ts";
import { nextDue } from "../rules/due.ts";
import type { Due, Reckoning } from "../rules/due.ts";
import { nextSteps } from "../rules/judge.ts";
import type { Wish } from "../rules/judge.ts";
import { listOpen, loadApplication, loadSteps, saveDocket } from "../store/application.ts";
import type { KeptApplication, KeptStep, Owner } from "../store/application.ts";
import { loadDocuments } from "../store/document.ts";
import type { KeptDocument } from "../store/document.ts";
import { codeOf, codeDigest } from "./code.ts";
import type { RepairPorts } from "./ports.ts";

/** An application as it stands today. */
export interface RepairView {
  readonly kept: KeptApplication;
  readonly side: Owner["side"];
  readonly name: string;
  readonly steps: readonly KeptStep[];
  readonly documents: readonly KeptDocument[];
  readonly state: State;
  readonly due: Due | null;
  /** The article that its eligibility was judged by, as people read it. */
  readonly article: string;
  readonly next: readonly Wish["kind"][];
  /** 20 hex digits, by which anybody may ask how far it has come. */
  readonly code: string;
}

export const unknownApplication = refused({ code: "repair.unknown", kind: "absent" });

export async function nameOf(tx: Tx, subject: string): Promise<string> {
  const known = (await loadSubjects(tx, [subject])).get(subject);
  return known?.names.find((one) => one.knownUntil === null && !one.withdrawn)?.name ?? subject;
}

/** The steps as the rules know them. */
export function stepsOf(kept: readonly KeptStep[]): readonly Step[] {
  return kept.map(({ kind, day, person, terms }) => ({ kind, day, person, proposal: terms.proposal }));
}

const NO_TERMS = { accept: null, decide: null, extension: null, feedback: null };

/** What its terms are reckoned by: the rule of the day on which it was applied for, as it was promised. */
export function reckoningOf(ports: RepairPorts, kept: KeptApplication): Reckoning {
  const { repair } = ports.policyAt(kept.appliedOn);
  const terms = repair === null ? NO_TERMS : repairTerms(repair, kept.list);
  return { terms, calendar: ports.calendar, day: ports.clock.today() };
}

export async function viewOf(
  tx: Tx,
  ports: RepairPorts,
  { kept, side }: { readonly kept: KeptApplication; readonly side: Owner["side"] },
): Promise<RepairView> {
  const steps = await loadSteps(tx, kept);
  const reckoning = reckoningOf(ports, kept);
  const file = { kind: kept.kind, steps: stepsOf(steps) };
  const state = stateOf(file.steps);
  return {
    kept,
    side,
    name: await nameOf(tx, kept.subject),
    steps,
    documents: await loadDocuments(tx, kept),
    state,
    due: nextDue(state, reckoning),
    article: referenceText(ports.policyAt(kept.appliedOn), kept.eligible.article),
    next: nextSteps(file, reckoning),
    code: codeOf(ports.keys, kept.application),
  };
}

/** Keeps the queue as the steps say. */
export async function writeDocket(tx: Tx, ports: RepairPorts, kept: KeptApplication): Promise<void> {
  const steps = stepsOf(await loadSteps(tx, kept));
  const state = stateOf(steps);
  const reckoning = reckoningOf(ports, kept);
  const { decidedOn, acceptedOn, phase } = state;
  const days =
    decidedOn === null || ports.calendar === null
      ? undefined
      : workingDaysBetween(kept.appliedOn, decidedOn, ports.calendar);
  await saveDocket(tx, kept, {
    phase,
    acceptedOn,
    due: nextDue(state, reckoning)?.until ?? null,
    closedOn: isOver(state) ? state.endedOn : null,
    inTime: inTime(steps, reckoning),
    workingDays: days ?? null,
    code: codeDigest(codeOf(ports.keys, kept.application)),
  });
}

/** Whether it was decided by the last day that stood before the decision; null until then, or where none was known. */
function inTime(steps: readonly Step[], reckoning: Reckoning): boolean | null {
  const at = steps.findIndex((_, index) => stateOf(steps.slice(0, index + 1)).decidedOn !== null);
  const decided = steps[at];
  if (decided === undefined) return null;
  const due = nextDue(stateOf(steps.slice(0, at)), { ...reckoning, day: decided.day });
  return due === null ? null : !due.overdue;
}

/** On whose side somebody looks; refuses what `mayDo` and the mandate refuse. */
export async function ownerOf(tx: Tx, ports: RepairPorts, by: SignedIn): Promise<Outcome<Owner>> {
  const { organisation } = by;
  if (by.role === "enterprise") {
    const mandate = await ports.mandateOf(tx, by, ports.clock.today());
    return mandate.ok ? granted({ side: "subject", organisation }) : mandate;
  }
  if (mayDo({ account: by, command: "repair.oversee", provider: null }).ok) return granted({ side: "centre" });
  if (mayDo({ account: by, command: "repair.hand-in", provider: null }).ok) return granted({ side: "hall" });
  const handles = mayDo({ account: by, command: "repair.handle", provider: organisation });
  return handles.ok ? granted({ side: "authority", organisation }) : handles;
}

/** One that the caller has to do with. Refuses `repair.unknown` alike for another's and for none. */
export function readRepair(ports: RepairPorts, by: SignedIn, id: string): Promise<Outcome<RepairView>> {
  return ports.db.read(async (tx) => {
    const owner = await ownerOf(tx, ports, by);
    if (!owner.ok) return owner;
    const kept = await loadApplication(tx, owner.value, id);
    return kept === undefined ? unknownApplication : granted(await viewOf(tx, ports, { kept, side: owner.value.side }));
  });
}

const QUEUE_MAX = 200;

/** What is open on the caller's side, by its last day; `overdue` keeps what is late today. At most 200. */
export function openRepairs(
  ports: RepairPorts,
  by: SignedIn,
  { overdue }: { readonly overdue: boolean },
): Promise<Outcome<readonly RepairView[]>> {
  return ports.db.read(async (tx) => {
    const owner = await ownerOf(tx, ports, by);
    if (!owner.ok) return owner;
    const lateOn = overdue ? ports.clock.today() : null;
    const views: RepairView[] = [];
    for (const kept of await listOpen(tx, owner.value, { lateOn, limit: QUEUE_MAX }))
      views.push(await viewOf(tx, ports, { kept, side: owner.value.side }));
    return granted(views);
  });
}

/** Proof of performance from who applies; from who decides what it found, and the paper of a court from either. */
const ADDS: Readonly<Record<Owner["side"], CaseRight["adds"]>> = {
  subject: ["performance-proof", "court-paper"],
  hall: ["performance-proof", "court-paper"],
  authority: ["evidence", "decision", "court-paper"],
  centre: [],
};
const EYES: Readonly<Record<Owner["side"], CaseRight["side"]>> = {
  subject: "subject",
  hall: "hall",
  authority: "office",
  centre: "overseer",
};

/** Who asks for the files of which application. */
export interface FilesAsked {
  readonly by: SignedIn;
  readonly repair: string;
}

/** By what right somebody sees the files of an application. Refuses as `readRepair`. */
export async function filesOfRepair(ports: RepairPorts, tx: Tx, asked: FilesAsked): Promise<Outcome<CaseRight>> {
  const owner = await ownerOf(tx, ports, asked.by);
  if (!owner.ok) return owner;
  const kept = await loadApplication(tx, owner.value, asked.repair);
  if (kept === undefined) return unknownApplication;
  const { side } = owner.value;
  const over = isOver(stateOf(stepsOf(await loadSteps(tx, kept))));
  return granted({
    of: { subject: kept.subject, owner: "repair", case: kept.application },
    side: EYES[side],
    organisation: asked.by.organisation,
    adds: over ? [] : ADDS[side],
  });
}
