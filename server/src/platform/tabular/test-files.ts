import { crc32, deflateRawSync } from "node:zlib";
import { readTabular, type ReadOptions } from "./read-tabular.ts";
import { bufferAccess } from "./source.ts";
import type { Header, Limits, Row } from "./table.ts";
import { TabularRefusal } from "./tabular-refusal.ts";

export const wide: Limits = {
  bytesMax: 64 * 1024 * 1024,
  rowsMax: 1_000_000,
  columnsMax: 512,
  cellMax: 10_000,
  ratioMax: 100,
  sheetsMax: 16,
};

export interface Reading {
  readonly headers: Header[];
  readonly rows: Row[];
  readonly batches: number[];
}

type Asked = Partial<ReadOptions>;

async function collect(events: ReturnType<typeof readTabular>): Promise<Reading> {
  const reading: Reading = { headers: [], rows: [], batches: [] };
  for await (const batch of events) {
    reading.batches.push(batch.length);
    for (const event of batch) {
      if (event.kind === "header") reading.headers.push(event.header);
      else reading.rows.push(event.row);
    }
  }
  return reading;
}

/** Reads bytes that come in chunks of `size`. */
export function readBytes(bytes: Buffer, asked: Asked = {}, size = 64 * 1024): Promise<Reading> {
  async function* source(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return collect(readTabular(source, { limits: wide, ...asked }));
}

export function readText(text: string, asked: Asked = {}): Promise<Reading> {
  return readBytes(Buffer.from(text), asked);
}

export function readFile(bytes: Buffer, asked: Asked = {}): Promise<Reading> {
  return collect(readTabular(bufferAccess(bytes), { limits: wide, ...asked }));
}

/** The refusal a reading ends in, as `code` or `code@line`. Any other error is thrown on: it would be a bug. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof TabularRefusal)) throw error;
    return error.line === undefined ? error.code : `${error.code}@${error.line}`;
  }
  return "none";
}

export interface TestPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly stored?: boolean;
  /** What the archive says instead of the truth. */
  readonly crc?: number;
  readonly unpacked?: number;
  readonly localName?: string;
  readonly flags?: number;
}

interface Packed {
  readonly local: Buffer;
  readonly central: (offset: number) => Buffer;
}

function wideField(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, index) => field.writeBigUInt64LE(BigInt(value), 4 + index * 8));
  return field;
}

function pack(part: TestPart, isZip64: boolean): Packed {
  const content = Buffer.from(part.content);
  const packed = part.stored === true ? content : deflateRawSync(content);
  const name = Buffer.from(part.name);
  const localName = Buffer.from(part.localName ?? part.name);
  const common = Buffer.alloc(16);
  common.writeUInt16LE(part.flags ?? 0, 0);
  common.writeUInt16LE(part.stored === true ? 0 : 8, 2);
  common.writeUInt32LE(part.crc ?? crc32(content), 8);
  const unpacked = part.unpacked ?? content.length;
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32LE(isZip64 ? 0xffffffff : packed.length, 0);
  sizes.writeUInt32LE(isZip64 ? 0xffffffff : unpacked, 4);
  const lengths = (nameLength: number, extra: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt16LE(nameLength, 0);
    bytes.writeUInt16LE(extra, 2);
    return bytes;
  };
  const local = Buffer.concat([
    Buffer.from("504b03042d00", "hex"),
    common.subarray(0, 12),
    sizes,
    lengths(localName.length, 0),
    localName,
    packed,
  ]);
  return {
    local,
    central: (offset) => {
      const extra = isZip64 ? wideField([unpacked, packed.length, offset]) : Buffer.alloc(0);
      const tail = Buffer.alloc(14);
      tail.writeUInt32LE(isZip64 ? 0xffffffff : offset, 10);
      return Buffer.concat([
        Buffer.from("504b01022d002d00", "hex"),
        common.subarray(0, 12),
        sizes,
        lengths(name.length, extra.length),
        tail,
        name,
        extra,
      ]);
    },
  };
}

