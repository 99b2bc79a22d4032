import { expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { loadPolicy } from "./load.ts";
import { SOUND_POLICY, lintFiles, writePolicy } from "./test-policy-folder.ts";
import { faultText } from "./text.ts";

const SHIPPED = new URL("../../../policy", import.meta.url).pathname;

/** A small sound list. Everything in it is invented. */
const LIST = `id: small-list
version: 1
zh: 示例名单
kind: serious
entry: penalty
doors: [here]
authority: 示例机关
state: live
subjectKinds: [enterprise]
grounds:
  - { id: grave, zh: 情节严重, threshold: 情节严重, basis: "new-rule#6", mark: verified }
term: { kind: months, months: 36, basis: "new-rule#7", mark: verified }
exits: [term, revocation]
defence: { workingDays: 5, mark: unverified }
hearing: { workingDays: 7, mark: unverified }
remedies:
  - { kind: reconsideration, days: 60, mark: unverified }
domain: ["opinions-2025#12"]
procedure: ["new-rule#6"]
mark: verified
`;

const withList = (text: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  ...SOUND_POLICY,
  "lists/small-list.yaml": text,
  ...more,
});
const codesOf = (text: string, more?: Readonly<Record<string, string>>): string[] =>
  lintFiles({ files: withList(text, more) }).map((fault) => `${fault.code}@${fault.line}`);

function lineOf(text: string, words: string): number {
  return text.split("\n").findIndex((line) => line.includes(words)) + 1;
}

test("a sound list has no fault", () => {
  expect(codesOf(LIST)).toEqual([]);
});

test.for([
  [
    "a domain that only a departmental rule speaks of",
    `domain: ["opinions-2025#12"]`,
    `domain: ["new-rule#1"]`,
    "policy.list-rank",
  ],
  [
    "a procedure that only a notice speaks of",
    `procedure: ["new-rule#6"]`,
    `procedure: ["undated#1"]`,
    "policy.list-rank",
  ],
  [
    "a basis of another place",
    `domain: ["opinions-2025#12"]`,
    `domain: ["opinions-2025#12", "elsewhere#1"]`,
    "policy.foreign-territory",
  ],
  ["a basis without an article", `basis: "new-rule#7"`, `basis: new-rule`, "policy.missing-article"],
  ["a basis that nobody knows", `basis: "new-rule#7"`, `basis: "hearsay#7"`, "policy.unknown-source"],
  [
    "no ground at all",
    `  - { id: grave, zh: 情节严重, threshold: 情节严重, basis: "new-rule#6", mark: verified }`,
    "  []",
    "policy.list-part",
  ],
  ["no remedies", `  - { kind: reconsideration, days: 60, mark: unverified }`, "  []", "policy.list-part"],
  ["no term for statement and defence", `defence: { workingDays: 5, mark: unverified }\n`, "", "policy.list-part"],
  [
    "an early removal without its rule",
    "exits: [term, revocation]",
    "exits: [term, early-removal]",
    "policy.list-part",
  ],
  [
    "a subject that the entry does not know",
    "subjectKinds: [enterprise]",
    "subjectKinds: [state-organ]",
    "policy.list-subject",
  ],
  ["an entry that is none", "entry: penalty", "entry: nothing", "policy.unknown-entry"],
  ["what ships live and is not verified", `mark: verified\n`, `mark: unverified\n`, "policy.list-unverified"],
] as const)("refused: %s", ([, from, to, code]) => {
  const at = from === `mark: verified\n` ? LIST.lastIndexOf(from) : LIST.indexOf(from);
  expect(at).toBeGreaterThanOrEqual(0);
  const planted = `${LIST.slice(0, at)}${to}${LIST.slice(at + from.length)}`
    .replace("grounds:\n  []", "grounds: []")
    .replace("remedies:\n  []", "remedies: []");
  expect(codesOf(planted).map((told) => told.split("@")[0])).toContain(code);
});

