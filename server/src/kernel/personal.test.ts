import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countBankCards,
  findPersonal,
  looksLikeBankCard,
  looksLikeMobile,
  oldResidentIdIsPlausible,
  residentIdIsSound,
} from "./personal.ts";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An invented ID of a birth that cannot be anybody's. */
function idOf(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + "10X98765432".charAt(sum % 11);
}

const ids = fc
  .tuple(
    fc.constantFrom("11", "37", "44", "51", "82"),
    fc.integer({ min: 0, max: 9999 }),
    fc.date({ min: new Date("2080-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
    fc.nat(999),
  )
  .map(([place, area, birth, order]) =>
    idOf(
      `${place}${String(area).padStart(4, "0")}${birth.toISOString().slice(0, 10).replaceAll("-", "")}${String(order).padStart(3, "0")}`,
    ),
  );
const id = idOf("11000020990101001");
const wide = (text: string): string => text.replace(/[0-9X]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe("a resident ID, GB 11643", () => {
  test("holds by province, birth and check character", () => {
    fc.assert(
      fc.property(ids, (each) => {
        expect(residentIdIsSound(each)).toBe(true);
        expect(residentIdIsSound(each.toLowerCase())).toBe(true);
        expect(residentIdIsSound(wide(each))).toBe(true);
      }),
    );
  });

  test("one changed digit is noticed", () => {
    fc.assert(
      fc.property(ids, fc.nat(16), fc.nat(9), (each, at, digit) => {
        fc.pre(each[at] !== String(digit));
        expect(residentIdIsSound(each.slice(0, at) + digit + each.slice(at + 1))).toBe(false);
      }),
    );
  });

  test.each([
    idOf("91000020990101001"),
    idOf("11000020990229001"),
    idOf("11000020991301001"),
    idOf("11000018990101001"),
    id.slice(1),
    `${id}0`,
    ` ${id.slice(1)}`,
    "",
    "9111000052601815XN",
  ])("%s is none", (text) => expect(residentIdIsSound(text)).toBe(false));

  test("fifteen digits may be an ID of the first generation", () => {
    expect(oldResidentIdIsPlausible("110000990101001")).toBe(true);
    expect(oldResidentIdIsPlausible("110000991301001")).toBe(false);
    expect(oldResidentIdIsPlausible("990000990101001")).toBe(false);
    expect(oldResidentIdIsPlausible("11000099010100X")).toBe(false);
  });
});

describe("a mobile number", () => {
  test.each(["13800000000", "+86 138-0000-0000", "8613800000000", "008613800000000", "199 0000 0000"])(
    "%s is one",
    (text) => expect(looksLikeMobile(text)).toBe(true),
  );
  test.each(["12800000000", "1380000000", "138000000000", "", "86138000000", "0531-88880000"])("%s is none", (text) =>
    expect(looksLikeMobile(text)).toBe(false),
  );
});

describe("personal numbers in a text", () => {
  const kinds = (text: string): string[] =>
    findPersonal(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
  const grouped = `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;

  test.each([
    [`当事人身份证号${id}，现住示例市`, [`resident-id ${id}`]],
    [`（${wide(id)}）`, [`resident-id ${wide(id)}`]],
    [`ID${id}`, [`resident-id ${id}`]],
    [`证件 ${grouped}。`, [`resident-id ${grouped}`]],
    ["旧证110000990101001号", ["resident-id 110000990101001"]],
    ["电话13800000000", ["mobile 13800000000"]],
    ["电话:138-0000-0000;", ["mobile 138-0000-0000"]],
    ["电话138 0000 0000", ["mobile 138 0000 0000"]],
    ["+8613800000000", ["mobile 13800000000"]],
    ["+86 13800000000", ["mobile 13800000000"]],
    ["86138-0000-0000", ["mobile 138-0000-0000"]],
    [`${id}/13800000000/${id}`, [`resident-id ${id}`, "mobile 13800000000", `resident-id ${id}`]],
  ])("%s", (text, found) => expect(kinds(text)).toEqual(found));

  test.each([
    "",
    "统一社会信用代码9111000052601815XN",
    "罚款13800000000元",
    "投资13800000000万元",
    "13800000000.55",
    "示环罚〔2018〕12号",
    "订单1380000000012345",
    "座机0531-88880000",
    "a13800000000f",
    `${id}9`,
    "138-0000-00000",
    "2018-0000-0000",
  ])("%s holds none", (text) => expect(kinds(text)).toEqual([]));

  test("an ID is found wherever it stands between other words", () => {
    const words = fc.string({ unit: fc.constantFrom(..."示例市罚款，。（）abc \n") });
    fc.assert(
      fc.property(words, ids, words, (before, each, after) => {
        fc.pre(!/\d/.test(before + after));
        expect(findPersonal(before + each + after)).toEqual([
          { kind: "resident-id", start: before.length, end: before.length + 18 },
        ]);
      }),
    );
  });

  test("it is linear: a long run of digits ends before the patience of the test does", () => {
    expect(findPersonal("1".repeat(300_000))).toEqual([]);
    expect(findPersonal("138 ".repeat(100_000))).toEqual([]);
  });
});

describe("a bank card", () => {
  test.each([
    ["UnionPay, 19 digits", luhn("622202000000000000")],
    ["Visa, 16 digits", luhn("400000000000000")],
  ])("is found whole or in groups: %s", (_, card) => {
    expect(countBankCards(`账号${card}。`)).toBe(1);
    expect(countBankCards(`账号${card.replaceAll(/(\d{4})(?=\d)/g, "$1 ")}`)).toBe(1);
  });
  test.each(["6222020000000000001", "9901000000000000", "（2027）示环罚1234567890123456号"])("is not: %s", (text) => {
    expect(countBankCards(text)).toBe(0);
  });
  test("is found in full-width digits", () => {
    const wide = [...luhn("622202000000000000")].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(countBankCards(wide.join(""))).toBe(1);
  });
});

/** Invented digits with the check digit that they ask for. */
function luhn(digits: string): string {
  for (let check = 0; check < 10; check += 1) {
    if (looksLikeBankCard(`${digits}${check}`)) return `${digits}${check}`;
  }
  throw new Error(digits);
}
