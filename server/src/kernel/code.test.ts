import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recogniseCode, registrationCheckHolds } from "./code.ts";
import { checkCharacter, isUscc, USCC_ALPHABET } from "./uscc.ts";

const SICHUAN = new URL("../../../../shared/data/ratings/sichuan-transport-ratings.gb18030.csv", import.meta.url);
const HIGHWAY = new URL("../../../../shared/data/ratings/highway-market-ratings.gb18030.csv", import.meta.url);
const SOUND = "9111000052601815XN";
const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** A sound code of region 990100 whose organisation code holds as well. */
function codeOf(organisation: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(organisation.charAt(i), 36), 0);
  const body = `91990100${organisation}${"0X987654321".charAt(sum % 11)}`;
  return body + checkCharacter(body);
}

const codes = fc.string({ unit: fc.constantFrom(...USCC_ALPHABET), minLength: 8, maxLength: 8 }).map(codeOf);

describe("a sound code", () => {
  test("is one, with white space around it or none", () => {
    fc.assert(
      fc.property(codes, (code) => {
        fc.pre(!code.endsWith("000"));
        expect(recogniseCode(code)).toEqual({ kind: "uscc", code, organisationCheck: true });
        expect(recogniseCode(` ${code}\n`)).toEqual({ kind: "uscc", code, organisationCheck: true });
      }),
    );
  });

  test("whose organisation code fails says so", () => {
    const body = "91990100526018150";
    expect(recogniseCode(body + checkCharacter(body))).toMatchObject({ kind: "uscc", organisationCheck: false });
  });
});

describe("another writing of a sound code", () => {
  test("is proposed in its canonical form", () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, at) => {
        fc.pre(!code.endsWith("000"));
        const inside = at + 1;
        for (const text of [
          wide(code),
          `${code.slice(0, inside)} ${code.slice(inside)}`,
          `${code.slice(0, inside)}\u200b${code.slice(inside)}`,
        ]) {
          expect(recogniseCode(text)).toEqual({ kind: "not-canonical", proposal: code });
        }
        const lower = code.toLowerCase();
        if (lower !== code) expect(recogniseCode(lower)).toEqual({ kind: "not-canonical", proposal: code });
        const alike = code.replaceAll("0", "O").replaceAll("1", "I");
        if (alike !== code) expect(recogniseCode(alike)).toEqual({ kind: "not-canonical", proposal: code });
      }),
    );
  });

  test("is not guessed from exchanged letters when a check still fails", () => {
    expect(recogniseCode("91110000526O1815XM")).toEqual({ kind: "bad-character" });
    expect(recogniseCode("9111000052601815xm")).toEqual({ kind: "not-canonical", proposal: null });
  });

  test("letters of other scripts are seen through", () => {
    expect(recogniseCode(SOUND.replace("X", "Х"))).toEqual({ kind: "not-canonical", proposal: SOUND });
  });
});

describe("what is no code", () => {
  test.each([
    ["", "no-code-placeholder"],
    [" \u3000", "no-code-placeholder"],
    ["无", "no-code-placeholder"],
    ["-", "no-code-placeholder"],
    ["——", "no-code-placeholder"],
    ["n/a", "no-code-placeholder"],
    ["0", "no-code-placeholder"],
    ["00000000000000000X", "no-code-placeholder"],
    ["000000000000000000", "no-code-placeholder"],
    ["9111000052601815XM", "wrong-check-digit"],
    ["9111000052601815X!", "bad-character"],
    ["91110000526O1815XQ", "bad-character"],
    ["22222222222222", "wrong-length"],
    ["9901001100626", "wrong-length"],
    ["91110000526018150123", "tax-no"],
    ["9111000052601815XNN", "wrong-length"],
    ["示合示总字第000001号", "wrong-length"],
    ["9".repeat(1000), "wrong-length"],
    ["9111000052601815X", "wrong-length"],
    ["99010052601815012", "tax-no"],
    ["990100NA000043X", "tax-no"],
    ["9.14E+17", "excel-destroyed"],
    ["9.14035E+17", "excel-destroyed"],
    ["9.14e+17", "excel-destroyed"],
    ["９.14E+17", "excel-destroyed"],
    ["9E+17", "excel-destroyed"],
    ["919901000000123000", "excel-destroyed"],
  ])("%j is %s", (text, kind) => expect(recogniseCode(text).kind).toBe(kind));

  test("an organisation code is one with or without hyphen, of any width", () => {
    for (const text of ["52601815-X", "52601815X", "52601815－X", "52601815-x"]) {
      expect(recogniseCode(text)).toEqual({ kind: "organisation-code", code: "52601815X", checkHolds: true });
    }
    expect(recogniseCode("526018150")).toEqual({ kind: "organisation-code", code: "526018150", checkHolds: false });
  });

  test("fifteen digits are a registration number, even where they could be an old ID", () => {
    expect(recogniseCode("110000990101001").kind).toBe("registration-no");
    const digits = Array.from({ length: 10 }, (_, last) => `99010000000000${last}`);
    expect(digits.filter(registrationCheckHolds)).toHaveLength(1);
    for (const text of digits)
      expect(recogniseCode(text)).toEqual({ kind: "registration-no", checkHolds: registrationCheckHolds(text) });
    expect(registrationCheckHolds("9901000000000")).toBe(false);
  });

  test("a code that truly ends in three noughts needs both of its checks", () => {
    const kinds = new Set<string>();
    for (let i = 0; i < 20_000; i += 1) {
      const text = `919901${String(i * 37).padStart(9, "0")}000`;
      if (!isUscc(text)) continue;
      const read = recogniseCode(text);
      kinds.add(read.kind);
      if (read.kind === "uscc") expect(read.organisationCheck).toBe(true);
    }
    expect(kinds).toEqual(new Set(["uscc", "excel-destroyed"]));
  });
});

describe("a person in a code column", () => {
  test("comes before everything else", () => {
    // Births of the year 2099 are nobody's.
    const persons = ["110000209901010019", "11000020990101001X"]
      .flatMap((text) => Array.from({ length: 10 }, (_, i) => text.slice(0, 16) + i))
      .map((body) => {
        const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432".charAt(weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11);
      });
    for (const person of persons) {
      for (const text of [person, person.toLowerCase(), wide(person), ` ${person}`, `${person}00`])
        expect(recogniseCode(text)).toEqual({ kind: "resident-id" });
    }
    expect(recogniseCode("11000099010100101").kind).toBe("resident-id");
  });

  test("no text makes it throw", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => recogniseCode(text).kind.length > 0));
  });
});

describe("published ratings (skipped where absent)", () => {
  const textOf = (url: URL): string => new TextDecoder("gb18030").decode(readFileSync(url));
  const tally = (texts: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const text of texts) {
      const { kind } = recogniseCode(text);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return counts;
  };

  test.skipIf(!existsSync(SICHUAN))("of 1,543 codes that end in three noughts two are sound", () => {
    const noughts = textOf(SICHUAN).match(/(?<![^,"\s])\d{15}000(?![^,"\s])/g) ?? [];
    expect(tally(noughts)).toEqual(
      new Map([
        ["excel-destroyed", 1541],
        ["uscc", 2],
      ]),
    );
  });

  test.skipIf(!existsSync(HIGHWAY))("4,308 codes were destroyed by a spreadsheet, twelve only written oddly", () => {
    const counts = tally(
      textOf(HIGHWAY)
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(",")[1] ?? ""),
    );
    expect([counts.get("excel-destroyed"), counts.get("not-canonical"), counts.get("resident-id")]).toEqual([
      4308,
      12,
      undefined,
    ]);
  });
});
