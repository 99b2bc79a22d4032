import type { Answer, Operation } from "../../client/contract.ts";
import type { Role } from "../../client/session.ts";
import type { Status } from "../../ui/status-mark.tsx";
import { objectionsText } from "./text.ts";

export type Objection = Answer<Operation<"/api/v1/objections/{objection}", "get">>;
export type Rules = Answer<Operation<"/api/v1/objections/rules", "get">>;

/** What a code of the platform is called here; the code itself where it has no word. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

const SHAPES: Readonly<Record<Objection["phase"], Omit<Status, "word">>> = {
  filed: { shape: "hollow", tone: "ink" },
  accepted: { shape: "half", tone: "ink" },
  forwarded: { shape: "half", tone: "mo" },
  answered: { shape: "half", tone: "mo" },
  closed: { shape: "tick", tone: "lv" },
  "not-accepted": { shape: "cross", tone: "soft" },
  withdrawn: { shape: "bar", tone: "soft" },
};

/** Where an objection stands, as shape, word and colour; of a closed one how it ended. */
export function phaseMark({ phase, phaseName, outcome }: Pick<Objection, "phase" | "phaseName" | "outcome">): Status {
  const word = outcome === null ? phaseName : wordFor(objectionsText.outcomes, outcome);
  return { ...SHAPES[phase], word };
}

/** Working days left, or by how many the last day has passed. */
export function leftWord(due: Objection["due"]): string {
  if (due === null) return objectionsText.noTerm;
  const { until, workingDaysLeft: left } = due;
  if (left === null) return objectionsText.until(until);
  return left < 0 ? objectionsText.late(until, -left) : objectionsText.left(until, left);
}

/** What an objection is about, in a line. */
export function aboutWord({ kind, about }: Pick<Objection, "kind" | "about">): string {
  const what = about.measureName ?? about.documentNo ?? about.entryName ?? about.look ?? objectionsText.noDocument;
  return `${wordFor(objectionsText.kinds, kind)} ${what}`;
}

/** Overdue first, then by the last day; what has no term last. */
export function byUrgency(items: readonly Objection[]): readonly Objection[] {
  return items.toSorted((a, b) => (a.due?.until ?? "9999").localeCompare(b.due?.until ?? "9999"));
}

const SIDES: Readonly<Record<string, readonly Role[]>> = {
  centre: ["operator"],
  respondent: ["clerk", "reviewer", "approver", "operator"],
  "second-person": ["reviewer", "operator"],
};

/** The steps that may be taken now by somebody of this role; the server decides once more. */
export function stepsFor(next: Objection["next"], role: Role): readonly string[] {
  return next.filter(({ by }) => SIDES[by]?.includes(role) === true).map(({ kind }) => kind);
}

/** Steps that are nothing without words. */
export const WORDED: ReadonlySet<string> = new Set(["not-accept", "extend", "answer", "return", "escalate"]);

export interface AnswerForm {
  readonly words: string;
  readonly outcome: string;
  readonly change: string;
  readonly evidence: number;
}

/** What an answer still lacks; null where it is whole. */
export function lackOfAnswer({ words, outcome, change, evidence }: AnswerForm): string | null {
  const { one } = objectionsText;
  if (outcome === "") return one.lackOutcome;
  if (words.trim() === "") return one.lackWords;
  if (outcome === "upheld") return change === "" ? one.lackChange : null;
  return evidence === 0 ? one.lackEvidence : null;
}
