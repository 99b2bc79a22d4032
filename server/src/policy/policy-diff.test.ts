import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Day } from "../kernel/day.ts";
import { loadPolicy } from "./load.ts";
import { policyDiff, worsens } from "./policy-diff.ts";
import type { PolicyChange } from "./policy-diff.ts";
import type { PolicySnapshot } from "./snapshot.ts";
import { SOUND_POLICY, writePolicy } from "./test-policy-folder.ts";

const removals: (() => void)[] = [];
afterAll(() => {
  for (const remove of removals) remove();
});

function snapshotOf(files: Readonly<Record<string, string>>): PolicySnapshot {
  const { folder, remove } = writePolicy(files);
  removals.push(remove);
  const load = loadPolicy({ folders: [folder], region: "990100", day: "2026-09-09" as Day });
  if (!load.ok) throw new Error(JSON.stringify(load.faults));
  return load.snapshot;
}

const base = snapshotOf(SOUND_POLICY);
const ENTRY = "catalogue/entries/penalty.yaml";
const RULES = "visibility/rules.yaml";

function changed(file: string, from: string, to: string): PolicySnapshot {
  const text = SOUND_POLICY[file] ?? "";
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
  return snapshotOf({ ...SOUND_POLICY, [file]: text.replace(from, to) });
}

const line = ({ kind, id, path, what, effect }: PolicyChange): string =>
  [kind, id ?? "-", path.join("/") || "whole", what, effect].join(" ");
const linesOf = (before: PolicySnapshot, after: PolicySnapshot): string[] => policyDiff(before, after).map(line);

const CHANGES: readonly (readonly [
  what: string,
  file: string,
  from: string,
  to: string,
  forth: string,
  back: string,
])[] = [
  [
    "publicity that lasts longer",
    RULES,
    "general: { shown: true, monthsMin: 3, monthsMax: 12 }",
    "general: { shown: true, monthsMin: 3, monthsMax: 24 }",
    "publicity.rules severity-term editions/new/terms/general/monthsMax changed worsening",
    "publicity.rules severity-term editions/new/terms/general/monthsMax changed relief",
  ],
  [
    "minor ones shown",
    RULES,
    "minor: { shown: false, monthsMin: 0, monthsMax: 3 }",
    "minor: { shown: true, monthsMin: 0, monthsMax: 3 }",
    "publicity.rules severity-term editions/new/terms/minor/shown changed worsening",
    "publicity.rules severity-term editions/new/terms/minor/shown changed relief",
  ],
  [
    "another count of days",
    RULES,
    "convention: start-not-counted",
    "convention: start-counted",
    "publicity.convention - whole changed relief",
    "publicity.convention - whole changed worsening",
  ],
  [
    "a further procedure that is minor",
    RULES,
    "minorProcedures: [简易程序]",
    "minorProcedures: [简易程序, 当场]",
    "publicity.minorProcedures - whole changed relief",
    "publicity.minorProcedures - whole changed worsening",
  ],
  [
    "one more field of an adverse entry in the summary",
    ENTRY,
    "summary: [content]",
    "summary: [content, fine]",
    "entries penalty roles/summary changed worsening",
    "entries penalty roles/summary changed relief",
  ],
  [
    "one more kind of subject",
    ENTRY,
    "subjectKinds: [enterprise]",
    "subjectKinds: [enterprise, state-organ]",
    "entries penalty subjectKinds changed worsening",
    "entries penalty subjectKinds changed relief",
  ],
  [
    "one more channel",
    ENTRY,
    "channels: [public-page, own]",
    "channels: [public-page, open-data, own]",
    "entries penalty channels changed worsening",
    "entries penalty channels changed relief",
  ],
  [
    "another name",
    ENTRY,
    "zh: 行政处罚\n",
    "zh: 处罚\n",
    "entries penalty zh changed neutral",
    "entries penalty zh changed neutral",
  ],
  [
    "a field shown to more",
    ENTRY,
    "group: authorisation, personal: true",
    "group: duty, personal: true",
    "entries penalty fields/representative/group changed worsening",
    "entries penalty fields/representative/group changed relief",
  ],
  [
    "a further field",
    ENTRY,
    "  - { use: source",
    "  - { id: extra, zh: 另一栏, type: text, mark: verified }\n  - { use: source",
    "entries penalty fields/extra added worsening",
    "entries penalty fields/extra removed relief",
  ],
  [
    "a kind that may not be stored",
    "ingest/forbidden.yaml",
    "forbidden:\n",
    "forbidden:\n  - { id: faith, zh: 宗教信仰, asKind: [宗教], mention: [], basis: opinions-2025#4, mark: verified }\n",
    "forbidden faith whole added relief",
    "forbidden faith whole removed worsening",
  ],
  [
    "an authorisation that may last longer",
    "access/rules.yaml",
    "monthsMax: 12",
    "monthsMax: 24",
    "access.authorisation - monthsMax changed worsening",
    "access.authorisation - monthsMax changed relief",
  ],
  [
    "a value that nobody judged",
    "access/rules.yaml",
    "hours: { from: 8",
    "hours: { from: 7",
    "access.hours - from changed worsening",
    "access.hours - from changed worsening",
  ],
];

