// A recipient's copy as it shows it: own ids, last days, content digests, from CSV or NDJSON.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { fault, reasonOf } from "./fault.ts";
import { fieldsOf } from "./fields.ts";

/** What a recipient shows of one statement, or ought to. */
export interface Shown {
  /** `YYYY-MM-DD`; null: no fixed end. */
  readonly shownUntil: string | null;
  /** SHA-256 of the content, 64 hex digits. */
  readonly digest: string;
}

/** A whole copy. */
export interface Copies {
  /** By own id. */
  readonly shown: ReadonlyMap<string, Shown>;
  /** Own ids that stand more than once. */
  readonly twice: readonly string[];
}

const idShape = /^[0-9a-f]{32}$/;
const digestShape = /^[0-9a-f]{64}$/;
const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const byteOrderMark = /^\ufeff/;

type Reader = (line: string) => Readonly<Record<string, unknown>>;

/** None of the three columns ever holds a comma or a quotation mark, so a line is cut at its commas. */
function csvReader(head: string): Reader {
  const names = head.split(",").map(unquoted);
  return (line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at] ?? "", unquoted(cell)]));
}

function unquoted(cell: string): string {
  return cell.trim().replaceAll(/^"|"$/g, "");
}

function jsonReader(line: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(line));
  } catch {
    return {};
  }
}

function shownIn(fields: Readonly<Record<string, unknown>>): (Shown & { readonly id: string }) | undefined {
  const { id, digest } = fields;
  const until = fields["shownUntil"] === "" ? null : (fields["shownUntil"] ?? null);
  if (typeof id !== "string" || !idShape.test(id)) return undefined;
  if (typeof digest !== "string" || !digestShape.test(digest)) return undefined;
  if (until !== null && (typeof until !== "string" || !dayShape.test(until))) return undefined;
  return { id, digest, shownUntil: until };
}

interface Line {
  /** From 1. */
  readonly row: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Lines with something in them; the first of a CSV names the columns. */
async function* linesOf(file: string): AsyncGenerator<Line> {
  const input = createReadStream(file, "utf8");
  let read: Reader | undefined;
  let row = 0;
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    row += 1;
    const line = raw.replace(byteOrderMark, "");
    if (line.trim() === "") continue;
    const isHead = read === undefined && !line.startsWith("{");
    read ??= isHead ? csvReader(line) : jsonReader;
    if (!isHead) yield { row, fields: read(line) };
  }
}

/** Reads a copy line by line. Throws Fault `cli.file-unreadable`, `cli.bad-copy`. */
export async function readCopies(file: string): Promise<Copies> {
  const shown = new Map<string, Shown>();
  const twice = new Set<string>();
  try {
    for await (const { row, fields } of linesOf(file)) {
      const one = shownIn(fields);
      if (one === undefined) throw fault({ code: "cli.bad-copy", values: { file, row } });
      const { id, ...rest } = one;
      if (shown.has(id)) twice.add(id);
      shown.set(id, rest);
    }
  } catch (error) {
    throw error instanceof Error && "syscall" in error
      ? fault({ code: "cli.file-unreadable", values: { file, reason: reasonOf(error) } })
      : error;
  }
  return { shown, twice: [...twice] };
}
