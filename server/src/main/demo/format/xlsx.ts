// Tables as small workbooks: one sheet, serial days, numbers as numbers, a merged title above the heads.
import { crc32, deflateRawSync } from "node:zlib";
import { parseDay } from "../../../kernel/day.ts";
import { excelSerialOf } from "../serial.ts";
import type { Table } from "../table.ts";

const DAY_STYLE = 1;
const NAMESPACE = "http://schemas.openxmlformats.org";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function cell(text: string, kind: Table["kinds"][number], place: string): string {
  if (text === "") return "";
  const day = kind === "day" ? parseDay(text) : undefined;
  if (day !== undefined) return `<c r="${place}" s="${DAY_STYLE}"><v>${excelSerialOf(day)}</v></c>`;
  if (kind === "number" && /^\d+(?:\.\d+)?$/.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function sheetXml(table: Table): string {
  let line = 0;
  const row = (cells: readonly string[], kinds: Table["kinds"]): string => {
    line += 1;
    const at = line;
    return `<row r="${at}">${cells.map((text, column) => cell(text, kinds[column] ?? "text", `${columnName(column)}${at}`)).join("")}</row>`;
  };
  const rows: string[] = [];
  if (table.title !== null) rows.push(row([table.title], []));
  rows.push(row(table.heads, []));
  for (const cells of table.rows()) rows.push(row(cells, table.kinds));
  if (table.explanation !== null) rows.push(row([table.explanation], []));
  const last = columnName(table.heads.length - 1);
  const merge = table.title === null ? "" : `<mergeCells count="1"><mergeCell ref="A1:${last}1"/></mergeCells>`;
  return `${DECLARATION}<worksheet xmlns="${NAMESPACE}/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData>${merge}</worksheet>`;
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${NAMESPACE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${NAMESPACE}/package/2006/relationships">${each.join("")}</Relationships>`;
}

function parts(table: Table, sheet: string): readonly (readonly [name: string, xml: string])[] {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const types = [
    ["xl/workbook.xml", "sheet.main"],
    ["xl/worksheets/sheet1.xml", "worksheet"],
    ["xl/styles.xml", "styles"],
  ];
  const overrides = types
    .map(([name, kind]) => `<Override PartName="/${name}" ContentType="${type}.${kind}+xml"/>`)
    .join("");
  const main = `xmlns="${NAMESPACE}/spreadsheetml/2006/main"`;
  return [
    [
      "[Content_Types].xml",
      `${DECLARATION}<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides}</Types>`,
    ],
    ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `${DECLARATION}<workbook ${main} xmlns:r="${NAMESPACE}/officeDocument/2006/relationships"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
      ]),
    ],
    [
      "xl/styles.xml",
      `${DECLARATION}<styleSheet ${main}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    ["xl/worksheets/sheet1.xml", sheetXml(table)],
  ];
}

interface Packed {
  readonly name: Buffer;
  readonly body: Buffer;
  readonly crc: number;
  readonly size: number;
}

/** The fields that a local header and a directory entry share, from the version needed to the length of the name. */
function shared({ name, body, crc, size }: Packed): Buffer {
  const field = Buffer.alloc(26);
  field.writeUInt16LE(20, 0);
  field.writeUInt16LE(0x0800, 2);
  field.writeUInt16LE(8, 4);
  // 1 January 1980, midnight: the same file must have the same bytes whenever it is made.
  field.writeUInt16LE(0x21, 8);
  field.writeUInt32LE(crc, 10);
  field.writeUInt32LE(body.length, 14);
  field.writeUInt32LE(size, 18);
  field.writeUInt16LE(name.length, 22);
  return field;
}

function signature(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(value);
  return four;
}

function directoryEntry(part: Packed, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), shared(part), tail, part.name]);
}

/** The workbook's bytes, part by part. Meant for some thousands of rows: one part at a time is in memory. */
export async function* xlsxBytes(table: Table, sheet: string): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, xml] of parts(table, sheet)) {
    const text = Buffer.from(xml, "utf8");
    const part: Packed = { name: Buffer.from(name), body: deflateRawSync(text), crc: crc32(text), size: text.length };
    const local = Buffer.concat([signature(0x04034b50), shared(part), part.name, part.body]);
    directory.push(directoryEntry(part, offset));
    offset += local.length;
    yield await Promise.resolve(local);
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  yield Buffer.concat([entries, signature(0x06054b50), end]);
}
