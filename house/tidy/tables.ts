import type { Fault } from "./fault.ts";
import { indexOfWords, isSign, isWord, listOf, sqlWords, statementsOf, within } from "./sql-words.ts";
import type { Word } from "./sql-words.ts";

/** How a table is laid over a cluster: by subject, copied everywhere, or on the coordinator alone. */
export type TableClass = "distributed" | "reference" | "local";

/** A primary key, unique key or foreign key as a migration states it. */
export interface Key {
  readonly kind: "primary key" | "unique" | "foreign key" | "exclude";
  readonly columns: readonly string[];
  /** `schema.table` that a foreign key points to. */
  readonly target?: string;
  readonly line: number;
}

export interface Table {
  readonly name: string;
  readonly schema: string;
  readonly file: string;
  readonly line: number;
  readonly tableClass: TableClass | undefined;
  readonly columns: readonly string[];
  readonly keys: readonly Key[];
}

const classComment = /--\s*class:\s*(distributed|reference|local)\s*$/;

/** Reads the tables that the migrations make, with the keys that later migrations add. */
export function readTables(migrations: ReadonlyMap<string, string>): readonly Table[] {
  const tables = new Map<string, Table>();
  for (const [file, sql] of migrations) {
    for (const words of statementsOf(sqlWords(sql))) {
      const made = madeTable(file, sql, words);
      if (made !== undefined) tables.set(made.name, made);
      for (const added of addedKeys(words)) {
        const table = tables.get(added.table);
        if (table !== undefined) tables.set(table.name, { ...table, keys: [...table.keys, added.key] });
      }
    }
  }
  return [...tables.values()];
}

function madeTable(file: string, sql: string, words: readonly Word[]): Table | undefined {
  const make = indexOfWords(words, ["table"]);
  const isMade = isWord(words[0], "create") && make > 0 && make <= 2 && !isWord(words[1], "temp", "temporary");
  if (!isMade) return undefined;
  const named = qualifiedName(words, isWord(words[make + 1], "if") ? make + 4 : make + 1);
  const line = words[0]?.line ?? 0;
  const base = { name: named.name, schema: named.schema, file, line, tableClass: classAbove(sql, line) };
  const open = words.findIndex((word, at) => at >= named.next && isSign(word, "("));
  if (open < 0 || isWord(words[named.next], "partition")) return { ...base, columns: [], keys: [] };
  const parts = listOf(within(words, open).inner);
  const columns = parts.filter((part) => !isConstraint(part)).map((part) => part[0]?.text ?? "");
  return { ...base, columns, keys: parts.flatMap((part) => keysOf(part)) };
}

/** The class in the comment block that stands directly above a line. */
function classAbove(sql: string, line: number): TableClass | undefined {
  const lines = sql.split("\n");
  for (let at = line - 2; at >= 0 && /^\s*--/.test(lines[at] ?? ""); at--) {
    const found = classComment.exec(lines[at] ?? "")?.[1];
    if (found === "distributed" || found === "reference" || found === "local") return found;
  }
  return undefined;
}

function qualifiedName(words: readonly Word[], at: number): { name: string; schema: string; next: number } {
  const first = words[at]?.text ?? "";
  if (!isSign(words[at + 1], ".")) return { name: first, schema: "public", next: at + 1 };
  return { name: `${first}.${words[at + 2]?.text ?? ""}`, schema: first, next: at + 3 };
}

function isConstraint(part: readonly Word[]): boolean {
  return isWord(part[0], "primary", "unique", "foreign", "constraint", "check", "exclude", "like");
}

/** The keys that one line of a table states, as constraint or beside a column. */
function keysOf(part: readonly Word[]): readonly Key[] {
  const line = part[0]?.line ?? 0;
  const column = isConstraint(part) ? [] : [part[0]?.text ?? ""];
  const found: Key[] = [];
  for (const [kind, ...words] of keyWords) {
    const at = indexOfWords(part, words);
    if (at >= 0) found.push({ kind, columns: columnsAfter(part, at + words.length) ?? column, line });
  }
  return [...found, ...foreignKeyOf(part, column)];
}

function foreignKeyOf(part: readonly Word[], column: readonly string[]): readonly Key[] {
  const reference = indexOfWords(part, ["references"]);
  if (reference < 0) return [];
  const target = qualifiedName(part, reference + 1).name;
  const foreign = indexOfWords(part, ["foreign", "key"]);
  const columns = foreign < 0 ? column : (columnsAfter(part, foreign + 2) ?? column);
  return [{ kind: "foreign key", columns, target, line: part[0]?.line ?? 0 }];
}

