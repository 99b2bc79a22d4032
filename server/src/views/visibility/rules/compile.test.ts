import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOfInstant, startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { ChannelId } from "../../../policy/catalogue-entry.ts";
import type { CountingConvention } from "../../../policy/publicity-rule.ts";
import { statement } from "../../../platform/database/pool.ts";
import { testDatabase } from "../../../platform/database/test-database.ts";
import type { TestDatabase } from "../../../platform/database/test-database.ts";
import { arbitraryDay, testPolicy, testSnapshot } from "../test-policy.ts";
import { channelRules, fieldsOn, hasEnded, visible } from "./channel.ts";
import type { Grant } from "./channel.ts";
import { publicity } from "./clock.ts";
import type { PublicityFacts } from "./clock.ts";
import { compileChannel } from "./compile.ts";
import { arbitraryCase, bytesOf, judged, store } from "./test-records.ts";

let bed: TestDatabase;
beforeAll(async () => {
  bed = await testDatabase();
});
afterAll(() => bed.drop());

const channels = Object.keys(channelRules) as ChannelId[];

/** Mostly grants that open something; those without fields open every field of the channel. */
const arbitraryGrant: fc.Arbitrary<Grant | null> = fc.option(
  fc.record({
    entries: fc
      .subarray(["penalty", "permit", "inspection", "template", "unheard-of"], { minLength: 1 })
      .map((ids) => new Set(ids)),
    fields: fc.option(
      fc
        .dictionary(
          fc.constantFrom("penalty", "permit", "inspection"),
          fc.option(fc.subarray(["documentNo", "content", "internal", "legalRepresentative", "unheard-of"])),
        )
        .map((map) => new Map(Object.entries(map).map(([entry, ids]) => [entry, ids === null ? null : new Set(ids)]))),
    ),
  }),
  { freq: 12 },
);

