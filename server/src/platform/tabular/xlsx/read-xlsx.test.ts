import { describe, expect, test } from "vitest";
import { bookOf, partsOf, readBytes, readFile, refusalOf, rowsXml, wide, zipOf } from "../test-files.ts";
import type { TestBook } from "../test-files.ts";
import type { Row } from "../table.ts";

const head = '<row r="1"><c r="A1" t="str"><v>名称</v></c><c r="B1" t="str"><v>值</v></c></row>';

async function rowsOf(cells: string, book: Partial<TestBook> = {}): Promise<Row[]> {
  const rows = `${head}<row r="2"><c r="A2" t="str"><v>甲</v></c>${cells}</row>`;
  return (await readFile(bookOf({ sheets: [{ rows }], ...book }))).rows;
}

/** The value of B2 and its notes. */
async function cellOf(cell: string, book: Partial<TestBook> = {}): Promise<unknown> {
  const [row] = await rowsOf(cell, book);
  return [row?.cells[1], ...(row?.notes ?? []).map(({ note }) => note)];
}

describe("cell values", () => {
  test.each([
    ["shared text", '<c r="B2" t="s"><v>0</v></c>', ["乙"]],
    ["rich text without its phonetic guide", '<c r="B2" t="s"><v>1</v></c>', ["甲乙"]],
    ["an empty shared text", '<c r="B2" t="s"><v>2</v></c>', [""]],
    ["inline text in runs", '<c r="B2" t="inlineStr"><is><r><t>甲</t></r><r><t> 乙</t></r></is></c>', ["甲 乙"]],
    ["escaped characters", '<c r="B2" t="str"><v>甲_x000d_\n_x005F_x000d_</v></c>', ["甲\r\n_x000d_"]],
    ["entities", '<c r="B2" t="str"><v>&lt;a&gt; &amp;amp; &#20013;&#x6587;</v></c>', ["<a> &amp; 中文"]],
    ["CDATA and comments", '<c r="B2" t="str"><v>a<![CDATA[<b>&amp;]]><!-- > -->c</v></c>', ["a<b>&amp;c"]],
    ["white space is kept", '<c r="B2" t="str"><v xml:space="preserve"> 甲 </v></c>', [" 甲 "]],
    ["true", '<c r="B2" t="b"><v>1</v></c>', ["TRUE"]],
    ["false", '<c r="B2" t="b"><v>0</v></c>', ["FALSE"]],
    ["an error", '<c r="B2" t="e"><v>#N/A</v></c>', ["#N/A", "error"]],
    ["a formula's result", '<c r="B2"><f>SUM(A1:A9)</f><v>3</v></c>', ["3", "formula"]],
    ["a formula's text", '<c r="B2" t="str"><f>A1&amp;"x"</f><v>甲x</v></c>', ["甲x", "formula"]],
    ["a formula never computed", '<c r="B2"><f>A1</f></c>', [null, "formula"]],
    ["an ISO day", '<c r="B2" t="d"><v>2024-02-29T00:00:00</v></c>', ["2024-02-29"]],
    ["a number", '<c r="B2"><v>15150</v></c>', ["15150"]],
    ["a code typed as a number", '<c r="B2"><v>9.14E+17</v></c>', ["9.14E+17", "number-precision-lost"]],
    ["a NUL", '<c r="B2" t="str"><v>a_x0000_b</v></c>', ["a\0b", "control-characters"]],
    ["half a pair", '<c r="B2" t="str"><v>a_xd800_b</v></c>', ["a\ud800b", "control-characters"]],
    ["attributes in any order and quotes", "<c t = 'str'\n r='B2' ><v>x</v></c>", ["x"]],
    ["a > inside an attribute", '<c q="a>b" r="B2" t="str"><v>x</v></c>', ["x"]],
    ["no reference at all", '<c t="str"><v>x</v></c>', ["x"]],
    ["a day", '<c r="B2" s="1"><v>43234</v></c>', ["2018-05-14", "date-serial"]],
    ["a day and time", '<c r="B2" s="2"><v>43234.75</v></c>', ["2018-05-14T18:00:00", "date-serial"]],
    ["a day by a custom format", '<c r="B2" s="3"><v>43234</v></c>', ["2018-05-14", "date-serial"]],
    ["a number by a format that quotes such letters", '<c r="B2" s="4"><v>43234</v></c>', ["43234"]],
    ["text in a cell formatted as day", '<c r="B2" s="1" t="str"><v>2018年</v></c>', ["2018年"]],
  ])("%s", async (_, cell, expected) => {
    const shared = [
      "<si><t>乙</t></si>",
      "<si><r><t>甲</t></r><r><t>乙</t></r><rPh sb='0' eb='1'><t>jia</t></rPh></si>",
      "<si/>",
    ];
    const formats = [0, 14, 22, 'yyyy"年"m"月"d"日";@', '"罚款days"0_);[Red]\\(0\\)'];
    expect(await cellOf(cell, { shared, formats })).toEqual(expected);
  });

  test("the 1904 system shifts days", async () => {
    expect(await cellOf('<c r="B2" s="0"><v>41772</v></c>', { formats: [14], is1904: true })).toEqual([
      "2018-05-14",
      "date-serial",
    ]);
  });

  test("formatted but empty cells far to the right are no columns", async () => {
    const [row] = await rowsOf('<c r="XFD2" s="1"/>');
    expect(row?.cells).toEqual(["甲", null]);
  });

  test("namespace prefixes change nothing", async () => {
    const rows =
      '<?xml version="1.0"?><x:worksheet><x:sheetData><x:row><x:c t="str"><x:v>名称</x:v></x:c><x:c t="str"><x:v>值</x:v></x:c></x:row><x:row r="3"><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const { rows: found } = await readFile(bookOf({ sheets: [{ rows }] }));
    expect(found).toEqual([{ line: 3, sheet: null, cells: ["甲", null] }]);
  });
});

