import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { addDays, addMonths } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { CaseRight } from "../../attachments/index.ts";
import { loadSubjects } from "../../subject/index.ts";
import { nextDue, totalDue } from "../rules/due.ts";
import type { Due } from "../rules/due.ts";
import { nextSteps } from "../rules/judge.ts";
import type { Side, Wish } from "../rules/judge.ts";
import { isOver, stateOf } from "../rules/objection.ts";
import type { State } from "../rules/objection.ts";
import type { Place } from "../rules/place.ts";
import { loadDocuments } from "../store/document.ts";
import type { KeptDocument } from "../store/document.ts";
import { listClosed, listOpen, listOwn, loadObjection, loadSteps } from "../store/objection.ts";
import type { KeptObjection, KeptStep, Listed, Owner } from "../store/objection.ts";
import { reckoningOf, stepsOf } from "./docket.ts";
import type { ObjectionPorts } from "./ports.ts";

export const pageSize = 100;

/** An objection as it stands today. */
export interface ObjectionView {
  readonly kept: KeptObjection;
  /** Who looks: the draft of an answer is nobody's but who answers. */
  readonly side: Owner["side"];
  readonly name: string;
  readonly steps: readonly KeptStep[];
  readonly documents: readonly KeptDocument[];
  readonly state: State;
  readonly due: Due | null;
  readonly total: Due | null;
  readonly next: readonly { readonly kind: Wish["kind"]; readonly by: Side }[];
  /** Of the day of filing: its rule is the one that was promised. */
  readonly policy: PolicySnapshot;
}

export const unknownObjection = refused({ code: "objection.unknown", kind: "absent" });

export async function nameOf(tx: Tx, subject: string): Promise<string> {
  const known = (await loadSubjects(tx, [subject])).get(subject);
  return known?.names.find((one) => one.knownUntil === null && !one.withdrawn)?.name ?? subject;
}

export async function viewOf(
  tx: Tx,
  ports: ObjectionPorts,
  { kept, side }: { readonly kept: KeptObjection; readonly side: Owner["side"] },
): Promise<ObjectionView> {
  const steps = await loadSteps(tx, kept);
  const reckoning = reckoningOf(ports, kept, steps);
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
    total: totalDue(state, reckoning),
    next: nextSteps(file, reckoning),
    policy: ports.policyAt(kept.filedOn),
  };
}

/** On whose side somebody looks; refuses what `mayDo` and the mandate refuse. */
export async function ownerOf(tx: Tx, ports: ObjectionPorts, by: SignedIn): Promise<Outcome<Owner>> {
  const { organisation } = by;
  const may = (command: "objection.file" | "objection.handle" | "objection.answer", provider: string | null) =>
    mayDo({ account: by, command, provider });
  if (by.role === "enterprise") {
    const mandate = await ports.mandateOf(tx, by, ports.clock.today());
    return mandate.ok ? granted({ side: "subject", organisation }) : mandate;
  }
  if (may("objection.handle", null).ok) return granted({ side: "centre" });
  if (may("objection.file", null).ok) return granted({ side: "hall" });
  const answers = may("objection.answer", organisation);
  return answers.ok ? granted({ side: "respondent", organisation }) : answers;
}

/** One that the caller has to do with. Refuses `objection.unknown` alike for another's and for none. */
export function readObjection(ports: ObjectionPorts, by: SignedIn, id: string): Promise<Outcome<ObjectionView>> {
  return ports.db.read(async (tx) => {
    const owner = await ownerOf(tx, ports, by);
    if (!owner.ok) return owner;
    const kept = await loadObjection(tx, owner.value, id);
    return kept === undefined ? unknownObjection : granted(await viewOf(tx, ports, { kept, side: owner.value.side }));
  });
}

