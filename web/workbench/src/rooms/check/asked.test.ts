import { describe, expect, test } from "vitest";
import { readCodes } from "../../looks/code-list.ts";
import { faultsOf, matterOf, queryOf, sharedMatters } from "./asked.ts";
import type { Matter } from "./asked.ts";

const [one, other] = ["91990100MA0XH0026G", "91990100MA0XH0034B"];
const asked: Matter = {
  purpose: "supervision",
  basis: "duty",
  duty: "review",
  matter: "SL-2026-000001",
  entries: [],
};
const format = "SL-####-######";
const judging = (text: string, multiParty = false) => ({ codes: readCodes(text), format, multiParty });
const fields = (over: Partial<Matter>, text = one, multiParty = false) =>
  faultsOf({ ...asked, ...over }, judging(text, multiParty)).map(({ field }) => field);

describe("the address", () => {
  test("holds everything but the subjects", () => {
    const query = { purpose: "supervision", duty: "review", matter: " SL-2026-000001 ", entries: "penalty,,permit" };
    expect(matterOf(query, false)).toEqual({ ...asked, entries: ["penalty", "permit"] });
  });

  test("a lender has no duty, whatever the address says", () => {
    expect(matterOf({ basis: "duty" }, true)).toMatchObject({ basis: "authorisation", purpose: "financing" });
  });
});

describe("before it is sent", () => {
  test("a whole one has no fault", () => {
    expect(fields({})).toEqual([]);
    expect(fields({ basis: "authorisation", duty: "" })).toEqual([]);
  });

  test.each([
    [{ purpose: "" }, "purpose"],
    [{ duty: "" }, "duty"],
    [{ matter: "" }, "matter"],
    [{ matter: "随便看看" }, "format"],
  ])("%o lacks %s", (over, field) => {
    expect(fields(over)).toEqual([field]);
  });

  test("codes are needed, sound ones, and a hundred at most", () => {
    expect(fields({}, "")).toEqual(["codes"]);
    expect(fields({}, `${one}\n91`)).toEqual(["wrong"]);
    expect(fields({}, `${one}\n${one}`)).toEqual(["wrong"]);
    expect(fields({}, Array.from({ length: 101 }, () => "91").join("\n"), true)).toEqual(["wrong", "many"]);
  });

  test("a number of one's own on each line makes one matter a subject", () => {
    expect(fields({ matter: "" }, `${one} SL-2026-000001\n${other} SL-2026-000002`)).toEqual([]);
    expect(fields({ matter: "" }, `${one} SL-2026-000001\n${other}`)).toEqual(["matter"]);
    expect(fields({}, `${one} SL-2026-1`)).toEqual(["format"]);
  });

  test("a matter of several subjects wants a word", () => {
    expect(sharedMatters(readCodes(`${one}\n${other}`), "SL-2026-000001")).toEqual([
      { matter: "SL-2026-000001", count: 2 },
    ]);
    expect(fields({}, `${one}\n${other}`)).toEqual(["party"]);
    expect(fields({}, `${one}\n${other}`, true)).toEqual([]);
  });

  test("where the format is not known, the server judges it", () => {
    expect(faultsOf({ ...asked, matter: "X" }, { codes: readCodes(one), format: null, multiParty: false })).toEqual([]);
  });
});

test("what is sent names each subject with its matter, and nothing that was not said", () => {
  expect(queryOf(asked, judging(`${one}\n${other} SL-2026-000002`))).toEqual({
    purpose: "supervision",
    basis: { kind: "duty", duty: "review" },
    entries: null,
    multiParty: false,
    subjects: [
      { uscc: one, matter: "SL-2026-000001" },
      { uscc: other, matter: "SL-2026-000002" },
    ],
  });
  const byAuthorisation = queryOf({ ...asked, basis: "authorisation", entries: ["penalty"] }, judging(one));
  expect(byAuthorisation).toMatchObject({ basis: { kind: "authorisation" }, entries: ["penalty"] });
});
