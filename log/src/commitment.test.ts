import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalBytes, canonicalText } from "./canonical.ts";
import type { CanonicalObject } from "./canonical.ts";
import { commit, commitSealed, disclose, saltOf, saltsOf, sealGroups, verifyDisclosure } from "./commitment.ts";
import type { CommitmentHeader } from "./commitment.ts";
import type { Suite } from "./suite.ts";

const header: CommitmentHeader = {
  id: "0123456789abcdef0123456789abcdef",
  subject: "9111000052601815XN",
  entry: "penalty",
  entryVersion: 3,
  version: 1,
  replaces: null,
  receivedAt: "2024-09-01T08:00:00Z",
  policyHash: "ab".repeat(32),
};
const seed = Buffer.alloc(32, 7);
const groups: CanonicalObject[] = [
  { documentNo: "示〔2024〕1号", amount: "1.500000" },
  { reason: null },
  { name: "某某" },
];
const input = { seed, kind: "statement", header, groups, suite: "sha256" as Suite };

/** The construction written out from its definition, with nothing shared. */
function byDefinition({ seed: key, kind, header: head, groups: fields, suite }: typeof input): Buffer {
  const h = (...parts: Uint8Array[]): Buffer => createHash(suite).update(Buffer.concat(parts)).digest();
  const u = (width: number, value: number): Buffer => Buffer.from(value.toString(16).padStart(2 * width, "0"), "hex");
  const lp = (bytes: Uint8Array | string): Buffer =>
    Buffer.concat([u(4, Buffer.from(bytes).length), Buffer.from(bytes)]);
  const salt = (j: number): Buffer => createHmac(suite, key).update("xinheng/v1/salt\0").update(u(2, j)).digest();
  const closed = fields.map((group, i) =>
    h(
      Buffer.from("xinheng/v1/group\0"),
      lp(salt(i + 1)),
      lp(head.entry),
      lp(String(head.entryVersion)),
      u(2, i + 1),
      lp(canonicalBytes(group)),
    ),
  );
  return h(
    Buffer.from("xinheng/v1/record\0"),
    lp(salt(0)),
    lp(kind),
    lp(canonicalBytes(head)),
    u(2, fields.length),
    ...closed,
  );
}

const disclosureOf = (open: number[], erased: number[] = []) => {
  const { groupHashes } = commit(input);
  const salts = saltsOf(seed, groups.length).map((salt, j) => (erased.includes(j) ? null : salt));
  return disclose({
    ...input,
    salts,
    groups: groups.map((group, i) => (erased.includes(i + 1) ? null : group)),
    groupHashes,
    open,
  });
};

describe("a commitment", () => {
  test.each<Suite>(["sha256", "sm3"])("is the written definition, under %s", (suite) => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.array(
          fc.dictionary(
            fc.constantFrom("a", "b", "字段".length.toString(), "name"),
            fc.oneof(fc.constant("示例市〔2024〕"), fc.nat(), fc.constant(null)),
            { noNullPrototype: true },
          ),
        ),
        (key, fields) => {
          const each = { ...input, seed: Buffer.from(key), groups: fields, suite };
          expect(commit(each).commitment.equals(byDefinition(each))).toBe(true);
        },
      ),
    );
  });

  test("is the same when its groups were sealed before its header was known", () => {
    const { suite, seed, kind } = input;
    const { entry, entryVersion } = header;
    const sealed = sealGroups({ suite, seed, entry, entryVersion, groups: groups.map(canonicalText) });
    const commitment = commitSealed({ suite, kind, header: canonicalText(header), sealed });
    expect(commitment).toBe(commit(input).commitment.toString("hex"));
    expect(sealed).toHaveLength(32 * (groups.length + 1));
  });

  test("stays what it was: stored commitments depend on it", () => {
    expect(commit(input).commitment.toString("hex")).toBe(
      "ffcf56bd457ec83bc1aee213454063f4c214d4b84a6fca6aa980a7ed33bc95c1",
    );
    expect(commit({ ...input, suite: "sm3" }).commitment.toString("hex")).toBe(
      "141c4b0b129be5fe18e664ffe55fb483ba202f33f7d4694824cbdd8d822b8db7",
    );
  });

  test("changes with every part", () => {
    const base = commit(input).commitment.toString("hex");
    const others = [
      { ...input, seed: Buffer.alloc(32, 8) },
      { ...input, kind: "decision" },
      { ...input, header: { ...header, version: 2 } },
      { ...input, header: { ...header, entryVersion: 4 } },
      { ...input, groups: groups.slice(0, 2) },
      { ...input, groups: [groups[1] ?? {}, groups[0] ?? {}, groups[2] ?? {}] },
      { ...input, suite: "sm3" as Suite },
    ].map((each) => commit(each).commitment.toString("hex"));
    expect(new Set([base, ...others]).size).toBe(others.length + 1);
  });

  test("equal fields in two groups have different hashes", () => {
    const [first, second] = commit({ ...input, groups: [{ a: 1 }, { a: 1 }] }).groupHashes;
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
  });

  test("a seed is 32 bytes, and a salt depends on its number", () => {
    expect(() => commit({ ...input, seed: Buffer.alloc(16) })).toThrow(RangeError);
    expect(saltsOf(seed, 2).map((salt, j) => salt.equals(saltOf(seed, j)))).toEqual([true, true, true]);
    expect(new Set(saltsOf(seed, 50).map(String)).size).toBe(51);
  });
});

describe("a disclosure", () => {
  const { commitment } = commit(input);

  test("holds for every choice of open groups, through JSON, and shows closed ones as a bare hash", () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3]), (open) => {
        const text = JSON.stringify(disclosureOf(open));
        expect(verifyDisclosure(JSON.parse(text), commitment)).toBe(true);
        expect(text.includes("某某")).toBe(open.includes(3));
        expect(text).not.toContain(seed.toString("hex"));
      }),
    );
  });

  test("holds for what is left once a group is erased, and cannot open that group", () => {
    expect(verifyDisclosure(disclosureOf([1, 2], [3]), commitment)).toBe(true);
    expect(() => disclosureOf([3], [3])).toThrow(RangeError);
    expect(() => disclosureOf([1], [0])).toThrow(RangeError);
    expect(() => disclosureOf([4])).toThrow(RangeError);
  });

  test("fails when anything in it was changed", () => {
    const good = disclosureOf([1]);
    const [open, ...closed] = good.groups;
    const salt = open !== undefined && "salt" in open ? open.salt : "";
    const bad = [
      { ...good, kind: "other" },
      { ...good, suite: "sm3" as Suite },
      { ...good, header: { ...header, subject: "other" } },
      { ...good, headerSalt: "00".repeat(32) },
      { ...good, headerSalt: "zz" },
      { ...good, groups: closed },
      { ...good, groups: [{ salt, fields: { documentNo: "示〔2024〕1号", amount: "1.600000" } }, ...closed] },
      { ...good, groups: [{ hash: salt.toUpperCase() }, ...closed] },
    ];
    expect(bad.map((each) => verifyDisclosure(each, commitment))).toEqual(bad.map(() => false));
  });
});
