import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import { loadPolicy } from "../../../policy/load.ts";
import { joinMatters } from "../text.ts";
import { listingNotices, listsForOffice } from "./listings.ts";

const today = "2026-09-09" as Day;
const loaded = loadPolicy({ folders: [path.resolve("policy")], region: "990100", day: today });
if (!loaded.ok) throw new Error("the shipped policy has faults");
const policy = loaded.snapshot;

describe("which lists bear on what an office decides", () => {
  test.each([...policy.access.duties.values()].flatMap(({ offices }) => offices))("%s: by hand", (office) => {
    const duties = [...policy.access.duties.values()].filter(({ offices }) => offices.includes(office));
    const purposes = duties
      .filter(({ from, until }) => from <= today && (until ?? "9999-12-31") > today)
      .flatMap((duty) => duty.purposes);
    const matters = [...policy.matters.values()].filter((one) => one.purposes.some((each) => purposes.includes(each)));
    const pairs = matters.flatMap((matter) =>
      [...policy.measures.values()]
        .filter((measure) => measure.state === "live" && measure.matters.includes(matter.id))
        .flatMap((measure) => [...measure.triggers, ...measure.unless])
        .flatMap((trigger) => ("list" in trigger ? [[trigger.list, matter.zh] as const] : [])),
    );
    const slow = Map.groupBy(new Set(pairs.map((pair) => pair.join(" "))), (pair) => pair.split(" ")[0] ?? "");
    const told = listsForOffice(policy, office, today);
    expect([...told.keys()].toSorted()).toEqual([...slow.keys()].toSorted());
    for (const [list, named] of told)
      expect(named.map((matter) => `${list} ${matter}`).toSorted()).toEqual((slow.get(list) ?? []).toSorted());
  });

  test("none of an office without a duty, and none of a duty that is over or not yet one", () => {
    expect(listsForOffice(policy, "11990100999999999X", today).size).toBe(0);
    const [duty] = [...policy.access.duties.values()].filter(({ offices }) =>
      offices.some((one) => listsForOffice(policy, one, today).size > 0),
    );
    if (duty === undefined) throw new Error("no duty of the shipped packs bears on a list");
    const office = duty.offices[0] ?? "";
    const only = (change: Partial<typeof duty>) => {
      const access = { ...policy.access, duties: new Map([[duty.id, { ...duty, ...change }]]) };
      return listsForOffice({ ...policy, access }, office, today).size;
    };
    expect(only({ until: today })).toBe(0);
    expect(only({ from: "2026-09-10" as Day })).toBe(0);
    expect(only({ purposes: [] })).toBe(0);
  });

  test("none by a measure that is not offered", () => {
    const asleep = new Map([...policy.measures].map(([id, one]) => [id, { ...one, state: "template" as const }]));
    for (const { offices } of policy.access.duties.values())
      for (const office of offices) expect(listsForOffice({ ...policy, measures: asleep }, office, today).size).toBe(0);
  });
});

test("a day is told with counts and matters, and names nobody", () => {
  const digest = { list: "wage-arrears", day: today, at: new Date("2026-09-09T02:00:00Z"), listed: 2, removed: 1 };
  const lists = new Map([["wage-arrears", ["政府采购", "招标投标"]]]);
  expect(listingNotices([digest], { lists, nameOf: () => "名单", join: joinMatters })).toEqual([
    {
      kind: "listings-changed",
      notice: "listings:wage-arrears:2026-09-09",
      at: digest.at,
      about: "wage-arrears",
      values: { list: "名单", day: today, listed: 2, removed: 1, matters: "政府采购、招标投标" },
    },
  ]);
});