describe("the compiled predicate and the pure rule are one rule", () => {
  test("for every channel, over random records, ends, days and both conventions", { timeout: 240_000 }, async () => {
    const seen = new Map<ChannelId, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryCase, { minLength: 20, maxLength: 40 }),
        fc.array(fc.tuple(arbitraryDay(), arbitraryDay()), { minLength: 4, maxLength: 4 }),
        fc.constantFrom<CountingConvention>("start-counted", "start-not-counted"),
        arbitraryDay(),
        arbitraryGrant,
        async (cases, days, convention, inForce, grant) => {
          await store(bed, cases);
          const policy = testSnapshot({
            day: inForce,
            hash: `${convention}${inForce}`,
            publicity: { ...testPolicy, convention },
          });
          for (const channel of channels) {
            for (const [day, today] of days) {
              const { where, whereValues } = compileChannel({ channel, policy, day, today, grant });
              const text = `select s.subject from statements.pub_statement s where s.version = 1 and ${where} order by 1`;
              const rows = await bed.db.read((tx) => tx.rows<{ subject: string }>(named(text), whereValues));
              const wanted = cases.flatMap((one, at) => {
                const { statement: record, ends } = judged(one);
                return visible({
                  statement: record,
                  channel,
                  day,
                  policy,
                  ended: hasEnded(ends, today, channel),
                  grant,
                })
                  ? [`S${at}`]
                  : [];
              });
              expect(rows.map((row) => row.subject)).toEqual(wanted.toSorted());
              seen.set(channel, (seen.get(channel) ?? 0) + wanted.length);
            }
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
    for (const channel of ["public-page", "duty", "authorisation"] as const)
      expect(seen.get(channel) ?? 0).toBeGreaterThan(20);
  });

  test("the days in the select list are the clock's own", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryCase, { minLength: 40, maxLength: 60 }),
        fc.constantFrom<CountingConvention>("start-counted", "start-not-counted"),
        arbitraryDay(),
        async (cases, convention, inForce) => {
          await store(
            bed,
            cases.map((one) => ({ ...one, superseded: false })),
          );
          const policy = testSnapshot({
            day: inForce,
            hash: `${convention}${inForce}`,
            publicity: { ...testPolicy, convention },
          });
          const { where, select, values } = compileChannel({
            channel: "archive",
            policy,
            day: "2040-01-01" as Day,
            today: inForce,
          });
          const text = `select ${select} from statements.pub_statement s where ${where} order by length(s.subject), 1`;
          const rows = await bed.db.read((tx) =>
            tx.rows<{ shownUntil: Day | null; repairableFrom: Day | null }>(named(text), values),
          );
          const wanted = cases.map(({ facts, entry }) => {
            const known = policy.entries.get(entry);
            if (known === undefined) return { shownUntil: null, repairableFrom: null };
            const { shownUntil, repairableFrom } = publicity({
              entry: known,
              facts,
              policy: policy.publicity,
              on: policy.day,
            });
            return { shownUntil, repairableFrom };
          });
          expect(rows.map(({ shownUntil, repairableFrom }) => ({ shownUntil, repairableFrom }))).toEqual(wanted);
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

const insertBody = statement("test.body", "insert into statements.body values ($1, $2, '\\x00', $3)");

test("only the values of fields that leave by the channel are read", { timeout: 60_000 }, async () => {
  const facts: PublicityFacts = {
    severity: "general",
    decidedOn: "2026-05-10" as Day,
    validFrom: null,
    validUntil: null,
    providerShownUntil: null,
    receivedOn: "2026-05-10" as Day,
  };
  const entries = ["penalty", "permit", "inspection"] as const;
  const kept = {
    documentNo: "A",
    content: "B",
    internal: "C",
    legalRepresentative: "D",
    idNumber: "E",
    unheardOf: "F",
  };
  await store(
    bed,
    entries.map((entry) => ({
      facts,
      second: 0,
      entry,
      kind: "enterprise" as const,
      superseded: false,
      ends: [],
      mark: null,
      batchEnded: null,
    })),
  );
  await bed.admin.write(async (tx) => {
    await tx.run(statement("test.clear-bodies", "truncate statements.body"));
    for (const at of entries.keys()) await tx.run(insertBody, [`S${at}`, bytesOf(at), kept]);
  });
  const day = "2026-06-01" as Day;
  const policy = testSnapshot();
  await fc.assert(
    fc.asyncProperty(arbitraryGrant, fc.constantFrom(...channels), async (grant, channel) => {
      const made = compileChannel({ channel, policy, day, today: day, grant });
      const text = `select s.entry, ${made.fields} as fields from statements.pub_statement s
        join statements.pub_body b on b.subject = s.subject and b.id = s.id where ${made.where}
        and ${made.values.length}::int = ${made.values.length} and coalesce(${made.select.length}, 0) > 0`;
      const used = made.fields.includes("$") ? [...made.values, ...made.fieldValues] : made.whereValues;
      const whole = text.replace("select s.entry", `select ${made.select}, s.entry as "entryId"`);
      const rows = await bed.db.read((tx) =>
        tx.rows<{ entry: string; fields: Record<string, string> | null }>(named(whole), used),
      );
      for (const row of rows) {
        const entry = policy.entries.get(row.entry);
        const wanted = entry === undefined ? [] : fieldsOn(channel, entry, grant).map((field) => field.id);
        expect(Object.keys(row.fields ?? {}).toSorted()).toEqual(wanted.filter((id) => id in kept).toSorted());
        expect(wanted).not.toContain("idNumber");
      }
    }),
    { numRuns: 150 },
  );
});

test("the last second of a last day shows a record and the first of the next does not", async () => {
  const lastDay = "2027-02-28" as Day;
  const facts: PublicityFacts = {
    severity: "general",
    decidedOn: "2026-02-28" as Day,
    validFrom: null,
    validUntil: null,
    providerShownUntil: null,
    receivedOn: "2026-03-01" as Day,
  };
  await store(bed, [
    {
      facts,
      second: 0,
      entry: "penalty",
      kind: "enterprise",
      superseded: false,
      ends: [],
      mark: null,
      batchEnded: null,
    },
  ]);
  for (const [instant, count] of [
    [startOfDay(addDays(lastDay, 1)) - 1, 1],
    [startOfDay(addDays(lastDay, 1)), 0],
  ] as const) {
    const today = dayOfInstant(instant);
    const { where, whereValues } = compileChannel({
      channel: "public-page",
      policy: testSnapshot(),
      day: today,
      today,
    });
    const rows = await bed.db.read((tx) =>
      tx.rows(named(`select 1 as one from statements.pub_statement s where ${where}`), whereValues),
    );
    expect(rows).toHaveLength(count);
  }
});

test("parameters begin where the caller's end, and a count binds only what it names", async () => {
  const question = {
    channel: "public-page",
    policy: testSnapshot(),
    day: "2027-01-01" as Day,
    today: "2027-01-01" as Day,
  } as const;
  const { where, select, values, whereValues } = compileChannel({ ...question, offset: 2 });
  expect(`${where} ${select}`).not.toMatch(/\$[12]::/);
  expect(whereValues.length).toBeLessThanOrEqual(values.length);
  const text = `select count(*) as n from statements.pub_statement s where s.subject = $1 and s.entry <> $2 and ${where}`;
  await bed.db.read((tx) => tx.rows(named(text), ["S0", "x", ...whereValues]));
  const listed = `select ${select} from statements.pub_statement s where s.subject = $1 and s.entry <> $2 and ${where}`;
  await bed.db.read((tx) => tx.rows(named(listed), ["S0", "x", ...values]));
});

const names = new Map<string, string>();
function named(text: string) {
  const name = names.get(text) ?? `test.compiled-${names.size}`;
  names.set(text, name);
  return statement(name, text);
}
