import { icon, type IconName } from "./icon.ts";
import { markup, type Html } from "./markup.ts";

/** The four tones of a status. `ink` is the plain one; today's cinnabar is no status and is not here. */
export type Tone = "ink" | "soft" | "lv" | "zhe" | "mo";

/** A status is shape, word and colour together, in this order of importance. */
export interface StatusMark {
  readonly shape: IconName;
  readonly word: string;
  readonly tone: Tone;
}

export function statusMark(mark: StatusMark): Html {
  return markup`<span class="mk ${mark.tone}">${icon(mark.shape)}${mark.word}</span>`;
}

export const statusMarkCss =
  ".mk{font-weight:600;white-space:nowrap}.mk+.mk{margin-left:1rem}.mk .i{margin-right:.4em}.soft{color:var(--soft)}.lv{color:var(--lv)}.zhe{color:var(--zhe)}.mo{color:var(--mo)}";
