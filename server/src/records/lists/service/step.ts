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
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { stateOf } from "../rules/case.ts";
import type { CaseFile, StepKind, StepTerms } from "../rules/case.ts";
import { documentBody, documentDigest, TEMPLATE } from "../rules/document.ts";
import type { DocumentKind } from "../rules/document.ts";
import { judgeStep } from "../rules/judge.ts";
import type { StepWish } from "../rules/verdict.ts";
import { loadCase, loadSteps, lockListing, saveStep } from "../store/case.ts";
import type { CaseOwner, KeptCase, KeptStep, Receipt } from "../store/case.ts";
import { loadDocuments, saveDocument, takeNumber } from "../store/document.ts";
import type { KeptDocument } from "../store/document.ts";
import { documentNumber } from "../text.ts";
import { endListing, listSubject } from "./effect.ts";
import type { ListPorts } from "./ports.ts";
import { fileOf, nameOf, unknownCase, viewOf } from "./read.ts";
import type { CaseView } from "./read.ts";

/** What somebody asks to be done next. */
export interface StepAsked {
  readonly case: string;
  /** The number of steps that he has seen: of two at once one is refused. */
  readonly version: number;
  readonly kind: StepWish["kind"];
  readonly on: Day | null;
  readonly terms: StepTerms;
  readonly words: string | null;
  readonly receipt: Receipt | null;
}

const SUBJECTS: ReadonlySet<StepKind> = new Set<StepKind>(["defence", "waiver"]);
/** A reviewer's: he stands for what somebody else has drafted. */
const SECOND: ReadonlySet<StepKind> = new Set<StepKind>([
  "late-entry",
  "decision-returned",
  "decision-approved",
  "exit-returned",
  "exit-approved",
]);
/** What is said in words goes into the document, or is why. */
const WORDED: ReadonlySet<StepKind> = new Set<StepKind>([
  "notice",
  "defence",
  "decision",
  "exit",
  "late-entry",
  "close",
]);
const SERVED: ReadonlySet<StepKind> = new Set<StepKind>(["notice-served", "decision-served"]);

function commandOf(kind: StepKind): Command {
  if (SUBJECTS.has(kind)) return "list.defend";
  return SECOND.has(kind) ? "list.approve" : "list.handle";
}

function complete({ kind, words, receipt }: StepAsked): Outcome<null> {
  if (WORDED.has(kind) && (words ?? "").trim() === "") return refused({ code: "lists.words-needed", kind: "invalid" });
  return SERVED.has(kind) && receipt === null
    ? refused({ code: "lists.receipt-needed", kind: "invalid" })
    : granted(null);
}

async function ownerOf(
  tx: Tx,
  ports: ListPorts,
  { by, kind }: { readonly by: SignedIn; readonly kind: StepKind },
): Promise<Outcome<CaseOwner>> {
  const may = mayDo({ account: by, command: commandOf(kind), provider: by.organisation });
  if (!may.ok) return may;
  if (!SUBJECTS.has(kind)) return granted({ side: "authority", organisation: by.organisation });
  const mandate = await ports.mandateOf(tx, by, ports.clock.today());
  return mandate.ok ? granted({ side: "subject", organisation: by.organisation }) : mandate;
}

/** Everything that one step stands on, in its transaction. */
interface Taking {
  readonly by: SignedIn;
  readonly asked: StepAsked;
  readonly kept: KeptCase;
  readonly file: CaseFile;
  readonly steps: readonly KeptStep[];
  readonly policy: PolicySnapshot;
  readonly procedure: ListProcedure;
  readonly terms: StepTerms;
  readonly at: Date;
  readonly day: Day;
}

/** The document that a step issues; null where it issues none. */
function documentKind({ asked, file }: Taking): DocumentKind | null {
  if (asked.kind === "notice") return "prior-notice";
  if (asked.kind === "decision-approved") return "listing";
  if (asked.kind !== "exit-approved") return null;
  return stateOf(file).exit?.kind === "revocation" ? "revocation" : "removal";
}

/** The words that a document carries: of a decision or an exit those of its draft. */
function wordsOf({ asked, steps }: Taking): string {
  const drafted = asked.kind === "decision-approved" ? "decision" : asked.kind === "exit-approved" ? "exit" : null;
  if (drafted === null) return asked.words ?? "";
  return steps.findLast(({ kind }) => kind === drafted)?.words ?? "";
}

async function issue(tx: Tx, taking: Taking): Promise<KeptDocument | null> {
  const kind = documentKind(taking);
  if (kind === null) return null;
  const { kept, procedure, policy, day, file } = taking;
  const prefix = procedure.competent.find(({ uscc }) => uscc === kept.organisation)?.prefix ?? "";
  const year = yearOf(day);
  const no = await takeNumber(tx, { organisation: kept.organisation, year, kind });
  const body = documentBody({
    kind,
    number: documentNumber(prefix, { kind, year, no }),
    issuedOn: day,
    authority: { uscc: kept.organisation, name: kept.organisationName },
    subject: { uscc: kept.subject, name: await nameOf(tx, kept.subject) },
    procedure,
    ground: kept.ground,
    facts: kept.facts,
    evidence: kept.evidence,
    words: wordsOf(taking),
    state: stateOf(file),
    policyHash: policy.hash,
    cite: (basis) => articleText(policy, basis),
  });
  const document: KeptDocument = {
    document: randomUUID(),
    case: kept.case,
    kind,
    number: body.number,
    issuedOn: day,
    template: TEMPLATE,
    body,
    digest: documentDigest(body),
  };
  await saveDocument(tx, document);
  return document;
}

