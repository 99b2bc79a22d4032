// Files of a case as somebody asks for them: the slice that keeps the case says by what right.
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Keystore } from "../../../platform/keys/keystore.ts";
import type { Attachment, AttachmentKind, OwnerSlice } from "../rules/attachment.ts";
import { mayOpen } from "../rules/right.ts";
import type { CaseRight } from "../rules/right.ts";
import { attach, confirmRedacted, listAttachments, openAttachment, proposeRedacted } from "./attach.ts";
import type { OpenedFile } from "./attach.ts";
import type { ReadFile } from "./read-file.ts";

/** By what right somebody sees a case. Refuses in the same words another's case and one that there is not. */
export type CaseKeeper = (tx: Tx, by: SignedIn, id: string) => Promise<Outcome<CaseRight>>;

/** Who keeps cases that have files. */
export type KeptOwner = Exclude<OwnerSlice, "commitment">;

export interface FilePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keystore: Keystore;
  readonly keepers: Readonly<Record<KeptOwner, CaseKeeper>>;
}

/** A case by the slice that keeps it. */
export interface CaseNamed {
  readonly owner: KeptOwner;
  readonly case: string;
}

export interface CaseFiles {
  readonly right: CaseRight;
  readonly files: readonly Attachment[];
}

const unknown = refused({ code: "attachments.unknown", kind: "absent" });

/** What somebody may see of a case's files, in order. Refuses what the keeper refuses. */
export function readFiles(ports: FilePorts, by: SignedIn, named: CaseNamed): Promise<Outcome<CaseFiles>> {
  return ports.db.read(async (tx) => {
    const right = await ports.keepers[named.owner](tx, by, named.case);
    if (!right.ok) return right;
    const files = await listAttachments(tx, right.value.of);
    return granted({ right: right.value, files: files.filter((file) => mayOpen(right.value, file)) });
  });
}

/** What is to be attached: an original of a kind, or a redacted version of one. */
export type Addition = { readonly kind: AttachmentKind } | { readonly redacts: string };

/** Refuses `attachments.closed` where nothing is taken any more, `attachments.not-yours` for what is not this side's. */
function judgeAddition({ side, adds }: CaseRight, addition: Addition): Outcome<void> {
  if (adds.length === 0) return refused({ code: "attachments.closed", kind: "conflict" });
  const may = "kind" in addition ? adds.includes(addition.kind) : side === "office";
  return may ? granted(undefined) : refused({ code: "attachments.not-yours", kind: "forbidden" });
}

/** Whether somebody may attach it, before any of its bytes is read. Refuses what the keeper and `judgeAddition` refuse. */
export function mayAdd(ports: FilePorts, by: SignedIn, asked: CaseNamed & { readonly addition: Addition }) {
  return ports.db.read(async (tx) => {
    const right = await ports.keepers[asked.owner](tx, by, asked.case);
    return right.ok ? judgeAddition(right.value, asked.addition) : right;
  });
}

/** Attaches a file that was read. Refuses what `mayAdd`, `attach` and `proposeRedacted` refuse. */
export function addFile(
  ports: FilePorts,
  by: SignedIn,
  asked: CaseNamed & { readonly addition: Addition; readonly bytes: Buffer; readonly read: ReadFile },
): Promise<Outcome<Attachment>> {
  const { addition, bytes, read } = asked;
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<Attachment>> => {
    const right = await ports.keepers[asked.owner](tx, by, asked.case);
    if (!right.ok) return right;
    const may = judgeAddition(right.value, addition);
    if (!may.ok) return may;
    const { of } = right.value;
    const context = { keystore: ports.keystore, at: new Date(ports.clock.now()), by };
    return "kind" in addition
      ? attach(tx, context, { of, file: { kind: addition.kind, bytes, read } })
      : proposeRedacted(tx, context, { of, original: addition.redacts, file: { bytes, read } });
  });
}

/** Opens one file. Refuses `attachments.unknown` alike for what is another's, kept back, or not there. */
export function openFile(
  ports: FilePorts,
  by: SignedIn,
  asked: CaseNamed & { readonly file: string },
): Promise<Outcome<OpenedFile>> {
  return ports.db.read(async (tx) => {
    const right = await ports.keepers[asked.owner](tx, by, asked.case);
    if (!right.ok) return right;
    const { of } = right.value;
    const known = (await listAttachments(tx, of)).find(({ attachment }) => attachment === asked.file);
    if (known === undefined || !mayOpen(right.value, known)) return unknown;
    return openAttachment(tx, ports.keystore, { of, attachment: asked.file });
  });
}

/** Stands for a redacted version. Refuses what the keeper and `confirmRedacted` refuse; a subject finds none to confirm. */
export function confirmFile(
  ports: FilePorts,
  by: SignedIn,
  asked: CaseNamed & { readonly file: string; readonly reason: string | null },
): Promise<Outcome<Attachment>> {
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<Attachment>> => {
    const right = await ports.keepers[asked.owner](tx, by, asked.case);
    if (!right.ok) return right;
    if (right.value.side !== "office") return unknown;
    const wish = { of: right.value.of, attachment: asked.file, reason: asked.reason };
    return confirmRedacted(tx, { at: new Date(ports.clock.now()), by }, wish);
  });
}
