import { expect, test } from "vitest";
import { exampleOf, fitsFormat } from "./matter-format.ts";

test.each([
  ["SL-####-######", "SL-2026-000123", true],
  ["SL-####-######", "SL-2026-00012", false],
  ["SL-####-######", "sl-2026-000123", false],
  ["SL-####-######", "SL-2026-00012x", false],
  ["XD@-####", "XDA-2026", true],
  ["XD@-####", "XDa-2026", false],
  ["", "", true],
])("%s takes %s: %s", (format, text, fits) => {
  expect(fitsFormat(format, text)).toBe(fits);
});

test.each(["SL-####-######", "XD@-####-##", "X"])("the example of %s fits it", (format) => {
  expect(fitsFormat(format, exampleOf(format))).toBe(true);
});
