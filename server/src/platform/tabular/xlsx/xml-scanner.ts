import { TabularRefusal } from "../tabular-refusal.ts";
import { Utf8Pieces } from "../utf8.ts";

/** Receives one part's elements. Names come without namespace prefix; `attributes` is the raw text behind the name. */
export interface XmlHandler {
  /** True while text is wanted; other text is skipped undecoded. */
  readonly listens: boolean;
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

function damaged(): TabularRefusal {
  return new TabularRefusal("tabular.damaged");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function character(code: number): string {
  const isAllowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  if (!isAllowed || (code >= 0xd800 && code < 0xe000)) throw damaged();
  return String.fromCodePoint(code);
}

function entity(name: string): string {
  if (name.startsWith("#x")) return character(/^#x[0-9a-f]{1,8}$/i.test(name) ? parseInt(name.slice(2), 16) : -1);
  if (name.startsWith("#")) return character(/^#[0-9]{1,8}$/.test(name) ? Number(name.slice(1)) : -1);
  const known = Object.hasOwn(entities, name) ? entities[name] : undefined;
  if (known === undefined) throw damaged();
  return known;
}

/** Text with its entities replaced; only the five of XML and numbers exist, because no DOCTYPE is allowed. */
export function decodeXmlText(raw: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,12})(;?)/g, (_, name: string, end: string) => {
    if (end === "") throw damaged();
    return entity(name);
  });
}

const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** The attributes of one tag, one after the other. `start` makes it serve the next tag: cells come by the million. */
export class Attributes {
  #raw = "";
  #at = 0;
  name = "";
  value = "";

  start(raw: string): void {
    this.#raw = raw;
    this.#at = 0;
  }

  /** Moves to the next attribute; false when there is none. Throws for what is no attribute. */
  next(): boolean {
    const raw = this.#raw;
    const from = skipSpace(raw, this.#at);
    if (from >= raw.length) return false;
    let end = from;
    while (end < raw.length && raw.charCodeAt(end) !== EQUALS && raw.charCodeAt(end) > 0x20) end += 1;
    this.name = raw.slice(from, end);
    const equals = skipSpace(raw, end);
    if (raw.charCodeAt(equals) !== EQUALS) throw damaged();
    this.#quoted(raw, skipSpace(raw, equals + 1));
    return true;
  }

  #quoted(raw: string, at: number): void {
    const quote = raw.charCodeAt(at);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw damaged();
    let end = at + 1;
    while (end < raw.length && raw.charCodeAt(end) !== quote) end += 1;
    if (end === raw.length) throw damaged();
    this.value = raw.slice(at + 1, end);
    this.#at = end + 1;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** An attribute's decoded value by its full name (`r:id` by any prefix when `name` is `:id`); null when absent. */
export function attribute(raw: string, name: string): string | null {
  const attributes = new Attributes();
  attributes.start(raw);
  while (attributes.next()) {
    const isFound = name.startsWith(":") ? attributes.name.endsWith(name) : attributes.name === name;
    if (isFound) return decodeXmlText(attributes.value);
  }
  return null;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;

/**
 * XML in pieces to a handler's calls: elements, text, CDATA; comments and processing instructions are skipped, a
 * DOCTYPE (and with it every entity trick) is refused. It does not check that tags balance: the handler knows
 * which elements it expects where.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #tokenMax: number;
  #rest = "";

  /** `tokenMax`: characters of one tag, comment or stretch of text; longer refuses the part. */
  constructor(handler: XmlHandler, tokenMax: number) {
    this.#handler = handler;
    this.#tokenMax = tokenMax;
  }

  feed(piece: string): void {
    const text = this.#rest === "" ? piece : this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === LT ? this.#markup(text, at) : this.#plain(text, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = at === 0 ? text : text.slice(at);
    if (this.#rest.length > this.#tokenMax) throw new TabularRefusal("tabular.cell-too-long");
  }

  end(): void {
    if (this.#rest.trim() !== "") throw damaged();
  }

  /** Text up to the next tag; what nobody wants need not be waited for. */
  #plain(text: string, at: number): number {
    const end = text.indexOf("<", at);
    if (!this.#handler.listens) return end < 0 ? text.length : end;
    if (end >= 0) this.#handler.text(decodeXmlText(text.slice(at, end)));
    return end;
  }

  #markup(text: string, at: number): number {
    const code = text.charCodeAt(at + 1);
    if (code === SLASH) return this.#closing(text, at + 2);
    if (code === 0x21) return this.#declaration(text, at);
    if (code === 0x3f) return after(text, "?>", at + 2);
    return this.#element(text, at + 1);
  }

  #closing(text: string, at: number): number {
    const nameEnd = nameEndOf(text, at);
    const end = text.charCodeAt(nameEnd) === GT ? nameEnd : text.indexOf(">", nameEnd);
    if (end >= 0) this.#handler.close(localName(text, at, nameEnd));
    return end < 0 ? -1 : end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.startsWith("<!--", at)) return after(text, "-->", at + 4);
    if (text.startsWith("<![CDATA[", at)) {
      const end = text.indexOf("]]>", at + 9);
      if (end < 0) return -1;
      if (this.#handler.listens) this.#handler.text(text.slice(at + 9, end));
      return end + 3;
    }
    if (text.length - at >= 9) throw damaged();
    return -1;
  }

  #element(text: string, start: number): number {
    const nameEnd = nameEndOf(text, start);
    const end = tagEnd(text, nameEnd);
    if (end < 0) return -1;
    const name = localName(text, start, nameEnd);
    if (name === "") throw damaged();
    const isEmpty = text.charCodeAt(end - 1) === SLASH;
    this.#handler.open(name, text.slice(nameEnd, isEmpty ? end - 1 : end));
    if (isEmpty) this.#handler.close(name);
    return end + 1;
  }
}

function after(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? -1 : found + sign.length;
}

/** The `>` that ends a tag: one inside quotes does not. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GT) {
      return at;
    } else if (code === QUOTE || code === APOSTROPHE) {
      quote = code;
    }
  }
  return -1;
}

/** Where a name ends: at white space, `/`, `>` or the end of the text. */
function nameEndOf(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === SLASH || code === GT) break;
  }
  return at;
}

function localName(text: string, start: number, end: number): string {
  let from = start;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === COLON) from = at + 1;
  return text.slice(from, end);
}

/** Feeds a part's bytes to a handler, piece by piece. */
export async function scanXml(bytes: AsyncIterable<Buffer>, scanner: XmlScanner): Promise<void> {
  for await (const text of xmlText(bytes)) {
    scanner.feed(text);
  }
  scanner.end();
}

const GT_BYTE = 0x3e;
const HELD_MAX = 64 * 1024;

/**
 * A part's text, cut behind a `>` where one is near, so that the scanner rarely has to join strings: joined ones scan
 * several times slower. Workbooks are UTF-8; anything else is damage.
 */
export async function* xmlText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const pieces = new Utf8Pieces();
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    const all = held.length === 0 ? piece : Buffer.concat([held, piece]);
    const end = all.lastIndexOf(GT_BYTE) + 1;
    const cut = all.length - end > HELD_MAX ? all.length : end;
    held = all.subarray(cut);
    const text = pieces.push(all.subarray(0, cut));
    if (text === null) throw damaged();
    if (text !== "") yield text;
  }
  const last = pieces.push(held);
  if (last === null || !pieces.end()) throw damaged();
  if (last !== "") yield last;
}
