import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimal,
  compareDecimal,
  findChineseAmounts,
  parseDecimal,
  readChineseAmount,
  scaledOf,
  writeScaled,
  yuanOfFen,
  yuanToWan,
} from "./money.ts";

const SHANDONG = new URL("../../../../shared/data/penalties/shandong-env-penalties.csv", import.meta.url);
const wan = { precision: 20, scale: 6 };

/** Formal numerals as a clerk writes them. */
function inWords(yuan: number): string {
  const digits = "零壹贰叁肆伍陆柒捌玖";
  const units = ["", "拾", "佰", "仟"];
  const section = (value: number): string => {
    let text = "";
    for (let place = 3; place >= 0; place -= 1) {
      const digit = Math.floor(value / 10 ** place) % 10;
      if (digit !== 0) text += digits[digit] + (units[place] ?? "");
      else if (text !== "" && !text.endsWith("零")) text += "零";
    }
    return text.replace(/零$/, "");
  };
  let text = "";
  for (const [power, name] of [
    [100_000_000, "亿"],
    [10_000, "万"],
    [1, ""],
  ] as const) {
    const value = Math.floor(yuan / power) % (power === 100_000_000 ? 10_000 : 10_000);
    if (value === 0) continue;
    if (text !== "" && value < 1000) text += "零";
    text += section(value) + name;
  }
  return `${text}元整`;
}

describe("a decimal", () => {
  test.each([
    ["1.5", "1.500000"],
    ["１．５", "1.500000"],
    ["1,234,567.89", "1234567.890000"],
    ["１，０００", "1000.000000"],
    ["-0.5", "-0.500000"],
    ["+3", "3.000000"],
    ["-0", "0.000000"],
    ["000.10", "0.100000"],
    ["5.", "5.000000"],
    ["1.50000000", "1.500000"],
    ["99999999999999.999999", "99999999999999.999999"],
    [" 7 ", "7.000000"],
  ])("%s is %s", (text, value) => expect(parseDecimal(text, wan)).toEqual({ ok: true, value }));

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["NaN", "shape"],
    ["Infinity", "shape"],
    ["未标明", "shape"],
    ["1.2.3", "shape"],
    ["12,34", "shape"],
    ["1,2345", "shape"],
    [".5", "shape"],
    ["0x10", "shape"],
    ["1 000", "shape"],
    ["--1", "shape"],
    ["1.5E+3", "exponent"],
    ["1e5", "exponent"],
    ["1.0000001", "scale"],
    ["100000000000000", "overflow"],
    ["9".repeat(65), "overflow"],
  ])("%s is refused as %s", (text, reason) => expect(parseDecimal(text, wan)).toEqual({ ok: false, reason }));

  test("whole decimals and pure fractions keep to their shape", () => {
    expect(parseDecimal("12", { precision: 2, scale: 0 })).toEqual({ ok: true, value: "12" });
    expect(parseDecimal("0.12", { precision: 2, scale: 2 })).toEqual({ ok: true, value: "0.12" });
    expect(parseDecimal("1.12", { precision: 2, scale: 2 })).toEqual({ ok: false, reason: "overflow" });
  });

  test("writing and reading are inverse, and arithmetic is exact", () => {
    const big = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    fc.assert(
      fc.property(big, big, fc.nat(8), (a, b, scale) => {
        const [x, y] = [writeScaled(a, scale), writeScaled(b, scale)];
        expect(scaledOf(x)).toEqual({ value: a, scale });
        expect(parseDecimal(x, { precision: 30, scale })).toEqual({ ok: true, value: x });
        expect(addDecimal(x, y)).toBe(writeScaled(a + b, scale));
        expect(compareDecimal(x, y)).toBe(a < b ? -1 : Number(a > b));
        expect(compareDecimal(x, writeScaled(a * 100n, scale + 2))).toBe(0);
      }),
    );
  });

  test("scales may differ", () => {
    expect(addDecimal("1.5", "0.000001")).toBe("1.500001");
    expect(compareDecimal("1.50", "1.5")).toBe(0);
    expect(compareDecimal("-1", "0.1")).toBe(-1);
  });

  test.each([
    ["15000", "1.500000"],
    ["0.01", "0.000001"],
    ["15,150.5", "1.515050"],
    ["0.001", undefined],
    ["未标明", undefined],
  ])("%s yuan is %s 万元", (yuan, value) => expect(yuanToWan(yuan)).toBe(value));

  test("fen are written as yuan", () => expect([0n, 5n, 1234n].map(yuanOfFen)).toEqual(["0.00", "0.05", "12.34"]));
});

