import fc from "fast-check";
import { expect, test } from "vitest";
import { testEntries, testEntry, testField } from "../../views/visibility/test-policy.ts";
import type { Fields } from "./rules.ts";
import { commit, saltsOf } from "@xinheng/log/commitment";
import { bodyOf, contentMaker, fieldsOf, groupsOf, sealedFieldsOf, sealedOf, seedOf } from "./service/content.ts";
import { digestWith, openingsOf } from "./service/personal.ts";

test("the same fields in another order are the same body, and come back whole", () => {
  const entry = testEntries.find(({ id }) => id === "penalty") ?? testEntries[0];
  if (entry === undefined) throw new Error("no entry");
  const groups = groupsOf(entry).length;
  const make = contentMaker(entry);
  const ids = entry.fields.filter((field) => !field.personal).map((field) => field.id);
  const drawn = fc
    .shuffledSubarray(ids)
    .chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.array(fc.option(fc.string({ maxLength: 12 })), { minLength: some.length, maxLength: some.length }),
      ),
    );
  fc.assert(
    fc.property(drawn, ([some, values]) => {
      const pairs = some.map((id, at): [string, string | null] => [id, values[at]?.toWellFormed() ?? null]);
      const fields: Fields = Object.fromEntries(pairs);
      const one = make(fields);
      const other = make(Object.fromEntries(pairs.toReversed()));
      expect(bodyOf(one, groups).equals(bodyOf(other, groups))).toBe(true);
      expect(fieldsOf(one, groups)).toEqual(fields);
    }),
  );
});

const entry = testEntry("kept", {
  fields: [
    testField("content", "内容"),
    testField("representative", "法定代表人", { personal: true, group: "authorisation", sealed: "依登记" }),
    testField("telephone", "电话", { personal: true, group: "authorisation" }),
  ],
});
const header = {
  id: "0".repeat(32),
  subject: "s",
  entry: "kept",
  entryVersion: entry.version,
  version: 1,
  replaces: null,
  receivedAt: "2026-09-09T00:00:00Z",
  policyHash: "0".repeat(64),
};

test("a personal field that is kept is a group of its own, committed to and no part of the body", () => {
  expect(sealedFieldsOf(entry)).toEqual(["representative"]);
  expect(groupsOf(entry)).toEqual([["content"], ["representative"]]);
  const content = contentMaker(entry)({ content: "内容" }, { representative: "张示例" });
  expect(bodyOf(content, 2).toString()).toBe('{"content":"内容"}');
  const groups = [{ content: "内容" }, { representative: "张示例" }];
  const made = commit({ suite: "sha256", kind: "statement", seed: seedOf(content), header, groups });
  expect(sealedOf(content, 2).subarray(32)).toEqual(Buffer.concat(made.groupHashes));
});

test("what stands in place of the seed holds no salt of a person's group", () => {
  const content = contentMaker(entry)({ content: "内容" }, { representative: "张示例" });
  const openings = openingsOf(content, 2, 1);
  const [forHeader, open, closed] = saltsOf(seedOf(content), 2);
  expect(openings).toEqual(Buffer.concat([sealedOf(content, 2), open ?? Buffer.alloc(0)]));
  expect(openings.subarray(0, 32)).toEqual(forHeader);
  expect(openings.includes(closed ?? seedOf(content))).toBe(false);
  expect(openings.includes(seedOf(content))).toBe(false);
});

test("a digest knows another name for another, under this key alone", () => {
  const key = { id: "0".repeat(32), suite: "aes-256-gcm", secret: Buffer.alloc(96, 1) } as const;
  const digest = "1".repeat(32);
  const one = digestWith(key, digest, { a: "张示例", b: "李示例" });
  expect(digestWith(key, digest, { b: "李示例", a: "张示例" })).toBe(one);
  expect(one).toMatch(/^[0-9a-f]{32}$/u);
  expect(digestWith(key, digest, { a: "张示例", b: "李示" })).not.toBe(one);
  expect(digestWith({ ...key, secret: Buffer.alloc(96, 2) }, digest, { a: "张示例", b: "李示例" })).not.toBe(one);
});
