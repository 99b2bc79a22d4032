// What a file is and what its text gives away, within bounds of size, ratio and time.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { bufferAccess, Watch } from "../../../platform/tabular/source.ts";
import { TabularRefusal } from "../../../platform/tabular/tabular-refusal.ts";
import { Utf8Pieces } from "../../../platform/tabular/utf8.ts";
import { Archive } from "../../../platform/tabular/xlsx/unzip.ts";
import { readZipDirectory } from "../../../platform/tabular/xlsx/zip-directory.ts";
import { XmlScanner } from "../../../platform/tabular/xlsx/xml-scanner.ts";
import { archiveFormat, formatOf, plainText } from "../rules/format.ts";
import type { FileFormat } from "../rules/format.ts";
import { BYTES_MAX, findingsIn } from "../rules/attachment.ts";
import type { Findings, Reading } from "../rules/attachment.ts";

/** What was found out about a file before it is kept. */
export interface ReadFile {
  readonly format: FileFormat;
  readonly reading: Reading;
  readonly findings: Findings;
}

const LIMITS = {
  bytesMax: BYTES_MAX,
  rowsMax: 0,
  columnsMax: 0,
  cellMax: 1024 * 1024,
  ratioMax: 100,
  sheetsMax: 0,
  msMax: 10_000,
  unpackedMax: 100 * 1024 * 1024,
};
/** Characters of text that are kept in memory to be searched. */
const TEXT_MAX = 32 * 1024 * 1024;

/** What ends a stretch of text: a number may be parted over runs of one paragraph, not over two. */
const BREAKS: ReadonlySet<string> = new Set(["p", "c", "si", "tr", "tc", "br", "tab", "TextObject", "row"]);

/**
 * What a file is by its bytes, and which personal numbers its text holds. A PDF and a picture are not searched, and
 * say so. Refuses `attachments.empty`, `attachments.too-large`, `attachments.format` and `attachments.damaged` (also an
 * archive that unpacks to too much, or takes too long).
 */
export async function readFile(bytes: Buffer): Promise<Outcome<ReadFile>> {
  if (bytes.length === 0) return refused({ code: "attachments.empty", kind: "invalid" });
  if (bytes.length > BYTES_MAX) return refused({ code: "attachments.too-large", kind: "too-large" });
  const format = formatOf(bytes);
  if (format === undefined) return refused({ code: "attachments.format", kind: "invalid" });
  if (format === "zip") return readArchive(bytes);
  if (format === "txt") {
    return granted({ format, reading: "searched", findings: findingsIn(plainText(bytes) ?? "") });
  }
  return granted({ format, reading: "not-readable", findings: {} });
}

async function readArchive(bytes: Buffer): Promise<Outcome<ReadFile>> {
  const access = bufferAccess(bytes);
  const watch = new Watch(LIMITS);
  try {
    const directory = await readZipDirectory(access, watch);
    const format = archiveFormat(directory);
    if (format === undefined) return refused({ code: "attachments.format", kind: "invalid" });
    const archive = new Archive(access, watch, directory);
    const text: string[] = [];
    let whole = true;
    for (const entry of directory.values()) {
      // Every part is unpacked, so that none can hide a bomb; only those of text are searched.
      const isText = /\.(?:xml|rels)$/.test(entry.name);
      if (!isText && entry.unpacked > 0) whole = false;
      await readPart(archive.read(entry), isText ? text : undefined);
    }
    return granted({ format, reading: whole ? "searched" : "partly", findings: findingsIn(text.join("\n")) });
  } catch (error) {
    if (!(error instanceof TabularRefusal)) throw error;
    return refused({ code: "attachments.damaged", kind: "invalid" });
  }
}

/** Unpacks one part to its end, and adds its text where that is wanted. */
async function readPart(pieces: AsyncIterable<Buffer>, into: string[] | undefined): Promise<void> {
  const part = partText();
  const utf8 = new Utf8Pieces();
  for await (const piece of pieces) {
    const read = into === undefined ? "" : utf8.push(piece);
    if (read === null) throw new TabularRefusal("tabular.encoding");
    part.scanner.feed(read);
  }
  part.scanner.end();
  if (!utf8.end()) throw new TabularRefusal("tabular.encoding");
  into?.push(part.text.join(""));
}

function partText(): { readonly scanner: XmlScanner; readonly text: readonly string[] } {
  const text: string[] = [];
  let length = 0;
  const handler = {
    listens: true,
    open: () => undefined,
    close: (name: string) => {
      if (BREAKS.has(name)) text.push("\n");
    },
    text: (said: string) => {
      length += said.length;
      if (length > TEXT_MAX) throw new TabularRefusal("tabular.too-large");
      text.push(said);
    },
  };
  return { scanner: new XmlScanner(handler, LIMITS.cellMax), text };
}
