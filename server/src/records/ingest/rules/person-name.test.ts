import fc from "fast-check";
import { expect, test } from "vitest";
import { isPersonName } from "./person-name.ts";

test.each(["张示例", "阿不都·示例", "JOHN O'EXAMPLE", "欧阳示例（委派代表：李示例）", "张示例、李示例", "𠮷示例"])(
  "%s can be a name",
  (text) => expect(isPersonName(text, 50)).toBe(true),
);

test.each([
  "无1",
  "-",
  "张",
  "",
  "13800138000",
  "张示例13800138000",
  "张示例;李",
  "张\n示例",
  "<b>张示例</b>",
  "\u202e张示例",
])("%j is not kept as one", (text) => expect(isPersonName(text, 50)).toBe(false));

test("a name is no longer than its entry says, and holds no digit of any script", () => {
  expect(isPersonName("张".repeat(51), 50)).toBe(false);
  expect(isPersonName("张".repeat(51), null)).toBe(true);
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("1", "９", "٣"), (text, digit) => {
      expect(isPersonName(`张${text}${digit}`, null)).toBe(false);
    }),
  );
});
