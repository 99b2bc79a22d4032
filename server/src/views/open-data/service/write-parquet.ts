import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ColumnSource, KeyValue, SchemaElement } from "hyparquet-writer";
import { daysBetween, parseDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { scaledOf } from "../../../kernel/money.ts";
import type { Column } from "../rules/columns.ts";
import type { OpenRow } from "../rules/row.ts";
import type { Pieces } from "./body.ts";
import type { Dataset } from "./row.ts";
import type { Portions } from "./write-text.ts";

/** Digits of a decimal in all: as many as the platform takes in, and as fit into 64 bits. */
export const decimalDigits = 18;
/** A row group is held in memory until it is written, and while it is written nothing else runs. */
const groupRowsMax = 2048;
const groupCharactersMax = 4 * 1024 * 1024;
const createdBy = "xinheng";
const epoch = "1970-01-01" as Day;
const numberMax = 10n ** BigInt(decimalDigits) - 1n;

/** A number or text as Parquet keeps it; null where there is none, or none of the column's type. */
type Kept = string | number | bigint | null;

/**
 * Apache Parquet: strings as UTF-8, days as DATE, decimals exactly as DECIMAL in INT64, whole numbers as INT64; Snappy; row
 * groups of bounded size, each handed on as soon as it is full. A value that is not of its column's type, as one written
 * under another version of the entry may be, is null here and stands as it is in the other formats.
 */
export async function* writeParquetFile(
  { columns }: Pick<Dataset, "columns">,
  portions: Portions,
  about: Readonly<Record<string, string>>,
): Pieces {
  const file = openFile(columns, about);
  let group: OpenRow[] = [];
  let characters = 0;
  for await (const rows of portions) {
    for (const row of rows) {
      group.push(row);
      characters += lengthOf(row);
      if (group.length < groupRowsMax && characters < groupCharactersMax) continue;
      yield file.group(group);
      group = [];
      characters = 0;
    }
  }
  if (group.length > 0) yield file.group(group);
  yield file.end();
}

function lengthOf(row: OpenRow): number {
  let length = 0;
  for (const value of Object.values(row.fields)) length += value?.length ?? 0;
  return length;
}

interface ParquetFile {
  readonly group: (rows: readonly OpenRow[]) => Uint8Array<ArrayBuffer>;
  readonly end: () => Uint8Array<ArrayBuffer>;
}

function openFile(columns: readonly Column[], about: Readonly<Record<string, string>>): ParquetFile {
  const bytes = new ByteWriter();
  const kvMetadata: KeyValue[] = Object.entries(about).map(([key, value]) => ({ key, value }));
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), kvMetadata, createdBy });
  /** What was written since the last time; the writer itself goes on counting from the file's beginning. */
  const taken = (): Uint8Array<ArrayBuffer> => {
    const piece = Uint8Array.from(bytes.getBytes());
    bytes.index = 0;
    return piece;
  };
  return {
    group: (rows) => {
      settled(writer.write({ columnData: columns.map((column) => dataOf(column, rows)), rowGroupSize: rows.length }));
      return taken();
    },
    end: () => {
      settled(writer.finish());
      return taken();
    },
  };
}

/** A writer into memory never waits; were it to, the bytes would not be there yet. */
function settled(written: void | Promise<void>): void {
  if (written !== undefined) throw new Error("open-data: the Parquet writer did not write at once");
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: "root", num_children: columns.length }, ...columns.map(elementOf)];
}

function elementOf({ name, type, scale }: Column): SchemaElement {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  switch (type) {
    case "string":
      return { ...optional, type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
    case "date":
      return { ...optional, type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } };
    case "integer":
      return { ...optional, type: "INT64" };
    case "decimal":
      return {
        ...optional,
        type: "INT64",
        converted_type: "DECIMAL",
        scale: scale ?? 0,
        precision: decimalDigits,
        logical_type: { type: "DECIMAL", scale: scale ?? 0, precision: decimalDigits },
      };
  }
}

function dataOf(column: Column, rows: readonly OpenRow[]): ColumnSource {
  const { name, type, cell } = column;
  return {
    name,
    data: rows.map((row) => keptOf(column, cell(row))),
    // The least and greatest of texts cost a quarter of the time and help only where the rows are in their order.
    statistics: type !== "string" || name === "uscc",
    // The places of pages within a column would be kept in memory to the file's end, for files that are read whole.
    offsetIndex: false,
  };
}

function keptOf({ type, scale }: Column, text: string | null): Kept {
  if (text === null || type === "string") return text;
  if (type === "date") return dayNumber(text);
  return scaledNumber(text, type === "decimal" ? (scale ?? 0) : 0);
}

/** Days since 1970-01-01. */
function dayNumber(text: string): number | null {
  const day = parseDay(text);
  return day === undefined ? null : daysBetween(epoch, day);
}

const written = /^-?\d+(?:\.\d+)?$/;

/** The number in units of the last place; null where it has more places, or does not fit. */
function scaledNumber(text: string, scale: number): bigint | null {
  if (!written.test(text)) return null;
  const read = scaledOf(text);
  const missing = BigInt(Math.abs(scale - read.scale));
  const factor = 10n ** missing;
  if (read.scale > scale && read.value % factor !== 0n) return null;
  const value = read.scale > scale ? read.value / factor : read.value * factor;
  return value > numberMax || value < -numberMax ? null : value;
}