describe("an amount in words", () => {
  test.each<[string, bigint]>([
    ["壹万伍仟元整", 1_500_000n],
    ["贰拾万元", 20_000_000n],
    ["拾万元", 10_000_000n],
    ["壹拾玖万叁仟零肆拾肆元整", 19_304_400n],
    ["贰万伍仟柒佰肆拾贰元贰角捌分", 2_574_228n],
    ["叁佰元零伍分", 30_005n],
    ["伍角", -1n],
    ["壹万亿元", 100_000_000_000_000n],
    ["壹亿零贰佰万元整", 10_200_000_000n],
    ["三千五百圆正", 350_000n],
    ["二千零五元", 200_500n],
    ["一百零五元", 10_500n],
    ["十二元", 1200n],
    ["两万元", 2_000_000n],
    ["零元", 0n],
    ["人民币捌仟元", 800_000n],
    ["￥20000.00元", 2_000_000n],
    ["1.5万元", 1_500_000n],
    ["１．５万元", 1_500_000n],
    ["15000元", 1_500_000n],
    ["15,150.50元", 1_515_050n],
    ["2万元", 2_000_000n],
    ["3千元", 300_000n],
    ["1万5千元", 1_500_000n],
    ["1亿2000万元", 12_000_000_000n],
    ["10元5角", 1050n],
    ["贰 拾 万 元", 20_000_000n],
    ["\uf9d1拾元", 6000n],
  ])("%s", (text, fen) => expect(readChineseAmount(text)).toEqual(fen < 0n ? undefined : { fen }));

  test.each([
    "",
    "元",
    "万元",
    "佰元",
    "二〇一八元",
    "叁万伍仟万元",
    "伍万肆万元",
    "壹佰仟元",
    "壹拾贰佰元",
    "5千1万元",
    "0.001元",
    "1.2.3元",
    "壹万伍仟",
    "壹万元罚款",
    "壹".repeat(70),
  ])("%s is none", (text) => expect(readChineseAmount(text)).toBeUndefined());

  test("whatever a clerk writes is read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (yuan) => {
        expect(readChineseAmount(inWords(yuan))).toEqual({ fen: BigInt(yuan) * 100n });
        expect(readChineseAmount(`${yuan}元`)).toEqual({ fen: BigInt(yuan) * 100n });
      }),
    );
  });
});

describe("amounts in a sentence", () => {
  test("are found in order, where they stand", () => {
    const text = "处项目总投资额（２０万元）百分之三的罚款，计六千元；2018年补缴,壹万伍仟元整，合计1，234.5元。";
    const found = findChineseAmounts(text);
    expect(found.map((each) => each.text)).toEqual(["２０万元", "六千元", "壹万伍仟元整", "1，234.5元"]);
    expect(found.map((each) => each.fen)).toEqual([20_000_000n, 600_000n, 1_500_000n, 123_450n]);
    for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.text);
  });

  test.each(["", "责令停止生产", "第十二条第三款", "二〇一八年", "单元房", "第3单元", "公元前", "肆千（¥4000）元"])(
    "%s holds none",
    (text) => expect(findChineseAmounts(text)).toEqual([]),
  );

  test("no text makes it throw, and every find lies in it", () => {
    const noise = fc.string({ unit: fc.constantFrom(..."壹贰拾佰仟万亿零元角分整1230.,，． 处") });
    fc.assert(
      fc.property(noise, (text) => {
        let last = 0;
        for (const each of findChineseAmounts(text)) {
          expect(each.start).toBeGreaterThanOrEqual(last);
          expect(each.end).toBeGreaterThan(each.start);
          expect(readChineseAmount(each.text)).toEqual({ fen: each.fen });
          last = each.end;
        }
      }),
    );
  });
});

describe.skipIf(!existsSync(SHANDONG))("published penalties (skipped where absent)", () => {
  test("the sum in words agrees with the sum in digits, but for the errors that were published", () => {
    let comparable = 0;
    let agree = 0;
    for (const line of readFileSync(SHANDONG, "utf8").split("\n")) {
      const cells = line.split(",");
      const [only, ...others] = findChineseAmounts(line).filter((each) => /[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(each.text));
      const place = cells.findIndex((cell) => only !== undefined && cell.includes(only.text));
      const fine = parseDecimal(cells[place + 1] ?? "", { precision: 20, scale: 2 });
      if (only === undefined || others.length > 0 || !fine.ok) continue;
      comparable += 1;
      if (scaledOf(fine.value).value === only.fen) agree += 1;
    }
    expect(comparable).toBeGreaterThan(1400);
    expect(comparable - agree).toBeLessThan(45);
  });
});
