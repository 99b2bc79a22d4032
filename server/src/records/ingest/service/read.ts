import { mayDo } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Batch } from "../rules/batch.ts";
import type { KeptIssue, KeptQuestion, Position } from "../rules/fate.ts";
import { listIssues, listQuestions, loadBatch } from "../store.ts";
import type { IngestPorts } from "./ports.ts";
import { admitClient, clientOf, needsPerson } from "./sender.ts";
import type { Sender } from "./sender.ts";

/** Issues and questions of a page. */
export const pageSize = 1_000;

const unknown = refused({ code: "ingest.unknown-batch", kind: "absent" });

/** A batch of the caller's own organisation; another's is as absent as one that never was. */
export async function ownBatch(ports: IngestPorts, account: Sender, id: string): Promise<Outcome<Batch>> {
  const may = mayDo({ account, command: "batch.read", provider: account.organisation });
  if (!may.ok) return may;
  const batch = await ports.db.read((tx) => loadBatch(tx, id));
  if (batch?.provider !== account.organisation) return unknown;
  const reaches = await admitClient(ports, account, batch);
  return reaches.ok ? granted(batch) : unknown;
}

/** The same for whoever goes on with its upload: a machine with what it began itself, and with nothing else. */
export async function ownUpload(ports: IngestPorts, account: Sender, id: string): Promise<Outcome<Batch>> {
  const batch = await ownBatch(ports, account, id);
  return batch.ok && batch.value.client !== clientOf(account) ? unknown : batch;
}

/** The same by a batch's id, for whoever submitted it from inside: pages of any size. */
export function issuesOfBatch(
  ports: IngestPorts,
  page: { readonly batch: string; readonly after: number; readonly limit: number },
): Promise<KeptIssue[]> {
  return ports.db.read((tx) => listIssues(tx, page));
}

/** Issues in file order after a given one. */
export function issuesAfter(ports: IngestPorts, batch: Batch, seq: number): Promise<KeptIssue[]> {
  return ports.db.read((tx) => listIssues(tx, { batch: batch.batch, after: seq, limit: pageSize }));
}

/** Questions by sheet and row after a given place. */
export function questionsAfter(ports: IngestPorts, batch: Batch, after: Position): Promise<KeptQuestion[]> {
  return ports.db.read((tx) => listQuestions(tx, { batch: batch.batch, after, limit: pageSize }));
}

/** A look at another unit's batch: it stands in the audit trail before the first byte of the answer is made. */
export function lookAtBatch(
  ports: IngestPorts,
  account: Sender,
  look: { readonly batch: string; readonly purpose: string; readonly matter: string },
): Promise<Outcome<Batch>> {
  const person = needsPerson(account);
  if (!person.ok) return Promise.resolve(person);
  return ports.db.write(async (tx) => {
    const batch = await loadBatch(tx, look.batch);
    const may = mayDo({ account, command: "batch.read", provider: batch?.provider ?? null, purpose: look.purpose });
    if (!may.ok) return may;
    if (batch === undefined) return unknown;
    const at = new Date(ports.clock.now());
    await record(tx, {
      at,
      account,
      action: "ingest.look",
      purpose: look.purpose,
      target: batch.batch,
      state: { matter: look.matter },
    });
    return granted(batch);
  });
}
