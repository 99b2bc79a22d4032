import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { liftMark, saveEnd, saveMark } from "../../statements/index.ts";
import { nextDue } from "../rules/due.ts";
import { judgeStep } from "../rules/judge.ts";
import type { Wish } from "../rules/judge.ts";
import { stateOf } from "../rules/objection.ts";
import type { Answer, State, StepKind } from "../rules/objection.ts";
import { loadObjection, loadSteps, lockSubject, saveStep } from "../store/objection.ts";
import type { KeptObjection, KeptStep, Owner } from "../store/objection.ts";
import type { KeptDocument } from "../store/document.ts";
import { issueDocument } from "./issue.ts";
import { reckoningOf, stepsOf, writeDocket } from "./docket.ts";
import type { ObjectionPorts } from "./ports.ts";
import { ownerOf, unknownObjection, viewOf } from "./read.ts";
import type { ObjectionView } from "./read.ts";
import { verifyChange } from "./verify.ts";

/** What somebody asks to be done next. */
export interface StepAsked {
  readonly objection: string;
  /** The number of steps that he has seen: of two at once one is refused. */
  readonly version: number;
  readonly kind: Wish["kind"];
  readonly words: string | null;
  readonly answer: Wish["answer"];
}

const HANDLED: ReadonlySet<StepKind> = new Set<StepKind>(["accept", "not-accept", "forward", "remind", "escalate"]);
const SECOND: ReadonlySet<StepKind> = new Set<StepKind>(["return", "confirm"]);

/** Who may take a step of this kind: the centre, who has to answer, his second person, or the subject. */
function mayTake(by: SignedIn, kind: StepKind, { respondent, subject }: KeptObjection): Outcome<unknown> {
  if (kind === "withdraw") return mayDo({ account: by, command: "objection.file", provider: subject });
  if (HANDLED.has(kind)) return mayDo({ account: by, command: "objection.handle", provider: by.organisation });
  const command = SECOND.has(kind) ? "objection.confirm" : "objection.answer";
  return mayDo({ account: by, command, provider: respondent });
}

/** Everything that one step stands on, in its transaction. */
interface Taking {
  readonly by: SignedIn;
  readonly asked: StepAsked;
  readonly owner: Owner;
  readonly kept: KeptObjection;
  readonly steps: readonly KeptStep[];
  readonly state: State;
  /** The last day that has passed, for a reminder. */
  readonly late: Day | null;
  readonly policy: PolicySnapshot;
  readonly at: Date;
  readonly day: Day;
}

async function load(
  tx: Tx,
  ports: ObjectionPorts,
  { by, asked }: { readonly by: SignedIn; readonly asked: StepAsked },
): Promise<Outcome<Taking>> {
  const owner = await ownerOf(tx, ports, by);
  if (!owner.ok) return owner;
  const kept = await loadObjection(tx, owner.value, asked.objection);
  if (kept === undefined) return unknownObjection;
  const may = mayTake(by, asked.kind, kept);
  if (!may.ok) return may;
  await lockSubject(tx, kept.subject);
  const steps = await loadSteps(tx, kept);
  if (steps.length !== asked.version)
    return refused({ code: "objection.conflict", kind: "conflict", values: { version: steps.length } });
  const day = ports.clock.today();
  // Whose data it is shows when it is accepted: what the centre itself attached or sent is its own.
  const reckoning = reckoningOf(ports, kept, steps);
  const state = stateOf(stepsOf(steps));
  const wish = { ...asked, person: by.person };
  const judged = judgeStep({ kind: kept.kind, steps: stepsOf(steps) }, wish, reckoning);
  if (!judged.ok) return judged;
  const at = new Date(ports.clock.now());
  const late = nextDue(state, reckoning)?.until ?? null;
  const policy = ports.policyAt(day);
  return granted({ by, asked, owner: owner.value, kept, steps, state, late, policy, at, day });
}

/** The answer as it is kept: with what the service itself found of the change. */
async function answerOf(tx: Tx, taking: Taking): Promise<Outcome<Answer | null>> {
  const { asked, kept, policy, state } = taking;
  if (asked.kind === "answer" && asked.answer !== null) {
    const found = await verifyChange(tx, { kept, change: asked.answer.change, policy });
    if (!found.ok) return found;
    return granted({ ...asked.answer, words: asked.words ?? "", corrections: found.value });
  }
  if (asked.kind !== "confirm" || state.answer === null) return granted(null);
  // Between the draft and its second person a batch may have been taken back.
  const found = await verifyChange(tx, { kept, change: state.answer.change, policy });
  return found.ok ? granted({ ...state.answer, corrections: found.value }) : found;
}

