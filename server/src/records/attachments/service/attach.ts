// Files of a case. The slice that keeps the case judges who may see it and calls these in its own transaction.
import { randomUUID } from "node:crypto";
import type { Account } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Actor } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { fingerprint, openFrom, sealTo } from "../../../platform/keys/envelope.ts";
import type { DataKey } from "../../../platform/keys/envelope.ts";
import type { Keystore } from "../../../platform/keys/keystore.ts";
import { judgeConfirmation, judgeCount, judgeProposal } from "../rules/attachment.ts";
import type { Attachment, AttachmentKind, CaseOfFiles } from "../rules/attachment.ts";
import {
  attachmentsOf,
  findAttachment,
  findFileKey,
  insertAttachment,
  insertConfirmationOf,
  insertFileKey,
  insertPieces,
  loadPieces,
  lockFiles,
} from "../store.ts";
import type { FilePlace } from "../store.ts";
import type { ReadFile } from "./read-file.ts";

/** What every command on a file stands on. */
export interface FileContext {
  readonly keystore: Keystore;
  readonly at: Date;
  readonly by: Account;
}

/** A file that was read (`readFile`, before the transaction) and its bytes. */
export interface NewFile {
  readonly kind: AttachmentKind;
  readonly bytes: Buffer;
  readonly read: ReadFile;
}

const PIECE = 1024 * 1024;
const unknown = { code: "attachments.unknown", kind: "absent" } as const;

/** Whose a data key is: it opens for this file alone. */
export const keyOwner = ({ subject, attachment }: FilePlace): string => `attachment\n${subject}\n${attachment}`;

/** Piece and number of pieces: none can be moved, left out at the end, or put into another file. */
function placeOf({ subject, attachment }: FilePlace, piece: number, pieces: number): readonly string[] {
  return ["attachment", subject, attachment, String(piece), String(pieces)];
}

function* sealedPieces(key: DataKey, place: FilePlace, bytes: Buffer): Generator<Buffer> {
  const pieces = Math.ceil(bytes.length / PIECE);
  for (let piece = 0; piece < pieces; piece += 1) {
    yield sealTo(key, placeOf(place, piece, pieces), bytes.subarray(piece * PIECE, (piece + 1) * PIECE));
  }
}

async function keep(
  tx: Tx,
  { keystore, at, by }: FileContext,
  wish: { readonly of: CaseOfFiles; readonly file: NewFile; readonly redacts: string | null },
): Promise<Outcome<Attachment>> {
  const { of, file, redacts } = wish;
  await lockFiles(tx, of);
  const before = await attachmentsOf(tx, of);
  const room = judgeCount(before.length);
  if (!room.ok) return room;
  const place = { subject: of.subject, attachment: randomUUID() };
  const { key, kept } = keystore.make(keyOwner(place));
  const made = {
    ...of,
    ...file.read,
    ...place,
    no: (before.at(-1)?.no ?? 0) + 1,
    kind: file.kind,
    size: file.bytes.length,
    digest: fingerprint(key, [file.bytes]),
    redacts,
    account: by.account,
    person: by.person,
    organisation: by.organisation,
    at,
  };
  await insertAttachment(tx, made);
  await insertFileKey(tx, { ...place, ...kept });
  await insertPieces(tx, place, sealedPieces(key, place, file.bytes));
  return granted({ ...made, confirmedAt: null });
}

function stateSaid({ owner, case: number, no, kind, format, size, reading, digest, redacts }: Attachment) {
  return { owner, case: number, no, kind, format, size, reading, digest: digest.toString("hex"), redacts };
}

const actorOf = ({ account, organisation }: Account): Actor => ({ account, organisation });

/** Attaches an original to a case: not public, and never to be. Refuses `attachments.too-many`. */
export async function attach(
  tx: Tx,
  context: FileContext,
  wish: { readonly of: CaseOfFiles; readonly file: NewFile },
): Promise<Outcome<Attachment>> {
  const kept = await keep(tx, context, { ...wish, redacts: null });
  if (!kept.ok) return kept;
  const { at, by } = context;
  const deed = { at, account: actorOf(by), purpose: null, target: kept.value.attachment };
  await record(tx, { ...deed, action: "attachments.attach", state: stateSaid(kept.value) });
  return kept;
}

