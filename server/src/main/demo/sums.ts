// Sums as decisions write them: 大写 in yuan, digits in 万元.
import { SUM_DIGITS, SUM_END, SUM_GROUPS, SUM_UNITS } from "./text.ts";

function group(four: number): string {
  let text = "";
  let hasGap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit === 0) {
      hasGap = text !== "";
      continue;
    }
    text += `${hasGap ? SUM_DIGITS[0] : ""}${SUM_DIGITS[digit] ?? ""}${SUM_UNITS[place] ?? ""}`;
    hasGap = false;
  }
  return text;
}

/** A whole number of yuan from 1 to 999,999,999,999 in 大写, closed with the word for a round sum. */
export function writtenYuan(yuan: number): string {
  let text = "";
  let rest = yuan;
  const groups: number[] = [];
  while (rest > 0) {
    groups.push(rest % 10_000);
    rest = Math.floor(rest / 10_000);
  }
  for (const [at, four] of [...groups.entries()].toReversed()) {
    if (four === 0) continue;
    const above = groups[at + 1];
    text += `${above !== undefined && four < 1000 && text !== "" ? SUM_DIGITS[0] : ""}${group(four)}${SUM_GROUPS[at] ?? ""}`;
  }
  return text + SUM_END;
}

/** Yuan as 万元 without needless noughts: 20000 is "2", 500 is "0.05". */
export function wanOfYuan(yuan: number): string {
  return String(yuan / 10_000);
}
