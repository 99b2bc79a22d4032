import { afterAll, expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import type { PolicyRelease } from "./draft.ts";
import { judgePolicy } from "./lint.ts";
import { loadPolicy, policyAt } from "./load.ts";
import type { PolicyLoad } from "./load.ts";
import { SOUND_POLICY, writePolicy } from "./test-policy-folder.ts";

const { folder, remove } = writePolicy(SOUND_POLICY);
afterAll(remove);

const EVE = "2026-09-09" as Day;
const DAY = "2026-09-10" as Day;
const penalty = SOUND_POLICY["catalogue/entries/penalty.yaml"] ?? "";

function release(number: number, effective: Day, files: Readonly<Record<string, string>>): PolicyRelease {
  return {
    name: `release-${number}`,
    hash: String(number).repeat(64),
    effective,
    files: new Map(Object.entries(files)),
  };
}

const named = (zh: string, version = 3): Readonly<Record<string, string>> => ({
  "catalogue/entries/penalty.yaml": penalty
    .replace("version: 2", `version: ${version}`)
    .replace("zh: 行政处罚", `zh: ${zh}`),
});

const load = (day: Day, releases: readonly PolicyRelease[]): PolicyLoad =>
  loadPolicy({ folders: [folder], region: "990100", day, releases });
const nameOf = (loaded: PolicyLoad): string | undefined =>
  loaded.ok ? loaded.snapshot.entries.get("penalty")?.zh : JSON.stringify(loaded.faults);

test("a release stands over the folders from its day on, and not a day before", () => {
  const releases = [release(1, DAY, named("处罚信息"))];
  expect(nameOf(load(EVE, releases))).toBe("行政处罚");
  expect(nameOf(load(DAY, releases))).toBe("处罚信息");
});

test("of two releases in effect the later released one stands over the other, whichever took effect first", () => {
  const releases = [release(1, DAY, named("甲")), release(2, EVE, named("乙"))];
  expect(nameOf(load(EVE, releases))).toBe("乙");
  expect(nameOf(load(DAY, releases))).toBe("乙");
});

test("a release can bring a whole new entry", () => {
  const added = (SOUND_POLICY["catalogue/entries/draft.yaml"] ?? "")
    .replace("id: draft", "id: added")
    .replace("state: template", "state: live")
    .replaceAll("unverified", "verified");
  const loaded = load(DAY, [release(1, DAY, { "catalogue/entries/added.yaml": added })]);
  expect(loaded.ok && loaded.snapshot.entries.get("added")?.state).toBe("live");
});

test("a release that would put an older version over a newer one is a fault", () => {
  const loaded = load(DAY, [release(1, DAY, named("旧", 1))]);
  expect(loaded.ok ? [] : loaded.faults.map(({ code }) => code)).toEqual(["policy.version-lower"]);
});

test.each(["../sources.yaml", "packs/home/region.yaml", "notes.yaml", "catalogue/entries/x.txt", ""])(
  "what is no policy file is a fault: %s",
  (name) => {
    const { faults } = judgePolicy({
      folders: [folder],
      region: "990100",
      day: DAY,
      releases: [release(1, DAY, { [name]: "a: 1" })],
    });
    expect(faults.map(({ code, file }) => `${file} ${code}`)).toEqual([`release-1/${name} policy.unknown-file`]);
  },
);

test("a fault in a release is told with its name and line", () => {
  const files = named("处罚\nunknown: 1");
  const { faults } = judgePolicy({ folders: [folder], region: "990100", day: DAY, releases: [release(7, DAY, files)] });
  expect(faults[0]).toMatchObject({ file: "release-7/catalogue/entries/penalty.yaml", line: 4 });
});

test("a release of a later day does not make today's policy be read anew, and one of today does", () => {
  const ask = (releases: readonly PolicyRelease[]): PolicyLoad =>
    policyAt({ folders: [folder], region: "990100", day: EVE, releases });
  const before = ask([]);
  expect(ask([release(1, DAY, named("甲"))])).toBe(before);
  expect(ask([release(1, EVE, named("甲"))])).not.toBe(before);
});

test("two releases of the same name and other text are two", () => {
  expect(nameOf(load(DAY, [release(1, DAY, named("甲"))]))).toBe("甲");
  expect(nameOf(load(DAY, [release(1, DAY, named("乙"))]))).toBe("乙");
});
