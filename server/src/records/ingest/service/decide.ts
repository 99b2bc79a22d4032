import { z } from "zod";
import { dayOfInstant } from "../../../kernel/day.ts";
import { record } from "../../../foundation/audit/index.ts";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account, SignedIn } from "../../../foundation/accounts/index.ts";
import { propose } from "../../../foundation/approvals/index.ts";
import type { Handler, Proposal } from "../../../foundation/approvals/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { appendStatements, contentMaker, groupsOf, openKeyring, sealStatements } from "../../statements/index.ts";
import type { Hex, StatementRow } from "../../statements/index.ts";
import { lockNewSubjects } from "../../subject/index.ts";
import { mayCommand } from "../rules/batch.ts";
import type { Batch } from "../rules/batch.ts";
import type { KeptQuestion, Position } from "../rules/fate.ts";
import { admitAnswer, attachTo, chosenSubject, settle } from "../rules/question.ts";
import type { Answer } from "../rules/question.ts";
import { loadBatch, lockBatch, lockQuestion, lockSource, saveDecision } from "../store.ts";
import { factsFor, writeSubjects } from "./chunk.ts";
import { keyed } from "./digest.ts";
import { prepareClaim } from "./judge-file.ts";
import type { ChunkWork } from "./chunk.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { readingOf } from "./process.ts";
import type { IngestPorts } from "./ports.ts";
import { keepCarried } from "./carried.ts";
import { endRemoved } from "./removal.ts";
import { needsPerson } from "./sender.ts";

export interface DecisionRequest extends Answer {
  readonly batch: string;
  readonly position: Position;
}

/** What became of a question. `statement` is the id of the record it turned into. */
export interface Decided {
  readonly state: "accepted" | "rejected";
  readonly statement: Hex | null;
}

/** The centre may decide where the provider asked it to. */
async function admit(ports: IngestPorts, account: SignedIn, request: DecisionRequest): Promise<Outcome<Batch>> {
  const person = needsPerson(account);
  if (!person.ok) return person;
  const batch = await ports.db.read((tx) => loadBatch(tx, request.batch));
  const command = request.action === "accept" ? "question.accept" : "question.reject";
  const may = mayDo({ account, command, provider: batch?.provider ?? null });
  if (batch === undefined || !may.ok) return refused({ code: "ingest.unknown-batch", kind: "absent" });
  const fits = mayCommand(batch, "decide");
  if (!fits.ok) return fits;
  const admitted = admitAnswer(request);
  return admitted.ok ? granted(batch) : admitted;
}

interface Step {
  readonly account: Account;
  readonly request: DecisionRequest;
  readonly at: Date;
}

async function takeIn(tx: Tx, work: ChunkWork, given: Step): Promise<Outcome<StatementRow | null>> {
  const { ports, batch, entry, heading } = work;
  const { request } = given;
  const open = await openQuestion(tx, request);
  if (!open.ok) return open;
  if (request.action === "reject") return granted(null);
  const question = open.value;
  const subject = chosenSubject(question.candidate, question.codes, request);
  if (!subject.ok) return subject;
  await lockSource(tx, batch.provider, batch.entry);
  await lockNewSubjects(tx);
  const one = keyed(
    ports,
    prepareClaim(
      contentMaker(entry),
      // What waited for a person has kept nothing personal.
      {
        ...attachTo(question.candidate, subject.value, { codeField: entry.roles.subjectCode, codes: question.codes }),
        personal: {},
      },
    ),
    groupsOf(entry).length,
  );
  const facts = await factsFor(tx, work, [one]);
  const context = {
    entry,
    day: dayOfInstant((batch.receivedAt ?? batch.createdAt).getTime()),
    batch: batch.batch,
    mends: batch.mends,
    newId: () => ports.keys.random(16).toString("hex"),
  };
  const plan = settle(one, facts, { context, row: request.position.row, codes: question.codes });
  if (!plan.ok) return plan;
  const [row] = sealStatements(heading, [plan.value.draft]);
  if (row === undefined) throw new Error("a draft was not sealed");
  await writeSubjects(tx, work, plan.value);
  await appendStatements(tx, heading, { rows: [row], keyring: await openKeyring(tx, ports.keys.keystore, []) });
  await endRemoved(tx, work, [plan.value.draft]);
  const { carried } = one.claim;
  if (carried !== null) await keepCarried(tx, work, [{ draft: plan.value.draft, carried }]);
  return granted(row);
}

async function decideIn(tx: Tx, work: ChunkWork, given: Step): Promise<Outcome<Decided>> {
  const { request, account, at } = given;
  await lockBatch(tx, request.batch);
  const taken = await takeIn(tx, work, given);
  if (!taken.ok) return taken;
  const statement = taken.value;
  const state = statement === null ? "rejected" : "accepted";
  await saveDecision(tx, {
    batch: request.batch,
    position: request.position,
    state,
    at,
    account: account.account,
    subject: statement?.subject ?? null,
    reason: request.reason,
    documentNo: request.documentNo,
  });
  await record(tx, {
    at,
    account,
    action: "ingest.decide-question",
    purpose: request.reason,
    target: request.batch,
    state: {
      row: request.position.row,
      sheet: request.position.sheet,
      decision: state,
      documentNo: request.documentNo,
      commitment: statement?.commitment ?? null,
    },
  });
  return granted({ state, statement: statement?.id ?? null });
}

