/** Why a file is refused. The Chinese title and cure of each stand in `text.ts`. */
export type TabularCode =
  | "tabular.encoding"
  | "tabular.too-large"
  | "tabular.too-many-rows"
  | "tabular.line-too-long"
  | "tabular.cell-too-long"
  | "tabular.quote-unclosed"
  | "tabular.too-many-columns"
  | "tabular.too-many-sheets"
  | "tabular.ratio"
  | "tabular.not-a-table"
  | "tabular.old-xls"
  | "tabular.encrypted"
  | "tabular.damaged"
  | "tabular.empty"
  | "tabular.bad-json"
  | "tabular.nested"
  | "tabular.duplicate-key"
  | "tabular.too-slow"
  | "tabular.stopped";

export interface RefusalPlace {
  /** Line or row of the file, from 1, where known. */
  readonly line?: number;
  /** Limits, columns, sheet names: what the text may name. Never a cell's content. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * A file that cannot be read as a table. Thrown, because it ends a stream from deep inside; the caller turns it into
 * a returned `Refusal`. Anything else thrown by a reader comes from the source (a broken disk) or is a bug.
 */
export class TabularRefusal extends Error {
  override readonly name = "TabularRefusal";
  readonly code: TabularCode;
  readonly line: number | undefined;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: TabularCode, place: RefusalPlace = {}) {
    super(place.line === undefined ? code : `${code} at line ${place.line}`);
    this.code = code;
    this.line = place.line;
    this.values = place.values ?? {};
  }
}
