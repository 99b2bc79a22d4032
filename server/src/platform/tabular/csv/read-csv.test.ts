import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBytes, readText, refusalOf, wide } from "../test-files.ts";

const cellsOf = async (text: string): Promise<unknown> => (await readText(text)).rows.map((row) => row.cells);

describe("cells and rows", () => {
  test.each([
    [
      "plain",
      "名称,代码\n甲,1\n乙,2\n",
      [
        ["甲", "1"],
        ["乙", "2"],
      ],
    ],
    ["no line break at the end", "名称,代码\n甲,1", [["甲", "1"]]],
    ["CRLF", "名称,代码\r\n甲,1\r\n", [["甲", "1"]]],
    [
      "CR alone",
      "名称,代码\r甲,1\r乙,2\r",
      [
        ["甲", "1"],
        ["乙", "2"],
      ],
    ],
    [
      "quotes, doubled quotes, line breaks and commas inside",
      '名称,代码\n"甲 ""总""\r\n店",",1"\n',
      [['甲 "总"\r\n店', ",1"]],
    ],
    ["a stray quote inside a cell is text", '名称,代码\n甲"总"店,1"\n', [['甲"总"店', '1"']]],
    ["what follows a closing quote belongs to the cell", '名称,代码\n"甲"店,1\n', [["甲店", "1"]]],
    ["a quote behind a space is text", '名称,代码\n "甲",1\n', [[' "甲"', "1"]]],
    ["empty cells stay empty, missing ones are null", "名称,代码,地址\n,1\n", [["", "1", null]]],
    ["a longer row keeps its cells", "名称,代码\n甲,1,2,3\n", [["甲", "1", "2", "3"]]],
    ["nothing is trimmed", "名称,代码\n 甲 ,　1\n", [[" 甲 ", "　1"]]],
    ["quoted empty", '名称,代码\n"",1\n', [["", "1"]]],
    ["formulas are text", "名称,代码\n=cmd|' /C calc'!A0,1\n", [["=cmd|' /C calc'!A0", "1"]]],
  ])("%s", async (_, text, rows) => {
    expect(await cellsOf(text)).toEqual(rows);
  });

  test("blank rows are left out and line numbers stay true, also through line breaks in quotes", async () => {
    const { rows, headers } = await readText('\n\n名称,代码\n,\n"甲\n\r\n\r店",1\n　, \n乙,2\n\n\n');
    expect(headers.map(({ line }) => line)).toEqual([3]);
    expect(rows.map(({ line }) => line)).toEqual([5, 10]);
  });

  test.each([
    ["tab", "名称\t代码\n甲,乙\t1\n", ["甲,乙", "1"]],
    ["semicolon", "名称;代码\n甲,乙;1\n", ["甲,乙", "1"]],
    ["full-width comma", "名称，代码\n甲，1\n", ["甲", "1"]],
    ["comma, with prose full of others", '名称,代码\n"一；二;三;四",1\n', ["一；二;三;四", "1"]],
    ["stated by sep=", "sep=|\n名称|代码\n甲,|1\n", ["甲,", "1"]],
  ])("the delimiter is found: %s", async (_, text, cells) => {
    const { rows } = await readText(text);
    expect(rows[0]?.cells).toEqual(cells);
  });

  test("a stated delimiter is a line of the file", async () => {
    const { headers } = await readText("sep=;\r\n名称;代码\r\n甲;1\r\n");
    expect(headers[0]?.line).toBe(2);
  });

  test("one column is a table too", async () => {
    expect((await readText("示例市甲厂\n示例市乙厂\n")).rows).toHaveLength(1);
  });
});

describe("heads", () => {
  test("title rows above the heads are given with the header", async () => {
    const { headers, rows } = await readText("行政处罚信息表,,\n填报单位：示例局,,\n名称,代码,罚款\n甲,1,2\n");
    expect(headers[0]).toMatchObject({ line: 3, heads: ["名称", "代码", "罚款"] });
    expect(headers[0]?.above?.map(({ line }) => line)).toEqual([1, 2]);
    expect(rows).toHaveLength(1);
  });

  test("the caller's word on the heads goes before their look, and two rows of heads are joined", async () => {
    const isHeader = (cells: readonly (string | null)[]): boolean => cells.includes("代码") || cells.includes("（元）");
    const { headers, rows } = await readText("说明一,说明二\n名称,代码,罚款\n,,（元）\n甲,1,2\n", { isHeader });
    expect(headers[0]?.heads).toEqual(["名称", "代码", "罚款\n（元）"]);
    expect(headers[0]?.above).toHaveLength(1);
    expect(rows.map(({ cells }) => cells)).toEqual([["甲", "1", "2"]]);
  });

  test("heads that nobody knows in 20 rows are taken by their look", async () => {
    const body = Array.from({ length: 40 }, (_, index) => `${index},${index}`).join("\n");
    const { headers, rows } = await readText(`某列,某栏\n${body}\n`, { isHeader: () => false });
    expect(headers[0]?.heads).toEqual(["某列", "某栏"]);
    expect(rows).toHaveLength(40);
  });

  test("heads alone are a header without rows", async () => {
    expect(await readText("名称,代码\n")).toMatchObject({ headers: [{ heads: ["名称", "代码"] }], rows: [] });
  });
});