describe("what a change is and whom it favours", () => {
  test.each(CHANGES)("%s", (_, file, from, to, forth, back) => {
    const other = changed(file, from, to);
    expect(linesOf(base, other)).toEqual([forth]);
    expect(linesOf(other, base)).toEqual([back]);
  });

  test("a new adverse entry worsens, a new one that favours does not, and one that goes missing is told", () => {
    const penalty = (SOUND_POLICY[ENTRY] ?? "").replace("id: penalty", "id: added");
    const honour = (SOUND_POLICY["catalogue/entries/draft.yaml"] ?? "")
      .replace("id: draft", "id: added")
      .replace("state: template", "state: live")
      .replaceAll("mark: unverified", "mark: verified");
    const added = (adverse: boolean): PolicySnapshot =>
      snapshotOf({ ...SOUND_POLICY, "catalogue/entries/added.yaml": adverse ? penalty : honour });
    expect(linesOf(base, added(true))).toEqual(["entries added whole added worsening"]);
    expect(linesOf(added(true), base)).toEqual(["entries added whole removed relief"]);
    expect(linesOf(base, added(false))).toEqual(["entries added whole added neutral"]);
    expect(linesOf(added(false), base)).toEqual(["entries added whole removed worsening"]);
  });

  test("values stand beside each other as they were and as they will be", () => {
    const [change] = policyDiff(base, changed(RULES, "basis: new-rule#5", "basis: new-rule#6"));
    expect(change).toMatchObject({
      path: ["editions", "new", "basis"],
      before: { source: "new-rule", article: "5" },
      after: { source: "new-rule", article: "6" },
    });
  });

  test("one worsening among reliefs makes the whole wait", () => {
    expect(worsens([{ effect: "relief" }, { effect: "neutral" }])).toBe(false);
    expect(worsens([{ effect: "relief" }, { effect: "worsening" }])).toBe(true);
    expect(worsens([])).toBe(false);
  });
});

/** Changes one value somewhere inside, chosen by `seed`; the shape need not make sense to a linter. */
function tweaked(snapshot: PolicySnapshot, seeds: readonly number[]): PolicySnapshot {
  const copy = structuredClone(snapshot) as unknown as Record<string, unknown>;
  for (const seed of seeds) tweak(copy, seed);
  return copy as unknown as PolicySnapshot;
}

function tweak(node: object, seed: number): void {
  const frame = new Set(["day", "region", "hash", "id", "uscc"]);
  const names = node instanceof Map ? [...(node as Map<string, unknown>).keys()] : Object.keys(node);
  const keys = names.filter((name) => !frame.has(name));
  const key = keys[seed % Math.max(keys.length, 1)];
  if (key === undefined) return;
  const rest = Math.floor(seed / keys.length);
  const place = node instanceof Map ? (node as Map<string, unknown>) : undefined;
  const fields = node as Record<string, unknown>;
  const value = place === undefined ? fields[key] : place.get(key);
  const drops = place !== undefined && rest % 7 === 0;
  if (drops) return void place.delete(key);
  if (typeof value === "object" && value !== null) return tweak(value, rest);
  const next =
    typeof value === "number" ? value + (rest % 2 === 0 ? 1 : -1) : typeof value === "boolean" ? !value : "另";
  if (place === undefined) fields[key] = next;
  else place.set(key, next);
}

