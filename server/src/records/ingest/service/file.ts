import { readTabular } from "../../../platform/tabular/read-tabular.ts";
import { detectFormat } from "../../../platform/tabular/format.ts";
import type { Limits } from "../../../platform/tabular/table.ts";
import type { Batch } from "../rules/batch.ts";
import type { IngestPorts } from "./ports.ts";

/** Longest upload in bytes; a workbook is held in memory while it is read, so it is bounded closer. */
export const uploadBytesMax = 2 * 1024 ** 3;
export const workbookBytesMax = 160 * 1024 ** 2;

/** Bounds of one file: far above what a department sends, far below what could hurt. */
export const fileLimits: Limits = {
  bytesMax: uploadBytesMax,
  rowsMax: 5_000_000,
  columnsMax: 512,
  cellMax: 100_000,
  ratioMax: 200,
  sheetsMax: 64,
};

type Source = Parameters<typeof readTabular>[0];

/** The key of a batch's spooled upload. Throws when it has been destroyed: then there is nothing to read any more. */
export function spoolKey(ports: IngestPorts, batch: Batch): Buffer {
  if (batch.wrappedKey === null) throw new Error("the key of this upload is destroyed");
  return ports.keys.unwrap(batch.wrappedKey);
}

/** A stream of a file's bytes as a source for the readers: as it is for text, in memory for workbooks. */
export async function sourceOf(format: string | null, stream: () => AsyncIterable<Buffer>): Promise<Source> {
  if (format !== "xlsx") return stream;
  const parts: Buffer[] = [];
  for await (const part of stream()) parts.push(part);
  const bytes = Buffer.concat(parts);
  return { size: bytes.length, read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)) };
}

/** What the first bytes of an upload say it is. */
export async function formatOf(ports: IngestPorts, batch: Batch): Promise<string> {
  for await (const part of ports.spool.read(batch.batch, spoolKey(ports, batch))) return detectFormat(part);
  return "unknown";
}
