// Page, list, count, API and export say the same of every record on every day: what the slow rule says.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, startOfDay } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { policyAt } from "../../src/policy/load.ts";
import type { EndKind } from "../../src/records/statements/index.ts";
import { hasEnded, visible } from "../../src/views/visibility/index.ts";
import type { End } from "../../src/views/visibility/index.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { firm } from "./test-sheets.ts";

let bed: TestApp;
beforeAll(async () => {
  bed = await openTestApp();
});
afterAll(() => bed.close());

const origin = "2026-09-09" as Day;
const day = (least: number, most: number): fc.Arbitrary<Day> =>
  fc.integer({ min: least, max: most }).map((days) => addDays(origin, days));

interface Drawn {
  readonly entry: "penalty" | "permit" | "abnormal-operation";
  readonly severity: "minor" | "general" | "serious" | null;
  readonly decidedOn: Day;
  readonly validUntil: Day | null;
  readonly providerShownUntil: Day | null;
  readonly ends: readonly { readonly kind: EndKind; readonly effective: Day }[];
  readonly batchEnded: Day | null;
  readonly superseded: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  entry: fc.constantFrom("penalty", "penalty", "permit", "permit", "abnormal-operation"),
  severity: fc.constantFrom("minor", "general", "serious", null),
  decidedOn: day(-1500, 0),
  validUntil: fc.option(day(-100, 700), { freq: 4 }),
  providerShownUntil: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day(-60, 400) }),
  ends: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom<EndKind>("repaired", "removed", "quashed"), day(-60, 400))
        .map(([kind, effective]) => [{ kind, effective }]),
    },
  ),
  batchEnded: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day(-60, 400) }),
  superseded: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

const { code, name } = firm(1);
const idOf = (at: number): Buffer => Buffer.from(String(at).padStart(16, "0"));
const outside = (at: number): string => idOf(at).toString("base64url");
const batchOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;

const clear = statement(
  "test.clear",
  "truncate statements.statement, statements.body, statements.ended, statements.ended_batch, subject.subject cascade",
);
const addSubject = statement(
  "test.subject",
  "insert into subject.subject values ($1, 'enterprise', 'registered', '2020-01-01Z', gen_random_uuid())",
);
const addName = statement(
  "test.name",
  "insert into subject.name values ($1, $2, $2, '2020-01-01', null, true, gen_random_uuid(), true, '', '{}')",
);
const addStatement = statement(
  "test.statement",
  `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
     authority, authority_code, decided_on, valid_from, valid_until, severity, severity_by, provider_shown_until, received_at,
     batch, row, warnings, replaces, policy_hash, commitment)
   values ($1, $2, $3, $4, $5, $6, 1, $4, null, '示例机关', null, $7, null, $8, $9, null, $10, $11, $12, 1, '{}', null, '\\x00', '\\x00')`,
);
const addBody = statement("test.body", "insert into statements.body values ($1, $2, '\\x00', '{}')");
const addEnd = statement(
  "test.end",
  "insert into statements.ended values ($1, $2, $3, $4, '2020-01-01Z', null, gen_random_uuid())",
);
const addEndedBatch = statement(
  "test.ended-batch",
  "insert into statements.ended_batch values ($1, $2, '2020-01-01Z', gen_random_uuid())",
);

async function store(records: readonly Drawn[]): Promise<void> {
  await bed.database.admin.write(async (tx) => {
    await tx.run(clear);
    await tx.run(addSubject, [code]);
    await tx.run(addName, [code, name]);
    for (const [at, one] of records.entries()) {
      const received = new Date(startOfDay(one.decidedOn));
      const tail = [one.decidedOn, one.validUntil, one.severity, one.providerShownUntil, received];
      await tx.run(addStatement, [code, one.entry, market, idOf(at), 1, idOf(at), ...tail, batchOf(at)]);
      await tx.run(addBody, [code, idOf(at)]);
      if (one.superseded) {
        await tx.run(addStatement, [code, one.entry, market, idOf(at), 2, idOf(at + 500), ...tail, batchOf(at + 500)]);
        await tx.run(addBody, [code, idOf(at + 500)]);
      }
      for (const { kind, effective } of one.ends) await tx.run(addEnd, [code, idOf(at), kind, effective]);
      if (one.batchEnded !== null) await tx.run(addEndedBatch, [batchOf(at), one.batchEnded]);
    }
  });
}

