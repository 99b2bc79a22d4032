import { daysBetween, type Day } from "../../../kernel/day.ts";
import { rowBeam, type BeamTerm } from "../../../platform/html/beam.ts";
import { notice } from "../../../platform/html/claim.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { shortDay } from "../../../platform/html/setting.ts";
import { statusMark, type StatusMark } from "../../../platform/html/status-mark.ts";
import { siteText } from "../../site/index.ts";
import { markWords } from "../../visibility/index.ts";
import { text } from "../text.ts";
import type { RecordRow, RecordState } from "./model.ts";

const words = text.record;

const states: Readonly<Record<RecordState, StatusMark>> = {
  shown: { shape: "filled", word: text.states.shown, tone: "zhe" },
  valid: { shape: "tick", word: text.states.valid, tone: "lv" },
  expired: { shape: "bar", word: text.states.expired, tone: "soft" },
};

/** Shape, word and colour of a record's state; what is contested is a mark of its own beside it and hides nothing. */
export function recordMarks({ state, marks }: Pick<RecordRow, "state" | "marks">): readonly Html[] {
  const contested = marks.map((kind): StatusMark => ({ shape: "half", word: markWords[kind].name, tone: "zhe" }));
  return [states[state], ...contested].map(statusMark);
}

/** What the marks mean, for whoever reads the record. */
export function markNotes({ marks }: Pick<RecordRow, "marks">): Part {
  return marks.length > 0 && notice(marks.map((kind) => markup`<p class="meta">${markWords[kind].means}</p>`));
}

/** The term to draw, or `null` where the day of the decision was not provided. */
export function recordTerm(record: RecordRow, today: Day): BeamTerm | null {
  if (record.decidedOn === null) return null;
  const turn = record.repairableFrom;
  const apart = turn !== null && daysBetween(record.decidedOn, turn) > 1;
  return {
    start: record.decidedOn,
    today,
    end: record.shownUntil ?? record.validUntil,
    turn: apart ? turn : null,
    light: record.severity === "minor",
  };
}

/** Who said how serious it is; without anybody's word the rule is printed instead. */
export function severityText(record: RecordRow): string | null {
  if (record.severity === null) return null;
  const word = words.severities[record.severity];
  if (record.severity === "unclassified") return `${word}${words.unclassifiedWhy}`;
  return record.severityBy === null ? word : `${word}${words.markedBy(record.severityBy)}`;
}

/** Who decided and who sent it; one phrase where they are the same. */
export function authorText(record: RecordRow): readonly string[] {
  if (record.authority === record.provider) return [labelled(words.both, record.authority)];
  return [labelled(words.authority, record.authority), labelled(words.provider, record.provider)];
}

export function labelled(label: string, value: string): string {
  return `${label}${siteText.colon}${value}`;
}

/** From which day repair may be applied for, and how far off that is. */
export function repairLine(record: RecordRow, today: Day): Html | null {
  const from = record.repairableFrom;
  if (from === null) return null;
  const left = daysBetween(today, from);
  if (left <= 0) return markup`<p class="meta">${shortDay(from)}${words.repairSince}</p>`;
  return markup`<p class="meta">${shortDay(from)}${words.repairFrom}${words.inDays(left)}</p>`;
}

/** A record of a chapter in beams: what, by whom and with which result at the left; its time at the right. */
export function beamRecord(record: RecordRow, context: { readonly today: Day; readonly basis: boolean }): Html {
  return markup`<article class="rec pen"><div>${recordHead(record)}${recordMatter(record, context.basis)}${markNotes(record)}</div><div class="when"><p>${recordMarks(record)}</p>${recordTime(record, context.today)}</div></article>`;
}

/** A record of a plain chapter, such as an honour. */
export function plainRecord(record: RecordRow, context: { readonly basis: boolean }): Html {
  const decided = record.decidedOn === null ? words.noDay : markup`${words.decided} ${shortDay(record.decidedOn)}`;
  const until =
    record.validUntil === null ? words.longTerm : markup`${words.validUntil} ${shortDay(record.validUntil)}`;
  return markup`<article class="rec">${recordHead(record)}${recordMatter(record, context.basis)}<p class="ms"><span>${recordMarks(record)}</span><span class="meta">${decided}</span><span class="meta">${until}</span></p>${markNotes(record)}</article>`;
}

function recordHead(record: RecordRow): Html {
  const phrases = [...(record.documentNo === null ? [] : [record.documentNo]), ...authorText(record)];
  return markup`<h3><a href="${record.href}">${record.title}</a></h3><p class="meta ms">${phrases.map((phrase) => markup`<span>${phrase}</span>`)}</p>`;
}

function recordMatter(record: RecordRow, basis: boolean): readonly (Html | null)[] {
  const severity = severityText(record);
  const matter = [
    ...record.summary.map((line) => labelled(line.label, line.value)),
    ...(severity === null ? [] : [labelled(words.severity, severity)]),
  ];
  const small = [
    ...(basis && record.article !== null ? [labelled(words.basis, record.article)] : []),
    ...(record.missing.length > 0 ? [labelled(words.missing, record.missing.join(siteText.comma))] : []),
  ];
  return [
    matter.length > 0 ? markup`<p class="ms">${matter.map((phrase) => markup`<span>${phrase}</span>`)}</p>` : null,
    small.length > 0 ? markup`<p class="meta ms">${small.map((phrase) => markup`<span>${phrase}</span>`)}</p>` : null,
  ];
}

function recordTime(record: RecordRow, today: Day): Html {
  const term = recordTerm(record, today);
  if (term === null) return markup`<p class="meta">${words.noDay}</p>${endWords(record)}`;
  return markup`${rowBeam(term)}<p class="meta ends"><span>${words.decided} ${shortDay(term.start)}</span><span>${endWords(record)}</span></p>${repairLine(record, today)}`;
}

function endWords(record: RecordRow): Html {
  if (record.shownUntil !== null) return markup`${words.shownUntil} ${shortDay(record.shownUntil)}`;
  return markup`${words.untilEnded}`;
}

export const recordCss =
  ".rec{padding:1.5rem 0;border-bottom:1px solid var(--line)}.rec:first-child{padding-top:0}.rec .ms+.ms{margin-top:.25rem}.rec+.none{margin-top:1.5rem}.pen .note{margin-top:1rem;padding:.5rem 1rem}.when{margin-top:1rem}.when .beam{margin-top:.25rem}.ends{max-width:none;display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 .5rem}@media(min-width:62rem){html:not(.big) .pen{display:grid;grid-template-columns:minmax(0,1fr) 22rem;gap:2.5rem}html:not(.big) .when{margin:0}}";