/**
 * Adds a redacted version of an original, for a second officer to confirm. Refuses `attachments.unknown`,
 * `attachments.not-original`, `attachments.too-many`.
 */
export async function proposeRedacted(
  tx: Tx,
  context: FileContext,
  wish: { readonly of: CaseOfFiles; readonly original: string; readonly file: Omit<NewFile, "kind"> },
): Promise<Outcome<Attachment>> {
  const { of, original, file } = wish;
  const found = await findAttachment(tx, of, original);
  if (found === undefined) return refused(unknown);
  const may = judgeProposal(found);
  if (!may.ok) return may;
  const kept = await keep(tx, context, { of, file: { ...file, kind: found.kind }, redacts: original });
  if (!kept.ok) return kept;
  const { at, by } = context;
  const deed = { at, account: actorOf(by), purpose: null, target: kept.value.attachment };
  await record(tx, { ...deed, action: "attachments.propose", state: stateSaid(kept.value) });
  return kept;
}

/**
 * Lets the public see a redacted version: another person than who proposed it, of the same office. Refuses
 * `attachments.unknown` and what `judgeConfirmation` refuses.
 */
export async function confirmRedacted(
  tx: Tx,
  { at, by }: Omit<FileContext, "keystore">,
  wish: { readonly of: CaseOfFiles; readonly attachment: string; readonly reason: string | null },
): Promise<Outcome<Attachment>> {
  const { of, attachment, reason } = wish;
  const found = await findAttachment(tx, of, attachment);
  if (found === undefined) return refused(unknown);
  const may = judgeConfirmation(found, by, reason);
  if (!may.ok) return may;
  const { subject } = of;
  const { account, person, organisation } = by;
  const isFirst = await insertConfirmationOf(tx, { subject, attachment, account, person, organisation, reason, at });
  if (!isFirst) return refused({ code: "attachments.confirmed", kind: "conflict" });
  const confirmed = { ...found, confirmedAt: at };
  const deed = { at, account: actorOf(by), purpose: reason, target: attachment };
  await record(tx, { ...deed, action: "attachments.confirm", state: { ...stateSaid(found), public: true } });
  return granted(confirmed);
}

/** The files of a case in order, without their bytes; for whoever the owning slice lets see the case. */
export function listAttachments(tx: Tx, of: CaseOfFiles): Promise<Attachment[]> {
  return attachmentsOf(tx, of);
}

/** A file and its bytes. */
export interface OpenedFile {
  readonly file: Attachment;
  readonly bytes: Buffer;
}

/**
 * Opens one file of a case. Refuses `attachments.unknown` (also for another case's file) and `attachments.erased`.
 * Throws where what is kept was altered.
 */
export async function openAttachment(
  tx: Tx,
  keystore: Keystore,
  wish: { readonly of: CaseOfFiles; readonly attachment: string },
): Promise<Outcome<OpenedFile>> {
  const file = await findAttachment(tx, wish.of, wish.attachment);
  if (file === undefined) return refused(unknown);
  const kept = await findFileKey(tx, file);
  if (kept === undefined) return refused({ code: "attachments.erased", kind: "absent" });
  const key = keystore.unwrap(keyOwner(file), kept);
  const sealed = await loadPieces(tx, file);
  const opened = sealed.map((piece, at) => openFrom(key, placeOf(file, at, sealed.length), piece));
  const bytes = Buffer.concat(opened.filter((piece) => piece !== undefined));
  const isWhole = opened.every((piece) => piece !== undefined) && fingerprint(key, [bytes]).equals(file.digest);
  if (!isWhole) throw new Error("an attachment was altered where it is kept");
  return granted({ file, bytes });
}

/** The same for the public: nothing but a confirmed redacted version. Refuses all else as `attachments.unknown`. */
export async function openPublic(
  tx: Tx,
  keystore: Keystore,
  wish: { readonly of: CaseOfFiles; readonly attachment: string },
): Promise<Outcome<OpenedFile>> {
  const file = await findAttachment(tx, wish.of, wish.attachment);
  if (file === undefined || file.redacts === null || file.confirmedAt === null) return refused(unknown);
  return openAttachment(tx, keystore, wish);
}
