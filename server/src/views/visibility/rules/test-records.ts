// Random records with their ends and marks: as rows of a database, and as the pure rule judges them.
import fc from "fast-check";
import { startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { TestDatabase } from "../../../platform/database/test-database.ts";
import type { EndKind } from "../../../records/statements/index.ts";
import { arbitraryDay, arbitraryFacts, testEntries } from "../test-policy.ts";
import type { End, JudgedStatement } from "./channel.ts";
import type { PublicityFacts } from "./clock.ts";

export interface Case {
  readonly facts: PublicityFacts;
  readonly second: number;
  readonly entry: string;
  readonly kind: SubjectKind;
  readonly superseded: boolean;
  readonly ends: readonly (End & { readonly kind: EndKind; readonly restored: boolean })[];
  /** Null: no mark; else whether it pauses, and whether it was lifted. */
  readonly mark: { readonly pauses: boolean; readonly lifted: boolean } | null;
  readonly batchEnded: Day | null;
}

export const arbitraryCase: fc.Arbitrary<Case> = fc.record({
  facts: arbitraryFacts(),
  second: fc.constantFrom(0, 1, 43_200, 86_399),
  entry: fc.constantFrom(...testEntries.map((one) => one.id), "penalty", "penalty", "penalty", "unheard-of"),
  kind: fc.constantFrom<SubjectKind>("enterprise", "enterprise", "individual-business", "natural-person"),
  superseded: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  ends: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.uniqueArray(
        fc.oneof(
          fc.record({
            kind: fc.constantFrom<EndKind>("repaired", "removed"),
            effective: arbitraryDay(),
            through: fc.constant(null),
            restored: fc.boolean(),
          }),
          fc.record({
            kind: fc.constantFrom<EndKind>("quashed", "revoked", "withdrawn"),
            effective: arbitraryDay(),
            through: fc.constant(null),
            restored: fc.constant(false),
          }),
          fc.tuple(arbitraryDay(), arbitraryDay(), fc.boolean()).map(([one, other, restored]) => ({
            kind: "shielded" as const,
            effective: one < other ? one : other,
            through: one < other ? other : one,
            restored,
          })),
        ),
        { minLength: 1, maxLength: 2, selector: (one) => one.kind },
      ),
    },
  ),
  mark: fc.option(fc.record({ pauses: fc.boolean(), lifted: fc.boolean() }), { freq: 2 }),
  batchEnded: fc.option(arbitraryDay(), { freq: 8 }).map((one) => one),
});

const insertSubject = statement(
  "test.subject",
  "insert into subject.subject values ($1, $2, 'provisional', '2020-01-01Z', gen_random_uuid())",
);
const insertStatement = statement(
  "test.statement",
  `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
     authority, authority_code, decided_on, valid_from, valid_until, severity, severity_by, provider_shown_until, received_at,
     batch, row, warnings, replaces, policy_hash, commitment)
   values ($1, $2, 'P', $3, $4, $5, 1, $5, null, null, null, $6, $7, $8, $9, null, $10, $11,
     $12, 1, '{}', null, '\\x00', '\\x00')`,
);
const insertEnd = statement(
  "test.end",
  `insert into statements.ended (subject, decision, kind, effective, through, recorded_at, account)
   values ($1, $2, $3, $4, $5, '2026-01-01Z', gen_random_uuid())`,
);
const insertRestored = statement(
  "test.restored",
  "insert into statements.restored values ($1, $2, $3, 1, '2026-01-02Z', 'D', gen_random_uuid())",
);
const insertMark = statement(
  "test.mark",
  `insert into statements.mark values ($1, md5($1), $2, 'objection', $3, 'case', '2026-01-01', '2026-01-01Z',
     gen_random_uuid(), '\\x00')`,
);
const liftMark = statement(
  "test.lift",
  "insert into statements.mark_lifted values ($1, md5($1), '2026-01-02Z', gen_random_uuid())",
);
const insertEndedBatch = statement(
  "test.ended-batch",
  "insert into statements.ended_batch values ($1, $2, '2026-01-01Z', gen_random_uuid())",
);
const clear = statement(
  "test.clear",
  `truncate statements.statement, statements.ended, statements.restored, statements.mark, statements.mark_lifted,
     statements.ended_batch, subject.subject cascade`,
);

const uuidOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
export const bytesOf = (at: number): Buffer => Buffer.from(String(at).padStart(16, "0"));

/** In place of whatever stood there. */
export async function store(bed: TestDatabase, cases: readonly Case[]): Promise<void> {
  await bed.admin.write(async (tx) => {
    await tx.run(clear);
    for (const [at, one] of cases.entries()) {
      const { facts } = one;
      const subject = `S${at}`;
      await tx.run(insertSubject, [subject, one.kind]);
      const received = new Date(startOfDay(facts.receivedOn) + one.second * 1000);
      const tail = [
        facts.decidedOn,
        facts.validFrom,
        facts.validUntil,
        facts.severity,
        facts.providerShownUntil,
        received,
        uuidOf(at),
      ];
      await tx.run(insertStatement, [subject, one.entry, bytesOf(0), 1, bytesOf(at), ...tail]);
      if (one.superseded)
        await tx.run(insertStatement, [
          subject,
          one.entry,
          bytesOf(0),
          2,
          bytesOf(at + 1000),
          ...tail.with(6, uuidOf(999)),
        ]);
      await storeBeside(tx, at, one);
      if (one.batchEnded !== null) await tx.run(insertEndedBatch, [uuidOf(at), one.batchEnded]);
    }
  });
}

/** Ends, what took them back, and marks. */
async function storeBeside(tx: Tx, at: number, { ends, mark }: Case): Promise<void> {
  const [subject, decision] = [`S${at}`, bytesOf(at)];
  for (const { kind, effective, through, restored } of ends) {
    await tx.run(insertEnd, [subject, decision, kind, effective, through]);
    if (restored) await tx.run(insertRestored, [subject, decision, kind]);
  }
  if (mark === null) return;
  await tx.run(insertMark, [subject, decision, mark.pauses]);
  if (mark.lifted) await tx.run(liftMark, [subject]);
}

export function judged(one: Case): { statement: JudgedStatement; ends: readonly End[] } {
  const batch: End[] = one.batchEnded === null ? [] : [{ kind: "batch", effective: one.batchEnded }];
  return {
    statement: {
      entry: one.entry,
      subjectKind: one.kind,
      facts: one.facts,
      newest: !one.superseded,
      paused: one.mark !== null && one.mark.pauses && !one.mark.lifted,
    },
    ends: [...one.ends.filter(({ restored }) => !restored), ...batch],
  };
}
