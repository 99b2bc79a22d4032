// Which maker makes the rows of which entry.
import { excelSerialOf } from "../serial.ts";
import type { RowOf } from "../table.ts";
import { subjectOf } from "./act.ts";
import type { Act, RowMaker } from "./act.ts";
import {
  abnormalRow,
  commitmentRow,
  debtorRow,
  honourRow,
  inspectionRow,
  measureRow,
  ratingRow,
  seriousRow,
} from "./other-acts.ts";
import { penaltyRow } from "./penalty.ts";
import { permitRow } from "./permit.ts";
import { HIGHWAY, OLD_TABLE } from "../text.ts";

/** A department that has a layout of its own for an entry. */
export interface OwnLayout {
  readonly mapping: string;
  readonly make: RowMaker;
}

export const MAKERS: Readonly<Record<string, RowMaker>> = {
  permit: (act) => permitRow(act),
  penalty: (act) => penaltyRow(act),
  "coercive-measure": measureRow,
  inspection: inspectionRow,
  "abnormal-operation": abnormalRow,
  "serious-list": seriousRow,
  "judgment-debtor": debtorRow,
  honour: honourRow,
  rating: ratingRow,
  commitment: commitmentRow,
};

function penalty2016Row(act: Act): RowOf {
  const row = penaltyRow(act);
  return { ...row, regionCode: act.subject.region, decidedOn: act.day.replaceAll("-", "/") };
}

function highwayRow(act: Act): RowOf {
  const { random } = act;
  const place = random.below(HIGHWAY.grades.length);
  return {
    ...subjectOf(act),
    aspect: random.pick(HIGHWAY.aspects),
    period: String(Number(act.day.slice(0, 4)) - 1),
    content: HIGHWAY.grades[place] ?? "",
    score: String(96 - place * 12 - random.below(10)),
  };
}

/** The environment department's table of former years: days as serial numbers, sums in yuan, the number as title. */
export function oldTableRow(act: Act): RowOf {
  const row = penaltyRow(act);
  const yuan = Math.round(Number(row["fine"] ?? "0") * 10_000);
  return {
    ...row,
    ...OLD_TABLE,
    sequence: String(act.number),
    decidedOn: String(excelSerialOf(act.day)),
    fineYuan: yuan === 0 ? "" : String(yuan),
  };
}

/** By department and entry. */
export const OWN_LAYOUTS: Readonly<Record<string, OwnLayout>> = {
  "eastEnforcement penalty": { mapping: "penalty-2016", make: penalty2016Row },
  "transport rating": { mapping: "highway-ratings", make: highwayRow },
};
