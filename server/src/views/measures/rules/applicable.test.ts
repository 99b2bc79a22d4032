import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { SourceFile } from "../../../policy/file-schema.ts";
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import type { MeasureFile } from "../../../policy/measure-file.ts";
import { measuresOf } from "../../../policy/measures-part.ts";
import type { Located } from "../../../policy/policy-file-set.ts";
import type { Rank } from "../../../policy/source.ts";
import { testPolicy } from "../../visibility/test-policy.ts";
import { applicable, entriesFor, lastingEntriesFor, offered } from "./applicable.ts";
import type { StandingRecord } from "./applicable.ts";

const first = "2024-01-01" as Day;
const span = 1200;
const days: readonly Day[] = Array.from({ length: span }, (_, at) => addDays(first, at));
const arbitraryDay = fc.nat(span - 1).map((at) => days[at] ?? first);
const matters = ["bidding", "licence"] as const;
const kinds: readonly SubjectKind[] = ["enterprise", "individual-business", "social-organisation"];
const ranks: readonly Rank[] = ["law", "law", "local-regulation", "central-policy", "departmental-rule"];
const words = ["吊销", "罚款", "停产"] as const;

const located = <T>(value: T): Located<T> => ({ value, layer: 0, at: () => ({ file: "", line: 1, column: 1 }) });

const arbitrarySource = (id: string): fc.Arbitrary<SourceFile> =>
  fc
    .record({
      rank: fc.constantFrom(...ranks),
      from: fc.nat(500).map((at) => days[at] ?? first),
      length: fc.option(fc.integer({ min: 1, max: 900 })),
    })
    .map(({ rank, from, length }) => ({
      id,
      title: id,
      number: null,
      rank,
      territory: "000000",
      issued: null,
      inForce: from,
      until: length === null ? null : addDays(from, length),
      succeeds: [],
      textSha256: null,
      mark: "verified",
      note: null,
    }));

const arbitraryTrigger: fc.Arbitrary<MeasureFile["triggers"][number]> = fc.oneof(
  fc.constantFrom("one", "two").map((list) => ({ list })),
  fc.record({
    entry: fc.constantFrom("penalty", "honour"),
    where: fc.array(
      fc.record({ field: fc.constantFrom("content", "kinds"), contains: fc.subarray([...words], { minLength: 1 }) }),
      { maxLength: 1 },
    ),
  }),
);

const arbitraryMeasure = (id: string): fc.Arbitrary<MeasureFile> =>
  fc
    .record({
      kind: fc.constantFrom("restriction", "statutory-bar", "incentive" as const),
      class: fc.constantFrom(1, 2, 3 as const),
      state: fc.constantFrom("live", "live", "live", "template" as const),
      triggers: fc.array(arbitraryTrigger, { minLength: 1, maxLength: 3 }),
      unless: fc.array(arbitraryTrigger, { maxLength: 1 }),
      subjectKinds: fc.subarray([...kinds], { minLength: 1 }),
      matters: fc.subarray([...matters], { minLength: 1 }),
      basis: fc.subarray(["a#1", "b#1"], { minLength: 1 }),
      term: fc.oneof(
        fc.constant({ kind: "while-triggered" as const }),
        fc.integer({ min: 1, max: 20 }).map((months) => ({ kind: "months" as const, months })),
        fc.constant({ kind: "stated" as const }),
      ),
    })
    .map((made) => ({
      ...made,
      id,
      version: 1,
      zh: id,
      class: made.kind === "restriction" ? made.class : null,
      // A bar by statute follows decisions alone, and has a term of its own: the linter refuses others.
      triggers: made.kind === "statutory-bar" ? made.triggers.filter((one) => "entry" in one) : made.triggers,
      term:
        made.kind === "statutory-bar" && made.term.kind === "while-triggered" ? { kind: "stated" as const } : made.term,
      unless: made.kind === "incentive" ? made.unless : [],
      item: null,
      content: id,
      bodies: [],
      remedy: { zh: id, basis: null },
      commitment: null,
      mark: "verified",
      note: null,
    })) as fc.Arbitrary<MeasureFile>;

