import { randomUUID } from "node:crypto";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { textOf } from "../rules/correction.ts";
import { judgeFiling } from "../rules/filing.ts";
import { WRONG_SUBJECT } from "../rules/objection.ts";
import type { Evidence } from "../rules/objection.ts";
import { loadEarlier, lockSubject, saveObjection, saveStep } from "../store/objection.ts";
import type { KeptObjection } from "../store/objection.ts";
import { findLook, findRecord, wasApplied } from "../store/thing.ts";
import type { DisputedRecord } from "../store/thing.ts";
import { writeDocket } from "./docket.ts";
import type { ObjectionPorts } from "./ports.ts";
import { viewOf } from "./read.ts";
import type { ObjectionView } from "./read.ts";

/** What is disputed: `record` is a public id, 16 bytes; `look` the id of a look. */
export type Target =
  | { readonly kind: "record"; readonly record: Buffer }
  | { readonly kind: "measure"; readonly look: Buffer; readonly measure: string }
  | { readonly kind: "look"; readonly look: Buffer };

export interface FilingAsked {
  readonly target: Target;
  readonly ground: string;
  readonly claim: string;
  readonly fields: readonly { readonly field: string; readonly should: string }[];
  readonly evidence: readonly Evidence[];
  /** Null in the subject's own portal; at a hall whom it is for, and the paper that it handed in. */
  readonly hall: { readonly subject: string; readonly paper: Evidence } | null;
}

/** What a disputed thing brings with it. */
type Disputed = Pick<
  KeptObjection,
  | "kind"
  | "about"
  | "statement"
  | "decision"
  | "look"
  | "measure"
  | "entry"
  | "documentNo"
  | "respondent"
  | "respondentName"
  | "attached"
  | "fields"
>;

const unknown = refused({ code: "objection.unknown-thing", kind: "absent" });

/** Its provider; but what another hand attached to this subject is that hand's own data, and not the provider's. */
function respondentOf(
  { attacher, attacherName, provider }: DisputedRecord,
  ground: string,
  policy: PolicySnapshot,
): Pick<Disputed, "respondent" | "respondentName" | "attached"> {
  if (ground === WRONG_SUBJECT && attacher !== null && attacher !== provider)
    return { respondent: attacher, respondentName: attacherName ?? attacher, attached: true };
  return { respondent: provider, respondentName: policy.providers.get(provider)?.zh ?? provider, attached: false };
}

function ofRecord(found: DisputedRecord, asked: FilingAsked, policy: PolicySnapshot): Outcome<Disputed> {
  if (found.over) return refused({ code: "objection.already-over", kind: "conflict" });
  const entry = policy.entries.get(found.entry);
  const known = new Set(entry?.fields.filter(({ personal }) => !personal).map(({ id }) => id));
  if (asked.fields.some(({ field }) => !known.has(field)))
    return refused({ code: "objection.fields-unfit", kind: "invalid" });
  const isListing = [...policy.lists.values()].some((list) => list.entry === found.entry);
  return granted({
    kind: isListing ? "listing" : "statement",
    about: `decision ${found.decision.toString("hex")}`,
    statement: found.id,
    decision: found.decision,
    look: null,
    measure: null,
    entry: found.entry,
    documentNo: found.documentNo,
    ...respondentOf(found, asked.ground, policy),
    fields: asked.fields.map(({ field, should }) => ({ field, should, says: textOf(found.fields[field]) })),
  });
}

async function disputed(
  tx: Tx,
  given: { readonly subject: string; readonly asked: FilingAsked; readonly policy: PolicySnapshot },
): Promise<Outcome<Disputed>> {
  const { subject, asked, policy } = given;
  const { target } = asked;
  if (target.kind === "record") {
    const found = await findRecord(tx, subject, target.record);
    return found === undefined ? unknown : ofRecord(found, asked, policy);
  }
  const { look } = target;
  const found = await findLook(tx, { subject, look, today: policy.day });
  const measure = target.kind === "measure" ? target.measure : null;
  if (found === undefined || (measure !== null && !(await wasApplied(tx, { subject, look, measure })))) return unknown;
  return granted({
    kind: target.kind,
    about: `${target.kind} ${look.toString("hex")}${measure === null ? "" : ` ${measure}`}`,
    statement: null,
    decision: null,
    look,
    measure,
    entry: null,
    documentNo: null,
    respondent: found.organisation,
    respondentName: found.organisationName,
    attached: false,
    fields: [],
  });
}

