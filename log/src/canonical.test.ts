import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalBytes, CanonicalError, canonicalString, canonicalText, parseStrict } from "./canonical.ts";
import type { CanonicalFault, CanonicalValue } from "./canonical.ts";

const VECTORS = new URL("../../../shared/data/vectors/rfc8785-jcs.json", import.meta.url);

const text = fc
  .string({ unit: "binary" })
  .filter(
    (each) =>
      !/[\0\ufdd0-\ufdef]|[\ufffe\uffff]/.test(each) &&
      ![...each].some((c) => ((c.codePointAt(0) ?? 0) & 0xfffe) === 0xfffe),
  );
const key = fc.string({ unit: "binary-ascii" }).filter((each) => !each.includes("\0"));
const { value } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie("value")),
    fc.dictionary(key, tie("value"), { noNullPrototype: true }),
  ),
}));

/** The plainest writer of RFC 8785 there is, to compare with. */
function reference(each: CanonicalValue): string {
  if (Array.isArray(each)) return `[${each.map(reference).join(",")}]`;
  if (typeof each !== "object" || each === null) return JSON.stringify(each === 0 ? 0 : each);
  const entries = Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${reference(item)}`).join(",")}}`;
}

function faultOf(act: () => unknown): CanonicalFault | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof CanonicalError) return error.fault;
    throw error;
  }
  return undefined;
}

test("a single string is written as it is within a value", () => {
  const any = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(any, (each) => {
      const fault = faultOf(() => canonicalText(each));
      expect(faultOf(() => canonicalString(each))).toBe(fault);
      if (fault === undefined) expect(canonicalString(each)).toBe(canonicalText(each));
    }),
  );
});

describe("canonical bytes", () => {
  test("keys stand in order of their bytes, numeric ones too", () => {
    expect(canonicalText({ b: 1, a: [true, null, { "10": 1, "2": 2, Z: 3 }], "": "x" })).toBe(
      '{"":"x","a":[true,null,{"10":1,"2":2,"Z":3}],"b":1}',
    );
  });

  test("agree with a plain writer for every value, and read back to the same bytes", () => {
    fc.assert(
      fc.property(value, (each) => {
        const written = canonicalText(each);
        expect(written).toBe(reference(each));
        expect(canonicalText(parseStrict(written))).toBe(written);
        expect(canonicalBytes(each).toString("utf8")).toBe(written);
      }),
    );
  });

  test("do not depend on the order in which fields were given", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name }), (entries) => {
        expect(canonicalText(Object.fromEntries(entries))).toBe(
          canonicalText(Object.fromEntries(entries.toReversed())),
        );
      }),
    );
  });

  test("keep a legal name as it is: no normalisation", () => {
    expect(canonicalBytes("\uf9dc").toString("hex")).toBe("22efa79c22");
    expect(canonicalText("e\u0301")).not.toBe(canonicalText("\u00e9"));
  });

  test("escape as RFC 8785 says", () => {
    expect(canonicalText({ a: '\u0001\b\n\u001f"\\/\u007f€' })).toBe('{"a":"\\u0001\\b\\n\\u001f\\"\\\\/\u007f€"}');
    expect(canonicalText(-0)).toBe("0");
  });

  test.each<[string, unknown, CanonicalFault]>([
    ["a float", { a: 1.5 }, "float"],
    ["not a number", [Number.NaN], "float"],
    ["infinity", Number.POSITIVE_INFINITY, "float"],
    ["an integer over 2^53 − 1", 2 ** 53, "unsafe-integer"],
    ["a lone high surrogate", { a: "x\ud800" }, "lone-surrogate"],
    ["a lone low surrogate", "\udc00x", "lone-surrogate"],
    ["NUL", { a: { b: "a\0b" } }, "nul"],
    ["NUL in a key", { "a\0": 1 }, "nul"],
    ["a noncharacter", "\ufdd0", "noncharacter"],
    ["another", "\uffff", "noncharacter"],
    ["a noncharacter beyond the basic plane", "\u{1fffe}", "noncharacter"],
    ["a key outside ASCII", { 名: 1 }, "non-ascii-key"],
    ["undefined", { a: undefined }, "unsupported-value"],
    ["a hole", { a: Array(2) }, "unsupported-value"],
    ["a bigint", 1n, "unsupported-value"],
    ["a date", { a: new Date(0) }, "unsupported-value"],
    ["a map", new Map(), "unsupported-value"],
    ["a function", { a: () => 1 }, "unsupported-value"],
  ])("refuse %s", (_, each, fault) => expect(faultOf(() => canonicalBytes(each as CanonicalValue))).toBe(fault));

  test("refuse what nests deeper than anything real, and name the nearest key without its value", () => {
    let deep: CanonicalValue = 1;
    for (let i = 0; i < 70; i += 1) deep = [deep];
    expect(faultOf(() => canonicalText(deep))).toBe("too-deep");
    expect(() => canonicalText({ outer: { secret: 1.25 } })).toThrow("canonical: float at secret");
  });

  test("an object without prototype is an object, and __proto__ an ordinary key", () => {
    expect(canonicalText(Object.assign(Object.create(null), { b: 1, a: 2 }) as CanonicalValue)).toBe('{"a":2,"b":1}');
    expect(canonicalText(parseStrict('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });
});

describe("a strict text", () => {
  test.each<[string, CanonicalFault]>([
    ['{"a":1,"a":1}', "duplicate-key"],
    ['{"a":1,"\\u0061":1}', "duplicate-key"],
    ["1.0", "float"],
    ["1e2", "float"],
    ["9007199254740992", "unsafe-integer"],
    ['"\\ud800"', "lone-surrogate"],
    ['"\\u0000"', "nul"],
    ['"\\ufffe"', "noncharacter"],
    ['{"é":1}', "non-ascii-key"],
    ["[".repeat(100), "too-deep"],
    ...[
      "",
      " ",
      "{",
      "[1,]",
      '{"a":1,}',
      "{a:1}",
      "01",
      "+1",
      "-",
      ".5",
      "nul",
      "[1 2]",
      "1 2",
      '"a',
      '"\n"',
      '"\\x"',
      "{}x",
      "'a'",
      '{"a" 1}',
      "NaN",
      "\ufeff{}",
    ].map((each): [string, CanonicalFault] => [each, "syntax"]),
  ])("%j is refused", (each, fault) => expect(faultOf(() => parseStrict(each))).toBe(fault));

  test("white space is allowed", () => {
    expect(parseStrict(' { "a" : [ 1 , -2 , true , false , null , "x\\u4fe1" ] } \n')).toEqual({
      a: [1, -2, true, false, null, "x信"],
    });
    expect(parseStrict("[ ]")).toEqual([]);
    expect(Object.is(parseStrict("-0"), 0)).toBe(true);
  });
});

describe.skipIf(!existsSync(VECTORS))("published vectors of RFC 8785 (skipped where absent)", () => {
  const cases = existsSync(VECTORS)
    ? (JSON.parse(readFileSync(VECTORS, "utf8")) as { cases: Record<string, { input: string; outhex: string[] }> })
        .cases
    : {};

  test.each(Object.entries(cases))("%s: the same bytes, or outside the restriction", (_, { input, outhex }) => {
    const fault = faultOf(() => parseStrict(input));
    if (fault === undefined) expect(canonicalBytes(parseStrict(input)).toString("hex")).toBe(outhex.join(""));
    else expect(["float", "non-ascii-key", "unsafe-integer"]).toContain(fault);
  });

  test("at least one lies inside", () => {
    expect(Object.values(cases).some(({ input }) => faultOf(() => parseStrict(input)) === undefined)).toBe(true);
  });
});
