/** What canonical bytes can be made of: RFC 8785 without floats. Decimals, days and instants travel as strings. */
export type CanonicalValue = null | boolean | number | string | readonly CanonicalValue[] | CanonicalObject;

/** An object of canonical values under ASCII keys. An absent field is written as null by the caller. */
export interface CanonicalObject {
  readonly [key: string]: CanonicalValue;
}

/** Why a value has no canonical bytes, or a text is not strict JSON. */
export type CanonicalFault =
  | "float"
  | "unsafe-integer"
  | "lone-surrogate"
  | "nul"
  | "noncharacter"
  | "non-ascii-key"
  | "duplicate-key"
  | "unsupported-value"
  | "too-deep"
  | "syntax";

/** Thrown where canonical bytes are refused. `place` names the nearest key or the offset; never the value. */
export class CanonicalError extends Error {
  readonly fault: CanonicalFault;
  readonly place: string;

  constructor(fault: CanonicalFault, place: string) {
    super(`canonical: ${fault} at ${place === "" ? "the top" : place}`);
    this.name = "CanonicalError";
    this.fault = fault;
    this.place = place;
  }
}

/** Deepest nesting that is written or read: beyond it the stack would be the caller's weapon. */
export const MAX_DEPTH = 64;

/**
 * The canonical JSON text of a value (RFC 8785): keys in order, no white space, shortest escapes, strings exactly as
 * given, without Unicode normalisation. Throws CanonicalError.
 */
export function canonicalText(value: CanonicalValue): string {
  const ordered = isOrdinary(value, 0) ? JSON.stringify(inOrder(value)) : "";
  return ordered === "" || SUSPECT_TEXT.test(ordered) ? write(value, "", 0) : ordered;
}

/** The canonical text of one string: what `canonicalText` gives, without its search for nesting. Throws CanonicalError. */
export function canonicalString(text: string): string {
  return NOT_PLAIN.test(text) ? writeString(text, "") : `"${text}"`;
}

/** A character that is escaped, or that `writeString` must look at. */
// oxlint-disable-next-line no-control-regex
const NOT_PLAIN = /["\\\u0000-\u001f\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** The canonical bytes of a value: its canonical text in UTF-8. Throws CanonicalError. */
export function canonicalBytes(value: CanonicalValue): Buffer {
  return Buffer.from(canonicalText(value), "utf8");
}

/**
 * Whether the engine's own writer gives canonical text once the keys stand in order: several times faster than ours.
 * Keys must begin with a letter, since an engine moves numeric keys to the front. Whatever is not ordinary goes to
 * `write`, which also finds the fault.
 */
function isOrdinary(value: CanonicalValue, depth: number): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  if (typeof value !== "object" || depth >= MAX_DEPTH) return false;
  return isArray(value) ? isOrdinaryArray(value, depth) : isOrdinaryObject(value, depth);
}

function isOrdinaryObject(value: CanonicalObject, depth: number): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === undefined || !ORDINARY_KEY.test(key) || !isOrdinary(item, depth + 1)) return false;
  }
  return true;
}

/** By iteration, because `every` passes over holes. */
function isOrdinaryArray(items: readonly CanonicalValue[], depth: number): boolean {
  for (const item of items) if (!isOrdinary(item, depth + 1)) return false;
  return true;
}

const ORDINARY_KEY = /^[A-Za-z][A-Za-z0-9_.-]*$/;

function inOrder(value: CanonicalValue): CanonicalValue {
  if (typeof value !== "object" || value === null) return value;
  if (isArray(value)) return value.map(inOrder);
  const keys = Object.keys(value);
  if (standsInOrder(value, keys)) return value;
  const ordered: Record<string, CanonicalValue> = {};
  for (const key of keys.sort()) ordered[key] = inOrder(value[key] ?? null);
  return ordered;
}

/** Whether a flat object was written down in order already, as half a million records of one batch are. */
function standsInOrder(value: CanonicalObject, keys: readonly string[]): boolean {
  let before = "";
  for (const key of keys) {
    const item = value[key];
    if (key <= before || (typeof item === "object" && item !== null)) return false;
    before = key;
  }
  return true;
}

