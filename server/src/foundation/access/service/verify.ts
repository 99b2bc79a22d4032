// Proofs: that the whole log is as it was signed, and that one look stands in it.
import type { Disclosure } from "@xinheng/log/commitment";
import { MerkleTree, RootBuilder } from "@xinheng/log/merkle";
import { NoteError, openNote, readVerifierKey } from "@xinheng/log/note";
import type { NoteVerifier } from "@xinheng/log/note";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { discloseLook, isUnaltered } from "../rules/look.ts";
import { pathOf, paddingUnder, rootText, TILE, tileRoot } from "../rules/tree.ts";
import { lookAt, placedLooks, rootOver, rootsAfter, tilesBetween, unplacedLook } from "../store/sequence.ts";
import type { PlacedLook, RootRow } from "../store/sequence.ts";
import { paddedCommitments } from "./sequence.ts";

/**
 * altered: a look is not what was committed to · missing: a look, or its position, is gone · inserted: a look without a
 * position, or a position where padding stood · rewritten: looks and positions agree, but not with the tile over them ·
 * root: the tiles do not give the root · note: the root's signature or text is not ours.
 */
export type FindingKind = "altered" | "missing" | "inserted" | "rewritten" | "root" | "note";

export interface Finding {
  readonly kind: FindingKind;
  /** The first position that it is about; for `rewritten` the first of its tile; null for a look without one. */
  readonly position: number | null;
  /** Id of the look, where it is known. */
  readonly look: string | null;
}

export type Verdict =
  | { readonly ok: true; readonly looks: number; readonly roots: number; readonly size: number }
  | { readonly ok: false; readonly finding: Finding };

class Found extends Error {
  readonly finding: Finding;

  constructor(kind: FindingKind, position: number | null, look: Buffer | null = null) {
    super(kind);
    this.finding = { kind, position, look: look?.toString("hex") ?? null };
  }
}

const TILES_AT_ONCE = 16;
const ROOTS_AT_ONCE = 500;

/**
 * Recomputes every root from the rows, in one snapshot, and names the first altered, missing or inserted row. Looks that
 * have no position yet because the sequencer has not been there are no finding.
 * @param key the verifier key of the roots, as it was published; not one that the same database could give.
 */
export function verifyAccessLog(db: Database, key: string): Promise<Verdict> {
  const verifier = readVerifierKey(key);
  return db.read(async (tx): Promise<Verdict> => {
    try {
      return await walk(tx, verifier);
    } catch (error) {
      if (error instanceof Found) return { ok: false, finding: error.finding };
      throw error;
    }
  });
}

async function walk(tx: Tx, verifier: NoteVerifier): Promise<Verdict> {
  const builder = new RootBuilder();
  let [size, looks, roots] = [0, 0, 0];
  for (;;) {
    const page = await rootsAfter(tx, size, ROOTS_AT_ONCE);
    for (const row of page) {
      await checkHour(tx, { row, from: size, builder });
      checkRoot(row, builder.root(), verifier);
      looks += row.firstPadding - size;
      size = row.size;
      roots += 1;
    }
    if (page.length < ROOTS_AT_ONCE) break;
  }
  looks += await checkTail(tx, size);
  const unplaced = await unplacedLook(tx);
  if (unplaced !== undefined) throw new Found("inserted", null, unplaced);
  return { ok: true, looks, roots, size };
}

/** The looks of one hour against their positions, and both against the tiles. */
async function checkHour(
  tx: Tx,
  { row, from, builder }: { readonly row: RootRow; readonly from: number; readonly builder: RootBuilder },
): Promise<void> {
  const padding = paddingUnder(row.paddingSeed);
  for (let first = from; first < row.size; first += TILES_AT_ONCE * TILE) {
    const until = Math.min(row.size, first + TILES_AT_ONCE * TILE);
    const placed = await placedLooks(tx, first, until);
    checkLooks(placed, { from: first, until: Math.min(until, Math.max(first, row.firstPadding)) });
    const commitments = Array.from(
      { length: until - first },
      (_, index) => placed[index]?.placedCommitment ?? padding(first + index),
    );
    const tiles = new Map((await tilesBetween(tx, first / TILE, until / TILE)).map(({ tile, root }) => [tile, root]));
    for (let at = first; at < until; at += TILE) {
      const root = tileRoot(commitments.slice(at - first, at - first + TILE));
      if (tiles.get(at / TILE)?.equals(root) !== true) throw new Found("rewritten", at);
      builder.appendHash(root);
    }
  }
}