const arbitraryRecord: fc.Arbitrary<StandingRecord> = fc
  .record({
    entry: fc.constantFrom("penalty", "honour", "serious-list", "register"),
    via: fc.constantFrom("shared", "lasting" as const),
    content: fc.subarray([...words]).map((some) => some.join("，")),
    kinds: fc.option(fc.subarray([...words])),
    listName: fc.constantFrom("名单二", "别的名单"),
    decidedOn: fc.option(arbitraryDay, { freq: 8 }),
    validUntil: fc.option(arbitraryDay),
    shownUntil: fc.option(arbitraryDay),
  })
  .map(({ entry, via, content, kinds: kindsSaid, listName, decidedOn, validUntil, shownUntil }) => ({
    id: Buffer.alloc(16),
    entry,
    via,
    fields: { content, kinds: kindsSaid, listName },
    documentNo: null,
    authority: null,
    decidedOn,
    validUntil,
    shownUntil,
    marks: [],
  }));

const listOf = (id: string, over: Partial<ListProcedure>): [string, ListProcedure] => [
  id,
  { id, ...over } as ListProcedure,
];
const arbitraryLists = fc
  .tuple(fc.constantFrom("live", "live", "template", "lapsed" as const), fc.constantFrom("live", "lapsed" as const))
  .map(
    ([one, two]) =>
      new Map([
        listOf("one", { state: one, entry: "register", listName: null }),
        listOf("two", { state: two, entry: "serious-list", listName: "名单二" }),
      ]),
  );

interface World {
  readonly sources: readonly SourceFile[];
  readonly measures: readonly MeasureFile[];
  readonly lists: ReadonlyMap<string, ListProcedure>;
  readonly confirmed: boolean;
  readonly records: readonly StandingRecord[];
}
const arbitraryWorld: fc.Arbitrary<World> = fc.record({
  sources: fc.tuple(arbitrarySource("a"), arbitrarySource("b")),
  measures: fc.tuple(arbitraryMeasure("m0"), arbitraryMeasure("m1"), arbitraryMeasure("m2")),
  lists: arbitraryLists,
  confirmed: fc.boolean(),
  records: fc.array(arbitraryRecord, { minLength: 1, maxLength: 8 }),
});

/** The law said slowly, without a word of the rules under test. */
function mayBeOffered(world: World, file: MeasureFile, day: Day): boolean {
  if (file.state === "template" && !world.confirmed) return false;
  if (file.class === 3) return false;
  let carried = false;
  for (const written of file.basis) {
    for (const source of world.sources) {
      if (!written.startsWith(`${source.id}#`)) continue;
      const high = source.rank === "law" || source.rank === "local-regulation";
      const enough =
        file.kind === "statutory-bar" || file.class === 1 ? high : high || source.rank === "central-policy";
      const begun = source.inForce !== null && source.inForce <= day;
      const over = source.until !== null && source.until <= day;
      if (enough && begun && !over) carried = true;
    }
  }
  return carried;
}

function sets(world: World, trigger: MeasureFile["triggers"][number], record: StandingRecord): boolean {
  if ("list" in trigger) {
    if (trigger.list === "one") return world.lists.get("one")?.state === "live" && record.entry === "register";
    return (
      world.lists.get("two")?.state === "live" &&
      record.entry === "serious-list" &&
      record.fields["listName"] === "名单二"
    );
  }
  if (trigger.entry !== record.entry) return false;
  for (const { field, contains } of trigger.where) {
    const value = record.fields[field] ?? null;
    const text = value === null ? "" : typeof value === "string" ? value : value.join("|");
    let hit = false;
    for (const word of contains) if (text.includes(word)) hit = true;
    if (!hit) return false;
  }
  return true;
}