describe("heads", () => {
  test("a merged title above, a merged group over its columns, a head over two rows", async () => {
    const rows = rowsXml([
      ["行政处罚表", null, null, null],
      ["序号", "处罚", null, "备注"],
      [null, "名称", "代码", null],
      ["1", "甲", "x", "y"],
    ]);
    const merges = ["A1:D1", "A2:A3", "B2:C2", "D2:D3"];
    const book = bookOf({ sheets: [{ rows, merges }] });
    const isHeader = (cells: readonly (string | null)[]): boolean => cells.includes("名称");
    const byCaller = await readFile(book, { isHeader });
    expect(byCaller.headers[0]).toMatchObject({ line: 3, heads: ["序号", "名称", "代码", "备注"] });
    expect(byCaller.headers[0]?.above).toHaveLength(2);
    const byLook = await readFile(book);
    expect(byLook.headers[0]).toMatchObject({ line: 2, heads: ["序号", "处罚\n名称", "处罚\n代码", "备注"] });
    expect(byLook.rows.map(({ cells }) => cells)).toEqual([["1", "甲", "x", "y"]]);
  });

  test("a word about merges inside a cell is not one", async () => {
    const rows = rowsXml([
      ["名称", "sheetData>"],
      ["甲", 'sheetData><mergeCell ref="A1:B9"/>'],
    ]);
    expect((await readFile(bookOf({ sheets: [{ rows, merges: ["C1:D1"] }] }))).headers[0]?.heads).toEqual([
      "名称",
      "sheetData>",
    ]);
  });

  test("a row of data below a merged head is no second head", async () => {
    const rows = rowsXml([
      ["名称", "地址", null, "备注"],
      ["甲", "示例市", "某路", "无"],
    ]);
    const reading = await readFile(bookOf({ sheets: [{ rows, merges: ["B1:C1"] }] }));
    expect(reading.headers[0]?.heads).toEqual(["名称", "地址", "地址", "备注"]);
    expect(reading.rows).toHaveLength(1);
  });

  test("a merge over millions of columns stays within the bound", async () => {
    const rows = rowsXml([
      ["名称", "代码"],
      ["甲", "1"],
    ]);
    const { headers } = await readFile(bookOf({ sheets: [{ rows, merges: ["B1:ZZZ1"] }] }));
    expect(headers[0]?.heads).toHaveLength(wide.columnsMax);
  });
});