const ENDS = { "early-removal": "removed", correction: "removed", revocation: "revoked" } as const;

/** What the step does to the record of the subject. */
async function takeEffect(
  tx: Tx,
  ports: ListPorts,
  { taking, issued }: { readonly taking: Taking; readonly issued: KeptDocument | null },
): Promise<Outcome<null>> {
  const { kept, policy, procedure, at, day, by, asked, file, terms } = taking;
  const effect = { kept, policy, procedure, at, account: by.account };
  if (asked.kind === "decision-served") {
    const decision = (await loadDocuments(tx, kept)).findLast(({ kind }) => kind === "listing");
    if (decision === undefined) throw new Error("a decision is served that was never issued");
    return listSubject(tx, ports, { ...effect, decision: decision.body, from: day, until: terms.validUntil });
  }
  const exit = asked.kind === "exit-approved" ? stateOf(file).exit : null;
  if (exit !== null) await endListing(tx, effect, { kind: ENDS[exit.kind], day, documentNo: issued?.number ?? null });
  return granted(null);
}

async function load(
  tx: Tx,
  ports: ListPorts,
  given: { readonly by: SignedIn; readonly asked: StepAsked },
): Promise<Outcome<Taking>> {
  const { by, asked } = given;
  const owner = await ownerOf(tx, ports, { by, kind: asked.kind });
  if (!owner.ok) return owner;
  const kept = await loadCase(tx, owner.value, asked.case);
  if (kept === undefined) return unknownCase;
  await lockListing(tx, kept);
  const steps = await loadSteps(tx, kept);
  if (steps.length !== asked.version) {
    return refused({ code: "lists.conflict", kind: "conflict", values: { version: steps.length } });
  }
  const day = ports.clock.today();
  const policy = ports.policyAt(day);
  const procedure = policy.lists.get(kept.list);
  if (procedure === undefined) return refused({ code: "lists.unknown", kind: "absent" });
  if (ports.calendar === null) return refused({ code: "lists.calendar-unknown", kind: "unavailable" });
  const file = await fileOf(tx, kept, steps);
  const wish: StepWish = { kind: asked.kind, on: asked.on, person: by.person, terms: asked.terms };
  const verdict = judgeStep({ file, procedure, instruments: policy, day, calendar: ports.calendar }, wish);
  if (!verdict.ok) return verdict;
  const full = complete(asked);
  if (!full.ok) return full;
  return granted({
    by,
    asked,
    kept,
    file,
    steps,
    policy,
    procedure,
    terms: verdict.value,
    at: new Date(ports.clock.now()),
    day,
  });
}

async function write(tx: Tx, ports: ListPorts, taking: Taking): Promise<Outcome<null>> {
  const { by, asked, kept, steps, policy, at, day } = taking;
  const issued = await issue(tx, taking);
  const step: KeptStep = {
    no: steps.length + 1,
    kind: asked.kind,
    day,
    on: asked.on ?? day,
    at,
    account: by.account,
    person: by.person,
    terms: { ...taking.terms, receipt: asked.receipt },
    words: asked.words,
    document: issued?.document ?? null,
  };
  const free = await saveStep(tx, { ...step, subject: kept.subject, case: kept.case }, policy.hash);
  if (!free) return refused({ code: "lists.conflict", kind: "conflict", values: { version: step.no } });
  const done = await takeEffect(tx, ports, { taking, issued });
  if (!done.ok) return done;
  const state = { list: kept.list, step: step.kind, no: step.no, document: issued?.digest.toString("hex") ?? null };
  await record(tx, { at, account: by, action: "lists.step", purpose: null, target: kept.case, state });
  return granted(null);
}

/**
 * Adds one step to a case, with its document and what it does to the record, in one transaction. Refuses what `mayDo`,
 * the mandate and `judgeStep` refuse, `lists.unknown-case` alike for another's and for none, `lists.conflict` where the
 * case went on meanwhile, `lists.words-needed`, `lists.receipt-needed`.
 */
export function takeStep(ports: ListPorts, by: SignedIn, asked: StepAsked): Promise<Outcome<CaseView>> {
  return inOneTransaction(ports.db, async (tx) => {
    const taking = await load(tx, ports, { by, asked });
    if (!taking.ok) return taking;
    const written = await write(tx, ports, taking.value);
    if (!written.ok) return written;
    return granted(await viewOf(tx, ports, taking.value.kept));
  });
}
