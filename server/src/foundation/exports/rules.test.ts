import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportCommitment, isShown, likeness, markedOrder, rowKey } from "./rules.ts";

const mac = (bytes: Uint8Array): Buffer => createHmac("sha256", "key of a test").update(bytes).digest();
const id = (fill: number): Buffer => Buffer.alloc(16, fill);
const keysOf = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, at) => rowKey(mac, { subject: `9199010${at}`, documentNo: `示〔2026〕${at}号` }));
const setOf = (keys: readonly Buffer[]): Set<string> => new Set(keys.map((key) => key.toString("hex")));

describe("the order of an export", () => {
  test("is a permutation that depends on the export and not on the order of what is exported", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(255), (count, fill) => {
        const keys = keysOf(count);
        const order = markedOrder(mac, id(fill), keys);
        expect(order.toSorted((a, b) => a - b)).toEqual(keys.map((_, at) => at));
        const turned = keys.toReversed();
        const again = markedOrder(mac, id(fill), turned).map((at) => turned[at]?.toString("hex"));
        expect(again).toEqual(order.map((at) => keys[at]?.toString("hex")));
      }),
    );
  });

  test("of another export is another", () => {
    const keys = keysOf(20);
    expect(markedOrder(mac, id(1), keys)).not.toEqual(markedOrder(mac, id(2), keys));
  });

  test("cannot be told without the key", () => {
    const other = (bytes: Uint8Array): Buffer => createHmac("sha256", "another").update(bytes).digest();
    expect(markedOrder(other, id(1), keysOf(20))).not.toEqual(markedOrder(mac, id(1), keysOf(20)));
  });
});

describe("a file that is found", () => {
  const keys = keysOf(200);
  const ordered = (fill: number): Buffer[] => markedOrder(mac, id(fill), keys).flatMap((at) => keys[at] ?? []);

  test("is like the export it was copied from, and only by chance like another of the same rows", () => {
    const copy = ordered(7);
    expect(likeness(mac, copy, { id: id(7), keys: setOf(keys) })).toEqual({ common: 200, inOrder: 1 });
    const other = likeness(mac, copy, { id: id(8), keys: setOf(keys) });
    expect(other.common).toBe(200);
    expect(other.inOrder).toBeGreaterThan(0.3);
    expect(other.inOrder).toBeLessThan(0.7);
  });

  test("still names it where most rows were cut out, and rows of others were put in", () => {
    const strange = keysOf(230).slice(200);
    const cut = ordered(7).filter((_, at) => at % 5 === 0);
    const mixed = cut.flatMap((key, at) => [key, strange[at] ?? key]);
    expect(likeness(mac, mixed, { id: id(7), keys: setOf(keys) })).toEqual({ common: 40, inOrder: 1 });
  });

  test("that was sorted anew keeps the rows alone", () => {
    const sorted = keys.toSorted((a, b) => Buffer.compare(a, b));
    const told = likeness(mac, sorted, { id: id(7), keys: setOf(keys) });
    expect(told.common).toBe(200);
    expect(told.inOrder).toBeLessThan(0.7);
  });

  test("of one common row says nothing of order", () => {
    expect(likeness(mac, keys.slice(0, 1), { id: id(7), keys: setOf(keys) })).toEqual({ common: 1, inOrder: null });
    expect(likeness(mac, [], { id: id(7), keys: setOf(keys) })).toEqual({ common: 0, inOrder: null });
  });
});

describe("a file without its number shows where it is from", () => {
  test.each([
    ["ten rows in order", { common: 10, inOrder: 1, of: 500, subjects: 1 }, true],
    ["nine rows in order", { common: 9, inOrder: 1, of: 500, subjects: 1 }, false],
    [
      "many rows of one subject that anybody could write down",
      { common: 60, inOrder: 0.5, of: 60, subjects: 1 },
      false,
    ],
    ["most of a set about five subjects, sorted anew", { common: 8, inOrder: 0.4, of: 10, subjects: 5 }, true],
    ["half of such a set", { common: 5, inOrder: 0.4, of: 10, subjects: 5 }, false],
    ["a single row", { common: 1, inOrder: null, of: 1, subjects: 1 }, false],
  ])("%s", (_, found, wanted) => expect(isShown(found)).toBe(wanted));
});

test("a commitment changes with each of its parts, and not with the order of the rows", () => {
  const told = { id: id(1), recipient: "91990100MA0XH0034B", keys: keysOf(3), asOf: "2026-09-09", nonce: id(9) };
  const made = exportCommitment(told).toString("hex");
  expect(exportCommitment({ ...told, keys: told.keys.toReversed() }).toString("hex")).toBe(made);
  const others = [
    { ...told, id: id(2) },
    { ...told, recipient: "x" },
    { ...told, keys: keysOf(4) },
    { ...told, asOf: "2026-09-10" },
    { ...told, nonce: id(8) },
  ];
  expect(new Set([made, ...others.map((other) => exportCommitment(other).toString("hex"))]).size).toBe(6);
});
