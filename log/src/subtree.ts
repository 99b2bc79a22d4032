import { emptyRoot, nodeHash, verifyInclusion } from "./merkle.ts";
import { DIGEST_BYTES } from "./suite.ts";
import type { Suite } from "./suite.ts";

/** Whether leaves `start` … `end − 1` are a subtree: `start` is a multiple of the power of two that holds them. */
export function isSubtree(start: number, end: number): boolean {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start) return false;
  let width = 1;
  while (width < end - start) width *= 2;
  return start % width === 0;
}

/** What an inclusion proof inside a subtree is checked against; `index` counts in the whole tree. */
export interface SubtreeInclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether a leaf stands at an index of a subtree with this root. */
export function verifySubtreeInclusion(claim: SubtreeInclusionClaim, suite: Suite = "sha256"): boolean {
  const { leafHash, index, start, end, proof, root } = claim;
  if (!isSubtree(start, end)) return false;
  return verifyInclusion({ leafHash, index: index - start, size: end - start, proof, root }, suite);
}

/** What a proof that a subtree belongs to a tree is checked against. */
export interface SubtreeConsistencyClaim {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly subtreeRoot: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether a subtree is part of the tree of `size` leaves with this root: the tiles of a log are subtrees. One without
 * leaves is part of every tree, by its empty root and an empty proof.
 */
export function verifySubtreeConsistency(claim: SubtreeConsistencyClaim, suite: Suite = "sha256"): boolean {
  const { start, end, size, subtreeRoot, root, proof } = claim;
  if (!Number.isSafeInteger(size) || start < 0 || end > size) return false;
  if (start === end) return proof.length === 0 && Buffer.compare(subtreeRoot, emptyRoot(suite)) === 0;
  return isSubtree(start, end) && proveSubtree({ start, end, size, subtreeRoot, root, proof }, suite);
}

function proveSubtree(claim: SubtreeConsistencyClaim, suite: Suite): boolean {
  const { start, end, size, subtreeRoot, root, proof } = claim;
  const place = descend({ fn: start, sn: end - 1, tn: size - 1 });
  const nodes = place.fn === place.sn ? [subtreeRoot, ...proof] : proof;
  const hashed = nodes.length === 1 ? [] : nodes;
  return hashed.every((hash) => hash.length === DIGEST_BYTES) && climb({ place, nodes, subtreeRoot, root, suite });
}

/** First and last node of the subtree, and last of the tree, on one level. */
interface Place {
  readonly fn: number;
  readonly sn: number;
  readonly tn: number;
}

function up({ fn, sn, tn }: Place): Place {
  return { fn: Math.floor(fn / 2), sn: Math.floor(sn / 2), tn: Math.floor(tn / 2) };
}

/** To the level at which the proof begins: the largest full subtree at the subtree's right edge. */
function descend(from: Place): Place {
  const atEdge = from.sn === from.tn;
  let place = from;
  while (place.fn !== place.sn && (atEdge || place.sn % 2 === 1)) place = up(place);
  return place;
}

function climb(walk: {
  place: Place;
  nodes: readonly Uint8Array[];
  subtreeRoot: Uint8Array;
  root: Uint8Array;
  suite: Suite;
}): boolean {
  const [first, ...rest] = walk.nodes;
  if (first === undefined) return false;
  let place = walk.place;
  let [fr, sr] = [first, first];
  for (const node of rest) {
    if (place.tn === 0) return false;
    if (place.sn % 2 === 1 || place.sn === place.tn) {
      if (place.fn < place.sn) fr = nodeHash(node, fr, walk.suite);
      sr = nodeHash(node, sr, walk.suite);
      while (place.sn % 2 === 0) place = up(place);
    } else {
      sr = nodeHash(sr, node, walk.suite);
    }
    place = up(place);
  }
  return place.tn === 0 && Buffer.compare(fr, walk.subtreeRoot) === 0 && Buffer.compare(sr, walk.root) === 0;
}
