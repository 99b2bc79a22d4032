import type { Fault } from "./fault.ts";
import { hole, stringsOf } from "./source.ts";
import type { Source } from "./source.ts";
import { indexOfWords, isSign, isWord, sqlWords, statementsOf } from "./sql-words.ts";
import type { Word } from "./sql-words.ts";

/** Pure rules that compile one predicate out of policy: the only code besides stores that writes SQL. */
const compilesSql = "server/src/views/visibility/rules/compile.ts";

const clocks: Readonly<Record<string, boolean>> = {
  now: true,
  clock_timestamp: true,
  statement_timestamp: true,
  transaction_timestamp: true,
  timeofday: true,
  current_date: false,
  current_time: false,
  current_timestamp: false,
  localtime: false,
  localtimestamp: false,
};

/** Functions that PostgreSQL 15 does not have. */
const tooNew = new Set([
  "any_value",
  "array_sample",
  "array_shuffle",
  "random_normal",
  "json_table",
  "json_exists",
  "json_value",
  "json_query",
  "json_scalar",
  "json_serialize",
  "uuidv4",
  "uuidv7",
  "array_reverse",
  "array_sort",
  "casefold",
]);

const sqlOpening =
  /^\s*(with\s+[\w\s]+(\([^)]*\)\s*)?as\b|select\b|insert\s+into\b|update\s+\S+[\s\S]*\bset\b|delete\s+from\b|copy\s+\S+[\s\S]*\b(from|to)\b|create\s+(or|temp|temporary|unlogged|table|index|unique|view|materialized|schema|trigger|role|database|function)\b|alter\s+(table|view|role|schema|index)\b|drop\s+(table|view|index|schema|database|role)\b|truncate\b|lock\s+table\b|merge\s+into\b)/i;
const tableWords = ["from", "join", "into", "update", "table", "copy", "only", "using", "truncate", "references"];

/** Whether a string of the code is SQL: it opens as a statement does. A sentence begins with a capital letter, SQL never does. */
export function isSql(text: string): boolean {
  const isProse = /^\s*[A-Z][a-z]/.test(text) || /^\s*\w+\s*$/.test(text);
  return sqlOpening.test(text) && !isProse;
}

/** Whether a string is a part of SQL that names a table of a known schema. */
function isFragment(text: string, schemas: ReadonlySet<string>): boolean {
  const named = /\b(?:from|join|into|update)\s+([a-z_]+)\.[a-z_]+/gi;
  return [...text.matchAll(named)].some((match) => schemas.has((match[1] ?? "").toLowerCase()));
}

/** The schemas that the migrations make. */
export function schemasOf(migrations: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sql of migrations.values()) {
    for (const words of statementsOf(sqlWords(sql))) {
      if (!isWord(words[0], "create") || !isWord(words[1], "schema")) continue;
      found.add(words[isWord(words[2], "if") ? 5 : 2]?.text ?? "");
    }
  }
  return found;
}

/** Faults of the SQL that stands in one source file: whose tables it names, and what no SQL of ours may say. */
export function sourceSqlFaults(source: Source, schemas: ReadonlySet<string>): readonly Fault[] {
  // database makes databases and roles; exchange reads tables of others, whose names an operator gives.
  const isDatabase = /^server\/src\/platform\/(database|exchange)\//.test(source.path);
  const reach = { schemas, owned: ownedBy(source.path) };
  const isPlace = mayHoldSql(source.path);
  const found: Fault[] = [];
  for (const piece of stringsOf(source)) {
    if (!isSql(piece.text) && !isFragment(piece.text, schemas)) continue;
    const words = sqlWords(piece.text.replaceAll(hole, " ? "));
    const at = (line: number, rule: string, message: string): void => {
      found.push({ file: source.path, line: piece.line + line - 1, rule, message });
    };
    if (!isPlace) at(1, "sql-place", "SQL stands in store.ts; service.ts and jobs.ts may hold it too. Move it there.");
    if (!isDatabase) openTableFaults(words, at);
    foreignTableFaults(words, reach, at);
    wordFaults(words, at);
  }
  return found;
}

const slicePath = /^server\/src\/(?:foundation|records|views)\/([^/]+)\//;

