import type { Day, WorkingCalendar } from "../kernel/day.ts";
import { yearOf } from "../kernel/day.ts";
import type { Fault } from "./fault.ts";
import type { YearFile } from "./file-schema.ts";
import { readPolicyFiles } from "./policy-files.ts";
import type { Located, PolicyFiles } from "./policy-file-set.ts";
import type { Mark } from "./source.ts";

/** The working calendar with what is known about how sure each year is. */
export interface MarkedCalendar extends WorkingCalendar {
  readonly marks: ReadonlyMap<number, Mark>;
  /** Days on which the sources of a year disagree. */
  readonly disputed: ReadonlySet<Day>;
}

export type CalendarLoad =
  | { readonly ok: true; readonly calendar: MarkedCalendar }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * The working days of all years that the folders hold (`calendar/working-days.yaml`): a later folder adds years or
 * replaces a year whole. Years that no folder holds stay unknown.
 */
export function loadCalendar(folders: readonly string[], region: string): CalendarLoad {
  const files = readPolicyFiles({ folders, region });
  const faults = [...files.faults.filter((fault) => fault.file.includes("calendar")), ...lintCalendar(files)];
  if (faults.length > 0) return { ok: false, faults };
  const years = new Map<number, YearFile>(files.years.map(({ value }) => [value.year, value]));
  const all = [...years.values()];
  return {
    ok: true,
    calendar: {
      years: new Set(years.keys()),
      holidays: new Set(all.flatMap((year) => year.holidays)),
      workdays: new Set(all.flatMap((year) => year.workdays)),
      marks: new Map(all.map((year) => [year.year, year.mark])),
      disputed: new Set(all.flatMap((year) => year.disputed)),
    },
  };
}

/** Days stand under their own year, and no day is both off and worked; a year stands once in a folder. */
export function lintCalendar(files: PolicyFiles): Fault[] {
  const seen = new Set<string>();
  return files.years.flatMap((year) => {
    const key = `${year.layer}:${year.value.year}`;
    const twice = seen.has(key);
    seen.add(key);
    return twice
      ? [{ ...year.at(["year"]), code: "policy.duplicate-id" as const, values: { id: year.value.year } }]
      : lintYear(year);
  });
}

function lintYear(year: Located<YearFile>): Fault[] {
  const off = new Set(year.value.holidays);
  const listed = (["holidays", "workdays", "disputed"] as const).flatMap((list) =>
    year.value[list].map((day, index) => ({ day, at: year.at([list, index]) })),
  );
  const strays = listed
    .filter(({ day }) => yearOf(day) !== year.value.year)
    .map(({ day, at }): Fault => ({ ...at, code: "policy.unknown-year", values: { day, year: year.value.year } }));
  const both = year.value.workdays
    .map((day, index) => ({ day, at: year.at(["workdays", index]) }))
    .filter(({ day }) => off.has(day))
    .map(({ day, at }): Fault => ({ ...at, code: "policy.duplicate-id", values: { id: day } }));
  return [...strays, ...both];
}
