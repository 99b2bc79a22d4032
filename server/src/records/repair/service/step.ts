import { randomUUID } from "node:crypto";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Command, SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { yearOf } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { articleText } from "../../../policy/article-text.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { relistAfterRepair, repairListing } from "../../lists/index.ts";
import { restoreEnd, saveEnd } from "../../statements/index.ts";
import { stateOf } from "../rules/application.ts";
import type { Proposal, State, Step, StepKind } from "../rules/application.ts";
import { AGAINST, documentDigest, documentKind, TEMPLATE } from "../rules/document.ts";
import type { DocumentBody, DocumentKind } from "../rules/document.ts";
import { nextDue } from "../rules/due.ts";
import { judgeStep, REPAIR_RULE } from "../rules/judge.ts";
import type { Wish } from "../rules/judge.ts";
import { loadApplication, loadSteps, lockSubject, saveStep } from "../store/application.ts";
import type { Evidence, KeptApplication, KeptStep, Owner } from "../store/application.ts";
import { hasEnded } from "../store/decision.ts";
import { saveDocument, takeNumber } from "../store/document.ts";
import type { KeptDocument } from "../store/document.ts";
import { documentNumber } from "../text.ts";
import type { RepairPorts } from "./ports.ts";
import { nameOf, ownerOf, reckoningOf, stepsOf, unknownApplication, viewOf, writeDocket } from "./view.ts";
import type { RepairView } from "./view.ts";

/** What somebody asks to be done next. */
export interface StepAsked {
  readonly application: string;
  /** The number of steps that he has seen: of two at once one is refused. */
  readonly version: number;
  readonly kind: Wish["kind"];
  readonly words: string | null;
  readonly proposal: Proposal | null;
  /** supplement: what is handed in. */
  readonly proofs: readonly Evidence[];
}

const SUBJECTS: ReadonlySet<StepKind> = new Set<StepKind>(["supplement", "withdraw"]);
const SECOND: ReadonlySet<StepKind> = new Set<StepKind>(["return", "approve"]);

/** Who may take a step of this kind: the subject, the centre, the authority, or its second person. */
function mayTake(by: SignedIn, kind: StepKind, { authority, subject }: KeptApplication): Outcome<unknown> {
  if (SUBJECTS.has(kind)) {
    const command: Command = by.organisation === subject ? "repair.apply" : "repair.hand-in";
    return mayDo({ account: by, command, provider: subject });
  }
  if (kind === "remind") return mayDo({ account: by, command: "repair.oversee", provider: authority });
  const command: Command = SECOND.has(kind) ? "repair.approve" : "repair.handle";
  return mayDo({ account: by, command, provider: authority });
}

/** Everything that one step stands on, in its transaction. */
interface Taking {
  readonly by: SignedIn;
  readonly asked: StepAsked;
  readonly owner: Owner;
  readonly kept: KeptApplication;
  readonly file: readonly Step[];
  readonly state: State;
  readonly policy: PolicySnapshot;
  readonly at: Date;
  readonly day: Day;
}

async function load(
  tx: Tx,
  ports: RepairPorts,
  { by, asked }: { readonly by: SignedIn; readonly asked: StepAsked },
): Promise<Outcome<Taking>> {
  const owner = await ownerOf(tx, ports, by);
  if (!owner.ok) return owner;
  const kept = await loadApplication(tx, owner.value, asked.application);
  if (kept === undefined) return unknownApplication;
  const may = mayTake(by, asked.kind, kept);
  if (!may.ok) return may;
  await lockSubject(tx, kept.subject);
  const steps: readonly KeptStep[] = await loadSteps(tx, kept);
  if (steps.length !== asked.version)
    return refused({ code: "repair.conflict", kind: "conflict", values: { version: steps.length } });
  const file = stepsOf(steps);
  const judged = judgeStep({ kind: kept.kind, steps: file }, { ...asked, person: by.person }, reckoningOf(ports, kept));
  if (!judged.ok) return judged;
  const day = ports.clock.today();
  const at = new Date(ports.clock.now());
  const policy = ports.policyAt(day);
  return granted({ by, asked, owner: owner.value, kept, file, state: stateOf(file), policy, at, day });
}

const draftOf = ({ asked, state }: Taking): Proposal | null =>
  asked.kind === "approve" ? (state.draft?.proposal ?? null) : null;

/** The last day that a document names: of the shield, or of the term as it stands after the step. */
function throughOf(ports: RepairPorts, taking: Taking): Day | null {
  const { asked, by, day, file, kept } = taking;
  const draft = draftOf(taking);
  if (draft !== null) return draft.through;
  const added: Step = { kind: asked.kind, day, person: by.person, proposal: null };
  return nextDue(stateOf([...file, added]), reckoningOf(ports, kept))?.until ?? null;
}

/** Of a decision the words are those of its draft. */
function wordsOf(asked: StepAsked, draft: Proposal | null): Pick<DocumentBody, "words" | "mend"> {
  return draft === null ? { words: asked.words ?? "", mend: null } : { words: draft.reason, mend: draft.mend };
}

const remediesOf = (kind: DocumentKind, { repair }: PolicySnapshot): DocumentBody["remedies"] =>
  AGAINST.has(kind) && repair !== null ? repair.remedies : [];

