import { foldHeader } from "../../../kernel/fold.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { CarriedOver, CatalogueEntry, Derivation, Field, Mapping } from "../../../policy/catalogue-entry.ts";
import type { ForbiddenKind } from "../../../policy/forbidden-kind.ts";

/** The ideographic comma, in which Chinese sentences list things. */
const listMark = "\u3001";

/** A column of the file and the field it fills. */
export interface BoundColumn {
  readonly index: number;
  readonly field: Field;
}

/** How a file's columns become an entry's fields: made once per head, used for every row under it. */
export interface Layout {
  readonly entry: CatalogueEntry;
  readonly profile: Mapping["profile"];
  readonly columns: readonly BoundColumn[];
  readonly constants: Readonly<Record<string, string>>;
  readonly derivations: readonly Derivation[];
  /** Folded head → column, for derivations that read columns which are no fields. */
  readonly heads: ReadonlyMap<string, number>;
  readonly unknownHeads: readonly string[];
  /** How an old platform kept the records of the file; null for what is sent for the first time. */
  readonly carriedOver: CarriedOver | null;
  /** Columns of scores that were left where they came from, by their heads. */
  readonly scores: readonly string[];
  /** Words that mean "not stated" where a day, a sum or a code should stand. */
  readonly notStated: ReadonlySet<string>;
}

/** Every head by which a field is known, folded: the official name, the id, the codes of both generations. */
export function headsOf(entry: CatalogueEntry): Map<string, Field> {
  const heads = new Map<string, Field>();
  for (const field of entry.fields) {
    for (const name of [field.zh, field.id, ...field.names]) heads.set(foldHeader(name), field);
  }
  return heads;
}

function boundFields(columns: readonly BoundColumn[], mapping: Mapping | null): Set<string> {
  return new Set([
    ...columns.map((column) => column.field.id),
    ...Object.keys(mapping?.constants ?? {}),
    ...(mapping?.derivations ?? []).map((derivation) => derivation.field),
  ]);
}

/** Columns without which no row could name its subject or its content. */
function missingColumns(entry: CatalogueEntry, profile: Mapping["profile"], bound: Set<string>): string[] {
  const { roles } = entry;
  const identity = [roles.subjectName].filter((id) => !bound.has(id));
  const needed = entry.fields.filter(
    (field) => !field.personal && (profile === "legacy" ? field.requiredLegacy : field.required === "always"),
  );
  const code = bound.has(roles.subjectCode) || bound.has(roles.subjectName) ? [] : [roles.subjectCode];
  const missing = new Set([
    ...identity,
    ...code,
    ...needed.map((field) => field.id).filter((id) => !bound.has(id) && !isDerivable(entry, id)),
  ]);
  return entry.fields.filter((field) => missing.has(field.id)).map((field) => field.zh);
}

/** Heads without which nobody could say how an old platform kept a record. */
function missingCarried(carriedOver: CarriedOver | null, heads: readonly string[]): string[] {
  if (carriedOver === null) return [];
  const { until: _until, ...named } = carriedOver;
  return Object.values(named).filter((head): head is string => head !== null && !heads.includes(foldHeader(head)));
}

/** The provider is known from who sends, so its columns may be left out. */
function isDerivable(entry: CatalogueEntry, id: string): boolean {
  return id === "sourceUnit" || id === "sourceUnitCode" || id === entry.roles.counterpart;
}

function forbiddenHead(
  heads: readonly string[],
  forbidden: readonly ForbiddenKind[],
): { head: string; kind: ForbiddenKind } | undefined {
  for (const kind of forbidden) {
    const head = heads.find((one) => kind.asKind.some((word) => one.includes(foldHeader(word))));
    if (head !== undefined) return { head, kind };
  }
  return undefined;
}

type Bound = Pick<Layout, "columns" | "unknownHeads" | "scores">;

/** Columns in which an old platform keeps scores: no entry has a place for one, and none is made. */
function scoresAmong(mapping: Mapping | null, heads: readonly string[], words: readonly string[]): readonly string[] {
  if (mapping === null || mapping.carriedOver === null) return [];
  return heads.filter((head) => words.some((word) => foldHeader(head).includes(foldHeader(word))));
}

