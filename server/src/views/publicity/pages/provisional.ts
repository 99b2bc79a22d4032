import type { Html } from "../../../platform/html/markup.ts";
import { statusMark } from "../../../platform/html/status-mark.ts";
import { text } from "../text.ts";

/** A subject known from providers only: a question, not a fault. */
export function provisionalMark(): Html {
  return statusMark({ shape: "triangle", word: text.subject.provisional, tone: "mo" });
}
