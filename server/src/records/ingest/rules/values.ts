import { excelSerialDay } from "../../../kernel/day.ts";
import { foldHeader } from "../../../kernel/fold.ts";
import { yuanToWan } from "../../../kernel/money.ts";
import type { Condition, Derivation, Field } from "../../../policy/catalogue-entry.ts";
import type { Layout } from "./layout.ts";

/** A file's cells, as the reader gave them. */
export type Cells = readonly (string | null)[];

/** White space that Excel and web forms leave at the ends of cells, the ideographic and zero-width ones included. */
const edges = /^[\s\u3000\u200b\ufeff]+|[\s\u3000\u200b\ufeff]+$/gu;

export function clean(cell: string | null | undefined): string {
  if (cell === null || cell === undefined || cell === "") return "";
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return (first > 32 && first < 0x2000 && last > 32 && last < 0x2000) || isHan(first, last)
    ? cell
    : cell.replaceAll(edges, "");
}

function isHan(first: number, last: number): boolean {
  return first >= 0x4e00 && first <= 0x9fff && last >= 0x4e00 && last <= 0x9fff;
}

/** Whether a cell holds more than white space. */
export function isFilled(cell: string | null): boolean {
  return cell !== null && cell.trim() !== "";
}

/** A short word (示例) must stand alone: a city may begin with it. A long one (填表说明) is plain enough to open a sentence. */
export function opensWith(first: string, word: string): boolean {
  if (!first.startsWith(word)) return false;
  return word.length >= 4 || !/^\p{Script=Han}/u.test(first.slice(word.length));
}

/** Marks that departments write where a day, a sum or a code is not there. */
const dashes = /^(?:[-\u2014\u2013/\\]+|N\/A|null|#N\/A|#\(\))$/iu;

function isBlankFor(field: Field, text: string, notStated: ReadonlySet<string>): boolean {
  return (
    text === "" || (field.type !== "string" && field.type !== "text" && (dashes.test(text) || notStated.has(text)))
  );
}

const documentNumber = /[\p{Script=Han}\w]\s*[[(\u3014\ufe5d\uff08\uff3b\u3010]?\s*\d{2,4}.*\u53f7\s*$/u;
const documentNumberMax = 60;

/** A template's text, or nothing when any column that it names is empty. */
function filled(template: string, column: (head: string) => string): string {
  let missing = false;
  const text = template.replaceAll(/\{([^}]+)\}/gu, (_, head: string) => {
    const value = column(head);
    missing ||= value === "";
    return value;
  });
  return missing ? "" : text;
}

const serialDay = (text: string): string =>
  /^\d{5}$/u.test(text) ? (excelSerialDay(Number(text), { dateSystem: 1900 }) ?? text) : text;

const plainDocumentNumber = (text: string): string =>
  documentNumber.test(text) && text.length <= documentNumberMax ? text : "";

function derived(derivation: Derivation, layout: Layout, cells: Cells): string {
  const column = (head: string): string => clean(cells[layout.heads.get(foldHeader(head)) ?? -1]);
  if ("template" in derivation) return filled(derivation.template, column);
  const text = column(derivation.from);
  if (layout.notStated.has(text) || ("emptyWhen" in derivation && derivation.emptyWhen?.includes(text) === true))
    return "";
  if ("unit" in derivation) return yuanToWan(text) ?? text;
  if ("excelSerial" in derivation) return serialDay(text);
  if ("shape" in derivation) return plainDocumentNumber(text);
  return text;
}

/** The text of every field that a row fills, from its columns, then from constants, then from derivations. */
export function valuesOf(layout: Layout, cells: Cells): Map<string, string> {
  const values = new Map<string, string>();
  for (const { index, field } of layout.columns) {
    const text = clean(cells[index]);
    if (!isBlankFor(field, text, layout.notStated)) values.set(field.id, text);
  }
  for (const [id, text] of Object.entries(layout.constants)) if (!values.has(id)) values.set(id, text);
  for (const derivation of layout.derivations) {
    const text = derived(derivation, layout, cells);
    if (text === "") values.delete(derivation.field);
    else values.set(derivation.field, text);
  }
  return values;
}

/** A field that names a kind or a basis, where a forbidden word makes the whole record a forbidden one. */
export function namesKind(field: Field): boolean {
  return (
    field.type === "enum" || field.type === "enum-list" || /(?:basis|kind|type|category|documentName)/iu.test(field.id)
  );
}

export function conditionHolds(when: Condition, values: ReadonlyMap<string, string>, counterpart: string): boolean {
  if ("counterpart" in when) return when.counterpart.includes(counterpart as "organisation");
  const text = values.get(when.field) ?? "";
  return "present" in when ? text !== "" : when.contains.some((word) => text.includes(word));
}

export function isWords(field: Field): boolean {
  return field.type === "string" || field.type === "text";
}
