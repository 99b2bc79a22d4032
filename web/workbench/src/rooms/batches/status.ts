import type { Status } from "../../ui/status-mark.tsx";
import { batchesText } from "./text.ts";

export const batchStates = Object.keys(batchesText.states) as BatchState[];
export type BatchState = keyof typeof batchesText.states;

const shapes: Readonly<Record<BatchState, Omit<Status, "word">>> = {
  receiving: { shape: "ring", tone: "soft" },
  waiting: { shape: "half", tone: "zhe" },
  processing: { shape: "half", tone: "soft" },
  done: { shape: "tick", tone: "lv" },
  withdrawn: { shape: "bar", tone: "soft" },
  failed: { shape: "cross", tone: "zhe" },
};

/** What has become of a batch, as a mark. */
export function stateMark(state: BatchState): Status {
  return { ...shapes[state], word: batchesText.states[state] };
}

/** Whether it may change while one looks at it. */
export function isMoving(state: BatchState): boolean {
  return state === "receiving" || state === "processing";
}

/** What became of a row that has issues. */
export function outcomeMark(outcome: string): Status {
  if (outcome === "quarantined") return { shape: "triangle", word: batchesText.sums.quarantined, tone: "mo" };
  if (outcome === "rejected") return { shape: "cross", word: batchesText.sums.rejected, tone: "zhe" };
  if (outcome === "duplicate") return { shape: "sheets", word: batchesText.sums.duplicates, tone: "ink" };
  if (outcome === "accepted") return { shape: "tick", word: batchesText.sums.accepted, tone: "lv" };
  return { shape: "bar", word: batchesText.sums.skipped, tone: "soft" };
}
