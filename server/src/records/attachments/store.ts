import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { WrappedKey } from "../../platform/keys/keystore.ts";
import type { Attachment, CaseOfFiles, Doer } from "./rules/attachment.ts";

/** The wrapped key of one file. */
export interface FileKey extends WrappedKey {
  readonly subject: string;
  readonly attachment: string;
}

/** Where one file stands. */
export interface FilePlace {
  readonly subject: string;
  readonly attachment: string;
}

const lockCase = statement("attachments.lock-case", "select pg_advisory_xact_lock(hashtextextended($1, 25))");
const insertOne = statement(
  "attachments.insert",
  `insert into attachments.attachment (subject, attachment, owner, "case", no, kind, format, size, digest, reading, findings,
     redacts, account, person, organisation, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
);
const insertKey = statement(
  "attachments.insert-key",
  `insert into attachments.file_key (subject, attachment, id, suite, kek, wrapped)
   values ($1, $2, decode($3, 'hex'), $4, $5, $6)`,
);
const insertPiece = statement(
  "attachments.insert-piece",
  "insert into attachments.piece (subject, attachment, piece, sealed) values ($1, $2, $3, $4)",
);
const columns = `a.subject, a.attachment, a.owner, a."case", a.no, a.kind, a.format, a.size, a.digest, a.reading, a.findings,
  a.redacts, a.account, a.person, a.organisation, a.at, c.at as "confirmedAt"`;
const joined = `from attachments.attachment a
   left join attachments.confirmation c on c.subject = a.subject and c.attachment = a.attachment`;
const byCase = statement(
  "attachments.by-case",
  `select ${columns} ${joined} where a.subject = $1 and a.owner = $2 and a."case" = $3 order by a.no`,
);
const byPlace = statement(
  "attachments.by-place",
  `select ${columns} ${joined} where a.subject = $1 and a.owner = $2 and a."case" = $3 and a.attachment = $4`,
);
const keyOf = statement(
  "attachments.key",
  `select subject, attachment, encode(id, 'hex') as id, suite, kek, wrapped from attachments.file_key
   where subject = $1 and attachment = $2`,
);
const piecesOf = statement(
  "attachments.pieces",
  "select sealed from attachments.piece where subject = $1 and attachment = $2 order by piece",
);
const insertConfirmation = statement(
  "attachments.confirm",
  `insert into attachments.confirmation (subject, attachment, account, person, organisation, reason, at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);
const keysUnderOther = statement(
  "attachments.keys-under-other",
  `select subject, attachment, encode(id, 'hex') as id, suite, kek, wrapped from attachments.file_key
   where kek <> $1 order by subject, attachment limit $2::int for update`,
);
const saveWrapping = statement(
  "attachments.save-wrapping",
  `update attachments.file_key k set kek = $1, wrapped = n.wrapped
   from unnest($2::text[], $3::uuid[], $4::bytea[]) n (subject, attachment, wrapped)
   where k.subject = n.subject and k.attachment = n.attachment`,
);

/** Two who add to one case take their numbers one after the other. */
export async function lockFiles(tx: Tx, { subject, owner, case: number }: CaseOfFiles): Promise<void> {
  await tx.rows(lockCase, [`${subject}\n${owner}\n${number}`]);
}

export async function insertAttachment(tx: Tx, file: Omit<Attachment, "confirmedAt">): Promise<void> {
  const { subject, attachment, owner, case: number, no, kind, format, size, digest, reading, findings } = file;
  const said = [subject, attachment, owner, number, no, kind, format, size, digest, reading, findings];
  await tx.run(insertOne, [...said, file.redacts, file.account, file.person, file.organisation, file.at]);
}

export async function insertFileKey(tx: Tx, { subject, attachment, id, suite, kek, wrapped }: FileKey): Promise<void> {
  await tx.run(insertKey, [subject, attachment, id, suite, kek, wrapped]);
}

export async function insertPieces(
  tx: Tx,
  { subject, attachment }: FilePlace,
  sealed: Iterable<Buffer>,
): Promise<void> {
  let piece = 0;
  for (const bytes of sealed) {
    await tx.run(insertPiece, [subject, attachment, piece, bytes]);
    piece += 1;
  }
}

/** The files of a case, in order of their numbers. */
export function attachmentsOf(tx: Tx, { subject, owner, case: number }: CaseOfFiles): Promise<Attachment[]> {
  return tx.rows<Attachment>(byCase, [subject, owner, number]);
}

/** One file of a case; undefined also where it is another case's. */
export async function findAttachment(tx: Tx, of: CaseOfFiles, attachment: string): Promise<Attachment | undefined> {
  return (await tx.rows<Attachment>(byPlace, [of.subject, of.owner, of.case, attachment]))[0];
}

/** Undefined where the file was erased. */
export async function findFileKey(tx: Tx, { subject, attachment }: FilePlace): Promise<FileKey | undefined> {
  return (await tx.rows<FileKey>(keyOf, [subject, attachment]))[0];
}

export async function loadPieces(tx: Tx, { subject, attachment }: FilePlace): Promise<Buffer[]> {
  return (await tx.rows<{ sealed: Buffer }>(piecesOf, [subject, attachment])).map(({ sealed }) => sealed);
}

export interface NewConfirmation extends FilePlace, Doer {
  readonly reason: string | null;
  readonly at: Date;
}

/** @returns whether nobody had confirmed it yet. */
export async function insertConfirmationOf(tx: Tx, one: NewConfirmation): Promise<boolean> {
  const { subject, attachment, account, person, organisation, reason, at } = one;
  return (await tx.run(insertConfirmation, [subject, attachment, account, person, organisation, reason, at])) === 1;
}

const keksKept = statement("attachments.keks", "select distinct kek from attachments.file_key order by kek");

/** Every key-encryption key that a file's key is wrapped by; none while there are no files. */
export async function keptFileKeks(tx: Tx): Promise<string[]> {
  return (await tx.rows<{ kek: string }>(keksKept)).map(({ kek }) => kek);
}

/** Keys that another key-encryption key wraps, locked; for `xinheng_eraser` or the owner. */
export function lockFileKeys(tx: Tx, kek: string, limit: number): Promise<FileKey[]> {
  return tx.rows<FileKey>(keysUnderOther, [kek, limit]);
}

export function saveFileWrappings(tx: Tx, kek: string, keys: readonly FileKey[]): Promise<number> {
  const subjects = keys.map(({ subject }) => subject);
  const files = keys.map(({ attachment }) => attachment);
  return tx.run(saveWrapping, [kek, subjects, files, keys.map(({ wrapped }) => wrapped)]);
}
