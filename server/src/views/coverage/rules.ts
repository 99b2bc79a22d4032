import { addDays, addWorkingDays, daysBetween, workingDaysBetween } from "../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import type { CatalogueEntry, Provider } from "../../policy/catalogue-entry.ts";

/** 归集完整性声明: the newest word of a provider on one entry. */
export interface Declaration {
  readonly provider: string;
  readonly entry: string;
  /** All decisions up to and including this day have been sent. */
  readonly through: Day;
  /** 零报告: from this day on there was none to send. */
  readonly nilFrom: Day | null;
}

/** A provider that has sent at least one batch of an entry. */
export interface Sender {
  readonly provider: string;
  readonly entry: string;
}

/**
 * complete: declared as far as the entry's update term asks · nil: the same, with nothing to report · late: declared,
 * but less far · unknown: sends, but declares nothing, or nothing that can be judged · never: never sent or declared.
 */
export type CoverageState = "complete" | "late" | "unknown" | "nil" | "never";

/** What is known from one provider about one entry. Absence is claimed for `complete` and `nil` only. */
export interface SourceCoverage {
  readonly entry: string;
  readonly entryTitle: string;
  readonly provider: string;
  readonly providerName: string;
  readonly through: Day | null;
  readonly state: CoverageState;
  readonly lateWorkingDays: number | null;
}

interface Present {
  readonly today: Day;
  /** Null, or without the years in question: working days are not guessed. */
  readonly calendar: WorkingCalendar | null;
}

/** An entry with those who may send it. */
export interface ProvidedEntry {
  readonly entry: CatalogueEntry;
  readonly providers: readonly Provider[];
}

/** Every provider of every given entry, with how far its word reaches today. */
export function coverageOf(question: {
  readonly entries: readonly ProvidedEntry[];
  readonly declarations: readonly Declaration[];
  readonly senders: readonly Sender[];
  readonly today: Day;
  readonly calendar: WorkingCalendar | null;
}): readonly SourceCoverage[] {
  const declared = new Map(question.declarations.map((one) => [keyOf(one), one]));
  const sent = new Set(question.senders.map(keyOf));
  return question.entries.flatMap(({ entry, providers }) =>
    providers.map((provider) => {
      const key = keyOf({ entry: entry.id, provider: provider.uscc });
      const declaration = declared.get(key);
      return {
        entry: entry.id,
        entryTitle: entry.zh,
        provider: provider.uscc,
        providerName: provider.zh,
        through: declaration?.through ?? null,
        ...judge(entry, { declaration, sent: sent.has(key) }, question),
      };
    }),
  );
}

function keyOf(source: { readonly entry: string; readonly provider: string }): string {
  return `${source.entry} ${source.provider}`;
}

function judge(
  entry: CatalogueEntry,
  known: { readonly declaration: Declaration | undefined; readonly sent: boolean },
  present: Present,
): { readonly state: CoverageState; readonly lateWorkingDays: number | null } {
  const { declaration } = known;
  if (declaration === undefined) return { state: known.sent ? "unknown" : "never", lateWorkingDays: null };
  const late = entry.updateTerm === null ? 0 : lateness(declaration.through, entry.updateTerm.workingDays, present);
  if (late === undefined) return { state: "unknown", lateWorkingDays: null };
  if (late > 0) return { state: "late", lateWorkingDays: late };
  return { state: declaration.nilFrom === null ? "complete" : "nil", lateWorkingDays: null };
}

/**
 * Working days by which a declaration is overdue: decisions of the day after it must have come within the term.
 * Undefined where the calendar does not say; as many days as the term has working days are never too many.
 */
function lateness(through: Day, term: number, { today, calendar }: Present): number | undefined {
  if (daysBetween(through, today) <= term) return 0;
  if (calendar === null) return undefined;
  const due = addWorkingDays(addDays(through, 1), term, calendar);
  if (due === undefined) return undefined;
  return due >= today ? 0 : workingDaysBetween(due, today, calendar);
}

/** How far "nothing found" reaches, and what it does not reach. */
export interface AbsenceScope {
  /** Providers whose word reaches far enough. */
  readonly providers: number;
  /** The earliest day through which all of them are complete; null when there are none. */
  readonly completeThrough: Day | null;
  readonly unchecked: readonly { readonly title: string; readonly through: Day | null }[];
}

const namedAtMost = 3;

/** How several sources are named together. */
export interface CoverageWords {
  readonly several: (count: number) => string;
  readonly others: (count: number) => string;
}

/** The scope of an absence over some sources; every source that could not be checked is named or counted. */
export function scopeIn(words: CoverageWords, sources: readonly SourceCoverage[]): AbsenceScope {
  const checked = sources.filter(isChecked);
  const blind = sources.filter((one) => !isChecked(one));
  const unchecked = byProvider(blind);
  const named = unchecked.length <= namedAtMost ? unchecked : unchecked.slice(0, namedAtMost - 1);
  const rest = unchecked.slice(named.length);
  return {
    providers: new Set(checked.map((one) => one.provider)).size,
    completeThrough: earliest(checked.map((one) => one.through)),
    unchecked: rest.length === 0 ? named : [...named, { title: words.others(rest.length), through: null }],
  };
}

function isChecked(source: SourceCoverage): boolean {
  return source.state === "complete" || source.state === "nil";
}

/** Those with a day first: what is known of them says more. */
function byProvider(sources: readonly SourceCoverage[]): { title: string; through: Day | null }[] {
  const found = new Map<string, { title: string; through: Day | null }>();
  for (const { provider, providerName, through } of sources) {
    const before = found.get(provider);
    if (before === undefined) found.set(provider, { title: providerName, through });
    else if (through === null || (before.through !== null && through < before.through)) before.through = through;
  }
  return [...found.values()].toSorted((a, b) => Number(a.through === null) - Number(b.through === null));
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
}

/** A line of the coverage table: providers of one entry that are in the same state. */
export interface CoverageLine {
  readonly title: string;
  readonly providers: string;
  readonly through: Day | null;
  readonly state: CoverageState;
  readonly lateWorkingDays: number | null;
}

/** From what is known best to what is known least. */
export const coverageStates = [
  "complete",
  "nil",
  "late",
  "unknown",
  "never",
] as const satisfies readonly CoverageState[];

/** One line an entry and state; the day is the earliest and the lateness the greatest of those together. */
export function linesIn(words: CoverageWords, sources: readonly SourceCoverage[]): readonly CoverageLine[] {
  const entries = [...new Set(sources.map((one) => one.entry))];
  return entries.flatMap((entry) =>
    coverageStates.flatMap((state) => {
      const alike = sources.filter((one) => one.entry === entry && one.state === state);
      const [first] = alike;
      if (first === undefined) return [];
      const late = alike.flatMap((one) => one.lateWorkingDays ?? []);
      return [
        {
          title: first.entryTitle,
          providers: alike.length === 1 ? first.providerName : words.several(alike.length),
          through: earliest(alike.map((one) => one.through)),
          state,
          lateWorkingDays: late.length === 0 ? null : Math.max(...late),
        },
      ];
    }),
  );
}
