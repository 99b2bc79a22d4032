// What applies to a subject in a matter on a day, and by which decision. Pure: the registry, the records let through, the day.
import { lastDayOf } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { FactCondition, Measure, Trigger } from "../../../policy/measure.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { FieldValue, MarkKind } from "../../../records/statements/index.ts";

/**
 * A record about the subject itself as a channel let it through: `shared` within its term and not ended, `lasting` also after
 * repair or term, for bars that a statute sets (法定限制). The same record may come by both.
 */
export interface StandingRecord {
  /** Public id, 16 bytes. */
  readonly id: Buffer;
  readonly entry: string;
  readonly via: "shared" | "lasting";
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly documentNo: string | null;
  readonly authority: string | null;
  readonly decidedOn: Day | null;
  readonly validUntil: Day | null;
  /** Last day on which it is shared; null = no fixed end. */
  readonly shownUntil: Day | null;
  /** What is said beside it: a prompt that rests on a contested record says so. */
  readonly marks: readonly MarkKind[];
}

export interface Question {
  readonly policy: Pick<PolicySnapshot, "measures" | "lists" | "publicity">;
  readonly day: Day;
  readonly matter: string;
  readonly subjectKind: SubjectKind;
}

/** As much of a question as tells what must be read for it. */
export type MatterQuestion = Pick<Question, "policy" | "matter">;

/** A measure that may be decided today, and the record that it follows from. */
export interface Applied {
  readonly measure: Measure;
  readonly record: StandingRecord;
  /** Last day, inclusive; null where none is fixed, or where the decision must be read. */
  readonly until: Day | null;
  /** Whether the decision itself states the end and it is not known here. */
  readonly readDecision: boolean;
}

/** An incentive that may be offered, with the record that earns it, where one is needed. */
export interface Offered {
  readonly measure: Measure;
  readonly record: StandingRecord | null;
}

/**
 * Measures that an office may be told of in a matter, whoever the subject is. Class 3 is for other organisations to decide
 * upon by themselves: no office is ever told of it as something to do.
 */
export function measuresIn({ policy, matter }: MatterQuestion): readonly Measure[] {
  return [...policy.measures.values()].filter(
    (measure) => measure.state === "live" && measure.matters.includes(matter) && measure.measureClass !== 3,
  );
}

/** Entries on which the answer in a matter depends: nothing else is read, and nothing else is told. */
export function entriesFor(question: MatterQuestion): ReadonlySet<string> {
  const triggers = measuresIn(question).flatMap(({ triggers: all, unless }) => [...all, ...unless]);
  const entries = triggers.map((trigger) =>
    "list" in trigger ? (question.policy.lists.get(trigger.list)?.entry ?? null) : trigger.entry,
  );
  return new Set(entries.filter((entry) => entry !== null));
}

/** Entries of which also repaired and past records count, since a statute sets a term of its own. */
export function lastingEntriesFor(question: MatterQuestion): ReadonlySet<string> {
  const bars = measuresIn(question).filter(({ kind }) => kind === "statutory-bar");
  return new Set(bars.flatMap(({ triggers }) => triggers.flatMap((one) => ("entry" in one ? [one.entry] : []))));
}

/**
 * The restrictions and bars that apply: each record for itself, none by counting, none by another subject's record. A list
 * whose own instrument has ended has no effect.
 */
export function applicable(question: Question, records: readonly StandingRecord[]): readonly Applied[] {
  return measuresIn(question)
    .filter((measure) => measure.kind !== "incentive" && measure.subjectKinds.includes(question.subjectKind))
    .flatMap((measure) => {
      const via = measure.kind === "statutory-bar" ? "lasting" : "shared";
      return records
        .filter((record) => record.via === via && matches(question.policy, measure.triggers, record))
        .flatMap((record) => appliedOn(question, measure, record));
    });
}

/** The incentives that may be offered: nothing stands against them, and what they ask for is there. */
export function offered(question: Question, records: readonly StandingRecord[]): readonly Offered[] {
  const shared = records.filter(({ via }) => via === "shared");
  return measuresIn(question)
    .filter((measure) => measure.kind === "incentive" && measure.subjectKinds.includes(question.subjectKind))
    .filter((measure) => !shared.some((record) => matches(question.policy, measure.unless, record)))
    .flatMap((measure): readonly Offered[] => {
      if (measure.triggers.length === 0) return [{ measure, record: null }];
      const earned = shared.find((record) => matches(question.policy, measure.triggers, record));
      return earned === undefined ? [] : [{ measure, record: earned }];
    });
}

function matches(policy: Question["policy"], triggers: readonly Trigger[], record: StandingRecord): boolean {
  return triggers.some((trigger) => {
    if ("entry" in trigger) return trigger.entry === record.entry && trigger.where.every((one) => says(record, one));
    const list = policy.lists.get(trigger.list);
    if (list === undefined || list.state !== "live" || list.entry !== record.entry) return false;
    return list.listName === null || record.fields["listName"] === list.listName;
  });
}

function says({ fields }: StandingRecord, { field, contains }: FactCondition): boolean {
  const value = fields[field];
  if (value === null || value === undefined) return false;
  const texts = typeof value === "string" ? [value] : value;
  return contains.some((word) => texts.some((text) => text.includes(word)));
}

function appliedOn({ policy, day }: Question, measure: Measure, record: StandingRecord): readonly Applied[] {
  const told = (until: Day | null, readDecision: boolean): readonly Applied[] =>
    until === null || day <= until ? [{ measure, record, until, readDecision }] : [];
  switch (measure.term.kind) {
    case "while-triggered":
      return told(record.shownUntil, false);
    case "stated":
      return told(record.validUntil, record.validUntil === null);
    case "months": {
      // Without a day nobody can say that the term still runs: the decision must be read.
      if (record.decidedOn === null) return told(null, true);
      const { convention } = policy.publicity;
      return told(lastDayOf({ from: record.decidedOn, months: measure.term.months, convention }), false);
    }
  }
}
