// Every Chinese string of marks: what stands beside a decision, the same words on every channel.
import type { MarkKind } from "../../records/statements/index.ts";

/** A mark by its name, and what it means for whoever reads the record. */
export const markWords: Readonly<Record<MarkKind, { readonly name: string; readonly means: string }>> = {
  objection: {
    name: "异议处理中",
    means: "主体对该信息提出了异议，正在处理。处理结束前，请勿将其视为无争议的事实。",
  },
  review: {
    name: "行政复议中",
    means: "主体对该决定申请了行政复议，尚未办结。复议期间决定的效力以复议机关的文书为准。",
  },
  litigation: {
    name: "诉讼中",
    means: "该决定正在诉讼，尚无生效裁判。诉讼期间决定的效力以法院的文书为准。",
  },
};

const join = "、";

/** Marks as one cell of a file; null where nothing is said. */
export function marksText(marks: readonly MarkKind[]): string | null {
  return marks.length === 0 ? null : marks.map((kind) => markWords[kind].name).join(join);
}
