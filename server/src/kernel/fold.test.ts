import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bigrams, foldDocumentNo, foldHeader, foldName, maskValue } from "./fold.ts";

describe("a folded name", () => {
  test.each([
    ["示例市某某环境科技有限公司", "示例市某某环境科技有限公司"],
    ["示例（集团）有限公司", "示例(集团)有限公司"],
    ["示例〔集团﹞【一】［二］{三}", "示例(集团)(一)(二)(三)"],
    ["Ａｂｃ　示 例\r\n市\t", "ABC示例市"],
    ["示例_x000d_\n有限_X000A_公司", "示例有限公司"],
    ["示\u200b例\ufeff市\u00a0", "示例市"],
    ["示例•分店・一号‧店", "示例·分店·一号·店"],
    ["示例—东店–二", "示例-东店-二"],
    ["\uf9dc\u2f00", "隆一"],
    ["示例_市_x", "示例_市_X"],
    ["", ""],
  ])("%j is %j", (text, folded) => expect(foldName(text)).toBe(folded));

  test("a name that needs nothing is the same string, and folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!/_x/i.test(text));
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });

  test("full-width and half-width forms meet", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcXYZ0189()&-.示例") }), (text) => {
        const wide = text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        expect(foldName(wide)).toBe(foldName(text));
      }),
    );
  });
});

describe("a folded header", () => {
  test.each([
    ["行业\n［固定污染源］_x000d_", "行业(固定污染源)"],
    [" *企业名称： ", "企业名称"],
    ["corpName", "CORPNAME"],
  ])("%j is %j", (text, folded) => expect(foldHeader(text)).toBe(folded));
});

describe("a folded document number", () => {
  test("brackets of the year, noughts and spaces do not tell numbers apart", () => {
    const forms = [
      "示环罚字〔2018〕第102号",
      "示环罚字（２０１８）第102号",
      "示环罚字﹝2018﹞ 第1〇2号",
      "示环罚字[2018]第1O2号",
      "示环罚字【2O18】第1○2号",
    ];
    expect(new Set(forms.map(foldDocumentNo))).toEqual(new Set(["示环罚字(2018)第102号"]));
    expect(foldDocumentNo("示环罚〔2018〕12号")).not.toBe(foldDocumentNo("示环罚〔2018〕1-2号"));
  });
});

describe("bigrams", () => {
  test("are the different neighbours, by code point, in order", () => {
    expect(bigrams("示例示例")).toEqual(["示例", "例示"]);
    expect(bigrams("𠮷野家")).toEqual(["𠮷野", "野家"]);
    expect(bigrams("示")).toEqual([]);
    expect(bigrams("")).toEqual([]);
  });
});

describe("a masked value", () => {
  test.each([
    ["", ""],
    ["某", "*"],
    ["某甲", "某*"],
    ["某某甲", "某*甲"],
    ["13800000000", "138****0000"],
    ["11010119900101123X", "110***********123X"],
    ["𠮷田某甲", "𠮷**甲"],
  ])("%s becomes %s", (text, masked) => expect(maskValue(text)).toBe(masked));

  test("keeps its length, and hides at least a third", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", minLength: 2, maxLength: 30 }), (text) => {
        fc.pre(!text.includes("*"));
        const masked = maskValue(text);
        expect([...masked]).toHaveLength([...text].length);
        expect([...masked].filter((c) => c === "*").length).toBeGreaterThanOrEqual(Math.floor(text.length / 3));
      }),
    );
  });
});