async function markOf(tx: Tx, taking: Taking): Promise<string | null> {
  const { asked, kept, policy, at, day, by } = taking;
  const { subject, decision, objection } = kept;
  if (asked.kind !== "accept" || decision === null) return null;
  return saveMark(tx, {
    subject,
    decision,
    kind: "objection",
    pauses: policy.objection.rule?.pausesDisplay ?? false,
    ref: objection,
    setOn: day,
    setAt: at,
    account: by.account,
    policyHash: Buffer.from(policy.hash, "hex"),
  });
}

interface Done {
  readonly answer: Answer | null;
  readonly issued: KeptDocument | null;
}

/** What was attached wrongly leaves its subject from the beginning. */
async function detach(tx: Tx, { kept, at, day, by }: Taking, issued: KeptDocument | null): Promise<void> {
  const { subject, decision } = kept;
  if (decision === null) return;
  const documentNo = issued?.number ?? null;
  const end = { effective: day, through: null, recordedAt: at, documentNo, account: by.account };
  await saveEnd(tx, { subject, decision, kind: "quashed", ...end });
}

const ENDING: ReadonlySet<StepKind> = new Set<StepKind>(["confirm", "withdraw"]);

/** What a step does to the record: the mark goes with the end. */
async function takeEffect(tx: Tx, taking: Taking, { answer, issued }: Done): Promise<void> {
  const { asked, kept, steps, at, by } = taking;
  if (!ENDING.has(asked.kind)) return;
  if (asked.kind === "confirm" && answer?.change?.kind === "detached") await detach(tx, taking, issued);
  const mark = steps.find(({ kind }) => kind === "accept")?.terms.mark ?? null;
  if (mark !== null) await liftMark(tx, { subject: kept.subject, mark, at, account: by.account });
}

/** What only some kinds of steps say. */
function termsOf({ asked, kept, by }: Taking, answer: Answer | null, mark: string | null): KeptStep["terms"] {
  const own = asked.kind === "accept" && kept.respondent === by.organisation;
  const outcome = asked.kind === "confirm" && answer !== null ? answer.outcome : null;
  return { answer, mark, own, outcome };
}

async function write(tx: Tx, ports: ObjectionPorts, taking: Taking): Promise<Outcome<null>> {
  const { by, asked, kept, steps, policy, at, day } = taking;
  const answer = await answerOf(tx, taking);
  if (!answer.ok) return answer;
  const issued = await issueDocument(tx, { ...taking, answer: answer.value, words: asked.words ?? "" });
  const terms = termsOf(taking, answer.value, await markOf(tx, taking));
  const { account, person, organisation } = by;
  const document = issued === null ? null : issued.document;
  const said = { terms, words: asked.words, document };
  const step: KeptStep = { no: steps.length + 1, kind: asked.kind, day, at, account, person, organisation, ...said };
  const { subject, objection } = kept;
  if (!(await saveStep(tx, { ...step, subject, objection }, policy.hash)))
    return refused({ code: "objection.conflict", kind: "conflict", values: { version: step.no } });
  await takeEffect(tx, taking, { answer: answer.value, issued });
  await writeDocket(tx, ports, kept);
  const state = { step: step.kind, no: step.no, outcome: terms.outcome, mark: terms.mark, document };
  await record(tx, { at, account: by, action: "objection.step", purpose: null, target: objection, state });
  return granted(null);
}

/**
 * Adds one step to an objection, with its mark, its document and what it does to the record, in one transaction. Refuses
 * what `mayDo`, the mandate and `judgeStep` refuse, `objection.unknown` alike for another's and for none, `objection.conflict`
 * where it went on meanwhile, and what `verifyChange` refuses.
 */
export function takeStep(ports: ObjectionPorts, by: SignedIn, asked: StepAsked): Promise<Outcome<ObjectionView>> {
  return inOneTransaction(ports.db, async (tx) => {
    const taking = await load(tx, ports, { by, asked });
    if (!taking.ok) return taking;
    const written = await write(tx, ports, taking.value);
    if (!written.ok) return written;
    const { kept, owner } = taking.value;
    return granted(await viewOf(tx, ports, { kept, side: owner.side }));
  });
}
