import { describe, expect, test } from "vitest";
import { codeGroups, judgeCode, readCodes } from "./code-list.ts";

const sound = "91990100MA0XH0026G";
const other = "91990100MA0XH0034B";

describe("a code", () => {
  test.each([
    [sound, "sound"],
    [other, "sound"],
    ["11990100990001378K", "sound"],
    [`${sound.slice(0, 17)}H`, "check"],
    [sound.replace("X", "Y"), "check"],
    [sound.replace("M", "O"), "sign"],
    [sound.slice(0, 17), "length"],
    ["", "length"],
  ])("%s is judged %s", (code, verdict) => {
    expect(judgeCode(code)).toBe(verdict);
  });

  test("any one wrong digit is found", () => {
    for (let at = 0; at < 18; at += 1) {
      const sign = sound[at] === "1" ? "2" : "1";
      expect(judgeCode(sound.slice(0, at) + sign + sound.slice(at + 1)), String(at)).not.toBe("sound");
    }
  });

  test("is read in groups of 2, 6, 9 and 1; anything else as it is", () => {
    expect(codeGroups(sound)).toEqual(["91", "990100", "MA0XH0026", "G"]);
    expect(codeGroups("91")).toEqual(["91"]);
  });
});

describe("a column", () => {
  test("is read line by line, with the number of its line, empty lines left out", () => {
    const read = readCodes(`${sound}\r\n\n  ${other.toLowerCase()}  \n91`);
    expect(read.map(({ line, code, verdict }) => [line, code, verdict])).toEqual([
      [1, sound, "sound"],
      [3, other, "sound"],
      [4, "91", "length"],
    ]);
  });

  test("full-width forms are read as what they are, and a matter number behind a code belongs to it", () => {
    expect(readCodes("９１９９０１００ＭＡ０ＸＨ００２６Ｇ\tSL-2026-000001")).toEqual([
      { line: 1, code: sound, matter: "SL-2026-000001", verdict: "sound" },
    ]);
  });

  test("the second of two is named, not dropped", () => {
    expect(readCodes(`${sound}\n${sound}`).map(({ verdict }) => verdict)).toEqual(["sound", "twice"]);
  });

  test("a wrong code that stands twice is wrong, not twice", () => {
    expect(readCodes("91\n91").map(({ verdict }) => verdict)).toEqual(["length", "length"]);
  });
});