/** The last day of so many months, found by walking: the corresponding day, or the month's last. */
function walkMonths(from: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
  const place = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(place / 12), (place % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${toYear}-${two(toMonth)}-${two(Math.min(date, last))}` as Day;
}

function slowly(world: World, matter: string, kind: SubjectKind, day: Day): string[] {
  const told: string[] = [];
  for (const file of world.measures) {
    if (!mayBeOffered(world, file, day)) continue;
    if (!file.matters.includes(matter) || !file.subjectKinds.some((one) => one === kind)) continue;
    if (file.kind === "incentive") {
      const shared = world.records.filter((record) => record.via === "shared");
      const against = shared.some((record) => file.unless.some((trigger) => sets(world, trigger, record)));
      const earned =
        file.triggers.length === 0 || shared.some((record) => file.triggers.some((one) => sets(world, one, record)));
      if (!against && earned) told.push(`${file.id} offered`);
      continue;
    }
    for (const record of world.records) {
      if (record.via !== (file.kind === "statutory-bar" ? "lasting" : "shared")) continue;
      if (!file.triggers.some((trigger) => sets(world, trigger, record))) continue;
      let until: Day | null = null;
      let read = false;
      if (file.term.kind === "while-triggered") until = record.shownUntil;
      if (file.term.kind === "stated") [until, read] = [record.validUntil, record.validUntil === null];
      if (file.term.kind === "months" && record.decidedOn === null) read = true;
      if (file.term.kind === "months" && record.decidedOn !== null)
        until = walkMonths(record.decidedOn, file.term.months);
      if (until === null || until >= day) told.push(`${file.id} ${until ?? "-"} ${read ? "read" : ""}`);
    }
  }
  return told.toSorted();
}

function quickly(world: World, matter: string, kind: SubjectKind, day: Day): string[] {
  const measures = measuresOf({
    day,
    sources: new Map(world.sources.map((one) => [one.id, located(one)])),
    confirmed: new Set(world.confirmed ? world.measures.map(({ id }) => `measure:${id}`) : []),
    measures: new Map(world.measures.map((one) => [one.id, located(one)])),
  });
  const policy = {
    measures,
    lists: world.lists,
    publicity: { ...testPolicy, convention: "start-not-counted" as const },
  };
  const question = { policy, day, matter, subjectKind: kind };
  return [
    ...applicable(question, world.records).map(
      ({ measure, until, readDecision }) => `${measure.id} ${until ?? "-"} ${readDecision ? "read" : ""}`,
    ),
    ...offered(question, world.records).map(({ measure }) => `${measure.id} offered`),
  ].toSorted();
}

describe("what applies", () => {
  test(
    "is what a slow reading of the registry says: basis × list × matter × kind × day, 60,000 cases",
    { timeout: 300_000 },
    () => {
      let [asked, told] = [0, 0];
      fc.assert(
        fc.property(arbitraryWorld, fc.array(arbitraryDay, { minLength: 5, maxLength: 5 }), (world, onDays) => {
          for (const day of onDays)
            for (const matter of matters)
              for (const kind of kinds) {
                const expected = slowly(world, matter, kind, day);
                expect(quickly(world, matter, kind, day)).toEqual(expected);
                asked += 1;
                told += expected.length === 0 ? 0 : 1;
              }
        }),
        { numRuns: 2000, endOnFailure: true },
      );
      expect(asked).toBe(60_000);
      // A comparison of nothing with nothing proves nothing.
      expect(told).toBeGreaterThan(3_000);
    },
  );

  test("never depends on an entry that is not read for the matter", () => {
    fc.assert(
      fc.property(arbitraryWorld, arbitraryDay, fc.constantFrom(...matters), (world, day, matter) => {
        const measures = measuresOf({
          day,
          sources: new Map(world.sources.map((one) => [one.id, located(one)])),
          confirmed: new Set(),
          measures: new Map(world.measures.map((one) => [one.id, located(one)])),
        });
        const policy = { measures, lists: world.lists, publicity: testPolicy };
        const question = { policy, day, matter, subjectKind: "enterprise" as const };
        const [read, lasting] = [entriesFor(question), lastingEntriesFor(question)];
        const few = world.records.filter(({ entry, via }) => (via === "shared" ? read : lasting).has(entry));
        expect(applicable(question, few)).toEqual(applicable(question, world.records));
        expect(offered(question, few)).toEqual(offered(question, world.records));
      }),
      { numRuns: 1000 },
    );
  });

  test("more records never make a restriction of what none of them is", () => {
    fc.assert(
      fc.property(arbitraryWorld, arbitraryDay, fc.constantFrom(...matters), (world, day, matter) => {
        const each = world.records.flatMap((record) =>
          slowly({ ...world, records: [record] }, matter, "enterprise", day),
        );
        const all = quickly(world, matter, "enterprise", day).filter((one) => !one.endsWith("offered"));
        expect(all).toEqual(each.filter((one) => !one.endsWith("offered")).toSorted());
      }),
      { numRuns: 2000 },
    );
  });
});
