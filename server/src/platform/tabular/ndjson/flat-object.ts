import { TabularRefusal, type TabularCode } from "../tabular-refusal.ts";
import type { Cell } from "../table.ts";

export interface FlatObject {
  readonly keys: readonly string[];
  readonly values: readonly Cell[];
}

const space = /[ \t\n\r]*/y;
const scalar = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)/y;
const needsParsing = /[\\\p{Cc}]/u;

/**
 * One line of NDJSON: a flat object. A scanner of our own, because `JSON.parse` rounds an 18-digit code given as a
 * number and keeps the last of two equal keys in silence. Numbers keep their source text, `true` and `false` become
 * those words, null becomes an absent cell. Strings with escapes are left to `JSON.parse`.
 */
class LineScanner {
  readonly #text: string;
  readonly #line: number;
  #at = 0;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  object(): FlatObject {
    const keys: string[] = [];
    const values: Cell[] = [];
    this.#expect("{");
    if (!this.#takes("}")) {
      do {
        keys.push(this.#string());
        this.#expect(":");
        values.push(this.#value());
      } while (this.#takes(","));
      this.#expect("}");
    }
    this.#skip();
    if (this.#at !== this.#text.length) throw this.#refusal("tabular.bad-json");
    if (new Set(keys).size !== keys.length) throw this.#refusal("tabular.duplicate-key");
    return { keys, values };
  }

  #skip(): void {
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
  }

  #takes(sign: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw this.#refusal("tabular.bad-json");
  }

  #value(): Cell {
    this.#skip();
    const first = this.#text[this.#at];
    if (first === '"') return this.#string();
    if (first === "{" || first === "[") throw this.#refusal("tabular.nested");
    scalar.lastIndex = this.#at;
    if (!scalar.test(this.#text)) throw this.#refusal("tabular.bad-json");
    const source = this.#text.slice(this.#at, scalar.lastIndex);
    this.#at = scalar.lastIndex;
    return source === "null" ? null : source;
  }

  #string(): string {
    this.#expect('"');
    const start = this.#at;
    let end = this.#text.indexOf('"', start);
    while (end >= 0 && this.#isEscaped(start, end)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) throw this.#refusal("tabular.bad-json");
    this.#at = end + 1;
    const raw = this.#text.slice(start, end);
    return needsParsing.test(raw) ? this.#parsed(raw) : raw;
  }

  /** A quote is escaped behind an odd number of backslashes. */
  #isEscaped(start: number, quote: number): boolean {
    let at = quote - 1;
    while (at >= start && this.#text[at] === "\\") at -= 1;
    return (quote - 1 - at) % 2 === 1;
  }

  #parsed(raw: string): string {
    try {
      return String(JSON.parse(`"${raw}"`));
    } catch {
      throw this.#refusal("tabular.bad-json");
    }
  }

  #refusal(code: TabularCode): TabularRefusal {
    return new TabularRefusal(code, { line: this.#line });
  }
}

/** Reads one flat JSON object; `line` is named in the refusal. */
export function parseFlatObject(text: string, line: number): FlatObject {
  return new LineScanner(text, line).object();
}
