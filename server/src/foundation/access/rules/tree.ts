// The log of looks as a tree: what a leaf is, how an hour is padded, and the text that is signed.
import { MerkleTree, RootBuilder, leafHash } from "@xinheng/log/merkle";
import { hmacUnder } from "@xinheng/log/suite";

/** Positions of a subtree that is kept whole, and the step to which every hour is padded. */
export const TILE = 256;

const HOUR_MS = 3_600_000;
/** A hidden entry with one suite (docs/spec/access-log.md). */
const ENTRY_HEAD = Buffer.of(1, 1);
const PADDING_TAG = Buffer.from("xinheng/v1/access-padding\0", "utf8");

/** The leaf data of a look: 01 ‖ 01 ‖ commitment. */
export function leafOf(commitment: Uint8Array): Buffer {
  return Buffer.concat([ENTRY_HEAD, commitment]);
}

/** What stands in place of commitments at the end of an hour; without the seed nobody tells it from one. */
export function paddingUnder(seed: Uint8Array): (position: number) => Buffer {
  const under = hmacUnder("sha256", seed);
  return (position) => {
    const message = Buffer.alloc(PADDING_TAG.length + 8);
    message.set(PADDING_TAG);
    message.writeBigUInt64BE(BigInt(position), PADDING_TAG.length);
    return under(message);
  };
}

/** The size of the log after an hour: whole tiles, and at least one more than before, so that an idle hour looks like any. */
export function paddedSize(sizeBefore: number, next: number): number {
  return Math.ceil(Math.max(next, sizeBefore + 1) / TILE) * TILE;
}

/** The root of one tile's commitments in order. */
export function tileRoot(commitments: readonly Uint8Array[]): Buffer {
  const tree = new RootBuilder();
  for (const commitment of commitments) tree.append(leafOf(commitment));
  return tree.root();
}

/**
 * The audit path of a position (RFC 6962): inside its tile, then over the tiles.
 * @param outer a tree over the roots of tiles, at least of all under the signed root of `size`.
 */
export function pathOf(
  { position, size }: { readonly position: number; readonly size: number },
  commitments: readonly Uint8Array[],
  outer: Pick<MerkleTree, "inclusionProof">,
): readonly Buffer[] {
  const inner = new MerkleTree();
  for (const commitment of commitments) inner.appendHash(leafHash(leafOf(commitment)));
  return [...inner.inclusionProof(position % TILE), ...outer.inclusionProof(Math.floor(position / TILE), size / TILE)];
}

/** The hour that an instant lies in: its beginning, in milliseconds. */
export function hourOf(now: number): number {
  return Math.floor(now / HOUR_MS) * HOUR_MS;
}

/** A root as it is published. */
export interface PublishedRoot {
  /** Name of the log: the platform's origin and `/access`. */
  readonly log: string;
  /** The hour in which it was signed, by its beginning. */
  readonly hour: Date;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text that is signed every hour; the same for the same root. */
export function rootText({ log, hour, size, root }: PublishedRoot): string {
  const at = `${hour.toISOString().slice(0, 19)}Z`;
  return `${log}\nxinheng/v1/access-root\nhour ${at}\nsize ${size}\nroot ${Buffer.from(root).toString("base64")}\n`;
}
