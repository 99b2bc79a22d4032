import { readCsv } from "./csv/read-csv.ts";
import { detectFormat, type TabularFormat } from "./format.ts";
import { readNdjson } from "./ndjson/read-ndjson.ts";
import {
  bufferAccess,
  guardedBytes,
  rangeBytes,
  readExactly,
  Watch,
  type ByteSource,
  type RandomAccess,
  type ReadSetup,
} from "./source.ts";
import type { IsHeader, Limits, TabularEvent } from "./table.ts";
import { TabularRefusal } from "./tabular-refusal.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

const HEAD = 4096;

export interface ReadOptions {
  /** Detected from the first bytes when left out. */
  readonly format?: TabularFormat;
  readonly limits: Limits;
  /** Tells a row of heads; without it the first row of two cells or more, most of them words, is taken. */
  readonly isHeader?: IsHeader;
  /** Ends the reading with `tabular.stopped`, also while the source hangs. */
  readonly signal?: AbortSignal;
}

/** The first bytes of a stream, and the whole stream again. */
async function peek(bytes: AsyncGenerator<Buffer>): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
  const pieces: Buffer[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await bytes.next();
    if (next.done === true) break;
    pieces.push(next.value);
    size += next.value.length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* pieces;
    yield* bytes;
  }
  return { head: Buffer.concat(pieces), all: all() };
}

async function collected(bytes: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return pieces;
}

function refuse(format: "xls" | "zip-other" | "unknown"): TabularRefusal {
  return new TabularRefusal(format === "xls" ? "tabular.old-xls" : "tabular.not-a-table");
}

async function* streamed(
  bytes: AsyncGenerator<Buffer>,
  setup: ReadSetup,
  stated: TabularFormat | undefined,
): AsyncGenerator<TabularEvent[]> {
  const { head, all } = await peek(bytes);
  if (head.length === 0) throw new TabularRefusal("tabular.empty");
  const format = stated ?? detectFormat(head);
  if (format === "csv") yield* readCsv(all, setup);
  else if (format === "ndjson") yield* readNdjson(all, setup);
  else if (format === "xlsx") yield* readXlsx(bufferAccess(Buffer.concat(await collected(all))), setup);
  else throw refuse(format);
}

async function* fromAccess(
  access: RandomAccess,
  setup: ReadSetup,
  stated: TabularFormat | undefined,
): AsyncGenerator<TabularEvent[]> {
  const range = { offset: 0, length: Math.min(HEAD, access.size) };
  const format = stated ?? detectFormat(await readExactly(access, setup.watch, range));
  if (format === "xlsx") {
    yield* readXlsx(access, setup);
    return;
  }
  const whole = { offset: 0, length: access.size };
  yield* streamed(
    guardedBytes(() => rangeBytes(access, setup.watch, whole), setup.watch),
    setup,
    format,
  );
}

/**
 * Reads a table as batches of at most 1,000 events; per sheet a header comes before its rows (NDJSON announces the
 * heads anew whenever a key is new). A workbook should come as `RandomAccess`; from a plain stream it is held in
 * memory whole, up to `bytesMax`. Text is sound to use when the batch arrives.
 *
 * @throws TabularRefusal, possibly after batches were given: for a text file faults show only where they stand.
 *   A workbook's archive, checksums and sizes are proved before its first row.
 */
export async function* readTabular(
  source: ByteSource | RandomAccess,
  options: ReadOptions,
): AsyncGenerator<TabularEvent[]> {
  const watch = new Watch(options.limits, options.signal);
  const setup: ReadSetup = { watch, isHeader: options.isHeader };
  if (typeof source === "function") yield* streamed(guardedBytes(source, watch), setup, options.format);
  else yield* fromAccess(source, setup, options.format);
}
