import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTabular } from "./read-tabular.ts";
import { bookOf, readBytes, readFile, refusalOf, rowsXml, wide } from "./test-files.ts";

/** Whatever the bytes: events or a refusal, never another error. `refusalOf` throws any other. */
const limits = { ...wide, bytesMax: 1024 * 1024, cellMax: 1000, columnsMax: 50, rowsMax: 1000, msMax: 20_000 };
const outcome = /^(?:none|tabular\.[a-z-]+(?:@\d+)?)$/;

const book = bookOf({
  sheets: [
    {
      rows: rowsXml([
        ["名称", "代码"],
        ["甲", "1"],
        ["乙", "2"],
      ]),
      merges: ["A1:B1"],
    },
    { rows: "", state: "hidden" },
  ],
  shared: ["<si><t>x</t></si>"],
  formats: [0, 14, "yyyy"],
});
const csv = Buffer.from('\ufeff名称,代码\r\n"甲 ""总""\r\n店",1\r\n乙,2\r\n');
const ndjson = Buffer.from('{"名称":"甲","代码":1}\n{"名称":"\\u4e59","代码":null}\n');

interface Change {
  readonly at: number;
  readonly drop: number;
  readonly put: Uint8Array;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  drop: fc.nat(6),
  put: fc.uint8Array({ maxLength: 6 }),
});

function mutate(bytes: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((current, { at, drop, put }) => {
    const from = at % (current.length + 1);
    return Buffer.concat([current.subarray(0, from), put, current.subarray(from + drop)]);
  }, bytes);
}

