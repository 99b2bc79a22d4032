import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recogniseCode } from "./code.ts";
import { organisationCheckHolds } from "./uscc.ts";
import {
  checkCharacter,
  formatUscc,
  inspectCode,
  isKnownCategory,
  isKnownPair,
  isUscc,
  organisationCodeHolds,
  parseUscc,
  partsOfUscc,
  registeringDepartment,
  registeringRegion,
  subjectKindOf,
  USCC_ALPHABET,
  USCC_WEIGHTS,
} from "./uscc.ts";
import type { CodeVerdict, Uscc } from "./uscc.ts";

const SHARED = new URL("../../../../shared/data/", import.meta.url);
const has = (path: string): boolean => existsSync(new URL(path, SHARED));
const read = (path: string): Buffer => readFileSync(new URL(path, SHARED));

/** Rows of a CSV with quotes, as arrays. */
function* rowsOf(text: string): Generator<string[]> {
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[(i += 1)];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\n") {
      row.push(field);
      field = "";
      if (c === "\n") {
        yield row;
        row = [];
      }
    } else if (c !== "\r") field += c;
  }
  if (field !== "" || row.length > 0) yield [...row, field];
}

function* column(text: string, name: string): Generator<string> {
  let index = -1;
  for (const row of rowsOf(text)) {
    if (index < 0) index = row.findIndex((header) => header.replace("\ufeff", "") === name);
    else yield row[index] ?? "";
  }
}

const CODE = "统一社会信用代码";
const body = fc
  .string({ unit: fc.constantFrom(...USCC_ALPHABET), minLength: 17, maxLength: 17 })
  .filter((text) => !/^0+$/.test(text));
const sound = body.map((text) => {
  const code = text + checkCharacter(text);
  return isUscc(code) ? code : expect.fail(code);
});
const code = (text: string): Uscc => (isUscc(text) ? text : expect.fail(text));

describe("a unified social credit code, GB 32100-2015", () => {
  test.each([
    "9111000052601815XN",
    "923100009083016631",
    "124403001318609165",
    "51330000390996033H",
    "N23700000824628143",
  ])("%s is sound", (text) => {
    expect(parseUscc(text)).toEqual({ ok: true, value: text });
    expect(inspectCode(text)).toBe("ok");
    expect(isKnownCategory(code(text))).toBe(true);
  });

  test("the weights are the powers of three modulo 31", () => {
    expect(USCC_WEIGHTS.map((_, i) => Number(3n ** BigInt(i) % 31n))).toEqual(USCC_WEIGHTS);
  });

  test.each([
    ["", "code.empty"],
    ["000000000000000000", "code.empty"],
    ["00000000000000000X", "code.empty"],
    ["9111000052601815X", "code.wrong-length"],
    [" 9111000052601815XN", "code.wrong-length"],
    ["9111000052601815XI", "code.bad-character"],
    ["91110000526O1815XN", "code.bad-character"],
    ["9111000052601815xN", "code.bad-character"],
    ["9111000052601815XM", "code.wrong-check-digit"],
  ])("%s is refused with %s", (text, reason) => {
    const outcome = parseUscc(text);
    expect(outcome.ok ? "" : outcome.refusal.code).toBe(reason);
    expect(isUscc(text)).toBe(false);
  });

  test("a single changed character, or two neighbours exchanged, is always noticed", () => {
    fc.assert(
      fc.property(sound, fc.nat(17), fc.constantFrom(...USCC_ALPHABET), (text, at, other) => {
        if (text[at] !== other) expect(isUscc(text.slice(0, at) + other + text.slice(at + 1))).toBe(false);
        const [a = "", b = ""] = text.slice(at);
        if (at < 16 && a !== b) expect(isUscc(text.slice(0, at) + b + a + text.slice(at + 2))).toBe(false);
      }),
    );
  });

  test("its parts say who registered whom, where", () => {
    const each = code("9111000052601815XN");
    expect(partsOfUscc(each)).toEqual(["91", "110000", "52601815X", "N"]);
    expect(formatUscc(each)).toBe("91 110000 52601815X N");
    expect(formatUscc(each, "·").split("·")).toHaveLength(4);
    expect(registeringDepartment(each)).toBe("9");
    expect(registeringRegion(each)).toBe("110000");
    fc.assert(fc.property(sound, (text) => formatUscc(text, "") === text));
  });

  test.each([
    ["9111000052601815XN", "enterprise"],
    ["923100009083016631", "individual-business"],
    ["124403001318609165", "public-institution"],
    ["51330000390996033H", "social-organisation"],
    ["N23700000824628143", "other-organisation"],
  ])("%s is of kind %s", (text, kind) => expect(subjectKindOf(code(text))).toBe(kind));

  test("the kind follows from the first two characters alone", () => {
    const of = (pair: string): string =>
      subjectKindOf(
        code(`${pair}990100000000000`.padEnd(17, "0") + checkCharacter(`${pair}990100000000000`.padEnd(17, "0"))),
      );
    expect(["93", "11", "52", "53", "13"].map(of)).toEqual([
      "farmer-cooperative",
      "state-organ",
      "social-organisation",
      "social-organisation",
      "other-organisation",
    ]);
  });

  test("an unknown pair of department and category is known as such, and no error", () => {
    expect(["54", "55", "G1", "J1", "A9"].every(isKnownPair)).toBe(true);
    expect(["94", "Z1", "0", "", "to", "__proto__"].some(isKnownPair)).toBe(false);
  });
});

