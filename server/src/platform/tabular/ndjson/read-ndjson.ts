import { decodeText } from "../decode-text.ts";
import { EventList } from "../event-list.ts";
import { RowCounter } from "../head-row.ts";
import type { ReadSetup } from "../source.ts";
import { controlNotes, type Cell, type Limits, type TabularEvent } from "../table.ts";
import { TabularRefusal, type TabularCode } from "../tabular-refusal.ts";
import { parseFlatObject, type FlatObject } from "./flat-object.ts";

/** Objects become rows under the union of their keys in order of first sight; a new key announces the heads anew. */
class NdjsonReading {
  readonly #limits: Limits;
  readonly #lineMax: number;
  readonly #counter: RowCounter;
  readonly #columns = new Map<string, number>();
  readonly #events = new EventList();
  #rest = "";
  line = 1;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#lineMax = limits.lineMax ?? limits.cellMax * 16;
    this.#counter = new RowCounter(limits.rowsMax);
  }

  push(text: string): TabularEvent[][] {
    const all = this.#rest + text;
    let at = 0;
    for (let end = all.indexOf("\n"); end >= 0; end = all.indexOf("\n", at)) {
      this.#object(all.slice(at, end));
      this.line += 1;
      at = end + 1;
    }
    this.#rest = all.slice(at);
    this.#checkLength(this.#rest);
    return this.#events.take();
  }

  end(): TabularEvent[][] {
    this.#object(this.#rest);
    if (!this.#counter.any) throw new TabularRefusal("tabular.empty");
    return this.#events.take(true);
  }

  #object(text: string): void {
    this.#checkLength(text);
    if (text.trim() === "") return;
    const object = parseFlatObject(text, this.line);
    this.#checkCells(object.values);
    this.#announceNewKeys(object.keys);
    const cells = this.#cells(object);
    const notes = controlNotes(cells);
    const bare = { line: this.line, sheet: null, cells };
    const row = notes === undefined ? bare : { ...bare, notes };
    if (this.#counter.accepts(row)) this.#events.push({ kind: "row", row });
  }

  #announceNewKeys(keys: readonly string[]): void {
    const known = this.#columns.size;
    for (const key of keys) if (!this.#columns.has(key)) this.#columns.set(key, this.#columns.size);
    if (this.#columns.size === known) return;
    if (this.#columns.size > this.#limits.columnsMax) {
      throw this.#refusal("tabular.too-many-columns", { columnsMax: this.#limits.columnsMax });
    }
    const header = { sheet: null, line: this.line, heads: [...this.#columns.keys()] };
    this.#events.push({ kind: "header", header });
  }

  #cells(object: FlatObject): Cell[] {
    const cells = Array.from({ length: this.#columns.size }, (): Cell => null);
    object.keys.forEach((key, index) => {
      cells[this.#columns.get(key) ?? 0] = object.values[index] ?? null;
    });
    return cells;
  }

  #checkLength(text: string): void {
    if (text.length > this.#lineMax) throw this.#refusal("tabular.line-too-long", { lineMax: this.#lineMax });
  }

  #checkCells(values: readonly Cell[]): void {
    const { cellMax } = this.#limits;
    if (values.some((value) => value !== null && value.length > cellMax)) {
      throw this.#refusal("tabular.cell-too-long", { cellMax });
    }
  }

  #refusal(code: TabularCode, values: Readonly<Record<string, number>>): TabularRefusal {
    return new TabularRefusal(code, { line: this.line, values });
  }
}

/** NDJSON bytes to batches of at most 1,000 events, see `NdjsonReading`. Blank lines are no rows. */
export async function* readNdjson(bytes: AsyncIterable<Buffer>, setup: ReadSetup): AsyncGenerator<TabularEvent[]> {
  const reading = new NdjsonReading(setup.watch.limits);
  for await (const text of decodeText(bytes, () => reading.line)) {
    yield* reading.push(text);
  }
  yield* reading.end();
}
