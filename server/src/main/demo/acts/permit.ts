// Permits.
import { addDays, addMonths } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { RowOf } from "../table.ts";
import { bothSides, documentNo, textOf } from "./act.ts";
import type { Act } from "./act.ts";
import { PERMIT_STATES } from "./text.ts";

const LONG_TERM = "2099-12-31" as Day;

/** The last day of a permit of so many years; no years means for good. */
export function permitEnd(from: Day, years: number): Day {
  return years === 0 ? LONG_TERM : addDays(addMonths(from, 12 * years), -1);
}

/** A permit's row; `validUntil` overrides the usual term. */
export function permitRow(act: Act, validUntil?: Day): RowOf {
  const [documentTitle, permitKind, content, certificateName, years] = act.random.pick(
    textOf(act.actor.text.permits, act.actor),
  );
  const until = validUntil ?? permitEnd(act.day, years);
  return {
    ...bothSides(act),
    documentTitle,
    permitKind,
    content,
    certificateName,
    documentNo: documentNo(act, "permit"),
    permitNo:
      certificateName === ""
        ? ""
        : `JY${act.subject.region}${act.day.slice(2, 4)}${String(act.number).padStart(5, "0")}`,
    decidedOn: act.day,
    validFrom: act.day,
    validUntil: until,
    currentStatus: until < act.today ? PERMIT_STATES.over : PERMIT_STATES.live,
  };
}
