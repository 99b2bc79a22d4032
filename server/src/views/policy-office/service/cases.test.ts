import { expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import type { Day } from "../../../kernel/day.ts";
import { loadCalendar } from "../../../policy/calendar.ts";
import { loadPolicy } from "../../../policy/load.ts";
import { runCases } from "./cases.ts";

const folders = [fileURLToPath(new URL("../../../../../policy", import.meta.url))];
const load = loadPolicy({ folders, region: "990100", day: "2026-09-09" as Day });
const calendarLoad = loadCalendar(folders, "990100");
if (!load.ok || !calendarLoad.ok) throw new Error("the shipped policy has faults");
const { snapshot } = load;
const { calendar } = calendarLoad;

const overlay = (path: string, text: string) => ({ name: "draft", files: new Map([[path, text]]) });
const record = "{ entry: serious-list, list: wage-arrears, decidedOn: 2026-01-10, sharedUntil: 2029-01-10 }";
const measures = (wanted: string): string => `cases:
  - case: 列入名单的，政府采购中予以限制
    given: { matter: government-procurement, day: 2026-09-09, records: [${record}] }
    then: { measures: [${wanted}] }
    basis: wage-payment-regulation#四十八
`;

test.each([
  ["{ measure: wage-arrears-public-trade, until: 2029-01-10 }", true, ""],
  ["wage-arrears-public-trade", true, ""],
  [
    "{ measure: wage-arrears-public-trade, until: 2028-01-10 }",
    false,
    "wage-arrears-public-trade: 2029-01-10 (2028-01-10)",
  ],
  ["", false, "+ wage-arrears-public-trade"],
  ["food-licence-bar", false, "+ wage-arrears-public-trade; - food-licence-bar"],
])("a draft's case of a measure that expects %s", (wanted, passed, told) => {
  const [outcome] = runCases({ snapshot, calendar }, overlay("measures/cases.yaml", measures(wanted)));
  expect(outcome).toEqual({ title: "列入名单的，政府采购中予以限制", passed, told });
});

const lists = (then: string): string => `cases:
  - case: 别的单位无权认定
    list: wage-arrears
    given: { office: "11990100990012333Y", ground: mass-incident, step: open, day: 2026-09-09 }
    then: ${then}
`;

test.each([
  ["{ refused: lists.not-competent }", true, ""],
  ["{ refused: lists.not-live }", false, "lists.not-competent (lists.not-live)"],
  ["{ granted: true }", false, "lists.not-competent (granted)"],
])("a draft's case of a list that expects %s", (then, passed, told) => {
  const [outcome] = runCases({ snapshot, calendar }, overlay("lists/cases.yaml", lists(then)));
  expect(outcome).toEqual({ title: "别的单位无权认定", passed, told });
});

const access = (then: string): string => `cases:
  - case: 财政局不得查处罚
    given: { office: "11990100990012333Y", duty: permit-review, purpose: administrative-approval, matter: "SL-2026-000001", entries: null, day: 2026-09-09 }
    then: ${then}
`;

test("a draft's case of access is run by the rules of queries", () => {
  const run = (then: string) => runCases({ snapshot, calendar }, overlay("access/cases.yaml", access(then)))[0];
  const [code = ""] = (run("{ refused: nobody.knows }")?.told ?? "").split(" ");
  expect(code).toMatch(/^(accounts|access|sharing|queries)\./u);
  expect(run(`{ refused: ${code} }`)).toEqual({ title: "财政局不得查处罚", passed: true, told: "" });
  expect(run("{ entries: [permit] }")).toMatchObject({ passed: false, told: `${code} (permit)` });
});

const repair = (from: string): string => `cases:
  - case: 一般失信三个月
    decision: { severity: general, decidedOn: 2026-06-18, day: 2026-09-09 }
    then: { refused: repair.too-early, from: ${from} }
`;

test.each([
  ["2026-09-19", true, ""],
  ["2026-09-18", false, "from: 2026-09-19 (2026-09-18)"],
])("a draft's case of a repair that expects %s", (from, passed, told) => {
  const [outcome] = runCases({ snapshot, calendar }, overlay("repair/cases.yaml", repair(from)));
  expect(outcome).toEqual({ title: "一般失信三个月", passed, told });
});

test("without a calendar no term can be reckoned, and no case of a list holds", () => {
  const asked = overlay("lists/cases.yaml", lists("{ refused: lists.not-competent }"));
  expect(runCases({ snapshot, calendar: null }, asked)).toMatchObject([{ passed: false }]);
});
