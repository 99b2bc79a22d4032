import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyRoot,
  leafHash,
  MerkleTree,
  nodeHash,
  RootBuilder,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";

const VECTORS = new URL("../../../shared/data/vectors/rfc6962-merkle-proofs.json", import.meta.url);

interface Case {
  readonly leafIdx?: number;
  readonly treeSize?: number;
  readonly root?: string | null;
  readonly leafHash?: string | null;
  readonly start?: number;
  readonly end?: number;
  readonly size?: number;
  readonly size1?: number;
  readonly size2?: number;
  readonly root1?: string | null;
  readonly root2?: string | null;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const bytes = (text: string | null | undefined): Buffer => Buffer.from(text ?? "", "base64");
const treeOf = (size: number): MerkleTree => {
  const tree = new MerkleTree();
  for (let i = 0; i < size; i += 1) tree.append(Buffer.from(`leaf ${i}`));
  return tree;
};
const sizes = fc.integer({ min: 1, max: 130 });

describe("the tree of RFC 6962", () => {
  test("its empty root, a leaf and a node have the published hashes", () => {
    expect(emptyRoot().toString("hex")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(leafHash(Buffer.alloc(0)).toString("hex")).toBe(
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    );
    expect(nodeHash(Buffer.alloc(32), Buffer.alloc(32)).equals(leafHash(Buffer.alloc(64)))).toBe(false);
  });

  test("its root is the recursive definition", () => {
    const root = (leaves: Buffer[]): Buffer => {
      if (leaves.length <= 1) return leaves[0] ?? emptyRoot();
      const split = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
      return nodeHash(root(leaves.slice(0, split)), root(leaves.slice(split)));
    };
    for (let size = 0; size <= 70; size += 1) {
      const leaves = Array.from({ length: size }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));
      expect(treeOf(size).root().equals(root(leaves))).toBe(true);
    }
  });

  test("a streamed root is the tree's, for both suites", () => {
    for (const suite of ["sha256", "sm3"] as const) {
      const tree = new MerkleTree(suite);
      const builder = new RootBuilder(suite);
      for (let i = 0; i < 100; i += 1) {
        expect(builder.root().equals(tree.root())).toBe(true);
        builder.append(Buffer.from([i]));
        expect(tree.append(Buffer.from([i]))).toBe(i);
        expect(builder.size).toBe(tree.size);
      }
    }
  });

  test("every leaf of every earlier size is proved, and nowhere else", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (grown, a, b) => {
        const tree = treeOf(grown);
        const size = 1 + (a % grown);
        const index = b % size;
        const claim = {
          leafHash: leafHash(Buffer.from(`leaf ${index}`)),
          index,
          size,
          proof: tree.inclusionProof(index, size),
          root: tree.root(size),
        };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(size === 1);
        expect(verifyInclusion({ ...claim, leafHash: leafHash(Buffer.from("other")) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
        expect(verifyInclusion({ ...claim, size: index })).toBe(false);
      }),
    );
  });

  test("every earlier size begins every later one, and no other tree does", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (grown, a, b) => {
        const tree = treeOf(grown);
        const size2 = 1 + (a % grown);
        const size1 = 1 + (b % size2);
        const claim = {
          size1,
          size2,
          root1: tree.root(size1),
          root2: tree.root(size2),
          proof: tree.consistencyProof(size1, size2),
        };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, root1: leafHash(Buffer.from("fork")) })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...claim.proof, claim.root1] })).toBe(false);
        expect(verifyConsistency({ ...claim, size1: size2 + 1 })).toBe(false);
      }),
    );
  });

  test("nothing is proved from an empty tree, nor with nodes of another length", () => {
    const tree = treeOf(5);
    const proof = tree.consistencyProof(3);
    const claim = { size1: 3, size2: 5, root1: tree.root(3), root2: tree.root(), proof };
    expect(verifyConsistency({ ...claim, size1: 0, root1: emptyRoot(), proof: [] })).toBe(false);
    expect(verifyConsistency({ ...claim, proof: proof.map((node) => node.subarray(1)) })).toBe(false);
  });

  test("asking beyond the tree is a bug and throws", () => {
    const tree = treeOf(3);
    expect(() => tree.root(4)).toThrow(RangeError);
    expect(() => tree.inclusionProof(3)).toThrow(RangeError);
    expect(() => tree.inclusionProof(0, 0)).toThrow(RangeError);
    expect(() => tree.consistencyProof(3, 2)).toThrow(RangeError);
    expect(() => tree.consistencyProof(0)).toThrow(RangeError);
    expect(() => tree.root(1.5)).toThrow(RangeError);
  });
});

describe.skipIf(!existsSync(VECTORS))("published proofs (skipped where absent)", () => {
  const files = existsSync(VECTORS)
    ? (JSON.parse(readFileSync(VECTORS, "utf8")) as { files: Record<string, Case> }).files
    : {};
  const verdict = (each: Case): boolean => {
    const proof = (each.proof ?? []).map(bytes);
    if (each.size1 !== undefined) {
      return verifyConsistency({
        size1: each.size1,
        size2: each.size2 ?? -1,
        root1: bytes(each.root1),
        root2: bytes(each.root2),
        proof,
      });
    }
    return verifyInclusion({
      leafHash: bytes(each.leafHash),
      index: each.leafIdx ?? -1,
      size: each.treeSize ?? -1,
      proof,
      root: bytes(each.root),
    });
  };

  // The published set also holds proofs of subtrees, which nothing here gives or takes.
  const ours = Object.entries(files).filter(([, each]) => each.size === undefined && each.end === undefined);

  test("every inclusion and consistency proof is judged as published", () => {
    expect(ours).toHaveLength(196);
    expect(ours.filter(([, each]) => verdict(each) === each.wantErr).map(([name]) => name)).toEqual([]);
  });
});
