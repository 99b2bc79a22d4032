import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bodyOf, digestOf, readFields, termsFaults, termsOf, writeFields } from "./terms.ts";

const today = "2026-09-09";
const whole = {
  grantee: "91990100ma0xh0034b",
  purpose: "financing",
  entries: "penalty,permit",
  fields: "penalty.documentNo,penalty.content",
  uses: "3",
  through: "2026-09-30",
};

describe("terms in the address", () => {
  test("are read, from today where no day was chosen", () => {
    const terms = termsOf(whole, today);
    expect(terms).toMatchObject({ grantee: "91990100MA0XH0034B", entries: ["penalty", "permit"], from: today });
    expect(termsFaults(terms, 100)).toEqual([]);
  });

  test("an empty address lacks what only a person can say", () => {
    expect(termsFaults(termsOf({}, today), 100)).toEqual(["grantee", "purpose", "entries", "through"]);
  });

  test.each([
    [{ grantee: "91990100MA0XH0034C" }, "grantee"],
    [{ uses: "0" }, "uses"],
    [{ uses: "101" }, "uses"],
    [{ uses: "1.5" }, "uses"],
    [{ through: "2026-09-08" }, "order"],
  ])("%o is faulty: %s", (over, fault) => {
    expect(termsFaults(termsOf({ ...whole, ...over }, today), 100)).toEqual([fault]);
  });

  test("fields are written as they are read", () => {
    expect(writeFields(readFields(whole.fields))).toBe(whole.fields);
    expect(readFields(".x,y.,z").size).toBe(0);
  });
});

test("an entry whose fields were not chosen is given whole, the subject only by a hall", () => {
  const terms = termsOf(whole, today);
  expect(bodyOf(terms, null)).toEqual({
    grantee: "91990100MA0XH0034B",
    scope: [
      { entry: "penalty", fields: ["documentNo", "content"] },
      { entry: "permit", fields: null },
    ],
    purpose: "financing",
    uses: 3,
    from: today,
    through: "2026-09-30",
    subject: null,
  });
  expect(bodyOf(terms, "S").subject).toBe("S");
});

test("the digest is that of the words that were read", async () => {
  const wording = "公共信用信息查询授权书\n";
  expect(await digestOf(wording)).toBe(createHash("sha256").update(wording, "utf8").digest("hex"));
});
