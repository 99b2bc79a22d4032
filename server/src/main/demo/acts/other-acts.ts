// Coercive measures, inspections, registers and lists, judgments, honours, ratings, commitments.
import { addDays, addMonths } from "../../../kernel/day.ts";
import { writtenYuan } from "../sums.ts";
import type { RowOf } from "../table.ts";
import { documentNo, subjectOf, textOf } from "./act.ts";
import type { Act } from "./act.ts";
import {
  ABNORMAL_REASONS,
  COMMITMENTS,
  COUNTERPARTS,
  DEBTOR_FORMS,
  INSPECTION_CONTENTS,
  INSPECTION_RESULTS,
  INSPECTIONS,
  MEASURES,
  REMOVAL_REASONS,
  SEVERITIES,
} from "./text.ts";
import { COMMITMENT_STATES, HONOUR_LEVELS } from "../text.ts";

function by({ actor }: Act): RowOf {
  return { authority: actor.zh, authorityCode: actor.uscc };
}

export function measureRow(act: Act): RowOf {
  const [measureKind, content] = act.random.pick(MEASURES);
  return {
    ...subjectOf(act),
    ...by(act),
    measureKind,
    content,
    documentNo: documentNo(act, "coercive-measure"),
    decidedOn: act.day,
    validUntil: addDays(act.day, 30),
    severity: act.random.chance(0.7) ? SEVERITIES.general : "",
  };
}

export function inspectionRow(act: Act): RowOf {
  const { random } = act;
  return {
    ...subjectOf(act),
    ...by(act),
    documentNo: documentNo(act, "inspection"),
    inspectionKind: random.pick(INSPECTIONS),
    content: random.pick(INSPECTION_CONTENTS),
    result: random.pick(INSPECTION_RESULTS),
    decidedOn: act.day,
  };
}

/** Half of the older entries have been removed since. */
export function abnormalRow(act: Act): RowOf {
  const { day, random, today, actor } = act;
  const removedOn = addDays(day, 60 + random.below(400));
  const isRemoved = removedOn < today && random.chance(0.65);
  return {
    ...subjectOf(act),
    authority: actor.zh,
    documentNo: documentNo(act, "abnormal-operation"),
    decidedOn: day,
    content: random.pick(ABNORMAL_REASONS),
    removedOn: isRemoved ? removedOn : "",
    removalReason: isRemoved ? random.pick(REMOVAL_REASONS) : "",
    removalAuthority: isRemoved ? actor.zh : "",
  };
}

export function seriousRow(act: Act): RowOf {
  const [listName, listingBasis, content] = textOf(act.actor.text.list, act.actor);
  return {
    ...subjectOf(act),
    ...by(act),
    listName,
    listingBasis,
    content,
    documentNo: documentNo(act, "serious-list"),
    decidedOn: act.day,
    validFrom: act.day,
    validUntil: addDays(addMonths(act.day, 36), -1),
    severity: SEVERITIES.serious,
  };
}

export function debtorRow(act: Act): RowOf {
  const { day, random } = act;
  const behaviour = random.below(3);
  return {
    ...subjectOf(act),
    authority: act.actor.zh,
    documentNo: documentNo(act, "other"),
    decidedOn: day,
    basisDocument: DEBTOR_FORMS.basis
      .replace("{year}", String(Number(day.slice(0, 4)) - 1))
      .replace("{n}", String(100 + act.number)),
    obligation: DEBTOR_FORMS.obligation.replace("{sum}", writtenYuan(1000 * (1 + random.below(900)))),
    performance: random.pick(DEBTOR_FORMS.performances),
    content: DEBTOR_FORMS.contents[behaviour] ?? "",
    filedOn: addDays(day, -30 - random.below(60)),
    publishedOn: day,
    // Who could pay and will not stays listed until it has paid: no last day.
    validUntil: behaviour === 0 ? "" : addMonths(day, 24),
  };
}

export function honourRow(act: Act): RowOf {
  const { day, random } = act;
  const isLasting = random.chance(0.2);
  return {
    ...subjectOf(act),
    authority: act.actor.zh,
    documentNo: documentNo(act, "honour"),
    content: random.pick(textOf(act.actor.text.honours, act.actor)),
    level: random.pick(HONOUR_LEVELS),
    decidedOn: day,
    validUntil: isLasting ? "" : addDays(addMonths(day, 36), -1),
  };
}

/** Ratings of a year are given in the spring after it and hold for a year. */
export function ratingRow(act: Act): RowOf {
  const { day, random } = act;
  const [industry, grades] = textOf(act.actor.text.rating, act.actor);
  const place = Math.floor(grades.length * random.next() ** 1.8);
  return {
    ...subjectOf(act),
    authority: act.actor.zh,
    industry,
    aspect: COUNTERPARTS.organisation,
    content: grades[place] ?? grades[0] ?? "",
    score: String(98 - place * 14 - random.below(12)),
    period: String(Number(day.slice(0, 4)) - 1),
    decidedOn: day,
    validUntil: addMonths(day, 12),
  };
}

export function commitmentRow(act: Act): RowOf {
  const { day, random, today } = act;
  const [commitmentKind, content] = random.pick(COMMITMENTS);
  const validUntil = addMonths(day, 2 + random.below(22));
  const [done, open] = COMMITMENT_STATES;
  return {
    ...subjectOf(act),
    authority: act.actor.zh,
    documentNo: documentNo(act, "commitment"),
    commitmentKind,
    content,
    decidedOn: day,
    validUntil,
    performance: validUntil < today ? done : open,
  };
}