interface Filer {
  readonly subject: string;
  readonly mandate: string | null;
  readonly paper: Evidence | null;
}

async function filerOf(
  tx: Tx,
  ports: ObjectionPorts,
  given: { readonly by: SignedIn; readonly hall: FilingAsked["hall"]; readonly today: Day },
): Promise<Outcome<Filer>> {
  const { by, hall, today } = given;
  const subject = hall?.subject ?? by.organisation;
  const may = mayDo({ account: by, command: "objection.file", provider: subject });
  if (!may.ok) return may;
  if (hall !== null) return granted({ subject, mandate: null, paper: hall.paper });
  const mandate = await ports.mandateOf(tx, by, today);
  return mandate.ok ? granted({ subject, mandate: mandate.value, paper: null }) : mandate;
}

/**
 * Files an objection of a subject, in its portal or at a hall. Refuses what `mayDo`, the mandate and `judgeFiling` refuse,
 * `objection.unknown-thing` alike for another's and for none, `objection.already-over` where the record stands no more,
 * `objection.fields-unfit`.
 */
export function fileObjection(
  ports: ObjectionPorts,
  by: SignedIn,
  asked: FilingAsked,
): Promise<Outcome<ObjectionView>> {
  const today = ports.clock.today();
  const policy = ports.policyAt(today);
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<ObjectionView>> => {
    const filer = await filerOf(tx, ports, { by, hall: asked.hall, today });
    if (!filer.ok) return filer;
    const { subject } = filer.value;
    await lockSubject(tx, subject);
    const found = await disputed(tx, { subject, asked, policy });
    if (!found.ok) return found;
    const earlier = await loadEarlier(tx, subject, found.value.about);
    const judged = judgeFiling(policy.objection, { ...asked, target: asked.target.kind }, earlier);
    if (!judged.ok) return judged;
    const kept = await save(tx, ports, { by, asked, filer: filer.value, dispute: found.value });
    return granted(await viewOf(tx, ports, { kept, side: by.role === "enterprise" ? "subject" : "hall" }));
  });
}

async function save(
  tx: Tx,
  ports: ObjectionPorts,
  given: {
    readonly by: SignedIn;
    readonly asked: FilingAsked;
    readonly filer: Filer;
    readonly dispute: Disputed;
  },
): Promise<KeptObjection> {
  const { by, asked, filer, dispute } = given;
  const filedAt = new Date(ports.clock.now());
  const filedOn = ports.clock.today();
  const policy = ports.policyAt(filedOn);
  const { account, person, organisation } = by;
  const { ground, claim, evidence } = asked;
  const via = filer.paper === null ? "portal" : "hall";
  const said = { ground, claim, evidence, via, filedOn, filedAt, account, person } as const;
  const kept: KeptObjection = { ...dispute, ...filer, ...said, objection: randomUUID() };
  await saveObjection(tx, kept, policy.hash);
  const terms = { answer: null, mark: null, own: false, outcome: null };
  const first = { no: 1, kind: "file", day: filedOn, at: filedAt, account, person, organisation } as const;
  const { subject, objection } = kept;
  await saveStep(tx, { ...first, terms, words: claim, document: null, subject, objection }, policy.hash);
  await writeDocket(tx, ports, kept);
  const state = { kind: kept.kind, about: kept.about, ground, via: kept.via, respondent: kept.respondent };
  await record(tx, {
    at: filedAt,
    account: by,
    action: "objection.file",
    purpose: null,
    target: kept.objection,
    state,
  });
  return kept;
}