const keyWords = [
  ["primary key", "primary", "key"],
  ["unique", "unique"],
  ["exclude", "exclude"],
] as const;

function columnsAfter(part: readonly Word[], at: number): readonly string[] | undefined {
  const open = isSign(part[at], "(") ? at : -1;
  if (open < 0) return undefined;
  return listOf(within(part, open).inner).map((names) => names[0]?.text ?? "");
}

/** Keys from `alter table ... add` and `create unique index`. */
function addedKeys(words: readonly Word[]): readonly { readonly table: string; readonly key: Key }[] {
  if (isWord(words[0], "alter") && isWord(words[1], "table")) {
    const named = qualifiedName(words, isWord(words[2], "only") ? 3 : 2);
    return listOf(words.slice(named.next))
      .filter((part) => isWord(part[0], "add"))
      .flatMap((part) => keysOf(part.slice(isWord(part[1], "column") ? 2 : 1)))
      .map((key) => ({ table: named.name, key }));
  }
  if (!isWord(words[0], "create") || !isWord(words[1], "unique") || !isWord(words[2], "index")) return [];
  const on = indexOfWords(words, ["on"]);
  const named = qualifiedName(words, on + 1);
  const open = words.findIndex((word, at) => at >= named.next && isSign(word, "("));
  const columns = columnsAfter(words, open) ?? [];
  return [{ table: named.name, key: { kind: "unique", columns, line: words[0]?.line ?? 0 } }];
}

/** What keeps a table from being laid over a cluster by subject, or ties two slices together. */
export function tableFaults(tables: readonly Table[]): readonly Fault[] {
  const classes = new Map(tables.map((table) => [table.name, table.tableClass]));
  return tables.flatMap((table) => {
    const at = (line: number, rule: string, message: string): Fault => ({ file: table.file, line, rule, message });
    const found: Fault[] = [];
    if (table.tableClass === undefined) {
      found.push(
        at(
          table.line,
          "table-class",
          `${table.name} has no class: write "-- class: distributed | reference | local" directly above it.`,
        ),
      );
    }
    if (table.tableClass === "distributed") found.push(...distributedFaults(table, classes, at));
    found.push(...foreignFaults(table, classes, at));
    return found;
  });
}

type At = (line: number, rule: string, message: string) => Fault;
type Classes = ReadonlyMap<string, TableClass | undefined>;

function distributedFaults(table: Table, classes: Classes, at: At): readonly Fault[] {
  const found: Fault[] = [];
  if (table.columns.length > 0 && !table.columns.includes("subject")) {
    found.push(at(table.line, "subject-column", `${table.name} is distributed but has no column subject.`));
  }
  if (table.columns.includes("uscc")) {
    found.push(
      at(table.line, "subject-column", `${table.name} has a column uscc: the distribution column is called subject.`),
    );
  }
  if (table.columns.length > 0 && !table.keys.some((key) => key.kind === "primary key")) {
    found.push(
      at(table.line, "subject-key", `${table.name} has no primary key: give it one that begins with subject.`),
    );
  }
  for (const key of table.keys) {
    const isToReference = key.target !== undefined && classes.get(key.target) === "reference";
    if (key.columns[0] === "subject" || isToReference) continue;
    const columns = key.columns.join(", ");
    found.push(
      at(
        key.line,
        "subject-key",
        `${key.kind} (${columns}) of ${table.name} must begin with subject, or it cannot be distributed.`,
      ),
    );
  }
  return found;
}

function foreignFaults(table: Table, classes: Classes, at: At): readonly Fault[] {
  return table.keys.flatMap((key) => {
    if (key.target === undefined) return [];
    const isForeign = !key.target.startsWith(`${table.schema}.`);
    if (isForeign && key.target !== "subject.subject") {
      return [
        at(
          key.line,
          "foreign-key",
          `${table.name} points to ${key.target}: across schemas only subject.subject may be pointed to.`,
        ),
      ];
    }
    if (table.tableClass !== "distributed" && classes.get(key.target) === "distributed") {
      return [
        at(key.line, "foreign-key", `${table.name} is not distributed and cannot point to ${key.target}, which is.`),
      ];
    }
    return [];
  });
}