test.for(["countMin: 3", "penalties: 3", "times: 3", "threshold: 3"])(
  "nobody is listed by counting: %s is no key of the shape",
  (key) => {
    const planted = LIST.replace("kind: serious\n", `kind: serious\n${key}\n`);
    expect(codesOf(planted)).toEqual([`policy.unknown-key@${lineOf(planted, key)}`]);
  },
);

test("an empty template cannot be confirmed into a list", () => {
  const empty = `id: small-list\nversion: 1\nzh: 空\nkind: serious\nentry: penalty\ndoors: []\nauthority: 示例\nstate: template\ndomain: ["opinions-2025#12"]\nmark: unverified\n`;
  expect(codesOf(empty)).toEqual([]);
  const confirmed = codesOf(empty, {
    "packs/home/confirms.yaml": `confirms:\n  - { what: "list:small-list", note: 示例 }\n  - { what: "entry:draft", note: 示例 }\n`,
  });
  expect(confirmed.length).toBeGreaterThan(0);
  expect(new Set(confirmed.map((told) => told.split("@")[0]))).toEqual(new Set(["policy.list-part"]));
});

test("competence names lists that exist and sound codes", () => {
  const competence = `competence:\n  - { list: nothing, offices: [{ uscc: "11990100990001378X", prefix: 示 }] }\n`;
  const faults = lintFiles({ files: withList(LIST, { "packs/home/lists/competence.yaml": competence }) });
  expect(faults.map(({ code }) => code).toSorted()).toEqual(["policy.unknown-list", "policy.unsound-code"]);
  for (const fault of faults) expect(faultText(fault).message).toMatch(/[\u4e00-\u9fff]/);
});

test("a list whose instrument ends lapses that midnight, and one with a successor goes on", () => {
  const { folder, remove } = writePolicy(
    withList(
      LIST.replaceAll("new-rule#", "old-rule#").replace(`procedure: ["old-rule#6"]`, `procedure: ["old-rule#6"]`),
    ),
  );
  const heir = writePolicy(
    withList(
      LIST.replaceAll("new-rule#", "old-rule#").replace(
        `procedure: ["old-rule#6"]`,
        `procedure: ["old-rule#6", "new-rule#6"]`,
      ),
    ),
  );
  try {
    const stateOn = (at: string, day: string): string | undefined => {
      const load = loadPolicy({ folders: [at], region: "990100", day: day as Day });
      return load.ok
        ? load.snapshot.lists.get("small-list")?.state
        : JSON.stringify(load.faults.map(({ code }) => code));
    };
    expect(stateOn(folder, "2026-09-09")).toBe("lapsed");
    expect(stateOn(heir.folder, "2026-09-09")).toBe("live");
  } finally {
    remove();
    heir.remove();
  }
});

test("what ships: four lists are live, the four new fields are empty, and what is no list lists nobody", () => {
  const load = loadPolicy({ folders: [SHIPPED], region: "990100", day: "2026-09-09" as Day });
  if (!load.ok) throw new Error(JSON.stringify(load.faults));
  const lists = [...load.snapshot.lists.values()];
  // The demo city confirms two templates beside them.
  expect(
    lists
      .filter(({ state }) => state === "live")
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([
    "abnormal-operation",
    "judgment-debtor",
    "market-regulation",
    "procurement",
    "wage-arrears",
    "work-safety",
  ]);
  for (const id of ["real-estate", "internet", "human-resources", "energy-contracts"]) {
    expect(load.snapshot.lists.get(id)).toMatchObject({ state: "template", doors: [], exits: [], term: null });
    expect(load.snapshot.lists.get(id)?.grounds.size).toBe(0);
  }
  expect(
    lists.filter(({ kind }) => kind === "not-a-list").every(({ doors, entry }) => doors.length === 0 && entry === null),
  ).toBe(true);
  expect(lists.every(({ endsWithPenalty }) => !endsWithPenalty)).toBe(true);
});