function ownedBy(path: string): readonly string[] {
  const slice = slicePath.exec(path)?.[1];
  return slice === undefined ? [] : [slice.replaceAll("-", "_")];
}

function mayHoldSql(path: string): boolean {
  return !slicePath.test(path) || /\/(store|service|jobs)(\.ts$|\/)/.test(path) || path === compilesSql;
}

/** Faults of one migration beyond its tables: clocks, triggers, words newer than PostgreSQL 15. */
export function migrationSqlFaults(file: string, sql: string): readonly Fault[] {
  const found: Fault[] = [];
  wordFaults(sqlWords(sql), (line, rule, message) => found.push({ file, line, rule, message }));
  return found;
}

type Report = (line: number, rule: string, message: string) => void;

/** A table name that is put together at run time cannot be checked, nor read. */
function openTableFaults(words: readonly Word[], report: Report): void {
  words.forEach((word, at) => {
    if (!isWord(word, "from", "join", "into", "update", "table", "copy") || !isSign(words[at + 1], "?")) return;
    report(word.line, "sql-open", `the table after "${word.text}" is put together at run time: name it in the open.`);
  });
}

interface Reach {
  readonly schemas: ReadonlySet<string>;
  readonly owned: readonly string[];
}

function isForeign(word: Word, reach: Reach): boolean {
  return word.kind === "word" && reach.schemas.has(word.text) && !reach.owned.includes(word.text);
}

function foreignTableFaults(words: readonly Word[], reach: Reach, report: Report): void {
  words.forEach((word, at) => {
    const isQualified = isSign(words[at + 1], ".") && !isSign(words[at - 1], ".");
    if (!isQualified || !isForeign(word, reach)) return;
    const table = words[at + 2]?.text ?? "";
    if (table.startsWith("pub_")) {
      if (isWord(words[at - 1], "into", "update")) {
        report(
          word.line,
          "foreign-table",
          `${word.text}.${table} is a view of another slice: it is read, never written.`,
        );
      }
      return;
    }
    const isTable = isWord(words[at - 1], ...tableWords);
    const cure = isTable
      ? `ask ${word.text} through its door, or read a view it publishes as ${word.text}.pub_<name>.`
      : `if ${word.text} is an alias here, give it another name: aliases are not called like schemas.`;
    report(word.line, "foreign-table", `${word.text}.${table} belongs to another slice: ${cure}`);
  });
}

function wordFaults(words: readonly Word[], report: Report): void {
  words.forEach((word, at) => {
    if (word.kind !== "word" || isSign(words[at - 1], ".")) return;
    const isCall = isSign(words[at + 1], "(");
    if (readsClock(word.text, isCall)) {
      report(
        word.line,
        "sql-clock",
        `${word.text} reads the server's clock: pass the day or the instant as a parameter.`,
      );
    }
    if (isCall && tooNew.has(word.text))
      report(word.line, "sql-dialect", `${word.text}() is newer than PostgreSQL 15.`);
  });
  const trigger = ["trigger", "rule"].find((kind) => makes(words, kind));
  if (trigger !== undefined) {
    report(
      words[0]?.line ?? 1,
      "sql-trigger",
      `a ${trigger} cannot be distributed and hides a write: let the service write it in its transaction.`,
    );
  }
  for (const text of words) {
    if (text.kind !== "text" || !/^'(now|today|yesterday|tomorrow)'$/i.test(text.text)) continue;
    report(
      text.line,
      "sql-clock",
      `${text.text} reads the server's clock: pass the day or the instant as a parameter.`,
    );
  }
}

function readsClock(word: string, isCall: boolean): boolean {
  const needsCall = Object.hasOwn(clocks, word) ? clocks[word] : undefined;
  return needsCall === false || (needsCall === true && isCall);
}

function makes(words: readonly Word[], kind: string): boolean {
  return statementsOf(words).some((statement) => {
    const at = indexOfWords(statement, [kind]);
    return (
      isWord(statement[0], "create") &&
      at > 0 &&
      at <= 4 &&
      statement.slice(1, at).every((word) => isWord(word, "or", "replace", "constraint"))
    );
  });
}
