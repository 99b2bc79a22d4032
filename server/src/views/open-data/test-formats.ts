// Reads the three formats back with readers that are not the writers.
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import type { FileMetaData } from "hyparquet";
import { readBytes } from "../../platform/tabular/test-files.ts";
import { columnsOf } from "./rules/columns.ts";
import type { Column } from "./rules/columns.ts";
import type { OpenRow } from "./rules/row.ts";
import { isPublicField } from "../visibility/index.ts";
import { get, policy, readNdjson } from "./test-bed.ts";

export function columnsOfEntry(entry: string): readonly Column[] {
  return columnsOf((policy.entries.get(entry)?.fields ?? []).filter(isPublicField));
}

/** Cells by column name. */
export type FlatRow = Readonly<Record<string, string | null>>;

export function flat(row: OpenRow, columns: readonly Column[]): FlatRow {
  return Object.fromEntries(columns.map((column) => [column.name, column.cell(row)]));
}

export async function readNdjsonFile(entry: string): Promise<FlatRow[]> {
  const columns = columnsOfEntry(entry);
  const response = await get(`/open-data/${entry}.ndjson`);
  return readNdjson(await response.text()).map((row) => flat(row, columns));
}

const guard = /^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/;

/** The CSV through the platform's own reader; the apostrophe before what would run as a formula is taken off again. */
export async function readCsvFile(entry: string): Promise<FlatRow[]> {
  const response = await get(`/open-data/${entry}.csv`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const { rows } = await readBytes(bytes, { isHeader: (cells) => cells[0] === "id" });
  const names = columnsOfEntry(entry).map(({ name }) => name);
  return rows.map(({ cells }) =>
    Object.fromEntries(names.map((name, at) => [name, cellText(cells[at] === undefined ? null : cells[at])])),
  );
}

function cellText(cell: string | null): string | null {
  return cell === null || cell === "" ? null : cell.replace(guard, "");
}

export async function parquetBytes(entry: string): Promise<ArrayBuffer> {
  return (await get(`/open-data/${entry}.parquet`)).arrayBuffer();
}

export async function readParquet(file: ArrayBuffer): Promise<Record<string, unknown>[]> {
  return (await parquetReadObjects({ file })) as Record<string, unknown>[];
}

export function parquetHead(file: ArrayBuffer): FileMetaData {
  return parquetMetadata(file);
}

export function parquetTypes(file: ArrayBuffer): Record<string, string> {
  const { children } = parquetSchema(parquetMetadata(file));
  return Object.fromEntries(
    children.map(({ element }) => [element.name, element.logical_type?.type ?? element.type ?? ""]),
  );
}

/** A Parquet row as text, as the other formats have it. */
export function parquetText(row: Record<string, unknown>, columns: readonly Column[]): FlatRow {
  return Object.fromEntries(columns.map((column) => [column.name, valueText(row[column.name], column)]));
}

function valueText(value: unknown, { scale }: Column): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "number") return value.toFixed(scale ?? 0);
  if (typeof value === "bigint" || typeof value === "string") return String(value);
  throw new Error(`unexpected ${typeof value}`);
}
