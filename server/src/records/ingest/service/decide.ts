import { dayOfInstant } from "../../../kernel/day.ts";
import { record } from "../../../foundation/audit/index.ts";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { appendStatements, contentMaker, groupsOf, sealStatements } from "../../statements/index.ts";
import type { Hex, StatementRow } from "../../statements/index.ts";
import { lockNewSubjects } from "../../subject/index.ts";
import { mayCommand } from "../rules/batch.ts";
import type { Batch } from "../rules/batch.ts";
import type { Position } from "../rules/fate.ts";
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

export interface DecisionRequest extends Answer {
  readonly batch: string;
  readonly position: Position;
}

/** What became of a question. `statement` is the id of the record it turned into. */
export interface Decided {
  readonly state: "accepted" | "rejected";
  readonly statement: Hex | null;
}

/** Nobody takes in what he sent himself; the centre may decide where the provider asked it to. */
async function admit(ports: IngestPorts, account: Account, request: DecisionRequest): Promise<Outcome<Batch>> {
  const batch = await ports.db.read((tx) => loadBatch(tx, request.batch));
  if (batch === undefined) return refused({ code: "ingest.unknown-batch", kind: "absent" });
  const command = request.action === "accept" ? "question.accept" : "question.reject";
  const may = mayDo({ account, command, provider: batch.provider, submittedBy: batch.submitter });
  if (!may.ok)
    return may.refusal.code === "accounts.second-person"
      ? may
      : refused({ code: "ingest.unknown-batch", kind: "absent" });
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
  const question = await lockQuestion(tx, { batch: batch.batch, position: request.position });
  if (question === undefined) return refused({ code: "ingest.unknown-question", kind: "absent" });
  if (question.state !== "open") return refused({ code: "ingest.question-decided", kind: "conflict" });
  if (request.action === "reject") return granted(null);
  const subject = chosenSubject(question.candidate, question.codes, request);
  if (!subject.ok) return subject;
  await lockSource(tx, batch.provider, batch.entry);
  await lockNewSubjects(tx);
  const one = keyed(
    ports,
    prepareClaim(
      contentMaker(entry),
      attachTo(question.candidate, subject.value, { codeField: entry.roles.subjectCode, codes: question.codes }),
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
  await appendStatements(tx, heading, [row]);
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

/**
 * Decides one question (疑问数据). Taking a row in needs somebody other than its submitter, a reason and, where a code
 * failed or had to be found, a document; all of it stands in the audit entry of the decision.
 */
export async function decideQuestion(
  ports: IngestPorts,
  account: Account,
  request: DecisionRequest,
): Promise<Outcome<Decided>> {
  const batch = await admit(ports, account, request);
  if (!batch.ok) return batch;
  const reading = await readingOf(ports, batch.value);
  if (!reading.ok) return reading;
  const { entry, policy } = reading.value;
  const at = new Date(ports.clock.now());
  const heading = {
    entry,
    groups: groupsOf(entry),
    provider: batch.value.provider,
    batch: request.batch,
    receivedAt: `${at.toISOString().slice(0, 19)}Z`,
    policyHash: policy.hash,
  };
  return inOneTransaction(ports.db, (tx) =>
    decideIn(tx, { ports, batch: batch.value, entry, heading }, { account, request, at }),
  );
}
