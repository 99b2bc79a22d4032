import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { dualEntries, termOf } from "./figures.ts";
import type { DayGroup, SecondGroup } from "./figures.ts";
import { isOverdue, punctualityOf } from "./punctuality.ts";
import type { Verdict } from "./punctuality.ts";

/** What a department's own batches come to, in the order of the table that goes out with a notice (通报). */
export const ownKinds = [
  "submitted",
  "accepted",
  "duplicates",
  "quarantined",
  "rejected",
  "timely",
  "late",
  "undated",
  "uncountable",
  "correction",
  "takenIn",
  "sentBack",
  "withdrawn",
] as const;

/** The numbers of a line that open to their rows; the last two rest on what others have sent. */
export const rowKinds = [...ownKinds, "second", "missing"] as const;

export type RowKind = (typeof rowKinds)[number];

export function isRowKind(text: string): text is RowKind {
  return rowKinds.some((kind) => kind === text);
}

/** Where rows are looked for: statements as they came, questions taken in later, rows that did not come in, questions. */
export type RowPart = "direct" | "taken" | "issue" | "question";

/** One decision day with one receipt day. */
export interface DayPair {
  readonly decidedOn: Day;
  readonly receivedOn: Day;
}

/** Which rows a number stands for. `pairs` are the days that have its verdict: the rule is asked once a pair. */
export interface RowFilter {
  readonly parts: readonly RowPart[];
  readonly outcomes: readonly ("duplicate" | "rejected")[];
  readonly questions: readonly ("open" | "accepted" | "rejected")[];
  readonly withdrawnOnly: boolean;
  readonly days: "any" | "none" | "pairs" | "correction";
  readonly pairs: readonly DayPair[];
}

const open: RowFilter = {
  parts: ["direct", "issue", "question"],
  outcomes: ["duplicate", "rejected"],
  questions: ["open", "accepted", "rejected"],
  withdrawnOnly: false,
  days: "any",
  pairs: [],
};

const statements: RowFilter = { ...open, parts: ["direct", "taken"] };

type PlainKind = Exclude<RowKind, "timely" | "late" | "uncountable" | "second" | "missing">;

const plain: Readonly<Record<PlainKind, RowFilter>> = {
  submitted: open,
  accepted: { ...open, parts: ["direct"] },
  takenIn: { ...open, parts: ["taken"] },
  sentBack: { ...open, parts: ["question"], questions: ["rejected"] },
  duplicates: { ...open, parts: ["issue"], outcomes: ["duplicate"] },
  rejected: { ...open, parts: ["issue"], outcomes: ["rejected"] },
  quarantined: { ...open, parts: ["question"] },
  undated: { ...statements, days: "none" },
  correction: { ...statements, days: "correction" },
  withdrawn: { ...open, parts: ["direct"], withdrawnOnly: true },
};

/** The rows behind a number of a month, whose days stand in `groups`. */
export function filterOf(
  kind: Exclude<RowKind, "second" | "missing">,
  facts: { readonly groups: readonly DayGroup[] },
  question: { readonly policy: PolicySnapshot; readonly calendar: WorkingCalendar | null },
): RowFilter {
  if (kind !== "timely" && kind !== "late" && kind !== "uncountable") return plain[kind];
  return { ...statements, days: "pairs", pairs: pairsWith(kind, facts.groups, question) };
}

/**
 * The pairs of days with a verdict. The entries of 双公示 share one term, since one instrument sets it; where a policy
 * gives them different ones, the rows of one entry are asked for at a time.
 */
function pairsWith(
  verdict: Verdict,
  groups: readonly DayGroup[],
  { policy, calendar }: { readonly policy: PolicySnapshot; readonly calendar: WorkingCalendar | null },
): readonly DayPair[] {
  const terms = new Map(dualEntries(policy).map((entry) => [entry.id, termOf(entry, calendar)]));
  const found = new Map<string, DayPair>();
  for (const { entry, decidedOn, receivedOn, correction } of groups) {
    const term = terms.get(entry);
    const key = `${decidedOn} ${receivedOn}`;
    if (term === undefined || decidedOn === null || correction || found.has(key)) continue;
    if (punctualityOf({ decidedOn, receivedOn, correction }, term) === verdict)
      found.set(key, { decidedOn, receivedOn });
  }
  return [...found.values()];
}

/** The decision days of a month's second sources whose term is over today. */
export function overdueDays(
  second: readonly SecondGroup[],
  question: { readonly policy: PolicySnapshot; readonly calendar: WorkingCalendar | null; readonly today: Day },
): readonly Day[] {
  const terms = new Map(dualEntries(question.policy).map((entry) => [entry.id, termOf(entry, question.calendar)]));
  const days = second.flatMap(({ entry, decidedOn }) => {
    const term = terms.get(entry);
    return term !== undefined && decidedOn !== null && isOverdue(decidedOn, question.today, term) ? [decidedOn] : [];
  });
  return [...new Set(days)];
}