describe("an organisation code, GB 11714", () => {
  test.each(["52601815X", "908301663", "131860916", "390996033"])("%s holds", (nine) =>
    expect(organisationCodeHolds(nine)).toBe(true),
  );
  test.each(["526018150", "52601815x", "5260181", "5260-815X", ""])("%s does not", (nine) =>
    expect(organisationCodeHolds(nine)).toBe(false),
  );
});

describe("the verdict on a code column", () => {
  test.each<[string, CodeVerdict]>([
    ["", "empty"],
    ["  ", "empty"],
    ["无", "empty"],
    ["00000000000000000X", "empty"],
    ["52601815-X", "org9"],
    ["52601815X", "org9"],
    ["990100000009558", "regno15"],
    ["990100NA000043X", "len15"],
    ["9901001100626", "len13"],
    ["abcdefghijklm", "lenother"],
    ["9901000000095581", "len16"],
    ["99010000000955812", "len17"],
    ["9901", "lenother"],
    ["9111000052601815xn", "lowercase"],
    ["!1110000526018!5xN", "lowercase"],
    ["9111000052601815XI", "badchar"],
    ["9111000052601815XM", "badcheck"],
    ["9111000052601815XN", "ok"],
  ])("%s: %s", (text, verdict) => expect(inspectCode(text)).toBe(verdict));

  test("what is ok is what parses", () => {
    fc.assert(fc.property(sound, (text) => inspectCode(text) === (organisationCheckHolds(text) ? "ok" : "ok_badorg")));
  });
});

describe("published codes (skipped where the files are absent)", () => {
  test.skipIf(!has("vectors/uscc.json"))("the vectors of two libraries", () => {
    const vectors = JSON.parse(read("vectors/uscc.json").toString()) as { valid: string[]; invalid: string[] };
    expect(vectors.valid.filter((each) => !isUscc(each))).toEqual([]);
    expect(vectors.invalid.filter((each) => isUscc(each))).toEqual([]);
  });

  test.skipIf(!has("registry/registry-bad-codes.csv"))("every published bad code has its verdict", () => {
    const text = read("registry/registry-bad-codes.csv").toString();
    const codes = [...column(text, CODE)];
    const wrong = [...column(text, "校验结论")].filter((verdict, i) => inspectCode(codes[i] ?? "") !== verdict);
    expect(codes).toHaveLength(8055);
    expect(wrong).toEqual([]);
  });

  test.skipIf(!has("registry/registry-slim-sample.csv.gz"))("every published sound code is sound and no person", () => {
    let count = 0;
    for (const file of ["registry/registry-slim-sample.csv.gz", "registry/registry-full-sample.csv.gz"]) {
      for (const each of column(gunzipSync(read(file)).toString(), CODE)) {
        count += 1;
        const verdict = inspectCode(each);
        if (verdict !== "ok" && verdict !== "ok_badorg") expect.fail(`${verdict} in row ${count}`);
        if (!parseUscc(each).ok || recogniseCode(each).kind !== "uscc") expect.fail(`not recognised in row ${count}`);
      }
    }
    expect(count).toBe(497_110 + 48_041);
  });
});
