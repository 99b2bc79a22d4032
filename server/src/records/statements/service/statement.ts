import { canonicalString } from "@xinheng/log/canonical";
import { commitSealed } from "@xinheng/log/commitment";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { appendRows } from "../store.ts";
import { leaveReplaced } from "../store/changes.ts";
import type { StatementRow } from "../store.ts";
import type { StatementDraft } from "../rules.ts";
import { bodyOf, sealedFieldsOf, sealedOf, seedOf } from "./content.ts";
import { appendPersonal, hasPersonal, openingsOf } from "./personal.ts";
import type { Keyring } from "./personal.ts";

/** What all statements of one write have in common. `receivedAt` is UTC in whole seconds, as it is committed to. */
export interface WriteHeading {
  readonly entry: CatalogueEntry;
  readonly groups: readonly (readonly string[])[];
  readonly provider: string;
  readonly batch: string;
  readonly receivedAt: string;
  readonly policyHash: string;
}

/** The canonical text of headers (design of commitments §2): its keys in order, what all rows share written once. */
function headerWriter({ entry, policyHash, receivedAt }: WriteHeading): (draft: StatementDraft) => string {
  const begin = `{"entry":${canonicalString(entry.id)},"entryVersion":${entry.version},"id":"`;
  const middle = `","policyHash":${canonicalString(policyHash)},"receivedAt":${canonicalString(receivedAt)},"replaces":`;
  return ({ id, replaces, subject, version }) => {
    const replaced = replaces === null ? "null" : `"${replaces}"`;
    return `${begin}${id}${middle}${replaced},"subject":${canonicalString(subject)},"version":${version}}`;
  };
}

/** Gives drafts their commitments (design of commitments §2). */
export function sealStatements(heading: WriteHeading, drafts: readonly StatementDraft[]): StatementRow[] {
  const headerOf = headerWriter(heading);
  const groups = heading.groups.length;
  const personal = sealedFieldsOf(heading.entry).length;
  return drafts.map((draft) => {
    const sealed = sealedOf(draft.content, groups);
    const commitment = commitSealed({ suite: "sha256", kind: "statement", header: headerOf(draft), sealed });
    const kept = hasPersonal(draft.personal)
      ? { seed: "", openings: openingsOf(draft.content, groups, personal).toString("hex") }
      : { seed: seedOf(draft.content).toString("hex"), openings: null };
    return { ...draft, ...kept, body: bodyOf(draft.content, groups), commitment };
  });
}

const byPlace = (a: StatementRow, b: StatementRow): number => {
  if (a.subject !== b.subject) return a.subject < b.subject ? -1 : 1;
  return a.sourceKey < b.sourceKey ? -1 : 1;
};

/**
 * Appends sealed statements of one chunk in the caller's transaction, their personal fields with them. `keyring` holds the
 * keys of all subjects that a row keeps such a field of.
 */
export async function appendStatements(
  tx: Tx,
  heading: WriteHeading,
  given: { readonly rows: readonly StatementRow[]; readonly keyring: Keyring },
): Promise<void> {
  const rows = given.rows.toSorted(byPlace);
  await appendRows(
    tx,
    {
      entry: heading.entry.id,
      entryVersion: heading.entry.version,
      provider: heading.provider,
      batch: heading.batch,
      receivedAt: heading.receivedAt,
      policyHash: heading.policyHash,
    },
    rows,
  );
  const replaced = rows.filter(({ version }) => version > 1);
  await leaveReplaced(tx, new Date(heading.receivedAt), replaced);
  await appendPersonal(tx, { keyring: given.keyring, groups: heading.groups, rows });
}
