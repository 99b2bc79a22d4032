// What was asked for, from the words of a query; shared by pages and API.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { CursorValue, Cursors } from "../../../platform/http/cursor.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Moment } from "../../site/index.ts";
import { dualEntries } from "../rules/figures.ts";
import type { FigureLine } from "../rules/figures.ts";
import { monthOf, monthsFrom, parseMonth } from "../rules/month.ts";
import type { Month } from "../rules/month.ts";
import type { RowPlace } from "../rules/row.ts";
import { isRowKind } from "../rules/row-kind.ts";
import type { RowKind } from "../rules/row-kind.ts";
import type { Figures, HistoryMonth, RowsQuestion } from "../service.ts";

const earliest = "2000-01" as Month;
const noMonth = refused({ code: "figures.no-month", kind: "absent" });

/** A month up to today's; without one, the newest whole month, or today's where nothing came in that one. */
export function askedMonth(text: string | undefined, moment: Moment, history: readonly HistoryMonth[]): Outcome<Month> {
  const current = monthOf(moment.today);
  if (text === undefined || text === "") {
    const whole = monthsFrom(current, -1);
    const sums = history.find((one) => one.month === whole)?.byEntry.values() ?? [];
    return granted([...sums].some((sum) => sum.submitted > 0) ? whole : current);
  }
  const month = parseMonth(text);
  return month === undefined || month > current || month < earliest ? noMonth : granted(month);
}

/** The name of a region: one of the districts, or the whole region's own level. */
export function placesOf(policy: PolicySnapshot): readonly { readonly region: string; readonly name: string }[] {
  return [
    { region: policy.region, name: policy.regionName },
    ...[...policy.districts].map(([region, name]) => ({ region, name })),
  ];
}

export function narrowedTo(lines: readonly FigureLine[], region: string | null): readonly FigureLine[] {
  return region === null ? lines : lines.filter((line) => line.region === region);
}

export interface RowsQuery {
  readonly month?: string | undefined;
  readonly kind?: string | undefined;
  readonly entry?: string | undefined;
  readonly provider?: string | undefined;
  readonly region?: string | undefined;
  readonly cursor?: string | undefined;
}

export interface AskedRows {
  readonly question: Omit<RowsQuestion, "limit" | "adverseLinks">;
  readonly kind: RowKind;
  /** Where a page goes on, sealed. */
  readonly seal: (place: RowPlace | null, seen: number) => string | null;
}

/** Refuses `figures.no-month`, `figures.no-kind`, `http.bad-cursor`. */
export async function askedRows(
  query: RowsQuery,
  moment: Moment,
  on: { readonly figures: Figures; readonly cursors: Cursors },
): Promise<Outcome<AskedRows>> {
  const { cursors } = on;
  const month = askedMonth(query.month ?? "-", moment, []);
  if (!month.ok) return month;
  const kind = query.kind ?? "submitted";
  const entries = dualEntries(moment.policy).filter((one) => query.entry === undefined || one.id === query.entry);
  if (!isRowKind(kind) || entries.length === 0) return refused({ code: "figures.no-kind", kind: "absent" });
  const list = ["figures", month.value, kind, query.entry, query.provider, query.region].join(" ");
  const place = placeIn(cursors, list, query.cursor);
  if (!place.ok) return place;
  const question = {
    month: month.value,
    kind,
    entries: entries.map((entry) => entry.id),
    providers: await providersOf(query, async () => (await on.figures.month(moment, month.value)).lines),
    ...place.value,
  };
  const seal = (after: RowPlace | null, seen: number): string | null =>
    after === null ? null : cursors.encode(list, [after.batch, after.row, after.key, seen]);
  return granted({ question, kind, seal });
}

/** The departments that a list is of; those of a region are those of the month's lines, as its sums are. */
async function providersOf(
  { provider, region }: RowsQuery,
  linesOf: () => Promise<readonly FigureLine[]>,
): Promise<readonly string[] | null> {
  if (provider !== undefined && provider !== "") return [provider];
  if (region === undefined || region === "") return null;
  return [...new Set(narrowedTo(await linesOf(), region).map((line) => line.provider))];
}

interface Place {
  readonly after: RowPlace | null;
  readonly seen: number;
}

function placeIn(cursors: Cursors, list: string, cursor: string | undefined): Outcome<Place> {
  if (cursor === undefined) return granted({ after: null, seen: 0 });
  const opened = cursors.decode(list, cursor);
  if (!opened.ok) return opened;
  return granted(readPlace(opened.value));
}

function readPlace(value: CursorValue): Place {
  const [batch, row, key, seen] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (typeof batch !== "string" || typeof row !== "number" || typeof key !== "string") return { after: null, seen: 0 };
  return { after: { batch, row, key }, seen: typeof seen === "number" ? seen : 0 };
}

/** Rows of this page and those before it. */
export async function readAsked(
  figures: Figures,
  moment: Moment,
  asked: { readonly question: AskedRows["question"]; readonly limit: number; readonly adverseLinks: boolean },
): Promise<{ readonly found: Awaited<ReturnType<Figures["rows"]>>; readonly seen: number }> {
  const found = await figures.rows(moment, { ...asked.question, limit: asked.limit, adverseLinks: asked.adverseLinks });
  return { found, seen: asked.question.seen + found.items.length };
}
