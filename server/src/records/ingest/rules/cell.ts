import { parseDay, readDay } from "../../../kernel/day.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import { parseDecimal } from "../../../kernel/money.ts";
import type { Field } from "../../../policy/catalogue-entry.ts";
import type { FieldValue } from "../../statements/index.ts";

/** A cell read by its field's type, or the reason why it cannot be read. */
export type CellReading =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly code: RefusalCode; readonly values: Readonly<Record<string, string>> };

export type CellReader = (text: string) => CellReading;

const decimalDigits = 18;
/** The ideographic comma, in which Chinese sentences list things. */
const listMark = "\u3001";
/** Semicolons; then commas and slashes too; then ideographic commas too. Full-width forms are \uff1b and \uff0c. */
const separators = [/[;|\uff1b]/u, /[;|,/\uff1b\uff0c]/u, /[;|,/\uff1b\uff0c\u3001]/u];
const value = (read: FieldValue): CellReading => ({ ok: true, value: read });
const fault = (code: RefusalCode, values: Readonly<Record<string, string>> = {}): CellReading => ({
  ok: false,
  code,
  values,
});

function readText(field: Field): CellReader {
  const { lengthMax } = field;
  if (lengthMax === null) return value;
  return (text) =>
    text.length > lengthMax && [...text].length > lengthMax
      ? fault("ingest.too-long", { lengthMax: String(lengthMax) })
      : value(text);
}

/** Accepts a listed value, one of its synonyms, or a prefix that wants an explanation after it (其他-…). */
function enumMember(field: Field, text: string): string | undefined {
  const values = field.values ?? [];
  const official = field.synonyms[text] ?? text;
  if (values.includes(official)) return official;
  return values.some((one) => one.endsWith("-") && official.startsWith(one) && official.length > one.length)
    ? official
    : undefined;
}

function readEnum(field: Field): CellReader {
  const allowed = (field.values ?? []).join(listMark);
  return (text) => {
    const member = enumMember(field, text);
    return member === undefined ? fault("ingest.not-in-enumeration", { allowed }) : value(member);
  };
}

/**
 * A list of kinds in one cell. The separators of the standard are accepted, from the strictest to the loosest, but an official
 * value that itself holds one is tried whole first.
 */
function readEnumList(field: Field): CellReader {
  const allowed = (field.values ?? []).join(listMark);
  return (text) => {
    const whole = enumMember(field, text);
    if (whole !== undefined) return value([whole]);
    const members = splitList(field, text);
    return members === undefined ? fault("ingest.not-in-enumeration", { allowed }) : value(members);
  };
}

function splitList(field: Field, text: string): string[] | undefined {
  for (const separator of separators) {
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const members = parts.map((part) => enumMember(field, part));
    if (members.length > 0 && members.every((member) => member !== undefined))
      return [...new Set(members.filter((member) => member !== undefined))];
  }
  return undefined;
}

function readDate(): CellReader {
  return (text) => {
    const plain = parseDay(text);
    if (plain !== undefined) return value(plain);
    const read = readDay(text);
    if (read.ok) return value(read.day);
    return fault(read.reason === "impossible" ? "ingest.date-impossible" : "ingest.date-shape");
  };
}

function readDecimal(field: Field): CellReader {
  const scale = field.scale ?? 0;
  return (text) => {
    const read = parseDecimal(text, { precision: decimalDigits, scale });
    return read.ok ? value(read.value) : fault("ingest.not-a-number", { scale: String(scale) });
  };
}

/** The reader of a field's cells, made once per column. Codes are judged apart, with all they could be mistaken for. */
export function readerOf(field: Field): CellReader {
  switch (field.type) {
    case "enum":
      return field.values === null ? readText(field) : readEnum(field);
    case "enum-list":
      return field.values === null ? readText(field) : readEnumList(field);
    case "date":
      return readDate();
    case "decimal":
    case "integer":
      return readDecimal(field);
    default:
      return readText(field);
  }
}
