import { HeadFinder, RowCounter, type Merge } from "../head-row.ts";
import type { RandomAccess, ReadSetup } from "../source.ts";
import { isBlank, type TabularEvent } from "../table.ts";
import { TabularRefusal } from "../tabular-refusal.ts";
import { inspectSheet } from "./inspect-sheet.ts";
import { SheetHandler } from "./sheet-handler.ts";
import { Archive } from "./unzip.ts";
import { readWorkbook, type SheetPart, type Workbook } from "./workbook.ts";
import { XmlScanner, xmlText } from "./xml-scanner.ts";
import { readZipDirectory } from "./zip-directory.ts";

/** Room for a cell's text written wholly in character references, and for a tag. */
function tokenMax(setup: ReadSetup): number {
  return setup.watch.limits.cellMax * 8 + 64 * 1024;
}

interface OpenSheet {
  readonly part: SheetPart;
  readonly merges: readonly Merge[];
}

class WorkbookReading {
  readonly #archive: Archive;
  readonly #book: Workbook;
  readonly #setup: ReadSetup;
  readonly #counter: RowCounter;

  constructor(archive: Archive, book: Workbook, setup: ReadSetup) {
    this.#archive = archive;
    this.#book = book;
    this.#setup = setup;
    this.#counter = new RowCounter(setup.watch.limits.rowsMax);
  }

  async *events(): AsyncGenerator<TabularEvent[]> {
    const hiddenSheets = this.#book.sheets.filter((part) => part.isHidden).map((part) => part.name);
    const sheets = await this.#sheetsWithRows();
    for (const [index, sheet] of sheets.entries()) {
      const finder = new HeadFinder({
        sheet: sheets.length > 1 ? sheet.part.name : null,
        isHeader: this.#setup.isHeader,
        merges: sheet.merges,
        hiddenSheets: index === 0 ? hiddenSheets : [],
        columnsMax: this.#setup.watch.limits.columnsMax,
      });
      yield* this.#sheet(sheet, finder, sheets.length > 1);
    }
    if (!this.#counter.any) throw new TabularRefusal("tabular.empty", { values: { hidden: hiddenSheets.length } });
  }

  /** Every visible sheet is unpacked once to its end before a row is given: a damaged file gives no row at all. */
  async #sheetsWithRows(): Promise<OpenSheet[]> {
    const sheets: OpenSheet[] = [];
    for (const part of this.#book.sheets) {
      if (part.isHidden) continue;
      const merges = await inspectSheet(this.#archive.read(part.entry));
      if (await this.#hasRows(part)) sheets.push({ part, merges });
    }
    return sheets;
  }

  async #hasRows(part: SheetPart): Promise<boolean> {
    let found = false;
    const handler = this.#handler(null, (row) => {
      found ||= row.notes !== undefined || !isBlank(row.cells);
    });
    const scanner = new XmlScanner(handler, tokenMax(this.#setup));
    for await (const text of xmlText(this.#archive.read(part.entry))) {
      scanner.feed(text);
      if (found || handler.isDone) break;
    }
    return found;
  }

  async *#sheet(sheet: OpenSheet, finder: HeadFinder, isNamed: boolean): AsyncGenerator<TabularEvent[]> {
    const handler = this.#handler(isNamed ? sheet.part.name : null, (row) => {
      if (this.#counter.accepts(row)) finder.push(row);
    });
    const scanner = new XmlScanner(handler, tokenMax(this.#setup));
    for await (const text of xmlText(this.#archive.read(sheet.part.entry))) {
      scanner.feed(text);
      yield* finder.take();
      if (handler.isDone) break;
    }
    if (!handler.isDone) throw new TabularRefusal("tabular.damaged");
    finder.end();
    yield* finder.take(true);
  }

  #handler(sheet: string | null, give: ConstructorParameters<typeof SheetHandler>[0]["give"]): SheetHandler {
    return new SheetHandler({ book: this.#book, limits: this.#setup.watch.limits, sheet, give });
  }
}

/** A workbook's visible sheets as batches of at most 1,000 events. Memory: the shared texts and a few blocks. */
export async function* readXlsx(access: RandomAccess, setup: ReadSetup): AsyncGenerator<TabularEvent[]> {
  const { limits } = setup.watch;
  if (access.size > limits.bytesMax) {
    throw new TabularRefusal("tabular.too-large", { values: { bytesMax: limits.bytesMax } });
  }
  const archive = new Archive(access, setup.watch, await readZipDirectory(access, setup.watch));
  const book = await readWorkbook(archive, limits);
  yield* new WorkbookReading(archive, book, setup).events();
}