/** What may be a fault in a written text: an escape by number, or a character outside the ordinary. */
const SUSPECT_TEXT = /\\u|[\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

function write(value: CanonicalValue, place: string, depth: number): string {
  switch (typeof value) {
    case "string":
      return writeString(value, place);
    case "number":
      return writeInteger(value, place);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (depth >= MAX_DEPTH) throw new CanonicalError("too-deep", place);
      return isArray(value) ? writeArray(value, place, depth) : writeObject(value, place, depth);
    default:
      throw new CanonicalError("unsupported-value", place);
  }
}

/** `Array.isArray` does not narrow a readonly array. */
function isArray(value: readonly CanonicalValue[] | CanonicalObject): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

function writeArray(value: readonly CanonicalValue[], place: string, depth: number): string {
  let text = "[";
  for (const item of value) {
    if (text.length > 1) text += ",";
    text += write(item, place, depth + 1);
  }
  return `${text}]`;
}

function writeObject(value: CanonicalObject, place: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new CanonicalError("unsupported-value", place);
  const keys = Object.keys(value).sort();
  let text = "{";
  for (const key of keys) {
    const item = value[key];
    if (item === undefined) throw new CanonicalError("unsupported-value", key);
    text += `${text.length > 1 ? "," : ""}${writeKey(key, place)}:${write(item, key, depth + 1)}`;
  }
  return `${text}}`;
}

function writeKey(key: string, place: string): string {
  if (PLAIN_KEY.test(key)) return `"${key}"`;
  if (key.includes("\0")) throw new CanonicalError("nul", place);
  if (/[^\0-\x7f]/.test(key)) throw new CanonicalError("non-ascii-key", place);
  return JSON.stringify(key);
}

/** Keys that need no escape: nearly all. */
const PLAIN_KEY = /^[A-Za-z0-9_.-]*$/;

function writeInteger(value: number, place: string): string {
  if (Number.isSafeInteger(value)) return String(value);
  throw new CanonicalError(Number.isInteger(value) ? "unsafe-integer" : "float", place);
}

function writeString(value: string, place: string): string {
  checkCharacters(value, place);
  return JSON.stringify(value);
}

/** Characters that need a closer look; most strings hold none, and one native search finds that out. */
const SUSPECT = /[\0\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** Throws CanonicalError when a string holds a lone surrogate, NUL or a noncharacter; `place` goes into the error. */
export function checkCharacters(value: string, place: string): void {
  if (!SUSPECT.test(value)) return;
  for (const character of value) {
    const point = character.codePointAt(0) ?? 0;
    if (point === 0) throw new CanonicalError("nul", place);
    if (point >= 0xd800 && point <= 0xdfff) throw new CanonicalError("lone-surrogate", place);
    if ((point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef)) {
      throw new CanonicalError("noncharacter", place);
    }
  }
}

/**
 * Reads a JSON text whose value has canonical bytes: RFC 8259 syntax, white space allowed, integers only, no
 * duplicate keys, no lone surrogates, NUL or noncharacters, ASCII keys. Throws CanonicalError.
 */
export function parseStrict(text: string): CanonicalValue {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

const WHITE = /[ \t\n\r]*/y;
const INTEGER = /-?(?:0|[1-9][0-9]*)/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): CanonicalValue {
    this.#take(WHITE);
    const first = this.#text[this.#at];
    if (first === "{" || first === "[") {
      if (depth >= MAX_DEPTH) throw this.#fault("too-deep");
      return first === "{" ? this.#object(depth) : this.#array(depth);
    }
    if (first === '"') return this.#string();
    const word = this.#take(WORD);
    if (word !== undefined) return word === "null" ? null : word === "true";
    return this.#integer();
  }

  end(): void {
    this.#take(WHITE);
    if (this.#at < this.#text.length) throw this.#fault("syntax");
  }

  #object(depth: number): CanonicalObject {
    const fields = new Map<string, CanonicalValue>();
    this.#items("}", () => {
      const key = this.#string();
      if (/[^\0-\x7f]/.test(key)) throw this.#fault("non-ascii-key");
      if (fields.has(key)) throw this.#fault("duplicate-key");
      this.#take(WHITE);
      this.#expect(":");
      fields.set(key, this.value(depth + 1));
    });
    return Object.fromEntries(fields);
  }

  #array(depth: number): readonly CanonicalValue[] {
    const items: CanonicalValue[] = [];
    this.#items("]", () => items.push(this.value(depth + 1)));
    return items;
  }

  #items(close: string, read: () => void): void {
    this.#at += 1;
    this.#take(WHITE);
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#take(WHITE);
      read();
      this.#take(WHITE);
      if (this.#text[this.#at] === close) break;
      this.#expect(",");
    }
    this.#at += 1;
  }

  #string(): string {
    const place = `offset ${this.#at}`;
    const raw = this.#take(STRING);
    if (raw === undefined) throw this.#fault("syntax");
    const value: unknown = JSON.parse(raw);
    if (typeof value !== "string") throw this.#fault("syntax");
    checkCharacters(value, place);
    return value;
  }

  #integer(): number {
    const raw = this.#take(INTEGER);
    if (raw === undefined) throw this.#fault("syntax");
    const next = this.#text[this.#at];
    if (next === "." || next === "e" || next === "E") throw this.#fault("float");
    const value = Number(raw);
    if (!Number.isSafeInteger(value)) throw this.#fault("unsafe-integer");
    return value === 0 ? 0 : value;
  }

  #expect(character: string): void {
    if (this.#text[this.#at] !== character) throw this.#fault("syntax");
    this.#at += 1;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found[0];
  }

  #fault(fault: CanonicalFault): CanonicalError {
    return new CanonicalError(fault, `offset ${this.#at}`);
  }
}
