import fc from "fast-check";
import { expect, test } from "vitest";
import { packLeaves, unpackLeaves } from "./rules/leaves.ts";
import type { Leaf } from "./rules/leaves.ts";

const hex = (bytes: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => Buffer.from(array).toString("hex"));
const row = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ row, outcome: fc.constant("accepted" as const), statementId: hex(16), commitment: hex(32) }),
  fc.record({
    row,
    outcome: fc.constantFrom("skipped" as const, "duplicate" as const, "quarantined" as const, "rejected" as const),
    statementId: fc.constant(null),
    commitment: fc.constant(null),
  }),
);

test("leaves are the same when they were packed and unpacked", () => {
  fc.assert(
    fc.property(fc.array(leaf), (leaves) => {
      expect(unpackLeaves(packLeaves(leaves))).toEqual(leaves);
    }),
  );
});

test("what was cut or altered is not taken for leaves", () => {
  const packed = packLeaves([
    { row: 2, outcome: "accepted", statementId: "ab".repeat(16), commitment: "cd".repeat(32) },
  ]);
  expect(() => unpackLeaves(packed.subarray(0, -1))).toThrow(RangeError);
  expect(() => unpackLeaves(packed.subarray(0, 3))).toThrow(RangeError);
  packed[4] = 9;
  expect(() => unpackLeaves(packed)).toThrow(RangeError);
});
