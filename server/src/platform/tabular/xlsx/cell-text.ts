import { hasControls, type CellNoteKind } from "../table.ts";

/** Spreadsheets keep 15 digits; what has more was already rounded, or is about to be by the next program. */
const DIGITS_KEPT = 15;

export interface CellText {
  readonly text: string;
  readonly note?: CellNoteKind;
}

export function noteControls(text: string): CellText {
  return hasControls(text) ? { text, note: "control-characters" } : { text };
}

/** Characters that one escaped character takes. */
export const ESCAPED = 7;

/** `_x000d_` is how workbooks write a character that XML cannot hold; `_x005f_` is the underscore itself. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A finite number as plain decimal text, never in scientific notation. */
function plainDecimal(value: number): string {
  const text = String(value);
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (found === null) return text;
  const [, sign = "", first = "", fraction = "", power = "0"] = found;
  const digits = first + fraction;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0")}`;
}

/** Already its own shortest text, and within the digits kept. */
const plainInteger = /^(?:0|-?[1-9][0-9]{0,14})$/;

/**
 * A number cell's text: the shortest that is the same number (`15150.0` → `15150`, `0.10000000000000001` → `0.1`).
 * With more than 15 digits, as with a code typed as a number, it is given exactly as stored, and noted.
 */
export function numberText(stored: string): CellText {
  if (plainInteger.test(stored)) return { text: stored };
  const trimmed = stored.trim();
  const value = Number(trimmed);
  if (trimmed === "" || !Number.isFinite(value)) return { text: stored };
  const text = plainDecimal(value);
  const digits = text.replace(/^-?0*\.?0*/, "").replace(".", "").length;
  if (digits > DIGITS_KEPT) return { text: trimmed, note: "number-precision-lost" };
  return { text };
}

const DAY_SECONDS = 86_400;
/** 9999-12-31 in the 1900 system. */
const LAST_SERIAL = 2_958_465;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** Midnight of the day; null for the 1900 system's day 0 and its 29 February 1900, which never was. */
function dayText(days: number, is1904: boolean): string | null {
  if (!is1904 && (days === 0 || days === 60)) return null;
  const shift = !is1904 && days < 60 ? 1 : 0;
  const at = (is1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * DAY_SECONDS * 1000;
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * A serial day or time as ISO text: `YYYY-MM-DD`, with a time of day `YYYY-MM-DDTHH:MM:SS`, a time alone `HH:MM:SS`.
 * A serial that is no day stays as it is, noted.
 */
export function serialText(stored: string, is1904: boolean): CellText {
  const serial = Number(stored);
  const impossible: CellText = { text: numberText(stored).text, note: "date-impossible" };
  if (stored.trim() === "" || !(serial >= 0 && serial < LAST_SERIAL + 1)) return impossible;
  const seconds = Math.round(serial * DAY_SECONDS);
  const time = clock(seconds % DAY_SECONDS);
  if (serial > 0 && seconds < DAY_SECONDS) return { text: time, note: "date-serial" };
  const day = dayText(Math.floor(seconds / DAY_SECONDS), is1904);
  if (day === null || day.length !== 10) return impossible;
  return { text: seconds % DAY_SECONDS === 0 ? day : `${day}T${time}`, note: "date-serial" };
}

/** Formats that every spreadsheet knows by number: days and times, those of Chinese versions included. */
export function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a custom format shows days or times: a y, m, d, h or s outside quotes, escapes and brackets. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./gs, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, "");
  const [first = ""] = bare.split(";");
  if (/^\s*general\s*$/i.test(first)) return false;
  return /[ymdhs]/i.test(first.replace(/am\/pm|a\/p/gi, "h"));
}
