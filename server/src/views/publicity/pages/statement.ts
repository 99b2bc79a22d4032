import { daysBetween, type Day } from "../../../kernel/day.ts";
import { beamCss } from "../../../platform/html/beam.ts";
import { beamListCss, beamWithList, type BeamLabel } from "../../../platform/html/beam-list.ts";
import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { notice, noticeCss } from "../../../platform/html/claim.ts";
import { iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { groupedCode, longDay, settingCss, shortDay } from "../../../platform/html/setting.ts";
import { statusMarkCss } from "../../../platform/html/status-mark.ts";
import type { Chrome } from "../../site/index.ts";
import { framed, siteText, subjectName, trail, way, waysCss } from "../../site/index.ts";
import { text } from "../text.ts";
import type { RecordRow, StatementModel } from "./model.ts";
import { authorText, markNotes, recordMarks, recordTerm, severityText } from "./record.ts";

const words = text.statement;

const ownCss =
  ".hd{margin:.5rem 0 1.5rem}.hd h1{margin:.25rem 0 .5rem}.hd+.note{margin-bottom:1.5rem}.time{border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:1.5rem 2px 1rem}.time+.sec{margin-top:0;border-top:0;padding-top:1.5rem}";

export const statementCss = stylesheet([
  settingCss,
  iconCss,
  statusMarkCss,
  beamCss,
  beamListCss,
  chapterCss,
  factsCss,
  noticeCss,
  waysCss,
  ownCss,
]);

/** One record: its time, what can be done and from which day, what was decided, the rule and the source. */
export function statementPage(model: StatementModel, chrome: Chrome): Html {
  const { record, subject } = model;
  return framed(
    {
      title: `${record.title}${siteText.titleJoin}${subject.name}`,
      css: statementCss,
      body: [
        trail([markup`<a href="${subject.href}">${subjectName(subject.name)}</a>`, model.chapterTitle]),
        head(record),
        markNotes(record),
        markup`<section class="time" aria-label="${words.term}">${time(record, chrome.today)}</section>`,
        waysChapter(model, chrome.today),
        contentChapter(model),
        ruleChapter(model),
        sourceChapter(model),
      ],
    },
    chrome,
  );
}

function head(record: RecordRow): Html {
  const phrases = [...(record.documentNo === null ? [] : [record.documentNo]), ...authorText(record)];
  return markup`<div class="hd"><p>${recordMarks(record)}</p><h1>${record.title}</h1><p class="ms">${phrases.map((phrase) => markup`<span>${phrase}</span>`)}</p></div>`;
}

function time(record: RecordRow, today: Day): Html {
  const term = recordTerm(record, today);
  if (term === null)
    return markup`<p>${words.noTerm}${record.shownUntil !== null && markup`${text.record.shownUntil} ${shortDay(record.shownUntil)}`}</p>`;
  return beamWithList(term, {
    start: {
      day: sentenceDay(term.start),
      lines: record.severity === null ? [words.decided] : [words.decided, words.counted],
    },
    today: {
      day: markup`${siteText.today} ${sentenceDay(today)}`,
      lines: todayLines(record, { start: term.start, today }),
    },
    turn:
      term.turn === null ? null : { day: markup`${sentenceDay(term.turn)}${siteText.from}`, lines: [words.mayRepair] },
    end: endLabel(record),
  });
}

function todayLines(record: RecordRow, days: { readonly start: Day; readonly today: Day }): readonly Part[] {
  const end = record.shownUntil ?? record.validUntil;
  const left = end === null ? null : daysBetween(days.today, end);
  if (record.state === "expired") return [words.expiredOn];
  if (record.state === "valid") return left === null ? [] : [siteText.daysLeft(left)];
  return [words.shownFor({ past: Math.max(daysBetween(days.start, days.today), 0), left })];
}

function endLabel(record: RecordRow): BeamLabel {
  const basis = record.article === null ? [] : [markup`<a href="#rule">${record.article}</a>`];
  const lawful = record.state === "valid" || record.state === "expired";
  const end = record.shownUntil ?? record.validUntil;
  if (end === null) return { day: lawful ? words.longTerm : words.untilEnded, lines: basis };
  return { day: sentenceDay(end), lines: [lawful ? words.validStops : words.stops, ...basis] };
}

function waysChapter(model: StatementModel, today: Day): Part {
  if (model.ways.length === 0) return null;
  return chapter({
    id: "ways",
    title: words.ways,
    aside: [words.waysNote],
    body: markup`<ol class="can">${model.ways.map((one) => wayOf(one, today))}</ol>`,
  });
}

function wayOf(one: StatementModel["ways"][number], today: Day): Html {
  const [first = "", ...rest] = one.text.split("\n");
  const heading = rest.length > 0 ? first : null;
  const lines = rest.length > 0 ? rest : [first];
  if (one.now || one.from === null) {
    return way({ when: one.now ? words.nowWord : words.alwaysWord, note: null, waits: false, heading, lines });
  }
  const left = daysBetween(today, one.from);
  const when = markup`${sentenceDay(one.from)}${siteText.from}`;
  return way({ when, note: left > 0 ? siteText.daysLeft(left) : null, waits: left > 0, heading, lines });
}

function contentChapter(model: StatementModel): Html {
  const { record, subject } = model;
  const severity = severityText(record);
  return chapter({
    id: "content",
    title: words.content,
    aside: [],
    body: facts([
      {
        label: words.party,
        value: markup`<a href="${subject.href}">${subjectName(subject.name)}</a><br>${groupedCode(subject.uscc)}`,
      },
      { label: words.document, value: record.documentNo ?? notProvided() },
      ...model.fields.map((field) => ({ label: field.label, value: field.value ?? notProvided() })),
      ...(severity === null ? [] : [{ label: text.record.severity, value: severity }]),
    ]),
  });
}

function notProvided(): Html {
  return markup`<span class="soft">${text.notProvided}</span>`;
}

function ruleChapter(model: StatementModel): Html {
  const { rule } = model;
  return chapter({
    id: "rule",
    title: words.rule,
    aside: [words.ruleNote],
    body: notice(markup`<p><b>${rule.title}</b></p><p>${rule.article}</p><p class="meta">${rule.convention}</p>`),
  });
}

function sourceChapter(model: StatementModel): Html {
  return chapter({
    id: "source",
    title: words.source,
    aside: [words.sourceNote],
    body: facts([
      { label: text.record.provider, value: model.provider },
      ...(model.procedure === null
        ? []
        : [
            {
              label: words.procedure,
              value: markup`${model.procedure.says}<br><a href="${model.procedure.href}">${model.procedure.word}</a>`,
            },
          ]),
      { label: words.received, value: shortDay(model.receivedOn) },
      { label: words.number, value: markup`<span class="code">${model.record.id}</span>` },
    ]),
  });
}

function sentenceDay(day: Day): Html {
  return longDay(day, siteText.dateWords);
}
