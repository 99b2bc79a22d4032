export type TabularFormat = "csv" | "xlsx" | "ndjson" | "xls" | "zip-other" | "unknown";

/** Magic numbers of things that are sent by mistake: gzip, PDF, RAR, 7z, PNG, JPEG, GIF, bzip2, xz. */
const strangers = [
  "1f8b08",
  "25504446",
  "52617221",
  "377abcaf",
  "89504e47",
  "ffd8ff",
  "47494638",
  "425a68",
  "fd377a58",
];

/** Compound file (xls, and workbooks with a password) and the bare BIFF streams of the oldest versions. */
const oldWorkbooks = ["d0cf11e0a1b11ae1", "0908", "0904", "0902", "0900"];

/** A table saved as a web page or as XML and called .xls, as many older systems export it. */
const markup = /^<(?:!doctype|\?xml|!--|html|head|meta|style|body|div|table|workbook|[a-z]+:workbook)/i;

const HEAD = 4096;

function headText(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isUtf16Big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (isUtf16Big)
    return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
      .swap16()
      .toString("utf16le");
  return isUtf16 ? bytes.subarray(2).toString("utf16le") : bytes.toString("latin1").replace(/^\xef\xbb\xbf/, "");
}

function zipFormat(head: Buffer, name: string): TabularFormat {
  const listing = head.toString("latin1");
  if (/\[Content_Types\]\.xml|xl\/|_rels\//i.test(listing) || /\.xlsx?$/i.test(name)) return "xlsx";
  return "zip-other";
}

/** More than one NUL in ten bytes is no text in UTF-8 or GB18030. */
function isBinary(text: string): boolean {
  let nuls = 0;
  for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", at + 1)) nuls += 1;
  return nuls * 10 > text.length;
}

/** A text file may also begin with a tab (0x09): the old streams have a short length right behind it. */
function isOldWorkbook(head: Buffer, magic: string): boolean {
  if (!oldWorkbooks.some((start) => magic.startsWith(start))) return false;
  return head[0] === 0xd0 || ((head[2] ?? 0xff) < 0x20 && head[3] === 0);
}

function textFormat(text: string): TabularFormat {
  const start = text.trimStart();
  if (markup.test(start)) return "xls";
  if (isBinary(text) || /^\[\s*[{[]/.test(start)) return "unknown";
  return start.startsWith("{") ? "ndjson" : "csv";
}

/**
 * What the first bytes (4 KiB are enough) say a file is; the name only decides for a zip whose bytes do not tell.
 * `xls` also stands for web pages and XML, whatever their name: the cure is the same.
 */
export function detectFormat(firstBytes: Buffer, name = ""): TabularFormat {
  const head = firstBytes.subarray(0, HEAD);
  const magic = head.subarray(0, 8).toString("hex");
  if (magic.startsWith("504b0304") || magic.startsWith("504b0506")) return zipFormat(head, name);
  if (isOldWorkbook(head, magic)) return "xls";
  if (strangers.some((start) => magic.startsWith(start))) return "unknown";
  return textFormat(headText(head));
}