/** The field of a folded head by the mapping or the entry; null for one that is received and ignored. */
function fieldsByHead(entry: CatalogueEntry, mapping: Mapping | null): (head: string) => Field | null | undefined {
  const known = headsOf(entry);
  const mapped = new Map(Object.entries(mapping?.columns ?? {}).map(([head, id]) => [foldHeader(head), id]));
  return (head) => {
    if (mapped.has(head)) return entry.fields.find((one) => one.id === mapped.get(head)) ?? null;
    return head === "" ? null : known.get(head);
  };
}

/** Gives each head its field. Two different heads for one field are refused: which of them would count is a guess. */
function bindHeads(
  entry: CatalogueEntry,
  mapping: Mapping | null,
  { heads: raw, scoreHeads }: Pick<FileHeads, "heads" | "scoreHeads">,
): Outcome<Bound> {
  const scores = scoresAmong(mapping, raw, scoreHeads);
  const fieldOf = fieldsByHead(entry, mapping);
  const columns: BoundColumn[] = [];
  const unknownHeads: string[] = [];
  const taken = new Map<string, string>();
  for (const [index, text] of raw.entries()) {
    if (scores.includes(text)) continue;
    const head = foldHeader(text);
    const field = fieldOf(head);
    if (field === undefined) unknownHeads.push(text);
    if (field === undefined || field === null) continue;
    const other = taken.get(field.id);
    if (other === undefined) columns.push({ index, field });
    else if (other !== head) {
      return refused({
        code: "ingest.ambiguous-columns",
        kind: "invalid",
        values: { field: field.zh, columns: `${other}${listMark}${head}` },
      });
    }
    taken.set(field.id, head);
  }
  return granted({ columns, unknownHeads, scores });
}

/** The heads of a file, and the words by which some of them are known. */
export interface FileHeads {
  readonly heads: readonly string[];
  readonly forbidden: readonly ForbiddenKind[];
  readonly notStated: readonly string[];
  readonly scoreHeads: readonly string[];
}

/**
 * Binds a file's heads to an entry's fields, through line breaks, spaces and full-width forms.
 * Refused: a forbidden kind as a column, two columns for one field, no column for what identifies a record.
 */
export function bindLayout(entry: CatalogueEntry, mapping: Mapping | null, file: FileHeads): Outcome<Layout> {
  const heads = file.heads.map(foldHeader);
  const forbidden = forbiddenHead(heads, file.forbidden);
  if (forbidden !== undefined) {
    const { source, article } = forbidden.kind.basis;
    return refused({
      code: "ingest.forbidden-column",
      kind: "forbidden",
      article: `${source}#${article ?? "*"}`,
      values: { kind: forbidden.kind.zh },
    });
  }
  const bound = bindHeads(entry, mapping, file);
  if (!bound.ok) return bound;
  const given = mapping ?? { profile: "full" as const, constants: {}, derivations: [], carriedOver: null };
  const missing = [
    ...missingColumns(entry, given.profile, boundFields(bound.value.columns, mapping)),
    ...missingCarried(given.carriedOver, heads),
  ];
  if (missing.length > 0) {
    return refused({
      code: "ingest.missing-columns",
      kind: "invalid",
      values: { columns: missing.join(listMark), entry: entry.zh },
    });
  }
  return granted({
    entry,
    profile: given.profile,
    constants: given.constants,
    derivations: given.derivations,
    carriedOver: given.carriedOver,
    ...bound.value,
    heads: new Map(heads.map((head, index) => [head, index])),
    notStated: new Set(file.notStated),
  });
}

/** Whether a row of cells is the head of a table of this entry: at least two of its cells are heads, and most of them. */
export function isHead(entry: CatalogueEntry, mapping: Mapping | null, cells: readonly (string | null)[]): boolean {
  const known = headsOf(entry);
  const mapped = new Set(Object.keys(mapping?.columns ?? {}).map(foldHeader));
  const filled = cells.filter((cell) => cell !== null && cell.trim() !== "").map((cell) => foldHeader(cell ?? ""));
  const hits = filled.filter((head) => known.has(head) || mapped.has(head)).length;
  return hits >= 2 && hits * 2 >= Math.min(filled.length, 8);
}
