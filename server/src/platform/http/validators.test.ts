import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bearerOf } from "./bearer.ts";
import { openCursors } from "./cursor.ts";
import { etagOf, matchesEtag } from "./etag.ts";
import { fillSlots } from "./problem.ts";

test.each([
  ['"abc"', true],
  ['W/"abc"', true],
  ['"x", "abc"', true],
  ['"x",W/"abc" , "y"', true],
  ['"a,b","abc"', true],
  ["*", true],
  ["  *  ", true],
  ['"x"', false],
  ['"x", *', false],
  ["abc", false],
  ['"abc', false],
  ['"x""abc"', false],
  ['"abc" garbage', false],
  ['"abc\u0000"', false],
  ["", false],
  [`${'"x",'.repeat(3000)}"abc"`, false],
])("If-None-Match %s", (header, matches) => {
  expect(matchesEtag(header, '"abc"')).toBe(matches);
  expect(matchesEtag(header, 'W/"abc"')).toBe(matches);
});

test("no header never matches", () => {
  expect(matchesEtag(undefined, '"abc"')).toBe(false);
});

test("an ETag changes with every part and with where parts are cut", () => {
  const part = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(part), fc.array(part), (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      expect(etagOf(a) === etagOf(b)).toBe(same || Object.is(JSON.stringify(a), JSON.stringify(b)));
      expect(etagOf(a)).toMatch(/^"[A-Za-z0-9_-]{27}"$/);
    }),
  );
  expect(etagOf(["ab", "c"])).not.toBe(etagOf(["a", "bc"]));
  expect(etagOf(["1"])).not.toBe(etagOf([1]));
  expect(etagOf([null])).not.toBe(etagOf(["null"]));
});

test.each([
  ["Bearer abc", "abc"],
  ["bearer  a-b_c.d~e+f/g== ", "a-b_c.d~e+f/g=="],
  ["Basic abc", null],
  ["Bearer", null],
  ["Bearer a b", null],
  ["Bearer 令牌", null],
  [`Bearer ${"a".repeat(600)}`, null],
  [undefined, null],
])("Authorization %s", (header, token) => {
  expect(bearerOf(header)).toBe(token);
});

const key = randomBytes(32);
const cursors = openCursors((bytes) => createHmac("sha256", key).update(bytes).digest());

test("a cursor gives back what it was made of, to its own list only", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.integer(), (name, row) => {
      const cursor = cursors.encode("subjects", [name, row]);
      expect(cursor).toMatch(/^[A-Za-z0-9_.-]+$/);
      expect(cursors.decode("subjects", cursor)).toEqual({ ok: true, value: [name, row] });
      expect(cursors.decode("batches", cursor).ok).toBe(false);
    }),
  );
});

test("a changed cursor is refused", () => {
  const cursor = cursors.encode("subjects", { after: "某公司" });
  fc.assert(
    fc.property(fc.nat(cursor.length - 1), fc.constantFrom("A", "z", "0", "-", ".", "é"), (at, letter) => {
      const changed = cursor.slice(0, at) + letter + cursor.slice(at + 1);
      const decoded = cursors.decode("subjects", changed);
      expect(
        changed === cursor ? decoded.ok : !decoded.ok || cursors.encode("subjects", decoded.value) === cursor,
      ).toBe(true);
    }),
  );
  for (const bad of ["", ".", "a.b", `${cursor}x`, "a".repeat(5000)])
    expect(cursors.decode("subjects", bad).ok).toBe(false);
});

test("slots are filled with own values only", () => {
  expect(fillSlots("{a} {b} {constructor} {a}", { a: 1 })).toBe("1 {b} {constructor} 1");
  expect(fillSlots("{a}", { a: "$& {b}", b: "x" })).toBe("$& {b}");
});
