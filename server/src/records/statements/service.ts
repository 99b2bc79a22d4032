import { hash, randomBytes } from "node:crypto";
import { commit } from "@xinheng/log/commitment";
import type { CatalogueEntry, DisclosureGroup } from "../../policy/catalogue-entry.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { appendRows } from "./store.ts";
import type { StatementRow } from "./store.ts";
import type { Fields, StatementDraft } from "./rules.ts";

const keyBytes = 16;
const seedBytes = 32;

/**
 * A 16-byte key over ordered parts. Lengths stand between the parts, so that no two different lists share a key.
 * Provider keys and decision identities are made this way (storage.md: fixed width keeps the indexes small).
 */
export function keyOf(parts: readonly string[]): Buffer {
  let text = "";
  for (const part of parts) text += `${part.length}:${part}`;
  return Buffer.from(hash("sha256", text, "binary"), "binary").subarray(0, keyBytes);
}

const groupOrder: readonly DisclosureGroup[] = ["public", "duty", "authorisation"];

/**
 * The field ids of each disclosure group of an entry, in the order in which commitments number them.
 * Personal fields are received and not kept, so they have no group until a later version of the entry keeps them.
 */
export function groupsOf(entry: CatalogueEntry): readonly (readonly string[])[] {
  return groupOrder
    .map((group) =>
      entry.fields
        .filter((field) => field.group === group && !field.personal && !field.identityNumber)
        .map((field) => field.id)
        .toSorted(),
    )
    .filter((ids) => ids.length > 0);
}

/** What all statements of one write have in common. `receivedAt` is UTC in whole seconds, as it is committed to. */
export interface WriteHeading {
  readonly entry: CatalogueEntry;
  readonly groups: readonly (readonly string[])[];
  readonly provider: string;
  readonly batch: string;
  readonly receivedAt: string;
  readonly policyHash: string;
}

function pick(fields: Fields, ids: readonly string[]): Fields {
  const picked: Record<string, Fields[string]> = {};
  for (const id of ids) picked[id] = fields[id] ?? null;
  return picked;
}

/** Gives a draft its seed and its commitment (design of commitments §2). */
export function sealStatements(heading: WriteHeading, drafts: readonly StatementDraft[]): StatementRow[] {
  const random = randomBytes(drafts.length * seedBytes);
  return drafts.map((draft, at) => {
    const seed = random.subarray(at * seedBytes, (at + 1) * seedBytes);
    const { commitment } = commit({
      suite: "sha256",
      kind: "statement",
      seed,
      // In the order of the canonical text, which then need not be sorted again.
      header: {
        entry: heading.entry.id,
        entryVersion: heading.entry.version,
        id: draft.id.toString("hex"),
        policyHash: heading.policyHash,
        receivedAt: heading.receivedAt,
        replaces: draft.replaces?.toString("hex") ?? null,
        subject: draft.subject,
        version: draft.version,
      },
      groups: heading.groups.map((ids) => pick(draft.fields, ids)),
    });
    return { ...draft, seed, commitment };
  });
}

/** Appends sealed statements of one chunk in the caller's transaction. */
export async function appendStatements(tx: Tx, heading: WriteHeading, rows: readonly StatementRow[]): Promise<void> {
  await appendRows(
    tx,
    {
      entry: heading.entry.id,
      entryVersion: heading.entry.version,
      provider: heading.provider,
      batch: heading.batch,
      receivedAt: heading.receivedAt,
      policyHash: Buffer.from(heading.policyHash, "hex"),
    },
    rows.toSorted((a, b) =>
      a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : Buffer.compare(a.sourceKey, b.sourceKey),
    ),
  );
}
