// What both engines can do for the reader and the verdict writer: the few words in which they differ.

/** How to reach an exchange database. Holds a password: never logged, never shown. */
export interface ExchangeTarget {
  readonly engine: "postgres" | "mysql";
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** null: in clear. Otherwise the server's certificate must fit its name, under `ca` (PEM) or the machine's own roots. */
  readonly tls: { readonly ca: string | null } | null;
}

/** How long the other side may take, in milliseconds. */
export interface ExchangeLimits {
  readonly connectMs: number;
  readonly statementMs: number;
  readonly lockMs: number;
}

export const exchangeLimits: ExchangeLimits = { connectMs: 10_000, statementMs: 60_000, lockMs: 10_000 };

/**
 * What a column holds, as far as it matters here. `instant`: a moment with a zone. `bits`: a MySQL bit string.
 * `approximate`: floating point, which no equality may rest on.
 */
export type ColumnKind = "number" | "approximate" | "text" | "time" | "instant" | "bits" | "binary";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Characters that fit; null where there is no bound. */
  readonly lengthMax: number | null;
  /** Whether the server sets it by itself at each update (MySQL's `on update current_timestamp`). */
  readonly stampsItself: boolean;
}

/** Puts a value into a statement, as parameter or as literal, and gives what stands for it in the text. */
export type Bind = (value: string | null, kind: ColumnKind) => string;

export type Cells = (string | null)[];

/** One connection to an exchange database. Throws `ExchangeFault` only; after a fault the connection is gone. */
export interface Session {
  /** Runs one statement; every value comes as text. */
  ask(build: (bind: Bind) => string): Promise<Cells[]>;
  /** The columns of a table or view, in its order. */
  describe(table: string): Promise<Column[]>;
  /** A name as the engine quotes it. Throws RangeError on what is no name. */
  quote(name: string): string;
  /** The SQL of a column's whole text, so exact that it finds the same place again. */
  placeOf(column: Column): string;
  /** The SQL of a column's text as a cell, at most `max` characters and one more; of bytes only whether there are any. */
  cellOf(column: Column, max: number): string;
  /** The SQL that makes a text of an expression. */
  asText(expression: string): string;
  close(): Promise<void>;
}

const nameBytesMax = 63;

/** Quotes a name with the engine's own sign. Throws RangeError on an empty, over-long or control-holding name. */
export function quoteWith(sign: string, name: string): string {
  if (name === "" || Buffer.byteLength(name) > nameBytesMax || /\p{Cc}/u.test(name) || !name.isWellFormed()) {
    throw new RangeError("no name of a table or column");
  }
  return `${sign}${name.replaceAll(sign, sign + sign)}${sign}`;
}

/** Quotes `table` or `schema.table`; each part is quoted by itself. */
export function quotePath(session: Pick<Session, "quote">, path: string): string {
  return path
    .split(".")
    .map((part) => session.quote(part))
    .join(".");
}
