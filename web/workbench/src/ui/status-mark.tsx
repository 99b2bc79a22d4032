import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

/** `ink` is the plain tone; today's cinnabar is no status and is not here. */
export type Tone = "ink" | "soft" | "lv" | "zhe" | "mo";

/** A status is shape, word and colour together, in this order of importance. */
export interface Status {
  readonly shape: IconName;
  readonly word: string;
  readonly tone: Tone;
}

export function StatusMark({ shape, word, tone }: Status): ReactNode {
  return (
    <span className={`mark ${tone}`}>
      <Icon name={shape} />
      {word}
    </span>
  );
}
