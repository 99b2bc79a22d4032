// The cases of `measures/cases.yaml`, by the rules that a check stands on.
import type { Day } from "../../../kernel/day.ts";
import type { MeasureCase } from "../../../policy/measure-file.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { hasEnded } from "../../visibility/index.ts";
import { applicable, offered } from "../rules/applicable.ts";
import type { StandingRecord } from "../rules/applicable.ts";

type Written = MeasureCase["given"]["records"][number];

/** What of a written record the two channels would let through on the day. */
function letThrough(one: Written, policy: PolicySnapshot, day: Day): StandingRecord[] {
  const ends = one.ended === null ? [] : [{ kind: one.ended.kind, effective: one.ended.on }];
  const listName = one.list === undefined ? null : (policy.lists.get(one.list)?.listName ?? null);
  const record = {
    id: Buffer.alloc(0),
    entry: one.entry,
    fields: { ...one.fields, ...(listName === null ? {} : { listName }) },
    documentNo: null,
    authority: null,
    decidedOn: one.decidedOn,
    validUntil: one.validUntil,
    shownUntil: one.sharedUntil,
    marks: [],
  };
  const isShared = !hasEnded(ends, day, "duty") && (one.sharedUntil === null || day <= one.sharedUntil);
  const lasts = !hasEnded(ends, day, "statutory-bar");
  return [
    ...(isShared ? [{ ...record, via: "shared" as const }] : []),
    ...(lasts ? [{ ...record, via: "lasting" as const }] : []),
  ];
}

/** A measure or incentive that a case is told, with its last day. */
export interface ToldMeasure {
  readonly measure: string;
  readonly until: Day | null;
}

/** What a case is told by a policy; nothing of a natural person, who has no case. */
export function playMeasureCase(policy: PolicySnapshot, { given }: MeasureCase): readonly ToldMeasure[] {
  const { day, matter, subjectKind } = given;
  if (subjectKind === "natural-person") return [];
  const records = given.records.flatMap((one) => letThrough(one, policy, day));
  const question = { policy, day, matter, subjectKind };
  return [
    ...applicable(question, records).map(({ measure, until }) => ({ measure: measure.id, until })),
    ...offered(question, records).map(({ measure }) => ({ measure: measure.id, until: null })),
  ];
}

/** What differs from what a case expects, in the order of the ids; nothing where it holds. */
export function measureCaseFaults(told: readonly ToldMeasure[], { then: expected }: MeasureCase): readonly string[] {
  const wanted = expected.measures.map((one) => (typeof one === "string" ? { measure: one, until: undefined } : one));
  const extra = told.filter(({ measure }) => !wanted.some((one) => one.measure === measure));
  const faults = wanted.flatMap(({ measure, until }) => {
    const found = told.find((one) => one.measure === measure);
    if (found === undefined) return [`- ${measure}`];
    return until === undefined || found.until === until ? [] : [`${measure}: ${found.until ?? "-"} (${until ?? "-"})`];
  });
  return [...faults, ...extra.map(({ measure }) => `+ ${measure}`)].toSorted();
}
