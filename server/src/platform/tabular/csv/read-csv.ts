import { decodeText } from "../decode-text.ts";
import { HeadFinder, RowCounter } from "../head-row.ts";
import type { ReadSetup } from "../source.ts";
import type { TabularEvent } from "../table.ts";
import { TabularRefusal } from "../tabular-refusal.ts";
import { detectDelimiter } from "./delimiter.ts";
import { CsvScanner } from "./scanner.ts";

/** Text looked at for the delimiter; more does not change the answer, which takes the first 20 records. */
const SAMPLE = 64 * 1024;

function countLines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Spreadsheets write and obey a first line `sep=;`. It is no row, but it is a line. */
function declared(sample: string): { readonly delimiter: string; readonly length: number } | null {
  const found = /^sep=(.)(?:\r\n|\r|\n)/i.exec(sample);
  return found?.[1] === undefined ? null : { delimiter: found[1], length: found[0].length };
}

class CsvReading {
  readonly #setup: ReadSetup;
  readonly #finder: HeadFinder;
  readonly #counter: RowCounter;
  #sample = "";
  #scanner: CsvScanner | null = null;

  constructor(setup: ReadSetup) {
    const { limits } = setup.watch;
    this.#setup = setup;
    this.#finder = new HeadFinder({ sheet: null, isHeader: setup.isHeader, columnsMax: limits.columnsMax });
    this.#counter = new RowCounter(limits.rowsMax);
  }

  get line(): number {
    return this.#scanner?.line ?? 1 + countLines(this.#sample);
  }

  push(text: string): TabularEvent[][] {
    if (this.#scanner !== null) {
      this.#scanner.feed(text);
    } else {
      this.#sample += text;
      if (this.#sample.length >= SAMPLE) this.#begin();
    }
    return this.#finder.take();
  }

  end(): TabularEvent[][] {
    if (this.#scanner === null) this.#begin();
    this.#scanner?.end();
    this.#finder.end();
    if (!this.#counter.any) throw new TabularRefusal("tabular.empty");
    return this.#finder.take(true);
  }

  #begin(): void {
    const sample = this.#sample;
    const stated = declared(sample);
    this.#sample = "";
    this.#scanner = new CsvScanner({
      delimiter: stated?.delimiter ?? detectDelimiter(sample),
      limits: this.#setup.watch.limits,
      firstLine: stated === null ? 1 : 2,
      give: (row) => {
        if (this.#counter.accepts(row)) this.#finder.push(row);
      },
    });
    const text = sample.slice(stated?.length ?? 0);
    if (text !== "") this.#scanner.feed(text);
  }
}

/** CSV bytes to batches of at most 1,000 events. Memory: a few blocks of 256 KiB and one row. */
export async function* readCsv(bytes: AsyncIterable<Buffer>, setup: ReadSetup): AsyncGenerator<TabularEvent[]> {
  const reading = new CsvReading(setup);
  for await (const text of decodeText(bytes, () => reading.line)) {
    yield* reading.push(text);
  }
  yield* reading.end();
}