describe("sheets", () => {
  const table = (name: string): string =>
    rowsXml([
      ["名称", "代码"],
      [name, "1"],
    ]);

  test("each sheet with rows has its heads and its name; hidden ones are named, empty ones passed over", async () => {
    const sheets = [
      { name: "一&amp;", rows: table("甲") },
      { name: "藏", rows: table("乙"), state: "veryHidden" },
      { name: "空", rows: "" },
      { name: "二", rows: table("丙") },
    ];
    const { headers, rows } = await readFile(bookOf({ sheets }));
    expect(headers.map(({ sheet, hiddenSheets }) => [sheet, hiddenSheets])).toEqual([
      ["一&", ["藏"]],
      ["二", undefined],
    ]);
    expect(rows.map(({ sheet, cells }) => [sheet, cells[0]])).toEqual([
      ["一&", "甲"],
      ["二", "丙"],
    ]);
  });

  test("a single sheet with rows has no name to tell", async () => {
    const { rows } = await readFile(bookOf({ sheets: [{ rows: "" }, { rows: table("甲") }] }));
    expect(rows[0]?.sheet).toBeNull();
  });

  test("only hidden sheets hold nothing", async () => {
    expect(await refusalOf(readFile(bookOf({ sheets: [{ rows: table("甲"), state: "hidden" }] })))).toBe(
      "tabular.empty",
    );
  });

  test("too many sheets are refused", async () => {
    const sheets = Array.from({ length: 17 }, () => ({ rows: "" }));
    expect(await refusalOf(readFile(bookOf({ sheets })))).toBe("tabular.too-many-sheets");
  });
});