/** What the slow rule says: ids of the records that are on show on a day. */
function expected(records: readonly Drawn[], today: Day): { readonly entry: string; readonly id: string }[] {
  const load = policyAt({
    folders: [new URL("../../../policy", import.meta.url).pathname],
    region: "990100",
    day: today,
  });
  if (!load.ok) throw new Error("policy");
  return records.flatMap((one, at) => {
    const { entry, severity, decidedOn, validUntil, providerShownUntil } = one;
    const facts = { severity, decidedOn, validFrom: null, validUntil, providerShownUntil, receivedOn: decidedOn };
    const shows = (newest: boolean, ends: readonly End[]): boolean =>
      visible({
        statement: { entry, subjectKind: "enterprise", facts, newest, paused: false },
        channel: "public-page",
        day: today,
        policy: load.snapshot,
        ended: hasEnded(ends, today, "public-page"),
      });
    const batch: End[] = one.batchEnded === null ? [] : [{ kind: "batch", effective: one.batchEnded }];
    const first = shows(!one.superseded, [...one.ends, ...batch]) ? [{ entry, id: outside(at) }] : [];
    const second = one.superseded && shows(true, one.ends) ? [{ entry, id: outside(at + 500) }] : [];
    return [...first, ...second];
  });
}

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].toSorted();
const found = (html: string): string[] => [...html.matchAll(/\/records\/([\w-]{22})"/gu)].map((one) => one[1] ?? "");

async function text(path: string): Promise<string> {
  const response = await bed.ask(path, { headers: { accept: "text/html" } });
  expect(response.status, path).toBe(200);
  return response.text();
}

async function listed(entry: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = `/lists/${entry}`; next !== undefined;) {
    const html = await text(next);
    ids.push(...found(html));
    next = /rel="next" href="([^"]*)"/u.exec(html)?.[1]?.replaceAll("&amp;", "&");
  }
  return ids;
}

async function overApi(): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page = (await (
      await bed.ask(`/api/v1/subjects/${code}/records?limit=7${cursor === "" ? "" : `&cursor=${cursor}`}`)
    ).json()) as { items: { id: string }[]; next: string | null };
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

const entries = ["penalty", "permit", "abnormal-operation"] as const;

test("for random records, ends and days, every path shows what the slow rule shows", { timeout: 240_000 }, async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawn, { minLength: 20, maxLength: 45 }),
      fc.array(day(0, 500), { minLength: 2, maxLength: 2 }),
      async (records, days) => {
        await store(records);
        for (const today of days) {
          bed.at(`${today}T00:00:00`);
          const all = expected(records, today);
          shown += all.length;
          const of = (entry: string): string[] => sorted(all.filter((one) => one.entry === entry).map(({ id }) => id));
          const ids = sorted(all.map(({ id }) => id));
          expect(sorted(await overApi())).toEqual(ids);
          expect(sorted(found(await text(`/subjects/${code}`)))).toEqual(ids);
          for (const entry of entries) expect(sorted(await listed(entry)), entry).toEqual(of(entry));
          const { counts } = (await (await bed.ask(`/api/v1/subjects/${code}`)).json()) as {
            counts: { entry: string; count: number }[];
          };
          const told = counts.map(({ entry, count }) => `${entry} ${count}`);
          const wanted = entries.map((entry) => `${entry} ${of(entry).length}`).filter((one) => !one.endsWith(" 0"));
          expect(sorted(told)).toEqual(sorted(wanted));
          expect(sorted(await exported())).toEqual(of("permit"));
        }
      },
    ),
    { numRuns: 12 },
  );
  expect(shown).toBeGreaterThan(20);
});

async function exported(): Promise<string[]> {
  const lines = (await (await bed.ask("/api/v1/open-data/permit.ndjson")).text())
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => (JSON.parse(line) as { id: string }).id);
}
