import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOfInstant, startOfDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { SubjectKind } from "../../policy/catalogue-entry.ts";
import type { EndKind } from "../../records/statements/index.ts";
import { arbitraryDay } from "../visibility/test-policy.ts";
import { hasEnded, visible } from "../visibility/index.ts";
import type { End } from "../visibility/index.ts";
import { at, code, end, get, ndjson, policy, record, reset, subject, useDownloads, withdrawBatch } from "./test-bed.ts";
import { readCsvFile } from "./test-formats.ts";

useDownloads();

const batches = [1, 2].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const kinds: readonly SubjectKind[] = ["enterprise", "individual-business", "public-institution", "natural-person"];
const entries = ["permit", "honour", "penalty", "inspection", "template", "secret"] as const;
const endKinds: readonly EndKind[] = ["repaired", "removed", "replaced", "revoked", "quashed", "withdrawn"];

interface Made {
  readonly entry: string;
  readonly kind: SubjectKind;
  readonly decidedOn: Day | null;
  readonly validUntil: Day | null;
  readonly providerShownUntil: Day | null;
  readonly receivedOn: Day;
  readonly batch: string;
  readonly ends: readonly { readonly kind: EndKind; readonly effective: Day }[];
}

const maybeDay = fc.option(arbitraryDay(), { freq: 3 });
const arbitraryMade: fc.Arbitrary<Made> = fc.record({
  entry: fc.constantFrom(...entries, "permit", "permit"),
  kind: fc.constantFrom(...kinds, "enterprise"),
  decidedOn: maybeDay,
  validUntil: fc.oneof(maybeDay, fc.constant("2099-12-31" as Day)),
  providerShownUntil: maybeDay,
  receivedOn: arbitraryDay(),
  batch: fc.constantFrom(...batches),
  ends: fc.uniqueArray(fc.record({ kind: fc.constantFrom(...endKinds), effective: arbitraryDay() }), {
    maxLength: 2,
    selector: (one) => one.kind,
  }),
});

/** On show on every day, so that no drawing of days shows nothing. */
const always: Made = {
  entry: "permit",
  kind: "enterprise",
  decidedOn: null,
  validUntil: "2099-12-31" as Day,
  providerShownUntil: null,
  receivedOn: "2000-01-01" as Day,
  batch: batches[1] ?? "",
  ends: [],
};

interface City {
  readonly made: readonly Made[];
  readonly withdrawn: Day | null;
}

async function build({ made, withdrawn }: City): Promise<string[]> {
  await reset();
  for (const [place, kind] of kinds.entries()) await subject(code(100 + place), `示例${place}`, kind);
  const ids: string[] = [];
  for (const [place, one] of made.entries()) {
    const { kind, ends, ...facts } = one;
    const uscc = code(100 + kinds.indexOf(kind));
    ids.push(await record({ ...facts, uscc, key: place + 1 }));
    for (const { kind: endKind, effective } of ends) await end(endKind, effective, place + 1, uscc);
  }
  if (withdrawn !== null) await withdrawBatch(batches[0], withdrawn);
  return ids;
}

/** Whether the pure model lets a statement pass on a day. */
function isVisible(one: Made, withdrawn: Day | null, day: Day): boolean {
  const ends: readonly End[] = [
    ...one.ends,
    ...(withdrawn !== null && one.batch === batches[0] ? [{ kind: "batch", effective: withdrawn } as const] : []),
  ];
  const { entry, kind, decidedOn, validUntil, providerShownUntil, receivedOn } = one;
  const facts = { severity: null, decidedOn, validFrom: null, validUntil, providerShownUntil, receivedOn };
  return visible({
    statement: { entry, subjectKind: kind, facts, newest: true, paused: false },
    channel: "open-data",
    day,
    policy,
    ended: hasEnded(ends, day, "open-data"),
  });
}

test("each file holds exactly what the pure model lets through, whatever the statements, ends and day", async () => {
  const arbitraryCity = fc.record({
    made: fc.array(arbitraryMade, { minLength: 5, maxLength: 25 }).map((made) => [...made, always]),
    withdrawn: maybeDay,
  });
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryCity, fc.array(arbitraryDay(), { minLength: 2, maxLength: 3 }), async (city, days) => {
      const ids = await build(city);
      for (const day of days) {
        at(`${dayOfInstant(startOfDay(day))}T12:00:00`);
        for (const entry of ["permit", "honour", "secret"]) {
          const expected = ids.filter((_, place) => {
            const one = city.made[place];
            return one?.entry === entry && isVisible(one, city.withdrawn, day);
          });
          const found = await ndjson(entry);
          expect(found.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
          shown += found.length;
        }
        const csv = await readCsvFile("permit");
        expect(csv.map((row) => row["id"])).toEqual((await ndjson("permit")).map(({ id }) => id));
        expect((await get("/open-data/penalty.ndjson")).status).toBe(403);
      }
    }),
    { numRuns: 12 },
  );
  expect(shown).toBeGreaterThan(10);
}, 60_000);