describe("archives", () => {
  const sheets = [
    {
      rows: rowsXml([
        ["名称", "代码"],
        ["甲", "1"],
      ]),
    },
  ];
  const parts = partsOf({ sheets });

  test.each([
    ["zip64", zipOf(parts, { zip64: true })],
    ["stored parts", zipOf(parts.map((part) => ({ ...part, stored: true })))],
    ["a comment", zipOf(parts, { comment: "注释" })],
    [
      "backslashes and other case",
      zipOf(parts.map((part) => ({ ...part, name: part.name.replace("xl/worksheets/", "XL\\Worksheets\\") }))),
    ],
  ])("%s is read", async (_, bytes) => {
    expect((await readFile(bytes)).rows).toHaveLength(1);
    expect((await readBytes(bytes, {}, 7)).rows).toHaveLength(1);
  });

  const sheet = "xl/worksheets/sheet1.xml";
  const changed = (change: object, name = sheet): Buffer =>
    zipOf(parts.map((part) => (part.name === name ? { ...part, ...change } : part)));
  const document = (xml: string): Buffer => changed({ content: xml });

  test.each([
    ["a wrong checksum", changed({ crc: 1 }), "tabular.damaged"],
    ["a size that lies low", changed({ unpacked: 10 }), "tabular.damaged"],
    ["a size that lies high", changed({ unpacked: 100_000 }), "tabular.damaged"],
    ["another name in the local header", changed({ localName: "xl/worksheets/sheet2.xml" }), "tabular.damaged"],
    ["a part with a password", changed({ flags: 1 }), "tabular.encrypted"],
    ["a name twice", zipOf([...parts, ...parts]), "tabular.damaged"],
    [
      "no workbook in it",
      zipOf([
        { name: "[Content_Types].xml", content: "" },
        { name: "word/document.xml", content: "<x/>" },
      ]),
      "tabular.not-a-table",
    ],
    ["an empty archive", zipOf([]), "tabular.not-a-table"],
    ["cut off", zipOf(parts).subarray(0, -10), "tabular.damaged"],
    ["bytes behind the end", Buffer.concat([zipOf(parts), Buffer.from("x")]), "tabular.damaged"],
    ["bytes before the start", Buffer.concat([Buffer.from("PK\x03\x04xl/"), zipOf(parts)]), "tabular.damaged"],
    ["a DOCTYPE", document('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), "tabular.damaged"],
    [
      "an unknown entity",
      document('<?xml?><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>'),
      "tabular.damaged",
    ],
    [
      "a reference to NUL",
      document('<?xml?><worksheet><sheetData><row><c t="str"><v>&#0;</v></c></row></sheetData></worksheet>'),
      "tabular.damaged",
    ],
    [
      "a sheet that breaks off",
      document('<?xml?><worksheet><sheetData><row r="1"><c><v>1</v></c></row>'),
      "tabular.damaged",
    ],
    [
      "a sheet in GB18030",
      document("").length > 0 ? changed({ content: Buffer.from("3c3f786d6c3f3eb2e2cad4", "hex") }) : Buffer.alloc(0),
      "tabular.damaged",
    ],
    [
      "rows out of order",
      document(
        `<?xml?><worksheet><sheetData>${rowsXml([["a", "b"]], 5)}${rowsXml([["c", "d"]], 5)}</sheetData></worksheet>`,
      ),
      "tabular.damaged@5",
    ],
    [
      "cells out of order",
      document(
        '<?xml?><worksheet><sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      ),
      "tabular.damaged@1",
    ],
    [
      "a shared text that is not there",
      document('<?xml?><worksheet><sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData></worksheet>'),
      "tabular.damaged@1",
    ],
    [
      "an attribute without quotes",
      document("<?xml?><worksheet><sheetData><row r=1></row></sheetData></worksheet>"),
      "tabular.damaged",
    ],
  ])("%s is refused", async (_, bytes, refusal) => {
    expect(await refusalOf(readFile(bytes, { format: "xlsx" }))).toBe(refusal);
  });

  test("entries that share bytes are refused", async () => {
    const bytes = zipOf(parts);
    const second = bytes.indexOf(Buffer.from("504b0102", "hex"), bytes.indexOf(Buffer.from("504b0102", "hex")) + 4);
    bytes.writeUInt32LE(0, second + 42);
    expect(await refusalOf(readFile(bytes))).toBe("tabular.damaged");
  });

  test("a part that unpacks out of proportion is refused before it is unpacked, and while it is", async () => {
    const bomb = `<?xml?><worksheet><sheetData>${" ".repeat(4 * 1024 * 1024)}</sheetData></worksheet>`;
    expect(await refusalOf(readFile(document(bomb)))).toBe("tabular.ratio");
    const limits = { ...wide, ratioMax: 1e6, unpackedMax: 1024 * 1024 };
    expect(await refusalOf(readFile(document(bomb), { limits }))).toBe("tabular.ratio");
    expect(await refusalOf(readFile(changed({ content: bomb, unpacked: 1000 })))).toBe("tabular.damaged");
  });

  test("relations that point outside the package lead nowhere", async () => {
    const rels =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1/" TargetMode="External"/></Relationships>';
    expect(await refusalOf(readFile(changed({ content: rels }, "xl/_rels/workbook.xml.rels")))).toBe("tabular.damaged");
    const climbing =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>';
    expect(await refusalOf(readFile(changed({ content: climbing }, "xl/_rels/workbook.xml.rels")))).toBe(
      "tabular.damaged",
    );
  });
});

describe("bounds", () => {
  const limits = { ...wide, cellMax: 100, columnsMax: 5, rowsMax: 10, sharedMax: 1000 };
  const sheet = (rows: string): Buffer => bookOf({ sheets: [{ rows }] });

  test.each([
    [
      "a value far to the right",
      sheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'),
      "tabular.too-many-columns@1",
    ],
    ["many rows", sheet(rowsXml(Array.from({ length: 11 }, () => ["甲", "1"]))), "tabular.too-many-rows@11"],
    ["a long cell", sheet(rowsXml([["甲", "x".repeat(101)]])), "tabular.cell-too-long@1"],
    [
      "a cell without end, in pieces",
      sheet(`<row><c t="str"><v>${"<![CDATA[xxxxxxxxxx]]>".repeat(100)}</v></c></row>`),
      "tabular.cell-too-long@1",
    ],
    [
      "a long shared text",
      bookOf({
        sheets: [{ rows: '<row><c t="s"><v>0</v></c></row>' }],
        shared: [`<si><t>${"x".repeat(101)}</t></si>`],
      }),
      "tabular.cell-too-long",
    ],
    [
      "many shared texts",
      bookOf({ sheets: [{ rows: "" }], shared: Array.from({ length: 20 }, () => `<si><t>${"x".repeat(60)}</t></si>`) }),
      "tabular.too-large",
    ],
  ])("%s is refused", async (_, bytes, refusal) => {
    expect(await refusalOf(readFile(bytes, { limits }))).toBe(refusal);
  });
});
