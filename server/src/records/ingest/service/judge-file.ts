import { maskPersonal } from "../../../kernel/personal.ts";
import type { Day } from "../../../kernel/day.ts";
import type { CatalogueEntry, Mapping } from "../../../policy/catalogue-entry.ts";
import { readTabular } from "../../../platform/tabular/read-tabular.ts";
import type { Row, TabularEvent } from "../../../platform/tabular/table.ts";
import { contentMaker, keyOf } from "../../statements/index.ts";
import type { Content, Fields, Personal } from "../../statements/index.ts";
import { carriedReader } from "../rules/carried.ts";
import type { CarriedWords } from "../rules/carried.ts";
import type { ChunkRow, Keyed } from "../rules/chunk.ts";
import type { Candidate, Issue, Judged, Position } from "../rules/fate.ts";
import { bindLayout, isHead } from "../rules/layout.ts";
import { compileRow } from "../rules/row.ts";
import type { RowLaw } from "../rules/row.ts";
import { BatchFailure } from "./failure.ts";
import { fileLimits } from "./file.ts";

/** What a file is read with: plain data, so that it may go to another thread. */
export interface FileTask {
  readonly entry: CatalogueEntry;
  readonly mapping: Mapping | null;
  readonly law: RowLaw;
  readonly notStated: readonly string[];
  readonly scoreHeads: readonly string[];
  /** Words of an old platform's states. */
  readonly carriedWords: CarriedWords;
  readonly day: Day;
  readonly provider: string;
  /** Rows at the file's beginning that are decided already. */
  readonly done: number;
}

/** A claim with its keys and its content; only the digests, which need keys, are still to come. */
export type Prepared = Omit<Keyed, "digest" | "openDigest">;

/** A row of the file, judged by itself. */
export interface JudgedRow {
  readonly position: Position;
  readonly fate:
    | Exclude<ChunkRow["fate"], { kind: "claim" }>
    | { readonly kind: "claim"; readonly questions: readonly Issue[]; readonly prepared: Prepared };
  /** The state that an old platform wrote beside it; null for what is sent for the first time. */
  readonly word: string | null;
}

/** Rows that are handed on together. */
const rowsPerBlock = 250;

const aboveTheHeads: Verdict = { judged: { kind: "skipped", code: "ingest.template-row" }, word: null };

type Make = (fields: Fields, personal: Personal) => Content;

/** Hashes a candidate's key parts and makes its content ready. */
export function prepareClaim(make: Make, candidate: Candidate): Prepared {
  const { fields, keyParts, decisionParts, ...claim } = candidate;
  const sourceKey = keyOf(keyParts);
  return {
    claim,
    sourceKey,
    decision: decisionParts === null ? sourceKey : keyOf(decisionParts),
    content: make(fields, claim.personal),
  };
}

/** What is judged of a row: by itself, and as an old platform kept it. */
interface Verdict {
  readonly judged: Judged;
  readonly word: string | null;
}

type Judge = (row: Row) => Verdict;

/** A row that an old platform kept: what that one says of it goes with the row, and its questions with the row's own. */
function carriedJudge(judge: (row: Row) => Judged, read: ReturnType<typeof carriedReader>): Judge {
  return (row) => {
    const judged = judge(row);
    if (judged.kind === "skipped") return { judged, word: null };
    const { carried, questions } = read(row.cells);
    if (judged.kind === "rejected") return { judged, word: carried.word };
    const candidate = { ...judged.candidate, carried };
    return { judged: { ...judged, candidate, questions: [...judged.questions, ...questions] }, word: carried.word };
  };
}

function bindHead(task: FileTask, heads: readonly string[]): Judge {
  const { entry, mapping, law, notStated, day, provider, scoreHeads, carriedWords: words } = task;
  const layout = bindLayout(entry, mapping, { heads, forbidden: law.forbidden, notStated, scoreHeads });
  if (!layout.ok) throw new BatchFailure({ code: layout.refusal.code, values: layout.refusal.values ?? {} });
  const compiled = compileRow(layout.value, { day, provider }, law);
  const judge = (row: Row): Judged => compiled(row.cells, row.notes);
  const { carriedOver } = layout.value;
  if (carriedOver === null) return (row) => ({ judged: judge(row), word: null });
  return carriedJudge(judge, carriedReader(carriedOver, layout.value, { words, day }));
}

function judgedRow(row: Row, { judged, word }: Verdict, make: Make): JudgedRow {
  // Somebody may name a sheet by a number of his own.
  const position = { row: row.line, sheet: row.sheet === null ? null : maskPersonal(row.sheet) };
  if (judged.kind !== "candidate") return { position, fate: judged, word };
  const { candidate, questions } = judged;
  return { position, fate: { kind: "claim", questions, prepared: prepareClaim(make, candidate) }, word };
}

/** Judges one event of a file after the other; each head that comes binds the rows after it. */
class FileJudge {
  readonly #task: FileTask;
  readonly #make: Make;
  #judge: Judge | undefined;
  #seen = 0;

  constructor(task: FileTask) {
    this.#task = task;
    this.#make = contentMaker(task.entry);
  }

  /** Rows so far, those that were decided before included. */
  get seen(): number {
    return this.#seen;
  }

  /** Rows above the heads (titles, instructions) are received too: they end as skipped. */
  take(event: TabularEvent, into: JudgedRow[]): void {
    if (event.kind === "row") {
      this.#row(event.row, this.#judge, into);
      return;
    }
    this.#judge = bindHead(this.#task, event.header.heads);
    for (const row of event.header.above ?? []) this.#row(row, undefined, into);
  }

  #row(row: Row, judge: Judge | undefined, into: JudgedRow[]): void {
    this.#seen += 1;
    if (this.#seen <= this.#task.done) return;
    into.push(judgedRow(row, judge === undefined ? aboveTheHeads : judge(row), this.#make));
  }
}

/**
 * Every row of a file behind those that are done, judged, in order and in blocks of some hundreds. Touches neither
 * database nor keys. Throws TabularRefusal and BatchFailure for what is wrong with the file.
 */
export async function* judgeFile(
  source: Parameters<typeof readTabular>[0],
  task: FileTask,
): AsyncGenerator<JudgedRow[]> {
  const { entry, mapping } = task;
  const judge = new FileJudge(task);
  let block: JudgedRow[] = [];
  const events = readTabular(source, { limits: fileLimits, isHeader: (cells) => isHead(entry, mapping, cells) });
  for await (const some of events) {
    for (const event of some) {
      judge.take(event, block);
      if (block.length < rowsPerBlock) continue;
      yield block;
      block = [];
    }
  }
  if (judge.seen === 0) throw new BatchFailure({ code: "tabular.empty", values: {} });
  if (block.length > 0) yield block;
}
