// Opening what was sealed: after the select list has chosen the fields that may leave, and never before.
import type { Tx } from "../../platform/database/pool.ts";
import type { Keystore } from "../../platform/keys/keystore.ts";
import type { SuiteId } from "../../platform/keys/envelope.ts";
import type { FieldValue } from "../../records/statements/index.ts";
import { openSealed } from "../../records/statements/index.ts";
import { loadSubjectKeys } from "./store.ts";

/** A sealed value of one field; bytes in hex. */
export interface SealedCell {
  readonly key: string;
  readonly suite: SuiteId;
  readonly sealed: string;
}

/** A row of a compiled channel with its kept values, and those of its personal fields that may leave. */
export interface SealedRow {
  readonly subject: string;
  readonly id: Buffer;
  /** Null where an eraser emptied them. */
  readonly fields: Readonly<Record<string, FieldValue>> | null;
  readonly sealed: Readonly<Record<string, SealedCell>>;
}

/**
 * The rows with their personal values among their fields. Where the subject's key was erased, or another one stands now,
 * the field is not there. Throws where a key-encryption key is missing or a value was altered: that is damage, not absence.
 */
export async function openPersonal<R extends SealedRow>(
  tx: Tx,
  keystore: Keystore,
  rows: readonly R[],
): Promise<readonly R[]> {
  const sealed = rows.filter((row) => Object.keys(row.sealed).length > 0);
  if (sealed.length === 0) return rows;
  const kept = await loadSubjectKeys(tx, [...new Set(sealed.map(({ subject }) => subject))]);
  const keys = new Map(kept.map(({ subject, ...one }) => [subject, keystore.unwrap(subject, one)]));
  return rows.map((row) => {
    const key = keys.get(row.subject);
    const opened = Object.entries(row.sealed).flatMap(([field, cell]) => {
      if (key?.id !== cell.key) return [];
      const { subject } = row;
      const bytes = Buffer.from(cell.sealed, "hex");
      const value = openSealed(key, { subject, id: row.id.toString("hex"), field, sealed: bytes });
      if (value === undefined) throw new Error("a sealed field was altered");
      return [[field, value.value] as const];
    });
    return opened.length === 0 ? row : { ...row, fields: { ...row.fields, ...Object.fromEntries(opened) } };
  });
}
