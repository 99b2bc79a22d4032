// One file of one department, whose bytes are made when they are sent.
import { csvBytes, gb18030Bytes, ndjsonBytes } from "./format/text-formats.ts";
import { xlsxBytes } from "./format/xlsx.ts";
import { FORM_PARTS } from "./heads/text.ts";
import { tableOf } from "./layout.ts";
import type { HeadStyle } from "./layout.ts";
import type { RowOf, Table } from "./table.ts";
import { ENTRY_TITLES, FILE_TITLES } from "./text.ts";

/** How many rows of a file do not become records, because it was made so. */
export interface Fates {
  readonly skipped: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly rejected: number;
}

/** A file to send. */
export interface DemoFile {
  /** Code of the department that sends it. */
  readonly provider: string;
  readonly entry: string;
  /** Id of a shipped mapping; empty for official heads. */
  readonly mapping: string;
  readonly format: "csv" | "gb18030" | "xlsx" | "ndjson";
  /** What a progress line calls it. */
  readonly title: string;
  /** Rows that the ingest will count as received, a form's own lines included. */
  readonly rows: number;
  readonly fates: Fates;
  /** When it reaches the platform, Unix milliseconds; null for the present. */
  readonly at: number | null;
  /** The month of weekly files, "YYYY-MM", which share one progress line; null for a file with a line of its own. */
  readonly month: string | null;
  /** True where a row's fate may depend on files before it, or those of others on it. */
  readonly isAlone: boolean;
  /** The same bytes each time. */
  readonly bytes: () => AsyncIterable<Buffer>;
}

export interface FileWish {
  readonly provider: string;
  readonly department: string;
  readonly entry: string;
  readonly kind: keyof typeof FILE_TITLES;
  readonly count: number;
  readonly rows: () => Iterable<RowOf>;
  /** The columns; without it those of the entry. */
  readonly layout?: string;
  readonly mapping?: string;
  readonly format?: DemoFile["format"];
  readonly style?: HeadStyle;
  readonly fates?: Partial<Fates>;
  readonly at?: number;
  readonly month?: string;
}

function bytesOf(format: DemoFile["format"], table: Table): AsyncIterable<Buffer> {
  switch (format) {
    case "gb18030":
      return gb18030Bytes(table);
    case "ndjson":
      return ndjsonBytes(table);
    case "xlsx":
      return xlsxBytes(table, FORM_PARTS.sheet);
    case "csv":
      return csvBytes(table);
  }
}

/** Workbooks come with a merged title and an explanation, GB18030 files with a title line. */
function formLines(wish: FileWish, zh: string): { readonly title?: string; readonly explanation?: string } {
  const fill = (text: string): string => text.replace("{department}", wish.department).replace("{entry}", zh);
  if (wish.format === "xlsx") return { title: fill(FORM_PARTS.title), explanation: fill(FORM_PARTS.explanation) };
  return wish.format === "gb18030" ? { title: fill(FORM_PARTS.title) } : {};
}

const NO_FATES: Fates = { skipped: 0, duplicates: 0, quarantined: 0, rejected: 0 };

/** A file from its rows. */
export function makeFile(wish: FileWish): DemoFile {
  const { provider, entry, mapping = "", format = "csv", style = "official", layout = entry, rows } = wish;
  const zh = ENTRY_TITLES[entry] ?? entry;
  const lines = formLines(wish, zh);
  const added = Object.keys(lines).length;
  const fates = { ...NO_FATES, ...wish.fates };
  return {
    at: wish.at ?? null,
    month: wish.month ?? null,
    isAlone: entry === "registration" || wish.kind === "awkward",
    provider,
    entry,
    mapping,
    format,
    rows: wish.count + added,
    title: FILE_TITLES[wish.kind].replace("{department}", wish.department).replace("{entry}", zh),
    fates: { ...fates, skipped: fates.skipped + added },
    bytes: () => bytesOf(format, tableOf({ layout, style, rows, ...lines })),
  };
}
