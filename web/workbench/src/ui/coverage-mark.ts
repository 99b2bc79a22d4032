import type { Status } from "./status-mark.tsx";
import { partsText } from "./text.ts";

export type CoverageState = "complete" | "nil" | "late" | "unknown" | "never";

/** How far a provider's declaration reaches, as a mark. @param lateDays working days; null where it is not late. */
export function coverageMark(state: CoverageState, lateDays: number | null): Status {
  const words = partsText.coverage;
  if (state === "complete") return { shape: "tick", word: words.complete, tone: "lv" };
  if (state === "nil") return { shape: "ring", word: words.nil, tone: "lv" };
  if (state === "late")
    return { shape: "diamond", word: lateDays === null ? words.late : words.lateBy(lateDays), tone: "zhe" };
  return { shape: "broken", word: state === "never" ? words.never : words.unknown, tone: "mo" };
}
