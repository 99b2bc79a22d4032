// What a reader needs to check statements against their commitments: header, opened groups, hashes of the closed ones.
import { commit, disclose, saltsOf, verifyDisclosure } from "@xinheng/log/commitment";
import type { CommitmentHeader, Disclosure } from "@xinheng/log/commitment";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Fields } from "../rules.ts";
import { loadSealed } from "../store.ts";
import type { SealedStatement } from "../store.ts";
import { groupsOf, sealedFieldsOf } from "./content.ts";

const hashBytes = 32;

export interface DisclosureWish {
  readonly subject: string;
  readonly ids: readonly Buffer[];
  /** The entry as it was when the statement came; undefined where that version is not at hand: then nothing is opened. */
  readonly entryOf: (entry: string, version: number) => CatalogueEntry | undefined;
  /** Whether the reader may see a field. A group is opened only where he may see all of it. */
  readonly maySee: (entry: CatalogueEntry, field: string) => boolean;
}

function headerOf(row: SealedStatement, subject: string): CommitmentHeader {
  return {
    id: row.id.toString("hex"),
    subject,
    entry: row.entry,
    entryVersion: row.entryVersion,
    version: row.version,
    replaces: row.replaces?.toString("hex") ?? null,
    receivedAt: `${row.receivedAt.toISOString().slice(0, 19)}Z`,
    policyHash: row.policyHash.toString("hex"),
  };
}

function groupFields(ids: readonly string[], fields: Fields): Fields {
  return Object.fromEntries(ids.map((id) => [id, fields[id] ?? null]));
}

/** Of a statement that keeps personal fields: their groups stay closed, and what was erased of them changes nothing. */
function openedBy(
  row: SealedStatement,
  given: { readonly openings: Buffer; readonly entry: CatalogueEntry; readonly wish: DisclosureWish },
): Disclosure | undefined {
  const { openings, entry, wish } = given;
  const ids = groupsOf(entry);
  const [headerSalt, ...parts] = Array.from({ length: openings.length / hashBytes }, (_, at) =>
    openings.subarray(at * hashBytes, (at + 1) * hashBytes),
  );
  if (headerSalt === undefined) return undefined;
  const groupHashes = parts.slice(0, ids.length);
  const salts = [headerSalt, ...parts.slice(ids.length), ...sealedFieldsOf(entry).map(() => null)];
  const header = headerOf(row, wish.subject);
  const groups = ids.map((group) => groupFields(group, row.fields));
  const whole = { suite: "sha256", kind: "statement", header, salts, groups, groupHashes } as const;
  const open = ids.flatMap((_, at) => (salts[at + 1] === null ? [] : [at + 1]));
  if (!verifyDisclosure(disclose({ ...whole, open }), row.commitment)) return undefined;
  return disclose({ ...whole, open: open.filter((j) => ids[j - 1]?.every((field) => wish.maySee(entry, field))) });
}

/** Undefined where seed or values were erased, or what is kept is not what was committed to: nothing unsound is handed out. */
function disclosureOf(row: SealedStatement, wish: DisclosureWish): Disclosure | undefined {
  const entry = wish.entryOf(row.entry, row.entryVersion);
  if (entry === undefined) return undefined;
  if (row.openings !== null) return openedBy(row, { openings: row.openings, entry, wish });
  if (row.seed.length === 0) return undefined;
  const ids = groupsOf(entry);
  const header = headerOf(row, wish.subject);
  const groups = ids.map((group) => groupFields(group, row.fields));
  const made = commit({ suite: "sha256", kind: "statement", seed: row.seed, header, groups });
  if (!made.commitment.equals(row.commitment)) return undefined;
  const open = ids.flatMap((group, at) => (group.every((field) => wish.maySee(entry, field)) ? [at + 1] : []));
  const salts = saltsOf(row.seed, groups.length);
  const { groupHashes } = made;
  return disclose({ suite: "sha256", kind: "statement", header, salts, groups, groupHashes, open });
}

/** Disclosures of some statements about a subject, by id in hex; one that cannot be given is left out. */
export async function disclosuresOf(tx: Tx, wish: DisclosureWish): Promise<ReadonlyMap<string, Disclosure>> {
  const rows = await loadSealed(tx, wish.subject, wish.ids);
  return new Map(
    rows.flatMap((row) => {
      const disclosure = disclosureOf(row, wish);
      return disclosure === undefined ? [] : [[row.id.toString("hex"), disclosure] as const];
    }),
  );
}