/** Positions from `from` up to `until` each hold a look that is what was committed to; behind them there is none. */
function checkLooks(placed: readonly PlacedLook[], { from, until }: { from: number; until: number }): void {
  for (const [index, row] of placed.entries()) {
    if (row.position >= until) throw new Found("inserted", row.position, row.placedLook);
    if (row.position !== from + index) throw new Found("missing", from + index);
    checkLook(row);
  }
  if (placed.length < until - from) throw new Found("missing", from + placed.length);
}

function checkLook(row: PlacedLook): void {
  const { position, placedLook, placedCommitment } = row;
  if (row.subject === null) throw new Found("missing", position, placedLook);
  if (!isUnaltered(row) || !row.commitment.equals(placedCommitment)) throw new Found("altered", position, placedLook);
}

function checkRoot(row: RootRow, root: Buffer, verifier: NoteVerifier): void {
  if (!row.root.equals(root)) throw new Found("root", row.size);
  try {
    const { text } = openNote(row.note, [verifier]);
    if (text === rootText({ log: verifier.name, hour: row.hour, size: row.size, root })) return;
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
  }
  throw new Found("note", row.size);
}

/** Positions that no root covers yet. */
async function checkTail(tx: Tx, size: number): Promise<number> {
  let from = size;
  for (;;) {
    const placed = await placedLooks(tx, from, from + TILES_AT_ONCE * TILE);
    if (placed.length === 0) return from - size;
    checkLooks(placed, { from, until: from + placed.length });
    from += placed.length;
  }
}

/** What a subject is given to check one look at it with nothing of ours but the verifier key. */
export interface LookProof {
  /** What the commitment says openly: the look without account and statements. */
  readonly disclosure: Disclosure;
  /** Hex. */
  readonly commitment: string;
  readonly position: number;
  readonly size: number;
  /** The audit path, hex, from the leaf upwards. */
  readonly path: readonly string[];
  /** The signed root. */
  readonly note: string;
}

/** The tiles as far as they were asked about: it gives proofs under any root before, and reads each tile once. */
let kept = new MerkleTree();

/** Adds tiles from where a tree ends, unless somebody else did so meanwhile. */
async function grow(tx: Tx, tree: MerkleTree, tiles: number): Promise<void> {
  const from = tree.size;
  const more = from < tiles ? await tilesBetween(tx, from, tiles) : [];
  if (tree.size !== from) return;
  for (const { root } of more) tree.appendHash(root);
}

/** The tree over the tiles under a signed root. What does not give that root is another log, or somebody's doing, and made anew. */
async function treeUnder(tx: Tx, { root, size }: RootRow): Promise<MerkleTree> {
  const tiles = size / TILE;
  const tree = kept;
  await grow(tx, tree, tiles);
  if (tree.size >= tiles && tree.root(tiles).equals(root)) return tree;
  const anew = new MerkleTree();
  await grow(tx, anew, tiles);
  if (anew.root().equals(root)) kept = anew;
  return anew;
}

/**
 * The proof that a look at a subject stands in the log; undefined where there is no such look at this subject, or no
 * root over it yet (at most an hour).
 */
export async function proofOfLook(tx: Tx, subject: string, look: string): Promise<LookProof | undefined> {
  const row = await lookAt(tx, subject, Buffer.from(look, "hex"));
  if (row === undefined || row.position === null) return undefined;
  const { position } = row;
  const over = await rootOver(tx, position);
  if (over === undefined) return undefined;
  const first = Math.floor(position / TILE) * TILE;
  const { paddingSeed } = over;
  const commitments = await paddedCommitments(tx, { from: first, until: first + TILE, paddingSeed });
  const path = pathOf({ position, size: over.size }, commitments, await treeUnder(tx, over));
  return {
    disclosure: discloseLook(row),
    commitment: row.commitment.toString("hex"),
    position,
    size: over.size,
    path: path.map((hash) => hash.toString("hex")),
    note: over.note,
  };
}
