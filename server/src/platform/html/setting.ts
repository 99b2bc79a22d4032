import type { Day } from "../../kernel/day.ts";
import { markup, type Html, type Part } from "./markup.ts";

/** The words after year, month and day in a sentence, and nothing else: the figures carry no leading zero. */
export interface DateWords {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** A day in a table or beside a beam: 2026-09-19. */
export function shortDay(day: Day): Html {
  return markup`<time datetime="${day}">${day}</time>`;
}

/** A day in a sentence, as in 2026年9月19日. */
export function longDay(day: Day, words: DateWords): Html {
  const [year = "", month = "", date = ""] = day.split("-");
  return markup`<time datetime="${day}">${year}${words.year}${Number(month)}${words.month}${Number(date)}${words.day}</time>`;
}

/** Text in which no day such as 2026-09-01 is broken over two lines. */
export function wholeDays(text: string): Part {
  return text
    .split(/(\d{4}-\d{2}-\d{2})/u)
    .map((piece, at) => (at % 2 === 0 ? piece : markup`<span class="n">${piece}</span>`));
}

/**
 * An 18-character code set as 2·6·9·1 with margins instead of spaces, so that it copies whole.
 * Anything of another length stands as it is.
 */
export function groupedCode(code: string): Html {
  if (code.length !== 18) return markup`<span class="code">${code}</span>`;
  return markup`<span class="code n">${code.slice(0, 2)}<i>${code.slice(2, 8)}</i><i>${code.slice(8, 17)}</i><i>${code.slice(17)}</i></span>`;
}

/** More characters than this in one piece would leave a ragged line before them. */
const LONGEST_PIECE = 18;

/** A name that may break only between the given parts; one with a very long part breaks like other text before its last. */
export function brokenName(parts: readonly string[]): Html {
  if (parts.some((part) => part.length > LONGEST_PIECE)) return longName(parts);
  return markup`<span class="name keep">${parts.map((part, at) => (at === 0 ? part : markup`<wbr>${part}`))}</span>`;
}

function longName(parts: readonly string[]): Html {
  const last = parts.at(-1) ?? "";
  if (last.length > LONGEST_PIECE) return markup`<span class="name">${parts.join("")}</span>`;
  return markup`<span class="name">${parts.slice(0, -1).join("")}<span class="n">${last}</span></span>`;
}

/** 1204318 → 1,204,318. Whole numbers only. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
}

export const settingCss =
  'time,.n{white-space:nowrap;text-autospace:no-autospace}.name{unicode-bidi:isolate}.keep{word-break:keep-all}.code{font:500 1.0625em/1.6 ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;letter-spacing:.02em}.code i{font-style:normal;margin-left:.4em}';
