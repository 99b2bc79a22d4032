import { expect, test } from "vitest";
import { policyAt } from "../../policy/load.ts";
import type { Day } from "../../kernel/day.ts";
import { cite } from "../guidance/index.ts";
import { chromeAt } from "../site/index.ts";
import { listingPages } from "./pages.ts";
import { listModel, registryModel } from "./rules.ts";

const SHIPPED = new URL("../../../../policy", import.meta.url).pathname;
const day = "2026-09-09" as Day;
const load = policyAt({ folders: [SHIPPED], region: "990100", day });
if (!load.ok) throw new Error(JSON.stringify(load.faults));
const policy = load.snapshot;
const cited = { policy, cite };
const chrome = chromeAt(
  { now: Date.parse("2026-09-09T08:00:00+08:00"), today: day, policy },
  { siteName: "信用示例", large: false, path: "/rules/lists" },
);

test("the registry tells what is in force, what waits, and what is no list", () => {
  const model = registryModel(cited);
  expect(model.live.map(({ id }) => id)).toEqual([
    "abnormal-operation",
    "judgment-debtor",
    "market-regulation",
    "procurement",
    "wage-arrears",
    "work-safety",
  ]);
  expect(model.others.map(({ id }) => id)).toEqual(["food-safety-bar", "tax-arrears-notice"]);
  const page = String(listingPages.registry.render(model, chrome));
  for (const word of [
    "拖欠农民工工资失信联合惩戒对象名单",
    "36 个月",
    "未启用",
    "房地产市场严重失信主体名单",
    "/rules/lists/wage-arrears",
  ])
    expect(page).toContain(word);
});

test.for([...policy.lists.keys()])("%s has a page with its basis, its ways out and its state", (id) => {
  const model = listModel(cited, id);
  if (model === null) throw new Error(id);
  const page = String(listingPages.list.render(model, chrome));
  expect(page).toContain(model.title);
  expect(page).toContain("设列依据");
  expect(page).toContain("怎样退出");
  expect(page).not.toContain("undefined");
  for (const ground of model.grounds) expect(page).toContain(ground.title);
});

test("what a list of courts says: the procedure is theirs, and a penalty ends no listing", () => {
  const model = listModel(cited, "judgment-debtor");
  if (model === null) throw new Error("none");
  const page = String(listingPages.list.render(model, chrome));
  expect(page).toContain("程序由认定机关负责");
  expect(page).toContain("不当然结束列入");
  expect(page).not.toContain("事先告知与听取意见");
  expect(listModel(cited, "nothing")).toBeNull();
});
