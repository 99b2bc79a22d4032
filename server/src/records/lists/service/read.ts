import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { referenceText } from "../../../policy/article-text.ts";
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import type { CaseRight } from "../../attachments/index.ts";
import { loadSubjects } from "../../subject/index.ts";
import { standingOn, stateOf } from "../rules/case.ts";
import type { CaseFile, CaseStanding, CaseState } from "../rules/case.ts";
import { defenceDeadline, heldSteps, nextSteps } from "../rules/next.ts";
import type { HeldStep, NextStep } from "../rules/next.ts";
import { remedyUntil } from "../rules/term.ts";
import type { Remedy } from "../../../policy/list-procedure.ts";
import { listCases, loadCase, loadSteps } from "../store/case.ts";
import type { CaseOwner, CasePlace, KeptCase, KeptStep } from "../store/case.ts";
import { loadDocument, loadDocuments } from "../store/document.ts";
import type { KeptDocument } from "../store/document.ts";
import type { ListPorts } from "./ports.ts";

/** Cases of a page. */
export const pageSize = 100;

/** A case as it stands today. */
export interface CaseView {
  readonly kept: KeptCase;
  /** The day on which it stands as it is told here. */
  readonly asOf: Day;
  readonly name: string;
  readonly steps: readonly KeptStep[];
  readonly documents: readonly KeptDocument[];
  readonly state: CaseState;
  readonly standing: CaseStanding;
  readonly defenceUntil: Day | null;
  readonly remedies: readonly { readonly remedy: Remedy; readonly until: Day }[];
  readonly next: readonly NextStep[];
  readonly held: readonly HeldStep[];
  /** As the policy of the day has it; undefined where it has none any more. */
  readonly procedure: ListProcedure | undefined;
  /** A reference as people read it, by the policy of the day. */
  readonly cite: (reference: string) => string;
}

export const unknownCase = refused({ code: "lists.unknown-case", kind: "absent" });

/** The case file as the rules know it. A subject that was never registered is an organisation all the same: its code says so. */
export async function fileOf(tx: Tx, kept: KeptCase, steps: readonly KeptStep[]): Promise<CaseFile> {
  const known = (await loadSubjects(tx, [kept.subject])).get(kept.subject);
  return { ...kept, subjectKind: known?.kind ?? "other-organisation", steps };
}

export async function nameOf(tx: Tx, subject: string): Promise<string> {
  const known = (await loadSubjects(tx, [subject])).get(subject);
  return known?.names.find((one) => one.knownUntil === null && !one.withdrawn)?.name ?? subject;
}

function remediesOf(procedure: ListProcedure | undefined, state: CaseState): CaseView["remedies"] {
  const { listing } = state;
  if (procedure === undefined || listing === null) return [];
  return procedure.remedies.map((remedy) => ({ remedy, until: remedyUntil(remedy, listing.servedOn) }));
}

/** A case with all that follows from it today. */
export async function viewOf(tx: Tx, ports: ListPorts, kept: KeptCase): Promise<CaseView> {
  const day = ports.clock.today();
  const steps = await loadSteps(tx, kept);
  const file = await fileOf(tx, kept, steps);
  const policy = ports.policyAt(day);
  const procedure = policy.lists.get(kept.list);
  const state = stateOf(file);
  const { calendar } = ports;
  const judging =
    procedure === undefined || calendar === null ? null : { file, procedure, instruments: policy, day, calendar };
  return {
    kept,
    asOf: day,
    name: await nameOf(tx, kept.subject),
    steps,
    documents: await loadDocuments(tx, kept),
    state,
    standing: standingOn(state, day),
    defenceUntil: judging === null ? null : defenceDeadline(judging),
    remedies: remediesOf(procedure, state),
    next: judging === null ? [] : nextSteps(judging),
    held: judging === null ? [] : heldSteps(judging),
    procedure,
    cite: (reference) => referenceText(policy, reference),
  };
}

/** On whose side somebody looks; refuses what `mayDo` and the mandate refuse. */
async function ownerOf(tx: Tx, ports: ListPorts, by: SignedIn): Promise<Outcome<CaseOwner>> {
  if (by.role !== "enterprise") {
    const may = mayDo({ account: by, command: "list.handle", provider: by.organisation });
    return may.ok ? granted({ side: "authority", organisation: by.organisation }) : may;
  }
  const mandate = await ports.mandateOf(tx, by, ports.clock.today());
  return mandate.ok ? granted({ side: "subject", organisation: by.organisation }) : mandate;
}

export interface CasePageAsked {
  readonly list: string;
  readonly after: CasePlace | null;
}