async function issue(tx: Tx, ports: RepairPorts, taking: Taking): Promise<KeptDocument | null> {
  const { asked, by, kept, policy, day } = taking;
  const draft = draftOf(taking);
  const kind = documentKind(asked.kind, draft);
  const rule = policy.repair?.routing.basis;
  if (kind === null || rule === undefined) return null;
  const { organisation } = by;
  const year = yearOf(day);
  const no = await takeNumber(tx, { organisation, year, kind });
  const subject = { uscc: kept.subject, name: await nameOf(tx, kept.subject) };
  const body: DocumentBody = {
    kind,
    template: TEMPLATE,
    number: documentNumber({ kind, year, no }),
    issuedOn: day,
    authority: { uscc: organisation, name: by.organisationName },
    to: kind === "reminder" ? { uscc: kept.authority, name: kept.authorityName } : subject,
    subject,
    application: kept.kind,
    documentNo: kept.documentNo,
    entry: policy.entries.get(kept.entry)?.zh ?? kept.entry,
    appliedOn: kept.appliedOn,
    ...wordsOf(asked, draft),
    through: throughOf(ports, taking),
    basis: { article: REPAIR_RULE, text: articleText(policy, rule) },
    remedies: remediesOf(kind, policy),
    policyHash: policy.hash,
  };
  const { number, issuedOn } = body;
  const made: KeptDocument = { document: randomUUID(), kind, number, issuedOn, body, digest: documentDigest(body) };
  await saveDocument(tx, kept, made);
  return made;
}

async function endForGood(tx: Tx, ports: RepairPorts, ending: Effecting): Promise<Outcome<null>> {
  const { kept, by, at, day } = ending.taking;
  const { subject, decision, authority, listCase } = kept;
  // Between the draft and its second person it may have been quashed, removed or taken back.
  if (await hasEnded(tx, { subject, decision }))
    return refused({ code: "repair.ended", kind: "conflict", article: REPAIR_RULE });
  const { documentNo } = ending;
  // A listing decided here is ended through its own case file, which knows whether its rule allows it.
  if (listCase !== null)
    return repairListing(tx, ports, { by, end: { case: listCase, organisation: authority, documentNo } });
  const end = { effective: day, through: null, recordedAt: at, documentNo, account: by.account };
  await saveEnd(tx, { subject, decision, kind: "repaired", ...end });
  return granted(null);
}

interface Effecting {
  readonly taking: Taking;
  readonly documentNo: string;
}

/** What an approved decision does to the record: it ends, rests for a time, or stands again. */
async function takeEffect(tx: Tx, ports: RepairPorts, effecting: Effecting): Promise<Outcome<null>> {
  const { taking, documentNo } = effecting;
  const { kept, by, at, day, state } = taking;
  const { subject, decision } = kept;
  const { account } = by;
  const draft = draftOf(taking);
  if (draft === null || draft.outcome === "refuse") return granted(null);
  if (draft.outcome === "repair") return endForGood(tx, ports, effecting);
  if (draft.outcome === "shield") {
    const { through } = draft;
    await saveEnd(tx, {
      subject,
      decision,
      kind: "shielded",
      effective: day,
      through,
      recordedAt: at,
      documentNo,
      account,
    });
    return granted(null);
  }
  const kind = state.before === "shielded" ? "shielded" : "repaired";
  if (kind === "repaired" && kept.listCase !== null) {
    const end = { case: kept.listCase, organisation: kept.authority, documentNo };
    const relisted = await relistAfterRepair(tx, ports, { by, end });
    if (!relisted.ok) return relisted;
  }
  const back = await restoreEnd(tx, { subject, decision, kind, recordedAt: at, documentNo, account });
  return back > 0 ? granted(null) : refused({ code: "repair.not-standing", kind: "conflict", article: REPAIR_RULE });
}

function termsOf(taking: Taking): KeptStep["terms"] {
  const { kind, proposal, proofs } = taking.asked;
  return { proposal: kind === "propose" ? proposal : null, outcome: draftOf(taking)?.outcome ?? null, proofs };
}

async function write(tx: Tx, ports: RepairPorts, taking: Taking): Promise<Outcome<null>> {
  const { by, asked, kept, file, policy, at, day } = taking;
  const issued = await issue(tx, ports, taking);
  const { account, person, organisation } = by;
  const terms = termsOf(taking);
  const { outcome } = terms;
  const said = { terms, words: asked.words, document: issued?.document ?? null };
  const step: KeptStep = { no: file.length + 1, kind: asked.kind, day, at, account, person, organisation, ...said };
  const { subject, application } = kept;
  if (!(await saveStep(tx, { ...step, subject, application }, policy.hash)))
    return refused({ code: "repair.conflict", kind: "conflict", values: { version: step.no } });
  const done = await takeEffect(tx, ports, { taking, documentNo: issued?.number ?? application });
  if (!done.ok) return done;
  await writeDocket(tx, ports, kept);
  const state = { step: step.kind, no: step.no, outcome, document: issued?.digest.toString("hex") ?? null };
  await record(tx, { at, account: by, action: "repair.step", purpose: null, target: application, state });
  return granted(null);
}

/**
 * Adds one step to an application, with its document and what it does to the record, in one transaction. Refuses what
 * `mayDo`, the mandate and `judgeStep` refuse, `repair.unknown` alike for another's and for none, `repair.conflict` where it
 * went on meanwhile, `repair.ended` where the decision ended meanwhile, `repair.not-standing`, and what `repairListing` refuses.
 */
export function takeRepairStep(ports: RepairPorts, by: SignedIn, asked: StepAsked): Promise<Outcome<RepairView>> {
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<RepairView>> => {
    const taking = await load(tx, ports, { by, asked });
    if (!taking.ok) return taking;
    const written = await write(tx, ports, taking.value);
    if (!written.ok) return written;
    const { kept, owner } = taking.value;
    return granted(await viewOf(tx, ports, { kept, side: owner.side }));
  });
}
