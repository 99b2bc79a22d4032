// What a file is by its bytes. Its name is never believed, nor kept.
export const FILE_FORMATS = ["pdf", "png", "jpeg", "docx", "xlsx", "ofd", "txt"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What an archive is by the part that only it has. */
export type ArchiveFormat = "docx" | "xlsx" | "ofd";

const MAGIC: readonly (readonly [string, FileFormat | "zip"])[] = [
  ["255044462d", "pdf"],
  ["89504e470d0a1a0a", "png"],
  ["ffd8ff", "jpeg"],
  ["504b0304", "zip"],
];

/** What the first bytes say; a zip is opened to know more. Undefined for what may not be attached. */
export function formatOf(bytes: Uint8Array): FileFormat | "zip" | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  const known = MAGIC.find(([magic]) => head.startsWith(magic));
  if (known !== undefined) return known[1];
  return plainText(bytes) === undefined ? undefined : "txt";
}

/** Which office document an archive is, by its part names in lower case; with macros in it, none. */
export function archiveFormat(parts: { has(name: string): boolean }): ArchiveFormat | undefined {
  if (parts.has("ofd.xml")) return "ofd";
  if (parts.has("word/vbaproject.bin") || parts.has("xl/vbaproject.bin")) return undefined;
  if (parts.has("word/document.xml")) return "docx";
  return parts.has("xl/workbook.xml") ? "xlsx" : undefined;
}

// oxlint-disable-next-line no-control-regex -- a text with any of these is none
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
/** What a browser or an office program could run. */
const MARKUP = /^\s*<(?:!doctype|\?xml|html|head|svg|script|body)/i;

/** The characters of a plain text in UTF-8 or GB 18030; undefined for anything else. */
export function plainText(bytes: Uint8Array): string | undefined {
  for (const encoding of ["utf-8", "gb18030"]) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return text === "" || CONTROLS.test(text) || MARKUP.test(text) ? undefined : text;
  }
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Media type that a file is served under. */
export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ofd: "application/ofd",
  txt: "text/plain; charset=utf-8",
};

/** Heads of an answer that hands a file out: it is saved, never shown within the platform's own pages. */
export function servingHeads(file: {
  readonly no: number;
  readonly format: FileFormat;
}): Readonly<Record<string, string>> {
  return {
    // A text that came in GB 18030 is not said to be in UTF-8.
    "content-type": file.format === "txt" ? "application/octet-stream" : MEDIA_TYPES[file.format],
    "content-disposition": `attachment; filename="attachment-${file.no}.${file.format}"`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "no-store",
  };
}
