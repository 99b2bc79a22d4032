import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeEscapes, isBuiltInDate, isDateFormat, numberText, serialText } from "./cell-text.ts";

test.each([
  ["0", "0", undefined],
  ["-7", "-7", undefined],
  ["15150.0", "15150", undefined],
  ["0.10000000000000001", "0.1", undefined],
  ["1E-7", "0.0000001", undefined],
  ["1.5E+3", "1500", undefined],
  ["1.5e5", "150000", undefined],
  ["123456789012345", "123456789012345", undefined],
  ["1234567890123450", "1234567890123450", "number-precision-lost"],
  ["914403001000000000", "914403001000000000", "number-precision-lost"],
  ["9.1440300100000001E+17", "9.1440300100000001E+17", "number-precision-lost"],
  ["9.14E+17", "9.14E+17", "number-precision-lost"],
  ["1E+30", "1E+30", "number-precision-lost"],
  ["0.30000000000000004", "0.30000000000000004", "number-precision-lost"],
  ["abc", "abc", undefined],
  ["1e999", "1e999", undefined],
])("the number %s is given as %s", (stored, text, note) => {
  expect(numberText(stored)).toEqual(note === undefined ? { text } : { text, note });
});

test("a number's text is the same number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const { text } = numberText(String(value));
      expect(Number(text)).toBe(value === 0 ? 0 : value);
    }),
  );
});

test.each([
  ["1", false, "1900-01-01"],
  ["59", false, "1900-02-28"],
  ["61", false, "1900-03-01"],
  ["43234", false, "2018-05-14"],
  ["45351", false, "2024-02-29"],
  ["2958465", false, "9999-12-31"],
  ["43234.5", false, "2018-05-14T12:00:00"],
  ["43234.999999", false, "2018-05-15"],
  ["0.75", false, "18:00:00"],
  ["0", true, "1904-01-01"],
  ["41772", true, "2018-05-14"],
])("the serial %s (1904: %s) is %s", (stored, is1904, text) => {
  expect(serialText(stored, is1904)).toEqual({ text, note: "date-serial" });
});

test.each(["0", "60", "-1", "2958466", "1e99", "x", ""])("the serial %s is no day", (stored) => {
  expect(serialText(stored, false).note).toBe("date-impossible");
});

test.each([
  ["yyyy/m/d;@", true],
  ["[$-804]e年m月d日", true],
  ["[h]:mm", true],
  ["上午/下午h时mm分", true],
  ["General", false],
  ["G/通用格式", false],
  ["0_);\\(0\\)", false],
  ["[DBNum2][$-804]General", false],
  ['"罚款"0"days"', false],
  ["[Red]0.00", false],
  ["0.00E+00", false],
  ["0;yyyy", false],
  ["@", false],
  ["\\d0", false],
])("the format %s shows days: %s", (code, isDate) => {
  expect(isDateFormat(code)).toBe(isDate);
});

test("built-in formats of days and times, Chinese ones included", () => {
  const ids = Array.from({ length: 60 }, (_, id) => id).filter(isBuiltInDate);
  expect(ids).toEqual([
    14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
    57, 58,
  ]);
});

test("escapes are decoded once", () => {
  expect(decodeEscapes("a_x000D_b_x005f_x000d_c_x00_")).toBe("a\rb_x000d_c_x00_");
});