/** A zip archive written by hand, so that it can also be written wrong. */
export function zipOf(
  parts: readonly TestPart[],
  options: { readonly zip64?: boolean; readonly comment?: string } = {},
): Buffer {
  const packed = parts.map((part) => pack(part, options.zip64 === true));
  let offset = 0;
  const central = packed.map(({ local, central: write }) => {
    const entry = write(offset);
    offset += local.length;
    return entry;
  });
  const directory = Buffer.concat(central);
  const pieces = [...packed.map(({ local }) => local), directory];
  const comment = Buffer.from(options.comment ?? "");
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.zip64 === true ? 0xffff : parts.length, 10);
  end.writeUInt32LE(options.zip64 === true ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(options.zip64 === true ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  if (options.zip64 === true) pieces.push(zip64End(parts.length, directory.length, offset));
  return Buffer.concat([...pieces, end, comment]);
}

function zip64End(entries: number, length: number, offset: number): Buffer {
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeBigUInt64LE(BigInt(entries), 24);
  bytes.writeBigUInt64LE(BigInt(entries), 32);
  bytes.writeBigUInt64LE(BigInt(length), 40);
  bytes.writeBigUInt64LE(BigInt(offset), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(offset + length), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface TestSheet {
  readonly name?: string;
  readonly state?: string;
  /** The rows' XML, or a whole worksheet when it begins with `<?xml`. */
  readonly rows: string;
  readonly merges?: readonly string[];
}

export interface TestBook {
  readonly sheets: readonly TestSheet[];
  /** Each `<si>` element. */
  readonly shared?: readonly string[];
  /** Number format of each cell style; a text is a custom format. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
}

function sheetXml({ rows, merges = [] }: TestSheet): string {
  if (rows.startsWith("<?xml")) return rows;
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}><sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function stylesXml(formats: readonly (number | string)[]): string {
  const custom = formats.flatMap((format, index) =>
    typeof format === "string"
      ? [
          `<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"/>`,
        ]
      : [],
  );
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === "string" ? 200 + index : format}"/>`,
  );
  return `<styleSheet ${main}><numFmts>${custom.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join("")}</cellXfs></styleSheet>`;
}

/** The parts of a workbook, to be zipped right or wrong. */
export function partsOf(book: TestBook): TestPart[] {
  const sheets = book.sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const relations = sheets.map(({ number }) => relation(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`));
  const names = sheets.map(
    ({ number, name = `表${number}`, state = "visible" }) =>
      `<sheet name="${name}" sheetId="${number}" state="${state}" r:id="rId${number}"/>`,
  );
  return [
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "_rels/.rels",
      content: `<Relationships>${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${main} xmlns:r="${type}"><workbookPr date1904="${book.is1904 === true ? 1 : 0}"/><sheets>${names.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships>${relations.join("")}${relation("s", "styles", "styles.xml")}${relation("t", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>`,
    },
    { name: "xl/styles.xml", content: stylesXml(book.formats ?? [0]) },
    { name: "xl/sharedStrings.xml", content: `<sst ${main}>${(book.shared ?? []).join("")}</sst>` },
    ...sheets.map((sheet) => ({ name: `xl/worksheets/sheet${sheet.number}.xml`, content: sheetXml(sheet) })),
  ];
}

export function bookOf(book: TestBook): Buffer {
  return zipOf(partsOf(book));
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\r", "_x000d_");
}

function letters(column: number): string {
  const first = column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : "";
  return first + String.fromCharCode(65 + (column % 26));
}

/** A table as inline strings; null is a cell left out. */
export function rowsXml(table: readonly (readonly (string | null)[])[], firstRow = 1): string {
  return table
    .map((cells, index) => {
      const row = firstRow + index;
      const xml = cells.map((cell, column) =>
        cell === null
          ? ""
          : `<c r="${letters(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
      );
      return `<row r="${row}">${xml.join("")}</row>`;
    })
    .join("");
}