describe("encodings", () => {
  const text = "名称,代码\n示例市甲厂,1\n";
  const gb = Buffer.from("c3fbb3c62cb4fac2eb0acabec0fdcad0bcd7b3a72c310a", "hex");
  const marked = Buffer.from(`\ufeff${text}`, "utf16le");

  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with mark", Buffer.from(`\ufeff${text}`)],
    ["GB18030", gb],
    ["UTF-16 little-endian", marked],
    ["UTF-16 big-endian", Buffer.from(marked).swap16()],
  ])("%s gives the same table, wherever the chunks are cut", async (_, bytes) => {
    for (let size = 1; size <= bytes.length; size += 1) {
      const { headers, rows } = await readBytes(bytes, {}, size);
      expect(headers[0]?.heads).toEqual(["名称", "代码"]);
      expect(rows.map(({ cells }) => cells)).toEqual([["示例市甲厂", "1"]]);
    }
  });

  test("megabytes of ASCII decide nothing: a late GB18030 byte still switches", async () => {
    const late = Buffer.concat([Buffer.from(`name,code\n${"a,1\n".repeat(700_000)}`), gb]);
    const { rows } = await readBytes(late);
    expect(rows.at(-1)?.cells).toEqual(["示例市甲厂", "1"]);
  });

  test("four-byte characters of GB18030 are read", async () => {
    const { rows } = await readBytes(Buffer.concat([gb, Buffer.from("95328236 2c 310a".replaceAll(" ", ""), "hex")]));
    expect(rows[1]?.cells[0]).toBe("𠀀");
  });

  test("bytes of neither encoding are refused with their line", async () => {
    const bad = Buffer.concat([Buffer.from("名称,代码\n甲,1\n乙,"), Buffer.from([0xff, 0x0a])]);
    expect(await refusalOf(readBytes(bad))).toBe("tabular.encoding@3");
  });

  test("a bad byte long after the decision is refused with its line, past line breaks in quotes", async () => {
    const good = `名称,代码\n"示\n例",1\n${"示例市,1\n".repeat(50_000)}`;
    const bad = Buffer.concat([Buffer.from(good), Buffer.from("乙,2\n丙,"), Buffer.from([0xc3, 0x28, 0x0a])]);
    expect(await refusalOf(readBytes(bad))).toBe("tabular.encoding@50005");
  });

  test("half a character at the end is refused", async () => {
    expect(await refusalOf(readBytes(Buffer.from(`${text}${"示例市,1\n".repeat(200)}甲`).subarray(0, -1)))).toBe(
      "tabular.encoding@203",
    );
    expect(await refusalOf(readBytes(marked.subarray(0, -1)))).toBe("tabular.encoding@2");
  });
});

describe("signs that hide", () => {
  test.each([
    ["NUL", "a\0b"],
    ["bidi override", "a\u202eb"],
    ["escape", "a\u001bb"],
  ])("%s is kept and noted", async (_, cell) => {
    const { rows } = await readText(`名称,代码,地址\n正常,1,某地\n某某,${cell},某地\n`);
    expect(rows[0]?.notes).toBeUndefined();
    expect(rows[1]).toMatchObject({
      cells: ["某某", cell, "某地"],
      notes: [{ column: 1, note: "control-characters" }],
    });
  });

  test("half a surrogate pair in UTF-16 is kept and noted", async () => {
    const { rows } = await readBytes(Buffer.from("\ufeff名称,代码\n甲\ud800,1\n乙😀,2\n", "utf16le"), {}, 3);
    expect(rows.map(({ notes }) => notes?.length ?? 0)).toEqual([1, 0]);
    expect(rows[1]?.cells[0]).toBe("乙😀");
  });
});