const seeds = fc.array(fc.nat(), { maxLength: 6 });
const placeOf = ({ kind, id, path }: PolicyChange): string => JSON.stringify([kind, id, path]);

describe("whatever changes", () => {
  test("nothing differs from itself", () => {
    fc.assert(fc.property(seeds, (given) => policyDiff(tweaked(base, given), tweaked(base, given)).length === 0));
  });

  test("the way back is the same places turned round, and the reverse of a relief is a worsening", () => {
    const property = fc.property(seeds, seeds, (one, other) => {
      const [a, b] = [tweaked(base, one), tweaked(base, other)];
      const back = new Map(policyDiff(b, a).map((change) => [placeOf(change), change]));
      const forth = policyDiff(a, b);
      expect(forth).toHaveLength(back.size);
      for (const change of forth) {
        const turned = back.get(placeOf(change));
        expect(turned).toMatchObject({ before: change.after, after: change.before });
        if (change.effect === "relief") expect(turned?.effect).toBe("worsening");
        if (change.effect === "neutral" && turned?.effect === "relief") throw new Error(placeOf(change));
      }
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe("measures and lists of a policy", () => {
  const measure = (more: object): Readonly<Record<string, unknown>> => ({
    id: "m",
    zh: "示例措施",
    kind: "restriction",
    state: "live",
    matters: ["bidding"],
    triggers: [{ list: "l" }],
    unless: [],
    subjectKinds: ["enterprise"],
    bodies: [],
    term: { kind: "months", months: 12 },
    ...more,
  });
  const over = (one: Readonly<Record<string, unknown>> | undefined): PolicySnapshot =>
    ({
      ...base,
      measures: new Map(one === undefined ? [] : [["m", one]]),
    }) as unknown as PolicySnapshot;
  const effects = (before: object | undefined, after: object | undefined): string[] =>
    linesOf(
      over(before === undefined ? undefined : measure(before)),
      over(after === undefined ? undefined : measure(after)),
    );
  const incentive = { kind: "incentive" };

  test.each([
    ["a new measure", undefined, {}, ["measures m whole added worsening"]],
    ["a new template", undefined, { state: "template" }, ["measures m whole added neutral"]],
    [
      "one that its instrument still keeps waiting",
      undefined,
      { state: "pending" },
      ["measures m whole added worsening"],
    ],
    ["a new incentive", undefined, incentive, ["measures m whole added relief"]],
    ["an incentive that goes", incentive, undefined, ["measures m whole removed worsening"]],
    ["a wider trigger", {}, { triggers: [{ list: "l" }, { list: "k" }] }, ["measures m triggers changed worsening"]],
    ["another trigger", {}, { triggers: [{ list: "k" }] }, ["measures m triggers changed worsening"]],
    [
      "another trigger of an incentive",
      incentive,
      { ...incentive, triggers: [{ list: "k" }] },
      ["measures m triggers changed worsening"],
    ],
    ["fewer matters", { matters: ["a", "b"] }, { matters: ["a"] }, ["measures m matters changed relief"]],
    ["a longer term", {}, { term: { kind: "months", months: 24 } }, ["measures m term/months changed worsening"]],
    ["a template that goes live", { state: "template" }, {}, ["measures m state changed worsening"]],
    ["a measure that lapses", {}, { state: "lapsed" }, ["measures m state changed relief"]],
    ["other words for what it is", {}, { content: "另" }, ["measures m content added worsening"]],
  ] as const)("%s", (_, before, after, lines) => {
    expect(effects(before, after)).toEqual(lines);
  });
});
