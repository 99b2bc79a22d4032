import { digest, DIGEST_BYTES } from "./suite.ts";
import type { Suite } from "./suite.ts";

/** The hash of a leaf: H(00 ‖ leaf), RFC 6962 §2.1. */
export function leafHash(leaf: Uint8Array, suite: Suite = "sha256"): Buffer {
  const bytes = Buffer.allocUnsafe(1 + leaf.length);
  bytes[0] = 0;
  bytes.set(leaf, 1);
  return digest(suite, bytes);
}

/** The hash of an inner node: H(01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array, suite: Suite = "sha256"): Buffer {
  const bytes = Buffer.allocUnsafe(1 + 2 * DIGEST_BYTES);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + DIGEST_BYTES);
  return digest(suite, bytes);
}

/** The root of a tree without leaves: the hash of nothing. */
export function emptyRoot(suite: Suite = "sha256"): Buffer {
  return digest(suite, "");
}

/** The root of a growing tree in memory of one hash per level: for receipts, which need no proofs. */
export class RootBuilder {
  readonly #suite: Suite;
  /** Roots of the full subtrees of the leaves so far, by level; undefined where the size has no such bit. */
  readonly #peaks: (Buffer | undefined)[] = [];
  #size = 0;

  constructor(suite: Suite = "sha256") {
    this.#suite = suite;
  }

  /** Leaves so far. */
  get size(): number {
    return this.#size;
  }