describe("fuzz", () => {
  test.each(["csv", "ndjson", "xlsx", undefined] as const)("random bytes read as %s", async (format) => {
    const asked = format === undefined ? { limits } : { limits, format };
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
        expect(await refusalOf(readBytes(Buffer.from(bytes), asked, size))).toMatch(outcome);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["workbook", book],
    ["csv", csv],
    ["ndjson", ndjson],
  ])("a sound %s, changed", async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        expect(await refusalOf(readFile(mutate(bytes, changes), { limits }))).toMatch(outcome);
      }),
      { numRuns: 300 },
    );
  });

  test("a sound workbook, cut off anywhere, gives no row", async () => {
    for (let length = 0; length < book.length; length += 17) {
      expect(await refusalOf(readFile(book.subarray(0, length), { limits, format: "xlsx" }))).toMatch(/damaged|empty/);
    }
  });

  test("the worksheet's XML, changed, inside a sound archive", async () => {
    const xml = Buffer.from(
      `<?xml version="1.0"?><worksheet><sheetData>${rowsXml([
        ["名称", "代码"],
        ["甲", "1"],
      ])}<row r="9"><c r="A9" s="1"><v>43234</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>`,
    );
    const pieces = fc.constantFrom(
      "<",
      ">",
      "</c>",
      "<c>",
      "<row>",
      "</row>",
      "&",
      "&#x110000;",
      '"',
      "<![CDATA[",
      "]]>",
      "<!--",
      "<v>",
      "<is><t>",
      "</sheetData>",
      "r='ZZZ9'",
    );
    const edit = fc.record({ at: fc.nat(1000), drop: fc.nat(12), put: pieces.map((text) => Buffer.from(text)) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const rows = mutate(xml, edits).toString();
        const bytes = bookOf({
          sheets: [{ rows: rows.startsWith("<?xml") ? rows : `<?xml?>${rows}` }],
          shared: ["<si><t>x</t></si>"],
          formats: [0, 14],
        });
        expect(await refusalOf(readFile(bytes, { limits }))).toMatch(outcome);
      }),
      { numRuns: 300 },
    );
  });

  test("a random table comes back from a workbook, in a stream of any pieces", async () => {
    const cell = fc.option(
      fc.string({
        unit: fc.constantFrom("a", "企", "<", "&", "]]>", '"', "\n", "\r", "_", "x", "😀", " "),
        minLength: 1,
        maxLength: 6,
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant("某"), cell, cell), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 5000 }),
        async (table, size) => {
          const isHeader = (cells: readonly unknown[]): boolean => cells[0] === "名称";
          const bytes = bookOf({ sheets: [{ rows: rowsXml([["名称", "一", "二"], ...table]) }] });
          const { rows } = await readBytes(bytes, { isHeader }, size);
          expect(rows.map(({ cells }) => cells)).toEqual(table);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("senders", () => {
  async function* slow(first: string): AsyncGenerator<Buffer> {
    yield Buffer.from(first);
    await new Promise(() => undefined);
  }

  async function* endless(piece: string): AsyncGenerator<Buffer> {
    for (;;) yield Buffer.from(piece);
  }

  const drain = async (events: AsyncIterable<unknown>): Promise<void> => {
    for await (const batch of events) expect(batch).toBeDefined();
  };

  test.each(["", "名称,代码\n甲,1\n"])("one that hangs after %j is left when the caller stops", async (first) => {
    const signal = AbortSignal.timeout(20);
    expect(await refusalOf(drain(readTabular(() => slow(first), { limits: wide, signal })))).toBe("tabular.stopped");
  });

  test("one that hangs is left when the time is over", async () => {
    const asked = { limits: { ...wide, msMax: 20 } };
    expect(await refusalOf(drain(readTabular(() => slow("名称"), asked)))).toBe("tabular.too-slow");
  });

  test("a caller who has already stopped gets nothing", async () => {
    expect(await refusalOf(readBytes(csv, { signal: AbortSignal.abort() }))).toBe("tabular.stopped");
  });

  test.each([
    ["a line without end", "x".repeat(65_536), "tabular.cell-too-long@1"],
    ["columns without end", ",".repeat(65_536), "tabular.too-many-columns@1"],
    ["an open quote without end", `"${"x\n".repeat(32_768)}`, "tabular.quote-unclosed@1"],
    ["blank lines without end", "\n".repeat(65_536), "tabular.too-large"],
    ["an object without end", `{"a":"${"x".repeat(65_536)}`, "tabular.line-too-long@1"],
    ["NULs without end", "\0".repeat(65_536), "tabular.not-a-table"],
    ["rows of garbage without end", `${'a"b,;\t\\x\n'.repeat(6000)}`, "tabular.too-large"],
  ])("%s", async (_, piece, refusal) => {
    const asked = { limits: { ...wide, bytesMax: 4 * 1024 * 1024 } };
    expect(await refusalOf(drain(readTabular(() => endless(piece), asked)))).toBe(refusal);
  });

  test("a broken source is no refusal", async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from("名称,代码\n");
      throw new Error("disk");
    }
    await expect(drain(readTabular(broken, { limits: wide }))).rejects.toThrow("disk");
    const access = { size: book.length, read: () => Promise.reject(new Error("disk")) };
    await expect(drain(readTabular(access, { limits: wide, format: "xlsx" }))).rejects.toThrow("disk");
  });

  test("a source is closed when the reader is left early", async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<Buffer> {
      try {
        for (;;) yield Buffer.from(`名称,代码\n${"甲,1\n".repeat(5000)}`);
      } finally {
        isClosed = true;
      }
    }
    for await (const batch of readTabular(source, { limits: wide })) {
      expect(batch).toHaveLength(1000);
      break;
    }
    await new Promise((done) => setImmediate(done));
    expect(isClosed).toBe(true);
  });
});

test("memory stays bounded over two million rows", async () => {
  const block = Buffer.from('示例市某某有限公司,91990100MA00000000,"警告，\n罚款",2024-01-01\n'.repeat(4000));
  async function* large(): AsyncGenerator<Buffer> {
    yield Buffer.from("名称,代码,结果,日期\n");
    for (let index = 0; index < 500; index += 1) yield block;
  }
  const before = process.memoryUsage().rss;
  let rows = 0;
  let peak = 0;
  for await (const batch of readTabular(large, { limits: { ...wide, bytesMax: 1024 ** 3, rowsMax: 3_000_000 } })) {
    rows += batch.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  expect(rows).toBe(2_000_001);
  expect(block.length * 500).toBeGreaterThan(140 * 1024 * 1024);
  expect(peak - before).toBeLessThan(256 * 1024 * 1024);
});