/** One's own cases, the newest first: an authority's on one list, or those in which the subject was told something. */
export function ownCases(ports: ListPorts, by: SignedIn, asked: CasePageAsked): Promise<Outcome<readonly CaseView[]>> {
  return ports.db.read(async (tx) => {
    const owner = await ownerOf(tx, ports, by);
    if (!owner.ok) return owner;
    const found = await listCases(tx, owner.value, { ...asked, limit: pageSize });
    const views: CaseView[] = [];
    for (const kept of found) views.push(await viewOf(tx, ports, kept));
    return granted(views);
  });
}

export interface WorkAsked {
  /** null: every list. */
  readonly list: string | null;
  /** null: wherever they stand. */
  readonly standing: CaseStanding | null;
  readonly after: CasePlace | null;
}

export interface WorkPage {
  readonly views: readonly CaseView[];
  /** The case after which to look on; null where all were looked at. */
  readonly last: CasePlace | null;
  /** The lists on which this authority may open a case today. */
  readonly lists: readonly ListProcedure[];
}

/** Pages of cases that one question folds at most while it looks for a standing, which no row says. */
const PAGES_LOOKED_AT = 5;

/** An authority's own cases on all lists, the newest first; a page may be short of `pageSize` and yet not be the last. */
export function ownWork(ports: ListPorts, by: SignedIn, asked: WorkAsked): Promise<Outcome<WorkPage>> {
  return ports.db.read(async (tx) => {
    const owner = await ownerOf(tx, ports, by);
    if (!owner.ok) return owner;
    const policy = ports.policyAt(ports.clock.today());
    const views: CaseView[] = [];
    let last = asked.after;
    for (let at = 0; at < PAGES_LOOKED_AT && views.length === 0; at += 1) {
      const found = await listCases(tx, owner.value, { list: asked.list, after: last, limit: pageSize });
      for (const kept of found) {
        const view = await viewOf(tx, ports, kept);
        if (asked.standing === null || view.standing === asked.standing) views.push(view);
      }
      last = found.length === pageSize ? (found.at(-1) ?? null) : null;
      if (last === null) break;
    }
    const lists = [...policy.lists.values()].filter(
      (one) =>
        one.state === "live" &&
        one.doors.includes("here") &&
        one.competent.some(({ uscc }) => uscc === by.organisation),
    );
    return granted({ views, last, lists });
  });
}

/** One's own case. Refuses `lists.unknown-case` alike for another's and for none. */
export function ownCase(ports: ListPorts, by: SignedIn, id: string): Promise<Outcome<CaseView>> {
  return ports.db.read(async (tx) => {
    const owner = await ownerOf(tx, ports, by);
    if (!owner.ok) return owner;
    const kept = await loadCase(tx, owner.value, id);
    return kept === undefined ? unknownCase : granted(await viewOf(tx, ports, kept));
  });
}

/** A document of one's own case. Refuses `lists.unknown-document` alike for another's and for none. */
export function ownDocument(
  ports: ListPorts,
  by: SignedIn,
  named: { readonly case: string; readonly document: string },
): Promise<Outcome<KeptDocument>> {
  return ports.db.read(async (tx) => {
    const owner = await ownerOf(tx, ports, by);
    if (!owner.ok) return owner;
    const found = await loadDocument(tx, owner.value, named);
    return found === undefined ? refused({ code: "lists.unknown-document", kind: "absent" }) : granted(found);
  });
}

/** What each side hands in until the case is over; a listing that stands may still end, and is decided on then. */
const ADDS = { authority: ["evidence", "decision", "court-paper"], subject: ["defence", "court-paper"] } as const;
const OVER: ReadonlySet<CaseStanding> = new Set<CaseStanding>(["ended", "closed", "expired"]);

/** Who asks for the files of which case. */
export interface FilesAsked {
  readonly by: SignedIn;
  readonly case: string;
}

/** By what right somebody sees the files of a case. Refuses as `ownCase`. */
export async function filesOfCase(ports: ListPorts, tx: Tx, asked: FilesAsked): Promise<Outcome<CaseRight>> {
  const owner = await ownerOf(tx, ports, asked.by);
  if (!owner.ok) return owner;
  const kept = await loadCase(tx, owner.value, asked.case);
  if (kept === undefined) return unknownCase;
  const { standing } = await viewOf(tx, ports, kept);
  const { side } = owner.value;
  return granted({
    of: { subject: kept.subject, owner: "lists", case: kept.case },
    side: side === "subject" ? "subject" : "office",
    organisation: asked.by.organisation,
    adds: OVER.has(standing) ? [] : ADDS[side],
  });
}