/** A document of one's own. Refuses `objection.unknown-document` alike for another's and for none. */
export async function readDocument(
  ports: ObjectionPorts,
  by: SignedIn,
  named: { readonly objection: string; readonly document: string },
): Promise<Outcome<KeptDocument>> {
  const view = await readObjection(ports, by, named.objection);
  if (!view.ok) return view;
  const { documents, side } = view.value;
  const found = documents.find(({ document, kind }) => document === named.document && mayRead(side, kind));
  return found === undefined ? refused({ code: "objection.unknown-document", kind: "absent" }) : granted(found);
}

/** A reminder is between the centre and who has to answer. */
export function mayRead(side: Owner["side"], kind: KeptDocument["kind"]): boolean {
  return kind !== "reminder" || side === "centre" || side === "respondent";
}

export interface ListAsked {
  readonly state: "open" | "overdue" | "closed";
  /** `YYYY-MM` of the end; only of what is closed. */
  readonly month: string | null;
  readonly after: Place | null;
}

export interface ObjectionPage {
  readonly items: readonly ObjectionView[];
  readonly next: Place | null;
}

/** First and last day of a month. */
export function monthOf(month: string): { readonly from: Day; readonly through: Day } {
  const from = `${month}-01` as Day;
  return { from, through: addDays(addMonths(from, 1), -1) };
}

/** What the caller has to do with: a subject's own newest first, for the others what is open by its last day. */
export function listObjections(ports: ObjectionPorts, by: SignedIn, asked: ListAsked): Promise<Outcome<ObjectionPage>> {
  return ports.db.read(async (tx) => {
    const owner = await ownerOf(tx, ports, by);
    if (!owner.ok) return owner;
    const read = await listed(tx, ports, { owner: owner.value, asked });
    const rows = read.slice(0, pageSize);
    const items: ObjectionView[] = [];
    for (const kept of rows) items.push(await viewOf(tx, ports, { kept, side: owner.value.side }));
    const last = read.length > pageSize ? rows.at(-1) : undefined;
    const next = last === undefined ? null : { day: last.placeDay, filedAt: last.filedAt, objection: last.objection };
    return granted({ items, next });
  });
}

function listed(
  tx: Tx,
  ports: ObjectionPorts,
  { owner, asked }: { readonly owner: Owner; readonly asked: ListAsked },
): Promise<Listed[]> {
  const page = { after: asked.after, limit: pageSize + 1 };
  if (owner.side === "subject") return listOwn(tx, owner.organisation, page);
  if (asked.state === "closed") {
    const days = asked.month === null ? { from: null, through: null } : monthOf(asked.month);
    return listClosed(tx, owner, { ...page, ...days });
  }
  return listOpen(tx, owner, { ...page, lateOn: asked.state === "overdue" ? ports.clock.today() : null });
}

/** Evidence from whoever it is about or who answers; who answers also hands in what it decided. */
const ADDS: Readonly<Record<Owner["side"], CaseRight["adds"]>> = {
  subject: ["evidence"],
  hall: ["evidence"],
  respondent: ["evidence", "decision"],
  centre: ["evidence"],
};
const EYES: Readonly<Record<Owner["side"], CaseRight["side"]>> = {
  subject: "subject",
  hall: "hall",
  respondent: "office",
  // It judges whether an objection is accepted, by what was handed in.
  centre: "office",
};

/** Who asks for the files of which objection. */
export interface FilesAsked {
  readonly by: SignedIn;
  readonly objection: string;
}

/** By what right somebody sees the files of an objection. Refuses as `readObjection`. */
export async function filesOfObjection(ports: ObjectionPorts, tx: Tx, asked: FilesAsked): Promise<Outcome<CaseRight>> {
  const owner = await ownerOf(tx, ports, asked.by);
  if (!owner.ok) return owner;
  const kept = await loadObjection(tx, owner.value, asked.objection);
  if (kept === undefined) return unknownObjection;
  const { side } = owner.value;
  const over = isOver(stateOf(stepsOf(await loadSteps(tx, kept))));
  return granted({
    of: { subject: kept.subject, owner: "objection", case: kept.objection },
    side: EYES[side],
    organisation: asked.by.organisation,
    adds: over ? [] : ADDS[side],
  });
}
