// Models of the pages, from what the service read.
import { articleText } from "../../../policy/article-text.ts";
import { timeOf } from "../../site/index.ts";
import type { Moment } from "../../site/index.ts";
import { dualEntries, sumOf } from "../rules/figures.ts";
import { monthOf, monthsFrom } from "../rules/month.ts";
import { figuresHref } from "../pages/model.ts";
import type { EntryFigures, FiguresModel, ListedRow, RegionFigures, RowsModel } from "../pages/model.ts";
import type { FigureRow, HistoryMonth, MonthFigures } from "../service.ts";
import { outcomeWords, pageText, verdictWords } from "../text.ts";
import { narrowedTo, placesOf } from "./asked.ts";
import type { AskedRows, RowsQuery } from "./asked.ts";

export function figuresModel(
  read: {
    readonly figures: MonthFigures;
    readonly history: readonly HistoryMonth[];
    readonly secondaryYears: readonly number[];
  },
  moment: Moment,
  region: string | null,
): FiguresModel {
  const { figures, history, secondaryYears } = read;
  const { month } = figures;
  const current = monthOf(moment.today);
  const known = history.map((one) => one.month).toReversed();
  return {
    month,
    running: month === current,
    asOf: timeOf(figures.at),
    months: known.includes(month) ? known : [...known, month],
    previous: monthsFrom(month, -1),
    next: month < current ? monthsFrom(month, 1) : null,
    region,
    places: placesOf(moment.policy),
    entries: entriesOf(figures, moment, region),
    regions: regionsOf(figures, moment),
    history: history.map((one) => ({ month: one.month, sum: sumOf([...one.byEntry.values()]) })),
    secondaryYears,
  };
}

export function entriesOf(figures: MonthFigures, { policy }: Moment, region: string | null): readonly EntryFigures[] {
  return dualEntries(policy).flatMap((entry) => {
    if (entry.updateTerm === null) return [];
    const lines = narrowedTo(figures.lines, region).filter((line) => line.entry === entry.id);
    return [
      {
        entry: entry.id,
        title: entry.zh,
        termDays: entry.updateTerm.workingDays,
        article: articleText(policy, entry.updateTerm.basis),
        lines,
        sum: sumOf(lines),
      },
    ];
  });
}

export function regionsOf(figures: MonthFigures, { policy }: Moment): readonly RegionFigures[] {
  return placesOf(policy).map(({ region, name }) => {
    const lines = narrowedTo(figures.lines, region);
    const silent = new Set(lines.filter((line) => line.state === "none").map((line) => line.provider));
    for (const line of lines) if (line.state !== "none") silent.delete(line.provider);
    return { region, name, sum: sumOf(lines), silent: silent.size };
  });
}

export function rowsModel(
  read: { readonly asked: AskedRows; readonly items: readonly FigureRow[]; readonly next: string | null },
  query: RowsQuery,
  moment: Moment,
): RowsModel {
  const { month, kind } = read.asked.question;
  const place = placesOf(moment.policy).find((one) => one.region === query.region);
  return {
    month,
    kind,
    narrowed: narrowedBy(query, moment),
    backHref: figuresHref(month, place?.region ?? null),
    rows: read.items.map((item) => listed(item, moment)),
    nextHref: read.next === null ? null : onwards(query, { month, kind, cursor: read.next }),
  };
}

function narrowedBy(query: RowsQuery, { policy }: Moment): readonly string[] {
  const place = placesOf(policy).find((one) => one.region === query.region);
  const names = [
    policy.entries.get(query.entry ?? "")?.zh,
    policy.providers.get(query.provider ?? "")?.zh,
    place?.name,
  ];
  return names.filter((one) => one !== undefined);
}

function onwards(query: RowsQuery, page: { month: string; kind: string; cursor: string }): string {
  const next = new URLSearchParams({ month: page.month, kind: page.kind });
  for (const name of ["entry", "provider", "region"] as const)
    if (query[name] !== undefined) next.set(name, query[name]);
  next.set("cursor", page.cursor);
  return `/figures/rows?${next.toString()}`;
}

/** The first part of a batch's id: it begins with its moment, and is read out on the telephone. */
const SHORT_BATCH = 13;

function listed(item: FigureRow, { policy }: Moment): ListedRow {
  const { row, record } = item;
  return {
    unit: policy.providers.get(row.provider)?.zh ?? row.provider,
    entry: policy.entries.get(row.entry)?.zh ?? row.entry,
    batch: row.batch.slice(0, SHORT_BATCH),
    row: row.row,
    decidedOn: row.decidedOn,
    receivedAt: timeOf(row.receivedAt.getTime()),
    workingDays: item.workingDays,
    verdict: verdictOf(item),
    marks: marksOf(item),
    href: record === null ? null : `/subjects/${encodeURIComponent(record.subject)}/records/${record.id}`,
  };
}

function marksOf({ row }: FigureRow): readonly string[] {
  const { marks } = pageText.rows;
  const marked: [boolean, string][] = [
    [row.state === "withdrawn", marks.withdrawn],
    [row.corrected, marks.corrected],
    [row.correction, marks.correction],
  ];
  return marked.flatMap(([is, word]) => (is ? [word] : []));
}

function verdictOf({ row, verdict }: FigureRow): string {
  const outcome = outcomeWords[row.outcome];
  if (verdict === null) return outcome;
  return row.outcome === "taken" ? `${outcome}${pageText.comma}${verdictWords[verdict]}` : verdictWords[verdict];
}