  /** Adds a leaf by its bytes. */
  append(bytes: Uint8Array): void {
    this.appendHash(leafHash(bytes, this.#suite));
  }

  /** Adds a leaf by its leaf hash. */
  appendHash(hash: Buffer): void {
    let carried = hash;
    let level = 0;
    for (let peak = this.#peaks[level]; peak !== undefined; peak = this.#peaks[level]) {
      carried = nodeHash(peak, carried, this.#suite);
      this.#peaks[level] = undefined;
      level += 1;
    }
    this.#peaks[level] = carried;
    this.#size += 1;
  }

  /** Size and peaks as bytes, so that a later process goes on where this one stopped. */
  save(): Buffer {
    const size = Buffer.alloc(8);
    size.writeBigUInt64BE(BigInt(this.#size));
    return Buffer.concat([size, ...this.#peaks.filter((peak) => peak !== undefined)]);
  }

  /** A builder as `save` left it. Throws RangeError for bytes that no builder wrote. */
  static restore(saved: Uint8Array, suite: Suite = "sha256"): RootBuilder {
    const bytes = Buffer.from(saved);
    const builder = new RootBuilder(suite);
    const size = bytes.length < 8 ? -1 : Number(bytes.readBigUInt64BE());
    let at = 8;
    for (let level = 0; level < 53 && size >= 2 ** level; level += 1) {
      if (Math.floor(size / 2 ** level) % 2 === 0) continue;
      builder.#peaks[level] = Buffer.from(bytes.subarray(at, at + 32));
      at += 32;
    }
    if (size < 0 || at !== bytes.length) throw new RangeError("merkle: not a saved builder");
    builder.#size = size;
    return builder;
  }

  /** The root over the leaves so far. */
  root(): Buffer {
    let root: Buffer | undefined;
    for (const peak of this.#peaks) {
      if (peak !== undefined) root = root === undefined ? peak : nodeHash(peak, root, this.#suite);
    }
    return root ?? emptyRoot(this.#suite);
  }
}

/** A tree that keeps every full subtree's root, so that roots and proofs of any past size cost O(log n) hashes. */
export class MerkleTree {
  readonly #suite: Suite;
  /** `#levels[k][i]` is the root of leaves i·2^k … (i+1)·2^k − 1. */
  readonly #levels: Buffer[][] = [[]];

  constructor(suite: Suite = "sha256") {
    this.#suite = suite;
  }

  /** Leaves so far. */
  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  /** Adds a leaf by its data and gives its index. */
  append(bytes: Uint8Array): number {
    return this.appendHash(leafHash(bytes, this.#suite));
  }

  /** Adds a leaf by its leaf hash and gives its index. */
  appendHash(hash: Buffer): number {
    const index = this.size;
    this.#levels[0]?.push(hash);
    let position = index;
    let right = hash;
    for (let level = 0; position % 2 === 1; level += 1) {
      right = nodeHash(this.#full(level, position - 1), right, this.#suite);
      position = (position - 1) / 2;
      const above = this.#levels[level + 1];
      if (above === undefined) this.#levels.push([right]);
      else above.push(right);
    }
    return index;
  }

  /** The root over the first `size` leaves, all of them by default. Throws RangeError beyond the tree. */
  root(size = this.size): Buffer {
    this.#need(size, this.size);
    return size === 0 ? emptyRoot(this.#suite) : this.#range(0, size);
  }

  /** The audit path of leaf `index` in the tree of the first `size` leaves, RFC 6962 §2.1.1. Throws RangeError. */
  inclusionProof(index: number, size = this.size): Buffer[] {
    this.#need(size, this.size);
    this.#need(index, size - 1);
    return this.#path(index, 0, size);
  }

  /** The proof that the tree of `size1` leaves begins the tree of `size2`, RFC 6962 §2.1.2. Throws RangeError. */
  consistencyProof(size1: number, size2 = this.size): Buffer[] {
    this.#need(size2, this.size);
    this.#need(size1, size2);
    if (size1 === 0) throw new RangeError("merkle: nothing is proved from an empty tree");
    return this.#subproof(size1, 0, size2, true);
  }

  #path(index: number, start: number, end: number): Buffer[] {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    if (index < middle) return [...this.#path(index, start, middle), this.#range(middle, end)];
    return [...this.#path(index, middle, end), this.#range(start, middle)];
  }

  #subproof(size1: number, start: number, end: number, whole: boolean): Buffer[] {
    if (size1 === end) return whole ? [] : [this.#range(start, end)];
    const middle = start + splitOf(end - start);
    if (size1 <= middle) return [...this.#subproof(size1, start, middle, whole), this.#range(middle, end)];
    return [...this.#subproof(size1, middle, end, false), this.#range(start, middle)];
  }

  #range(start: number, end: number): Buffer {
    const width = end - start;
    const split = splitOf(width);
    if (width === 1) return this.#full(0, start);
    if (split * 2 === width && start % width === 0) return this.#full(Math.log2(width), start / width);
    return nodeHash(this.#range(start, start + split), this.#range(start + split, end), this.#suite);
  }

  #full(level: number, position: number): Buffer {
    const hash = this.#levels[level]?.[position];
    if (hash === undefined) throw new RangeError("merkle: no such subtree");
    return hash;
  }

  #need(value: number, highest: number): void {
    if (!Number.isSafeInteger(value) || value < 0 || value > highest) throw new RangeError("merkle: outside the tree");
  }
}

/** What an inclusion proof is checked against. */
export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether a leaf stands at an index of the tree with this root (RFC 9162 §2.1.3.2). */
export function verifyInclusion(claim: InclusionClaim, suite: Suite = "sha256"): boolean {
  if (!isSize(claim.size) || !isSize(claim.index) || claim.index >= claim.size) return false;
  return areDigests([claim.leafHash, ...claim.proof]) && ascend(claim, suite);
}

function ascend(claim: InclusionClaim, suite: Suite): boolean {
  let fn = claim.index;
  let sn = claim.size - 1;
  let reached = claim.leafHash;
  for (const sibling of claim.proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      reached = nodeHash(sibling, reached, suite);
      [fn, sn] = shiftToOdd(fn, sn);
    } else {
      reached = nodeHash(reached, sibling, suite);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(reached, claim.root);
}

/** What a consistency proof is checked against. */
export interface ConsistencyClaim {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the tree of `size1` leaves begins the tree of `size2` (RFC 9162 §2.1.4.2). For equal sizes the proof must be
 * empty. From an empty tree nothing can be proved, so the answer is no.
 */
export function verifyConsistency(claim: ConsistencyClaim, suite: Suite = "sha256"): boolean {
  const { size1, size2, root1, root2, proof } = claim;
  if (!isSize(size1) || !isSize(size2) || size1 === 0) return false;
  if (proof.length === 0) return size1 === size2 && equal(root1, root2);
  if (size1 >= size2) return false;
  const nodes = isPowerOfTwo(size1) ? [root1, ...proof] : proof;
  return areDigests(nodes) && climb(claim, nodes, suite);
}

function climb(claim: ConsistencyClaim, nodes: readonly Uint8Array[], suite: Suite): boolean {
  let [fn, sn] = [claim.size1 - 1, claim.size2 - 1];
  while (fn % 2 === 1) [fn, sn] = [(fn - 1) / 2, Math.floor(sn / 2)];
  const [first, ...rest] = nodes;
  if (first === undefined) return false;
  let [fr, sr] = [first, first];
  for (const node of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(node, fr, suite);
      sr = nodeHash(node, sr, suite);
      [fn, sn] = shiftToOdd(fn, sn);
    } else {
      sr = nodeHash(sr, node, suite);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(fr, claim.root1) && equal(sr, claim.root2);
}

/** Skips the levels at which a right-edge node has no sibling. */
function shiftToOdd(fn: number, sn: number): [number, number] {
  let [low, high] = [fn, sn];
  while (low % 2 === 0 && low !== 0) [low, high] = [low / 2, Math.floor(high / 2)];
  return [low, high];
}

/** The largest power of two below a width (RFC 6962 §2.1); for a width of 1, 1. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** A node of another length would be hashed with what memory held. */
function areDigests(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === DIGEST_BYTES);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
