import type { Answer, Operation } from "../../client/contract.ts";
import type { Status } from "../../ui/status-mark.tsx";
import { repairsText } from "./text.ts";

export type Repair = Answer<Operation<"/api/v1/repairs/{repair}", "get">>;
export type RepairItem = Answer<Operation<"/api/v1/repairs", "get">>["items"][number];
export type Decision = Answer<Operation<"/api/v1/own/repairs/eligibility", "get">>["items"][number];
export type HandedIn = Answer<Operation<"/api/v1/repairs/handed-in", "post">>;
export type HandedInDecision = HandedIn["items"][number];
export type Paper = Answer<Operation<"/api/v1/repairs/{repair}/documents/{document}", "get">>;

/** What a code of the platform is called here; the code itself where it has no word. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

const SHAPES: Readonly<Record<string, Omit<Status, "word">>> = {
  submitted: { shape: "hollow", tone: "ink" },
  "need-more": { shape: "broken", tone: "zhe" },
  accepted: { shape: "half", tone: "ink" },
  proposed: { shape: "half", tone: "mo" },
  "not-accepted": { shape: "cross", tone: "soft" },
  shielded: { shape: "bar", tone: "mo" },
  repaired: { shape: "tick", tone: "lv" },
  refused: { shape: "cross", tone: "soft" },
  revoked: { shape: "diamond", tone: "zhe" },
  withdrawn: { shape: "bar", tone: "soft" },
};

/** Where an application stands, as shape, word and colour. */
export function phaseMark(phase: string): Status {
  const { shape, tone } = SHAPES[phase] ?? { shape: "ring", tone: "ink" };
  return { shape, tone, word: wordFor(repairsText.phases, phase) };
}

/** Working days left, or by how many the last day has passed; null where the calendar does not reach so far. */
export function leftWord(due: RepairItem["due"]): string {
  if (due === null) return repairsText.noTerm;
  const { until, left } = due;
  if (left === null) return repairsText.until(until);
  return left < 0 ? repairsText.late(until, -left) : repairsText.left(until, left);
}

/** Overdue first, then by the last day; what has no term last. */
export function byUrgency(items: readonly RepairItem[]): readonly RepairItem[] {
  return items.toSorted((a, b) => (a.due?.until ?? "9999").localeCompare(b.due?.until ?? "9999"));
}

/** What may be drafted of an application: a shield is for a bankruptcy alone, and a revocation for what stands. */
export function outcomesFor({ kind, phase }: Pick<Repair, "kind" | "phase">): readonly string[] {
  if (phase === "repaired") return ["revoke"];
  if (phase === "shielded") return ["repair", "refuse", "revoke"];
  return kind === "bankruptcy" ? ["shield", "refuse"] : ["repair", "refuse"];
}

/** What a draft still lacks; null where it is whole. */
export function lackOfDraft(draft: {
  readonly outcome: string;
  readonly reason: string;
  readonly mend: string;
  readonly through: string;
}): string | null {
  const { outcome, reason, mend, through } = draft;
  const { lacks } = repairsText;
  if (outcome === "") return lacks.outcome;
  if (reason.trim() === "") return lacks.reason;
  if (outcome === "refuse" && mend.trim() === "") return lacks.mend;
  return outcome === "shield" && through === "" ? lacks.through : null;
}
