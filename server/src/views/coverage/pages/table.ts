import type { Day } from "../../../kernel/day.ts";
import type { Html } from "../../../platform/html/markup.ts";
import { statusMark, type StatusMark } from "../../../platform/html/status-mark.ts";
import { threadTable, type ThreadKind } from "../../../platform/html/thread.ts";
import { siteText } from "../../site/index.ts";
import type { CoverageLine } from "../rules.ts";
import { pageText } from "../text.ts";

const words = pageText.coverage;

/** How the thread of a state ends. */
export const threadKinds: Readonly<Record<CoverageLine["state"], ThreadKind>> = {
  complete: "whole",
  late: "short",
  unknown: "short",
  nil: "hollow",
  never: "none",
};

/** What was looked up and through which day, one thread an entry. */
export function coverageTable(lines: readonly CoverageLine[], today: Day): Html {
  return threadTable({
    today,
    caption: words.caption,
    labels: {
      head: words.head,
      by: words.by,
      window: words.window,
      today: siteText.today,
      through: words.through,
      verdict: words.verdict,
      noDay: words.noDay,
    },
    rows: lines.map((line) => ({
      head: line.title,
      by: line.providers,
      kind: line.through === null ? "none" : threadKinds[line.state],
      through: line.through,
      verdict: statusMark(verdict(line)),
    })),
  });
}

export function verdict(line: Pick<CoverageLine, "state" | "lateWorkingDays">): StatusMark {
  switch (line.state) {
    case "late":
      return { shape: "diamond", word: words.late(line.lateWorkingDays), tone: "zhe" };
    case "unknown":
      return { shape: "broken", word: words.states.unknown, tone: "mo" };
    case "never":
      return { shape: "broken", word: words.states.never, tone: "mo" };
    default:
      return { shape: "tick", word: words.states[line.state], tone: "lv" };
  }
}
