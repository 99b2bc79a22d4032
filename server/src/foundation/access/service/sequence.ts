// Places in the log after commit, and a signed root every hour.
import { RootBuilder } from "@xinheng/log/merkle";
import { signNote, verifierOf, writeVerifierKey } from "@xinheng/log/note";
import type { NoteSigner } from "@xinheng/log/note";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import { hourOf, paddedSize, paddingUnder, rootText, TILE, tileRoot } from "../rules/tree.ts";
import {
  commitmentsBetween,
  lastRoot,
  nextPosition,
  pendingFlushes,
  rootsBelow,
  saveRoot,
  saveTiles,
  sequence,
} from "../store/sequence.ts";
import type { RootRow, TileRow } from "../store/sequence.ts";

export type { RootRow } from "../store/sequence.ts";

export interface SequencePorts {
  readonly db: Database;
  readonly keys: Pick<Keys, "signer" | "random">;
  /** Host of the platform's public address; the log is called after it. */
  readonly origin: string;
}

const FLUSHES_AT_ONCE = 200;
const TILES_AT_ONCE = 64;
const SEED_BYTES = 32;

/** The key `access-log` under the log's name. */
export function accessSigner({ keys, origin }: Pick<SequencePorts, "keys" | "origin">): NoteSigner {
  const signer = keys.signer("access-log");
  return { name: `${origin}/access`, publicKey: signer.publicKey, sign: (bytes) => signer.sign(bytes) };
}

/** The key by which anyone verifies the hourly roots, as text. */
export function accessKey(ports: Pick<SequencePorts, "keys" | "origin">): string {
  return writeVerifierKey(verifierOf(accessSigner(ports)));
}

/** Signed roots, newest first. @param below goes on behind the root of this size. */
export function publicRoots(
  { db }: Pick<SequencePorts, "db">,
  page: { readonly below: number | null; readonly limit: number },
): Promise<readonly RootRow[]> {
  return db.read((tx) => rootsBelow(tx, page.below, page.limit));
}

/**
 * Gives every committed look its position and, in an hour that has no root yet, signs one over all of them: also where
 * nothing was added. Idempotent; one process at a time does it, the others return at once.
 */
export async function sequenceLooks(ports: SequencePorts, now: number): Promise<void> {
  await ports.db.tryLock("access.sequence", async () => {
    while (await sequenceSome(ports.db));
    await ports.db.write((tx) => signHour(ports, tx, now));
  });
}

/** @returns whether there may be more. */
function sequenceSome(db: Database): Promise<boolean> {
  return db.write(async (tx) => {
    const flushes = await pendingFlushes(tx, FLUSHES_AT_ONCE);
    if (flushes.length > 0) await sequence(tx, await nextPosition(tx), flushes);
    return flushes.length === FLUSHES_AT_ONCE;
  });
}

async function signHour(ports: SequencePorts, tx: Tx, now: number): Promise<void> {
  const last = await lastRoot(tx);
  const hour = hourOf(now);
  if (last !== undefined && last.hour.getTime() >= hour) return;
  const sizeBefore = last?.size ?? 0;
  const firstPadding = await nextPosition(tx);
  const size = paddedSize(sizeBefore, firstPadding);
  const paddingSeed = ports.keys.random(SEED_BYTES);
  const builder = last === undefined ? new RootBuilder() : RootBuilder.restore(last.peaks);
  for (let from = sizeBefore; from < size; from += TILES_AT_ONCE * TILE) {
    const tiles = await tilesOf(tx, { from, until: Math.min(size, from + TILES_AT_ONCE * TILE), paddingSeed });
    for (const { root } of tiles) builder.appendHash(root);
    await saveTiles(tx, tiles);
  }
  const signer = accessSigner(ports);
  const root = builder.root();
  const note = signNote(rootText({ log: signer.name, hour: new Date(hour), size, root }), [signer]);
  const row: RootRow = {
    size,
    hour: new Date(hour),
    firstPadding,
    paddingSeed,
    root,
    peaks: builder.save(),
    note,
    signedAt: new Date(now),
  };
  await saveRoot(tx, row);
}

async function tilesOf(
  tx: Tx,
  { from, until, paddingSeed }: { readonly from: number; readonly until: number; readonly paddingSeed: Buffer },
): Promise<readonly TileRow[]> {
  const commitments = await paddedCommitments(tx, { from, until, paddingSeed });
  return Array.from({ length: (until - from) / TILE }, (_, index) => ({
    tile: from / TILE + index,
    root: tileRoot(commitments.slice(index * TILE, (index + 1) * TILE)),
  }));
}

/** Commitments of a stretch of positions, with padding where there are none. */
export async function paddedCommitments(
  tx: Tx,
  { from, until, paddingSeed }: { readonly from: number; readonly until: number; readonly paddingSeed: Buffer },
): Promise<readonly Buffer[]> {
  const placed = new Map((await commitmentsBetween(tx, from, until)).map((row) => [row.position, row.commitment]));
  const padding = paddingUnder(paddingSeed);
  return Array.from({ length: until - from }, (_, index) => placed.get(from + index) ?? padding(from + index));
}
