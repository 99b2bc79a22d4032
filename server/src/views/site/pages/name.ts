import { brokenName } from "../../../platform/html/setting.ts";
import type { Html } from "../../../platform/html/markup.ts";
import { siteText as text } from "../text.ts";

/** A region's own name and its end word are at least this long together: 市 alone in second place is no region. */
const SHORTEST_REGION = 3;
const LONGEST_REGION = 6;

/** A subject's name, breaking only after the region it begins with and before its legal form. */
export function subjectName(name: string): Html {
  return brokenName(nameParts(name));
}

/** The parts between which a name may break; together they are the name. */
export function nameParts(name: string): readonly string[] {
  const head = regionLength(name);
  const tail = text.name.forms.find((form) => name.endsWith(form) && name.length - form.length > head) ?? "";
  const middle = name.slice(head, name.length - tail.length);
  return [name.slice(0, head), middle, tail].filter((part) => part !== "");
}

function regionLength(name: string): number {
  const limit = Math.min(LONGEST_REGION, name.length - 2);
  for (let length = SHORTEST_REGION; length <= limit; length += 1) {
    if (text.name.regionEnds.some((end) => end === name[length - 1])) return length;
  }
  return 0;
}
