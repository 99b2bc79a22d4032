import { describe, expect, test } from "vitest";
import { readCodes } from "../../looks/code-list.ts";
import type { LookRules } from "../../looks/rules.ts";
import { askedOf, bodyOf, faultsOf, needsSecond, sharedNumbers } from "./asked.ts";

const office = "11990100990001378K";
const sound = "11990100990001378K";
const duty = (id: string, purposes: readonly string[]): LookRules["duties"][number] => ({
  duty: id,
  name: id,
  offices: [office],
  entries: [],
  purposes,
  articleText: "示例",
});
const rules: LookRules = {
  purposes: [],
  duties: [duty("review", ["procurement"]), duty("audit", ["procurement", "approval"])],
  offices: [],
  authorisation: null,
};
const registry = {
  matters: [
    { id: "bidding", name: "招标投标", purposes: ["procurement", "foreign"] },
    { id: "permit", name: "许可", purposes: ["approval", "procurement"] },
    { id: "loan", name: "贷款", purposes: ["financing"] },
  ],
};
const ask = (query: Readonly<Record<string, string>>) => askedOf(query, { registry, rules, office });
const judging = (text: string, more: object = {}) => ({
  codes: readCodes(text),
  format: "FG-####",
  multiParty: false,
  reason: "",
  ...more,
});

describe("a check", () => {
  test("offers the matters, purposes and duties of the office, and takes the only one", () => {
    const asked = ask({ matter: "bidding" });
    expect(asked.choices.matters.map(({ id }) => id)).toEqual(["bidding", "permit"]);
    expect(asked.purpose).toBe("procurement");
    expect(asked.choices.duties.map((one) => one.duty)).toEqual(["review", "audit"]);
    expect(asked.duty).toBeNull();
    expect(ask({ matter: "permit", purpose: "approval" }).duty?.duty).toBe("audit");
    expect(ask({ matter: "permit", purpose: "procurement", duty: "nowhere" }).duty).toBeNull();
    expect(ask({ matter: "loan", purpose: "financing" }).matter).toBeNull();
  });

  test("says what must be mended, in the order of the form", () => {
    expect(faultsOf(ask({}), judging("")).map(({ field }) => field)).toEqual([
      "matter",
      "purpose",
      "duty",
      "number",
      "codes",
    ]);
    const asked = ask({ matter: "bidding", duty: "review", number: "FG-12" });
    expect(faultsOf(asked, judging(sound))).toEqual([{ field: "format", number: "FG-12" }]);
    expect(faultsOf({ ...asked, matterNo: "FG-0001" }, judging(`${sound}\n91`))).toEqual([
      { field: "wrong", count: 1 },
      { field: "party" },
    ]);
  });

  test("is sent with the number of its line, or else of the matter", () => {
    const asked = ask({ matter: "bidding", duty: "review", number: "FG-0001" });
    const body = bodyOf(asked, judging(`${sound} FG-0002`));
    expect(body).toEqual({
      matter: "bidding",
      purpose: "procurement",
      duty: "review",
      multiParty: false,
      subjects: [{ uscc: sound, matterNo: "FG-0002" }],
      approval: null,
    });
    expect(sharedNumbers(asked, readCodes(`${sound}\n91`))).toEqual([{ number: "FG-0001", count: 2 }]);
  });

  test("of more than a hundred waits for a second person, then bears his approval", () => {
    const [one] = readCodes(sound);
    if (one === undefined) throw new Error("no code");
    const codes = Array.from({ length: 101 }, (_, at) => ({ ...one, line: at + 1, matter: `FG-${1000 + at}` }));
    const asked = ask({ matter: "bidding", duty: "review" });
    expect(needsSecond(asked, codes)).toBe(true);
    expect(faultsOf(asked, judging("", { codes }))).toEqual([{ field: "reason" }]);
    const approved = { ...asked, approval: "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001" };
    expect(faultsOf(approved, judging("", { codes }))).toEqual([]);
    expect(bodyOf(approved, judging("", { codes })).approval).toBe(approved.approval);
    expect(bodyOf(approved, judging(sound)).approval).toBeNull();
    const many = Array.from({ length: 10_001 }, () => one);
    expect(faultsOf(approved, judging("", { codes: many, multiParty: true }))).toContainEqual({
      field: "many",
      count: 10_001,
    });
  });
});