async function openQuestion(tx: Tx, request: DecisionRequest): Promise<Outcome<KeptQuestion>> {
  const question = await lockQuestion(tx, { batch: request.batch, position: request.position });
  if (question === undefined) return refused({ code: "ingest.unknown-question", kind: "absent" });
  return question.state === "open" ? granted(question) : refused({ code: "ingest.question-decided", kind: "conflict" });
}

/** What a decision is written under: the law of the batch's day, and who decides. */
async function decide(tx: Tx, ports: IngestPorts, step: Step & { readonly batch: Batch }): Promise<Outcome<Decided>> {
  const { batch, request, at } = step;
  const reading = await readingOf(ports, batch);
  if (!reading.ok) return reading;
  const { entry, policy } = reading.value;
  const heading = {
    entry,
    groups: groupsOf(entry),
    provider: batch.provider,
    batch: request.batch,
    receivedAt: `${at.toISOString().slice(0, 19)}Z`,
    policyHash: policy.hash,
  };
  return decideIn(tx, { ports, batch, entry, heading }, step);
}

/** Gives a question (疑问数据) back to the provider, with a reason: at once, since nothing becomes a record by it. */
export async function rejectQuestion(
  ports: IngestPorts,
  by: SignedIn,
  request: DecisionRequest & { readonly action: "reject" },
): Promise<Outcome<Decided>> {
  const batch = await admit(ports, by, request);
  if (!batch.ok) return batch;
  const at = new Date(ports.clock.now());
  return inOneTransaction(ports.db, (tx) => decide(tx, ports, { batch: batch.value, account: by, request, at }));
}

const loweredByRow = statement(
  "ingest.lowered-by-row",
  `select field, cure ->> 'before' as before, cure ->> 'after' as after from ingest.issue
   where batch = $1 and row = $2 and coalesce(sheet, '') = $3 and code = 'ingest.favourable-correction' order by seq`,
);

/** What the row would lower of the record that stands: the second person decides over just that. */
async function loweredBy(
  tx: Tx,
  { batch, position }: DecisionRequest,
): Promise<{ field: string | null; before: string; after: string }[]> {
  return tx.rows(loweredByRow, [batch, position.row, position.sheet ?? ""]);
}

/**
 * Asks to take a row in that a check held back: a second person of the provider decides, and never whoever sent it. It
 * needs a reason and a document. Refuses as the question stands, and what the proposal is refused for.
 */
export async function proposeAcceptance(
  ports: IngestPorts,
  by: SignedIn,
  request: DecisionRequest & { readonly action: "accept" },
): Promise<Outcome<Proposal>> {
  const batch = await admit(ports, by, request);
  if (!batch.ok) return batch;
  const { position, reason, documentNo } = request;
  return inOneTransaction(ports.db, async (tx) => {
    const question = await openQuestion(tx, request);
    if (!question.ok) return question;
    const { candidate, codes } = question.value;
    const subject = chosenSubject(candidate, codes, request);
    if (!subject.ok) return subject;
    const { sheet, row } = position;
    return propose(tx, by, {
      command: "question.accept",
      organisation: batch.value.provider,
      target: JSON.stringify([request.batch, sheet ?? "", row]),
      documentNo,
      reason,
      payload: {
        batch: request.batch,
        sheet,
        row,
        subject: subject.value,
        codes,
        lowered: await loweredBy(tx, request),
      },
      submittedBy: [batch.value.account],
      at: new Date(ports.clock.now()),
    });
  });
}

const acceptance = z.object({
  batch: z.string(),
  sheet: z.string().nullable(),
  row: z.number(),
  subject: z.string(),
  codes: z.array(z.string()),
});

/** Takes the row in for the subject that was proposed. Refuses `ingest.question-decided` and what the records refuse. */
export function acceptanceHandler(ports: IngestPorts): Handler {
  return {
    perform: async (tx, { payload, reason, documentNo }, approver) => {
      const { batch: id, sheet, row, subject } = acceptance.parse(payload);
      const batch = await lockBatch(tx, id);
      if (batch === undefined) return refused({ code: "ingest.unknown-batch", kind: "absent" });
      const fits = mayCommand(batch, "decide");
      if (!fits.ok) return fits;
      const answer = { action: "accept", subject, reason, documentNo } as const;
      const request = { ...answer, batch: id, position: { sheet, row } };
      const at = new Date(ports.clock.now());
      const decided = await decide(tx, ports, { batch, account: approver, request, at });
      if (!decided.ok) return decided;
      const { state, statement } = decided.value;
      const shown = statement === null ? null : Buffer.from(statement, "hex").toString("base64url");
      return granted({ result: { state, record: shown } });
    },
  };
}