describe("bounds", () => {
  const limits = { ...wide, cellMax: 100, columnsMax: 5, rowsMax: 10, bytesMax: 10_000, lineMax: 300 };

  test.each([
    [
      "a quote that is never closed names the line where it opens",
      `a,b\nc,d\n"x,${"y,z\n".repeat(1000)}`,
      "tabular.quote-unclosed@3",
    ],
    ["a quote open at the end", 'a,b\nc,d\ne,"x\n', "tabular.quote-unclosed@3"],
    ["a long cell", `a,b\nc,${"x".repeat(101)}\n`, "tabular.cell-too-long@2"],
    ["a long quoted cell", `a,b\nc,"${"x".repeat(101)}"\n`, "tabular.quote-unclosed@2"],
    ["a long line", `a,b\n${`${"x".repeat(80)},`.repeat(4)}\n`, "tabular.line-too-long@2"],
    ["a long line without end", `a,b\n${`${"x".repeat(80)},`.repeat(4)}`, "tabular.line-too-long@2"],
    ["many columns", `a,b\n${",".repeat(6)}\n`, "tabular.too-many-columns@2"],
    ["many columns with quotes", `a,b\n${'"",'.repeat(6)}\n`, "tabular.too-many-columns@2"],
    ["many rows", "a,b\n".repeat(11), "tabular.too-many-rows@11"],
    ["many bytes", "a\n".repeat(5001), "tabular.too-large"],
    ["many blank bytes", "\n".repeat(10_001), "tabular.too-large"],
    ["nothing", "", "tabular.empty"],
    ["nothing but blanks", "\ufeff\n , \n", "tabular.empty"],
  ])("%s", async (_, text, refusal) => {
    expect(await refusalOf(readText(text, { limits }))).toBe(refusal);
  });

  test("batches hold at most 1,000 events", async () => {
    const { batches, rows } = await readText(`名称,代码\n${"甲,1\n".repeat(4500)}`);
    expect(rows).toHaveLength(4500);
    expect(Math.max(...batches)).toBe(1000);
    expect(batches).toHaveLength(5);
  });
});

/** The plainest possible reader of the same rules, to judge the quick one. */
function plainRecords(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let line = 1;
  let record = { line, cells: [""] };
  let state: "start" | "plain" | "quoted" = "start";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    const isBreak = sign === "\n" || sign === "\r";
    const isCrLf = sign === "\r" && text[at + 1] === "\n";
    if (isBreak && !isCrLf) line += 1;
    const last = record.cells.length - 1;
    const add = (more: string): void => {
      record.cells[last] = (record.cells[last] ?? "") + more;
    };
    if (state === "quoted") {
      if (sign !== '"') add(sign);
      else if (text[at + 1] === '"') {
        at += 1;
        add('"');
      } else state = "plain";
    } else if (isBreak) {
      if (isCrLf) {
        at += 1;
        line += 1;
      }
      records.push(record);
      record = { line, cells: [""] };
      state = "start";
    } else if (sign === ",") {
      record.cells.push("");
      state = "start";
    } else if (sign === '"' && state === "start") {
      state = "quoted";
    } else {
      add(sign);
      state = "plain";
    }
  }
  if (state === "quoted") throw new Error("unclosed");
  return [...records, record].filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

describe("properties", () => {
  const noise = fc.string({ unit: fc.constantFrom("a", "甲", ",", '"', "\n", "\r", " ", "😀"), maxLength: 60 });

  test("any text is read as the plainest reader reads it, wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(noise, fc.integer({ min: 1, max: 20 }), async (text, size) => {
        const whole = `名称,代码\n${text}`;
        let expected: unknown;
        try {
          expected = plainRecords(whole).slice(1);
        } catch {
          expect(await refusalOf(readBytes(Buffer.from(whole), { format: "csv" }, size))).toMatch(
            /^tabular\.quote-unclosed@/,
          );
          return;
        }
        const isHeader = (cells: readonly unknown[]): boolean => cells[0] === "名称";
        const { rows } = await readBytes(Buffer.from(`sep=,\n${whole}`), { format: "csv", isHeader }, size);
        const found = rows.map(({ line, cells }) => ({ line: line - 1, cells: cells.filter((cell) => cell !== null) }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test("a table comes back from each encoding", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "1", "企", "业", ",", '"', "\n", "\r\n", ";", "\t", "，"),
      maxLength: 6,
    });
    const table = fc.array(fc.tuple(fc.constant("某"), cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const lines = [["名称", "甲", "乙"], ...rows].map((cells) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(","),
        );
        const text = `\ufeffsep=,\r\n${lines.join("\r\n")}\r\n`;
        const isHeader = (cells: readonly unknown[]): boolean => cells[0] === "名称";
        const little = Buffer.from(text, "utf16le");
        for (const bytes of [Buffer.from(text), little, Buffer.from(little).swap16()]) {
          const reading = await readBytes(bytes, { isHeader }, size);
          expect(reading.rows.map(({ cells }) => cells)).toEqual(rows);
        }
      }),
      { numRuns: 100 },
    );
  });
});
