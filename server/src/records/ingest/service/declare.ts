import { hash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import { record } from "../../../foundation/audit/index.ts";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { propose } from "../../../foundation/approvals/index.ts";
import type { Handler, Proposal } from "../../../foundation/approvals/index.ts";
import { admits } from "../../../foundation/catalogue/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { affectedSubjects, restoreCarried, saveEndedBatch } from "../../statements/index.ts";
import { withdrawKnowledge } from "../../subject/index.ts";
import { mayCommand } from "../rules/batch.ts";
import type { Batch } from "../rules/batch.ts";
import { lockBatch, markWithdrawn } from "../store.ts";
import { completeThrough, insertCompleteness, insertMapping } from "../store/declared.ts";
import type { OwnMapping } from "../store/declared.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { IngestPorts } from "./ports.ts";
import { maySend, needsPerson } from "./sender.ts";
import type { Sender } from "./sender.ts";

const pageOfSubjects = 1_000;

export interface Withdrawal {
  readonly batch: string;
  readonly reason: string;
  readonly documentNo: string | null;
}

/**
 * Asks to take a batch back whole: a second person of its provider decides. Refuses what `mayDo` and the proposal refuse,
 * `clients.person-needed`, `ingest.reason-needed`, `ingest.unknown-batch`, `ingest.wrong-state`.
 */
export async function proposeWithdrawal(
  ports: IngestPorts,
  by: SignedIn,
  request: Withdrawal,
): Promise<Outcome<Proposal>> {
  const may = mayDo({ account: by, command: "batch.withdraw", provider: by.organisation });
  if (!may.ok) return may;
  const person = needsPerson(by);
  if (!person.ok) return person;
  if (request.reason.trim() === "") return refused({ code: "ingest.reason-needed", kind: "invalid" });
  return inOneTransaction(ports.db, async (tx) => {
    const batch = await lockBatch(tx, request.batch);
    if (batch === undefined || batch.provider !== by.organisation)
      return refused({ code: "ingest.unknown-batch", kind: "absent" });
    const fits = mayCommand(batch, "withdraw");
    if (!fits.ok) return fits;
    const { reason, documentNo } = request;
    return propose(tx, by, {
      command: "batch.withdraw",
      organisation: batch.provider,
      target: batch.batch,
      documentNo,
      reason,
      payload: { batch: batch.batch, entry: batch.entry, accepted: batch.accepted },
      at: new Date(ports.clock.now()),
    });
  });
}

/**
 * Takes a batch back, from today on: none of its records is shown or used any more, and ends that it brought from an old
 * platform are taken back with it. Refuses `ingest.wrong-state`.
 */
export function withdrawalHandler(ports: IngestPorts): Handler {
  return {
    perform: async (tx, { target, reason, documentNo }, approver) => {
      const at = new Date(ports.clock.now());
      const batch = await lockBatch(tx, target);
      if (batch === undefined) return refused({ code: "ingest.unknown-batch", kind: "absent" });
      const fits = mayCommand(batch, "withdraw");
      if (!fits.ok) return fits;
      const { account } = approver;
      await saveEndedBatch(tx, { batch: target, effective: ports.clock.today(), recordedAt: at, account });
      await withdrawKnowledge(tx, target);
      if (batch.carried !== null) {
        const by = documentNo ?? batch.carried.documentNo;
        await restoreCarried(tx, { batch: target, recordedAt: at, documentNo: by, account });
      }
      await markWithdrawn(tx, target);
      const deed = { at, account: approver, action: "ingest.withdraw", purpose: reason, target };
      await record(tx, { ...deed, state: { accepted: batch.accepted, documentNo } });
      return granted({ result: { batch: target, state: "withdrawn", accepted: batch.accepted } });
    },
  };
}

/** The subjects a batch touched, a thousand at a time. */
export async function subjectsOfBatch(
  ports: IngestPorts,
  batch: Batch,
  after: string,
): Promise<{ subject: string; statements: number }[]> {
  return ports.db.read((tx) => affectedSubjects(tx, { batch: batch.batch, after, limit: pageOfSubjects }));
}

export interface Declaration {
  readonly provider: string;
  readonly entry: string;
  readonly through: Day;
  /** First day of a period without any decision (零报告), ending on `through`. */
  readonly nilFrom: Day | null;
}

/** Declares that all decisions up to a day have been sent. A day still to come cannot be complete; none goes backwards. */
export async function declareComplete(
  ports: IngestPorts,
  account: Sender,
  declaration: Declaration,
): Promise<Outcome<true>> {
  const may = await maySend(ports, account, { command: "completeness.declare", ...declaration });
  if (!may.ok) return may;
  const today = ports.clock.today();
  const policy = ports.policyAt(today);
  const entry = admits({
    snapshot: policy,
    entry: declaration.entry,
    provider: declaration.provider,
    region: policy.region,
  });
  if (!entry.ok) return entry;
  if (declaration.through >= today)
    return refused({ code: "ingest.completeness-future", kind: "too-early", values: { through: declaration.through } });
  if (declaration.nilFrom !== null && declaration.nilFrom > declaration.through)
    return refused({ code: "ingest.nil-order", kind: "invalid" });
  const at = new Date(ports.clock.now());
  return inOneTransaction(ports.db, async (tx) => {
    const before = await completeThrough(tx, declaration.provider, declaration.entry);
    if (before !== null && before > declaration.through)
      return refused({ code: "ingest.completeness-backwards", kind: "conflict", values: { before } });
    await insertCompleteness(tx, { ...declaration, at, account: account.account });
    await record(tx, {
      at,
      account,
      action: "ingest.declare-complete",
      purpose: null,
      target: declaration.provider,
      state: { ...declaration },
    });
    return granted(true);
  });
}

/** Keeps a provider's own layout under the hash of its canonical bytes; the same layout again is the same mapping. */
export async function saveMapping(
  ports: IngestPorts,
  account: Sender,
  mapping: Omit<OwnMapping, "id">,
): Promise<Outcome<string>> {
  const provider = account.organisation;
  const may = await maySend(ports, account, { command: "mapping.keep", provider, entry: mapping.entry });
  if (!may.ok) return may;
  const policy = ports.policyAt(ports.clock.today());
  const entry = policy.entries.get(mapping.entry);
  const ids = new Set(entry?.fields.map((field) => field.id));
  const named = [
    ...Object.values(mapping.columns),
    ...Object.keys(mapping.constants),
    ...mapping.derivations.map((one) => one.field),
  ];
  const unknown = named.find((id) => id !== null && !ids.has(id));
  if (entry === undefined || unknown !== undefined)
    return refused({ code: "ingest.mapping-field", kind: "invalid", values: { field: unknown ?? mapping.entry } });
  // Heads are Chinese and canonical keys are not, so columns and constants go in as pairs in order.
  const pairs = (of: Readonly<Record<string, string | null>>): (readonly [string, string | null])[] =>
    Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const derivations = mapping.derivations.map((one) =>
    JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
  const layout = { ...mapping, columns: pairs(mapping.columns), constants: pairs(mapping.constants), derivations };
  const id = hash("sha256", canonicalBytes(layout), "hex");
  const at = new Date(ports.clock.now());
  await ports.db.write(async (tx) => {
    await insertMapping(tx, {
      mapping: id,
      provider: account.organisation,
      body: { id, ...mapping },
      at,
      account: account.account,
    });
    await record(tx, {
      at,
      account,
      action: "ingest.save-mapping",
      purpose: null,
      target: account.organisation,
      state: { mapping: id },
    });
  });
  return granted(id);
}
